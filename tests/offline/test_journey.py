"""The host is dead, its process killed: whoever kept the site has all of it, in Chromium and in WebKit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.offline.phones import Chromium, cached, controlled, keep, left_behind, loads, text, wait_for
from tests.offline.releases import kept_pages, release

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.offline.host import Host
    from tests.offline.phones import Phone

ASK_EVERYTHING = """
const options = [...new Set([...document.querySelectorAll(".filters [data-option]")].map((one) => one.dataset.option))];
const found = {};
for (const asked of [...options.map((id) => `f=${id}`), "open=now", "open=2026-11-28T09:00", "q=detox", "q=comida"]) {
  location.hash = asked;
  await new Promise((done) => setTimeout(done, 30));
  found[asked] = [...document.querySelectorAll(".results .card")].map((card) => card.textContent);
}
return found;
"""


def answers(phone: Phone, host: Host) -> dict[str, Any]:
    """Give what home shows for every filter, two times of opening and words, and a list for a place that was typed."""
    phone.open(f"{host.address}index.html#f=pets")
    wait_for(phone, "#finder.on .chip")
    found = dict(phone.run(ASK_EVERYTHING))
    phone.open(f"{host.address}find/food.html#near=Harborview")
    phone.until("return /about [\\d.]+ mile/.test(document.querySelector('.results').textContent)")
    return {**found, "near": text(phone, ".results")}


def test_without_a_copy_a_dead_host_is_a_dead_site(phone: Phone, host: Host) -> None:
    """The control: what was visited a moment ago does not come up again by itself."""
    assert loads(phone, f"{host.address}index.html")
    host.die()
    assert not loads(phone, f"{host.address}index.html")


def test_all_of_it_works_when_the_host_is_dead(phone: Phone, host: Host) -> None:
    """Home, search, every filter, hours, distance from a typed place, every page: the same as before."""
    before = answers(phone, host)
    assert sum(map(bool, before.values())) > 30
    said = keep(phone, host.address, rest=True)
    assert re.fullmatch(r"Kept on this phone\. Saved \w+ \d+ [ap]m, data of Nov 20\.", said)
    host.die()
    assert answers(phone, host) == before
    assert controlled(phone)
    for path in kept_pages():
        phone.open(host.address + path)
        assert text(phone, "h1"), path
        assert phone.run("return document.documentElement.outerHTML.length") > 1000, path


def test_every_file_of_the_copy_is_what_was_published(phone: Phone, host: Host) -> None:
    """Byte for byte, also under the addresses that hosts answer as well: folders, and pages without .html."""
    keep(phone, host.address)
    host.die()
    phone.open(host.address)
    assert text(phone, "h1") == "Find help in Harbor County, NC"
    for path in [*kept_pages(), *(path for path in release(1) if path.startswith("assets/"))]:
        if path != "find/safety.html":
            found = phone.run(f"return (await fetch({host.address + path!r})).text()")
            assert found == release(1)[path].decode(), path
    for short, path in (("find/", "find/index.html"), ("r/night-tide", "r/night-tide.html")):
        assert phone.run(f"return (await fetch({host.address + short!r})).text()") == release(1)[path].decode()


def test_what_is_not_kept_says_so(phone: Phone, host: Host) -> None:
    """No error of the browser: the page says that it is not here, and has 911 and the way home."""
    keep(phone, host.address)
    host.die()
    for path in ("handbook/index.html", "r/safety-1.html", "r/nobody.html"):
        phone.open(host.address + path)
        assert text(phone, "h1") == "This page is not on this phone", path
        assert phone.run("return Boolean(document.querySelector('a[href=\"tel:911\"]'))")


def test_private_pages_are_there_only_when_asked_for(phone: Phone, host: Host) -> None:
    """Of them the copy holds hotlines; ticked, all of it; unticked, hotlines again."""
    keep(phone, host.address)
    assert "r/safety-2" not in str(cached(phone))
    phone.tap("[data-rest]")
    phone.until("return !document.querySelector('[data-rest]').disabled")
    assert "r/safety-2" in str(cached(phone))
    host.die()
    phone.open(f"{host.address}r/safety-2.html")
    assert text(phone, "h1") == "Lighthouse Advocates"
    phone.open(f"{host.address}keep.html")
    wait_for(phone, "[data-remove]")
    assert phone.run("return document.querySelector('[data-rest]').checked") is True
    phone.tap("[data-rest]")
    phone.until("return !document.querySelector('[data-rest]').disabled")
    host.start()
    assert "r/safety-2" not in str(cached(phone))


def test_the_search_finds_private_places_where_they_are_kept(phone: Phone, host: Host) -> None:
    """With a signal all of them, without one only where the visitor asked for them; the hotline always."""
    keep(phone, host.address)
    assert found(phone, host, "lighthouse+advocates") == ["Lighthouse Advocates"]
    host.die()
    assert "Lighthouse Advocates" not in found(phone, host, "lighthouse+advocates")
    assert "Safe Harbor Line" in found(phone, host, "violence")
    host.start()
    phone.open(f"{host.address}keep.html")
    wait_for(phone, "[data-rest]")
    phone.tap("[data-rest]")
    phone.until("return !document.querySelector('[data-rest]').disabled")
    host.die()
    assert found(phone, host, "lighthouse+advocates") == ["Lighthouse Advocates"]


def found(phone: Phone, host: Host, words: str) -> list[str]:
    """Give the names that home finds for these words."""
    phone.open(f"{host.address}about.html")
    phone.open(f"{host.address}index.html#q={words}")
    phone.until("return document.querySelector('.results')?.textContent.length > 20")
    phone.run("await new Promise((done) => setTimeout(done, 300))")
    return list(phone.run("return [...document.querySelectorAll('.results .card h3')].map((one) => one.textContent)"))


def test_remove_leaves_nothing(phone: Phone, host: Host) -> None:
    """No cache, no worker, no other storage, also without a signal; and nothing comes back by itself."""
    keep(phone, host.address, rest=True)
    assert left_behind(phone)
    host.die()
    phone.open(f"{host.address}keep.html")
    wait_for(phone, "[data-remove]")
    phone.tap("[data-remove]")
    phone.until("return /^Removed/.test(document.querySelector('[data-state]').textContent)")
    assert left_behind(phone) == []
    assert not loads(phone, f"{host.address}index.html")
    host.start()
    phone.open(f"{host.address}index.html")
    assert left_behind(phone) == []
    assert not controlled(phone)


def test_remove_holds_while_something_is_on_its_way(phone: Phone, host: Host) -> None:
    """What was asked for before, and arrives after it, is not kept."""
    keep(phone, host.address)
    phone.run(
        """const cache = await caches.open((await caches.keys())[0]);
        const lost = (await cache.keys()).find((one) => one.url.includes("/about.html"));
        await cache.delete(lost);"""
    )
    host.asked()
    host.pause()
    phone.run("(await navigator.serviceWorker.ready).active.postMessage({ ask: 'fill' })")
    phone.tap("[data-remove]")
    phone.until("return /^Removed/.test(document.querySelector('[data-state]').textContent)")
    host.pause(go_on=True)
    while "about.html" not in host.asked():
        phone.run("await new Promise((done) => setTimeout(done, 50))")
    phone.run("navigator.serviceWorker.controller?.postMessage({ ask: 'checked' })")
    phone.run("await new Promise((done) => setTimeout(done, 500))")
    assert left_behind(phone) == []


def test_nothing_is_kept_unasked(phone: Phone, host: Host) -> None:
    """Whoever only looks around, also at the page about copies, keeps nothing."""
    for path in ("index.html", "keep.html", "find/safety.html", "index.html?app"):
        phone.open(host.address + path)
    phone.open(f"{host.address}index.html#f=pets")
    wait_for(phone, "#finder.on .chip")
    assert left_behind(phone) == []


def test_the_rules_of_the_browser_are_kept(window: Callable[..., BrowserContext], host: Host) -> None:
    """Saving, reading, a newer copy, removing: nothing on the console, also with Trusted Types enforced."""
    page = window().new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    phone = Chromium(page)
    keep(phone, host.address, rest=True)
    assert "trusted-types offramp" in page.locator("meta[http-equiv]").get_attribute("content")
    host.publish(release(2))
    phone.open(f"{host.address}index.html")
    phone.tap(".copy-bar.newer button")
    phone.until("return document.documentElement.dataset.date === '2026-11-21'")
    phone.open(f"{host.address}keep.html")
    phone.tap("[data-remove]")
    phone.until("return /^Removed/.test(document.querySelector('[data-state]').textContent)")
    assert told == []
