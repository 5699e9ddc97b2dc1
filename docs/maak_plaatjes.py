"""Maakt de plaatjes van de README en de documentatie opnieuw.

Gebruik: python docs/maak_plaatjes.py

Daarvoor zijn LibreOffice en pdftoppm (poppler) nodig. Elk plaatje draagt een code van het document
dat erop staat; een test ziet daaraan of het nog klopt.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageFilter
from PIL.PngImagePlugin import PngInfo

from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.pdf.convert import convert
from uitvoeringsplan.tasks.generate import Request, take_order

HIER = Path(__file__).resolve().parent
HOOFDDEEL = "word/document.xml"
BRON = "bron"  # the key in the picture under which the code of the document stands
# Per picture: what to make, and which pages of it to show.
PLAATJES = {
    "plan.png": (Request(), (1, 2, 6)),
    "koppen-en-planning.png": (Request(indeling="koppen"), (6, 17)),
}
_HOOGTE = 760
_RUIMTE = 28
_ACHTERGROND = (238, 242, 243)


def documentcode(wens: Request) -> str:
    """Return a code of the text of the example document, which changes when the document does."""
    with tempfile.TemporaryDirectory() as map_:
        return _code(_maak(wens, Path(map_)))


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as map_:
        for naam, (wens, bladzijden) in PLAATJES.items():
            docx = _maak(wens, Path(map_))
            pdf = Path(map_, "plan.pdf")
            pdf.write_bytes(convert(docx, "pdf"))
            gegevens = PngInfo()
            gegevens.add_text(BRON, _code(docx))
            doel = HIER / "beeld" / naam
            doel.parent.mkdir(exist_ok=True)
            beeld = _naast_elkaar([_bladzijde(pdf, nummer) for nummer in bladzijden])
            beeld.quantize(96).save(doel, optimize=True, pnginfo=gegevens)
            print(f"Klaar: {doel}")


def _maak(wens: Request, map_: Path) -> bytes:
    word = map_ / "plan.docx"
    wens = wens._replace(overschrijf=True)
    (gemaakt,) = take_order([find_voorbeeld()], out=word, request=wens).run()
    if gemaakt.fout:
        raise gemaakt.fout
    return word.read_bytes()


def _code(docx: bytes) -> str:
    return f"{load_package(docx, 'plan.docx').leden[HOOFDDEEL].crc:08x}"


def _bladzijde(pdf: Path, nummer: int) -> Image.Image:
    opdracht = ["pdftoppm", "-r", "110", "-f", str(nummer), "-l", str(nummer), "-png", str(pdf)]
    png = subprocess.run(opdracht, check=True, capture_output=True).stdout  # noqa: S603
    blad = Image.open(io.BytesIO(png)).convert("RGB")
    return blad.resize(
        (round(blad.width * _HOOGTE / blad.height), _HOOGTE), Image.Resampling.LANCZOS
    )


def _naast_elkaar(bladen: list[Image.Image]) -> Image.Image:
    """Return pages side by side, each with a soft shadow."""
    breed = sum(blad.width for blad in bladen) + _RUIMTE * (len(bladen) + 1)
    vel = Image.new("RGB", (breed, _HOOGTE + 2 * _RUIMTE), _ACHTERGROND)
    schaduw = Image.new("L", vel.size, 0)
    x = _RUIMTE
    for blad in bladen:
        schaduw.paste(70, (x, _RUIMTE + 4, x + blad.width, _RUIMTE + 4 + blad.height))
        x += blad.width + _RUIMTE
    vel.paste((90, 100, 104), mask=schaduw.filter(ImageFilter.GaussianBlur(7)))
    x = _RUIMTE
    for blad in bladen:
        vel.paste(blad, (x, _RUIMTE))
        x += blad.width + _RUIMTE
    return vel


if __name__ == "__main__":
    main()
