"""What `inlezen` asks about a clash: which text the plan gets, or a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Spring,
    Stap,
    Terug,
)
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import voortgang
from uitvoeringsplan.model.three_way import keep_both
from uitvoeringsplan.plan.drafts import Concepten
from uitvoeringsplan.tasks.read_back import settle
from uitvoeringsplan.terminal.reports import readback
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Vragensteller, Zet
    from uitvoeringsplan.model.three_way import ThreeWay
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.read_back import Readback

_SAVED = "Je tekst is nog geen antwoord; die blijft bewaard als concept."
_LANG = 60  # signs of a text in the name of a choice
_PLAN, _WORD, _BOTH, _ITSELF, _HEEL = "plan", "word", "beide", "zelf", "heel"


def settle_clashes(returned: Readback, *, plain: bool) -> Readback | None:
    """Return the reading with every clash settled by the user; None when the user stops."""
    vragensteller = user.open_vragensteller(plain=plain)
    with vragensteller:
        vragensteller.show(readback.before_choosing(len(returned.clashes), text_width()))
        return settle(returned, lambda way: _choose(way, returned, vragensteller))


def _choose(way: ThreeWay, returned: Readback, vragensteller: Vragensteller) -> str | None:
    """Let the user choose what the plan gets; None to stop.

    What is to be said of the answer comes first, for it may be the reason to look.
    """
    file = returned.old
    block = way.vraag.type.is_block
    both = keep_both(way.vraag, way.plan, way.word) if block else way.word
    start = way.vraag.in_words(both)
    own, heel = start, False
    concepten = Concepten(file.path)
    while True:
        shown = readback.render_clash(way, text_width(), kleur=user.wants_colour(), heel=heel)
        why = [one.message for one in returned.doubts if one.vraag_id == way.vraag.id]
        told = "".join(wrap_text(f"Let op: {one}\n", text_width(), "  ") for one in why)
        vragensteller.show(f"\n{told}{shown.text}")
        choices = [(_PLAN, "de tekst van het plan houden"), (_WORD, "de tekst uit Word overnemen")]
        otherwise = {f"{_WORD}{i}": text for i, text in enumerate(way.otherwise, 2)}
        choices += [(name, f"in plaats daarvan: {_short(otherwise[name])}") for name in otherwise]
        if block:
            choices.append((_BOTH, "beide, onder elkaar"))
        choices.append((_ITSELF, "zelf bewerken"))
        if not shown.is_heel:
            choices.append((_HEEL, "eerst de hele teksten lezen"))
        choice = vragensteller.choose_value("Welke tekst krijgt het plan?", choices)
        heel = heel or choice == _HEEL
        if choice in (_PLAN, _WORD, *otherwise):
            if own != start:  # what was typed gave way to a choice
                concepten.remove(way.vraag.id)
            return {_PLAN: way.plan, _WORD: way.word, **otherwise}[choice]
        objection = _objection(way, both)
        if choice == _BOTH and not objection:
            return both
        if choice in (
            _BOTH,
            _ITSELF,
        ):  # together they may be too long, which only the user can mend
            message = objection if choice == _BOTH else ""
            zet = _edit(way, own, message, file, vragensteller, concepten)
            if not isinstance(zet, Terug):
                return zet.text if isinstance(zet, Beantwoord) else None
            own = zet.text
        elif choice != _HEEL:
            return None


def _short(text: str) -> str:
    text = one_line(text) or "(leeg)"
    return text if len(text) <= _LANG else f"{text[: _LANG - 1].rstrip()}…"


def _edit(
    way: ThreeWay,
    text: str,
    message: str,
    file: Planbestand,
    vragensteller: Vragensteller,
    concepten: Concepten,
) -> Zet:
    """Let the user write the answer; there is no other question to go to.

    What is typed is kept as the draft of the question until it is an answer.
    """
    progress = voortgang(file.vragenlijst, file.plan)
    step = Stap(way.vraag, "Inlezen")
    base = fingerprint(way.plan)
    start = text

    def hold_on(typed: str) -> bool:
        return typed == start or concepten.save(way.vraag.id, typed, base)

    while True:
        beurt = Beurt(
            step,
            text,
            progress.beantwoord,
            progress.total,
            message,
            concept=hold_on,
            antwoord=way.vraag.in_words(way.plan),
        )
        zet = vragensteller.ask(beurt)
        if isinstance(zet, Overgeslagen):
            return Terug(text)
        if isinstance(zet, Beantwoord):
            message = _objection(way, zet.text)
            if not message:
                concepten.remove(way.vraag.id)
                return zet
        elif not isinstance(zet, Spring):
            if isinstance(zet, Gestopt) and zet.text.strip() and zet.text != start:
                lost = f"Je tekst kon niet als concept bewaard worden. Dit typte je:\n{zet.text}"
                vragensteller.show(_SAVED if hold_on(zet.text) else lost)
            return zet
        text = zet.text


def _objection(way: ThreeWay, text: str) -> str:
    try:
        way.vraag.normalise(text)
    except AntwoordError as error:
        return error.message
    return ""
