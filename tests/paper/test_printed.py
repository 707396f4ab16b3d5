"""Forms as they come out of a printer: whole, readable, and with codes that lead where they say."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pypdfium2
import pytest

from generator.pages.assets import load_assets
from generator.paper.model import Form
from generator.paper.pdf import Paper, pdf
from tests.paper.made import URL, crowd, made, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image
    from playwright.sync_api import Browser

COUNTS = (5, 57, 500)
SIZES = {Paper.LETTER: (612, 792), Paper.A4: (595, 842)}
HALF = {Paper.LETTER: (396, 612), Paper.A4: (420, 595)}


def typeset(form: Form, count: int, paper: Paper = Paper.LETTER, *, discreet: bool = False) -> bytes:
    directory = crowd(count)
    return pdf(made(form, directory, discreet=discreet), directory.settings.words, paper, 1_790_000_000)


def said(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def pictures(data: bytes, scale: float = 3) -> list[Image.Image]:
    return [page.render(scale=scale).to_pil() for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("form", Form)
def test_a_pdf_holds_every_line_as_text_within_its_page(form: Form, count: int) -> None:
    data = typeset(form, count)
    document = pypdfium2.PdfDocument(data)
    text = said(data)
    squeezed = text.replace(" ", "")
    sheet = made(form, crowd(count))
    assert [line.phone for line in sheet.lines if line.phone.replace(" ", "") not in squeezed] == []
    assert sheet.dated.replace(" ", "") in squeezed
    for page in document:
        width, height = page.get_size()
        words = page.get_textpage()
        boxes = [words.get_rect(n) for n in range(words.count_rects())]
        assert all(left >= 0 and right <= width and bottom >= 0 and top <= height for left, bottom, right, top in boxes)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("form", [form for form in Form if form.small])
def test_a_small_form_is_one_sheet_at_any_size_of_directory(form: Form, count: int) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(typeset(form, count))).pages) == 1


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("form", Form)
def test_sheets_are_letter_or_a4_and_a_booklet_is_half_of_it(form: Form, paper: Paper) -> None:
    page = pypdf.PdfReader(io.BytesIO(typeset(form, 5, paper))).pages[0]
    wanted = (HALF if form is Form.BOOKLET else SIZES)[paper]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize("form", Form)
def test_every_pdf_has_a_bookmark(form: Form) -> None:
    assert pypdf.PdfReader(io.BytesIO(typeset(form, 5))).outline


def test_a_booklet_has_bookmarks_for_every_need_and_place() -> None:
    outline = pypdf.PdfReader(io.BytesIO(typeset(Form.BOOKLET, 57))).outline
    flat = [item for part in outline for item in (part if isinstance(part, list) else [part])]
    sheet = made(Form.BOOKLET, crowd(57))
    assert len(flat) >= len(sheet.lines) + len(sheet.parts)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert typeset(Form.BOOKLET, 57) == typeset(Form.BOOKLET, 57)


@pytest.mark.parametrize("form", [Form.SLIP, Form.POSTER, Form.BOOKLET])
def test_the_code_on_paper_reads_back_as_the_address(form: Form) -> None:
    decode = pytest.importorskip("pyzbar.pyzbar", reason="libzbar is not installed", exc_type=ImportError).decode
    found = {code.data.decode() for picture in pictures(typeset(form, 5)) for code in decode(picture)}
    assert found == {f"{URL}/index.html"}


@pytest.fixture(name="printed", scope="module")
def _printed(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Give the folder of the site for each size of directory."""
    folders = {}
    for count in COUNTS:
        folders[count] = tmp_path_factory.mktemp(f"paper{count}")
        for path, data in [*load_assets(), *pages_of(crowd(count)).items()]:
            target = folders[count] / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return folders


_CUT = """() => [...document.querySelectorAll(".p-face, .p-slip, .p-poster, .p-roll td, .p-roll th, .p-entry")]
  .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
  .map((box) => `${box.className || box.tagName} ${box.textContent.slice(0, 60)}`)"""
_OVER = """() => { const boxes = [...document.querySelectorAll(".p-card .p-list li, .p-face > *, .p-entry > *")]
  .filter((box) => box.getClientRects().length).map((box) => [box, box.getBoundingClientRect()]);
  return boxes.filter(([box, a], n) => boxes.slice(n + 1, n + 40).some(([other, b]) =>
    !box.contains(other) && !other.contains(box) && a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1)).map(([box]) => box.textContent.slice(0, 60)); }"""


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("page", ["card", "card-plain", "slip", "slip-plain", "poster", "roll-call", "booklet"])
def test_nothing_is_cut_and_nothing_overlaps_when_a_browser_prints(
    browser: Browser, printed: dict[int, Path], page: str, count: int
) -> None:
    """The card's faces have a fixed height: seven of the longest names still stand there whole."""
    tab = browser.new_page(viewport={"width": 720, "height": 980})
    tab.emulate_media(media="print")
    tab.goto((printed[count] / "print" / f"{page}.html").as_uri())
    assert tab.evaluate(_CUT) == []
    assert tab.evaluate(_OVER) == []
    tab.close()


@pytest.mark.parametrize("page", ["card", "slip", "poster"])
def test_a_small_form_prints_on_one_sheet_of_letter_and_of_a4(
    browser: Browser, printed: dict[int, Path], page: str
) -> None:
    tab = browser.new_page()
    tab.goto((printed[500] / "print" / f"{page}.html").as_uri())
    for size in ("Letter", "A4"):
        assert len(pypdf.PdfReader(io.BytesIO(tab.pdf(format=size))).pages) == 1, size
    tab.close()
