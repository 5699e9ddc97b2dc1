"""What in an answer means something that the plan cannot say, so that taking it over changes it.

The words come over as plain text. When the way that they were written changes what they say, the
user must look: 10 with a small, high 3a is no 103a. So must he where something between the words
gives no words itself, and gets lost. Nothing that shows is passed over: `document/visible_form.py`
and `document/paragraph_content.py` say of everything that there is what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import Kind
from uitvoeringsplan.document.visible_form import (
    CAPITALS,
    DROP_CAP,
    GROUND,
    HIDDEN,
    HIGH,
    LOW,
    SHADING,
    SMALL_CAPITALS,
    STRUCK,
    WHITE,
)
from uitvoeringsplan.model.answer_markup import EMPHASES, LEVELS, ListItem, Paragraph, next_number
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.symbols import NO_SIGN, character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, val
from uitvoeringsplan.word.returned.answer_blocks import markup_address, style_id
from uitvoeringsplan.word.returned.dressed_words import dressed_words, words_of_runs
from uitvoeringsplan.word.returned.fixed_order import quote
from uitvoeringsplan.word.returned.wordless import without_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.dressed_words import DressedWords, RunWords
    from uitvoeringsplan.word.returned.walk import PlacedParagraph

IN_ANSWER = "In dit antwoord"
_LIST = (
    "staat een lijst met letters of Romeinse cijfers. In het plan worden dat gewone cijfers. Kijk"
    " na of de tekst ernaar verwijst."
)
_DEEPER = (
    f"staat een punt op een dieper niveau dan het plan kent: {{}} In het plan staat het op niveau"
    f" {LEVELS}."
)
_OTHER_NUMBER = "begint de nummering opnieuw, met {} bij {} In het plan is dat punt {}."
_POINTS = "staat een opsomming: {} In een cel van het plan staan de woorden achter elkaar."
_LINES = "staan meer regels: {} In een cel van het plan staan de woorden achter elkaar."
_LETTERS = (
    "staan letters in het lettertype {}, dat er in Word een teken van maakt: {} In het plan blijven"
    " het letters. Kijk na wat er moet staan."
)
_FORM = "{} tekst {}: {} {}"
_STRUCK_MARKUP = (
    "In het plan staan ~~ om die woorden. Haal ze weg als ze niet meer gelden.",
    False,
)
# What else there is to know of a form, and whether nobody may take the words over without looking;
# of words in several forms the first one here says it.
_ADVICE = {
    STRUCK: ("Die woorden komen hier niet mee. Kijk na wat er moet staan.", True),
    WHITE: (
        "Op papier is die niet te zien, in het plan gewoon te lezen. Haal weg wat er niet in"
        " hoort.",
        True,
    ),
    HIGH: ("In het plan worden dat gewone tekens. Kijk na wat er moet staan.", True),
    LOW: ("In het plan worden dat gewone tekens. Kijk na wat er moet staan.", False),
    CAPITALS: ("In het plan staan de letters zoals ze getypt zijn.", False),
    SMALL_CAPITALS: ("In het plan staan de letters zoals ze getypt zijn.", False),
}
_NO_FORM = (
    "Het plan kent dat niet: daar staat ze gewoon. Kijk na of er dan nog staat wat je bedoelt.",
    False,
)
_AS_MARKUP = tuple(kind.name for kind in EMPHASES if kind.name != STRUCK)
_BEHIND_STAAT = ("in ", "met ")
_HIDDEN = "staat verborgen tekst, die niet meekomt: {}"
_LINK = "wijst {} {} Dat kan niet mee; de woorden wel."
_PARAGRAPH = "heeft een alinea {}: {} Dat kan niet mee; de tekst wel."
_STYLE = "een stijl die haar tekst {} maakt"
# The head of a table is bold where a template has no style for it; the rest is no doing of anybody
# there either: habits.COLOUR_ON_WORDS.
_OF_A_HEAD = ("vet", SHADING, GROUND, WHITE)
# These are said of the words, also where they come from the style of the paragraph.
_OF_WORDS = frozenset((*_ADVICE, HIDDEN))
_DROP_CAP = (
    "staat een beginkapitaal, een grote letter naast een alinea: {} In het plan wordt dat een"
    " alinea op zichzelf. Zet de letter in Word terug in haar woord."
)
_SYMBOL = (
    f"staat een teken uit een symbolenlettertype dat geen letter is. In het plan komt er {NO_SIGN}"
    " voor in de plaats."
)


class Caveat(NamedTuple):
    """A sentence about an answer; where `is_doubt` nobody may take it over without looking.

    `is_habit` tells of what a program does by itself to an answer that nobody changed.
    """

    message: str
    is_doubt: bool = True
    is_habit: bool = False


def remarks(
    paragraphs: Sequence[PlacedParagraph], reader: MarkupReader, *, has_markup: bool
) -> list[Caveat]:
    """Return what to say of an answer that stands in these paragraphs.

    `has_markup` tells whether our markup means something there.
    """
    seen = _Seen(reader, has_markup=has_markup)
    for line in paragraphs:
        seen.take_line(line)
    return _placed(seen.zinnen(), IN_ANSWER)


def remarks_on(
    places: Iterable[tuple[Sequence[Item], Sequence[str]]], reader: MarkupReader
) -> list[Caveat]:
    """Return what to say of words that stand in these pieces of paragraphs.

    Each comes with the forms that it has by itself: those that an answer there always gets.
    """
    seen = _Seen(reader, has_markup=False)
    for items, looks in places:
        seen.take(items, besides=looks)
    return _placed(seen.zinnen(), IN_ANSWER)


def cell_remarks(paragraphs: Sequence[PlacedParagraph], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of a cell, each without the words that tell which cell it is."""
    seen = _Seen(reader, has_markup=False)
    for line in paragraphs:
        seen.take_line(line)
    return [*seen.zinnen(), *_about_lines(paragraphs)]


