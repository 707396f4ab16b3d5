"""Patterns of whatever says where a place is: house numbers, streets, ways, boxes, coordinates and map links."""

from __future__ import annotations

import re

from generator.check.text_scan import Pattern

_UNITS = (
    r"(?!\s*(?:hours?|hrs?|h|days?|weeks?|months?|years?|minutes?|mins?|nights?|beds?|people|persons?|adults?|families"
    r"|women|men|children|percent|dollars|a\.?m|p\.?m)\b)"
)
_NUMBER = rf"(?<![\w.$-])\d{{1,6}}(?:-?[A-Za-z])?\b{_UNITS}"
_LINK_WORDS = (
    r"(?!(?:a|an|and|any|are|as|at|by|each|every|for|free|from|if|in|is|it|of|on|or|other|our|per|people|safe|so|that"
    r"|the|their|to|we|when|who|with|you|your)\b)"
)
_WORD = rf"{_LINK_WORDS}[\w.'\u2019-]+"
_TITLE = r"[A-Z0-9][\w.'\u2019-]*"
_STREETS = r"(?:street|str|st|avenue|ave|av|boulevard|blvd|road|rd|highway|hwy|parkway|pkwy|drive|dr|lane|ln|terrace)"
_TITLE_STREETS = (
    r"(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Highway|Hwy|Parkway|Pkwy|Drive|Dr|Lane|Ln|Terrace|Ter|Court|Ct"
    r"|Circle|Cir|Place|Pl|Way|Trail|Trl|Loop|Run|Square|Sq|Point|Pt|Plaza|Alley|Pike|Crossing|Cove|Bypass|STREET|ST"
    r"|AVENUE|AVE|BLVD|ROAD|RD|HWY|DRIVE|DR|LANE|LN|COURT|CT|CIR|WAY)"
)
_PLAIN_STREETS = r"(?:street|avenue|ave|boulevard|blvd|road|rd|highway|hwy|drive|lane|court)"
_NUMERALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
)  # fmt: skip
_COUNTS = rf"\b(?:{'|'.join(_NUMERALS)})(?:teen)?"
_ORDINALS = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
_LANDMARKS = (
    r"(?:fire|police|gas|bus|train)\s+station|hospital|church|chapel|mosque|temple|school|library|mall|court\s?house"
    r"|jail|park|airport|bridge|post\s+office|shopping|grocery|gas|river|lake|railroad|tracks|walmart|stadium"
)
MAPS = (
    r"maps\.(?:google|apple|app)\b|google\.[a-z.]+/maps|goo\.gl/maps|openstreetmap\.org|\bosm\.org|bing\.com/maps"
    r"|mapquest\.com|waze\.com|plus\.codes|what3words\.com|w3w\.co|///[a-z]+\.[a-z]+\.[a-z]+|\bgeo:-?\d"
)
"""Hosts of maps, and texts that a map turns into a place."""

_MAP_STARTS = (
    "maps.", "google.", "goo.gl", "openstreetmap", "osm.org", "bing.com", "mapquest", "waze.", "plus.codes",
    "what3words", "w3w.", "///", "geo:",
)  # fmt: skip
_STREET, _NUMBERED, _WAY, _DEGREES, _ROOM = (
    "the name of a street",
    "a house number and a street",
    "a way to find the place",
    "coordinates",
    "a part of a building",
)
_SIDES = r"(?:north|south|east|west|[nsew])"

