"""A host that can die, and phones of two kinds in front of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.offline.host import Host
from tests.offline.phones import Chromium, WebKit
from tests.offline.releases import release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext

    from tests.offline.phones import Phone

ENGINES = ("chromium", "webkit")
_DRIVER = "WebKitWebDriver"


@pytest.fixture(name="host")
def _host(tmp_path: Path) -> Iterator[Host]:
    """Give a host that serves the first release."""
    host = Host(tmp_path)
    host.publish(release(1))
    host.start()
    yield host
    host.die()


@pytest.fixture(name="window")
def _window(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Give a function that opens a browser window which has kept nothing."""
    contexts: list[BrowserContext] = []

    def window(**options: Any) -> BrowserContext:
        settings = {"viewport": {"width": 360, "height": 740}, "timezone_id": "America/New_York", **options}
        contexts.append(browser.new_context(**settings))
        return contexts[-1]

    yield window
    for context in contexts:
        context.close()


@pytest.fixture(name="mini_browser", scope="session")
def _mini_browser() -> str:
    """The window that WebKitGTK's driver opens; without it the test is skipped, but on a CI machine it fails."""
    places = sorted(Path("/usr").glob("lib/*/webkit2gtk-4.*/MiniBrowser"))
    if places and shutil.which(_DRIVER) and shutil.which("Xvfb"):
        return str(places[0])
    message = "no WebKit on this machine: install webkit2gtk-driver and xvfb to run these tests in it"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(name="display", scope="session")
def _display(mini_browser: str) -> Iterator[str]:  # noqa: ARG001 - without a browser nobody needs a screen
    """Give a screen that nobody sees."""
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(screen, pass_fds=(write,), stderr=subprocess.DEVNULL) as process:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        process.terminate()


@pytest.fixture(name="phone", params=ENGINES)
def _phone(request: pytest.FixtureRequest) -> Iterator[Phone]:
    """Give a phone of each kind in turn."""
    if request.param == "chromium":
        yield Chromium(request.getfixturevalue("window")().new_page())
        return
    from selenium import webdriver  # noqa: PLC0415 - only these tests need it
    from selenium.webdriver.webkitgtk.options import Options  # noqa: PLC0415
    from selenium.webdriver.webkitgtk.service import Service  # noqa: PLC0415

    options = Options()
    options.binary_location = request.getfixturevalue("mini_browser")
    options.add_argument("--automation")
    surroundings = {**os.environ, "DISPLAY": request.getfixturevalue("display")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # selenium warns of how it calls itself
        driver = webdriver.WebKitGTK(options=options, service=Service(shutil.which(_DRIVER) or "", env=surroundings))
    yield WebKit(driver)
    driver.quit()
