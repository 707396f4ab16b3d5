"""The words of a card as the finder takes them: whatever has these attributes will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class FactLine(Protocol):
    """One line of a card."""

    @property
    def stays(self) -> bool:
        """Whether it is shown whatever a person chose."""

    @property
    def state(self) -> str:
        """Its class and sign: yes, no, ask or info."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def until(self) -> str:
        """The last day (YYYY-MM-DD) on which its check holds; empty where it is only listed."""

    @property
    def aged(self) -> str:
        """Its words after that day."""

    @property
    def aged_state(self) -> str:
        """Its class and sign after that day."""


class Call(Protocol):
    """What a tap on the button of a card does."""

    @property
    def href(self) -> str:
        """The address of the tap."""

    @property
    def label(self) -> str:
        """The words of the button."""

    @property
    def aria(self) -> str:
        """Its words for a screen reader."""

    @property
    def kind(self) -> str:
        """The kind of the number: call, text or another."""

    @property
    def number(self) -> str:
        """The number as the entry has it."""


class HoursLine(Protocol):
    """The hours that a card shows."""

    @property
    def one_line(self) -> str:
        """The whole week in one line."""


class CardWords(Protocol):
    """The words of one card."""

    @property
    def place(self) -> str:
        """The address in one line, or the words for a secret place; empty without one."""

    @property
    def facts(self) -> Sequence[FactLine]:
        """The lines that it always shows."""

    @property
    def unknown(self) -> str:
        """What is not confirmed, in one line; empty without."""

    @property
    def phone(self) -> Call | None:
        """The number to call first."""

    @property
    def website(self) -> str:
        """The website, or empty."""

    @property
    def area(self) -> str:
        """The area served in words, or empty."""

    @property
    def hours(self) -> HoursLine | None:
        """The hours that it shows."""