ADDRESS_LIKE = (
    Pattern(_NUMBERED, rf"{_NUMBER}\s+(?:{_WORD}\s+){{1,4}}{_STREETS}\b", re.IGNORECASE),
    Pattern(_NUMBERED, rf"{_NUMBER}\s+(?:{_TITLE}\s+){{1,4}}{_TITLE_STREETS}\b"),
    Pattern(
        _NUMBERED,
        rf"{_COUNTS}[ -](?:{_WORD}[ -]){{1,4}}(?:street|avenue|ave|boulevard|blvd|road|rd|highway|hwy|lane)\b",
        re.IGNORECASE,
        _NUMERALS,
    ),
    Pattern(
        _NUMBERED,
        rf"(?i:{_COUNTS})[ -](?:{_TITLE}[ -]){{1,4}}(?:Drive|Court|Way|Circle)\b",
        re.NOFLAG,
        _NUMERALS,
    ),
    Pattern(_NUMBERED, r"\b(?:\d+|hundred)\s+block\s+of\b|\bhundred\s+block\b", re.IGNORECASE),
    Pattern(
        "a street in Spanish",
        r"\b(?i:calle|avenida|avda?\.|carretera|callej[oó]n|bulevar)\s+(?:[A-Z]\w+|#?\d+\b|(?:\w+\s+){1,3}#?\d{1,6}\b)",
        re.NOFLAG,
        ("calle", "aven", "avda", "carretera", "bulevar"),
    ),
    Pattern(
        _STREET,
        rf"\b(?:on|off|at|along|near)\s+(?:{_TITLE}\s+){{1,3}}{_TITLE_STREETS}\b",
        re.NOFLAG,
        ("on", "off", "at", "along", "near"),
    ),
    Pattern(
        _STREET,
        rf"\b(?:house|home|shelter|building|office|place|apartment|entrance)\s+(?:is\s+)?(?:on|at|off)\s+"
        rf"(?:{_WORD}\s+){{1,3}}{_PLAIN_STREETS}\b",
        re.IGNORECASE,
        ("house", "home", "shelter", "building", "office", "place", "apartment", "entrance"),
    ),
    Pattern(
        _STREET,
        r"\b(?!(?:The|A|Any|Every|Each|Your|Our|This|That|On|In|From|To|Off|Back|High)\b)[A-Z][A-Za-z'\u2019]+\s+"
        r"(?:Street|Avenue|Boulevard|Freeway|Expressway|Blvd|Ave|Rd|Hwy|Ln|Pkwy|Fwy)\b(?!\s+(?:Outreach|Medicine|Team))",
    ),
    Pattern(
        _STREET,
        rf"\b{_ORDINALS}\s+(?:street|avenue|ave)\b(?!\s+(?:outreach|medicine|team))",
        re.IGNORECASE,
    ),
    Pattern("a crossing", rf"\b{_TITLE_STREETS}\.?\s+(?:and|&|at)\s+(?:{_TITLE}\s+){{1,3}}{_TITLE_STREETS}\b"),
    Pattern(
        _WAY,
        r"\bcorner\s+of\b|\bintersection\s+of\b|\bcross\s+streets?\b|\bacross\s+(?:the\s+street\s+)?from\b|\bnext\s+door"
        r"\s+to\b|\blocated\s+(?:at|behind|beside|on|next)\b|\bturn\s+(?:left|right)\b|\bexit\s+\d+|\bbehind\s+the\b"
        r"|\bmile\s+(?:marker\s+|post\s+)?\d|\bmiles?\s+(?:north|south|east|west)\b",
        re.IGNORECASE,
        ("corner", "intersection", "cross", "across", "next", "located", "turn", "exit", "behind", "mile"),
    ),
    Pattern(
        _WAY,
        rf"\b(?:near|beside|opposite|past|next\s+to|close\s+to|blocks?\s+from|around\s+the\s+corner\s+from)\s+(?:the|a)\s+"
        rf"(?:[\w'-]+\s+){{0,2}}(?:{_LANDMARKS})\b",
        re.IGNORECASE,
        ("near", "beside", "opposite", "past", "next", "close", "block", "around"),
    ),
    Pattern(
        "a highway",
        r"\b(?:NC|US|SR|I|CR|N\.C\.|U\.S\.)[ -]?(?!(?:211|311|411|511|711|811|911|988)\b)\d{1,4}\b(?![-/:]\d)"
        r"|\b(?i:highway|hwy|interstate|route|rte|state\s+road|county\s+road)\.?[ -]?\d{1,4}\b",
    ),
    Pattern("a post box", r"\b(?:p\.?\s?o\.?\s?|post\s+office\s+)box\b|\bpob\s?\d|\bbox\s+#?\d{1,5}\b", re.IGNORECASE),
    Pattern("a ZIP code", r"\bzip(?:\s+code)?\W{1,3}\d", re.IGNORECASE, ("zip",)),
    Pattern(
        _NUMBERED,
        rf"{_NUMBER}\s+(?:[NSEW]\.?\s+)?(?i:main|elm|maple|oak|pine|cedar|walnut|broad|chestnut)\b(?!\s+(?i:trees?|wood))",
    ),
    Pattern(
        _NUMBERED,
        rf"\bhouse\s+(?:number|no\.?|#)\s*\d|\bnumber\s+\d{{1,6}}\s+on\b|\b(?:house|home|door|building)\s+(?:is\s+)?at"
        rf"\s+#?\d{{2,6}}\b(?![:.]?\s?\d){_UNITS}",
        re.IGNORECASE,
        ("house", "number", "home", "door", "building"),
    ),
    Pattern(_WAY, r"(?<!hour )(?<!hours )\b(?i:behind|beside|opposite|next\s+to|across\s+from)\s+[A-Z][a-z]+"),
    Pattern("a highway", r"\boff\s+the\s+\d{2,3}\b(?!st|nd|rd|th)", re.IGNORECASE, ("off",)),
    Pattern(
        _ROOM,
        rf"\b(?:suite|ste|apt|apartment|unit|lot|bldg|building|room|rm|floor|trailer)\.?\s*#?\s*\d{{1,5}}[A-Za-z]?\b"
        rf"(?![/:-]\d){_UNITS}",
        re.IGNORECASE,
        ("suite", "ste", "apt", "apartment", "unit", "lot", "bldg", "building", "room", "rm", "floor", "trailer"),
    ),
    Pattern(
        _ROOM,
        r"\b(?i:suite|apt|apartment|unit|lot)\.?\s#?[B-Z]\b",
        re.NOFLAG,
        ("suite", "apt", "apartment", "unit", "lot"),
    ),
    Pattern(_DEGREES, r"-?\d{1,3}\.\d{3,}\s*[,;/\s]\s*-?\d{1,3}\.\d{3,}|(?<![\w.])-?\d{2,3}\.\d{4,}(?![\w.])"),
    Pattern(_DEGREES, r"\b\d{2}\.\d{1,}\s*[,;/]?\s*-\d{2,3}\.\d|\b\d{2},\d{2,}\s*[;/]?\s*-\d{2,3},\d"),
    Pattern(_DEGREES, r"\d{1,3}\s?\u00b0\s?\d{0,2}[\s.'\u2032\d\"\u2033]*[NSEW]?\b"),
    Pattern(
        _DEGREES,
        r"\b\d{1,2}[ .'\u2032\"\u2033\d]{1,14}[NS]\b[ ,/]{0,4}\d{1,3}[ .'\u2032\"\u2033\d]{1,14}[EW]\b"
        r"|\b[NS]\s?\d{1,2}[ .'\u2032\"\u2033\d]{1,14}[ ,/]{0,2}[EW]\s?\d{1,3}\b|\b(?:latitude|longitude|lat)\W{1,3}\d",
        re.IGNORECASE,
    ),
    Pattern(_DEGREES, rf"\d\s?deg(?:rees)?\b[\s\d.'\"]{{0,12}}\b{_SIDES}\b", re.IGNORECASE),
    Pattern(
        "a plus code",
        r"(?<![\w+])(?=[A-Z]*\d)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+])",
        re.IGNORECASE,
    ),
    Pattern(
        "three words for a place",
        r"\bw(?:hat)?3w(?:ords?)?\b|\bgeo-?hash\b",
        re.IGNORECASE,
        ("w3w", "what3w", "geohash", "geo-hash"),
    ),
    Pattern("a link to a map", MAPS, re.IGNORECASE, _MAP_STARTS),
)
"""What is looked for in the whole text."""

STREET_LIKE = tuple(pattern for pattern in ADDRESS_LIKE if pattern.what in {_NUMBERED, _STREET, _ROOM})
"""What is looked for a second time in a text with blanks in place of the signs between words."""

OUTSIDE_LINKS = (Pattern("a geohash", r"(?<![\w./-])(?=[a-z]*\d+[a-z]+\d)[0-9b-hjkmnp-z]{7,12}(?![\w./-])"),)
"""What is looked for beside web addresses only, which are full of such letters."""

ZIP = Pattern("a ZIP code", r"(?<![\w.$/#-])\d{5}(?:-\d{4})?(?![\w-])")
