"""Compiled in, HTML files out: the light shell of the directory, which works without JavaScript and from a folder."""

from generator.pages.assets import load_assets
from generator.pages.cards import Card
from generator.pages.coverage import coverage_page
from generator.pages.phone_copy import AWAY, Offer, away_page, keep_page, private_paths, stand_ins
from generator.pages.render import card_words, put_in_words, render
from generator.pages.shell import Shell, open_shell
from generator.pages.suggest_entries import entry_files
from generator.pages.suggest_form import form_file

__all__ = [
    "AWAY",
    "Card",
    "Offer",
    "Shell",
    "away_page",
    "card_words",
    "coverage_page",
    "entry_files",
    "form_file",
    "keep_page",
    "load_assets",
    "open_shell",
    "private_paths",
    "put_in_words",
    "render",
    "stand_ins",
]
