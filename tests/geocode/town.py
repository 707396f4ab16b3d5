"""Writes Harbor County as an OSM file, for a real Nominatim: python -m tests.geocode.town > town.osm.

Invented: a state's square, a county, two towns that both have an Anchor Street, a few houses, a row of houses of which
only the ends are known, and a shelter with a name. How to serve it: tests/geocode/README.md.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

Box = tuple[float, float, float, float]
"""South, west, north, east."""

STATE: Box = (34.45, -79.45, 35.55, -78.35)
COUNTY: Box = (34.9, -79.0, 35.3, -78.6)
TIDEWATER: Box = (35.04, -78.90, 35.07, -78.86)
SAINT_ANNS: Box = (35.19, -78.72, 35.21, -78.68)
PLACE = {"Tidewater": (TIDEWATER, "28399"), "Saint Anns": (SAINT_ANNS, "28398")}
STREETS = (
    ("Tidewater", "Anchor Street", 35.0500),
    ("Tidewater", "Kelp Road", 35.0550),
    ("Tidewater", "South Eel Street", 35.0450),
    ("Tidewater", "Pe\u00f1a Trail", 35.0600),
    ("Saint Anns", "Anchor Street", 35.2000),
    ("Saint Anns", "Mole Lane", 35.2050),
)
HOUSES = (
    ("Tidewater", "Anchor Street", ("8", "12", "14", "20"), 35.0502),
    ("Tidewater", "South Eel Street", ("3",), 35.0452),
    ("Tidewater", "Pe\u00f1a Trail", ("7",), 35.0602),
    ("Saint Anns", "Anchor Street", ("12", "77"), 35.2002),
    ("Saint Anns", "Mole Lane", ("5",), 35.2052),
)


class Osm:
    """Nodes, ways and relations, with ids that rise within each kind, as the importer wants them."""

    def __init__(self) -> None:
        self.nodes: list[str] = []
        self.ways: list[str] = []
        self.relations: list[str] = []

    def node(self, lat: float, lon: float, **tags: str) -> int:
        number = len(self.nodes) + 1
        self.nodes.append(f'<node id="{number}" lat="{lat:.6f}" lon="{lon:.6f}">{_tags(tags)}</node>')
        return number

    def way(self, nodes: list[int], **tags: str) -> int:
        number = len(self.ways) + 1
        refs = "".join(f'<nd ref="{node}"/>' for node in nodes)
        self.ways.append(f'<way id="{number}">{refs}{_tags(tags)}</way>')
        return number

    def area(self, box: Box, name: str, level: str, **tags: str) -> None:
        south, west, north, east = box
        corners = [self.node(*c) for c in ((south, west), (south, east), (north, east), (north, west))]
        outer = self.way([*corners, corners[0]])
        own = {"type": "boundary", "boundary": "administrative", "admin_level": level, "name": name, **tags}
        member = f'<member type="way" ref="{outer}" role="outer"/>'
        self.relations.append(f'<relation id="{len(self.relations) + 1}">{member}{_tags(own)}</relation>')

    def text(self) -> str:
        parts = [*self.nodes, *self.ways, *self.relations]
        return "\n".join(['<osm version="0.6">', *parts, "</osm>"]) + "\n"


def town() -> str:
    """Give the whole file."""
    osm = Osm()
    osm.area(STATE, "North Carolina", "4", ref="NC", **{"ISO3166-2": "US-NC"})
    osm.area(COUNTY, "Harbor County", "6")
    for name, (box, zip_code) in PLACE.items():
        osm.area(box, name, "8")
        osm.node((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, place="town", name=name, postal_code=zip_code)
    for where, name, lat in STREETS:
        west = PLACE[where][0][1] + 0.005
        nodes = [osm.node(lat, west + step * 0.002) for step in range(8)]
        osm.way(nodes, highway="residential", name=name)
    for where, name, numbers, lat in HOUSES:
        for number in numbers:
            osm.node(lat, _lon(where, number), **_address(where, name, number))
    ends = [osm.node(35.0552, _lon("Tidewater", n), **_address("Tidewater", "Kelp Road", n)) for n in ("100", "110")]
    osm.way(ends, **{"addr:interpolation": "even"})
    shelter = {"amenity": "social_facility", "social_facility": "shelter", "name": "Harbor House"}
    osm.node(35.0503, _lon("Tidewater", "30"), **shelter, **_address("Tidewater", "Anchor Street", "30"))
    return osm.text()


def _lon(where: str, number: str) -> float:
    return PLACE[where][0][1] + 0.005 + int(number) * 0.0001


def _address(where: str, street: str, number: str) -> dict[str, str]:
    return {
        "addr:housenumber": number,
        "addr:street": street,
        "addr:city": where,
        "addr:postcode": PLACE[where][1],
        "addr:state": "NC",
    }


def _tags(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())


if __name__ == "__main__":
    print(town(), end="")
