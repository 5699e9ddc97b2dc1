"""The words of one part that are no answer, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.word.vastetekst import Zin, make_sentences
from uitvoeringsplan.word.woordlezer import VAL, Woordlezer

if TYPE_CHECKING:
    from collections.abc import Collection

    from uitvoeringsplan.word.woordlezer import Alinea

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SDT = f"{W}}}sdt"
_KEUZE = f"{MC}}}AlternateContent"
_VERSIES = frozenset((f"{MC}}}Choice", f"{MC}}}Fallback"))
_ANTWOORD, _VELD, _INHOUD = "antwoord", "veld", "inhoud"  # what a control may hold
_INHOUDSOPGAVE = "table of contents"


class Gelezen(NamedTuple):
    """What stands outside the answers of one part: its text, its text boxes, what pictures say."""

    zinnen: list[Zin]
    vakken: list[Zin]
    beschrijvingen: list[Zin]


def read_part(
    data: bytes, naam: str, pad: str, tags: Collection[str], *, aangenomen: bool = True
) -> Gelezen:
    """Return what stands outside the answers of a part; `tags` are those of the controls.

    `naam` and `pad` are for messages. Tracked changes count as accepted, or else as rejected.
    Raises SjabloonError for what is no sound part.
    """
    aftaster = _Aftaster(tags, aangenomen=aangenomen)
    aftaster.lees(data, naam, pad)
    return aftaster.gelezen


class _Aftaster(Woordlezer):
    """Follows expat through one part, past its answers and what is not there to see."""

    def __init__(self, tags: Collection[str], *, aangenomen: bool) -> None:
        super().__init__(self._klaar_met)
        self._tags = tags
        self._over = 0  # how many elements are open of which nothing is there to see
        self._sdts: list[str] = []  # what each open control holds
        self._in_antwoord = self._in_inhoud = 0
        self.gelezen = Gelezen([], [], [])
        # Of each thing with versions that is open: whether one of them was read.
        self._keuzes: list[bool] = []
        self._versies: list[bool] = []  # that are open, and whether each is passed over
        weg = [
            f"{W}}}{naam}" for naam in (("del", "moveFrom") if aangenomen else ("ins", "moveTo"))
        ]
        self._weg = frozenset((*_VERSIES, *weg))
        self.begins |= dict.fromkeys(weg, self._sla_over) | dict.fromkeys(_VERSIES, self._versie)
        self.ends |= dict.fromkeys(weg, self._niet_meer_over)
        self.ends |= dict.fromkeys(_VERSIES, self._versie_einde)
        self.ends[_KEUZE] = self._keuze_einde
        self.begins |= {
            _KEUZE: self._keuze,
            _SDT: self._besturing,
            f"{W}}}tag": self._tag,
            f"{W}}}docPartGallery": self._galerij,
            f"{WP}}}docPr": self._tekening,
        }
        self.ends[_SDT] = self._besturing_einde
        if not aangenomen:
            self.begins[f"{W}}}delText"] = self._letters
            self.ends[f"{W}}}delText"] = self._letters_einde

    def lees(self, data: bytes, naam: str, pad: str) -> None:
        begint, eindigt, weg = self.begins.get, self.ends.get, self._weg
        keuzes = self._keuzes

        # Every plan that is made waits for this: most elements are none of ours.
        def begin(naam: str, kenmerken: dict[str, str]) -> None:
            if (doe := begint(naam)) and (not self._over or naam in weg):
                if keuzes and naam not in _VERSIES:
                    keuzes[-1] = True
                doe(kenmerken)

        def einde(naam: str) -> None:
            if (doe := eindigt(naam)) and (not self._over or naam in weg):
                doe()

        tas = expat.ParserCreate(namespace_separator="}")
        tas.buffer_text = True
        tas.StartElementHandler = begin
        tas.EndElementHandler = einde
        tas.CharacterDataHandler = self.take
        try:
            tas.Parse(data, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fout:
            raise SjabloonError(
                pad, f"het onderdeel {naam} is geen geldige XML (regel {fout.lineno})."
            ) from None

    def _sla_over(self, _: dict[str, str]) -> None:
        self._over += 1

    def _niet_meer_over(self) -> None:
        self._over -= 1

    def _keuze(self, _: dict[str, str]) -> None:
        self._keuzes.append(False)

    def _keuze_einde(self) -> None:
        self._keuzes.pop()

    def _versie(self, _: dict[str, str]) -> None:
        """Pass over a version where another one was read (`lezer.boom.gekozen`)."""
        is_over = self._over > 0 or self._keuzes[-1:] == [True]
        self._versies.append(is_over)
        self._over += is_over

    def _versie_einde(self) -> None:
        self._over -= self._versies.pop()

    def _besturing(self, _: dict[str, str]) -> None:
        self._sdts.append("")

    def _besturing_einde(self) -> None:
        soort = self._sdts.pop()
        if soort == _ANTWOORD:
            self._in_antwoord -= 1
        elif soort == _INHOUD:
            self._in_inhoud -= 1
        elif soort == _VELD:
            self.end_value()

    def _tag(self, kenmerken: dict[str, str]) -> None:
        if kenmerken.get(VAL) in self._tags:
            self._word_antwoord()

    def _galerij(self, kenmerken: dict[str, str]) -> None:
        is_inhoud = kenmerken.get(VAL, "").lower() == _INHOUDSOPGAVE
        if is_inhoud and self._sdts and not self._sdts[-1]:
            self._sdts[-1] = _INHOUD
            self._in_inhoud += 1

    def _word_antwoord(self) -> None:
        """Take the innermost control as one that holds no fixed text."""
        if not self._sdts or self._sdts[-1] or _VELD in self._sdts:
            return
        if self._alineas:
            self._sdts[-1] = _VELD
            self.begin_value()
        else:
            self._sdts[-1] = _ANTWOORD
            self._in_antwoord += 1

    def _tekening(self, kenmerken: dict[str, str]) -> None:
        if not self._in_antwoord and (zegt := kenmerken.get("descr")):
            self.gelezen.beschrijvingen.extend(make_sentences(zegt))

    def _klaar_met(self, alinea: Alinea) -> None:
        if alinea.tekst and not self._in_antwoord:
            waar = self.gelezen.vakken if alinea.in_vak else self.gelezen.zinnen
            zinnen = make_sentences("".join(alinea.tekst), alinea.waarden)
            if self._in_inhoud:  # Word makes it anew, heading and all: it may be there
                zinnen = [Zin(zin.woorden, "", zin.gevuld or zin.afdruk) for zin in zinnen]
            waar += zinnen
