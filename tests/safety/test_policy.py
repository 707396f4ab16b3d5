"""What a page may load and do is written in one place, and every page states it."""

from __future__ import annotations

import re

import pytest

from generator.safety import policy
from tests.pages.site import html


def directives(text: str) -> dict[str, list[str]]:
    """Read a policy as a browser does."""
    parts = [part.split() for part in text.split(";")]
    assert all(parts)
    assert len({name for name, *_ in parts}) == len(parts)
    return {name: sources for name, *sources in parts}


def test_nothing_unsafe_and_no_other_host_is_allowed() -> None:
    """What is not named is refused, and what is named is the page's own folder."""
    stated = directives(policy.SHELL.header)
    assert stated["default-src"] == ["'none'"]
    assert stated["base-uri"] == ["'none'"]
    assert stated["frame-ancestors"] == ["'none'"]
    sources = {source for name, found in stated.items() if name.endswith("-src") for source in found}
    assert sources == {"'none'", "'self'"}
    assert stated["require-trusted-types-for"] == ["'script'"]
    assert stated["trusted-types"] == [policy.TRUSTED_TYPES]
    assert "unsafe" not in policy.SHELL.header


def test_the_element_says_all_that_the_header_says_but_who_may_frame_the_page() -> None:
    """Browsers ignore `frame-ancestors` in an element and warn of it."""
    header, meta = directives(policy.SHELL.header), directives(policy.SHELL.meta)
    assert {name for name in header if name not in meta} == {"frame-ancestors"}
    assert all(header[name] == meta[name] for name in meta)


@pytest.mark.parametrize("site", ["harbor", "real", "pseudo"])
def test_every_page_states_its_policy_before_it_loads_anything(site: str) -> None:
    """Directly after the character set, and once."""
    for path, page in html(site).items():
        head = [e for e in page.elements if e.within[-1:] == ("head",)]
        assert head[0].attrs == {"charset": "utf-8"}, path
        assert head[1].attrs == {"http-equiv": "Content-Security-Policy", "content": policy.SHELL.meta}, path
        assert len(page.all(http_equiv="Content-Security-Policy")) == 1, path


def test_a_single_file_may_run_what_it_holds_and_nothing_else() -> None:
    """By the hash of the exact bytes; an unknown script has no hash, and nothing is loaded."""
    stated = directives(policy.single_file([b"alert(1)"], [b"b{}"]).header)
    assert stated["script-src"] == ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", stated["style-src"][0])
    assert stated["default-src"] == ["'none'"]
    assert not {"connect-src", "worker-src"} & stated.keys()
    assert directives(policy.single_file([], []).header)["script-src"] == ["'none'"]
