"""The words of a part, paragraph by paragraph, and nothing else.

What a program may change without anybody seeing it is left out: the results of fields that are
worked out anew (page numbers, the contents list) and the shape of the letters. A picture, a note
and a sign that no letter means are words between brackets. How words look, and what stands between
them without letters (a field, a tab, hidden words), is kept beside them (`Mark`).
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import OpenFields, field_name, form_choice
from uitvoeringsplan.document.paragraph_content import (
    AROUND,
    FORMULAS,
    Item,
    Kind,
    formula_letters,
    read_items,
)
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.tree import (
    ALTERNATE_CONTENT,
    child,
    chosen,
    fragment,
    is_true,
    parse,
    val,
    w,
)
from uitvoeringsplan.word.field_marks import wrap_marked
from uitvoeringsplan.word.fixed.fingerprints import (
    VALUE,
    FixedSentence,
    Mark,
    bare_sentence,
    make_sentences,
    with_forms,
)
from uitvoeringsplan.word.fixed.forms import (
    COLUMN,
    FIELD,
    FILE,
    FORMULA,
    LINE,
    LINK,
    NEW_PAGE_CODE,
    PAGE,
    PICTURE,
    SECTION_CODE,
    SECTION_IN_ANSWER,
    STRUCK_CODE,
    TAB,
    TABLE,
    UNSEEN,
    name_bare,
    shows_alone,
    split_paragraph_codes,
    style_of,
)
from uitvoeringsplan.word.fixed.targets import NO_TARGETS
from uitvoeringsplan.word.invulvelden import tag_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.fixed.forms import FixedForms
    from uitvoeringsplan.word.fixed.targets import Targets

_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
# Fields that a program works out anew each time; what stands in them is nobody's text.
_COMPUTED = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "PAGEREF", "REF", "SEQ", "STYLEREF",
        "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE",
        "DOCPROPERTY", "TITLE", "SUBJECT", "AUTHOR", "LASTSAVEDBY", "KEYWORDS", "COMMENTS",
        "NUMWORDS", "NUMCHARS", "REVNUM", "TEMPLATE", "INFO",
    )
)  # fmt: skip
_STRUCK = "~"  # around words that are struck through, where nobody asks how words look
_STRIKES, _VANISH = (w("strike"), w("dstrike")), w("vanish")
#: The words that stand for a picture.
PICTURE_WORDS = "[afbeelding]"
_FILE, _NOTE, _SYMBOL = "[ingevoegd bestand]", "[noot]", "[teken {}]"
_UNREAD_FILE = "[ingevoegd bestand, niet gelezen]"
_SIGNS = {"\t": " ", "\n": " ", "\u2011": "-", "\u00ad": ""}
_POINTS = {"\t": (TAB, "[tab]"), "\n": (LINE, "[regeleinde]")}
_BREAKS = {"page": (PAGE, "[pagina-einde]"), "column": (COLUMN, "[kolomeinde]")}
_FIELD = "[veld {}]"
_CONTENTS = "TOC"  # made anew, heading and all
_KEPT = ("REF",)  # Word shows what was stored of these, until somebody asks for it anew
_PAGE_NUMBER = w("pgNum")
_ALT_CHUNK, _SIMPLE_FIELD, _LINK = w("altChunk"), w("fldSimple"), w("hyperlink")
_PROPERTIES, _R_ID = w("pPr"), f"{{{R}}}id"
_DRESS_OF_LINKS = "uk"
# In these stand no words.
_WORDLESS = map(w, ("pPr", "sdtPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"))


class Words(NamedTuple):
    """The words of a paragraph, with a mark where each of `values` stands.

    `marks` tells how pieces of `text` look, by number; `codes` are those of the paragraph.
    """

    text: list[str]
    values: list[str]
    marks: dict[int, Mark]
    codes: str = ""
    in_box: bool = False  # in a text box
    in_contents: bool = False  # in a contents list

    def sentences(self) -> list[FixedSentence]:
        """Return the sentences, each with its fingerprints."""
        sentences = make_sentences("".join(self.text), self.values)
        if sentences and not self.marks and not self.codes:
            return self.marked(sentences)
        if self.in_contents:
            return self.marked(sentences)
        if sentences:
            return with_forms(sentences, self.text, self.values, self.marks, self.codes)
        points = [mark for mark in self.marks.values() if mark.is_point]
        if points or shows_alone(self.codes):
            return [bare_sentence(points, self.codes, name_bare(self.codes))]
        return []

    def marked(self, sentences: list[FixedSentence]) -> list[FixedSentence]:
        """Return sentences as those of this paragraph: of a contents list none has to be there."""
        if not self.in_contents:  # Word makes that anew, heading and all
            return sentences
        return [
            FixedSentence(sentence.words, "", sentence.filled or sentence.digest)
            for sentence in sentences
        ]


class WordReader:
    """Goes through elements, and gives every paragraph that ends to `done`.

    `is_value` tells of a control inside a paragraph whether it shows a field of the plan. A field
    of Word may run on from one paragraph into the next. Without `forms` nobody asks how words look;
    `targets` tells where what has an id leads.
    """

    def __init__(
        self,
        done: Callable[[Words], None],
        is_value: Callable[[Element], bool],
        *,
        accepted: bool = True,
        forms: FixedForms | None = None,
        targets: Targets = NO_TARGETS,
    ) -> None:
        self._done, self._is_value = done, is_value
        self._forms, self._targets = forms, targets
        self._before = ""  # codes of what begins before the next paragraph that shows something
        self._contents = 0  # how many controls around us are a contents list
        self._result: list[str] = []  # of a field that nobody reads
        self._paragraphs: list[Words] = []
        self._fields = OpenFields(lambda code: field_name(code) in _COMPUTED, is_strict=False)
        self._value: list[str] | None = None
        self._shown: Element | None = None  # the control that holds that value
        self._struck = self._hidden = False
        self._style, self._style_says = "", (False, False)  # of the paragraph
        self._codes = ""  # of the run
        self._links: list[str] = []  # where those that are open lead
        self._drawings = 0  # how many are open, one inside the other
        self._gone = Kind.DELETED if accepted else Kind.INSERTED
        self._acts: dict[Kind, Callable[[Item], None]] = {
            Kind.TEXT: lambda item: self._say(item.text),
            Kind.SIGN: self._sign,
            Kind.FORMULA: lambda item: self._say(formula_letters(item.element), FORMULA),
            Kind.LINK: self._link,
            Kind.VALUE: self._filled_in,
            Kind.NOTE: lambda _: self._say(_NOTE),
            Kind.SYMBOL: self._symbol,
            Kind.PICTURE: partial(self._drawing, PICTURE_WORDS),
            Kind.FILE: self._file,
            Kind.FIELD_SIGN: self._field_sign,
            Kind.INSTRUCTION: lambda item: self._fields.instruct(item.element.text or ""),
            Kind.FIELD: lambda item: self._fields.start_simple(val(item.element, "instr")),
            Kind.CONTROL: self._control,
            Kind.END: self._end,
            Kind.UNKNOWN: self._unknown,
        }
        if not accepted:
            self._acts[Kind.DELETED_TEXT] = lambda item: self._say(item.element.text or "")

    def read_paragraph(
        self, items: Iterable[Item], properties: Element | None = None, *, in_table: bool = False
    ) -> None:
        """Take one paragraph, with what its `w:pPr` says."""
        codes, around = "", (self._style, self._style_says)
        if self._forms is not None:
            self._style = style_of(properties)
            self._style_says = self._forms.of_style(self._style)
            if not self._drawings:  # what is in a box has no place in the row of paragraphs
                codes = self._forms.of_paragraph(properties, self._style, in_table=in_table)
        self._paragraphs.append(Words([], [], {}, codes, in_box=self._drawings > 0))
        self._read_items(items)
        words = self._paragraphs.pop()
        self._style, self._style_says = around
        if (self._before or words.marks or words.codes) and not self._drawings:
            words = self._with_breaks(words)
        self._done(words)

    def _with_breaks(self, words: Words) -> Words:
        """Return a paragraph with what begins before it, however a program wrote that.

        A page or a section that begins behind it is for the next one; a program may leave out the
        paragraph that held no more than that.
        """
        is_broken = any(mark.codes == PAGE for mark in words.marks.values())
        if not (is_broken or self._before or SECTION_CODE in words.codes):
            return words
        codes, marks, text = words.codes.replace(SECTION_CODE, ""), words.marks, words.text
        behind = SECTION_CODE if len(codes) < len(words.codes) else ""
        for number in [one for one, mark in marks.items() if mark.codes == PAGE]:
            is_last = not "".join(text[number:]).strip()
            if is_last or not "".join(text[:number]).strip():
                del marks[number]
                if is_last:
                    behind += NEW_PAGE_CODE
                else:
                    codes += NEW_PAGE_CODE
        is_shown = any(map(str.strip, text)) or bool(marks) or shows_alone(codes)
        if is_shown and not self._contents:
            codes, self._before = codes + self._before, ""
        self._before += behind
        self._before = "".join(dict.fromkeys(self._before))
        return words._replace(codes="".join(dict.fromkeys(split_paragraph_codes(codes))))

    def end_section(self, *, in_answer: bool) -> None:
        """Take that a section ends between what is read here.

        Of one in an answer the answer tells; here it may be one that the template had before it.
        """
        if self._forms is not None and SECTION_CODE not in self._before:
            self._before += SECTION_IN_ANSWER if in_answer else SECTION_CODE

    def finish(self) -> None:
        """Give what begins behind the last paragraph, as one."""
        codes, self._before = self._before, ""
        if shows_alone(codes):
            self._done(Words([], [], {}, codes))

    def _read_items(self, items: Iterable[Item]) -> None:
        find = self._acts.get
        run: Element | None = None
        skipped = 0  # how many things are open in a change that does not count
        self._codes, (self._struck, self._hidden) = "", self._style_says
        for item in items:
            kind = item.kind
            if skipped or kind is self._gone:
                skipped += (kind in AROUND) - (kind is Kind.END)
                continue
            if item.run is not run:
                run = item.run
                self._start_run(run)
            if act := find(kind):
                act(item)

    def _start_run(self, run: Element | None) -> None:
        self._struck, self._hidden = self._style_says
        self._codes = ""
        properties = child(run, "rPr")
        if properties is None:
            return
        for part in properties:
            if part.tag in _STRIKES:
                self._struck = is_true(part.get(w("val")))
            elif part.tag == _VANISH:
                self._hidden = is_true(part.get(w("val")))
        if self._forms is not None:
            self._codes, by_style = self._forms.of_run(properties, self._style)
            self._struck |= by_style[0]
            self._hidden |= by_style[1]

    def _say(self, text: str, codes: str = "", detail: str = "") -> None:
        if not text:
            return
        if not self._fields.is_visible:
            self._result.append(text)
        elif self._hidden:
            if text.strip():
                self._point(UNSEEN, text, f"[verborgen: {text.strip()}]")
        elif self._forms is None:
            is_struck = self._struck and text.strip()
            self._add(f"{_STRUCK}{text}{_STRUCK}" if is_struck else text)
        else:
            if self._value is None:
                self._mark(codes + self._codes + STRUCK_CODE * self._struck, detail)
            self._add(text)

    def _add(self, text: str) -> None:
        (self._paragraphs[-1].text if self._value is None else self._value).append(text)

    def _mark(self, codes: str, detail: str) -> None:
        """Tell how the piece of text that comes next looks."""
        link = self._links[-1] if self._links else "#".join(filter(None, self._fields.link))
        if link:
            # How a link looks is for whoever draws it.
            codes = "".join(code for code in codes if code not in _DRESS_OF_LINKS) + LINK
            detail += _comparable(link)
        if codes:
            paragraph = self._paragraphs[-1]
            paragraph.marks[len(paragraph.text)] = Mark(codes, detail)

    def _point(self, code: str, detail: str, said: str) -> None:
        """Take something that stands here without letters."""
        if self._forms is None or self._value is not None or not self._fields.is_visible:
            return
        paragraph = self._paragraphs[-1]
        paragraph.marks[len(paragraph.text)] = Mark(code, detail, said, is_point=True)
        paragraph.text.append("")

    def _sign(self, item: Item) -> None:
        said = _BREAKS.get(val(item.element, "type")) or _POINTS.get(item.text)
        if said and not self._hidden:
            self._point(said[0], "", said[1])
        self._say(_SIGNS[item.text])

    def _link(self, item: Item) -> None:
        id_, place = item.element.get(_R_ID), val(item.element, "anchor")
        address = self._targets.address(id_) if id_ else ""
        self._links.append("#".join(filter(None, (address, place))))

    def _filled_in(self, item: Item) -> None:
        name = "PAGE" if item.element.tag == _PAGE_NUMBER else "DATE"
        self._point(FIELD, name, _FIELD.format(name))

    def _symbol(self, item: Item) -> None:
        # Rare in fixed text, and every plan that is made waits for what this loads.
        from uitvoeringsplan.ooxml.symbols import NO_SIGN, character  # noqa: PLC0415

        code = val(item.element, "char")
        sign = character(val(item.element, "font"), code)
        self._say(_SYMBOL.format(code) if sign == NO_SIGN else sign)

    def _file(self, item: Item) -> None:
        if item.element.tag == _ALT_CHUNK:  # what it holds is no text yet
            self._point(FILE, self._targets.checksums(item.element), _UNREAD_FILE)
        else:
            self._drawing(_FILE, item)

    def _drawing(self, name: str, item: Item) -> None:
        if not self._drawings:
            checksums = self._targets.checksums(item.element) if self._forms is not None else ""
            self._say(name, PICTURE if checksums else "", checksums)
        self._drawings += 1
        self._inside(item.element)
        self._drawings -= 1
        self._start_run(item.run)

    def _inside(self, drawing: Element) -> None:
        """Take what a drawing says; in a paragraph that is read on its own it says its name."""

    def _unknown(self, item: Item) -> None:
        self._read_items(read_items(item.element))
        self._start_run(item.run)

    def _field_sign(self, item: Item) -> None:
        self._say(form_choice(item.element) or "")
        sign = val(item.element, "fldCharType")
        if sign == "end":
            self._end_field()
        else:
            self._fields.sign(sign)

    def _end_field(self) -> None:
        name = field_name(self._fields.instruction)
        self._fields.sign("end")
        if name in _COMPUTED and name != _CONTENTS and not self._hidden:
            result = " ".join("".join(self._result).split()) if name in _KEPT else ""
            said = f"{name}: {result}" if result else name
            self._point(FIELD, f"{name} {result}", _FIELD.format(said))
        self._result.clear()

    def _control(self, item: Item) -> None:
        if self._value is None and self._is_value(item.element):
            self._value, self._shown = [], item.element

    def _end(self, item: Item) -> None:
        if item.element.tag == _SIMPLE_FIELD:
            self._end_field()
        elif item.element.tag == _LINK:
            self._links.pop()
        elif item.element is self._shown and self._value is not None:
            self._paragraphs[-1].text.append(VALUE)
            self._paragraphs[-1].values.append(self._named(item.element, "".join(self._value)))
            self._value = self._shown = None

    def _named(self, _control: Element, value: str) -> str:
        """Return how to name the value of a control."""
        return value


class Part(NamedTuple):
    """What stands outside the answers of one part: its text, its text boxes, what pictures say."""

    sentences: list[FixedSentence]
    boxes: list[FixedSentence]
    descriptions: list[FixedSentence]


class OpenPart(NamedTuple):
    """The same before it is read as sentences, for the answers of any plan.

    In the paragraphs a value that comes later is the number of its answer behind a mark. `empty`
    has what is there without that answer; a number that it does not have stands for paragraphs.
    """

    paragraphs: list[Words]
    descriptions: list[FixedSentence]
    empty: dict[int, str]


def read_part(
    data: bytes,
    name: str,
    path: str,
    tags: Collection[str],
    *,
    accepted: bool = True,
    forms: FixedForms | None = None,
    targets: Targets = NO_TARGETS,
) -> Part:
    """Return what stands outside the answers of a part; `tags` are those of the controls.

    `name` and `path` are for messages. Tracked changes count as accepted, or else as rejected.
    Raises SjabloonError for what is no sound part.
    """
    reader = _PartReader(tags, {}, accepted=accepted, forms=forms, targets=targets)
    root = parse(data, name, path)
    wrap_marked(root)
    reader.read(root)
    reader.finish()
    part = Part([], [], reader.part.descriptions)
    for words in reader.part.paragraphs:
        (part.boxes if words.in_box else part.sentences).extend(words.sentences())
    return part


def read_open_part(
    parent: Element,
    tags: Collection[str],
    places: Mapping[Element, int],
    forms: FixedForms | None = None,
    targets: Targets = NO_TARGETS,
) -> OpenPart:
    """Return the same of a tree; `places` are the controls and paragraphs that get an answer."""
    reader = _PartReader(tags, places, accepted=True, forms=forms, targets=targets)
    reader.read(parent)
    reader.finish()
    return reader.part


def _comparable(address: str) -> str:
    # Fixed text seldom has a link, and every plan that is made waits for what this loads.
    from uitvoeringsplan.ooxml.address import comparable  # noqa: PLC0415

    return comparable(address)


@lru_cache(maxsize=256)  # one name of a municipality stands in many places
def value_text(xml: str) -> str:
    """Return how the runs in a control read as its value."""
    reader = _PartReader((), {}, accepted=True)
    reader.read_paragraph(read_items(fragment(xml)))
    return "".join(text for words in reader.part.paragraphs for text in words.text)


class _PartReader(WordReader):
    """Goes through one part, past its answers and what is not there to see."""

    def __init__(
        self,
        tags: Collection[str],
        places: Mapping[Element, int],
        *,
        accepted: bool,
        forms: FixedForms | None = None,
        targets: Targets = NO_TARGETS,
    ) -> None:
        super().__init__(
            self._take,
            lambda sdt: tag_of(sdt) in tags,
            accepted=accepted,
            forms=forms,
            targets=targets,
        )
        self.part = OpenPart([], [], {})
        self._places = places
        self._tables = 0  # how many are around us
        gone = ("del", "moveFrom") if accepted else ("ins", "moveTo")
        self._blocks: dict[str, Callable[[Element], None]] = {
            **dict.fromkeys((*_WORDLESS, *map(w, gone)), lambda _: None),
            w("p"): self._paragraph,
            w("tbl"): self._table,
            **dict.fromkeys((_ALT_CHUNK, *FORMULAS), self._loose),
            w("sdt"): self._block_control,
            ALTERNATE_CONTENT: self._versions,
            _DOC_PR: self._description,
        }

    def read(self, parent: Element) -> None:
        """Take all that stands in an element, down to the paragraphs."""
        find = self._blocks.get
        for element in parent:
            act = find(element.tag)
            if act is not None:
                act(element)
            elif len(element):
                self.read(element)

    def _inside(self, drawing: Element) -> None:
        self.read(drawing)

    def _versions(self, element: Element) -> None:
        for version in chosen(element):
            self.read(version)

    def _block_control(self, element: Element) -> None:
        if self._paragraphs:  # in a drawing, which is a thing in a line
            in_line = Item(Kind.CONTROL, element, None)
            self._control(in_line)
            self.read(element)
            self._end(in_line)
            return
        if self._is_value(element):  # nothing in an answer is fixed
            return
        is_contents = is_contents_list(element)
        self._contents += is_contents
        self.read(element)
        self._contents -= is_contents

    def _table(self, element: Element) -> None:
        self._tables += 1
        self.read(element)
        self._tables -= 1

    def _loose(self, element: Element) -> None:
        """Take what stands between paragraphs and is none."""
        self.read_paragraph(read_items([element]), in_table=self._tables > 0)

    def _named(self, control: Element, value: str) -> str:
        if control not in self._places or not self._fields.is_visible:
            return value
        number = self._places[control]
        self.part.empty[number] = value
        return f"{VALUE}{number}"

    def _paragraph(self, element: Element) -> None:
        if element not in self._places:
            properties = next(element.iterchildren(_PROPERTIES), None)
            self.read_paragraph(read_items(element), properties, in_table=self._tables > 0)
            return
        # What its pictures say counts, also where a field of Word hides them.
        text = [VALUE] if self._fields.is_visible else []
        value, codes = f"{VALUE}{self._places[element]}", TABLE if self._tables else ""
        words = Words(text, [value], {}, codes, in_box=self._drawings > 0)
        self.part.paragraphs.append(words._replace(in_contents=self._contents > 0))

    def _description(self, element: Element) -> None:
        if says := element.get("descr"):
            self.part.descriptions.extend(make_sentences(says))

    def _take(self, words: Words) -> None:
        if words.text or words.codes:
            self.part.paragraphs.append(words._replace(in_contents=self._contents > 0))
