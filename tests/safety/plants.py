"""Secrets as they might slip out: each a place in the site, and how the words would be written there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from tests.safety.secret_county import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STREET = "4127 Lantern Hollow Road"
DRAFT, GONE, NOTED = "harbor-lodge-9", "harbor-loft-3", HIDDEN
OWN = f"r/{HIDDEN}.html"
OTHER = "r/river-house.html"


@dataclass(frozen=True)
class Plant:
    """One leak: what it is called, of which entry, in which file, and the file with it."""

    name: str
    entry: str
    path: str
    data: bytes


def _page(words: str) -> Callable[[bytes], bytes]:
    """Give what puts words into the main part of a page."""
    return lambda page: page.replace(b"</main>", f"<p>{words}</p></main>".encode())


def _head(words: str) -> Callable[[bytes], bytes]:
    return lambda page: page.replace(b"</head>", f"{words}</head>".encode())


def _decimal(text: str) -> str:
    return "".join(f"&#{ord(c)};" for c in text)


def _hex(text: str) -> str:
    return "".join(f"&#x{ord(c):X};" for c in text)


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def _mixed(text: str) -> str:
    return "".join(c.upper() if place % 2 else c.lower() for place, c in enumerate(text))


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _unicode(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" for c in text)


def _record(**more: object) -> Callable[[bytes], bytes]:
    """Give what puts more into the record of the hidden entry in the data for other programs."""

    def change(data: bytes) -> bytes:
        lines = data.decode().splitlines()
        place = next(n for n, line in enumerate(lines) if f'"id":"{HIDDEN}"' in line)
        comma = "," if lines[place].endswith(",") else ""
        record = json.loads(lines[place].removesuffix(","))
        lines[place] = json.dumps({**record, **more}, separators=(",", ":")) + comma
        return "\n".join(lines).encode()

    return change


def _column(key: str, value: object) -> Callable[[bytes], bytes]:
    """Give what puts a value into a column of the finder's cards, in the row of the hidden entry."""

    def change(data: bytes) -> bytes:
        found = json.loads(data)
        found["cards"][key][found["cards"]["id"].index(HIDDEN)] = value
        return json.dumps(found, separators=(",", ":")).encode()

    return change


