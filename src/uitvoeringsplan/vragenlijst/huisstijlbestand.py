"""`huisstijl.yaml` to `Huisstijl`: strict, with the place of every mistake, and with the logo."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AfbeeldingError, BestandError, HuisstijlError
from uitvoeringsplan.files.image import (
    JPEG,
    PNG,
    SVG,
    lees_afbeelding,
    lees_svg,
    soort_van,
)
from uitvoeringsplan.files.source_text import lees_bytes, ontcijfer
from uitvoeringsplan.model.huisstijl import (
    MAX_ADRESREGEL,
    MAX_ADRESREGELS,
    MAX_BREEDTE,
    MAX_HOOGTE,
    MAX_LOGOTEKST,
    MIN_BREEDTE,
    Huisstijl,
    Logo,
    is_letternaam,
    kleurbezwaar,
    maat_op_papier,
    pixelbezwaar,
)
from uitvoeringsplan.model.kleur import lees_kleur
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.vragenlijst.schema import Key, Reader, within
from uitvoeringsplan.yamltext.yaml_tree import lees_boom

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.files.source_text import Bron
    from uitvoeringsplan.vragenlijst.schema import Schema
    from uitvoeringsplan.yamltext.nodes import Kaart, Knoop

_ACHTERVOEGSELS = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".svg": SVG}
_GETAL = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_ADRES = re.compile(r"[A-Za-z][\w+.-]*:|[/\\~]")  # of the web, of a disk, of another computer
_SCHEEF = 0.05  # how much a drawing and its twin may differ in shape


def load_huisstijl(pad: Path) -> Huisstijl:
    """Return the house style in a file, with its logo; raises BestandError or HuisstijlError."""
    return parse_huisstijl(lees_bytes(pad), pad)


def parse_huisstijl(data: bytes, pad: Path) -> Huisstijl:
    """Return the house style in `data`; the logo is looked for beside `pad`."""
    bron = ontcijfer(data, pad, HuisstijlError)
    return _Lezer(bron, pad.parent).huisstijl(lees_boom(bron))


class _Lezer(Reader):
    """Reads one house style."""

    def __init__(self, bron: Bron, map_: Path) -> None:
        super().__init__(bron)
        self.map = map_

    def huisstijl(self, kaart: Kaart) -> Huisstijl:
        velden = self.read(kaart, _HUISSTIJL)
        kleuren, letters = velden.pop("kleuren", {}), velden.pop("letters", {})
        return Huisstijl(pad=str(self.bron.pad), **kleuren, **letters, **velden)

    def kleur(self, kaart: Kaart, sleutel: str) -> str:
        if sleutel not in kaart.paren:
            return ""
        knoop = kaart.paren[sleutel][1]
        tekst = self.as_line(knoop)
        kleur = lees_kleur(tekst)
        if kleur is None:
            raise self.bron.mis_bij(
                "hier staat geen kleur. Achter een los # leest YAML niets meer; zet de kleur"
                ' tussen aanhalingstekens, zoals "#0B5563".'
                if not tekst
                else f"“{tekst}” is geen kleur. Schrijf haar als # met zes cijfers of letters tot"
                ' en met F, zoals "#0B5563".',
                knoop,
            )
        if bezwaar := kleurbezwaar(kleur):
            raise self.bron.mis_bij(bezwaar, knoop)
        return kleur

    def letter(self, kaart: Kaart, sleutel: str) -> str:
        naam = self.line(kaart, sleutel)
        if naam and not is_letternaam(naam):
            raise self.bron.mis_bij(
                f"“{naam}” kan geen lettertype zijn. Schrijf de naam zoals Word hem toont,"
                " hooguit 31 tekens, zonder komma.",
                kaart.paren[sleutel][1],
            )
        return naam

    def adres(self, kaart: Kaart, sleutel: str) -> tuple[str, ...]:
        regels = tuple(
            regel for ruw in self.text(kaart, sleutel).split("\n") if (regel := een_regel(ruw))
        )
        if len(regels) > MAX_ADRESREGELS or any(len(regel) > MAX_ADRESREGEL for regel in regels):
            raise self.bron.mis_bij(
                f"een adresblok heeft hooguit {MAX_ADRESREGELS} regels van {MAX_ADRESREGEL}"
                " tekens.",
                kaart.paren[sleutel][1],
            )
        return regels

    def logo(self, kaart: Kaart, sleutel: str) -> Logo | None:
        kaart = self.group(kaart, sleutel)
        if not kaart.paren:
            return None
        velden = self.read(kaart, _LOGO)
        knoop = kaart.paren["bestand"][1]
        pad: Path = velden["bestand"]
        svg = b""
        if _ACHTERVOEGSELS[pad.suffix.lower()] == SVG:
            svg, pad = self._lees(pad, knoop), pad.with_suffix(".png")
            if not pad.is_file():
                raise self.bron.mis_bij(
                    f"naast een SVG hoort hetzelfde logo als PNG, voor programma's die geen SVG"
                    f" tonen; {pad.name} bestaat niet.",
                    knoop,
                )
        data = self._lees(pad, knoop)
        try:
            beeld = lees_afbeelding(data)
            vorm = lees_svg(svg) if svg else 0.0
        except AfbeeldingError as fout:
            raise self.bron.mis_bij(str(fout), knoop) from fout
        if vorm and abs(beeld.breed / beeld.hoog / vorm - 1) > _SCHEEF:
            raise self.bron.mis_bij(
                f"{pad.name} heeft een andere verhouding tussen breedte en hoogte dan de SVG. Maak"
                " de PNG opnieuw uit de SVG.",
                knoop,
            )
        if bezwaar := pixelbezwaar(beeld.breed, beeld.hoog):
            raise self.bron.mis_bij(bezwaar, knoop)
        breedte, hoogte = maat_op_papier(beeld.breed, beeld.hoog, beeld.dpi, velden.get("breedte"))
        if hoogte > MAX_HOOGTE:
            raise self.bron.mis_bij(
                f"met deze breedte wordt het logo {hoogte:.0f} cm hoog, en meer dan"
                f" {MAX_HOOGTE:.0f} cm past niet op het voorblad. Kies een kleinere breedte.",
                kaart.paren["breedte"][1],
            )
        return Logo(beeld.soort, data, velden["tekst"], breedte, hoogte, svg)

    def logotekst(self, kaart: Kaart, sleutel: str) -> str:
        tekst = self.line(kaart, sleutel)
        if len(tekst) > MAX_LOGOTEKST:
            raise self.bron.mis_bij(
                f"deze tekst is langer dan {MAX_LOGOTEKST} tekens. Zeg in een zin wat het logo"
                " toont.",
                kaart.paren[sleutel][1],
            )
        return tekst

    def breedte(self, kaart: Kaart, sleutel: str) -> float | None:
        tekst = self.text(kaart, sleutel)
        if not tekst:
            return None
        getal = float(tekst.replace(",", ".")) if _GETAL.fullmatch(tekst) else 0.0
        if not MIN_BREEDTE <= getal <= MAX_BREEDTE:
            raise self.bron.mis_bij(
                f"de breedte is een getal in centimeters, van {MIN_BREEDTE:.0f} tot en met"
                f" {MAX_BREEDTE:.0f}, zoals 4.5.",
                kaart.paren[sleutel][1],
            )
        return getal

    def logopad(self, kaart: Kaart, sleutel: str) -> Path:
        naam, knoop = self.text(kaart, sleutel), kaart.paren[sleutel][1]
        if _ADRES.match(naam) or "\\" in naam or "\n" in naam:
            raise self.bron.mis_bij(
                "zet het logo naast dit bestand of in een map daarbij, en geef het pad vanaf hier,"
                " met / tussen mappen. Een adres op internet of op een schijf kan niet.",
                knoop,
            )
        if PurePosixPath(naam).suffix.lower() not in _ACHTERVOEGSELS:
            raise self.bron.mis_bij(
                "een logo is een PNG, een JPEG of een SVG; de naam eindigt dus op .png, .jpg, .jpeg"
                " of .svg.",
                knoop,
            )
        return self.map / naam

    def _lees(self, pad: Path, knoop: Knoop) -> bytes:
        """Return the bytes of a picture that is what its name says."""
        try:
            data = lees_bytes(pad)
        except BestandError as fout:
            raise self.bron.mis_bij(f"het logo {pad.name}: {fout.melding}", knoop) from fout
        moet, is_ = _ACHTERVOEGSELS[pad.suffix.lower()], soort_van(data)
        if is_ != moet:
            raise self.bron.mis_bij(
                f"{pad.name} is geen {moet.upper()}"
                + (
                    f" maar een {is_.upper()}. Verander het einde van de naam."
                    if is_
                    else ", ook al zegt de naam dat. Sla het logo opnieuw op."
                ),
                knoop,
            )
        return data


_LOGO: Schema = {
    "bestand": Key(_Lezer.logopad, is_needed=True),
    "tekst": Key(_Lezer.logotekst, is_needed=True),
    "breedte": Key(_Lezer.breedte),
}
_HUISSTIJL: Schema = {
    "kleuren": Key(within({"accent": Key(_Lezer.kleur), "tekst": Key(_Lezer.kleur)})),
    "letters": Key(
        within(
            {
                "koppen": Key(_Lezer.letter, field="letter_koppen"),
                "tekst": Key(_Lezer.letter, field="letter_tekst"),
            }
        )
    ),
    "logo": Key(_Lezer.logo),
    "adres": Key(_Lezer.adres),
}
