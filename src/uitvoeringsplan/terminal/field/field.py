"""A text field, to put into a screen: the text, the window on it, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings

from uitvoeringsplan.terminal.field.buffer import Veldtekst
from uitvoeringsplan.terminal.field.clipboard import KLEMBORD, Geplakt, clean_paste
from uitvoeringsplan.terminal.field.editing import Redactie, bind_movement
from uitvoeringsplan.terminal.field.field_window import Beeld, Veldvenster
from uitvoeringsplan.terminal.field.graphemes import show_every_sign
from uitvoeringsplan.terminal.field.markup import dress_markup
from uitvoeringsplan.terminal.field.search_bar import Zoekbalk
from uitvoeringsplan.terminal.keys import ZOEK, bind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.layout.containers import Container, Window

    from uitvoeringsplan.model.spelling import Spelling

#: How the parts of a field look, for a Style; it says nothing with colour alone.
STIJL = {
    "veld.punt": "bold",
    "veld.teken": "dim",
    "veld.vet": "bold",
    "veld.cursief": "italic",
    "veld.link": "underline",
    "veld.spelfout": "underline",
    "veld.gevonden": "bold underline",
    "veld.hier": "reverse bold",
    "veld.selectie": "reverse",
}


class Veld:
    """A field to write in. `venster` has the keys of the field; the screen adds its own.

    `blok` is false for an answer of one line. `meld` is told what the user should know. `plak`
    cleans what is pasted, by itself as all text that comes in here. Raises nothing.
    """

    def __init__(
        self,
        tekst: str,
        *,
        blok: bool,
        spelling: Spelling | None = None,
        meld: Callable[[str], None] = lambda _zin: None,
        plak: Callable[[str], str] | None = None,
    ) -> None:
        show_every_sign()
        self._spelling = spelling
        self._counted: tuple[str, int] = ("", 0)
        self._words: dict[str, int] = {}  # by paragraph
        self.buffer = Veldtekst(tekst, blok=blok)
        self.toetsen = KeyBindings()
        beeld = Beeld(self.buffer, self._styles, self.toetsen)
        window = Veldvenster(beeld)
        self.venster: Window = window
        bind_movement(self.toetsen, beeld, lambda: max(1, window.hoogte - 1))

        def clean(gegeven: str) -> Geplakt:
            return Geplakt(plak(gegeven), "") if plak else clean_paste(gegeven, blok=blok)

        Redactie(self.buffer, blok=blok, meld=meld, plak=clean).bind_to(self.toetsen)
        self._search = Zoekbalk(self.buffer)
        self.zoekbalk: Container = self._search.balk
        bind(self.toetsen, ZOEK, lambda _event: self._search.open())

    @property
    def tekst(self) -> str:
        """The text as it stands."""
        return self.buffer.text

    @property
    def heeft_selectie(self) -> bool:
        """Whether anything is selected."""
        return self.buffer.selectie is not None

    @property
    def aantal_woorden(self) -> int:
        """How many words it has; a paragraph that did not change is not counted again."""
        if self._counted[0] is not self.buffer.text:
            paragraphs = self.buffer.text.split("\n")
            known = self._words
            self._words = {each: known.get(each) or len(each.split()) for each in paragraphs}
            self._counted = (self.buffer.text, sum(map(self._words.__getitem__, paragraphs)))
        return self._counted[1]

    def copy_selection(self) -> str:
        """Copy what is selected, which stays so, and return it; empty when nothing is."""
        selected = self.buffer.selectie
        if selected is None:
            return ""
        tekst = self.buffer.text[slice(*selected)]
        KLEMBORD.copy(tekst)
        return tekst

    def _styles(self, tekst: str, begin: int, eind: int) -> Iterator[tuple[int, int, str]]:
        yield from dress_markup(tekst, begin, eind)
        if self._spelling:
            for van, tot in self._spelling.fouten(tekst, begin, eind):
                yield van, tot, "class:veld.spelfout"
        yield from self._search.dress(begin, eind)
