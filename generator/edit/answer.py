"""One answer, judged by the check itself: what is wrong with it, and what was probably meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.check.run import check_file
from generator.edit.draft import draft, path_of
from generator.edit.questions import services_meant
from generator.edit.reading import reading
from generator.edit.span import pasted
from generator.entry.problem import Severity
from generator.entry.source import SourceFile

if TYPE_CHECKING:
    from generator.config.settings import Settings
    from generator.edit.questions import Answers, Question
    from generator.entry.problem import Problem
    from generator.entry.strict_yaml import Path


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer as it would be written; what is `wrong` with it, and the `better` one if there is one."""

    answer: tuple[str, ...]
    wrong: str = ""
    better: tuple[str, ...] = ()


def judge(one: Question, typed: str, answers: Answers, settings: Settings) -> Judged:
    """Say whether an answer can stand, by checking a draft in which it stands."""
    answer = _answer(one, typed, settings)
    tried = {**answers, one.name: answer}
    text = draft(tried, settings)
    path = path_of(tried, settings, ())
    problem = next((p for p in _problems(path, text, settings) if _about(p, one, text, path)), None)
    if problem is None:
        return Judged(answer)
    return Judged(answer, f"{problem.wanted[:1].upper()}{problem.wanted[1:]}", _better(problem, one, text, path))


def _answer(one: Question, typed: str, settings: Settings) -> tuple[str, ...]:
    if one.name == "service":
        return services_meant(typed, settings.taxonomy)
    plain = " ".join(typed.split())
    return tuple(part.strip() for part in plain.split(",") if part.strip()) if one.several else (plain,)


def _problems(path: str, text: str, settings: Settings) -> list[Problem]:
    found = check_file(SourceFile(path, text.encode("utf-8", "replace")), settings).problems
    return [problem for problem in found if problem.severity is Severity.ERROR]


def _about(problem: Problem, one: Question, text: str, path: str) -> bool:
    """Whether a problem is in the line of an answer: others may stand only because nobody answered yet."""
    name = str(one.path[-1] if isinstance(one.path[-1], str) else one.path[0])
    line = text.split("\n")[problem.line - 1].lstrip(" -")
    whole = not reading(path, text).readable
    return problem.code not in {"E202", "E203"} and (line.startswith(f"{name}:") or whole)


def _better(problem: Problem, one: Question, text: str, path: str) -> tuple[str, ...]:
    if not problem.fix:
        return ()
    then = reading(path, pasted(text, problem).apply(text))
    inside: Path = one.path
    return tuple(value for found, value in then.leaves.items() if found[: len(inside)] == inside)
