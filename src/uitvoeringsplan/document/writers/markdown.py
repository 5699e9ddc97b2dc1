"""A document as Markdown (CommonMark with tables): readable as it is, and by any program.

Only the words of the document are here. There is no contents list, for programs make one from
the headings, and no mark of a concept beside the status that the document itself gives.
Headings are one level down, for the title is the first; pictures are their text; links within
the document are plain text, as Markdown has no places to link to.

A table of plain cells is a table. One with lists or more paragraphs in a cell cannot be, without
HTML; there each row is a heading with the other cells under it, each under the name of its column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.writers.markdown_text import een_regel, regels
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Cel,
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    Tekstdeel,
    Telwijze,
    alle_inhoud,
    platte_regel,
    rooster,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uitvoeringsplan.model.document import Celrij, Document, Feit, Inhoud, Tekst
    from uitvoeringsplan.model.huisstijl import Huisstijl

_LEEG = Cel(())
_DIEPSTE_KOP = 6
_RIJKOP = 100  # signs that a heading made from a cell may have


def is_plat(tabel: Tabel) -> bool:
    """Whether every cell holds one line at most."""
    return len(tabel.kop) <= 1 and all(
        not cel.inhoud
        or (
            len(cel.inhoud) == 1
            and isinstance(cel.inhoud[0], Passage)
            and cel.inhoud[0].aard is not Aard.TITEL
            and "\n" not in "".join(deel.tekst for deel in cel.inhoud[0].tekst)
        )
        for rij in (*tabel.kop, *tabel.rijen)
        for cel in rij
    )


def platte_tabel(kop: Sequence[Celrij], rijen: Sequence[Celrij]) -> list[str]:
    """Return the lines of a table; one without a header row gets an empty one, for it must."""
    breedte = max(len(rij) for rij in (*kop, *rijen))

    def regel(rij: Celrij) -> str:
        cellen = [_celtekst(cel) for cel in rij] + [""] * (breedte - len(rij))
        return f"| {' | '.join(cellen)} |"

    return [
        regel(kop[0] if kop else (_LEEG,) * breedte),
        f"|{' --- |' * breedte}",
        *(regel(rij) for rij in rijen),
    ]


def _celtekst(cel: Cel) -> str:
    return " ".join(een_regel(blok.tekst) for blok in cel.inhoud if isinstance(blok, Passage))


def uitgevouwen(rijen: Sequence[Celrij]) -> list[Celrij]:
    """Return rows with a cell in every column: what was merged stands in the first of them."""
    return [tuple(vak.cel if vak.begint else _LEEG for vak in rij) for rij in rooster(rijen)]


def write_markdown(document: Document, _: Huisstijl | None = None) -> str:
    """Return the text, which ends with one line end; a house style does not show in it."""
    inhoud = (*document.voorblad, *document.inhoud)
    schrijver = _Schrijver()
    blokken = schrijver.blokken(inhoud)
    if not any(isinstance(b, Passage) and b.aard is Aard.TITEL for b in alle_inhoud(inhoud)):
        blokken.insert(0, [_kopregel(1, (Tekstdeel(document.titel),))])
    return "\n\n".join("\n".join(blok) for blok in blokken) + "\n"


class _Schrijver:
    """Writes blocks, each as a list of lines; knows under which heading it is."""

    def __init__(self) -> None:
        self._niveau = 1

    def blokken(self, inhoud: Iterable[Inhoud]) -> list[list[str]]:
        uit: list[list[str]] = []
        vorig = ""
        for blok in inhoud:
            # Lists of one kind below each other would be read as one: another sign parts them.
            teken = _lijstteken(blok, vorig)
            uit += self._blok(blok, teken)
            vorig = teken
        return uit

    def _blok(self, blok: Inhoud, teken: str) -> list[list[str]]:
        if isinstance(blok, Tabel):
            kop, rijen = uitgevouwen(blok.kop), uitgevouwen(blok.rijen)
            return [platte_tabel(kop, rijen)] if is_plat(blok) else [*self._rijen(blok, rijen)]
        if isinstance(blok, Kop):
            self._niveau = min(blok.niveau + 1, _DIEPSTE_KOP)
            return [[_kopregel(self._niveau, (*_nummer(blok.nummer), *blok.tekst))]]
        if isinstance(blok, Lijst):
            return [self._lijst(blok, teken)]
        if isinstance(blok, Feiten):
            return [[f"{teken} {_feit(feit)}" for feit in blok.feiten]]
        if isinstance(blok, Afbeelding):
            return [regels((Tekstdeel(blok.tekst, cursief=True),))]
        return [_passage(blok)]

    def _lijst(self, lijst: Lijst, teken: str) -> list[str]:
        uit: list[str] = []
        los = any(_is_los(punt.inhoud) for punt in lijst.punten)
        for i, punt in enumerate(lijst.punten):
            merk = teken if teken in "-*" else f"{lijst.begin + i}{teken}"
            inhoud = punt.inhoud
            eerste = inhoud[0]
            if punt.nummer and isinstance(eerste, Passage):
                tekst = (*_nummer(punt.nummer), *eerste.tekst)
                inhoud = (eerste._replace(tekst=tekst), *inhoud[1:])
            delen = self.blokken(inhoud)
            tussen = [""] if los else []
            regels_ = [regel for deel in delen for regel in (*tussen, *deel)][len(tussen) :]
            if los and uit:
                uit.append("")
            uit += _ingesprongen(merk, regels_)
        return uit

    def _rijen(self, tabel: Tabel, rijen: Sequence[Celrij]) -> Iterator[list[str]]:
        boven = self._niveau
        namen = tabel.kolomnamen
        yield from self._zonder_cellen(tabel, rijen)
        for rij in rijen:
            for kolom, cel in enumerate(rij):
                naam = namen[kolom] if kolom < len(namen) else ""
                if kolom == 0 and naam:
                    self._niveau = boven + 1
                    yield from self._rijkop(naam, cel)
                elif cel.inhoud:
                    self._niveau = boven + 2
                    yield from [[self._kop((Tekstdeel(naam),))]] if naam else []
                    yield from self.blokken(cel.inhoud)
        self._niveau = boven

    def _zonder_cellen(self, tabel: Tabel, rijen: Sequence[Celrij]) -> Iterator[list[str]]:
        """Return the header cells that will not come back above a cell, so that none is lost."""
        gevuld = {k for rij in rijen for k, cel in enumerate(rij) if cel.inhoud or k == 0}
        vakken = rooster(tabel.kop)
        onderste = [vak.cel for vak in vakken[-1]] if vakken else []
        komt_terug = [cel for kolom, cel in enumerate(onderste) if kolom in gevuld]
        for rij in tabel.kop:
            for cel in rij:
                if not any(cel is ander for ander in komt_terug):
                    yield from self.blokken(cel.inhoud)

    def _rijkop(self, naam: str, cel: Cel) -> Iterator[list[str]]:
        """Return the heading of a row: the name of the column, and what the cell begins with."""
        label, inhoud = _label((Tekstdeel(naam),)), cel.inhoud
        eerste = inhoud[0] if inhoud else None
        tekst: Tekst = (Tekstdeel(naam),)
        if isinstance(eerste, Passage) and len(platte_regel(eerste.tekst)) <= _RIJKOP:
            tekst, inhoud = (*label, Tekstdeel(" "), *eerste.tekst), inhoud[1:]
        yield [self._kop(tekst)]
        yield from self.blokken(inhoud)

    def _kop(self, tekst: Tekst) -> str:
        """Return a heading on the level of now, or where there is none so deep, bold text."""
        if self._niveau <= _DIEPSTE_KOP:
            return _kopregel(self._niveau, tekst)
        return een_regel(tuple(deel._replace(vet=True) for deel in tekst))


def _passage(passage: Passage) -> list[str]:
    if passage.aard is Aard.TITEL:
        return [_kopregel(1, passage.tekst)]
    tekst = passage.tekst
    if passage.aard is Aard.OPSCHRIFT:
        tekst = tuple(deel._replace(vet=True) for deel in tekst)
    elif passage.aard is Aard.BIJSCHRIFT:
        tekst = tuple(deel._replace(cursief=True) for deel in tekst)
    alinea = _afgebroken(regels(tekst))
    return [f"> {regel}" for regel in alinea] if passage.aard is Aard.CITAAT else alinea


def _afgebroken(alinea: list[str]) -> list[str]:
    """Return lines with a sign at the end that keeps them apart; empty ones cannot be."""
    gevuld = [regel for regel in alinea if regel]
    return [*(f"{regel}\\" for regel in gevuld[:-1]), *gevuld[-1:]]


def _kopregel(niveau: int, tekst: Tekst) -> str:
    regel = een_regel(tekst)
    kaal = regel.rstrip("#")
    if kaal != regel:  # a row of these at the end would be taken for the end of the heading
        regel = f"{kaal}\\{regel[len(kaal) :]}"
    return f"{'#' * niveau} {regel}"


def _nummer(nummer: str) -> Tekst:
    return (Tekstdeel(f"{nummer} "),) if nummer else ()


def _label(label: Tekst) -> Tekst:
    """Return a label with a colon, when it does not end with a mark of its own."""
    return label if label[-1].tekst[-1:] in ":?!." else (*label, label[-1]._replace(tekst=":"))


def _feit(feit: Feit) -> str:
    vet = tuple(deel._replace(vet=True) for deel in _label(feit.label))
    heel = "".join(deel.tekst for deel in vet)
    return een_regel((vet[0]._replace(tekst=heel), Tekstdeel(" "), *feit.waarde))


def _lijstteken(blok: Inhoud, vorig: str) -> str:
    """Return the sign for the points of a list that comes after a list with `vorig`."""
    if isinstance(blok, Feiten) or (
        isinstance(blok, Lijst) and blok.telwijze in (Telwijze.TEKEN, Telwijze.EIGEN)
    ):
        return "*" if vorig == "-" else "-"
    if isinstance(blok, Lijst):
        return ")" if vorig == "." else "."
    return ""


def _is_los(inhoud: Sequence[Inhoud]) -> bool:
    """Whether a point needs empty lines: it holds more than text with lists under it."""
    eerste, *rest = inhoud
    return not isinstance(eerste, Passage) or any(
        not isinstance(blok, Lijst)
        # Only a list that begins with 1 is seen right under a line of text.
        or (_lijstteken(blok, "") == "." and blok.begin != 1)
        for blok in rest
    )


def _ingesprongen(merk: str, tekst: Sequence[str]) -> list[str]:
    marge = " " * (len(merk) + 1)
    eerste, *rest = tekst
    return [f"{merk} {eerste}", *(f"{marge}{regel}" if regel else "" for regel in rest)]
