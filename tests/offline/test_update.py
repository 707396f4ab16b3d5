"""Releases come and go: a newer copy is fetched beside the old one, whole, and used when somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.offline.phones import Chromium, cached, keep, left_behind, text, wait_for
from tests.offline.releases import PAGE, release

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.offline.host import Host
    from tests.offline.phones import Phone

DATE = "return document.documentElement.dataset.date"


@pytest.mark.parametrize("back", [1, 2, 10])
def test_new_data_is_offered_and_used_when_somebody_says_so(phone: Phone, host: Host, back: int) -> None:
    """Whoever comes back 1, 2 or 10 releases later goes on reading the old ones until they say so, then has the new."""
    keep(phone, host.address)
    host.publish(release(1 + back))
    phone.open(host.address + PAGE)
    wait_for(phone, ".copy-bar.newer button")
    assert text(phone, ".copy-bar.newer") == f"New data of Nov {20 + back}. Use it"
    phone.open(host.address + PAGE)
    wait_for(phone, ".copy-bar.newer button")
    assert phone.run(DATE) == "2026-11-20"
    host.die()
    phone.tap(".copy-bar.newer button")
    phone.until(f"{DATE} === '2026-11-{20 + back}'")
    assert f"Told in release {1 + back}." in text(phone, "main")
    phone.open(f"{host.address}index.html#q=saturday+table")
    phone.until(f"return /Told in release {1 + back}/.test(document.querySelector('.results').textContent)")


def test_a_newer_copy_has_the_private_pages_too_where_they_were_asked_for(phone: Phone, host: Host) -> None:
    """The choice holds for all releases to come."""
    keep(phone, host.address, rest=True)
    host.publish(release(2))
    phone.open(host.address + PAGE)
    wait_for(phone, ".copy-bar.newer button")
    host.die()
    phone.tap(".copy-bar.newer button")
    phone.until(f"{DATE} === '2026-11-21'")
    phone.open(f"{host.address}r/safety-2.html")
    assert text(phone, "h1") == "Lighthouse Advocates"
    assert phone.run(DATE) == "2026-11-21"


def test_a_newer_copy_takes_over_when_no_page_is_open(phone: Phone, host: Host) -> None:
    """Nobody has to tap: the next time the site is opened, the newer copy is there."""
    keep(phone, host.address)
    host.publish(release(2))
    phone.open(host.address + PAGE)
    wait_for(phone, ".copy-bar.newer button")
    phone.open("about:blank")
    phone.run("await new Promise((done) => setTimeout(done, 1000))")
    phone.open(host.address + PAGE)
    assert phone.run(DATE) == "2026-11-21"


def test_only_what_changed_is_fetched(phone: Phone, host: Host) -> None:
    """One page has other words: the worker is asked for, and that page."""
    keep(phone, host.address)
    host.publish(release(1, about="# About\n\nOther words."))
    host.asked()
    phone.open(host.address + PAGE)
    wait_for(phone, ".copy-bar.newer button")
    assert text(phone, ".copy-bar.newer") == "A newer copy of this site is ready. Use it"
    assert set(host.asked()) == {"sw.js", "about.html"}


@pytest.mark.parametrize("missing", ["the pack", "one page"])
def test_a_release_that_lacks_a_file_changes_nothing(phone: Phone, host: Host, missing: str) -> None:
    """Half a newer copy is no copy: it is not offered, and the old one goes on working as it was."""
    keep(phone, host.address)
    before = len(cached(phone))
    files = dict(release(2) if missing == "the pack" else release(1, about="# About\n\nOther words."))
    gone = next(path for path in files if path.startswith("data/keep/")) if missing == "the pack" else "about.html"
    del files[gone]
    host.publish(files)
    host.asked()
    phone.open(host.address + PAGE)
    phone.until("return document.querySelector('.kept')")
    while gone not in host.asked():
        phone.run("await (await navigator.serviceWorker.ready).update().catch(() => 0)")
    phone.run("await new Promise((done) => setTimeout(done, 300))")
    phone.open(host.address + PAGE)
    phone.until("return document.querySelector('.kept')")
    assert not phone.run("return Boolean((await navigator.serviceWorker.ready).waiting)")
    assert not phone.run("return Boolean(document.querySelector('.copy-bar'))")
    assert len(cached(phone)) == before
    host.die()
    phone.open(f"{host.address}about.html")
    assert text(phone, "h1") == "About"


def test_a_copy_that_does_not_arrive_whole_is_no_copy(phone: Phone, host: Host) -> None:
    """The control: one file is missing on the host, and the page says that nothing was kept, which is so."""
    files = dict(release(1))
    del files[next(path for path in files if path.startswith("data/keep/") and path.endswith(".json"))]
    host.publish(files)
    assert keep(phone, host.address).startswith("Not everything arrived")
    assert left_behind(phone) == []


def test_a_file_that_is_not_what_the_list_names_is_no_copy(phone: Phone, host: Host) -> None:
    """A host that answers every address with a page of its own, as hotels do, is found out."""
    files = dict(release(1))
    for path in files:
        if path.startswith("data/keep/"):
            files[path] = b'{"index.html":"Pay for your room"}'
    host.publish(files)
    assert keep(phone, host.address).startswith("Not everything arrived")
    assert left_behind(phone) == []


def test_a_release_that_calls_copies_back_removes_them(phone: Phone, host: Host) -> None:
    """The kill switch: one visit, and nothing is left on the phone; no copy is offered."""
    keep(phone, host.address, rest=True)
    host.publish(release(1, withdrawn=True))
    phone.open(host.address + PAGE)
    for _ in range(100):
        if not left_behind(phone):
            break
        phone.run("await new Promise((done) => setTimeout(done, 100))")
    assert left_behind(phone) == []
    phone.open(f"{host.address}keep.html")
    phone.until("return /not offered/.test(document.querySelector('[data-state]').textContent)")
    assert not phone.run("return Boolean(document.querySelector('.controls').getClientRects().length)")


def test_a_copy_that_is_lost_is_brought_again_at_the_next_signal(phone: Phone, host: Host) -> None:
    """The phone threw the files away and kept the worker: without a signal it says so, with one it mends it."""
    keep(phone, host.address)
    phone.run("for (const name of await caches.keys()) await caches.delete(name)")
    host.die()
    phone.open(f"{host.address}index.html")
    assert "The copy on this phone is gone" in str(phone.run("return document.body.textContent"))
    assert "911" in str(phone.run("return document.body.textContent"))
    host.start()
    phone.open(f"{host.address}index.html")
    phone.until("return document.querySelector('.kept')")
    for _ in range(100):
        if len(cached(phone)) > 50:
            break
        phone.run("await new Promise((done) => setTimeout(done, 100))")
    host.die()
    phone.open(host.address + PAGE)
    assert text(phone, "h1") == "Saturday Table"


APP = "Object.defineProperty(navigator, 'standalone', { value: true })"


def test_an_app_that_lost_its_copy_says_so_and_saves_it_again(
    window: Callable[..., BrowserContext], host: Host
) -> None:
    """Also its worker is gone: as after weeks, or on an iPhone right after it was put on the home screen."""
    context = window()
    context.add_init_script(APP)
    page = context.new_page()
    files = dict(release(1))
    pack = next(path for path in files if path.startswith("data/keep/"))
    held = files.pop(pack)
    host.publish(files)
    page.goto(f"{host.address}index.html?app")
    note = page.locator("#app-copy")
    note.wait_for()
    assert note.text_content().startswith("The copy on this phone is gone")
    host.publish({**files, pack: held})
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_function("() => document.querySelector('#app-copy').textContent.startsWith('Saved.')")
    host.die()
    page.goto(f"{host.address}index.html?app")
    assert not note.is_visible()
    assert page.locator(".kept").text_content().startswith("Kept on this phone. Saved")


def test_a_tab_of_a_browser_saves_nothing_at_the_app_address(window: Callable[..., BrowserContext], host: Host) -> None:
    """Only an app does that: the address alone is nobody's wish."""
    page = window().new_page()
    page.goto(f"{host.address}index.html?app")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("caches.keys()") == []


