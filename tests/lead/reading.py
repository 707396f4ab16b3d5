"""The sentences of a page, so that its school grade can be taken: whole sentences of ours, no labels, no quotes."""

from __future__ import annotations

from html.parser import HTMLParser

from generator.check.grade import counts, grade, sentences

BLOCKS = frozenset(
    {"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "caption", "summary", "label", "div", "section"}
)
LEFT_OUT = frozenset({"script", "style", "svg", "nav", "footer", "header", "head", "q", "blockquote", "button", "code"})
VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "path", "circle", "rect", "use"})
LEAST = 4
"""Words of a sentence; fewer are a label."""


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[list[str]] = [[]]
        self.left_out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        quoted = "quote" in (dict(attrs).get("class") or "").split()
        if tag not in VOID and (self.left_out or tag in LEFT_OUT or quoted):
            self.left_out.append(tag)
        if tag in BLOCKS:
            self.blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            self.left_out.pop()
        if tag in BLOCKS:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self.blocks[-1].append(data)


def prose(html: str) -> list[str]:
    """Give the sentences of a page: texts of a block that end as sentences do."""
    parser = _Blocks()
    parser.feed(html)
    texts = (" ".join("".join(parts).split()) for parts in parser.blocks)
    found = [sentence for text in texts for sentence in sentences(text) if sentence.endswith((".", "!", "?"))]
    return [sentence for sentence in found if counts(sentence)[0] >= LEAST]


def page_grade(html: str) -> tuple[int, float | None]:
    """Give how many words of sentences a page has, and its school grade or None where they are too few."""
    counted = [counts(sentence) for sentence in prose(html)]
    return sum(words for words, _ in counted), grade(counted)
