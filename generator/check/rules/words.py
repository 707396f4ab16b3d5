"""Plain, kind words: what people who need help read about themselves, and whether they can read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.check.finding import Finding
from generator.check.fold import mixed_word
from generator.check.grade import counts, grade, sentences
from generator.check.guess import word_set
from generator.check.subject import leaves, text_at
from generator.entry.strict_text import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.entry.strict_yaml import Path, Value

HARDEST_GRADE = 9.0
"""Flesch-Kincaid school grade above which a text is told; the aim is grade 6 (Kincaid and others, 1975)."""

OUR_TEXTS = word_set(
    "alert answers capacity_note curfew documents eligibility first_step if_no_answer length_of_stay note "
    "note_for_officers also_offers requirements summary text transport_note what_happens"
)
_PROSE = ("summary", "what_happens", "first_step", "eligibility")

# Sources: ONDCP, Changing the Language of Addiction; NIDA, Words Matter; Shatterproof. The rest is usage in the field.
_WORDS = (
    (
        r"(?<!former )\baddicts?\b|\bjunkies?\b|\b(?:drug|substance) (?:ab)?users?\b",
        "a person with a substance use disorder",
    ),
    (r"\balcoholics?\b(?! anonymous)", "a person with alcohol use disorder"),
    (r"\b(?:drug|substance|alcohol) abuse\b|\bdrug (?:habit|problem)s?\b", "substance use"),
    (
        r"\b(?:is|are|be|been|get|gets|getting|got|stay|stays|staying|come) clean\b|\bclean and sober\b",
        "in recovery, not using",
    ),
    (r"\bclean (?:needles?|syringes?|works)\b", "new, sterile syringes"),
    (r"\b(?:clean|dirty) (?:urine|drug )?(?:tests?|screens?|urines?)\b", "a test that is negative or positive"),
    (r"\bformer addicts?\b|\breformed\b", "a person in recovery"),
    (r"\bopioid (?:replacement|substitution)\b|\bmethadone maintenance\b|\bMAT\b", "medicine for opioid use disorder"),
    (r"\boffenders?\b|\bex-?cons?\b|\bfelons?\b", "a person with a conviction"),
    (r"\binmates?\b", "a person in jail, or coming home from jail"),
    (r"\bthe homeless\b", "people without housing"),
    (r"\b(?:the )?mentally ill\b", "people with a mental illness"),
    (r"\bprostitutes?\b", "people who do sex work"),
    (r"\bcommit(?:s|ted|ting)? suicide\b", "died by suicide"),
    (r"\bnon-?complian(?:t|ce)\b|\brefuse[sd] (?:treatment|help|services)\b", "did not want to, chose not to"),
    (r"\bsuspects?\b", "a person"),
    (r"\bdetox(?:ification)?\b(?!\))", "withdrawal care (detox)"),
)
UNKIND = tuple(
    (re.compile(expression, 0 if "MAT" in expression else re.IGNORECASE), better) for expression, better in _WORDS
)
# One of these is in every text that has such a word: a find costs a hundredth of a search.
_SIGNS = (
    "addict", "junkie", "drug", "substance", "alcohol", "clean", "dirty", "reformed", "opioid", "maintenance",
    "offender", "ex-con", "excon", "felon", "inmate", "homeless", "mentally", "prostitute", "suicide", "complian",
    "refuse", "suspect", "detox", "mat",
)  # fmt: skip
MARKUP = re.compile(r"</?[a-zA-Z][^>\n]{0,80}>|\*\*|\]\(|__[^_]+__|&(?:amp|nbsp|lt|gt|quot|#\d+);")


def words(subject: Subject) -> Iterator[Finding]:
    """Tell words in our own texts that make people feel judged."""
    plain = subject.document.text.lower()
    signs = [sign for sign in _SIGNS if sign in plain]
    if not signs:
        return
    names = f"{text_at(subject.data, 'name')}\n{text_at(subject.data, 'organization')}".lower()
    for path, text in _our_texts(subject.data):
        if not any(sign in text.lower() for sign in signs):
            continue
        for hit, better in hurting(text):
            if hit.group().lower() not in names:
                wanted = f"kinder or plainer words, such as:  {better}"
                yield Finding("W608", path, hit.group(), wanted, part=hit.group(), start=hit.start())


def hurting(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Give the words of a text that make people feel judged, the first of each kind, each with better ones."""
    for expression, better in UNKIND:
        hit = expression.search(text)
        explained = better.startswith("withdrawal care") and "withdrawal" in text.lower()
        if hit and not explained:
            yield hit, better


def markup(subject: Subject) -> Iterator[Finding]:
    """Tell signs of HTML or Markdown, which visitors would see."""
    if not MARKUP.search(subject.document.text):
        return
    for path, text in leaves(subject.data):
        hit = MARKUP.search(text)
        if hit and not text.startswith(("http://", "https://")):
            yield Finding("W617", path, hit.group(), "plain words; texts are shown as they stand", part=hit.group())


def alphabets(subject: Subject) -> Iterator[Finding]:
    """Tell words that mix letters of two alphabets, which look right and cannot be found by a search."""
    if subject.document.text.isascii() and "\\" not in subject.document.text:
        return
    for path, text in leaves(subject.data):
        word = "" if text.startswith(("http://", "https://")) else mixed_word(text)
        if word:
            odd = next(letter for letter in word if not letter.isascii())
            wanted = "the whole word in letters of one alphabet: type it again"
            yield Finding("W618", path, f"{named(odd)} in  {word}", wanted, part=word)


def reading_level(subject: Subject) -> Iterator[Finding]:
    """Tell a description that needs more than nine years of school."""
    texts = [(key, text_at(subject.data, key)) for key in _PROSE]
    told = [(key, sentence, counts(sentence)) for key, text in texts for sentence in sentences(text)]
    level = grade(count for _, _, count in told)
    if level is not None and level > HARDEST_GRADE:
        key, longest, _ = max(told, key=lambda item: item[2][0])
        wanted = f"grade {HARDEST_GRADE:.0f} or below: shorter words and sentences. The longest is:  {_start(longest)}"
        yield Finding("W609", (key,), f"words for school grade {level:.0f}", wanted, part=longest[:40])


def _start(sentence: str) -> str:
    return sentence if len(sentence) <= 80 else sentence[:77].rstrip() + "..."


def _our_texts(data: dict[str, Value]) -> Iterator[tuple[Path, str]]:
    for path, text in leaves(data):
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        if name in OUR_TEXTS and path[0] not in {"sources", "editor_note"}:
            yield path, text
