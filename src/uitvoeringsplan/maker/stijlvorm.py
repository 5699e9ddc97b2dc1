"""The form of a style in WordprocessingML; which styles there are is in `stijlen`."""

from __future__ import annotations

#: The typeface of the theme for headings; running text has the other one from the defaults.
KOPLETTER = (
    '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"'
    ' w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
)


def stijl(
    soort: str,
    naam: str,
    *,
    id_: str = "",
    basis: str = "",
    volgende: str = "",
    rang: int = 1,
    kern: str = "",
    standaard: bool = False,
    galerij: bool = False,
) -> str:
    """Return one style; `kern` holds its pPr, rPr and the like."""
    eigen = ' w:customStyle="1"' if naam.startswith("Uvp") else ""
    vooraf = ' w:default="1"' if standaard else ""
    return (
        f'<w:style w:type="{soort}"{eigen}{vooraf}'
        f' w:styleId="{id_ or naar_id(naam)}"><w:name w:val="{naam}"/>'
        + (f'<w:basedOn w:val="{basis}"/>' if basis else "")
        + (f'<w:next w:val="{volgende}"/>' if volgende else "")
        + f'<w:uiPriority w:val="{rang}"/>'
        + ("<w:qFormat/>" if galerij else "")
        + f"{kern}</w:style>"
    )


def naar_id(naam: str) -> str:
    """Return the id of a style: its name without blanks, each word with a capital."""
    return "".join(deel[:1].upper() + deel[1:] for deel in naam.split(" "))


def alineastijl(
    naam: str,
    ppr: str,
    rpr: str = "",
    *,
    id_: str = "",
    basis: str = "Normal",
    volgende: str = "",
    rang: int = 20,
    galerij: bool = True,
) -> str:
    """Return a paragraph style with its paragraph and run properties."""
    kern = f"<w:pPr>{ppr}</w:pPr>" + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return stijl(
        "paragraph",
        naam,
        id_=id_,
        basis=basis,
        volgende=volgende,
        rang=rang,
        kern=kern,
        galerij=galerij,
    )


def ruimte(voor: int, na: int, regel: int = 0) -> str:
    """Return the white space around a paragraph and its line spacing in 240ths of a line."""
    hoogte = f' w:line="{regel}" w:lineRule="auto"' if regel else ""
    return f'<w:spacing w:before="{voor}" w:after="{na}"{hoogte}/>'


def grootte(punten: float) -> str:
    """Return a size of type; Word counts in half points."""
    half = round(punten * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
