"""Phone numbers: the one way of writing them, and who, if anybody, can answer one.

Known numbers are allowed, everything else is refused: a wrong number is the worst mistake a directory can make.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORT_CODES: Mapping[str, str] = MappingProxyType(
    {
        "211": "help with everyday needs",
        "311": "city and county services",
        "411": "directory assistance",
        "511": "road and travel information",
        "711": "relay for deaf and speech-impaired people",
        "811": "call before you dig",
        "911": "emergency",
        "988": "suicide and crisis lifeline",
        "66008": "National Runaway Safeline, by text",
        "88788": "National Domestic Violence Hotline, by text",
        "233733": "National Human Trafficking Hotline, by text",
        "678678": "TrevorText",
        "741741": "Crisis Text Line",
        "838255": "Veterans Crisis Line, by text",
    }
)
"""Short numbers that may stand in an entry, with whom they reach. 3 digits are called or texted, 5 and 6 texted only.

Sources: the FCC's list of N11 codes and its 988 order; for the others the pages of the lines named.
"""

_HOME_REGIONS = frozenset({"US", "PR", "VI", "GU", "AS", "MP"})
"""The United States and its territories, which cost a caller no more."""

_LETTERS = "ABC DEF GHI JKL MNO PQRS TUV WXYZ"
_KEYPAD = {letter: key for key, letters in enumerate(_LETTERS.split(), 2) for letter in letters}
SERVICE_EXCHANGE = re.compile(r"(?!8(?:00|33|44|55|66|77|88)-)[0-9]{3}-(?:[2-9]11|976|950)-[0-9]{4}")
"""N11 exchanges cannot be dialled inside an area code, 976 costs a fee, 950 is for carriers. Source: NANPA."""
INVENTED_NUMBER = re.compile(r"[0-9]{3}-555-01[0-9]{2}")
_EXTENSION = re.compile(r"(?:,|;|\s)*(?:extension|ext\.?|x|#)\s*([0-9]{1,7})\s*$", re.IGNORECASE)
_WORD_NUMBER = re.compile(r"1?[-. ]?8(?:00|33|44|55|66|77|88)[-. ]?[A-Z0-9-. ]{7,}", re.IGNORECASE)


class PhoneFault(Enum):
    """Why nobody should be told to dial a number."""

    IMPOSSIBLE = "no such number can exist"
    ABROAD = "another country, or a fee"
    INVENTED = "kept free for films and tests"
    UNKNOWN_SHORT = "not one of the known short numbers"
    TEXT_ONLY = "takes text messages only"


def fault(number: str, kind: str = "voice", *, invented: bool = False) -> PhoneFault | None:
    """Say what is wrong with a number of the form `910-555-0100`, `988` or `741741`; None if it may be dialled.

    `invented` allows 555-0100 to 555-0199, for tests.
    """
    if "-" not in number:
        return _short_fault(number, kind)
    if INVENTED_NUMBER.fullmatch(number):
        return None if invented else PhoneFault.INVENTED
    if SERVICE_EXCHANGE.fullmatch(number):
        return PhoneFault.ABROAD if number[4:7] == "976" else PhoneFault.IMPOSSIBLE
    return _long_fault(number)


def normal(text: str) -> tuple[str, str]:
    """Give a number in its one form and its extension, from any usual way of writing them; empty where unclear.

    `(910) 555-0100 ext. 5` gives `910-555-0100` and `5`; `1-800-FLOWERS` gives `800-356-9377`; `9-8-8` gives `988`.
    """
    plain = text.strip().removeprefix("tel:")
    found = _EXTENSION.search(plain)
    extension = found[1] if found else ""
    plain = plain[: found.start()] if found else plain
    if _WORD_NUMBER.fullmatch(plain):
        plain = "".join(str(_KEYPAD.get(c, c)) for c in plain.upper())
    if re.search(r"[^0-9+()./\s\-\u2010-\u2015]", plain):
        return "", ""
    digits = "".join(c for c in plain if c.isdigit())
    if digits in SHORT_CODES:
        return digits, extension
    digits = digits[1:] if len(digits) > 10 and digits[0] == "1" else digits
    if len(digits) < 10 or (len(digits) > 10 and plain.startswith("+")):
        return "", ""
    number = f"{digits[:3]}-{digits[3:6]}-{digits[6:10]}"
    return (number, extension) if len(digits) == 10 else ("", "")


def _short_fault(number: str, kind: str) -> PhoneFault | None:
    if number not in SHORT_CODES:
        return PhoneFault.UNKNOWN_SHORT
    return PhoneFault.TEXT_ONLY if len(number) > 3 and kind != "text" else None


def called_patterns() -> tuple[str, ...]:
    """Give expressions of which one fits the ten digits of every number that `fault` lets pass, and of no other."""
    import phonenumbers  # noqa: PLC0415 - as below

    found: dict[str, None] = {}
    for region in sorted(_HOME_REGIONS, reverse=True):
        known = phonenumbers.PhoneMetadata.metadata_for_region(region)
        kinds = (known.fixed_line, known.mobile, known.toll_free) if known else ()
        found.update(dict.fromkeys(kind.national_number_pattern or "" for kind in kinds if kind))
    return tuple(filter(None, found))


@lru_cache(maxsize=65536)
def _long_fault(number: str) -> PhoneFault | None:
    # Loading the tables costs more than everything else in a small check, so only a run that has a number pays.
    import phonenumbers  # noqa: PLC0415

    parsed = phonenumbers.PhoneNumber(country_code=1, national_number=int(number.replace("-", "")))
    region = phonenumbers.region_code_for_number(parsed)
    if region is None:
        return PhoneFault.IMPOSSIBLE
    kind = phonenumbers.number_type(parsed)
    called = {
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        phonenumbers.PhoneNumberType.TOLL_FREE,
    }
    return None if region in _HOME_REGIONS and kind in called else PhoneFault.ABROAD
