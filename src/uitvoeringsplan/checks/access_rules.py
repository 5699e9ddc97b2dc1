"""Rules on access: what a reader with a screen reader, or with poor sight, needs.

They approach the accessibility checker of Word, and add what our own documents promise.

Of contrast: colours are those written in the file; where a theme names them too, Word writes the
same value beside it. Shading by conditional formatting of a table style is not followed: our tables
shade their own cells.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.word_parts import fault, text_of
from uitvoeringsplan.model.kleur import MIN_CONTRAST, WHITE, contrast_ratio
from uitvoeringsplan.ooxml.tree import child, is_on, val, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.checks.word_parts import Paragraph, Part, Run, StyleSheet, WordFile
    from uitvoeringsplan.model.bevinding import Bevinding
    from uitvoeringsplan.ooxml.tree import Element

    Findings = Iterator[Bevinding]

LANGUAGE = "nl-NL"

_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TYPED = re.compile(r"^\s*(?:[-–—•·*▪]|\d{1,2}[.)]|[a-z]\))\s+\S", re.MULTILINE)
_BARE_ADDRESS = re.compile(r"(?:https?:|www\.|mailto:)\S*$", re.IGNORECASE)
_MERGED = tuple(map(w, ("gridSpan", "vMerge", "hMerge")))
_SAYS_NOTHING = frozenset(
    ("hier", "klik hier", "link", "deze link", "lees meer", "meer", "meer informatie", "website")
)
_HEX = re.compile(r"[0-9A-Fa-f]{6}")


def geen_titel(file: WordFile) -> Findings:
    """Find a document without a title: it is announced by its file name.

    Source: WCAG 2.2, 2.4.2; PDF/UA-1, 7.1.
    """
    title = None if file.core is None else file.core.find(_DC_TITLE)
    if title is None or not (title.text or "").strip():
        yield fault(file.main, "het document heeft geen titel in zijn eigenschappen.")


def taal_standaard(file: WordFile) -> Findings:
    """Find a document that does not say, where every style takes it from, that it is Dutch.

    Source: WCAG 2.2, 3.1.1; ECMA-376-1, 17.7.5 (docDefaults).
    """
    for part in {id(part.styles.root): part for part in file.parts}.values():
        language = val(child(part.styles.root, "docDefaults", "rPrDefault", "rPr", "lang"))
        if language != LANGUAGE:
            said = language or "niet ingevuld"
            yield fault(part, f"de standaardtaal is “{said}” in plaats van {LANGUAGE}.")


def taal_elders(file: WordFile) -> Findings:
    """Find a language on a style or a piece of text: the screen reader changes voice there.

    Our documents are Dutch throughout, so the one place above is enough. Source: WCAG 2.2, 3.1.2.
    """
    for part in file.parts:
        for language in (*part.all("lang"), *part.styles.root.iter(w("lang"))):
            if next(language.iterancestors(w("docDefaults")), None) is None:
                paragraph = next(language.iterancestors(w("p")), None)
                yield fault(
                    part,
                    f"hier staat een eigen taal ({val(language)}); de taal hoort alleen in de"
                    " standaard van het document.",
                    "" if paragraph is None else text_of(paragraph),
                )


def kop_overgeslagen(file: WordFile) -> Findings:
    """Find a heading that skips a level; the first one is of level 1.

    Source: PDF/UA-1, 7.4.2; WCAG 2.2, 1.3.1.
    """
    before = 0
    for heading, level in file.main.headings:
        if level > before + 1:
            yield fault(
                file.main,
                f"deze kop is van niveau {level}, terwijl niveau {before + 1} aan de beurt is.",
                text_of(heading.element),
            )
        before = level


def lege_kop(file: WordFile) -> Findings:
    """Find a heading without text: it is read out, and stands in the contents list.

    Source: WCAG 2.2, 2.4.6.
    """
    for part in file.running:
        for heading, level in part.headings:
            if not text_of(heading.element).strip():
                yield fault(part, f"hier staat een lege kop van niveau {level}.")


def getypte_opsomming(file: WordFile) -> Findings:
    """Find a list that is typed: nobody hears how many points there are.

    Source: WCAG 2.2, 1.3.1; PDF/UA-1, 7.6.
    """
    for part in file.running:
        for paragraph in part.paragraphs:
            text = paragraph.text
            is_typed = _TYPED.search(text) and _TYPED.search(_without_fields(paragraph.element))
            if is_typed and not _is_list(part, paragraph):
                yield fault(
                    part, "deze opsomming is getypt; gebruik de lijststijl van het sjabloon.", text
                )


def tabel_zonder_kopregel(file: WordFile) -> Findings:
    """Find a table whose first row is not marked as its header, to repeat on every page.

    Source: WCAG 2.2, 1.3.1; PDF/UA-1, 7.5; ECMA-376-1, 17.4 (tblHeader).
    """
    for part in file.running:
        for table in part.all("tbl"):
            row = next(table.iter(w("tr")), None)
            if row is not None and not is_on(row, "trPr", "tblHeader"):
                yield fault(part, "deze tabel heeft geen kopregel.", text_of(row))


def samengevoegde_cellen(file: WordFile) -> Findings:
    """Find merged cells: such a table cannot be read cell by cell.

    Source: WCAG 2.2, 1.3.1; the accessibility checker of Word.
    """
    for part in file.running:
        if next(part.root.iter(*_MERGED), None) is None:  # quickly seen
            continue
        for cell in part.all("tc"):
            properties = child(cell, "tcPr")
            is_wide = val(child(properties, "gridSpan")) not in ("", "1")
            if is_wide or any(child(properties, n) is not None for n in ("vMerge", "hMerge")):
                yield fault(part, "deze tabelcel is samengevoegd met een andere.", text_of(cell))


def lege_cel(file: WordFile) -> Findings:
    """Find a cell without content: a listener wonders whether something is missing.

    Source: the accessibility checker of Word.
    """
    for part in file.running:
        for cell in part.all("tc"):
            if any((text.text or "").strip() for text in cell.iter(w("t"))):
                continue
            # What a tracked change took out is still there to be seen, until someone accepts it.
            other = cell.iter(w("drawing"), w("pict"), w("delText"))
            if next(other, None) is None:
                row = next(cell.iterancestors(w("tr")), cell)
                yield fault(part, "in deze rij staat een lege tabelcel.", text_of(row))


def afbeelding_zonder_tekst(file: WordFile) -> Findings:
    """Find a picture that neither says what it shows nor that it is decoration.

    Source: WCAG 2.2, 1.1.1; PDF/UA-1, 7.3.
    """
    for part in file.running:
        for picture in part.root.iter(_DRAWING):
            if (
                not picture.get("descr", "").strip()
                and next(picture.iter(_DECORATIVE), None) is None
            ):
                yield fault(
                    part, "deze afbeelding heeft geen alternatieve tekst.", picture.get("name", "")
                )


def nietszeggende_link(file: WordFile) -> Findings:
    """Find a link whose text, heard on its own, does not say where it goes.

    Source: WCAG 2.2, 2.4.4.
    """
    for part in file.running:
        for link in part.all("hyperlink"):
            text = " ".join(text_of(link).split())
            if says_nothing(text):
                around = link.getparent()
                yield fault(
                    part,
                    "de tekst van deze link zegt niet waar hij heen gaat.",
                    text or ("" if around is None else text_of(around)),
                )


def says_nothing(link_text: str) -> bool:
    """Whether the text of a link, on one line, says nothing about where it goes."""
    bare = link_text.lower().rstrip(".")
    return not link_text or bare in _SAYS_NOTHING or bool(_BARE_ADDRESS.match(link_text))


def _without_fields(paragraph: Element) -> str:
    """Return the text with a word for every field in it: what is in a field is no sign of a list.

    An adopted plan has a dash for a fact that is missing.
    """
    copy = deepcopy(paragraph)
    for field in copy.iter(w("sdt")):
        for text in field.iter(w("t")):
            text.text = "x"
    return text_of(copy)


def _is_list(part: Part, paragraph: Paragraph) -> bool:
    numbering = part.styles.of_paragraph(paragraph, "numPr")
    return numbering is not None and val(child(numbering, "numId")) != "0"


def kleurcontrast(file: WordFile) -> Iterator[Bevinding]:
    """Find text with a contrast below 4.5 to 1, also where it is large.

    Text is judged where it stands. A style that no text uses yet is judged against its own
    shading, because an answer may use it tomorrow. Source: WCAG 2.2, 1.4.3.
    """
    used: set[str] = set()
    for part in file.running:
        for paragraph in part.paragraphs:
            shade = _hex(child(paragraph.properties, "shd"), "fill") if paragraph.runs else ""
            for run in paragraph.runs:
                if run.text.strip():
                    used.update((run.style, paragraph.style))
                    wrong = _judge(run, paragraph.style, shade, part.styles)
                    if wrong:
                        yield fault(part, wrong, run.text)
    yield from _unused(file, used)


def _judge(run: Run, paragraph_style: str, paragraph_shade: str, styles: StyleSheet) -> str:
    """Return what is wrong with the colour of a text; empty when nothing is."""
    own = child(run.properties, "color")
    of_styles, surface = _of_styles(styles, run.style, paragraph_style)
    colour = of_styles if own is None else _hex(own)
    if not colour:
        return ""
    shade = _hex(child(run.properties, "shd"), "fill") or paragraph_shade
    return _too_close(colour, shade or surface or _of_cell(run.element))


@lru_cache(maxsize=256)  # a document has few styles, and many words in them
def _of_styles(styles: StyleSheet, run_style: str, paragraph_style: str) -> tuple[str, str]:
    """Return the colour that these styles give, the nearest first, and that behind it."""
    style_ids = (run_style, paragraph_style)
    found = (styles.first(style_id, "rPr", "color") for style_id in style_ids)
    colour = next((element for element in found if element is not None), None)
    surfaces = (_of_style(styles, style_id) for style_id in style_ids)
    return _hex(colour), next(filter(None, surfaces), "")


@lru_cache(maxsize=256)
def _too_close(colour: str, surface: str) -> str:
    """Return what is wrong with a colour on another; empty when nothing is."""
    contrast = contrast_ratio(colour, surface)
    if contrast >= MIN_CONTRAST:
        return ""
    return (
        f"de kleur {colour} op {surface} heeft een contrast van {contrast:.1f};"
        f" minstens {MIN_CONTRAST} is nodig."
    )


def _unused(file: WordFile, used: Collection[str]) -> Iterator[Bevinding]:
    main = file.main
    for style_id, style in main.styles.styles.items():
        if style_id not in used and val(style, "type") in ("paragraph", "character"):
            colour = _hex(main.styles.first(style_id, "rPr", "color"))
            surface = _of_style(main.styles, style_id) or WHITE
            if colour and (wrong := _too_close(colour, surface)):
                yield fault(main, wrong, f"stijl {val(child(style, 'name'))}")


def _of_cell(element: Element) -> str:
    """Return the colour of the nearest cell around a text that has one, else white."""
    cells = element.iterancestors(w("tc"))
    surfaces = (_hex(child(cell, "tcPr", "shd"), "fill") for cell in cells)
    return next(filter(None, surfaces), WHITE)


def _of_style(styles: StyleSheet, style_id: str) -> str:
    surfaces = (_hex(styles.first(style_id, holder, "shd"), "fill") for holder in ("rPr", "pPr"))
    return next(filter(None, surfaces), "")


def _hex(element: Element | None, name: str = "val") -> str:
    colour = "" if element is None else val(element, name)
    return colour.upper() if colour and _HEX.fullmatch(colour) else ""


ACCESS_RULES = {
    "geen-titel": geen_titel,
    "taal-standaard": taal_standaard,
    "taal-elders": taal_elders,
    "kop-overgeslagen": kop_overgeslagen,
    "lege-kop": lege_kop,
    "getypte-opsomming": getypte_opsomming,
    "tabel-zonder-kopregel": tabel_zonder_kopregel,
    "samengevoegde-cellen": samengevoegde_cellen,
    "lege-cel": lege_cel,
    "afbeelding-zonder-tekst": afbeelding_zonder_tekst,
    "nietszeggende-link": nietszeggende_link,
}
COLOUR_RULES = {"kleurcontrast": kleurcontrast}
