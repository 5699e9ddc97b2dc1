"""One prompt per kind of question, with questionary."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Gestopt, Spring, Terug, Zet, vergeet
from uitvoeringsplan.model.codering import repair_typed
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vraag import Vraag, VraagType
from uitvoeringsplan.terminal.bewaker import vraag_bewaakt
from uitvoeringsplan.terminal.toetsen import Bewerking, Sprong, navigatie, tekstveld, werkbalk
from uitvoeringsplan.terminal.weergave import breedte, keuzeregel, met_pad, plekregel, vouw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
_GEEN_ANTWOORD = "(geen antwoord)"


def vraag_antwoord(beurt: Beurt, toon: Callable[[str], None]) -> Zet:
    """Put the prompt of one question and return what the user did."""
    vraag, begin = beurt.stap.vraag, beurt.tekst
    while True:
        prompt, getypt = _prompt(vraag, begin, toon)
        try:
            uitkomst = vraag_bewaakt(prompt.application, getypt, beurt.concept)
        except (KeyboardInterrupt, EOFError):
            return Gestopt(getypt())
        if not isinstance(uitkomst, Bewerking):
            break
        begin = _bewerk(vraag, str(uitkomst), beurt, toon)
    if isinstance(uitkomst, Terug):
        return uitkomst
    if isinstance(uitkomst, Sprong):
        if uitkomst != beurt.tekst:
            beurt.concept(str(uitkomst))  # the program may be ended while the list is open
        doel = kies_uit(
            "Naar welke vraag?",
            [(plek.vraag_id, plekregel(plek, breedte())) for plek in beurt.plekken],
            huidig=vraag.id,
        )
        return Spring(str(uitkomst), doel or vraag.id)
    gelezen = repair_typed(_als_tekst(uitkomst))
    tekst = gelezen.tekst
    if gelezen.melding:
        toon(vouw(gelezen.melding, breedte()))
    if vraag.type is VraagType.MEERKEUZE:
        gekozen = tekst.replace("- ", "").replace("\n", ", ")
        toon(vouw(f"Gekozen: {gekozen or 'niets'}", breedte()))
    return Beantwoord(tekst)


def _bewerk(vraag: Vraag, tekst: str, beurt: Beurt, toon: Callable[[str], None]) -> str:
    """Return the text as it comes back from the user's own editor."""
    from uitvoeringsplan.terminal.bewerking import Gebruiker, bewerk  # noqa: PLC0415 - seldom

    if tekst != beurt.tekst:
        beurt.concept(tekst)  # the program may be ended while the editor is open
    wie = Gebruiker(
        lambda zin, pad="": toon(met_pad(zin, pad, breedte())), _lees_regel, beurt.concept
    )
    nieuw = bewerk(tekst, vraag.id, wie)
    if nieuw is None:
        return tekst
    return nieuw if vraag.type.is_blok else een_regel(nieuw)


def _lees_regel(zin: str) -> str:
    prompt = questionary.text(zin, **{**_gemeen(), "instruction": None})
    return str(vraag_bewaakt(prompt.application, lambda: "", vergeet))


def kies_uit(
    vraag: str, keuzes: Sequence[tuple[str, str]], huidig: str | None = None
) -> str | None:
    """Return the value of the choice (value, text) that the user took; None to stop."""
    if not keuzes:
        return None
    opties = [
        questionary.Choice(keuzeregel(tekst, breedte()), value=waarde) for waarde, tekst in keuzes
    ]
    prompt = questionary.select(
        vraag,
        choices=opties,
        default=huidig if any(waarde == huidig for waarde, _ in keuzes) else None,
        **_gemeen(),
    )
    try:
        return str(vraag_bewaakt(prompt.application, lambda: "", vergeet))
    except (KeyboardInterrupt, EOFError):
        return None


def _gemeen() -> dict[str, Any]:
    return {"qmark": "", "style": STIJL, "instruction": " "}