def test_an_old_page_keeps_its_scripts_and_its_data(window: Callable[..., BrowserContext], host: Host) -> None:
    """Somebody uses the newer copy in one tab: the other is not reloaded, and what it loads later is still there."""
    context = window()
    first = context.new_page()
    keep(Chromium(first), host.address)
    first.goto(f"{host.address}index.html")
    second = context.new_page()
    host.publish(release(2))
    second.goto(host.address + PAGE)
    second.locator(".copy-bar.newer button").click()
    second.wait_for_function("() => document.documentElement.dataset.date === '2026-11-21'")
    host.die()
    assert first.evaluate("document.documentElement.dataset.date") == "2026-11-20"
    first.fill("#q", "saturday table")
    first.locator(".results .card").first.wait_for()
    assert "Told in release" not in first.locator(".results").text_content()


def test_after_two_weeks_without_a_signal_every_page_says_so(window: Callable[..., BrowserContext], host: Host) -> None:
    """Loud from the 14th day, quiet on the 13th."""
    page = window().new_page()
    keep(Chromium(page), host.address)
    host.die()
    now = page.evaluate("Date.now()")
    for days, loud in ((13.9, 0), (14.1, 1), (40, 1)):
        page.clock.set_fixed_time(now / 1000 + days * 86_400)
        page.goto(host.address + PAGE)
        page.locator(".kept").wait_for()
        assert page.locator(".copy-bar.old").count() == loud, days
    assert "This copy is 40 days old" in page.locator(".copy-bar.old").text_content()


