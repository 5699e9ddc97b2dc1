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

HERE = Path(__file__).resolve().parent
MAIN_PART = "word/document.xml"
SOURCE = "bron"  # the key in the picture under which the code of the document stands
# Per picture: what to make, and which pages of it to show.
PICTURES = {
    "plan.png": (Request(), (1, 2, 6)),
    "koppen-en-planning.png": (Request(indeling="koppen"), (6, 17)),
}
_HEIGHT = 760
_SPACE = 28
_BACKGROUND = (238, 242, 243)


def document_code(wens: Request) -> str:
    """Return a code of the text of the example document, which changes when the document does."""
    with tempfile.TemporaryDirectory() as map_:
        return _code(_make(wens, Path(map_)))


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as map_:
        for name, (wens, pages) in PICTURES.items():
            docx = _make(wens, Path(map_))
            pdf = Path(map_, "plan.pdf")
            pdf.write_bytes(convert(docx, "pdf"))
            metadata = PngInfo()
            metadata.add_text(SOURCE, _code(docx))
            target = HERE / "beeld" / name
            target.parent.mkdir(exist_ok=True)
            picture = _side_by_side([_page(pdf, number) for number in pages])
            picture.quantize(96).save(target, optimize=True, pnginfo=metadata)
            print(f"Klaar: {target}")


def _make(wens: Request, map_: Path) -> bytes:
    word = map_ / "plan.docx"
    wens = wens._replace(overschrijf=True)
    (made,) = take_order([find_voorbeeld()], out=word, request=wens).run()
    if made.error:
        raise made.error
    return word.read_bytes()


def _code(docx: bytes) -> str:
    return f"{load_package(docx, 'plan.docx').members[MAIN_PART].crc:08x}"


def _page(pdf: Path, number: int) -> Image.Image:
    command = ["pdftoppm", "-r", "110", "-f", str(number), "-l", str(number), "-png", str(pdf)]
    png = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603
    page = Image.open(io.BytesIO(png)).convert("RGB")
    return page.resize(
        (round(page.width * _HEIGHT / page.height), _HEIGHT), Image.Resampling.LANCZOS
    )


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return pages side by side, each with a soft shadow."""
    width = sum(page.width for page in pages) + _SPACE * (len(pages) + 1)
    sheet = Image.new("RGB", (width, _HEIGHT + 2 * _SPACE), _BACKGROUND)
    shadow = Image.new("L", sheet.size, 0)
    x = _SPACE
    for page in pages:
        shadow.paste(70, (x, _SPACE + 4, x + page.width, _SPACE + 4 + page.height))
        x += page.width + _SPACE
    sheet.paste((90, 100, 104), mask=shadow.filter(ImageFilter.GaussianBlur(7)))
    x = _SPACE
    for page in pages:
        sheet.paste(page, (x, _SPACE))
        x += page.width + _SPACE
    return sheet


if __name__ == "__main__":
    main()
