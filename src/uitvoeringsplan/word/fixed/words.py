"""The words of a part, paragraph by paragraph, and nothing else.

What a program may change without anybody seeing it is left out: the results of fields that are
worked out anew (page numbers, the contents list) and the shape of the text. A picture, a note and
a sign that no letter means are words between brackets, and words that are struck through have a
mark.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from uitvoeringsplan.document.fields import OpenFields, field_name, form_choice
from uitvoeringsplan.document.paragraph_content import (
    AROUND,
    Item,
    Kind,
    formula_letters,
    read_items,
)
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.named_tuple import NamedTuple
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
from uitvoeringsplan.word.fixed.fingerprints import VALUE, FixedSentence, make_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from uitvoeringsplan.ooxml.tree import Element

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
_STRUCK = "~"  # around words that are struck through
_STRIKES, _VANISH = (w("strike"), w("dstrike")), w("vanish")
_PICTURE, _FILE, _NOTE, _SYMBOL = "[afbeelding]", "[ingevoegd bestand]", "[noot]", "[teken {}]"
_SIGNS = {"\t": " ", "\n": " ", "\u2011": "-", "\u00ad": ""}
_ALT_CHUNK, _SIMPLE_FIELD = w("altChunk"), w("fldSimple")
# In these stand no words.
_WORDLESS = map(w, ("pPr", "sdtPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"))


class Words(NamedTuple):
    """The words of a paragraph, with a mark where each of `values` stands."""

    text: list[str]
    values: list[str]
    in_box: bool = False  # in a text box
    in_contents: bool = False  # in a contents list

    def sentences(self) -> list[FixedSentence]:
        """Return the sentences, each with its fingerprints."""
        return self.marked(make_sentences("".join(self.text), self.values))

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
    of Word may run on from one paragraph into the next.
    """

    def __init__(
        self,
        done: Callable[[Words], None],
        is_value: Callable[[Element], bool],
        *,
        accepted: bool = True,
    ) -> None:
        self._done, self._is_value = done, is_value
        self._paragraphs: list[Words] = []
        self._fields = OpenFields(lambda code: field_name(code) in _COMPUTED, is_strict=False)
        self._value: list[str] | None = None
        self._shown: Element | None = None  # the control that holds that value
        self._struck = self._hidden = False
        self._drawings = 0  # how many are open, one inside the other
        self._gone = Kind.DELETED if accepted else Kind.INSERTED
        self._acts: dict[Kind, Callable[[Item], None]] = {
            Kind.TEXT: lambda item: self._say(item.text),
            Kind.SIGN: lambda item: self._say(_SIGNS[item.text]),
            Kind.FORMULA: lambda item: self._say(formula_letters(item.element)),
            Kind.NOTE: lambda _: self._say(_NOTE),
            Kind.SYMBOL: self._symbol,
            Kind.PICTURE: partial(self._drawing, _PICTURE),
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

    def read_paragraph(self, items: Iterable[Item]) -> None:
        """Take one paragraph."""
        self._paragraphs.append(Words([], [], in_box=self._drawings > 0))
        self._read_items(items)
        self._done(self._paragraphs.pop())

    def _read_items(self, items: Iterable[Item]) -> None:
        find = self._acts.get
        run: Element | None = None
        skipped = 0  # how many things are open in a change that does not count
        self._struck = self._hidden = False
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
        self._struck = self._hidden = False
        properties = child(run, "rPr")
        for part in properties if properties is not None else ():
            if part.tag in _STRIKES:
                self._struck = is_true(part.get(w("val")))
            elif part.tag == _VANISH:
                self._hidden = is_true(part.get(w("val")))

    def _say(self, text: str) -> None:
        if not text or self._hidden or not self._fields.is_visible:
            return
        if self._struck and text.strip():
            text = f"{_STRUCK}{text}{_STRUCK}"
        if self._value is not None:
            self._value.append(text)
        else:
            self._paragraphs[-1].text.append(text)

    def _symbol(self, item: Item) -> None:
        # Rare in fixed text, and every plan that is made waits for what this loads.
        from uitvoeringsplan.ooxml.symbols import NO_SIGN, character  # noqa: PLC0415

        code = val(item.element, "char")
        sign = character(val(item.element, "font"), code)
        self._say(_SYMBOL.format(code) if sign == NO_SIGN else sign)

    def _file(self, item: Item) -> None:
        if item.element.tag != _ALT_CHUNK:  # what it holds is no text yet
            self._drawing(_FILE, item)

    def _drawing(self, name: str, item: Item) -> None:
        if not self._drawings:
            self._say(name)
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
        self._fields.sign(val(item.element, "fldCharType"))

    def _control(self, item: Item) -> None:
        if self._value is None and self._is_value(item.element):
            self._value, self._shown = [], item.element

    def _end(self, item: Item) -> None:
        if item.element.tag == _SIMPLE_FIELD:
            self._fields.sign("end")
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
    data: bytes, name: str, path: str, tags: Collection[str], *, accepted: bool = True
) -> Part:
    """Return what stands outside the answers of a part; `tags` are those of the controls.

    `name` and `path` are for messages. Tracked changes count as accepted, or else as rejected.
    Raises SjabloonError for what is no sound part.
    """
    reader = _PartReader(tags, {}, accepted=accepted)
    reader.read(parse(data, name, path))
    part = Part([], [], reader.part.descriptions)
    for words in reader.part.paragraphs:
        (part.boxes if words.in_box else part.sentences).extend(words.sentences())
    return part


