"""Putting questions in a terminal, with questionary."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.application.current import get_app
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.styles import Style

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import Beurt, Gegeven, Gestopt, Terug, Zet
from uitvoeringsplan.model.vraag import Vraag, VraagType
from uitvoeringsplan.terminal.weergave import breedte, vouw, vraagkop

if TYPE_CHECKING:
    from collections.abc import Callable

STIJL = Style.from_dict(
    {
        "qmark": "",
        "question": "",
        "answer": "",
        "pointer": "bold",
        "highlighted": "bold",
        "bottom-toolbar": "noreverse",
    }
)
_OVERSLAAN = "(overslaan)"


class TerminalVragensteller:
    """Asks with questionary; prints the question above the input first."""

    def __init__(self, toon: Callable[[str], None]) -> None:
        self.toon = toon

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did; Ctrl+C and Ctrl+D stop and keep."""
        kolommen = breedte()
        self.toon("\n" + vraagkop(beurt, kolommen) + "\n")
        if beurt.melding:
            self.toon(vouw(beurt.melding, kolommen) + "\n")
        vraag = self._prompt(beurt.stap.vraag, beurt.tekst)
        try:
            zet = vraag.unsafe_ask()
        except KeyboardInterrupt:
            return Gestopt(_getypt(vraag))
        except EOFError:
            return Gestopt(_getypt(vraag))
        if isinstance(zet, Terug):
            return zet
        return Gegeven("" if zet is None or zet == _OVERSLAAN else str(zet))

    def kies(self, vraag: Vraag, onze: str, hunne: str) -> str | None:
        """Show two answers to one question and return which stays; both, for a long one."""
        kolommen = breedte()
        self.toon(
            vouw(f"Iemand anders heeft intussen “{vraag.label}” ook veranderd.", kolommen)
            + f"\n\nIn het bestand staat:\n{vouw(hunne, kolommen, '  ')}"
            + f"\n\nJij schreef:\n{vouw(onze, kolommen, '  ')}\n"
        )
        keuzes = {"mijn tekst": onze, "de tekst uit het bestand": hunne}
        if vraag.type.is_blok:
            keuzes["beide, onder elkaar"] = f"{hunne}\n\n{onze}"
        try:
            keuze = questionary.select(
                "Welke tekst blijft?", choices=list(keuzes), qmark="", instruction=" ", style=STIJL
            ).unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            return None
        return keuzes[keuze]

    def ja_nee(self, vraag: str) -> bool:
        """Ask for yes or no; Ctrl+C means no."""
        self.toon(vouw(vraag, breedte()))
        try:
            antwoord = questionary.select(
                "", choices=["ja", "nee"], qmark="", instruction=" ", style=STIJL
            ).unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            return False
        return bool(antwoord == "ja")

    def _prompt(self, vraag: Vraag, tekst: str) -> questionary.Question:
        gemeen: dict[str, Any] = {"qmark": "", "style": STIJL}
        if vraag.type in (VraagType.KEUZE, VraagType.JANEE):
            keuzes = list(vraag.keuzes or ("ja", "nee"))
            return questionary.select(
                "Kies met de pijltjes en druk op Enter.",
                choices=[*keuzes, _OVERSLAAN],
                default=tekst if tekst in keuzes else None,
                instruction=" ",
                **gemeen,
            )
        if vraag.type is VraagType.MEERKEUZE:
            gekozen = {regel.removeprefix("- ") for regel in tekst.split("\n")}
            prompt = questionary.checkbox(
                "Kies met de spatiebalk en druk op Enter.",
                choices=[questionary.Choice(k, checked=k in gekozen) for k in vraag.keuzes],
                instruction=" ",
                **gemeen,
            )
            return _vertaald(prompt)
        blok = vraag.type.is_blok
        return questionary.text(
            "",
            default=tekst,
            multiline=blok,
            instruction="\n" if blok else " ",
            validate=lambda getypt: _oordeel(vraag, getypt),
            validate_while_typing=False,
            key_bindings=_toetsen(vraag, self.toon),
            bottom_toolbar=lambda: _werkbalk(vraag),
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
            **gemeen,
        )


def _vertaald(vraag: questionary.Question) -> questionary.Question:
    """Return a checkbox question whose answer is text with points, like a typed one."""
    ask = vraag.unsafe_ask

    def ask_als_tekst(*args: Any, **kwargs: Any) -> Any:
        keuzes = ask(*args, **kwargs)
        return "\n".join(f"- {keuze}" for keuze in keuzes) if isinstance(keuzes, list) else keuzes

    vraag.unsafe_ask = ask_als_tekst  # type: ignore[method-assign]
    return vraag


def _oordeel(vraag: Vraag, getypt: str) -> bool | str:
    try:
        vraag.normaliseer(getypt)
    except AntwoordError as fout:
        return fout.melding
    return True


def _getypt(vraag: questionary.Question) -> str:
    buffer = vraag.application.current_buffer
    return buffer.text if buffer.name != "DUMMY_BUFFER" else ""


def _toetsen(vraag: Vraag, toon: Callable[[str], None]) -> KeyBindings:
    toetsen = KeyBindings()

    @toetsen.add("c-s")
    @toetsen.add("f10")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @toetsen.add("f2")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Terug(event.current_buffer.text))

    @toetsen.add("f3")
    def _(_event: KeyPressEvent) -> None:
        from prompt_toolkit.application import run_in_terminal  # noqa: PLC0415

        voorbeeld = vraag.voorbeeld or "Bij deze vraag is geen voorbeeld."
        run_in_terminal(lambda: toon("Voorbeeld:\n" + vouw(voorbeeld, breedte(), "  ") + "\n"))

    return toetsen


def _werkbalk(vraag: Vraag) -> str:
    verder = "Ctrl+S of F10 verder" if vraag.type.is_blok else "Enter verder"
    voorbeeld = "F3 voorbeeld | " if vraag.voorbeeld else ""
    woorden = len(get_app().current_buffer.text.split())
    return f"{verder} | F2 terug | {voorbeeld}Ctrl+C stoppen en bewaren | {woorden} woorden"
