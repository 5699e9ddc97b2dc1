"""Turns pieces of source text into paragraphs of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

from uitvoeringsplan.maker.controls import Controls
from uitvoeringsplan.maker.elements import Element, el, field, paragraph, run
from uitvoeringsplan.maker.looks import style_id
from uitvoeringsplan.maker.source import Reference, SourceField
from uitvoeringsplan.model.answer_markup import ListItem, read_markup
from uitvoeringsplan.word.invulvelden import ADDRESS_TAG, LOGO_TAG, PICTURE_TAG
from uitvoeringsplan.word.writing.point_levels import BULLET_STYLES, NUMBER_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.parts.document import DocumentPart

    from uitvoeringsplan.maker.source import Inhoud, Pair, Source, SourcePlace, SourceText
    from uitvoeringsplan.model.answer_markup import Run
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst


_STYLES = {"alinea": "", "punt": "ListBullet", "nummer": "UvpBron", "citaat": "UvpCitaat"}
#: What `beeld` stands for besides the question that is drawn: tag and label.
HOUSE_PLACES = {
    "logo": (LOGO_TAG, "Logo van de gemeente"),
    "adres": (ADDRESS_TAG, "Adres van de gemeente"),
}
#: Names in the source that are no field of the plan, and the field of Word they stand for.
PAGE_FIELDS = {"bladzijde": "PAGE", "bladzijden": "NUMPAGES"}


def source_bookmark(number: int) -> str:
    """Return the name of the bookmark on a source; the source text writes it as `#source-1`."""
    return f"bron_{number}"


class Writer:
    """Writes for one document: knows its questions, gives out its controls and links."""

    def __init__(self, vragenlijst: Vragenlijst, source: Source, part: DocumentPart) -> None:
        self.vragenlijst = vragenlijst
        self.source = source
        self.control = Controls()
        self._part = part
        self._bronnummer = 0

    def text(self, block: SourceText, style: str = "") -> Element:
        """Return the paragraph of a block of text; sources get a bookmark to refer to."""
        content = self.content(block.content)
        if block.form == "nummer":
            self._bronnummer += 1
            content = self.control.bookmark(source_bookmark(self._bronnummer), content)
        return paragraph(style or _STYLES[block.form], content)

    def pair(self, block: Pair, style: str, linkerstijl: str = "") -> Element:
        """Return a line with a left and a right half and a tab between them."""
        links = self.content(block.links, linkerstijl)
        return paragraph(style, [*links, run("\t"), *self.content(block.right)])

    def vraag(self, vraag: Vraag, *, style: str = "UvpVraag", top: bool = False) -> list[Element]:
        """Return the label with its bookmark, and the control that holds the answer.

        `top` leaves out the white space above the label.
        """
        name = self.control.bookmark_vraag(vraag.id)
        label = self.control.bookmark(name, [run(vraag.label)])
        space = [el("spacing", before=0)] if top else []
        return [paragraph(style, label, *space), self.control.antwoord(vraag)]

    def hoofdstuk(self, hoofdstuk_id: str) -> Hoofdstuk:
        """Return the chapter of the question set with this id."""
        return next(h for h in self.vragenlijst.hoofdstukken if h.id == hoofdstuk_id)

    def huisplek(self, place: SourcePlace) -> Element:
        """Return the mark for the logo or the address block."""
        return self.control.place(*HOUSE_PLACES[place.id], paragraph("", []))

    def place(self, place: SourcePlace, run_up: Element) -> Element:
        """Return the mark for the drawing of a question, with the paragraph that leads up to it."""
        vraag = self.vragenlijst.vraag(place.id)
        run_up.get_or_add_pPr().get_or_add_keepNext()
        return self.control.place(f"{PICTURE_TAG}{place.id}", f"Tekening bij {vraag.label}", run_up)

    def antwoord(self, vraag: Vraag, *, run_up: Element) -> Element:
        """Return the control for an answer in running text.

        The sentence that leads up to it serves as the label: it gets the bookmark of the question,
        and stays on one page with the first line of the answer.
        """
        properties = run_up.get_or_add_pPr()
        properties.get_or_add_keepNext()
        name = self.control.bookmark_vraag(vraag.id)
        start, *_, slot = self.control.bookmark(name, [])
        properties.addnext(start)
        run_up.append(slot)
        return self.control.antwoord(vraag)

    def opmaak(self, text: str) -> list[Element]:
        """Return the paragraphs of a text from the question set."""
        result = []
        for block in read_markup(text):
            style = ""
            if isinstance(block, ListItem):
                styles = BULLET_STYLES if block.number is None else NUMBER_STYLES
                style = style_id(styles[block.level])
            result.append(paragraph(style, self._runs(block.runs)))
        return result

    def content(self, content: Inhoud, style: str = "") -> list[Element]:
        """Return the runs, fields and links of a paragraph of the source."""
        result: list[Element] = []
        for part in content:
            if isinstance(part, SourceField):
                result += self._veld(part)
            elif isinstance(part, Reference):
                anchor = part.anchor.replace("-", "_")
                result.append(
                    el("hyperlink", run(part.text, "Hyperlink"), anchor=anchor, history=1)
                )
            else:
                result += self._runs([part], style)
        return result

    def _veld(self, part: SourceField) -> list[Element]:
        if part.id in PAGE_FIELDS:
            return field(PAGE_FIELDS[part.id], "1")
        vraag = self.vragenlijst.vraag(part.id)
        return [self.control.veld(vraag, part.dress)]

    def _runs(self, runs: Iterable[Run], style: str = "") -> list[Element]:
        result: list[Element] = []
        for piece in runs:
            if piece.adres:
                inside = run(piece.text, "Hyperlink", piece)
                connection = self._part.relate_to(
                    piece.adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
                )
                result.append(el("hyperlink", inside, r__id=connection, history=1))
            else:
                result.append(run(piece.text, style, piece))
        return result
