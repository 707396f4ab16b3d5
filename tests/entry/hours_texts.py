"""Random hours texts of the written subset, built from its grammar and not from the code that writes it."""

from hypothesis import strategies as st

from generator.entry.hours import HoursError, parse

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR, LAST_YEAR = 2025, 2028

COMMENTS = st.sampled_from(
    ("by appointment", "white flag nights only", "call; then 'ring' twice, ¿sí?", "9:00, or 24/7 off?", "PH")
)


@st.composite
def clocks(draw: st.DrawFn, low: int, high: int) -> int:
    """Minutes of the day, mostly on quarters of an hour."""
    return draw(st.one_of(st.integers(low // 15, high // 15).map(lambda n: n * 15), st.integers(low, high)))


def written(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def times(draw: st.DrawFn) -> str:
    """One to three spans of a day; the last may run past midnight."""
    if draw(st.integers(0, 9)) == 0:
        return "00:00-24:00"
    cuts = sorted(draw(st.lists(clocks(0, 1440), min_size=2, max_size=6, unique=True)))
    spans = [f"{written(a)}-{written(b)}" for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    if draw(st.integers(0, 2)) == 0:
        late = draw(clocks(1200, 1439))
        spans = [span for span in spans if span[6:] < written(late)] + [
            f"{written(late)}-{written(draw(clocks(0, 600)))}"
        ]
    return ",".join(spans)


@st.composite
def days(draw: st.DrawFn) -> str:
    """Weekdays, ranges of them (over Sunday too), nth weekdays and public holidays, joined by commas."""

    def one() -> str:
        first, last = draw(st.permutations(WEEKDAYS))[:2]
        kind = draw(st.integers(1, 6))
        if kind == 1:
            numbers = draw(
                st.lists(st.sampled_from(("1", "2", "3", "4", "5", "-1")), min_size=1, max_size=3, unique=True)
            )
            return f"{first}[{','.join(numbers)}]"
        return first if kind < 4 else f"{first}-{last}"

    found = [one() for _ in range(draw(st.integers(0, 3)))]
    return ",".join([*found, "PH"] if not found or draw(st.integers(0, 4)) == 0 else found)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Dates, date ranges, months and month ranges, joined by commas."""

    def day(year: str = "") -> str:
        month = draw(st.integers(0, 11))
        return f"{year}{MONTHS[month]} {draw(st.integers(1, LENGTHS[month])):02}"

    def dated() -> str:
        year = draw(st.integers(FIRST_YEAR, LAST_YEAR))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            return day()
        if kind == 1:
            return day(f"{year} ")
        if kind == 2:
            return f"{day()}-{day()}"
        return f"{day(f'{year} ')}-{day(f'{year + draw(st.integers(0, 1))} ')}"

    def monthly() -> str:
        first, last = draw(st.permutations(MONTHS))[:2]
        return draw(st.sampled_from((first, f"{first}-{last}")))

    one = draw(st.sampled_from((dated, monthly)))
    return ",".join(one() for _ in range(draw(st.integers(1, 2))))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """One part of a text between semicolons."""
    parts = [draw(dates())] if draw(st.integers(0, 2)) == 0 else []
    if not parts:
        parts.append(draw(days()))
    elif draw(st.booleans()):
        parts.append(draw(days().filter(lambda text: "PH" not in text and text.count("[") < 2)))
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return " ".join([*parts, "off"])
    if kind == 1:
        bare = draw(st.booleans())
        return " ".join([*([] if bare else parts), "unknown", f'"{draw(COMMENTS)}"'])
    parts.append(draw(times()))
    if kind == 2:
        parts.append(f'open "{draw(COMMENTS)}"')
    if kind == 3:
        parts.append("unknown")
    return " ".join(parts)


def is_readable(text: str) -> bool:
    try:
        parse(text)
    except HoursError:
        return False
    return True


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text the subset accepts: rules drawn one after the other, those left out that do not go with the others."""
    text = "24/7" if draw(st.integers(0, 19)) == 0 else ""
    for rule in draw(st.lists(rules(), min_size=1, max_size=5)):
        longer = f"{text}; {rule}" if text else rule
        if is_readable(longer):
            text = longer
    return text or "Mo-Fr 09:00-17:00"
