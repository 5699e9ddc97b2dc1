"""`huisstijl.yaml` to `Huisstijl`: strict, with the place of every mistake, and with the logo."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AfbeeldingError, BestandError, HuisstijlError
from uitvoeringsplan.files.file_reading import decode, load_bytes
from uitvoeringsplan.files.image import (
    JPEG,
    PNG,
    SVG,
    image_kind,
    read_image,
    read_svg,
)
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.huisstijl import (
    MAX_ADRESREGEL,
    MAX_ADRESREGELS,
    MAX_BREEDTE,
    MAX_HOOGTE,
    MAX_LOGOTEKST,
    MIN_BREEDTE,
    Huisstijl,
    Logo,
    is_font_name,
    kleur_objection,
    pixel_objection,
    size_on_paper,
)
from uitvoeringsplan.model.kleur import read_kleur
from uitvoeringsplan.vragenlijst.schema import Key, Reader, within
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.vragenlijst.schema import Schema
    from uitvoeringsplan.yamltext.nodes import MappingNode, Node

_SUFFIXES = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".svg": SVG}
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:|[/\\~]")  # of the web, of a disk, of another computer
_MAX_SKEW = 0.05  # how much a drawing and its twin may differ in shape


def load_huisstijl(pad: Path) -> Huisstijl:
    """Return the house style in a file, with its logo; raises BestandError or HuisstijlError."""
    return read_huisstijl(load_bytes(pad), pad)


def read_huisstijl(data: bytes, pad: Path) -> Huisstijl:
    """Return the house style in `data`; the logo is looked for beside `pad`."""
    bron = decode(data, pad, HuisstijlError)
    return _Lezer(bron, pad.parent).huisstijl(read_yaml(bron))


class _Lezer(Reader):
    """Reads one house style."""

    def __init__(self, bron: SourceText, map_: Path) -> None:
        super().__init__(bron)
        self.map = map_

    def huisstijl(self, kaart: MappingNode) -> Huisstijl:
        velden = self.read(kaart, _HUISSTIJL)
        kleuren, letters = velden.pop("kleuren", {}), velden.pop("letters", {})
        return Huisstijl(pad=str(self.bron.pad), **kleuren, **letters, **velden)

    def kleur(self, kaart: MappingNode, key: str) -> str:
        if key not in kaart.paren:
            return ""
        knoop = kaart.paren[key][1]
        text = self.as_line(knoop)
        kleur = read_kleur(text)
        if kleur is None:
            raise self.bron.error_at(
                "hier staat geen kleur. Achter een los # leest YAML niets meer; zet de kleur"
                ' tussen aanhalingstekens, zoals "#0B5563".'
                if not text
                else f"“{text}” is geen kleur. Schrijf haar als # met zes cijfers of letters tot"
                ' en met F, zoals "#0B5563".',
                knoop,
            )
        if bezwaar := kleur_objection(kleur):
            raise self.bron.error_at(bezwaar, knoop)
        return kleur

    def letter(self, kaart: MappingNode, key: str) -> str:
        name = self.line(kaart, key)
        if name and not is_font_name(name):
            raise self.bron.error_at(
                f"“{name}” kan geen lettertype zijn. Schrijf de naam zoals Word hem toont,"
                " hooguit 31 tekens, zonder komma.",
                kaart.paren[key][1],
            )
        return name

    def adres(self, kaart: MappingNode, key: str) -> tuple[str, ...]:
        lines = tuple(line for raw in self.text(kaart, key).split("\n") if (line := one_line(raw)))
        if len(lines) > MAX_ADRESREGELS or any(len(line) > MAX_ADRESREGEL for line in lines):
            raise self.bron.error_at(
                f"een adresblok heeft hooguit {MAX_ADRESREGELS} regels van {MAX_ADRESREGEL}"
                " tekens.",
                kaart.paren[key][1],
            )
        return lines

    def logo(self, kaart: MappingNode, key: str) -> Logo | None:
        kaart = self.group(kaart, key)
        if not kaart.paren:
            return None
        velden = self.read(kaart, _LOGO)
        knoop = kaart.paren["bestand"][1]
        pad: Path = velden["bestand"]
        svg = b""
        if _SUFFIXES[pad.suffix.lower()] == SVG:
            svg, pad = self._lees(pad, knoop), pad.with_suffix(".png")
            if not pad.is_file():
                raise self.bron.error_at(
                    f"naast een SVG hoort hetzelfde logo als PNG, voor programma's die geen SVG"
                    f" tonen; {pad.name} bestaat niet.",
                    knoop,
                )
        data = self._lees(pad, knoop)
        try:
            beeld = read_image(data)
            shape = read_svg(svg) if svg else 0.0
        except AfbeeldingError as fout:
            raise self.bron.error_at(str(fout), knoop) from fout
        if shape and abs(beeld.breed / beeld.hoog / shape - 1) > _MAX_SKEW:
            raise self.bron.error_at(
                f"{pad.name} heeft een andere verhouding tussen breedte en hoogte dan de SVG. Maak"
                " de PNG opnieuw uit de SVG.",
                knoop,
            )
        if bezwaar := pixel_objection(beeld.breed, beeld.hoog):
            raise self.bron.error_at(bezwaar, knoop)
        breedte, hoogte = size_on_paper(beeld.breed, beeld.hoog, beeld.dpi, velden.get("breedte"))
        if hoogte > MAX_HOOGTE:
            raise self.bron.error_at(
                f"met deze breedte wordt het logo {hoogte:.0f} cm hoog, en meer dan"
                f" {MAX_HOOGTE:.0f} cm past niet op het voorblad. Kies een kleinere breedte.",
                kaart.paren["breedte"][1],
            )
        return Logo(beeld.soort, data, velden["tekst"], breedte, hoogte, svg)

    def logotekst(self, kaart: MappingNode, key: str) -> str:
        text = self.line(kaart, key)
        if len(text) > MAX_LOGOTEKST:
            raise self.bron.error_at(
                f"deze tekst is langer dan {MAX_LOGOTEKST} tekens. Zeg in een zin wat het logo"
                " toont.",
                kaart.paren[key][1],
            )
        return text

    def breedte(self, kaart: MappingNode, key: str) -> float | None:
        text = self.text(kaart, key)
        if not text:
            return None
        number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0.0
        if not MIN_BREEDTE <= number <= MAX_BREEDTE:
            raise self.bron.error_at(
                f"de breedte is een getal in centimeters, van {MIN_BREEDTE:.0f} tot en met"
                f" {MAX_BREEDTE:.0f}, zoals 4.5.",
                kaart.paren[key][1],
            )
        return number

    def logopad(self, kaart: MappingNode, key: str) -> Path:
        name, knoop = self.text(kaart, key), kaart.paren[key][1]
        if _ADDRESS.match(name) or "\\" in name or "\n" in name:
            raise self.bron.error_at(
                "zet het logo naast dit bestand of in een map daarbij, en geef het pad vanaf hier,"
                " met / tussen mappen. Een adres op internet of op een schijf kan niet.",
                knoop,
            )
        if PurePosixPath(name).suffix.lower() not in _SUFFIXES:
            raise self.bron.error_at(
                "een logo is een PNG, een JPEG of een SVG; de naam eindigt dus op .png, .jpg, .jpeg"
                " of .svg.",
                knoop,
            )
        return self.map / name

    def _lees(self, pad: Path, knoop: Node) -> bytes:
        """Return the bytes of a picture that is what its name says."""
        try:
            data = load_bytes(pad)
        except BestandError as fout:
            raise self.bron.error_at(f"het logo {pad.name}: {fout.melding}", knoop) from fout
        moet, is_ = _SUFFIXES[pad.suffix.lower()], image_kind(data)
        if is_ != moet:
            raise self.bron.error_at(
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
