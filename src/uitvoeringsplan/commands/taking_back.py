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

_SAVED = "Je tekst is nog geen antwoord; die blijft bewaard als concept."
_LANG = 60  # signs of a text in the name of a choice
_PLAN, _WORD, _BOTH, _ITSELF, _HEEL = "plan", "word", "beide", "zelf", "heel"


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
    words, path = _divide(bestanden)
    lijst = open_environment(vragen).vragenlijst
    plan = load_plan(path, lijst)
    today = dt.datetime.now().astimezone().date().isoformat()
    is_unsettled = False
    for word in words:
        returned = read_back(plan, word, accepted=not zonder_wijzigingen, today=today)
        say(
            readback.heading(
                word,
                text_width(),
                has_wijzigingen=returned.has_wijzigingen,
                assumed=not zonder_wijzigingen,
            )
        )
        if returned.foreign:
            # Also with --toch: an answer that nobody changed there stays as the plan has it.
            sentence = readback.other_plan(word, path, returned.foreign, text_width())
            say(sentence, err=True)
            if not (toch or _is_allowed(plain=eenvoudig, trial=proef)):
                is_unsettled = True
                continue
        for doubt in returned.told_doubts:
            say(wrap_text(f"Let op: {doubt}", text_width(), "  "), err=True)
        for line in readback.outside_answers(returned.fixed, text_width()):
            say(line, err=True)
        is_unsettled = is_unsettled or bool(returned.refused)
        if returned.clashes and (proef or not user.is_terminal()):
            is_unsettled = True
            _report_unsettled(returned)
            extra = ["--toch"] if returned.foreign else []
            extra += ["--zonder-wijzigingen"] if zonder_wijzigingen else []
            extra += ["--vragen", str(vragen)] if vragen else []
            say(readback.choose_later(word, path, extra, text_width()), err=True)
            continue
        settled: Readback | None = returned
        if returned.clashes:
            settled = _settle_clashes(returned, plain=eenvoudig)
        if settled is None:
            say("Gestopt. Van dit bestand is niets overgenomen.", err=True)
            return INTERRUPTED
        # Saving comes first: what is said to be taken over is in the file.
        plan = settled.new if proef else save_readback(settled)
        for line in readback.answer_lines(settled.three_ways, text_width(), saved=not proef):
            say(line)
        _report_refused(settled)
        punten = readback.PointCounts(settled.new_punt_count, len(settled.handled))
        is_equal = settled.fixed.is_equal and not (settled.doubts or settled.foreign)
        say(
            readback.last_line(
                settled.three_ways,
                punten,
                path,
                saved=not proef,
                otherwise_equal=is_equal,
                refused=len(settled.refused),
            )
        )
        is_unsettled = is_unsettled or not settled.is_heel
    return INPUT if is_unsettled else 0


def _divide(files: list[Path]) -> tuple[list[Path], Path]:
    """Return the Word files and the plan: the one given, the one of that name, or the only one."""
    plannen = [path for path in files if path.suffix in (".yaml", ".yml")]
    words = [path for path in files if path not in plannen]
    if not words:
        raise GebruikError("Geef ook het Word-bestand dat je wilt inlezen.")
    if len(plannen) > 1:
        raise GebruikError("Geef één plan. Word-bestanden mogen er meer zijn.")
    if plannen:
        return words, plannen[0]
    stem = re.sub(rf"{PREVIOUS}(-\d+)?$", "", words[0].stem)
    bare = stem.removesuffix("-met-punten").removesuffix("-intern")
    for name in (stem, bare):
        if (plan := words[0].parent / f"{name}{PLAN_SUFFIX}").is_file():
            return words, plan
    return words, find_plan(None)


def _is_allowed(*, plain: bool, trial: bool) -> bool:
    """Ask whether a file that seems to be of another plan may be taken over."""
    if user.is_terminal() and not trial:
        vragensteller = user.open_vragensteller(plain=plain)
        # The first choice is what Enter takes: that must be the one that changes nothing.
        choices = [("nee", "nee, niets overnemen"), ("ja", "ja, het hoort bij dit plan")]
        if vragensteller.choose_value("Wil je het toch overnemen?", choices) == "ja":
            return True
    sentence = (
        "Van dit bestand is niets overgenomen. Hoort het toch bij dit plan, gebruik dan --toch."
    )
    say(wrap_text(sentence, text_width()), err=True)
    return False


def _report_unsettled(returned: Readback) -> None:
    """Say what waits: the clashes, and with them everything else of this file."""
    for line in readback.answer_lines(returned.three_ways, text_width(), saved=False):
        say(line)
    _report_refused(returned)
    for way in returned.clashes:
        say("")
        say(readback.render_clash(way, text_width(), kleur=user.wants_colour()).text, nl=False)


def _report_refused(returned: Readback) -> None:
    """Show the words that the plan cannot hold; they never hold up the others."""
    for vraag, (place, words, message) in returned.refused:
        name = f"{vraag.label} ({vraag.id})"
        say(readback.refused(name, place, words, message, text_width()))
    if returned.refused:
        say(readback.about_refused(len(returned.refused), text_width()), err=True)


def _settle_clashes(returned: Readback, *, plain: bool) -> Readback | None:
    """Return the reading with every clash settled by the user; None when the user stops."""
    vragensteller = user.open_vragensteller(plain=plain)
    with vragensteller:
        vragensteller.show(readback.before_choosing(len(returned.clashes), text_width()))
        return settle(returned, lambda way: _choose(way, returned.old, vragensteller))


def _choose(way: ThreeWay, file: Planbestand, vragensteller: Vragensteller) -> str | None:
    """Let the user choose what the plan gets; None to stop."""
    block = way.vraag.type.is_block
    both = keep_both(way.vraag, way.plan, way.word) if block else way.word
    start = way.vraag.in_words(both)
    own, heel = start, False
    concepten = Concepten(file.path)
    while True:
        shown = readback.render_clash(way, text_width(), kleur=user.wants_colour(), heel=heel)
        vragensteller.show(f"\n{shown.text}")
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
