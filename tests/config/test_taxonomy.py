"""`taxonomy.yaml`: defaults, neutral addresses, what is told about mistakes, and the real groups and services."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.config.shape import open_file
from generator.config.taxonomy import Codes, Kind, Taxonomy
from generator.config.taxonomy_read import load_taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.config.settings import Settings

FILE = "site_config/taxonomy.yaml"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real() -> Taxonomy:
    """The groups and services of the real directory."""
    data = (ROOT / FILE).read_bytes()
    return load_taxonomy(open_file("taxonomy.yaml", data, "taxonomy"))


def test_a_service_takes_from_its_group_what_it_leaves_out(settings: Settings) -> None:
    """Facts to ask, sensitivity and the neutral title come from the group; the path from the slug."""
    meals = settings.taxonomy.services["meals"]
    assert (meals.ask, meals.sensitive, meals.path, meals.title) == (
        ("id_required", "criminal_record.arson"),
        False,
        "meals",
        "Meals",
    )
    assert (meals.kind, meals.codes, meals.address_release_needed) == (Kind.OTHER, Codes(), False)
    sensitive = settings.taxonomy.services["domestic-violence"]
    assert (sensitive.sensitive, sensitive.title) == (True, "Help and support")


def test_a_service_may_say_otherwise(settings: Settings) -> None:
    """What a service writes itself wins over its group, and the order of intercepts is kept."""
    pantry = settings.taxonomy.services["pantry"]
    assert (pantry.ask, pantry.path, pantry.kind) == (("cost",), "groceries", Kind.HEALTH)
    assert (pantry.intercepts, pantry.codes) == ((1, 0), Codes(oe=("1130",)))


def test_a_service_of_a_sensitive_group_may_be_plain(changed: Callable[[str, str, str], Settings]) -> None:
    """`sensitive: no` in a sensitive group gives the label as title again."""
    plain = "kind: safety\n        sensitive: no"
    old = "kind: safety\n        intercepts: [0]\n        path: safety-1\n        address: release-needed\n"
    service = changed("taxonomy.yaml", old, f"{plain}\n        intercepts: [0]\n").taxonomy.services[
        "domestic-violence"
    ]
    assert (service.sensitive, service.title) == (False, "Violence at home")


def test_groups_keep_the_order_of_the_file_and_split_into_tiles_and_more(settings: Settings) -> None:
    """The order of the file is the order of the pages; groups without a tile are behind "More"."""
    taxonomy = settings.taxonomy
    assert [(group.slug, group.order) for group in taxonomy.groups] == [("food", 1), ("safety", 2)]
    assert [group.slug for group in taxonomy.tiles] == ["food"]
    assert [group.slug for group in taxonomy.more] == ["safety"]
    assert taxonomy.group("food").services[1] is taxonomy.services["pantry"]
    with pytest.raises(KeyError):
        taxonomy.group("meals")


def test_an_entry_takes_from_all_of_its_services(settings: Settings) -> None:
    """Intercepts are joined; one sensitive, urgent or guarded service is enough; unknown slugs count for nothing."""
    taxonomy = settings.taxonomy
    assert taxonomy.intercepts(["meals", "pantry", "nowhere"]) == (0, 1)
    assert taxonomy.sensitive(["meals", "domestic-violence"])
    assert taxonomy.urgent(["meals", "domestic-violence"])
    assert taxonomy.address_release_needed(["meals", "domestic-violence"])
    assert not taxonomy.sensitive(["meals", "pantry"])
    assert not taxonomy.urgent(["meals", "pantry"])
    assert not taxonomy.address_release_needed(["meals", "pantry"])


def test_rewording_changes_texts_and_leaves_addresses(settings: Settings) -> None:
    """Labels, titles and definitions change everywhere; slugs and paths nowhere."""
    loud = settings.taxonomy.reworded(str.upper)
    assert loud.group("food").label == "FOOD"
    assert loud.services["meals"] is loud.group("food").services[0]
    assert (loud.services["meals"].definition, loud.services["meals"].title) == ("HOT FOOD TO EAT NOW.", "MEALS")
    assert (loud.services["pantry"].slug, loud.services["pantry"].path) == ("pantry", "groceries")


def test_the_real_taxonomy_is_complete(real: Taxonomy) -> None:
    """13 groups, 62 services, seven tiles before "More", and no slug or path used twice."""
    pages = [*real.groups, *real.services.values()]
    assert (len(real.groups), len(real.services)) == (13, 62)
    assert [group.label for group in real.tiles] == [
        "Crisis now",
        "Withdrawal and medicine",
        "A place to sleep",
        "Food and basics",
        "Safety",
        "Health",
        "Safer use",
    ]
    assert len({page.slug for page in pages}) == len(pages)
    assert len({page.path.casefold() for page in pages}) == len(pages)


def test_real_sensitive_pages_have_neutral_addresses_and_titles(real: Taxonomy) -> None:
    """Whoever sees an address, a tab or a message cannot tell what a sensitive page is about."""
    sensitive = [page for page in (*real.groups, *real.services.values()) if page.sensitive]
    assert {page.path for page in sensitive} == {"safety", *(f"safety-{number}" for number in range(1, 7))}
    assert {page.title for page in sensitive} == {"Help and support"}


def test_real_addresses_of_the_four_guarded_services_need_a_release(real: Taxonomy) -> None:
    """The four services whose places are kept from the public, and no others."""
    guarded = {service.slug for service in real.services.values() if service.address_release_needed}
    assert guarded == {"domestic-violence", "sexual-assault", "human-trafficking", "youth-runaway"}


def test_shelter_asks_what_keeps_people_out(real: Taxonomy) -> None:
    """For a bed tonight the barriers come in the order in which an officer meets them."""
    assert real.services["shelter"].ask == (
        "le_dropoff",
        "id_required",
        "pets",
        "couples_together",
        "accepts_intoxicated",
        "accepts_people_on_moud",
        "criminal_record.sex_offense_registry",
        "accessibility",
    )


NEUTRAL = "a neutral title, such as  title: Help and support"
SLUG = "small letters and digits, joined by single hyphens, such as"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "      meals:",
            "      food:",
            "8:7 E710 food (also in line 2) | a slug that no other group or service has",
        ),
        ("      meals:", "      Meals:", f"8:7 E706 Meals: | {SLUG}  crisis-line"),
        (
            "path: groceries",
            "path: meals",
            "17:15 E711 find/meals.html, which is the page of meals | a path that no other page has",
        ),
        (
            "path: groceries",
            "path: safety-1",
            "33:15 E711 find/safety-1.html, which is the page of pantry | a path that no other page has",
        ),
        (
            "path: groceries",
            "path: more",
            "17:15 E711 find/more.html | another path: the site needs this one",
        ),
        ("path: groceries", "path: Groceries", f"17:15 E706 Groceries | {SLUG}  safety-1"),
        (
            "path: safety-1",
            "path: dv-help",
            "33:15 E712 find/dv-help.html | neutral words, such as  path: safety-1",
        ),
        (
            "        path: safety-1\n",
            "",
            "28:7 E712 find/domestic-violence.html | neutral words, such as  path: safety-1",
        ),
        ("    title: Help and support\n", "", f"20:3 E713 no title: | {NEUTRAL}"),
        (
            "title: Help and support",
            "title: Domestic violence help",
            f"25:12 E713 Domestic violence help | {NEUTRAL}",
        ),
        (
            "path: safety-1",
            "path: safety-1\n        title: Escape abuse",
            f"34:16 E713 Escape abuse | {NEUTRAL}",
        ),
        (
            "id_required",
            "id_requird",
            "6:11 E714 id_requird | id_required (did you mean that?) |     ask: [id_required, criminal_record.arson]",
        ),
        ("ask: [cost]", "ask: [mood]", "18:15 E714 mood | moud (did you mean that?) |         ask: [moud]"),
        ("ask: [cost]", "ask: [weather]", "18:15 E714 weather | the name of a field of entries"),
        (
            "    sensitive: yes\n    title: Help and support\n",
            "",
            "32:18 E715 a service that is not sensitive | sensitive: yes as well",
        ),
        ("tile: no", "tile: maybe", "23:11 E705 maybe | yes or no"),
        ("[1, 0]", "[1, 7]", "16:25 E705 7 | 0, 1, 2, 3, 4 or 5"),
        ("[1, 0]", "[1, 1]", "16:25 E709 1 a second time | each value once"),
        ("oe: [1130]", "oe: [PN-8100]", "19:22 E706 PN-8100 | three to five digits, such as  1121"),
        (
            "        definition: Hot food to eat now.\n",
            "",
            "8:7 E703 no definition: here | the key definition:, such as  definition: A bed for tonight.",
        ),
    ],
)
def test_one_mistake_gives_one_message(
    messages: Callable[[str, str, str], list[str]], old: str, new: str, told: str
) -> None:
    """A mistake is told once, at its place, with what is wanted and, where it is sure, the corrected line."""
    assert messages("taxonomy.yaml", old, new) == [f"{FILE}:{told}"]