def test_one_answer_of_the_host_makes_an_old_copy_young(phone: Phone, host: Host) -> None:
    """It was asked for and is the newest: it is not old, however long ago it was saved."""
    keep(phone, host.address)
    phone.run(
        """const cache = await caches.open((await caches.keys())[0]);
        for (const request of await cache.keys()) {
          if (!request.url.includes("keep?")) continue;
          const told = await (await cache.match(request)).json();
          const before = { ...told, saved: Date.now() - 20 * 86400000, checked: 0 };
          await cache.put(request, new Response(JSON.stringify(before)));
        }"""
    )
    host.die()
    phone.open(host.address + PAGE)
    wait_for(phone, ".copy-bar.old")
    assert "20 days old" in text(phone, ".copy-bar.old")
    host.start()
    phone.open(host.address + PAGE)
    phone.until("return document.querySelector('.kept') && !document.querySelector('.copy-bar.old')")
    host.die()
    phone.open(host.address + PAGE)
    phone.until("return document.querySelector('.kept')")
    assert not phone.run("return Boolean(document.querySelector('.copy-bar'))")


def test_a_second_try_keeps_what_the_first_could_not(phone: Phone, host: Host) -> None:
    """After the signal broke down, one more tap on the same page; the browser's rules are kept both times."""
    files = dict(release(1))
    pack = next(path for path in files if path.startswith("data/keep/"))
    held = files.pop(pack)
    host.publish(files)
    assert keep(phone, host.address).startswith("Not everything arrived")
    host.publish({**files, pack: held})
    phone.tap("[data-keep]")
    phone.until("return /^Kept/.test(document.querySelector('[data-state]').textContent)")
    phone.tap("[data-remove]")
    phone.until("return /^Removed/.test(document.querySelector('[data-state]').textContent)")
    phone.tap("[data-keep]")
    phone.until("return /^Kept/.test(document.querySelector('[data-state]').textContent)")
