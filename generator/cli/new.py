"""`offramp new`: ask about a place, and write the draft of its file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.check.escape import visible
from generator.check.report import as_text
from generator.cli.project import PROBLEMS, project_option
from generator.clock import today
from generator.config.geocodes_write import save
from generator.config.settings import load_settings
from generator.edit.answer import judge
from generator.edit.draft import draft, path_of, secret
from generator.edit.questions import QUESTIONS, Question, question, services_meant
from generator.entry.problem import ProblemError, Severity
from generator.entry.source import SourceFile
from generator.pipeline import load
from generator.project import Project, ProjectError, read_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.config.settings import Settings
    from generator.edit.questions import Answers
    from generator.entry.problem import Problem

SCHEMAS = ("generator/entry/editor.schema.json", ".vscode/entry.schema.json")
"""Where the schema for editors may lie in a project."""

_TRIES = 3


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each question."""
    for one in reversed(QUESTIONS):
        many = " May be given more than once." if one.several else ""
        text = f"{one.ask} For example: {one.example}.{many}"
        command = click.option(f"--{one.name}", one.name, multiple=one.several, help=text)(command)
    return command


@click.command()
@project_option
@click.option("--id", "entry_id", default="", help="The file's name without .yaml. Default: from the name.")
@click.option("--ask/--no-ask", default=None, help="Ask what the options leave open. Default: if somebody is there.")
@_options
def new(root: Path, entry_id: str, ask: bool | None, **given: str | tuple[str, ...] | None) -> None:  # noqa: FBT001 - flag
    """Ask about a place and write a draft of its file, which nobody sees on the site yet.

    Every question can be skipped with Enter: what nobody knows is left out. Never overwrites a file.

    Example: offramp new --service pantry --name "Harbor Pantry"
    """
    project = read_project(root)
    settings = _settings(project)
    asking = sys.stdin.isatty() if ask is None else ask
    answers = _given(given, settings)
    if asking:
        _ask(answers, settings)
    elif secret(answers, settings) and any(question(name).place for name in answers):
        raise ProjectError("such places keep their address secret: leave out street, city, state and ZIP code")
    schema = next((f"../../{path}" for path in SCHEMAS if (root / path).is_file()), "")
    file = SourceFile(
        path_of(answers, settings, {entry.stem for entry in project.entries}, entry_id),
        draft(answers, settings, schema).encode("utf-8"),
    )
    _refuse(project, file)
    problems = _problems(project, file)
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    if asking or not errors:
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        save(root / file.path, file.data)
    _show(file, problems, written=asking or not errors)
    raise SystemExit(PROBLEMS if errors else 0)


def _settings(project: Project) -> Settings:
    try:
        return load_settings(project.config)
    except ProblemError as error:
        click.echo(as_text(error.problems), nl=False)
        raise SystemExit(PROBLEMS) from None


def _given(given: dict[str, str | tuple[str, ...] | None], settings: Settings) -> Answers:
    answers: Answers = {}
    for name, value in given.items():
        typed = (value,) if isinstance(value, str) else value or ()
        texts = tuple(" ".join(text.split()) for text in typed if text.strip())
        if name == "service":
            texts = services_meant(",".join(texts), settings.taxonomy)
        if texts:
            answers[name] = texts
    return answers


def _ask(answers: Answers, settings: Settings) -> None:
    click.echo("Enter skips a question. Write nothing about any person, and never where a secret place is.")
    for one in QUESTIONS:
        if one.name in answers or not _matters(one, answers, settings):
            continue
        answer = _answer(one, answers, settings)
        if answer:
            answers[one.name] = answer
        if one.name == "service" and secret(answers, settings):
            click.echo("\nSuch places keep their address secret, so nobody asks you for it.")


def _matters(one: Question, answers: Answers, settings: Settings) -> bool:
    """Whether a question is asked: no address of a secret place, no town without a street, no date without a page."""
    if one.place and secret(answers, settings):
        return False
    return one.name not in {"state", "zip"} or "city" in answers


def _answer(one: Question, answers: Answers, settings: Settings) -> tuple[str, ...]:
    click.echo(f"\n{one.ask} {one.help}".rstrip())
    if one.name == "service":
        _list_services(settings)
    for _ in range(_TRIES):
        typed = click.prompt(f"  For example: {one.example}\n ", default="", show_default=False, prompt_suffix="> ")
        if not str(typed).strip():
            return ()
        judged = judge(one, str(typed), answers, settings)
        if not judged.wrong:
            return judged.answer
        click.echo(f"  {visible(judged.wrong)}")
        if judged.better and click.confirm(
            f"  Is this what you mean:  {visible(', '.join(judged.better))}  ?", default=True
        ):
            return judged.better
    click.echo("  It is written down as you typed it; the check below says what to mend.")
    return judged.answer


def _list_services(settings: Settings) -> None:
    """Show what there is to choose from, a line for each need."""
    for group in settings.taxonomy.groups:
        click.echo(f"  {group.label}: {', '.join(service.label for service in group.services)}")


def _refuse(project: Project, file: SourceFile) -> None:
    same = next((entry.path for entry in project.entries if entry.stem.casefold() == file.stem.casefold()), "")
    if same or (project.root / file.path).exists():
        there = f"{same or file.path} is there already"
        raise ProjectError(f"{there}: change that file, or give another name with --id. Nothing was written")


def _problems(project: Project, file: SourceFile) -> list[Problem]:
    entries = tuple(sorted((*project.entries, file), key=lambda entry: entry.path))
    whole = Project(project.root, entries, project.geocodes, project.config, project.authored)
    return [problem for problem in load(whole, today()).checked.problems if problem.file == file.path]


def _show(file: SourceFile, problems: list[Problem], *, written: bool) -> None:
    click.echo(f"\n{file.path}{'' if written else ' (not written)'}\n")
    click.echo("".join(f"  {visible(line)}\n" for line in file.data.decode("utf-8").rstrip("\n").split("\n")))
    click.echo(as_text(problems, files=1, colour=sys.stdout.isatty()), nl=False)
    if written and not problems:
        click.echo("It is a draft: nobody sees it on the site until somebody sets  status: active.")
