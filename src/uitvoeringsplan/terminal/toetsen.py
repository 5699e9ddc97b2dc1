"""The keys of the conversation: what they are called, and what they do in a text field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from uitvoeringsplan.model.beurt import Terug
from uitvoeringsplan.model.codering import repair_typed
from uitvoeringsplan.model.plakken import uit_word
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.terminal.weergave import breedte, vouw

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vraag import Vraag

HULP = """\
Ctrl+S of F10  naar de volgende vraag; wat je typte is dan bewaard
Enter          een nieuwe regel (bij een antwoord van één regel: verder)
F2             terug naar de vorige vraag
F3             een voorbeeld van een antwoord
F4             dit antwoord bewerken in je eigen tekstprogramma
F5             naar een andere vraag springen
Ctrl+C         stoppen; wat je typte blijft bewaard

Een leeg antwoord slaat de vraag over; maak je een antwoord leeg, dan is het weg. Een lege regel \
begint een nieuwe alinea. Een streepje met een spatie begint een punt: - zo. **vet**, *cursief* en \
[tekst](https://adres) mogen ook.
"""
# From this many characters on, a file or an editor is the better way.
LANG = 20_000
# In a window with fewer columns the toolbar has two lines, so that F1 is always there.
_SMAL = 40


class Sprong(str):
    """The text that was typed when the user asked for the jump list."""

    __slots__ = ()


class Bewerking(str):
    """The text that was typed when the user asked for their own editor."""

    __slots__ = ()


def tekstveld(
    vraag: Vraag, toon: Callable[[str], None], seintje: Callable[[str], None]
) -> KeyBindings:
    """Return the keys of a field to type in; `seintje` puts a remark in the toolbar."""
    toetsen = navigatie(vraag, toon, getypt=lambda event: event.current_buffer.text)

    @toetsen.add("c-s")
    @toetsen.add("f10")
    @toetsen.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @toetsen.add("enter", filter=vraag.type.is_blok)
    def _(event: KeyPressEvent) -> None:
        # Not indented like the line before: a terminal that does not mark a paste sends Enter
        # between lines that bring their own indentation.
        event.current_buffer.newline(copy_margin=False)

    @toetsen.add("f4")
    @toetsen.add("c-x", "c-e")
    def _(event: KeyPressEvent) -> None:
        event.app.erase_when_done = True  # the field comes back below, with the new text
        event.app.exit(result=Bewerking(event.current_buffer.text))

    @toetsen.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        geplakt = repair_typed(event.data)
        schoon = uit_word(geplakt.tekst)
        if not vraag.type.is_blok:
            schoon = een_regel(schoon)
        event.current_buffer.insert_text(schoon)
        if len(schoon) > LANG:
            seintje("Lange tekst? Dat gaat sneller met F4, of met `antwoord ... < bestand`.")
        elif geplakt.melding:
            seintje(geplakt.melding)
        elif schoon != event.data.replace("\r\n", "\n").replace("\r", "\n").strip("\n"):
            seintje("De geplakte tekst is opgeschoond: opsommingstekens, tabs of lege randen.")

    return toetsen


def navigatie(
    vraag: Vraag,
    toon: Callable[[str], None],
    getypt: Callable[[KeyPressEvent], str],
    toetsen: KeyBindings | None = None,
) -> KeyBindings:
    """Return the keys that every prompt has, put on `toetsen` when it has some already."""
    toetsen = KeyBindings() if toetsen is None else toetsen

    @toetsen.add("f1")
    def _(_event: KeyPressEvent) -> None:
        run_in_terminal(lambda: toon(vouw(HULP, breedte())))

    @toetsen.add("f2")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Terug(getypt(event)))

    @toetsen.add("f3")
    def _(_event: KeyPressEvent) -> None:
        voorbeeld = vraag.voorbeeld or "Bij deze vraag is geen voorbeeld."
        run_in_terminal(lambda: toon("Voorbeeld:\n" + vouw(voorbeeld, breedte(), "  ") + "\n"))

    @toetsen.add("f5")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Sprong(getypt(event)))

    return toetsen


def werkbalk(vraag: Vraag, kolommen: int, seintje: str) -> str:
    """Return the toolbar: a remark if there is one, else as many keys as fit."""
    if seintje:
        return vouw(seintje, kolommen)
    delen = [
        "Ctrl+S verder" if vraag.type.is_blok else "Enter verder",
        "F1 hulp",
        "F2 terug",
        *(["F3 voorbeeld"] if vraag.voorbeeld else []),
        "F5 lijst",
        "Ctrl+C stop",
        "F4 editor",
    ]
    regels = [delen[0]]
    for deel in delen[1:]:
        if len(regels[-1]) + 2 + len(deel) <= kolommen:
            regels[-1] += f"  {deel}"
        elif kolommen < _SMAL and len(regels) == 1:
            regels.append(deel)
        else:
            break
    return "\n".join(regels)
