"""The check of a whole directory: every problem of every file in one run, sorted, one for each cause.

`check_file` needs one file and the settings, so its answers may be kept for equal bytes. `check_together` needs the
gists of all files, the committed geocodes and today's date. Nothing here reads a disk, a clock or a network.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.check.finding import Finding, Locator
from generator.check.gist import Gist, gist
from generator.check.rules import dated, duplicates, lead, live, naming, references, registers
from generator.check.rules import geocodes as committed_points
from generator.check.shape import MOST, differences
from generator.check.subject import Subject, is_example, is_invented, texts_of
from generator.check.table import RULES
from generator.entry.build import build
from generator.entry.codes import severity
from generator.entry.problem import Problem, ProblemError, Severity
from generator.entry.schema import conforms
from generator.entry.strict_yaml import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from generator.config.geocodes import Geocodes
    from generator.config.settings import Settings
    from generator.entry.model import Entry
    from generator.entry.source import SourceFile
    from generator.entry.strict_yaml import Document

GEOCODES = "directory/geocodes.yaml"


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file says by itself: its gist if it could be read, its entry if it has no errors, its problems."""

    file: str
    id: str
    gist: Gist | None
    entry: Entry | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The result: entries whose own files have no errors, by id, and all problems by file, line and column.

    `files` is how many files were looked at.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    files: int = 0

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build and give exit code 1."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def check(
    files: Sequence[SourceFile], settings: Settings, geocodes: Geocodes, today: date, *, advice: bool = True
) -> Checked:
    """Check all files of `directory/`. Never raises for what a file holds.

    Without `advice`, rules that only ever warn are left out; the errors are the same.
    """
    sources = {file.path: file for file in files if file.path != GEOCODES}
    results = [check_file(sources[path], settings, advice=advice) for path in sorted(sources)]
    together = check_together(results, sources, settings, geocodes, today, advice=advice)
    problems = sorted({*together, *(problem for result in results for problem in result.problems)})
    entries = sorted((result.entry for result in results if result.entry), key=lambda entry: (entry.id, entry.file))
    return Checked(tuple(entries), tuple(problems), len(sources))


def check_file(file: SourceFile, settings: Settings, *, advice: bool = True) -> FileResult:
    """Check one file by itself. The answer depends on its path, its bytes, the settings and `advice` only."""
    told = [_bare(file.path, *fault) for fault in naming.path_faults(file)]
    if not naming.readable(file):
        return FileResult(file.path, file.stem, None, None, tuple(told))
    try:
        document = read(file.path, file.data)
    except ProblemError as error:
        return FileResult(file.path, file.stem, None, None, (*told, *islice(error.problems, MOST)))
    findings = _findings(file, document, settings, advice=advice)
    if findings or document.problems:
        told += document.problems[:MOST]
        told += _located(document, findings, {problem.line for problem in document.problems})
    sound = not any(problem.severity is Severity.ERROR for problem in told)
    if sound and not conforms(document.data):
        sound = False
        told.append(_bare(file.path, "E213", "something that no entry may hold", "each line as the handbook shows it"))
    entry = build(file.stem, file.path, document.data) if sound else None
    return FileResult(file.path, file.stem, gist(file.path, file.stem, document.data), entry, tuple(told))


