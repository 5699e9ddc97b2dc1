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
    MAX_HEIGHT,
    MAX_LOGO_TEXT,
    MAX_WIDTH,
    MIN_WIDTH,
    Huisstijl,
    Logo,
    is_font_name,
    kleur_objection,
    pixel_objection,
    size_on_paper,
)
from uitvoeringsplan.model.kleur import read_kleur
from uitvoeringsplan.vragenlijst.schema import Key, Reader, Within
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


def load_huisstijl(path: Path) -> Huisstijl:
    """Return the house style in a file, with its logo; raises BestandError or HuisstijlError."""
    return read_huisstijl(load_bytes(path), path)


def read_huisstijl(data: bytes, path: Path) -> Huisstijl:
    """Return the house style in `data`; the logo is looked for beside `path`."""
    source = decode(data, path, HuisstijlError)
    return _Lezer(source, path.parent).huisstijl(read_yaml(source))


class _Lezer(Reader):
    """Reads one house style."""

    def __init__(self, source: SourceText, map_: Path) -> None:
        super().__init__(source)
        self.map = map_

    def huisstijl(self, mapping: MappingNode) -> Huisstijl:
        velden = self.read(mapping, _HUISSTIJL)
        kleuren, letters = velden.pop("kleuren", {}), velden.pop("letters", {})
        return Huisstijl(path=str(self.source.path), **kleuren, **letters, **velden)

    def kleur(self, mapping: MappingNode, key: str) -> str:
        if key not in mapping.pairs:
            return ""
        node = mapping.pairs[key][1]
        text = self.as_line(node)
        kleur = read_kleur(text)
        if kleur is None:
            raise self.source.error_at(
                "hier staat geen kleur. Achter een los # leest YAML niets meer; zet de kleur"
                ' tussen aanhalingstekens, zoals "#0B5563".'
                if not text
                else f"“{text}” is geen kleur. Schrijf haar als # met zes cijfers of letters tot"
                ' en met F, zoals "#0B5563".',
                node,
            )
        if objection := kleur_objection(kleur):
            raise self.source.error_at(objection, node)
        return kleur

    def letter(self, mapping: MappingNode, key: str) -> str:
        name = self.line(mapping, key)
        if name and not is_font_name(name):
            raise self.source.error_at(
                f"“{name}” kan geen lettertype zijn. Schrijf de naam zoals Word hem toont,"
                " hooguit 31 tekens, zonder komma.",
                mapping.pairs[key][1],
            )
        return name

    def adres(self, mapping: MappingNode, key: str) -> tuple[str, ...]:
        lines = tuple(
            line for raw in self.text(mapping, key).split("\n") if (line := one_line(raw))
        )
        if len(lines) > MAX_ADRESREGELS or any(len(line) > MAX_ADRESREGEL for line in lines):
            raise self.source.error_at(
                f"een adresblok heeft hooguit {MAX_ADRESREGELS} regels van {MAX_ADRESREGEL}"
                " tekens.",
                mapping.pairs[key][1],
            )
        return lines

    def logo(self, mapping: MappingNode, key: str) -> Logo | None:
        mapping = self.group(mapping, key)
        if not mapping.pairs:
            return None
        velden = self.read(mapping, _LOGO)
        node = mapping.pairs["bestand"][1]
        path: Path = velden["bestand"]
        svg = b""
        if _SUFFIXES[path.suffix.lower()] == SVG:
            svg, path = self._read(path, node), path.with_suffix(".png")
            if not path.is_file():
                raise self.source.error_at(
                    f"naast een SVG hoort hetzelfde logo als PNG, voor programma's die geen SVG"
                    f" tonen; {path.name} bestaat niet.",
                    node,
                )
        data = self._read(path, node)
        try:
            picture = read_image(data)
            shape = read_svg(svg) if svg else 0.0
        except AfbeeldingError as error:
            raise self.source.error_at(str(error), node) from error
        if shape and abs(picture.width / picture.height / shape - 1) > _MAX_SKEW:
            raise self.source.error_at(
                f"{path.name} heeft een andere verhouding tussen breedte en hoogte dan de SVG. Maak"
                " de PNG opnieuw uit de SVG.",
                node,
            )
        if objection := pixel_objection(picture.width, picture.height):
            raise self.source.error_at(objection, node)
        width, height = size_on_paper(
            picture.width, picture.height, picture.dpi, velden.get("breedte")
        )
        if height > MAX_HEIGHT:
            raise self.source.error_at(
                f"met deze breedte wordt het logo {height:.0f} cm hoog, en meer dan"
                f" {MAX_HEIGHT:.0f} cm past niet op het voorblad. Kies een kleinere breedte.",
                mapping.pairs["breedte"][1],
            )
        return Logo(picture.kind, data, velden["tekst"], width, height, svg)

    def logo_text(self, mapping: MappingNode, key: str) -> str:
        text = self.line(mapping, key)
        if len(text) > MAX_LOGO_TEXT:
            raise self.source.error_at(
                f"deze tekst is langer dan {MAX_LOGO_TEXT} tekens. Zeg in een zin wat het logo"
                " toont.",
                mapping.pairs[key][1],
            )
        return text

    def width(self, mapping: MappingNode, key: str) -> float | None:
        text = self.text(mapping, key)
        if not text:
            return None
        number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0.0
        if not MIN_WIDTH <= number <= MAX_WIDTH:
            raise self.source.error_at(
                f"de breedte is een getal in centimeters, van {MIN_WIDTH:.0f} tot en met"
                f" {MAX_WIDTH:.0f}, zoals 4.5.",
                mapping.pairs[key][1],
            )
        return number

    def logo_path(self, mapping: MappingNode, key: str) -> Path:
        name, node = self.text(mapping, key), mapping.pairs[key][1]
        if _ADDRESS.match(name) or "\\" in name or "\n" in name:
            raise self.source.error_at(
                "zet het logo naast dit bestand of in een map daarbij, en geef het pad vanaf hier,"
                " met / tussen mappen. Een adres op internet of op een schijf kan niet.",
                node,
            )
        if PurePosixPath(name).suffix.lower() not in _SUFFIXES:
            raise self.source.error_at(
                "een logo is een PNG, een JPEG of een SVG; de naam eindigt dus op .png, .jpg, .jpeg"
                " of .svg.",
                node,
            )
        return self.map / name

    def _read(self, path: Path, node: Node) -> bytes:
        """Return the bytes of a picture that is what its name says."""
        try:
            data = load_bytes(path)
        except BestandError as error:
            raise self.source.error_at(f"het logo {path.name}: {error.message}", node) from error
        expected, actual = _SUFFIXES[path.suffix.lower()], image_kind(data)
        if actual != expected:
            raise self.source.error_at(
                f"{path.name} is geen {expected.upper()}"
                + (
                    f" maar een {actual.upper()}. Verander het einde van de naam."
                    if actual
                    else ", ook al zegt de naam dat. Sla het logo opnieuw op."
                ),
                node,
            )
        return data


_LOGO: Schema = {
    "bestand": Key(_Lezer.logo_path, is_needed=True),
    "tekst": Key(_Lezer.logo_text, is_needed=True),
    "breedte": Key(_Lezer.width),
}
_HUISSTIJL: Schema = {
    "kleuren": Key(Within({"accent": Key(_Lezer.kleur), "tekst": Key(_Lezer.kleur)})),
    "letters": Key(
        Within(
            {
                "koppen": Key(_Lezer.letter, field="letter_koppen"),
                "tekst": Key(_Lezer.letter, field="letter_tekst"),
            }
        )
    ),
    "logo": Key(_Lezer.logo),
    "adres": Key(_Lezer.adres),
}
