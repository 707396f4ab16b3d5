"""Where resources are, for other programs: the one way by which a place gets into an export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.compile.model import Resource

_DECIMALS = 5
"""Of a degree: about one metre, finer than any point here is known."""


def address(resource: Resource) -> dict[str, str] | None:
    """Give the postal address as the entry has it; None if there is none or the place is confidential."""
    found = resource.entry.address
    if found is None or resource.entry.confidential:
        return None
    parts = {
        "street": found.street,
        "unit": found.unit,
        "city": found.city,
        "state": found.state,
        "zip": found.zip,
        "note": found.note,
    }
    return {key: value for key, value in parts.items() if value}


def location(resource: Resource) -> dict[str, Any] | None:
    """Give the point and how exact it is; None if there is none or the place is confidential."""
    found = resource.location
    if found is None or resource.entry.confidential:
        return None
    return {
        "lat": round(found.point.lat, _DECIMALS),
        "lon": round(found.point.lon, _DECIMALS),
        "precision": str(found.precision),
        "approximate": found.approximate,
        "pin": found.pin,
        "credit": found.credit,
    }


def feature(resource: Resource) -> dict[str, Any] | None:
    """Give a GeoJSON feature (RFC 7946: longitude first), or None for a resource without a public point."""
    place = location(resource)
    if place is None:
        return None
    longitude, latitude = place.pop("lon"), place.pop("lat")
    phone = resource.first_phone()
    return {
        "type": "Feature",
        "id": resource.id,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            **place,
            "name": resource.entry.name,
            "path": resource.path,
            "group": resource.group.slug,
            "services": list(resource.entry.services),
            **({"phone": phone.number} if phone else {}),
        },
    }
