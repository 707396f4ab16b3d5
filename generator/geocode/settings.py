"""How a provider may be asked at all: by https, under a name of our own, slowly, seldom."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

LIMIT = 25
"""Requests to a provider in one run."""


class SettingsError(ValueError):
    """The settings do not allow a request. The message says what is wanted."""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How to ask. `endpoint` is the server's address, `user_agent` names the site to it, `key` is shown nowhere.

    `interval_s` is the least time between two requests, never under a second; `deadline_s` the most that
    one may take, all in; `limit` how many there may be. Raises SettingsError.
    """

    endpoint: str
    user_agent: str
    key: str = field(default="", repr=False)
    interval_s: float = 1.1
    deadline_s: float = 10.0
    limit: int = LIMIT

    def __post_init__(self) -> None:
        parts = urlsplit(self.endpoint)
        loopback = parts.hostname in {"127.0.0.1", "::1", "localhost"}
        if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
            raise SettingsError("the endpoint of the geocoder is an https address")
        if not parts.hostname or parts.username or parts.query or parts.fragment:
            raise SettingsError("the endpoint of the geocoder is a plain address without name, ? or #")
        agent = self.user_agent
        if len(agent) < 8 or not agent.isascii() or not agent.isprintable() or agent.startswith("geopy"):
            raise SettingsError("the user agent names your site, such as: our-directory (info@example.org)")
        if not self.interval_s >= 1:
            raise SettingsError("at least 1 second between two requests")
        if not 0 < self.deadline_s <= 60:
            raise SettingsError("a deadline of more than 0 and at most 60 seconds")
        if not 0 <= self.limit <= LIMIT:
            raise SettingsError(f"at most {LIMIT} requests in one run")
