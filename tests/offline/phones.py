"""Two phones that are driven alike: Chromium by Playwright, and WebKit, which is what iPhones have, by its driver."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

from playwright.sync_api import Error
from selenium.common.exceptions import (
    ElementNotInteractableException,
    StaleElementReferenceException,
    WebDriverException,
)
from selenium.webdriver.support.ui import WebDriverWait

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from selenium.webdriver.webkitgtk.webdriver import WebDriver

PATIENCE = 20
SHOWN = "const e = document.querySelector({0}); return Boolean(e && e.getClientRects().length)"


class Phone(Protocol):
    """What a person does with a phone. `run` gives what the body of an async function returns."""

    def open(self, address: str) -> None: ...

    def reload(self) -> None: ...

    def run(self, body: str) -> Any: ...

    def until(self, body: str) -> None: ...

    def tap(self, selector: str) -> None: ...

    def write(self, selector: str, text: str) -> None: ...


class Chromium:
    """A tab of Chromium."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> None:
        self.page.goto(address)

    def reload(self) -> None:
        self.page.reload()

    def run(self, body: str) -> Any:
        return self.page.evaluate(f"async () => {{ {body} }}")

    def until(self, body: str) -> None:
        self.page.wait_for_function(f"() => {{ {body} }}", timeout=PATIENCE * 1000)

    def tap(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).fill(text)


class WebKit:
    """A window of WebKit."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        driver.set_script_timeout(3 * PATIENCE)

    def open(self, address: str) -> None:
        self.driver.get(address)

    def reload(self) -> None:
        self.driver.refresh()

    def run(self, body: str) -> Any:
        told = self.driver.execute_async_script(
            f"const done = arguments[0]; (async () => {{ {body} }})().then((x) => done([x]), (e) => done(String(e)))"
        )
        assert isinstance(told, list), told
        return told[0]

    def until(self, body: str) -> None:
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(lambda driver: driver.execute_script(body))

    def tap(self, selector: str) -> None:
        wait_for(self, selector)
        moving = WebDriverWait(
            self.driver, PATIENCE, 0.05, (ElementNotInteractableException, StaleElementReferenceException)
        )
        moving.until(lambda driver: driver.find_element("css selector", selector).click() is None)

    def write(self, selector: str, text: str) -> None:
        self.tap(selector)
        self.driver.find_element("css selector", selector).send_keys(text)


def wait_for(phone: Phone, selector: str) -> None:
    """Wait until something is to be seen."""
    phone.until(SHOWN.replace("{0}", json.dumps(selector)))


def text(phone: Phone, selector: str) -> str:
    """Give the text of the first such element."""
    return str(phone.run(f"return document.querySelector({json.dumps(selector)})?.textContent ?? ''"))


def loads(phone: Phone, address: str) -> bool:
    """Whether a page of ours comes up; without a signal and without a copy a browser shows its own, or nothing."""
    try:
        phone.open(address)
    except (WebDriverException, Error):
        return False
    return bool(phone.run("return Boolean(document.querySelector('a.mark, .band'))"))


def keep(phone: Phone, root: str, *, rest: bool = False) -> str:
    """Keep the site on the phone, as a person does; give what the page says then."""
    phone.open(f"{root}keep.html")
    wait_for(phone, "[data-keep]")
    if rest:
        phone.tap("[data-rest]")
    phone.tap("[data-keep]")
    phone.until("return !document.querySelector('[data-keep]').disabled && !/^One moment/.test(" + STATE + ")")
    return text(phone, "[data-state]")


STATE = "document.querySelector('[data-state]').textContent"


def controlled(phone: Phone) -> bool:
    """Whether a worker answers for the page."""
    return bool(phone.run("return Boolean(navigator.serviceWorker.controller)"))


def left_behind(phone: Phone) -> list[object]:
    """Give everything that the site keeps on the phone: caches, workers, and any other storage."""
    return list(
        phone.run(
            """const workers = await navigator.serviceWorker.getRegistrations();
            const bases = indexedDB.databases ? await indexedDB.databases() : [];
            const cookies = document.cookie.split(";").filter(Boolean);
            return [...await caches.keys(), ...workers.map((one) => one.scope), ...bases.map((one) => one.name),
              ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...cookies]"""
        )
    )


def cached(phone: Phone) -> list[str]:
    """Give the addresses of everything in the caches."""
    return list(
        phone.run(
            "const caught = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());"
            "return (await Promise.all(caught)).flat().map((one) => one.url)"
        )
    )
