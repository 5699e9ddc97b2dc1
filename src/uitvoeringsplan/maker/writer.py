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


_STIJLEN = {"alinea": "", "punt": "ListBullet", "nummer": "UvpBron", "citaat": "UvpCitaat"}
#: What `beeld` stands for besides the question that is drawn: tag and label.
HOUSE_PLACES = {
    "logo": (LOGO_TAG, "Logo van de gemeente"),
    "adres": (ADDRESS_TAG, "Adres van de gemeente"),
}
#: Names in the source that are no field of the plan, and the field of Word they stand for.
PAGE_FIELDS = {"bladzijde": "PAGE", "bladzijden": "NUMPAGES"}


def source_bookmark(nummer: int) -> str:
    """Return the name of the bookmark on a source; the source text writes it as `#bron-1`."""
    return f"bron_{nummer}"


class Writer:
    """Writes for one document: knows its questions, gives out its controls and links."""

    def __init__(self, vragenlijst: Vragenlijst, bron: Source, part: DocumentPart) -> None:
        self.vragenlijst = vragenlijst
        self.bron = bron
        self.besturing = Controls()
        self._part = part
        self._bronnummer = 0

    def tekst(self, blok: SourceText, stijl: str = "") -> Element:
        """Return the paragraph of a block of text; sources get a bookmark to refer to."""
        inhoud = self.inhoud(blok.inhoud)
        if blok.vorm == "nummer":
            self._bronnummer += 1
            inhoud = self.besturing.bladwijzer(source_bookmark(self._bronnummer), inhoud)
        return paragraph(stijl or _STIJLEN[blok.vorm], inhoud)

    def paar(self, blok: Pair, stijl: str, linkerstijl: str = "") -> Element:
        """Return a line with a left and a right half and a tab between them."""
        links = self.inhoud(blok.links, linkerstijl)
        return paragraph(stijl, [*links, run("\t"), *self.inhoud(blok.rechts)])

    def vraag(
        self, vraag: Vraag, *, stijl: str = "UvpVraag", bovenaan: bool = False
    ) -> list[Element]:
        """Return the label with its bookmark, and the control that holds the answer.

        `bovenaan` leaves out the white space above the label.
        """
        naam = self.besturing.bladwijzer_vraag(vraag.id)
        label = self.besturing.bladwijzer(naam, [run(vraag.label)])
        ruimte = [el("spacing", before=0)] if bovenaan else []
        return [paragraph(stijl, label, *ruimte), self.besturing.antwoord(vraag)]

    def hoofdstuk(self, hoofdstuk_id: str) -> Hoofdstuk:
        """Return the chapter of the question set with this id."""
        return next(h for h in self.vragenlijst.hoofdstukken if h.id == hoofdstuk_id)

    def huisplek(self, plek: SourcePlace) -> Element:
        """Return the mark for the logo or the address block."""
        return self.besturing.plek(*HOUSE_PLACES[plek.id], paragraph("", []))

    def plek(self, plek: SourcePlace, aanloop: Element) -> Element:
        """Return the mark for the drawing of a question, with the paragraph that leads up to it."""
        vraag = self.vragenlijst.vraag(plek.id)
        aanloop.get_or_add_pPr().get_or_add_keepNext()
        return self.besturing.plek(
            f"{PICTURE_TAG}{plek.id}", f"Tekening bij {vraag.label}", aanloop
        )

    def antwoord(self, vraag: Vraag, *, aanloop: Element) -> Element:
        """Return the control for an answer in running text.

        The sentence that leads up to it serves as the label: it gets the bookmark of the question,
        and stays on one page with the first line of the answer.
        """
        eigenschappen = aanloop.get_or_add_pPr()
        eigenschappen.get_or_add_keepNext()
        naam = self.besturing.bladwijzer_vraag(vraag.id)
        begin, *_, slot = self.besturing.bladwijzer(naam, [])
        eigenschappen.addnext(begin)
        aanloop.append(slot)
        return self.besturing.antwoord(vraag)

    def opmaak(self, tekst: str) -> list[Element]:
        """Return the paragraphs of a text from the question set."""
        uit = []
        for blok in read_markup(tekst):
            stijl = ""
            if isinstance(blok, ListItem):
                stijlen = BULLET_STYLES if blok.nummer is None else NUMBER_STYLES
                stijl = style_id(stijlen[blok.niveau])
            uit.append(paragraph(stijl, self._stukken(blok.stukken)))
        return uit

    def inhoud(self, inhoud: Inhoud, stijl: str = "") -> list[Element]:
        """Return the runs, fields and links of a paragraph of the source."""
        uit: list[Element] = []
        for deel in inhoud:
            if isinstance(deel, SourceField):
                uit += self._veld(deel)
            elif isinstance(deel, Reference):
                anker = deel.anker.replace("-", "_")
                uit.append(el("hyperlink", run(deel.tekst, "Hyperlink"), anchor=anker, history=1))
            else:
                uit += self._stukken([deel], stijl)
        return uit

    def _veld(self, deel: SourceField) -> list[Element]:
        if deel.id in PAGE_FIELDS:
            return field(PAGE_FIELDS[deel.id], "1")
        vraag = self.vragenlijst.vraag(deel.id)
        return [self.besturing.veld(vraag, deel.jas)]

    def _stukken(self, stukken: Iterable[Run], stijl: str = "") -> list[Element]:
        uit: list[Element] = []
        for stuk in stukken:
            if stuk.adres:
                binnen = run(stuk.tekst, "Hyperlink", stuk)
                verband = self._part.relate_to(
                    stuk.adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
                )
                uit.append(el("hyperlink", binnen, r__id=verband, history=1))
            else:
                uit.append(run(stuk.tekst, stijl, stuk))
        return uit
