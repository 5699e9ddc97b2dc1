"""What one control shows: the answer of the new plan, and what changed since the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.block_differences import vergelijk_blokken
from uitvoeringsplan.model.opmaak import Alinea, Stuk, lees_opmaak
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk, vergelijk_woorden
from uitvoeringsplan.word.antwoordxml import Bijvangst, lees_letters, zonder_links
from uitvoeringsplan.word.invulvelden import Vorm
from uitvoeringsplan.word.veldinhoud import veldtekst
from uitvoeringsplan.word.wijzigingen.alineas import (
    Alineaversie,
    alineas_xml,
    inwendig,
    is_genummerd,
)
from uitvoeringsplan.word.wijzigingen.lijsten import vormen
from uitvoeringsplan.word.wijzigingen.loops import kale_loops_xml, loops_xml

if TYPE_CHECKING:
    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.antwoordxml import Stijlen
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.wijzigingen.kant import Kant
    from uitvoeringsplan.word.wijzigingen.merken import Merken


def inhoud_xml(
    veld: Invulveld,
    vraag: Vraag,
    oud: Kant,
    nieuw: Kant,
    stijlen: Stijlen,
    vangst: Bijvangst | None,
    merken: Merken,
) -> str:
    """Return the content of a control; empty when it has nothing to show in either plan.

    Without `vangst` links become plain text: only the main part can have them.
    """
    if veld.vorm is Vorm.REGEL:
        return _regel(vraag, oud, nieuw, merken, veld.rpr)
    ppr = inwendig(veld.ppr)
    if vraag.type.shape is Shape.TABLE:
        # Few templates have a table.
        from uitvoeringsplan.word.wijzigingen.tabel import tabelinhoud  # noqa: PLC0415

        return tabelinhoud(vraag, oud, nieuw, ppr, stijlen, merken)
    if not vraag.type.is_blok:
        runs = _regel(vraag, oud, nieuw, merken, veld.rpr)
        alinea = Alineaversie(Verandering.GELIJK, ppr, ppr, runs)
        return alineas_xml([alinea], ppr, merken) if runs else ""
    links, rechts = _blokken(oud), _blokken(nieuw)
    if vangst is None:
        links, rechts, vangst = zonder_links(links), zonder_links(rechts), Bijvangst(0)
    letters = lees_letters(veld.rpr)
    verschil = vergelijk_blokken(links, rechts)
    alineas: list[Alineaversie] = []
    for blok, (was, wordt) in zip(verschil, vormen(verschil, stijlen, vangst, ppr), strict=True):
        zelfde_woorden = all(wat is Verandering.GELIJK for wat, _ in blok.stukken)
        if was != wordt and is_genummerd(was) and not zelfde_woorden:
            versies = ((Verandering.WEG, was, blok.oud), (Verandering.NIEUW, wordt, blok.nieuw))
            for wat, vorm, een in versies:
                stukken = [Verschilstuk(wat, stuk) for stuk in een.stukken] if een else []
                runs = loops_xml(stukken, stijlen, vangst, merken, letters)
                alineas.append(Alineaversie(wat, vorm, vorm, runs))
        else:
            runs = loops_xml(blok.stukken, stijlen, vangst, merken, letters)
            alineas.append(Alineaversie(blok.wat, was, wordt, runs))
    return alineas_xml(alineas, ppr, merken)


def _regel(vraag: Vraag, oud: Kant, nieuw: Kant, merken: Merken, rpr: str) -> str:
    """Return the runs of an answer on one line."""
    links, rechts = (
        veldtekst(vraag, kant.waarde) if kant.waarde else kant.leegtekst for kant in (oud, nieuw)
    )
    stukken = vergelijk_woorden(*((Stuk(tekst),) if tekst else () for tekst in (links, rechts)))
    return kale_loops_xml(stukken, merken, rpr)


def _blokken(kant: Kant) -> tuple[Blok, ...]:
    """Return the blocks of an answer; blanks alone show nothing."""
    blokken = lees_opmaak(kant.waarde)
    if blokken or not kant.leegtekst:
        return blokken
    return (Alinea((Stuk(kant.leegtekst),)),)
