"""Compiled in, HTML files out: the light shell of the directory, which works without JavaScript and from a folder."""

from generator.pages.render import card_words, put_in_words, render

__all__ = ["card_words", "put_in_words", "render"]