def _placed(caveats: Iterable[Caveat], where: str) -> list[Caveat]:
    return [one._replace(message=f"{where} {one.message}") for one in caveats]


class _Seen:
    """The words of an answer that are more than letters, by what is the matter with them."""

    def __init__(self, reader: MarkupReader, *, has_markup: bool) -> None:
        self._reader, self._forms = reader, reader.forms
        self._has_markup = has_markup
        self._carried = (*_AS_MARKUP, *(f"niet {name}" for name in _AS_MARKUP))
        self._hidden: dict[str, None] = {}
        self._letters: dict[tuple[str, str], None] = {}
        self._dressed: dict[tuple[str, ...], dict[str, None]] = {}
        self._paragraphs: dict[str, dict[str, None]] = {}  # by what they have
        self._drop_caps: dict[str, None] = {}
        self._things: dict[str, None] = {}
        self._lists: dict[str, None] = {}
        self._blocks: list[Block] = []
        self._numbers: list[Caveat] = []
        self._shift = 0  # how much higher than in the plan numbers are
        self._is_unknown = False

    def take_line(self, line: PlacedParagraph) -> None:
        """Take a paragraph: its words, and how it looks as a whole."""
        own_style = style_id(line.paragraph)
        text = _text(line.items)
        if line.is_hidden:
            self._hidden |= dict.fromkeys(filter(None, [text]))
            self._take_things(line.items, own_style)
            return
        is_head = bool(line.path) and line.path[-1].rij == 0
        from_style = () if is_head or line.is_heading else self._forms.of_style(own_style)
        of_words = tuple(form for form in from_style if form in _OF_WORDS)
        self.take(line.items, own_style, of_words, besides=_OF_A_HEAD if is_head else ())
        if not text:
            return
        self._take_point(line, text)
        has = ["de opmaak van een kop"] if line.is_heading else []
        looks = [form for form in from_style if form not in _OF_WORDS]
        has += [_STYLE.format(_listed(looks))] if looks else []
        for form in self._forms.of_paragraph(child(line.paragraph, "pPr")):
            if form == DROP_CAP:
                self._drop_caps[text] = None
            elif not (is_head and form in _OF_A_HEAD):
                has.append(form)
        for form in has:
            self._paragraphs.setdefault(form, {})[text] = None

    def _take_point(self, line: PlacedParagraph, text: str) -> None:
        """Take what of a point the plan says otherwise."""
        if line.punt is None:
            self._blocks.append(Paragraph(()))
            return
        level, number = line.punt
        if line.met_letters:
            self._lists[_LIST] = None
        if line.is_deeper:
            self._lists[_DEEPER.format(quote(text))] = None
        own = None if number is None else next_number(self._blocks, level)
        if number is not None and own is not None:
            if number - own not in (0, self._shift):
                told = _OTHER_NUMBER.format(number, quote(text), own)
                # habits.FIRST_POINT_APART
                is_habit = (number, own) == (1, 2)
                self._numbers.append(Caveat(told, is_doubt=False, is_habit=is_habit))
            self._shift = number - own
        self._blocks.append(ListItem((), level, number if own is None else own))

    def take(
        self,
        items: Sequence[Item],
        style_id: str = "",
        from_style: tuple[str, ...] = (),
        *,
        besides: Sequence[str] = (),
    ) -> None:
        """Take what stands in a paragraph, in a style that gives its words these forms.

        What is in `besides` says nothing there.
        """
        self._take_things(items, style_id)
        runs = words_of_runs(items, self._reader)
        self._take_fonts(runs)
        besides = (*besides, *(self._carried if self._has_markup else ()))
        for words in dressed_words(runs, self._reader, style_id, from_style, besides):
            self._take_words(one_line(words.text), words)

    def _take_words(self, text: str, words: DressedWords) -> None:
        forms = words.forms
        if text and HIDDEN in forms:
            self._hidden[text] = None
        elif text and forms:
            self._dressed.setdefault(forms, {})[text] = None
        address, place = words.link
        if text and (place or address) and not self._takes_link(text, address):
            naar = f"naar {quote(address)}" if address else "naar een plaats in het document."
            self._things[_LINK.format(f"“{text}”", naar)] = None

    def _takes_link(self, text: str, address: str) -> bool:
        """Whether the plan keeps where a link leads, or the words say it themselves."""
        return bool(address) and (
            (self._has_markup and bool(markup_address(address)))
            or _bare_address(text) == _bare_address(address)
        )

    def _take_things(self, items: Sequence[Item], style_id: str) -> None:
        self._things |= dict.fromkeys(without_words(items, style_id, self._reader))
        self._is_unknown |= any(
            character(val(element, "font"), val(element, "char")) == NO_SIGN
            for kind, element, _, _ in items
            if kind is Kind.SYMBOL
        )

    def _take_fonts(self, runs: Iterable[RunWords]) -> None:
        for run, raw, _ in runs:
            font = symbol_font(child(run, "rPr"))
            self._is_unknown |= NO_SIGN in readable(raw, font) and NO_SIGN not in raw
            if font and any(sign.isalnum() for sign in raw):
                self._letters[font, one_line(raw)] = None

    def zinnen(self) -> list[Caveat]:
        """Return a sentence about everything that was seen, without its place in front."""
        result = [Caveat(thing, is_doubt=False) for thing in (*self._things, *self._lists)]
        result += self._numbers
        for form, texts in self._paragraphs.items():
            told = _PARAGRAPH.format(form, quote(" … ".join(texts)))
            result.append(Caveat(told, is_doubt=False))
        if self._drop_caps:
            result.append(Caveat(_DROP_CAP.format(quote(" … ".join(self._drop_caps)))))
        result += _about_forms(self._dressed, has_markup=self._has_markup)
        if self._hidden:
            hidden = quote(" … ".join(self._hidden))
            result.append(Caveat(_HIDDEN.format(hidden), is_doubt=False))
        for font, text in self._letters:
            result.append(Caveat(_LETTERS.format(font, quote(text))))
        if self._is_unknown:
            result.append(Caveat(_SYMBOL))
        return result


