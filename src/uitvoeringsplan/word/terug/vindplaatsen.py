"""Where each question stands in a document: by its control, and by the bookmark above it.

A control with the id of the question is whole when it stands around paragraphs. Some programs drop
that id, or make the control one inside the first paragraph. Then the bookmark leads to the answer:
what follows it, up to the next question, the end of the cell, or a heading.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.word.invulvelden import BLADWIJZER, bladwijzer
from uitvoeringsplan.word.lezer.boom import w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.terug.plekken import Besturing, Regel
    from uitvoeringsplan.word.terug.regels import Loper

BOUWSTEEN_VELD = "UvpVeld-"
_INHOUD = "_Toc"  # in the name of every bookmark that a contents list leads to
MAX_ANDERS = 5  # of a question that stands there more than once, as many places are looked at


class Vindplaats(NamedTuple):
    """Where one question was found; `anker` is the number of the paragraph with its bookmark.

    `streek` holds the numbers of the paragraphs that the bookmark leads to, `kale` is what
    LibreOffice left of a control. `kop` is the number of the heading that ends the answer, when
    somebody seems to have made that heading later.
    """

    blokken: tuple[Besturing, ...] = ()
    ankers: tuple[int, ...] = ()
    streek: range = range(0)
    kale: Besturing | None = None
    kop: int = -1

    def plekken(self) -> Iterator[int]:
        """Yield the numbers of the paragraphs that are about this question."""
        yield from self.ankers
        yield from self.streek
        for besturing in self.blokken[:MAX_ANDERS]:
            yield from range(besturing.begin, besturing.einde)


class Namen:
    """By which names a question may be known: its id and those that it had before."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._ids: dict[str, str] = {}
        alle = (*vragenlijst.gegevens, *vragenlijst.vragen)
        for vraag in alle:
            self._ids[vraag.id] = vraag.id
        for vraag in alle:
            for oud in vraag.was:
                self._ids.setdefault(oud, vraag.id)
        self._ankers = {bladwijzer(naam): vraag_id for naam, vraag_id in self._ids.items()}
        self._labels = _enig((vraag.label, vraag.id) for vraag in vragenlijst.vragen)
        self._veldlabels = _enig((veld.label, veld.id) for veld in vragenlijst.gegevens)
        self._velden = vragenlijst.veld_ids

    def van_id(self, naam: str) -> str:
        """Return the id that this name stands for; empty for an unknown one."""
        return self._ids.get(naam, "")

    def van_anker(self, naam: str) -> str:
        """Return the id whose bookmark this is."""
        return self._ankers.get(naam, "")

    def van_kale(self, besturing: Besturing) -> str:
        """Return the id of the question of which LibreOffice left this control inside a line.

        Its older versions drop the tag, newer ones keep it on the first paragraph.
        """
        if besturing.is_tekst or besturing.bouwsteen.startswith(BOUWSTEEN_VELD):
            return ""
        if besturing.tag:
            vraag_id = self.van_id(besturing.tag)
            return "" if vraag_id in self._velden else vraag_id
        return self._labels.get(besturing.alias, "")

    def van_veld(self, besturing: Besturing) -> str:
        """Return the id of the field or question that a control inside a line shows."""
        if besturing.tag:
            return self.van_id(besturing.tag)
        eigen = self.van_id(besturing.bouwsteen.removeprefix(BOUWSTEEN_VELD))
        if besturing.bouwsteen.startswith(BOUWSTEEN_VELD) and eigen:
            return eigen
        return self._veldlabels.get(besturing.alias, "") if besturing.is_tekst else ""

    def van_label(self, tekst: str) -> str:
        """Return the id of the question with this label, when there is only one."""
        return self._labels.get(tekst, "")