def _prompt(
    vraag: Vraag, tekst: str, toon: Callable[[str], None]
) -> tuple[questionary.Question, Callable[[], str]]:
    """Return the prompt that fits the question, and what reads the answer as it stands now."""
    if vraag.type in (VraagType.KEUZE, VraagType.JANEE):
        keuzes = list(vraag.keuzes or ("ja", "nee"))
        prompt = questionary.select(
            "Pijltjes en Enter kiezen  F1 hulp  F2 terug  F5 lijst",
            choices=[*keuzes, _GEEN_ANTWOORD],
            default=tekst if tekst in keuzes else None,
            **_gemeen(),
        )
        return _met_navigatie(prompt, vraag, toon, lambda: tekst)
    if vraag.type is VraagType.MEERKEUZE:
        gekozen = {regel.removeprefix("- ") for regel in tekst.split("\n")}
        prompt = questionary.checkbox(
            "Spatiebalk kiest, Enter verder  F1 hulp  F2 terug  F5 lijst",
            choices=[questionary.Choice(k, checked=k in gekozen) for k in vraag.keuzes],
            validate=lambda keuzes: _fout(vraag, _als_tekst(keuzes)) or True,
            erase_when_done=True,  # what it says of itself then is English
            **_gemeen(),
        )
        lijst = next(
            deel
            for deel in prompt.application.layout.find_all_controls()
            if isinstance(deel, InquirerControl)
        )

        def aangekruist() -> str:
            return _als_tekst([keuze.value for keuze in lijst.get_selected_values()])

        return _met_navigatie(prompt, vraag, toon, aangekruist)
    prompt = _tekstvraag(vraag, tekst, toon)
    buffer = prompt.application.current_buffer
    return prompt, lambda: buffer.text


def _tekstvraag(vraag: Vraag, tekst: str, toon: Callable[[str], None]) -> questionary.Question:
    seintje = [""]
    blok = vraag.type.is_blok
    prompt = questionary.text(
        "",
        default=tekst,
        multiline=blok,
        validate=lambda getypt: _oordeel(vraag, getypt, seintje),
        validate_while_typing=False,
        key_bindings=tekstveld(vraag, toon, lambda zin: seintje.__setitem__(0, zin)),
        bottom_toolbar=lambda: werkbalk(vraag, breedte(), seintje[0]),
        color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
        **{**_gemeen(), "instruction": "\n" if blok else None},
    )
    buffer = prompt.application.current_buffer
    buffer.cursor_position = len(tekst)

    def gewoon_verder(_: object) -> None:
        seintje[0] = ""

    # A remark is set after the change that caused it, and stays until the next one.
    buffer.on_text_changed += gewoon_verder
    return prompt


def _met_navigatie(
    prompt: questionary.Question,
    vraag: Vraag,
    toon: Callable[[str], None],
    getypt: Callable[[], str],
) -> tuple[questionary.Question, Callable[[], str]]:
    toetsen = prompt.application.key_bindings
    if isinstance(toetsen, KeyBindings):
        navigatie(vraag, toon, getypt=lambda _event: getypt(), toetsen=toetsen)
    return prompt, getypt


def _oordeel(vraag: Vraag, getypt: str, seintje: list[str]) -> bool | str:
    """Return why this is no answer yet; what does not fit on one line goes to the toolbar."""
    fout = _fout(vraag, getypt)
    if len(fout) < breedte():
        return fout or True
    seintje[0] = fout
    return "Nog niet goed:"


def _fout(vraag: Vraag, getypt: str) -> str:
    try:
        vraag.normaliseer(getypt)
    except AntwoordError as fout:
        return fout.melding
    return ""


def _als_tekst(uitkomst: Any) -> str:
    if isinstance(uitkomst, list):
        return "\n".join(f"- {keuze}" for keuze in uitkomst)
    return "" if uitkomst is None or uitkomst == _GEEN_ANTWOORD else str(uitkomst)
