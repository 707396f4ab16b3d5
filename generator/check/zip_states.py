"""To which state a ZIP code belongs, by its first three digits.

Source: United States Postal Service, 3-digit ZIP code prefixes (labeling list L002). Prefixes of the armed forces
belong to no state here; unused prefixes inside a state's span count as that state's.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RANGES = (
    "AK 995-999;AL 350-369;AR 716-729;AZ 850-865;CA 900-961;CO 800-816;CT 060-069;DC 200,202-205,569;DE 197-199;"
    "FL 320-339,341-349;GA 300-319,398-399;GU 969;HI 967-968;IA 500-528;ID 832-838;IL 600-629;IN 460-479;KS 660-679;"
    "KY 400-427;LA 700-714;MA 010-027,055;MD 206-219;ME 039-049;MI 480-499;MN 550-567;MO 630-658;MS 386-397;MT 590-599;"
    "NC 270-289;ND 580-588;NE 680-693;NH 030-038;NJ 070-089;NM 870-884;NV 889-898;NY 005,100-149;OH 430-459;"
    "OK 730-732,734-749;OR 970-979;PA 150-196;PR 006-007,009;RI 028-029;SC 290-299;SD 570-577;TN 370-385;"
    "TX 733,750-799,885;UT 840-847;VA 201,220-246;VI 008;VT 050-054,056-059;WA 980-994;WI 530-549;WV 247-268;WY 820-831"
)

_SHARED = {"063": ("NY",), "739": ("TX",), "967": ("AS",), "969": ("MP",)}
"""Prefixes of which a few codes lie in another state: Fishers Island NY, Texhoma TX, American Samoa, the Marianas."""


def _prefixes() -> Iterator[tuple[str, str]]:
    for part in _RANGES.split(";"):
        state, _, spans = part.partition(" ")
        for span in spans.split(","):
            first, _, last = span.partition("-")
            for number in range(int(first), int(last or first) + 1):
                yield f"{number:03}", state


STATE_OF: Mapping[str, str] = MappingProxyType(dict(_prefixes()))
"""The state of each 3-digit prefix."""


def in_state(zip_code: str, state: str) -> bool:
    """Whether a five-digit ZIP code can lie in a state."""
    prefix = zip_code[:3]
    return STATE_OF.get(prefix) == state or state in _SHARED.get(prefix, ())
