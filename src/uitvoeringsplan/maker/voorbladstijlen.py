"""The styles of the title page, with a place for the logo and the address of a house style."""

from __future__ import annotations

from uitvoeringsplan.maker.stijlvorm import KOPLETTER, alineastijl, grootte, ruimte
from uitvoeringsplan.maker.thema import ACCENT, BREEDTE_STAAND, GRIJS

_KLEUR = f'<w:color w:val="{ACCENT}" w:themeColor="accent1"/>'
_GRIJS = f'<w:color w:val="{GRIJS}"/>'


def voorbladstijlen() -> list[str]:
    """Return the styles in the order of the page."""
    balk = f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}" w:themeFill="accent1"/>'
    return [
        # What comes after the logo gives way to it, so that the title keeps its height.
        alineastijl("Uvp Logo", ruimte(0, 0, 240), volgende="Title", galerij=False),
        # Shading, not a border: LibreOffice 7.4 exports borders of paragraphs without a tag.
        alineastijl(
            "Uvp Balk",
            f'{balk}<w:spacing w:before="3000" w:after="360" w:line="140" w:lineRule="exact"/>'
            f'<w:ind w:right="{BREEDTE_STAAND - 1701}"/>',
            f'<w:color w:val="FFFFFF" w:themeColor="background1"/>{grootte(2)}',
            volgende="Title",
            galerij=False,
        ),
        alineastijl(
            "Title",
            ruimte(0, 200, 240),
            f"{KOPLETTER}<w:b/><w:bCs/>{_KLEUR}{grootte(36)}",
            volgende="Subtitle",
            rang=10,
        ),
        alineastijl(
            "Subtitle",
            ruimte(0, 60, 252),
            f"{KOPLETTER}{grootte(20)}",
            volgende="Normal",
            rang=11,
        ),
        alineastijl("Uvp Periode", ruimte(0, 2400, 252), f"{_GRIJS}{grootte(14)}", rang=24),
        alineastijl(
            "Uvp Adres",
            f"<w:keepLines/>{ruimte(280, 0, 264)}",
            f"{_GRIJS}{grootte(10)}",
            galerij=False,
        ),
    ]
