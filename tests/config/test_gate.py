"""The fast validator of settings and the one that explains agree on what is wrong, so that nothing passes unseen."""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING, Any

import pytest

from generator.config.reading import FOLDER
from generator.config.shape import KINDS, _gate, _validator
from generator.entry.strict_yaml import CONFIG_LIMIT, read

if TYPE_CHECKING:
    from pathlib import Path

ODD = (
    "",
    " ",
    "none",
    "None",
    "0",
    "-1",
    "07",
    "1e3",
    "2026-02-30",
    "NC",
    "nc",
    "https://",
    "a" * 400,
    "\u00e9",
    "x\ny",
)
WRONG: tuple[Any, ...] = (*ODD, [], {}, ["a", "a"], {"odd": "key"})


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in inner for place in _places(item, (*path, key)))]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "do-not-list"])
def test_both_validators_agree(kind: str, root: Path) -> None:
    """On the files of this site, and on each with one value gone, repeated or replaced.

    Neither site has a register of places that do not want to be listed.
    """
    name = "strings/en.yaml" if kind == "strings" else f"{kind}.yaml"
    path = root / "site_config" / name
    if not path.exists():
        path = root / "tests/county/site_config" / name
    data = read(FOLDER + name, path.read_bytes(), limit=CONFIG_LIMIT).data
    gate, explaining, dice = _gate(kind), _validator(kind), random.Random(kind)
    assert gate.is_valid(data)
    assert explaining.is_valid(data)
    places, refused = _places(data)[1:], 0
    for _ in range(150):
        changed: Any = copy.deepcopy(data)
        *above, last = dice.choice(places)
        group = changed
        for key in above:
            group = group[key]
        if dice.random() < 0.3:
            del group[last]
        elif isinstance(group, list) and dice.random() < 0.3:
            group.append(copy.deepcopy(group[last]))
        else:
            group[last] = copy.deepcopy(dice.choice(WRONG))
        said = gate.is_valid(changed)
        refused += not said
        assert said == explaining.is_valid(changed), (above, last)
    assert refused
