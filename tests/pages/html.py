"""A page as the tests read it: its elements, its visible text, its links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr", "path", "circle", "rect", "use"}
UNSEEN = {"script", "style", "head", "symbol"}


@dataclass
class Element:
    """One element with its attributes, the text inside it, and the tags it stands in."""

    tag: str
    attrs: dict[str, str]
    within: tuple[str, ...]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, with single spaces between words and between elements."""
        return " ".join(" ".join(self.texts).split())

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attrs.get("class", "").split()


class Html(HTMLParser):
    """One page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.elements: list[Element] = []
        self.nodes: list[str] = []
        self._open: list[Element] = []
        self.feed(source)
        assert not self._open, f"not closed: {[e.tag for e in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: <{tag} {attrs}>"
        element = Element(tag, {k: v or "" for k, v in attrs}, tuple(e.tag for e in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"closed but never opened: {tag}"
        assert self._open[-1].tag == tag, f"</{tag}> inside <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)
        tags = {element.tag for element in self._open}
        if data.strip() and not tags & UNSEEN:
            self.nodes.append(" ".join(data.split()))

    def all(self, tag: str = "", **attrs: str) -> list[Element]:
        """Give the elements of a tag with these attributes; `class_` matches one class."""
        wanted = attrs.pop("class_", "")
        return [
            e
            for e in self.elements
            if (not tag or e.tag == tag)
            and (not wanted or wanted in e.classes)
            and all(e.attrs.get(k.replace("_", "-")) == v for k, v in attrs.items())
        ]

    def one(self, tag: str = "", **attrs: str) -> Element:
        """Give the only such element."""
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} of <{tag} {attrs}>"
        return found[0]

    @property
    def title(self) -> str:
        """What the browser's tab shows."""
        return self.one("title").text

    @property
    def main(self) -> str:
        """The text of the page's main part."""
        return self.one("main").text

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [e.attrs["href"] for e in self.all("a")]