def _about_lines(paragraphs: Sequence[PlacedParagraph]) -> list[Caveat]:
    """Return what to say of a cell that is more than one line of words."""
    filled = [line for line in paragraphs if not line.is_hidden and _text(line.items)]
    if not filled:
        return []
    quoted = quote(" / ".join(_text(line.items) for line in filled))
    if any(line.punt is not None for line in filled):
        return [Caveat(_POINTS.format(quoted), is_doubt=False)]
    signs = "".join(item.text for line in filled for item in line.items if item.kind is Kind.SIGN)
    if len(filled) > 1 or "\n" in signs or "\t" in signs:
        return [Caveat(_LINES.format(quoted), is_doubt=False)]
    return []


def _text(items: Iterable[Item]) -> str:
    return one_line("".join(text for kind, _, _, text in items if kind is Kind.TEXT))


def _bare_address(text: str) -> str:
    """Return an address as people type it."""
    bare = text.strip().casefold()
    for start in ("mailto:", "https://", "http://", "www."):
        bare = bare.removeprefix(start)
    return bare.rstrip("/")


def _about_forms(
    dressed: Mapping[tuple[str, ...], Iterable[str]], *, has_markup: bool
) -> list[Caveat]:
    """Return a sentence about the words in every set of forms."""
    advices = _ADVICE | {STRUCK: _STRUCK_MARKUP} if has_markup else _ADVICE
    result = []
    for forms, words in dressed.items():
        named = sorted(forms, key=lambda form: form.startswith(_BEHIND_STAAT))
        verb = "staat" if named[0].startswith(_BEHIND_STAAT) else "is"
        advice, is_doubt = next((advices[form] for form in advices if form in forms), _NO_FORM)
        told = _FORM.format(verb, _listed(named), quote(" … ".join(words)), advice)
        result.append(Caveat(told, is_doubt))
    return result


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last
