"""One request to Nominatim through geopy, as a program of its own that its parent can end at any moment.

Reads one JSON object from standard input: `endpoint`, `user_agent`, `seconds`, `country` and `query`
(street, city, state, postalcode). Writes one to standard output: `{"places": [...]}`, or `{"fault": kind,
"detail": ..., "retry_after": ...}`. It imports nothing of this package, so that starting it stays cheap.

geopy's own clients follow redirects anywhere, unpack 200 MB into memory, sleep for as long as a server asks
and wait for ever for a slow one (all measured); the adapter here does none of the first three, the parent
ends the fourth.
"""

from __future__ import annotations

import http.client
import json
import sys
import urllib.error
import urllib.request
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.geocoders import Nominatim

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY_LIMIT = 1_000_000
"""Bytes of a reply; five places with all their details are some 5,000."""

PLACES = 5
_KEPT = (
    "lat", "lon", "class", "category", "type", "addresstype", "place_rank", "osm_type", "boundingbox",
    "address",
)  # fmt: skip


class ReplyError(Exception):
    """A reply that is not used. `kind` is a word of `fetch.FaultKind`."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind


class Seen:
    """What the server said last, kept because geopy's exceptions lose it."""

    def __init__(self) -> None:
        self.status = 0
        self.retry_after = ""


class SameHost(urllib.request.HTTPRedirectHandler):
    """Follows at most three redirects, and only to the same scheme, host and port."""

    max_repeats = 1
    max_redirections = 3

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: Any,  # noqa: ANN401 - urllib's own signature
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Give the next request. Raises ReplyError for one to another host."""
        here, there = urlsplit(req.full_url), urlsplit(urljoin(req.full_url, newurl))
        if (here.scheme, here.netloc) != (there.scheme, there.netloc):
            raise ReplyError("redirect", f"sent on to {there.netloc[:60]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class CappedAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no type information
    """geopy's HTTP client, with a limit on the body, on where it may lead, and no unpacking at all."""

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: Any, seen: Seen) -> None:  # noqa: ANN401 - geopy's own signature
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._seen = seen
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler(proxies), urllib.request.HTTPSHandler(context=ssl_context), SameHost
        )

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Give the body of a successful reply. Raises ReplyError, AdapterHTTPError and what urllib raises."""
        asked = {**headers, "Accept": "application/json", "Accept-Encoding": "identity"}
        request = urllib.request.Request(url, headers=asked)  # noqa: S310 - the parent allows http and https only
        try:
            with self._opener.open(request, timeout=timeout) as reply:
                return self._body(reply)
        except urllib.error.HTTPError as error:
            with error:
                self._seen.status = error.code
                self._seen.retry_after = str(error.headers.get("Retry-After", ""))[:60]
                raise AdapterHTTPError(f"status {error.code}", status_code=error.code, headers={}, text="") from None

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever the server sends
        """Give the parsed body. Raises what get_text raises, and ValueError or RecursionError."""
        return json.loads(self.get_text(url, timeout=timeout, headers=headers))

    def _body(self, reply: http.client.HTTPResponse) -> str:
        if reply.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise ReplyError("unreadable", "a packed reply, which was not asked for")
        if (reply.length or 0) > BODY_LIMIT:
            raise ReplyError("too-large", f"{reply.length:,} bytes announced")
        expected = reply.length
        body = reply.read(BODY_LIMIT + 1)
        if len(body) > BODY_LIMIT:
            raise ReplyError("too-large", f"more than {BODY_LIMIT:,} bytes")
        if expected is not None and len(body) < expected:
            raise ReplyError("unreachable", "the reply broke off")
        return body.decode("utf-8")


def ask(job: Mapping[str, Any], seen: Seen) -> list[dict[str, Any]]:
    """Ask once and give the places as the server wrote them, cut to the keys that judging needs."""
    parts = urlsplit(job["endpoint"])
    geocoder = Nominatim(
        domain=(parts.netloc + parts.path).strip("/"),
        scheme=parts.scheme,
        user_agent=job["user_agent"],
        timeout=job["seconds"],
        adapter_factory=partial(CappedAdapter, seen=seen),
    )
    locations = geocoder.geocode(
        job["query"],
        exactly_one=False,
        limit=PLACES,
        addressdetails=True,
        language="en",
        country_codes=job["country"],
    )
    return [{key: location.raw[key] for key in _KEPT if key in location.raw} for location in locations or []][:PLACES]


def fault(error: Exception, seen: Seen) -> dict[str, str]:
    """Say in one word what went wrong, from the status if there was one."""
    if isinstance(error, ReplyError):
        kind = error.kind
    elif seen.status == 429:
        kind = "rate-limited"
    elif seen.status in {401, 402, 403, 407, 451}:
        kind = "forbidden"
    elif seen.status >= 500:
        kind = "server"
    elif seen.status >= 300:
        kind = "rejected"
    elif isinstance(error, TimeoutError) or "timed out" in str(error):
        kind = "timeout"
    elif isinstance(error, (OSError, http.client.HTTPException)):
        kind = "unreachable"
    else:
        return {"fault": "unreadable", "detail": "not a list of places", "retry_after": ""}
    detail = str(error)[:120]
    if seen.status:
        detail = f"status {seen.status}"
    return {"fault": kind, "detail": " ".join(detail.split()), "retry_after": seen.retry_after}


def main() -> None:
    """Answer the one question on standard input."""
    seen = Seen()
    try:
        reply: dict[str, Any] = {"places": ask(json.load(sys.stdin), seen)}
        text = json.dumps(reply)
    except Exception as error:  # noqa: BLE001 - geopy lets ValueError, AttributeError, RecursionError through
        text = json.dumps(fault(error, seen))
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
