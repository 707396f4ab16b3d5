"""The providers that may be asked, each as two functions: ask with geopy, and read one place of the reply."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.geocode.services import census, nominatim, pelias, photon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.geocode.services.service import Service

SERVICES: Mapping[str, Service] = MappingProxyType(
    {service.name: service for service in (nominatim.SERVICE, census.SERVICE, photon.SERVICE, pelias.SERVICE)}
)
"""By the word that site.yaml has for them."""
