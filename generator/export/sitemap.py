"""The site map for search engines, of sites that have an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compile.model import Compiled

PATH = "sitemap.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(compiled: Compiled) -> Iterator[tuple[str, bytes]]:
    """Give the site map with every page of the directory, or nothing while the site has no address."""
    url = compiled.settings.site.url
    if url:
        paths = ["index.html", "about.html", "privacy.html"]
        paths += [listing.path for listing in compiled.listings]
        paths += [resource.path for resource in compiled.resources]
        body = "".join(f"<url><loc>{escape(f'{url}/{path}')}</loc></url>\n" for path in paths)
        yield PATH, f"{_HEAD}{body}</urlset>\n".encode()