def _first(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(old.encode(), new.encode(), 1)


def _end(text: str) -> Callable[[bytes], bytes]:
    return lambda data: data + text.encode()


IN_PAGES = {
    "plain": (OTHER, f"It is at {STREET}."),
    "its own page": (OWN, STREET),
    "title attribute": (OTHER, f'<a href="#x" title="{STREET}">x</a>'),
    "data attribute": (OTHER, f'<i data-copy="Safe place, {STREET}">x</i>'),
    "capitals": ("find/safety.html", STREET.upper()),
    "mixed case": ("index.html", _mixed(STREET)),
    "short kind": (OTHER, "4127 Lantern Hollow Rd"),
    "short kind with a dot": (OTHER, "4127 Lantern Hollow Rd."),
    "without its kind": (OTHER, "4127 Lantern Hollow"),
    "many blanks": (OTHER, "4127   Lantern\n\n  Hollow\tRoad"),
    "hyphens": (OTHER, '<a href="/4127-lantern-hollow-road/">x</a>'),
    "underscores": (OTHER, "4127_Lantern_Hollow_Road"),
    "after another number": (OTHER, "Suite 2, 4127 Lantern Hollow Road"),
    "decimal entities": (OTHER, _decimal(STREET)),
    "hexadecimal entities": (OTHER, _hex(STREET)),
    "named entities": (OTHER, STREET.replace(" ", "&nbsp;")),
    "escaped twice": (OTHER, escape(_decimal(STREET))),
    "percent signs in a message": (OTHER, f'<a href="sms:?&amp;body={quote(STREET)}">x</a>'),
    "every letter as percent": (OTHER, f'<a href="/{_percent(STREET)}">x</a>'),
    "percent twice": (OTHER, f'<a href="/{quote(quote(STREET))}">x</a>'),
    "plus for blanks": (OTHER, f'<a href="https://maps.example/?q={quote_plus(STREET)}">x</a>'),
    "half of it bold": (OTHER, "41<b>27 Lan</b>tern <i>Hollow</i> Road"),
    "a comment inside": (OTHER, "4127 Lan<!-- -->tern Hollow Road"),
    "a comment around": (OTHER, f"<!-- {STREET} -->"),
    "zero-width space": (OTHER, "41\u200b27 Lantern Hol\u200blow Road"),
    "soft hyphen": (OTHER, "4127 Lan&shy;tern Hol&shy;low Road"),
    "no-break hyphen and dash": (OTHER, "4127 Lantern\u2011Hollow \u2013 Road"),
    "full-width letters": (OTHER, _wide(STREET)),
    "accents": (OTHER, "4127 L\u00e1nt\u0065\u0301rn Hollow Road"),
    "hidden input": (OTHER, f'<input type="hidden" value="{STREET}">'),
    "drawing": (OTHER, f"<svg><title>{STREET}</title></svg>"),
    "point in a link": (OTHER, '<a href="https://maps.example/?q=35.06123,-78.91457">x</a>'),
    "point, four decimals": (OTHER, '<a href="geo:35.0612,-78.9146">x</a>'),
    "point as found": (OTHER, "35.06119, -78.91461"),
    "point in words": (OTHER, "78.91457 W and 35.06123 N"),
    "point in minutes": (OTHER, "35\u00b003'40.4\"N 78\u00b054'52.4\"W"),
    "plus code": (OTHER, "8783336P+F5"),
    "directions": (OWN, '<a href="https://maps.apple.com/?daddr=Harborview">x</a>'),
    "ZIP on its own page": (OWN, "Harborview, NC 28399"),
    "unit on its own page": (OWN, "Ask at B-7740."),
    "street on its own page": (OWN, "Lantern Hollow Rd is closed."),
    "note on the address": (OTHER, "The blue door behind the bakery on the corner."),
    "note on the point": ("find/index.html", "Gate by the old mill race on the left side"),
    "note for editors": (OTHER, "Ask the county office before you change anything here, because two people have moved"),
    "note cut short": (OTHER, "before you change anything here, because two people&hellip;"),
    "remark": (OTHER, "The board voted that nobody may know the side entrance."),
}

OF_OTHERS = {
    "name of a draft": (DRAFT, "find/shelter.html", "Lanternlight Lodge"),
    "address of its page": (DRAFT, "find/shelter.html", '<a href="../r/harbor-lodge-9.html">x</a>'),
    "number of a draft": (DRAFT, OTHER, '<a href="tel:+19105550177">x</a>'),
    "number with dots": (DRAFT, OTHER, "910.555.0177"),
    "website of a draft": (DRAFT, OTHER, '<a href="https://www.lanternlight.example/rooms/">x</a>'),
    "e-mail of a draft": (DRAFT, OTHER, "rooms&#64;lanternlight.example"),
    "street of a draft": (DRAFT, OTHER, "88 Quarry Bend Ln"),
    "text of a draft": (DRAFT, "about.html", "Forty beds for men who have nowhere else to sleep tonight."),
    "number of a place that is gone": (GONE, f"r/{GONE}.html", "(910) 555-0188"),
}

IN_HEADS = {
    "description": f'<meta name="description" content="{STREET}">',
    "shared title": f'<meta property="og:title" content="{STREET}">',
    "structured data": json.dumps({"@type": "Place", "address": {"streetAddress": STREET}}),
}

IN_FILES = {
    "record": ("data/directory.json", _record(note=STREET)),
    "record with an address": ("data/directory.json", _record(address={"street": "A lane"})),
    "record with a point": ("data/directory.json", _record(location={"lat": 35.06, "lon": -78.9})),
    "escapes of JSON": ("data/directory.json", _first('"name"', f'"x":"{_unicode(STREET)}","name"')),
    "line break of JSON": ("data/directory.json", _record(note="4127 Lantern\nHollow Road")),
    "point on a map": ("data/directory.geojson", _end('{"coordinates":[-78.91457,35.06123]}')),
    "point in parts of a degree": ("data/directory.geojson", _end("[789146,350612]")),
    "card's street": ("FINDER", _column("street", "4127 Lantern Hollow Rd")),
    "card's point": ("FINDER", _column("lat", 612)),
    "search words": ("FINDER", _end(f'["safe","{STREET.lower()}"]')),
    "site map": ("sitemap.xml", _end("<loc>https://directory.example/4127-lantern-hollow-road</loc>")),
    "style sheet": ("CSS", _end(f'.x::after{{content:"{STREET}"}}')),
}  # fmt: skip

NEW_FILES = {
    "worker's list": ("sw.js", f'const LIST = ["{quote(STREET)}.html"];'),
    "name of a file": ("r/4127-lantern-hollow.html", "<!doctype html>"),
    "name of a picture": ("assets/Lantern%20Hollow%204127%20Lantern%20Hollow.png", ""),
    "print page": ("print/safety.html", f"<td>{STREET}</td>"),
    "table": ("data/list.csv", f'"Safe Harbor Line","{STREET}"'),
    "contact card": ("r/safety.vcf", "ADR:;;4127 Lantern Hollow Road;Harborview"),
    "feed": ("changes.xml", f"<summary>moved to {STREET}</summary>"),
    "calendar": ("hours.ics", "LOCATION:4127 Lantern Hollow Road\\, Harborview"),
    "code as words": ("qr/safety.svg", "<svg><desc>geo:35.06123,-78.91457</desc></svg>"),
    "headers": ("_headers", "/4127-lantern-hollow\n  X: y"),
}


def plants(files: Mapping[str, bytes]) -> list[Plant]:
    """Give every leak, each in a site that is otherwise sound."""
    named = {
        "FINDER": next(path for path in files if path.startswith("data/finder-")),
        "CSS": next(path for path in files if path.endswith("site.css")),
    }
    found = [Plant(name, HIDDEN, path, _page(text)(files[path])) for name, (path, text) in IN_PAGES.items()]
    found += [Plant(name, entry, path, _page(text)(files[path])) for name, (entry, path, text) in OF_OTHERS.items()]
    found += [Plant(name, HIDDEN, OTHER, _head(text)(files[OTHER])) for name, text in IN_HEADS.items()]
    for name, (path, change) in IN_FILES.items():
        real = named.get(path, path)
        found.append(Plant(name, HIDDEN, real, change(files[real])))
    return found + [Plant(name, HIDDEN, path, text.encode()) for name, (path, text) in NEW_FILES.items()]