def vind(loper: Loper, namen: Namen, vragen: Iterable[Vraag]) -> dict[str, Vindplaats]:
    """Return where the questions stand; those that stand nowhere are left out."""
    blokken: dict[str, list[Besturing]] = {}
    kale: dict[str, Besturing] = {}
    ankers: dict[str, list[int]] = {}
    for besturing in loper.besturingen:
        if vraag_id := namen.van_id(besturing.tag):
            blokken.setdefault(vraag_id, []).append(besturing)
    for nummer, regel in enumerate(loper.regels):
        for besturing in regel.besturingen:
            if vraag_id := namen.van_kale(besturing):
                kale.setdefault(vraag_id, besturing)
        for naam in regel.ankers:
            if vraag_id := namen.van_anker(naam):
                ankers.setdefault(vraag_id, []).append(nummer)
    grenzen = _Grenzen(loper.regels, namen, blokken)
    uit = {}
    for vraag in vragen:
        naam = vraag.id
        plekken = tuple(ankers.get(naam, ()))
        begin = kale.get(naam)
        van = plekken[0] + 1 if plekken else begin.begin if begin else -1
        streek = grenzen.streek(van, naam, is_anker=bool(plekken)) if van >= 0 else range(0)
        kop = streek.stop if grenzen.is_eigen_kop(streek.stop) else -1
        plaats = Vindplaats(tuple(blokken.get(naam, ())), plekken, streek, begin, kop)
        if plaats.blokken or plekken or begin:
            uit[naam] = plaats
    return uit


class _Grenzen:
    """Tells where an answer that begins at a paragraph ends."""

    def __init__(
        self, regels: Sequence[Regel], namen: Namen, blokken: Mapping[str, Sequence[Besturing]]
    ) -> None:
        self._regels, self._namen = regels, namen
        # By the paragraph where it begins, whose control stands there.
        self._begint = {
            besturing.begin: vraag_id for vraag_id, lijst in blokken.items() for besturing in lijst
        }
        # Every heading of ours is in the contents list, so it has a mark for that, level by level.
        koppen = [regel for regel in regels if regel.is_kop]
        self._met_merk = {regel.niveau for regel in koppen if _is_gemerkt(regel)}
        self._zonder_merk = Counter(regel.niveau for regel in koppen if not _is_gemerkt(regel))

    def streek(self, van: int, vraag_id: str, *, is_anker: bool) -> range:
        """Return the paragraphs of an answer that begins at one, below its bookmark if it has it.

        A bookmark leads on from the cell that it is in itself.
        """
        pad = self._regels[van - 1].pad if is_anker else None
        tot = van
        for nummer in range(van, len(self._regels)):
            regel = self._regels[nummer]
            pad = regel.pad if pad is None else pad
            # Inside a cell a heading is somebody's own; the cell ends the answer.
            is_einde = regel.pad[: len(pad)] != pad or (regel.is_kop and not pad)
            if is_einde or self._is_ander(nummer, vraag_id):
                break
            # Where there are no bookmarks, a question begins with its label.
            if not is_anker and self._namen.van_label(_tekst(regel)) not in ("", vraag_id):
                break
            tot = nummer + 1
        return range(van, tot)

    def is_eigen_kop(self, nummer: int) -> bool:
        """Whether a heading is none of the document as it was made."""
        if not 0 < nummer < len(self._regels) or not self._met_merk:
            return False
        regel = self._regels[nummer]
        if not regel.is_kop or regel.pad or _is_gemerkt(regel):
            return False
        return regel.niveau in self._met_merk or self._zonder_merk[regel.niveau] == 1

    def _is_ander(self, nummer: int, vraag_id: str) -> bool:
        """Whether the place of another question begins here."""
        regel = self._regels[nummer]
        if any(naam.startswith(BLADWIJZER) for naam in regel.ankers):
            return True
        if self._begint.get(nummer, vraag_id) != vraag_id:
            return True
        return any(
            self._namen.van_kale(besturing) not in ("", vraag_id) for besturing in regel.besturingen
        )


def _tekst(regel: Regel) -> str:
    return "".join(t.text or "" for t in regel.alinea.iter(w("t"))).strip()


def _is_gemerkt(regel: Regel) -> bool:
    return any(_INHOUD in naam or naam.startswith(BLADWIJZER) for naam in regel.ankers)


def _enig(paren: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a mapping without the keys that more than one has."""
    uit: dict[str, str] = {}
    dubbel = set()
    for sleutel, waarde in paren:
        if sleutel in uit:
            dubbel.add(sleutel)
        uit[sleutel] = waarde
    return {sleutel: waarde for sleutel, waarde in uit.items() if sleutel not in dubbel}
