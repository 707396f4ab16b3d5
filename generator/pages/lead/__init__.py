"""LEAD itself: the officer's page, the community's door, who does what. All from `lead.yaml` and the directory."""

from generator.pages.lead.pages import lead_pages

__all__ = ["lead_pages"]
