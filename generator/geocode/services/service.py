"""What a provider is to the rest: a name, perhaps a public server, a way to ask, a way to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from generator.geocode.transport import BoundedAdapter

if TYPE_CHECKING:
    from generator.geocode.candidate import Candidate
    from generator.geocode.query import Query

PLACES = 5
"""Places wanted of one reply: more than one shows that an address is ambiguous."""

Raw: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Server:
    """Where and as whom to ask, and for how many seconds at most. `key` is shown nowhere, empty without one."""

    endpoint: str
    user_agent: str
    seconds: float
    key: str = field(default="", repr=False)

    @property
    def options(self) -> dict[str, Any]:
        """The arguments that all of geopy's geocoders have."""
        parts = urlsplit(self.endpoint)
        return {
            "domain": (parts.netloc + parts.path).strip("/"),
            "scheme": parts.scheme,
            "user_agent": self.user_agent,
            "timeout": self.seconds,
            "adapter_factory": BoundedAdapter,
        }


@dataclass(frozen=True, slots=True)
class Service:
    """One provider. `public` is the endpoint of the server that everybody may use within its rules, empty without one.

    `ask` gives the places as the server wrote them and raises whatever geopy and the transport raise; `read` never
    raises.
    """

    name: str
    title: str
    public: str
    ask: Callable[[Server, Query], Iterable[Raw]]
    read: Callable[[Raw], Candidate]
