"""`paper.yaml`: which services stand on small forms, and what is told about each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config.paper import PaperChoice
from generator.config.settings import load_settings
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping


def told(files: Mapping[str, bytes], text: str) -> list[str]:
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "paper.yaml": text.encode()})
    return [
        f"{p.file}:{p.line}:{p.column} {p.code} {p.seen} | {p.wanted} | {p.fix.strip()}" for p in caught.value.problems
    ]


def test_the_file_may_be_absent(files: Mapping[str, bytes]) -> None:
    assert load_settings(files).paper == PaperChoice()


def test_services_keep_their_order(files: Mapping[str, bytes]) -> None:
    paper = load_settings({**files, "paper.yaml": b"card: [pantry, meals]\nslip: [meals]\n"}).paper
    assert paper == PaperChoice(card=("pantry", "meals"), slip=("meals",))


def test_a_service_that_does_not_exist_is_told_with_the_one_meant(files: Mapping[str, bytes]) -> None:
    assert told(files, "slip: [meals, pantri]\n") == [
        "site_config/paper.yaml:1:15 E745 pantri | pantry (did you mean that?) | slip: [meals, pantry]"
    ]


def test_a_form_that_does_not_exist_is_told(files: Mapping[str, bytes]) -> None:
    assert "E702" in told(files, "leaflet: [meals]\n")[0]
