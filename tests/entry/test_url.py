"""Web addresses that hide, track or mislead are told, with the right address where it can be known."""

from __future__ import annotations

import pytest

from generator.entry.url import Found, UrlFault, faults, guess, host, invented


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ncdhhs.gov/divisions/mental-health?page=2#top",
        "https://a.b.c.org/",
        "https://cumberlandcountync.gov/a%20b/ñ",
        "https://www.facebook.com/people/x/100",
        "https://example-church.org",
        "https://tco.org/visit",
    ],
)
def test_right_addresses(url: str) -> None:
    """Ordinary public pages have no fault."""
    assert faults(url) == ()


@pytest.mark.parametrize(
    ("url", "fault", "part", "right"),
    [
        ("http://ncdhhs.gov/x", UrlFault.HTTP, "http:", "https://ncdhhs.gov/x"),
        ("https://user@ncdhhs.gov", UrlFault.LOGIN, "user@", ""),
        ("https://ncdhhs.gov:8443/", UrlFault.PORT, ":8443", ""),
        ("https://10.1.2.3/", UrlFault.NUMBER, "10.1.2.3", ""),
        ("https://2130706433/", UrlFault.NUMBER, "2130706433", ""),
        ("https://0x7f.0.0.1/", UrlFault.NUMBER, "0x7f.0.0.1", ""),
        ("https://[::1]/", UrlFault.NUMBER, "::1", ""),
        ("https://ncdhh\u0455.gov", UrlFault.FOREIGN, "ncdhh\u0455.gov", ""),
        ("https://xn--caf-dma.org", UrlFault.FOREIGN_CODE, "xn--caf-dma.org", ""),
        ("https://bit.ly/x", UrlFault.SHORTENED, "bit.ly", ""),
        ("https://www.tinyurl.com/x", UrlFault.SHORTENED, "tinyurl.com", ""),
        ("https://go.bit.ly/x", UrlFault.SHORTENED, "go.bit.ly", ""),
        ("https://ncdhhs.gov/?utm_medium=x", UrlFault.TRACKING, "utm_medium=x", "https://ncdhhs.gov/"),
        ("https://ncdhhs.gov/?a=1&FBCLID=x&b=2#c", UrlFault.TRACKING, "FBCLID=x", "https://ncdhhs.gov/?a=1&b=2#c"),
        ("https://x-1.cloudwaysapps.com/", UrlFault.STAGING, "x-1.cloudwaysapps.com", ""),
        ("https://dev.ncdhhs.gov/", UrlFault.STAGING, "dev.ncdhhs.gov", ""),
        ("https://localhost/", UrlFault.STAGING, "localhost", ""),
        ("https://harbor.example/", UrlFault.INVENTED, "harbor.example", ""),
        ("https://www.example.com/", UrlFault.INVENTED, "example.com", ""),
        ("https://nodots/", UrlFault.BROKEN, "nodots", ""),
        ("https://a..b.org/", UrlFault.BROKEN, "a..b.org", ""),
        ("https://-a-.org/", UrlFault.BROKEN, "-a-.org", ""),
    ],
)
def test_faults(url: str, fault: UrlFault, part: str, right: str) -> None:
    """Each fault is told once, with the part that shows it."""
    assert faults(url) == (Found(fault, part, right),)


@pytest.mark.parametrize(
    "url", ["", "https://", "https://a.org:x/", "https://[x", "javascript:alert(1)", "data:text/html,x", "ftp://a.org",
            "https://a.org/<b>", 'https://a.org/"x', "https://a.org/\\x", "https://a.org/ x", "https://a.org/\x07"]
)  # fmt: skip
def test_no_addresses(url: str) -> None:
    """What a browser would not open as a page, or would read otherwise, is broken."""
    assert faults(url) == (Found(UrlFault.BROKEN, url),)


def test_several_faults() -> None:
    """An address may have several faults, and all are told."""
    found = {f.fault for f in faults("http://me:pw@10.0.0.1:81/?gclid=1")}
    assert found == {UrlFault.HTTP, UrlFault.LOGIN, UrlFault.PORT, UrlFault.NUMBER, UrlFault.TRACKING}


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("www.harbor.example", "https://www.harbor.example"),
        ("harbor.example/visit?x=1", "https://harbor.example/visit?x=1"),
        ("http:/harbor.example", "http://harbor.example"),
        ("https;//harbor.example", "https://harbor.example"),
        ("https:// harbor.example", "https://harbor.example"),
        ("//harbor.example", "https://harbor.example"),
        ("our page", ""),
        ("harbor", ""),
        ("ftp://harbor.example", ""),
        ("mailto:a@harbor.example", ""),
        ("", ""),
    ],
)
def test_guess(typed: str, address: str) -> None:
    """A slip in the beginning of an address is mended; anything else is left to a person."""
    assert guess(typed) == address


def test_hosts() -> None:
    """Hosts are compared in small letters, without www. and a last dot."""
    assert host("https://WWW.Harbor.Example./x") == "harbor.example"
    assert host("no address") == ""
    assert invented("a.b.example")
    assert not invented("example-church.org")
