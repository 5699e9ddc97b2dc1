"""The project file: `*.plan.yaml` in, one changed answer out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, ProjectbestandError, bedoel_je
from uitvoeringsplan.files.file_reading import Leesmelding, meld
from uitvoeringsplan.files.source_text import Bron, lees_bytes, ontcijfer
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, Lijst, Tekst, lees_boom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from uitvoeringsplan.files.source_text import Bron
    from uitvoeringsplan.model.punt import OpenPunt
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_SLEUTELS = ("soort", "vragenlijst", "gegevens", "antwoorden", "punten")


@dataclass(frozen=True)
class Planbestand:
    """A project file as it was read: its path, its exact bytes, and the plan in it.

    The open points are no part of the plan, so nothing that is made of a plan can hold them.
    """

    pad: Path
    data: bytes
    bron: Bron
    boom: Kaart
    plan: Plan
    vragenlijst: Vragenlijst
    punten: tuple[OpenPunt, ...] = ()

    def met_antwoord(self, vraag: Vraag, tekst: str) -> Planbestand:
        """Return the file with another answer, not yet saved; equal when nothing changes.

        `tekst` is cleaned and checked by the question. Raises AntwoordError.
        """
        # Only changing a plan needs these; making a document of it should not wait for them.
        from uitvoeringsplan.plan.patch import zet_waarde  # noqa: PLC0415

        tekst = vraag.normaliseer(tekst)
        if tekst == self.plan.tekst(vraag):
            return self
        is_veld = vraag.id in self.vragenlijst.veld_ids
        groep = "gegevens" if is_veld else "antwoorden"
        lijst = self.vragenlijst.gegevens if is_veld else self.vragenlijst.vragen
        nieuw = zet_waarde(
            self.bron, self.boom, groep, vraag, tekst, [andere.id for andere in lijst]
        )
        return self.met_tekst(nieuw)

    def met_tekst(self, nieuw: str) -> Planbestand:
        """Return the file with a changed text, not yet saved; raises ProjectbestandError."""
        return lees_planbestand(self._als_bytes(nieuw), self.pad, self.vragenlijst)

    def _als_bytes(self, nieuw: str) -> bytes:
        """Return the changed text as bytes in which every unchanged line is as it was."""
        bom = b"\xef\xbb\xbf" if self.bron.bom else b""
        if not self.bron.crlf:
            return bom + nieuw.encode()
        oud = self.data[len(bom) :].split(b"\n")
        kaal = [regel.removesuffix(b"\r") for regel in oud]
        regels = nieuw.encode().split(b"\n")
        kort = min(len(oud), len(regels))
        voor = next((i for i in range(kort) if kaal[i] != regels[i]), kort)
        na = next((i for i in range(kort - voor) if kaal[-1 - i] != regels[-1 - i]), kort - voor)
        # Every line end but that of the last line, which has none.
        gelijk = [b"\r\n" if regel.endswith(b"\r") else b"\n" for regel in oud[:-1]] + [b"\r\n"]
        eindes = gelijk[:voor] + [b"\r\n"] * (len(regels) - voor - na) + gelijk[len(oud) - na :]
        return bom + b"".join(map(bytes.__add__, regels[:-1], eindes)) + regels[-1]


def load_plan(pad: Path, vragenlijst: Vragenlijst) -> Planbestand:
    """Return the project file at `pad`; raises BestandError or ProjectbestandError."""
    return lees_en_meld(lees_bytes(pad), pad, vragenlijst)


def lees_en_meld(data: bytes, pad: Path, vragenlijst: Vragenlijst) -> Planbestand:
    """Return the project file in `data`, as somebody wrote it.

    Tells whoever listens (see `leesmelding`) what of it does not count. Raises ProjectbestandError.
    """
    bestand = lees_planbestand(data, pad, vragenlijst)
    for hekje in vind_hekjes(bestand.bron, bestand.boom):
        meld(Leesmelding(pad, hekje.regel, hekje.melding))
    return bestand


def lees_planbestand(data: bytes, pad: Path, vragenlijst: Vragenlijst) -> Planbestand:
    """Return the project file in `data`; `pad` is where it belongs."""
    bron = ontcijfer(data, pad, ProjectbestandError)
    boom = lees_boom(bron)
    for naam, (sleutel, _) in boom.paren.items():
        if naam not in _SLEUTELS:
            raise bron.mis_bij(
                f"de sleutel “{naam}” bestaat hier niet.{bedoel_je(naam, _SLEUTELS)}", sleutel
            )
    soort = _kop(bron, boom, "soort")
    if soort != vragenlijst.soort:
        raise bron.mis_bij(
            f"dit plan is van de soort “{soort}”, maar de vragenlijst is er een voor"
            f" “{vragenlijst.soort}”. Kies de goede vragenlijst met --vragen.",
            boom.paren["soort"][1],
        )
    plan = Plan(
        soort=soort,
        vragenlijst=_kop(bron, boom, "vragenlijst"),
        gegevens=_groep(bron, boom, "gegevens", vragenlijst.gegevens, vragenlijst.vragen),
        antwoorden=_groep(bron, boom, "antwoorden", vragenlijst.vragen, vragenlijst.gegevens),
    )
    return Planbestand(pad, data, bron, boom, plan, vragenlijst, _punten(bron, boom, vragenlijst))


def nieuw_planbestand(
    pad: Path,
    vragenlijst: Vragenlijst,
    gegevens: Mapping[str, str],
    antwoorden: Mapping[str, str] | None = None,
) -> Planbestand:
    """Return a new project file with every key in it, not yet saved."""
    from uitvoeringsplan.yamltext.yaml_writer import plantekst  # noqa: PLC0415

    tekst = plantekst(vragenlijst, gegevens, antwoorden or {})
    return lees_planbestand(tekst.encode(), pad, vragenlijst)


def _kop(bron: Bron, boom: Kaart, sleutel: str) -> str:
    paar = boom.paren.get(sleutel)
    if paar is None or not isinstance(paar[1], Tekst) or not een_regel(paar[1].tekst):
        raise bron.mis(
            f"hier ontbreekt de sleutel “{sleutel}”. Een plan begint met `soort:` en"
            " `vragenlijst:`.",
            1,
        )
    return een_regel(paar[1].tekst)


def _groep(
    bron: Bron,
    boom: Kaart,
    groep: str,
    vragen: tuple[Vraag, ...],
    elders: tuple[Vraag, ...],
) -> dict[str, str]:
    paar = boom.paren.get(groep)
    if paar is None or (isinstance(paar[1], Tekst) and not paar[1].tekst):
        return {}
    kaart = paar[1]
    if not isinstance(kaart, Kaart):
        raise bron.mis_bij(f"onder `{groep}` horen sleutels met een dubbele punt.", kaart)
    op_id = {vraag.id: vraag for vraag in vragen}
    waarden: dict[str, str] = {}
    for naam, (sleutel, knoop) in kaart.paren.items():
        if naam not in op_id:
            andere = "antwoorden" if groep == "gegevens" else "gegevens"
            tip = (
                f" Het hoort onder `{andere}`."
                if any(vraag.id == naam for vraag in elders)
                else bedoel_je(naam, op_id)
            )
            raise bron.mis_bij(f"“{naam}” is hier geen vraag van deze vragenlijst.{tip}", sleutel)
        try:
            waarden[naam] = op_id[naam].normaliseer(tekst_van(bron, knoop))
        except AntwoordError as fout:
            raise bron.mis_bij(f"{naam}: {fout.melding}", knoop) from None
    return waarden


def _punten(bron: Bron, boom: Kaart, vragenlijst: Vragenlijst) -> tuple[OpenPunt, ...]:
    paar = boom.paren.get("punten")
    if paar is None:  # most plans have none and need not wait for what reads them
        return ()
    from uitvoeringsplan.plan.punten import lees_punten  # noqa: PLC0415

    ids = [vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)]
    return lees_punten(bron, paar[1], ids)


def tekst_van(bron: Bron, knoop: Knoop) -> str:
    """Return the text of a value; a hand-written YAML list becomes our bullets."""
    if isinstance(knoop, Tekst):
        return knoop.tekst
    if isinstance(knoop, Lijst) and all(isinstance(deel, Tekst) for deel in knoop.delen):
        return "\n".join(
            "- " + deel.tekst.strip().replace("\n", "\n  ")
            for deel in knoop.delen
            if isinstance(deel, Tekst)
        )
    raise bron.mis_bij("hier hoort een tekst. Schrijf haar in een blok met |.", knoop)


# A ` #` behind a value without quotes is a comment for YAML, for who typed it often not (YAML 1.2.2
# section 6.6: a comment is separated from what is before it by white space): of
# `kenmerk: Z-2026 #417` the value is `Z-2026`. A comment on a line of its own is one, and so is
# what stands behind a value in quotes or behind the sign of a block.

_ERACHTER = re.compile(r"[ \t]+(#[^\n]*)")
_ACHTER_SLEUTEL = re.compile(r"[ \t]*:[ \t]+(#[^\n]*)")
_KORT = 60


class Hekje(NamedTuple):
    """What stands behind the value, and what to write when it belongs to it."""

    regel: int
    erachter: str
    beter: str

    @property
    def melding(self) -> str:
        """Say what is lost and how to keep it."""
        return (
            f"wat hier achter de spatie staat (“{_kort(self.erachter)}”) is in YAML een opmerking"
            " en telt niet mee. Hoort het bij het antwoord, zet het geheel dan tussen"
            f" aanhalingstekens: {_kort(self.beter)}. Is het een opmerking, zet haar dan op een"
            " eigen regel."
        )


def vind_hekjes(bron: Bron, boom: Kaart) -> Iterator[Hekje]:
    """Yield every value of a file that ends at a ` #` on its own line."""
    if _has_sign_behind(bron.tekst):
        yield from _in_kaart(bron.tekst, boom)


def _has_sign_behind(text: str) -> bool:
    """Whether a ` #` stands behind something on its line: only then can a value have lost a part.

    Few files have one, and every plan is looked at; this takes a sixth of the time of a pattern.
    """
    for sign in (" #", "\t#"):
        at = text.find(sign)
        while at >= 0:
            if text[text.rfind("\n", 0, at) + 1 : at].strip(" \t"):
                return True
            at = text.find(sign, at + 1)
    return False


def _in_kaart(tekst: str, kaart: Kaart) -> Iterator[Hekje]:
    for sleutel, waarde in kaart.paren.values():
        if isinstance(waarde, Tekst) and not waarde.stijl and not waarde.tekst:
            if gevonden := _ACHTER_SLEUTEL.match(tekst, sleutel.einde):
                yield _hekje(sleutel.regel, f"{sleutel.tekst}: ", "", gevonden[1])
        else:
            yield from _in_knoop(tekst, waarde, f"{sleutel.tekst}: ")


def _in_knoop(tekst: str, knoop: Knoop, voor: str) -> Iterator[Hekje]:
    if isinstance(knoop, Kaart):
        yield from _in_kaart(tekst, knoop)
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from _in_knoop(tekst, deel, "" if knoop.in_haken else "- ")
    elif not knoop.stijl and (gevonden := _ERACHTER.match(tekst, knoop.einde)):
        regel = knoop.regel + tekst.count("\n", knoop.begin, knoop.einde)
        yield _hekje(regel, voor, tekst[knoop.begin : knoop.einde], gevonden[0])


def _hekje(regel: int, voor: str, waarde: str, erachter: str) -> Hekje:
    erachter = erachter.rstrip()
    heel = " ".join(f"{waarde}{erachter}".split()).replace("'", "''")
    return Hekje(regel, erachter.strip(), f"{voor}'{heel}'")


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1]}…"
