"""How one sign is drawn by prompt_toolkit, which draws sign by sign and would send any of them."""

from __future__ import annotations

from prompt_toolkit.layout.screen import Char

from uitvoeringsplan.terminal.zichtbaar import is_verborgen, naam


class _Names(dict[str, str]):
    """What stands on the screen for a sign: what the library knows, and `<U+200B>` for the others.

    Looked up when a sign is first drawn: making the whole table takes longer than the first screen.
    """

    def __contains__(self, teken: object) -> bool:
        return super().__contains__(teken) or (
            isinstance(teken, str) and teken > "\xa0" and is_verborgen(teken)
        )

    def __missing__(self, teken: str) -> str:
        return naam(teken)


def show_every_sign() -> None:
    """Let every prompt show what it would else send; what is typed or edited stays as it is."""
    if not isinstance(Char.display_mappings, _Names):
        Char.display_mappings = _Names(Char.display_mappings)
