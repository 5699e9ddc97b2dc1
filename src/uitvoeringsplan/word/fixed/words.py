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
from uitvoeringsplan.document.paragraphs import is_contents_list
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.tree import (
    ALTERNATE_CONTENT,
    child,
    chosen,
    fragment,
    is_true,
    new,
    parse,
    val,
    w,
)
from uitvoeringsplan.word.fixed.fingerprints import VALUE, FixedSentence, make_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from uitvoeringsplan.ooxml.tree import Element

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
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
_SIGNS = {
    **{w(name): " " for name in ("tab", "ptab", "br", "cr")},
    w("noBreakHyphen"): "-",
    w("footnoteReference"): _NOTE,
    w("endnoteReference"): _NOTE,
    w("contentPart"): _PICTURE,
    w("subDoc"): _FILE,
}
_WRAPPERS = {w("drawing"): _PICTURE, w("pict"): _PICTURE, w("object"): _FILE}
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
            FixedSentence(sentence.woorden, "", sentence.gevuld or sentence.afdruk)
            for sentence in sentences
        ]


class WordReader:
    """Goes through elements, and gives every paragraph that ends to `done`.

    `is_value` tells of a control inside a paragraph whether it shows a field of the plan. A field
    of Word may run on from one paragraph into the next.
    """

    def __init__(self, done: Callable[[Words], None], is_value: Callable[[Element], bool]) -> None:
        self._done, self._is_value = done, is_value
        self._paragraphs: list[Words] = []
        self._fields = OpenFields(lambda code: field_name(code) in _COMPUTED, is_strict=False)
        self._value: list[str] | None = None
        self._struck = self._hidden = False
        self._drawings = 0  # how many are open, one inside the other
        self._acts: dict[str, Callable[[Element], None]] = {
            **dict.fromkeys(_WORDLESS, lambda _: None),
            **{name: partial(self._sign, sign) for name, sign in _SIGNS.items()},
            **{name: partial(self._drawing, sign) for name, sign in _WRAPPERS.items()},
            w("p"): self._paragraph,
            w("r"): self._run,
            w("rPr"): self._run_properties,
            w("t"): self._letters,
            _MATH_TEXT: self._letters,
            w("sym"): self._symbol,
            w("fldChar"): self._field_sign,
            w("instrText"): self._instruction,
            w("fldSimple"): self._simple_field,
            w("sdt"): self._control,
        }

    def read(self, parent: Element) -> None:
        """Take all that stands in an element."""
        find = self._acts.get
        for element in parent:
            act = find(element.tag)
            if act is not None:
                act(element)
            elif len(element):
                self.read(element)

    def read_paragraph(self, paragraph: Element) -> None:
        """Take one paragraph."""
        self._paragraph(paragraph)

    def _say(self, text: str) -> None:
        if not self._paragraphs or self._hidden or not self._fields.is_visible:
            return
        if self._struck and text.strip():
            text = f"{_STRUCK}{text}{_STRUCK}"
        if self._value is not None:
            self._value.append(text)
        else:
            self._paragraphs[-1].text.append(text)

    def _paragraph(self, element: Element) -> None:
        self._paragraphs.append(Words([], [], in_box=self._drawings > 0))
        self.read(element)
        self._done(self._paragraphs.pop())

    def _run(self, element: Element) -> None:
        self._struck = self._hidden = False
        self.read(element)

    def _run_properties(self, element: Element) -> None:
        for part in element:
            if part.tag in _STRIKES:
                self._struck = is_true(part.get(w("val")))
            elif part.tag == _VANISH:
                self._hidden = is_true(part.get(w("val")))

    def _letters(self, element: Element) -> None:
        self._say(element.text or "")

    def _sign(self, sign: str, _: Element) -> None:
        self._say(sign)

    def _symbol(self, element: Element) -> None:
        # Rare in fixed text, and every plan that is made waits for what this loads.
        from uitvoeringsplan.ooxml.symbols import NO_SIGN, character  # noqa: PLC0415

        code = val(element, "char")
        sign = character(val(element, "font"), code)
        self._say(_SYMBOL.format(code) if sign == NO_SIGN else sign)

    def _drawing(self, name: str, element: Element) -> None:
        if not self._drawings:
            self._say(name)
        self._drawings += 1
        self.read(element)
        self._drawings -= 1

    def _field_sign(self, element: Element) -> None:
        self._say(form_choice(element) or "")
        self._fields.sign(val(element, "fldCharType"))

    def _instruction(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self._fields.begin_simple(val(element, "instr"))
        self.read(element)
        self._fields.sign("end")

    def _control(self, element: Element) -> None:
        if self._value is not None or not self._paragraphs or not self._is_value(element):
            self.read(element)
            return
        self._value = []
        self.read(element)
        self._paragraphs[-1].text.append(VALUE)
        self._paragraphs[-1].values.append(self._named(element, "".join(self._value)))
        self._value = None

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
    reader.read_paragraph(new("p", *fragment(xml)))
    return "".join(text for words in reader.part.paragraphs for text in words.text)


class _PartReader(WordReader):
    """Goes through one part, past its answers and what is not there to see."""

    def __init__(
        self, tags: Collection[str], places: Mapping[Element, int], *, accepted: bool
    ) -> None:
        super().__init__(self._take, lambda sdt: val(child(sdt, "sdtPr", "tag")) in tags)
        self.part = OpenPart([], [], {})
        self._places = places
        self._contents = 0  # how many controls around us are a contents list
        gone = ("del", "moveFrom") if accepted else ("ins", "moveTo")
        self._acts |= {w(name): lambda _: None for name in gone}
        self._acts |= {ALTERNATE_CONTENT: self._versions, _DOC_PR: self._description}
        if not accepted:
            self._acts[w("delText")] = self._letters

    def _versions(self, element: Element) -> None:
        for version in chosen(element):
            self.read(version)

    def _control(self, element: Element) -> None:
        if self._paragraphs:
            super()._control(element)
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
            super()._paragraph(element)
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
