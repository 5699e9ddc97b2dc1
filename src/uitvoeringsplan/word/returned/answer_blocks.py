"""Paragraphs to the blocks of an answer in our markup, and what became of its placeholder."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from uitvoeringsplan.document.fields import OpenFields
from uitvoeringsplan.document.inline import Regellezer
from uitvoeringsplan.document.pictures import Beelden
from uitvoeringsplan.model.document import Tekstdeel
from uitvoeringsplan.model.markup_writer import write_canonical
from uitvoeringsplan.model.opmaak import (
    Alinea,
    Blok,
    Punt,
    Stuk,
    normaliseer_stukken,
    platte_tekst,
)
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.returned.lost_dress import Plat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.document.inline import Regeldeel
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.walk import Besturing, Regel

_KAAL = Tekstdeel("")
_VELDEN = (w("fldChar"), w("fldSimple"))
_jas = attrgetter("vet", "cursief", "adres")
_WEBADRES = ("http://", "https://", "mailto:")
# What would end an address in the markup too early.
_NIET_IN_ADRES = re.compile(r"[\s()<>]")
MAX_ALINEAS = 5_000  # in one answer
MAX_TEKENS = 500_000  # idem
_MAX_STUKKEN = 2_000  # in one paragraph
_MAX_RUNS = 10_000  # idem, as Word writes them
_HOOGSTE = 999  # the markup knows no higher number
_SPATIES = " \u00a0\t\n"


class Tekstlezer:
    """Reads the words of one part."""

    def __init__(self, pakket: Pakket, relaties: Iterable[Relatie], stijlblad: Stijlblad) -> None:
        op_id = {relatie.id: relatie for relatie in relaties}
        self.stijlblad, self._relaties = stijlblad, op_id
        self._beelden = Beelden(pakket, op_id)

    def stukken(self, alinea: Iterable[Element], stijl_id: str = "") -> tuple[Stuk, ...]:
        """Return the runs of a paragraph in this style, or of anything that holds runs."""
        delen = (d for d in self._lees(alinea, stijl_id)[0] if isinstance(d, Tekstdeel))
        # Word cuts a line in as many runs as it likes; here those that look alike are one.
        return tuple(
            Stuk("".join(deel.tekst for deel in gelijk), vet, cursief, _adres(adres))
            for (vet, cursief, adres), gelijk in groupby(delen, _jas)
        )

    def unread(self, alinea: Element) -> list[str]:
        """Return the instructions of the fields in a paragraph that are shown and not read."""
        if next(alinea.iter(*_VELDEN), None) is None:
            return []
        return self._lees(alinea, style_id(alinea))[1].unread()

    def _lees(self, alinea: Iterable[Element], stijl_id: str) -> tuple[list[Regeldeel], OpenFields]:
        # New fields each time: one that another paragraph left open is not for this one.
        velden = OpenFields()
        regels = Regellezer(self.stijlblad, self._relaties, self._beelden, velden)
        return regels.lees(alinea, _KAAL, [], stijl_id), velden

    def plat(self, alinea: Element) -> str:
        """Return the words alone of a paragraph, or of a control in one."""
        return "".join(stuk.tekst for stuk in self.stukken(alinea, style_id(alinea)))


def style_id(alinea: Element) -> str:
    """Return the style that a paragraph names."""
    return val(child(alinea, "pPr", "pStyle"))


def _adres(adres: str) -> str:
    """Return an address as the markup writes it; empty for one that it has no place for."""
    soort, punt, rest = adres.partition(":")
    adres = f"{soort.lower()}{punt}{rest}"
    if not adres.startswith(_WEBADRES):
        return ""
    return _NIET_IN_ADRES.sub(lambda teken: quote(teken[0], safe=""), adres)


class Lezing(NamedTuple):
    """The blocks of an answer as they stand.

    Of the block at `plek` LibreOffice left the bare words: `plat` holds them, `voor` and `na` the
    runs that stand around them in the same paragraph.
    """

    blokken: tuple[Blok, ...]
    plek: int = -1
    plat: Plat = Plat("", 0)
    voor: tuple[Stuk, ...] = ()
    na: tuple[Stuk, ...] = ()
    is_te_groot: bool = False

    def met(self, stukken: Iterable[Stuk]) -> tuple[Blok, ...]:
        """Return the blocks with these runs for the bare words."""
        blok = self.blokken[self.plek]
        nieuw = blok._replace(stukken=(*self.voor, *stukken, *self.na))
        return (*self.blokken[: self.plek], nieuw, *self.blokken[self.plek + 1 :])


def lees_blokken(
    regels: Sequence[Regel], lezer: Tekstlezer, kale: Besturing | None = None
) -> Lezing:
    """Return the blocks of these paragraphs; `kale` is the control that LibreOffice made a field.

    Paragraphs without a word are none.
    """
    if len(regels) > MAX_ALINEAS:
        return Lezing((), is_te_groot=True)
    blokken: list[Blok] = []
    uit = Lezing(())
    over = MAX_TEKENS
    for regel in regels:
        if sum(1 for _ in regel.alinea.iter(w("r"))) > _MAX_RUNS:
            return Lezing((), is_te_groot=True)
        stukken = lezer.stukken(regel.alinea, style_id(regel.alinea))
        over -= sum(len(stuk.tekst) for stuk in stukken)
        if over < 0 or _is_te_bont(stukken):
            return Lezing((), is_te_groot=True)
        if not any(stuk.tekst.strip() for stuk in stukken):
            continue
        if kale is not None and kale in regel.besturingen:
            uit = _met_plat(regel, kale, lezer, len(blokken))
        blokken.append(_blok(regel, stukken))
    return uit._replace(blokken=tuple(blokken))


def _is_te_bont(stukken: Sequence[Stuk]) -> bool:
    """Whether a paragraph has too many runs; one gives no more than three, with blanks around."""
    return 3 * len(stukken) > _MAX_STUKKEN and len(normaliseer_stukken(stukken)) > _MAX_STUKKEN


def als_tekst(blokken: tuple[Blok, ...]) -> str:
    """Return blocks as the canonical text of an answer."""
    return write_canonical(blokken)


def zonder_plaatshouder(
    blokken: tuple[Blok, ...], plaatshouders: Iterable[str]
) -> tuple[Blok, ...]:
    """Return the blocks without a placeholder that still stands before or behind what was typed."""
    for tekst in plaatshouders:
        if tekst and tekst in platte_tekst(blokken):
            blokken = tuple(
                blok
                for oud in blokken
                if (blok := _gestript(oud, tekst)) and platte_tekst((blok,)).strip()
            )
    return blokken


def _blok(regel: Regel, stukken: tuple[Stuk, ...]) -> Blok:
    if regel.punt is None:
        return Alinea(stukken)
    niveau, nummer = regel.punt
    return Punt(stukken, niveau, None if nummer is None else min(nummer, _HOOGSTE))


def _met_plat(regel: Regel, kale: Besturing, lezer: Tekstlezer, plek: int) -> Lezing:
    kinderen = [kind for kind in regel.alinea if kind.tag != w("pPr")]
    woorden = lezer.stukken(kale.element)
    if kale.element not in kinderen or any(stuk != Stuk(stuk.tekst) for stuk in woorden):
        return Lezing(())  # it stands in something else, or has kept its dress
    i = kinderen.index(kale.element)
    voor = lezer.stukken(kinderen[:i])
    # What LibreOffice put in front has no words; what somebody typed there does.
    regeleindes = sum(stuk.tekst.count("\n") for stuk in voor)
    kaal = (stuk._replace(tekst=stuk.tekst.replace("\n", "")) for stuk in voor)
    return Lezing(
        (),
        plek=plek,
        plat=Plat("".join(stuk.tekst for stuk in woorden), regeleindes),
        voor=tuple(stuk for stuk in kaal if stuk.tekst),
        na=lezer.stukken(kinderen[i + 1 :]),
    )


def _gestript(blok: Blok, plaatshouder: str) -> Blok:
    """Return a block without the placeholder at its beginning or end."""
    tekst = platte_tekst((blok,))
    kern = tekst.strip(_SPATIES)
    if kern.startswith(plaatshouder):
        van = len(plaatshouder) + len(tekst) - len(tekst.lstrip(_SPATIES))
        return blok._replace(stukken=_vanaf(blok.stukken, van))
    if kern.endswith(plaatshouder):
        tot = len(tekst.rstrip(_SPATIES)) - len(plaatshouder)
        return blok._replace(stukken=_tot(blok.stukken, tot))
    return blok


def _vanaf(stukken: Iterable[Stuk], van: int) -> tuple[Stuk, ...]:
    uit: list[Stuk] = []
    for stuk in stukken:
        tekst = stuk.tekst[max(0, van) :] if van > 0 else stuk.tekst
        van -= len(stuk.tekst)
        if not uit:
            tekst = tekst.lstrip(_SPATIES)
        if tekst:
            uit.append(stuk._replace(tekst=tekst))
    return tuple(uit)


def _tot(stukken: Iterable[Stuk], tot: int) -> tuple[Stuk, ...]:
    uit: list[Stuk] = []
    for stuk in stukken:
        if tot > 0:
            uit.append(stuk._replace(tekst=stuk.tekst[:tot]))
        tot -= len(stuk.tekst)
    return tuple(uit)
