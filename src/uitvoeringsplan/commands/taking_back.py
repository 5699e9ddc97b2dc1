"""`inlezen`: what colleagues changed in Word, back into the plan.

What was changed both in Word and in the plan is a clash: the user says what the plan gets.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from uitvoeringsplan.commands import user
from uitvoeringsplan.commands.edge import INPUT, INTERRUPTED
from uitvoeringsplan.commands.output import say
from uitvoeringsplan.errors import AntwoordError, GebruikError
from uitvoeringsplan.files.lookup import PLAN_SUFFIX, find_plan
from uitvoeringsplan.files.word_file import PREVIOUS
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
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.environment import open_environment
from uitvoeringsplan.tasks.read_back import read_back, save_readback, settle
from uitvoeringsplan.terminal.reports import readback
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import EenvoudigOptie, VragenOptie
    from uitvoeringsplan.model.beurt import Vragensteller, Zet
    from uitvoeringsplan.model.three_way import ThreeWay
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.tasks.read_back import Readback

_BEWAARD = "Je tekst is nog geen antwoord; die blijft bewaard als concept."
_LANG = 60  # signs of a text in the name of a choice
_PLAN, _WORD, _BEIDE, _ZELF, _HEEL = "plan", "word", "beide", "zelf", "heel"


def inlezen(
    bestanden: Annotated[
        list[Path],
        typer.Argument(
            metavar="WORD... [BESTAND]",
            readable=False,
            help="De Word-bestanden, en het plan (*.plan.yaml) als dat niet vanzelf spreekt.",
        ),
    ],
    *,
    zonder_wijzigingen: Annotated[
        bool,
        typer.Option(
            "--zonder-wijzigingen",
            help="Laat bijgehouden wijzigingen die nog open staan niet meetellen.",
        ),
    ] = False,
    proef: Annotated[
        bool, typer.Option("--proef", help="Laat alles zien en bewaar niets.")
    ] = False,
    toch: Annotated[
        bool,
        typer.Option(
            "--toch",
            help="Neem ook over uit een Word-bestand dat van een ander plan lijkt te zijn.",
        ),
    ] = False,
    eenvoudig: EenvoudigOptie = False,
    vragen: VragenOptie = None,
) -> int:
    """Neem over wat anderen in het Word-bestand hebben veranderd."""
    words, pad = _divide(bestanden)
    lijst = open_environment(vragen).vragenlijst
    plan = load_plan(pad, lijst)
    today = dt.datetime.now().astimezone().date().isoformat()
    is_unsettled = False
    for word in words:
        inlezing = read_back(plan, word, accepted=not zonder_wijzigingen, today=today)
        say(
            readback.heading(
                word,
                text_width(),
                heeft_wijzigingen=inlezing.heeft_wijzigingen,
                aangenomen=not zonder_wijzigingen,
            )
        )
        if inlezing.vreemd:
            # Also with --toch: an answer that nobody changed there stays as the plan has it.
            sentence = readback.other_plan(word, pad, inlezing.vreemd, text_width())
            say(sentence, err=True)
            if not (toch or _is_allowed(eenvoudig=eenvoudig, proef=proef)):
                is_unsettled = True
                continue
        for doubt in inlezing.twijfels:
            say(wrap_text(f"Let op: {doubt}", text_width(), "  "), err=True)
        for line in readback.outside_answers(inlezing.vast, text_width()):
            say(line, err=True)
        is_unsettled = is_unsettled or bool(inlezing.geweigerd)
        if inlezing.botsingen and (proef or not user.is_terminal()):
            is_unsettled = True
            _report_unsettled(inlezing)
            extra = ["--toch"] if inlezing.vreemd else []
            extra += ["--zonder-wijzigingen"] if zonder_wijzigingen else []
            extra += ["--vragen", str(vragen)] if vragen else []
            say(readback.choose_later(word, pad, extra, text_width()), err=True)
            continue
        settled: Readback | None = inlezing
        if inlezing.botsingen:
            settled = _settle_clashes(inlezing, eenvoudig=eenvoudig)
        if settled is None:
            say("Gestopt. Van dit bestand is niets overgenomen.", err=True)
            return INTERRUPTED
        # Saving comes first: what is said to be taken over is in the file.
        plan = settled.nieuw if proef else save_readback(settled)
        for line in readback.answer_lines(settled.driewegen, text_width(), bewaard=not proef):
            say(line)
        _report_refused(settled)
        punten = readback.PointCounts(settled.nieuwe_punten, len(settled.afgehandeld))
        is_equal = settled.vast.is_gelijk and not (settled.bedenkingen or settled.vreemd)
        say(
            readback.last_line(
                settled.driewegen,
                punten,
                pad,
                bewaard=not proef,
                verder_gelijk=is_equal,
                geweigerd=len(settled.geweigerd),
            )
        )
        is_unsettled = is_unsettled or not settled.is_heel
    return INPUT if is_unsettled else 0


def _divide(bestanden: list[Path]) -> tuple[list[Path], Path]:
    """Return the Word files and the plan: the one given, the one of that name, or the only one."""
    plannen = [pad for pad in bestanden if pad.suffix in (".yaml", ".yml")]
    words = [pad for pad in bestanden if pad not in plannen]
    if not words:
        raise GebruikError("Geef ook het Word-bestand dat je wilt inlezen.")
    if len(plannen) > 1:
        raise GebruikError("Geef één plan. Word-bestanden mogen er meer zijn.")
    if plannen:
        return words, plannen[0]
    stem = re.sub(rf"{PREVIOUS}(-\d+)?$", "", words[0].stem)
    bare = stem.removesuffix("-met-punten").removesuffix("-intern")
    for naam in (stem, bare):
        if (plan := words[0].parent / f"{naam}{PLAN_SUFFIX}").is_file():
            return words, plan
    return words, find_plan(None)


def _is_allowed(*, eenvoudig: bool, proef: bool) -> bool:
    """Ask whether a file that seems to be of another plan may be taken over."""
    if user.is_terminal() and not proef:
        vragensteller = user.open_vragensteller(eenvoudig=eenvoudig)
        # The first choice is what Enter takes: that must be the one that changes nothing.
        choices = [("nee", "nee, niets overnemen"), ("ja", "ja, het hoort bij dit plan")]
        if vragensteller.choose_value("Wil je het toch overnemen?", choices) == "ja":
            return True
    sentence = (
        "Van dit bestand is niets overgenomen. Hoort het toch bij dit plan, gebruik dan --toch."
    )
    say(wrap_text(sentence, text_width()), err=True)
    return False


def _report_unsettled(inlezing: Readback) -> None:
    """Say what waits: the clashes, and with them everything else of this file."""
    for line in readback.answer_lines(inlezing.driewegen, text_width(), bewaard=False):
        say(line)
    _report_refused(inlezing)
    for weg in inlezing.botsingen:
        say("")
        say(readback.render_clash(weg, text_width(), kleur=user.wants_colour()).tekst, nl=False)


def _report_refused(inlezing: Readback) -> None:
    """Show the words that the plan cannot hold; they never hold up the others."""
    for vraag, (plek, woorden, message) in inlezing.geweigerd:
        naam = f"{vraag.label} ({vraag.id})"
        say(readback.refused(naam, plek, woorden, message, text_width()))
    if inlezing.geweigerd:
        say(readback.about_refused(len(inlezing.geweigerd), text_width()), err=True)


def _settle_clashes(inlezing: Readback, *, eenvoudig: bool) -> Readback | None:
    """Return the reading with every clash settled by the user; None when the user stops."""
    vragensteller = user.open_vragensteller(eenvoudig=eenvoudig)
    with vragensteller:
        vragensteller.show(readback.before_choosing(len(inlezing.botsingen), text_width()))
        return settle(inlezing, lambda weg: _choose(weg, inlezing.oud, vragensteller))


def _choose(weg: ThreeWay, bestand: Planbestand, vragensteller: Vragensteller) -> str | None:
    """Let the user choose what the plan gets; None to stop."""
    blok = weg.vraag.type.is_blok
    both = keep_both(weg.vraag, weg.plan, weg.word) if blok else weg.word
    begin = weg.vraag.in_words(both)
    own, heel = begin, False
    concepten = Concepten(bestand.pad)
    while True:
        shown = readback.render_clash(weg, text_width(), kleur=user.wants_colour(), heel=heel)
        vragensteller.show(f"\n{shown.tekst}")
        choices = [(_PLAN, "de tekst van het plan houden"), (_WORD, "de tekst uit Word overnemen")]
        anders = {f"{_WORD}{i}": tekst for i, tekst in enumerate(weg.anders, 2)}
        choices += [(naam, f"in plaats daarvan: {_short(anders[naam])}") for naam in anders]
        if blok:
            choices.append((_BEIDE, "beide, onder elkaar"))
        choices.append((_ZELF, "zelf bewerken"))
        if not shown.is_heel:
            choices.append((_HEEL, "eerst de hele teksten lezen"))
        choice = vragensteller.choose_value("Welke tekst krijgt het plan?", choices)
        heel = heel or choice == _HEEL
        if choice in (_PLAN, _WORD, *anders):
            if own != begin:  # what was typed gave way to a choice
                concepten.verwijder(weg.vraag.id)
            return {_PLAN: weg.plan, _WORD: weg.word, **anders}[choice]
        objection = _objection(weg, both)
        if choice == _BEIDE and not objection:
            return both
        if choice in (_BEIDE, _ZELF):  # together they may be too long, which only the user can mend
            message = objection if choice == _BEIDE else ""
            zet = _edit(weg, own, message, bestand, vragensteller, concepten)
            if not isinstance(zet, Terug):
                return zet.tekst if isinstance(zet, Beantwoord) else None
            own = zet.tekst
        elif choice != _HEEL:
            return None


def _short(tekst: str) -> str:
    tekst = one_line(tekst) or "(leeg)"
    return tekst if len(tekst) <= _LANG else f"{tekst[: _LANG - 1].rstrip()}…"


def _edit(
    weg: ThreeWay,
    tekst: str,
    message: str,
    bestand: Planbestand,
    vragensteller: Vragensteller,
    concepten: Concepten,
) -> Zet:
    """Let the user write the answer; there is no other question to go to.

    What is typed is kept as the draft of the question until it is an answer.
    """
    progress = voortgang(bestand.vragenlijst, bestand.plan)
    step = Stap(weg.vraag, "Inlezen")
    base = fingerprint(weg.plan)
    begin = tekst

    def houd_vast(getypt: str) -> bool:
        return getypt == begin or concepten.bewaar(weg.vraag.id, getypt, base)

    while True:
        beurt = Beurt(
            step,
            tekst,
            progress.beantwoord,
            progress.totaal,
            message,
            concept=houd_vast,
            antwoord=weg.vraag.in_words(weg.plan),
        )
        zet = vragensteller.ask(beurt)
        if isinstance(zet, Overgeslagen):
            return Terug(tekst)
        if isinstance(zet, Beantwoord):
            message = _objection(weg, zet.tekst)
            if not message:
                concepten.verwijder(weg.vraag.id)
                return zet
        elif not isinstance(zet, Spring):
            if isinstance(zet, Gestopt) and zet.tekst.strip() and zet.tekst != begin:
                lost = f"Je tekst kon niet als concept bewaard worden. Dit typte je:\n{zet.tekst}"
                vragensteller.show(_BEWAARD if houd_vast(zet.tekst) else lost)
            return zet
        tekst = zet.tekst


def _objection(weg: ThreeWay, tekst: str) -> str:
    try:
        weg.vraag.normalise(tekst)
    except AntwoordError as fout:
        return fout.melding
    return ""
