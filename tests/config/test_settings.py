"""All of site_config/ at once: every file's problems together, schemas that explain themselves, no bytes that crash."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.config.codes import CODES
from generator.config.settings import Settings, load_settings
from generator.config.shape import KINDS, schema
from generator.entry.problem import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "site_config"
YAML = ("site.yaml", "lead.yaml", "taxonomy.yaml", "strings/en.yaml")


def test_the_real_settings_load() -> None:
    """The site_config/ of this repository has no problem, and publishes no LEAD number."""
    real = load_settings({p.relative_to(FOLDER).as_posix(): p.read_bytes() for p in FOLDER.rglob("*.*")})
    assert real.site.area == "Cumberland County, NC"
    assert [link.entry for link in real.site.quick] == ["nc-988", "alliance-access-line"]
    assert real.lead.line is None
    assert real.site.preview
    assert real.site.geocoding.user_agent is None
    assert real.gazetteer.places


def test_every_file_that_is_not_there_is_named() -> None:
    """An empty folder gives one problem for each file that is needed, and none for what may be absent."""
    with pytest.raises(ProblemError) as caught:
        load_settings({})
    assert [(p.file, p.code) for p in caught.value.problems] == [
        (f"site_config/{name}", "E701") for name in ("lead.yaml", "site.yaml", "strings/en.yaml", "taxonomy.yaml")
    ]


def test_problems_of_all_files_are_told_together(files: Mapping[str, bytes]) -> None:
    """One run tells what is wrong in every file, tables too, sorted by file and line."""
    broken = {name: data + b"\nbad key: 1\n" for name, data in files.items()}
    broken["zips.csv"] = b"zip\n"
    broken["places.csv"] = b"id\n"
    with pytest.raises(ProblemError) as caught:
        load_settings(broken)
    assert [p.file.removeprefix("site_config/") for p in caught.value.problems] == [
        "lead.yaml",
        "places.csv",
        "site.yaml",
        "strings/en.yaml",
        "taxonomy.yaml",
        "zips.csv",
    ]


def test_a_language_without_words_is_told_at_its_line(
    messages: Callable[[str, str, str], list[str]],
) -> None:
    """`language: es` needs `strings/es.yaml`."""
    assert messages("site.yaml", "language: en", "language: es") == [
        "site_config/site.yaml:6:11 E722 es | a language with words: write site_config/strings/es.yaml, or take another"
    ]


def test_files_of_other_names_are_left_alone(files: dict[str, bytes], settings: Settings) -> None:
    """A README or a file of a later version does not stop a site."""
    more = load_settings({**files, "README.md": b"\xff", "later.yaml": b"["})
    assert (more.site, more.taxonomy, more.languages) == (settings.site, settings.taxonomy, settings.languages)


def test_a_later_rule_can_point_at_a_line(settings: Settings) -> None:
    """The files are kept, so that a rule across files names file, line and column of a setting."""
    problem = settings.files["site.yaml"].problem(("quick", 0, "entry"), "E999", "harbor-line", "an entry")
    assert (problem.file, problem.line, problem.column, problem.length, problem.source) == (
        "site_config/site.yaml",
        9,
        12,
        11,
        "  - entry: harbor-line",
    )


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_valid_and_explain_every_field(kind: str) -> None:
    """Each field has a title, a description and examples that are right; each form says what it wants."""
    Draft202012Validator.check_schema(schema(kind))
    fields = list(_fields(schema(kind), kind))
    assert fields
    for name, field in fields:
        assert field.get("title"), name
        assert field.get("description", "").endswith("."), name
        assert field.get("examples"), name
        assert "pattern" not in field or field.get("x-wanted"), name
        checker = Draft202012Validator({**field, "$defs": schema(kind).get("$defs", {})})
        for example in field["examples"]:
            assert checker.is_valid(example), f"{name}: {example}"


def _fields(node: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    children = [*node.get("properties", {}).items(), *node.get("$defs", {}).items()]
    children += [(key, node[key]) for key in ("items", "propertyNames", "additionalProperties") if key in node]
    children += [(str(index), branch) for index, branch in enumerate(node.get("anyOf", ()))]
    for key, child in children:
        if isinstance(child, dict) and "$ref" not in child:
            yield f"{name}.{key}", child
            yield from _fields(child, f"{name}.{key}")


def test_every_code_is_explained_in_one_sentence() -> None:
    """The handbook's page of codes is made from this table."""
    for code, explanation in CODES.items():
        assert code[:2] == "E7"
        assert len(code) == 4
        assert explanation.title
        assert not explanation.title.endswith(".")
        assert explanation.text.endswith(".")


def _try(files: Mapping[str, bytes]) -> None:
    try:
        load_settings(files)
    except ProblemError as error:
        problems = error.problems
    else:
        return
    assert problems
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.wanted
        assert problem.code in CODES or problem.code[:2] == "E1"


@given(name=st.sampled_from(YAML), data=st.binary(max_size=200))
@limits(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_it_raise_anything_else(files: dict[str, bytes], name: str, data: bytes) -> None:
    """Whatever bytes a file holds, the answer is settings or problems with places and known codes."""
    _try({**files, name: data})


YAML_BITS = st.sampled_from(
    [
        "",
        " ",
        "\n",
        "  ",
        "- ",
        ": ",
        ":",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "none",
        "yes",
        "0",
        "é",
        "\t",
        "#",
        "|",
        "a: b\n",
    ]
)


@given(name=st.sampled_from(YAML), data=st.data())
@limits(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_slip_makes_it_raise_anything_else(files: dict[str, bytes], name: str, data: st.DataObject) -> None:
    """A right file with a piece cut out and something else put in its place: settings or problems."""
    text = files[name].decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    _try({**files, name: (text[:start] + data.draw(YAML_BITS) + text[end:]).encode()})


def test_a_file_of_nothing_but_mistakes_is_told_in_part(files: Mapping[str, bytes]) -> None:
    """A wrong file of a thousand keys does not bury the problems of the others."""
    keys = "".join(f"key{number}: 1\n" for number in range(1000))
    with pytest.raises(ProblemError) as caught:
        load_settings({**files, "site.yaml": keys.encode(), "lead.yaml": b"line: no\n"})
    told = [problem.file for problem in caught.value.problems]
    assert told.count("site_config/site.yaml") == 100
    assert told.count("site_config/lead.yaml") == 1