def read_open_part(
    parent: Element, tags: Collection[str], places: Mapping[Element, int]
) -> OpenPart:
    """Return the same of a tree; `places` are the controls and paragraphs that get an answer."""
    reader = _PartReader(tags, places, accepted=True)
    reader.read(parent)
    return reader.part


@lru_cache(maxsize=256)  # one name of a municipality stands in many places
def value_text(xml: str) -> str:
    """Return how the runs in a control read as its value."""
    reader = _PartReader((), {}, accepted=True)
    reader.read_paragraph(read_items(fragment(xml)))
    return "".join(text for words in reader.part.paragraphs for text in words.text)


class _PartReader(WordReader):
    """Goes through one part, past its answers and what is not there to see."""

    def __init__(
        self, tags: Collection[str], places: Mapping[Element, int], *, accepted: bool
    ) -> None:
        super().__init__(
            self._take, lambda sdt: val(child(sdt, "sdtPr", "tag")) in tags, accepted=accepted
        )
        self.part = OpenPart([], [], {})
        self._places = places
        self._contents = 0  # how many controls around us are a contents list
        gone = ("del", "moveFrom") if accepted else ("ins", "moveTo")
        self._blocks: dict[str, Callable[[Element], None]] = {
            **dict.fromkeys((*_WORDLESS, *map(w, gone)), lambda _: None),
            w("p"): self._paragraph,
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

    def _named(self, control: Element, value: str) -> str:
        if control not in self._places or not self._fields.is_visible:
            return value
        number = self._places[control]
        self.part.empty[number] = value
        return f"{VALUE}{number}"

    def _paragraph(self, element: Element) -> None:
        if element not in self._places:
            self.read_paragraph(read_items(element))
            return
        # What its pictures say counts, also where a field of Word hides them.
        text = [VALUE] if self._fields.is_visible else []
        words = Words(text, [f"{VALUE}{self._places[element]}"], in_box=self._drawings > 0)
        self.part.paragraphs.append(words._replace(in_contents=self._contents > 0))

    def _description(self, element: Element) -> None:
        if says := element.get("descr"):
            self.part.descriptions.extend(make_sentences(says))

    def _take(self, words: Words) -> None:
        if words.text:
            self.part.paragraphs.append(words._replace(in_contents=self._contents > 0))
