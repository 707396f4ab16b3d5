"""A form as a PDF, set by Typst from the same values. Needs the extra `print`."""

from __future__ import annotations

import importlib
import json
from dataclasses import asdict
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.compile.qr import QrCode
    from generator.config.strings import Words
    from generator.paper.model import Sheet

_TEXTS = {
    "name": "paper.col.name",
    "phone": "paper.col.phone",
    "hours": "paper.col.hours",
    "officers": "paper.col.officers",
    "index": "paper.index",
    "contents": "paper.contents",
}


class Paper(StrEnum):
    """The size of the sheets. Cards and slips are the same size on both."""

    LETTER = "letter"
    A4 = "a4"


class NoTypstError(Exception):
    """Typst is not installed. The message says how to get it."""


def pdf(sheet: Sheet, words: Words, paper: Paper, timestamp: int) -> bytes:
    """Give one form as a PDF with text and bookmarks: the same values and timestamp give the same bytes.

    `timestamp` is in seconds since 1970, and becomes the date of the document: Typst's wheel does not look at
    SOURCE_DATE_EPOCH. Raises NoTypstError where the extra `print` is not installed.
    """
    try:
        typst = importlib.import_module("typst")
    except ImportError:
        raise NoTypstError("PDFs need Typst: pip install 'offramp[print]', or print the pages in print/") from None
    with resources.as_file(resources.files("generator").joinpath("web", "paper")) as folder:
        made: bytes = typst.compile(
            str(folder / f"{sheet.form}.typ"),
            root=str(folder),
            format="pdf",
            sys_inputs={"data": json.dumps(_plain(sheet, words), ensure_ascii=False), "paper": paper.value},
            timestamp=timestamp,
        )
    return made


def _plain(sheet: Sheet, words: Words) -> dict[str, Any]:
    """Give the values for the templates, codes as drawings."""
    plain = asdict(sheet)
    plain["code"] = svg(sheet.code) if sheet.code else None
    plain["texts"] = {name: words(key) for name, key in _TEXTS.items()}
    for part in plain["parts"]:
        for line in part["lines"]:
            del line["code"]
    return plain


def svg(code: QrCode) -> str:
    """Give a code as an SVG file, dark on white."""
    square = f'<path fill="#fff" d="M0 0h{code.size}v{code.size}H0z"/>'
    strokes = f'<path stroke="#000" d="{code.path}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">{square}{strokes}</svg>'
