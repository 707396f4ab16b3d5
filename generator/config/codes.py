"""The stable codes of problems in `site_config/`: a title and one plain sentence each, for the handbook."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means: a title of a few words, and one plain sentence on what to do."""

    title: str
    text: str


CODES: Mapping[str, Explanation] = MappingProxyType(
    {
        # Any file
        "E701": Explanation("File missing", "A file that every site needs is not in site_config/."),
        "E702": Explanation("Unknown key", "A key is not one of those this file may have; it is often misspelled."),
        "E703": Explanation("Key missing", "A key that this file must have is not there."),
        "E704": Explanation("Wrong kind of value", "A list, a text or a group of keys stands where another is wanted."),
        "E705": Explanation("Not one of the choices", "Only the listed words may stand here."),
        "E706": Explanation("Wrong form", "The text is not written in the form this field wants."),
        "E707": Explanation("Too long, too short or too many", "The text or the list has a size that is not allowed."),
        "E708": Explanation("More than one line", "A setting is one line of text with no blanks before or after it."),
        "E709": Explanation("Listed twice", "The same value stands in a list a second time."),
        # taxonomy.yaml
        "E710": Explanation("Slug used twice", "A group or service has the slug of another; every slug is used once."),
        "E711": Explanation("Path used twice", "Two pages would have the same address, or one that the site needs."),
        "E712": Explanation(
            "Telling path",
            "The address of a sensitive page must not tell what the page is about; use neutral words.",
        ),
        "E713": Explanation(
            "Telling or missing title",
            "A sensitive page needs a neutral title, which browsers and messages show.",
        ),
        "E714": Explanation("Unknown field", "A list of what to ask names a field that entries do not have."),
        "E715": Explanation(
            "Address rule without sensitive", "A service whose addresses need a release is always sensitive."
        ),
        # site.yaml
        "E720": Explanation("Unknown time zone", "The time zone is not a name of the time zone database."),
        "E721": Explanation("Quick row repeats an entry", "An entry stands in the quick row a second time."),
        "E722": Explanation("Language without words", "There is no file with the words of the site's language."),
        "E723": Explanation(
            "Geocoder without an address", "This provider has no public server: the settings have to name yours."
        ),
        # lead.yaml
        "E730": Explanation(
            "LEAD line without proof", "A published LEAD line needs its source, its date and who reviewed it."
        ),
        "E731": Explanation("No such date", "The date is not in the calendar, or not written year first."),
        "E732": Explanation("Hours not understood", "The hours of the LEAD line are not written as hours are."),
        "E733": Explanation(
            "Offer that names a service",
            "The words of an offer are open: no name of a service, above all not treatment, and no promise.",
        ),
        "E734": Explanation("Offer without a question", "An offer asks: at least one line ends in a question mark."),
        "E735": Explanation("Law twice", "A topic of a legal note stands in the list a second time."),
        # strings/*.yaml
        "E740": Explanation("Words missing", "A language file lacks words that the English file has."),
        "E741": Explanation("Words nobody uses", "A language file has words that the English file does not have."),
        "E742": Explanation("Placeholders differ", "The words in braces are not those of the English text."),
        "E743": Explanation("Broken placeholder", "A brace does not belong to a placeholder such as {name}."),
        "E744": Explanation("Half a plural", "A text for one thing (.one) needs a text for any other number (.other)."),
        # paper.yaml
        "E745": Explanation(
            "Unknown service on paper", "A printed form names a service that taxonomy.yaml does not have."
        ),
        # gaps.yaml
        "E770": Explanation("Gap about nothing known", "A gap is about a service or a group that taxonomy.yaml has."),
        "E771": Explanation("No such date of a gap", "The date is not in the calendar, or not written year first."),
        "E772": Explanation("Closed before it was named", "A gap ends after the date on which it was named."),
        # synonyms.yaml
        "E780": Explanation("Unknown service", "A block of words means a service that taxonomy.yaml does not have."),
        "E781": Explanation("Words without one meaning", "A block has words, and either means: or like:, not both."),
        "E782": Explanation("Unknown pin", "A block of words of crisis names a line that is not under pins."),
        "E783": Explanation("Pin without words", "A line under pins is never put on top: no block of words names it."),
        "E784": Explanation("Unknown field in words", "A block of words names a field that entries do not have."),
        "E785": Explanation("Word twice", "A word stands in the table a second time; it can mean one thing only."),
        "E786": Explanation(
            "Harmless word of crisis",
            "The name of a service cannot be a word of crisis: people type it without being in danger.",
        ),
        # changes.yaml
        "E791": Explanation("No such day", "The day of a change is not in the calendar."),
        "E792": Explanation("Change twice", "The same change of an entry stands in the register a second time."),
        # do-not-list.yaml
        "E795": Explanation("Nothing to know it by", "An agency needs a name, an id, a phone number or a web host."),
        "E796": Explanation("No such day on the do-not-list", "The day of a request is not in the calendar."),
    }
)
"""E701-E709 any file, E710s taxonomy, E720s site, E730s LEAD, E740s words, E745 paper, E770s gaps, E780s synonyms,
E790s registers.

E750-E769: see `place_codes`."""