def check_together(
    results: Sequence[FileResult],
    sources: Mapping[str, SourceFile],
    settings: Settings,
    geocodes: Geocodes,
    today: date,
    *,
    advice: bool = True,
) -> tuple[Problem, ...]:
    """Check what no file can know alone: ids, references, duplicates, committed points, the stage, today's date."""
    gists = [result.gist for result in results if result.gist]
    ids: dict[str, Gist | None] = {result.id: result.gist for result in results}
    ids.update({result.id: None for result in _same_ids(results)})
    found: dict[str, list[Finding]] = {}
    for item in gists:
        alone = [*references.references(item, ids), *dated.not_in_future(item, today), *dated.alert(item, today)]
        alone += dated.age(item, today, settings.site.limits) if advice else ()
        if alone:
            found[item.file] = alone
    pairs = (duplicates.same_place, duplicates.same_point, duplicates.similar_hosts) if advice else ()
    for item, finding in (told for rule in pairs for told in rule(gists)):
        found.setdefault(item.file, []).append(finding)
    problems = [problem for path in found for problem in _located(read(path, sources[path].data), found[path])]
    problems += [_same_id(result, results) for result in _same_ids(results)]
    site = settings.files["site.yaml"].document
    problems += _located(site, [*references.quick_row(settings.site, ids), *live.live(gists, settings)])
    problems += _located(settings.files[lead.FILE].document, list(lead.lead(settings, ids, advice=advice)))
    if named := settings.files.get(lead.GAPS):
        problems += _located(named.document, list(lead.gaps(settings, advice=advice)))
    if words := settings.files.get("synonyms.yaml"):
        problems += _located(words.document, list(references.pins(settings.synonyms, ids)))
    if register := settings.files.get("changes.yaml"):
        problems += _located(register.document, list(registers.changes(register.data, ids, today)))
    if register := settings.files.get("do-not-list.yaml"):
        problems += _located(register.document, list(registers.do_not_list(register.data, today)))
    if geocodes.document:
        problems += _located(geocodes.document, list(committed_points.geocodes(geocodes, ids, settings)))
    return tuple(sorted(problems))


def _findings(file: SourceFile, document: Document, settings: Settings, *, advice: bool) -> list[Finding]:
    shape = differences(document.data)
    known = settings.taxonomy.of(text for _, text in texts_of(document.data, "services"))
    invented = is_invented(settings) or is_example(document.data) or file.path.startswith("tests/")
    subject = Subject(file, document, settings, known, invented)
    told = {finding.path for finding in shape}
    asked = (rule for rule in RULES if advice or not rule.advice)
    rules = (finding for rule in asked for finding in islice(rule.run(subject), MOST))
    return [*shape, *(finding for finding in rules if not finding.path or finding.path not in told)]


def _located(document: Document, findings: Sequence[Finding], taken: Iterable[int] = ()) -> list[Problem]:
    """Give the problems of some findings; none in a line that is `taken`, and no scan in a line with another error."""
    if not findings:
        return []
    locator, lines = Locator(document), set(taken)
    plain = [locator.problem(finding) for finding in findings if finding.spot is None]
    scans = [locator.problem(finding) for finding in findings if finding.spot is not None]
    kept = [problem for problem in plain if problem.line not in lines or not problem.source]
    wrong = {problem.line for problem in kept if problem.source and problem.severity is Severity.ERROR}
    blocked = lines | _told_lines(locator, findings) | wrong
    for problem in scans:
        if problem.line not in blocked:
            blocked.add(problem.line)
            kept.append(problem)
    return kept[:MOST]


def _told_lines(locator: Locator, findings: Sequence[Finding]) -> set[int]:
    """Give the lines of blocks that may not be there at all: of an address without leave, the whole address."""
    blocks = {f.path if f.code == "E501" else f.path[:1] for f in findings if f.code in {"E501", "E503"} and f.path}
    return {line for path in sorted(blocks, key=str) for line in locator.lines(path)}


def _same_ids(results: Sequence[FileResult]) -> Iterator[FileResult]:
    """Give the files whose id another file before them has, capital letters or not."""
    first: dict[str, str] = {}
    for result in results:
        if result.file.endswith(".yaml") and first.setdefault(result.id.casefold(), result.file) != result.file:
            yield result


def _same_id(later: FileResult, results: Sequence[FileResult]) -> Problem:
    first = next(result.file for result in results if result.id.casefold() == later.id.casefold())
    wanted = f"another file name: {first} has this one already. If it is the same place, delete one of the two"
    return _bare(later.file, "E401", f"{later.id}.yaml", wanted)


def _bare(file: str, code: str, seen: str, wanted: str) -> Problem:
    """Give a problem of a file as a whole."""
    return Problem(file, 1, 1, code, severity(code), seen, wanted)
