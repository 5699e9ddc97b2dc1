"""What in an answer means something that the plan cannot say, so that taking it over changes it.

The words come over as plain text. When the way that they were written changes what they say, the
user must look: an amount that is struck through is no amount, and 10 with a small 3 is no 103. So
must he where something between the words gives no words itself, and gets lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.paragraph_content import Kind, words_inside
from uitvoeringsplan.document.visible_form import (
    CAPITALS,
    COLOURED,
    DROP_CAP,
    GROUND,
    HIDDEN,
    HIGH,
    LOW,
    SHADING,
    SMALL_CAPITALS,
    STRUCK,
    UNDERLINED,
    WHITE,
)
from uitvoeringsplan.model.answer_markup import EMPHASES
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.symbols import NO_SIGN, character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.returned.answer_blocks import style_id
from uitvoeringsplan.word.returned.fixed_order import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.document.paragraph_content import Item
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import MarkupReader
    from uitvoeringsplan.word.returned.walk import PlacedParagraph

_DATE = "een datum"
_THINGS = {
    Kind.PICTURE: "een afbeelding of tekstvak",
    Kind.FILE: "een ingevoegd bestand",
    Kind.NOTE: "een voetnoot",
    Kind.RUBY: "een bijschrift boven woorden",
    Kind.CONTENTS: "een inhoudsopgave",
    Kind.VALUE: _DATE,
    Kind.FORMULA: "een formule",
}
_OTHER_THINGS = {w("endnoteReference"): "een eindnoot", w("pgNum"): "een paginanummer"}
_FIELDS = (Kind.FIELD_SIGN, Kind.FIELD)
_WITH_WORDS = (Kind.PICTURE, Kind.FILE, Kind.RUBY, Kind.UNKNOWN)
_LINK = w("hyperlink")
_LONG = 200
_LIST = (
    "In dit antwoord staat een lijst met letters of Romeinse cijfers. In het plan worden dat gewone"
    " cijfers. Kijk na of de tekst ernaar verwijst."
)
_LETTERS = (
    "In dit antwoord staan letters in het lettertype {}, dat er in Word een teken van maakt: {} In"
    " het plan blijven het letters. Kijk na wat er moet staan."
)
_FORM = "In dit antwoord {} tekst {}: {} {}"
# What else there is to know of a form, and whether nobody may take the words over without looking;
# of words in several forms the first one here says it.
_ADVICE = {
    STRUCK: (
        "Het plan kent geen doorgehaalde tekst: daar staat ze gewoon. Haal weg wat niet meer"
        " geldt.",
        True,
    ),
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
_AS_MARKUP = frozenset(f"{on}{kind.name}" for kind in EMPHASES for on in ("", "niet "))
_BEHIND_STAAT = ("in ", "met ")
_HIDDEN = "In dit antwoord staat verborgen tekst, die niet meekomt: {}"
_PARAGRAPH = "In dit antwoord heeft een alinea {}: {} Dat kan niet mee; de tekst wel."
_STYLE = "een stijl die haar tekst {} maakt"
# In the head of a table these are no doing of anybody: habits.COLOUR_ON_WORDS.
_OF_A_HEAD = (SHADING, GROUND, WHITE)
# These are said of the words, also where they come from the style of the paragraph.
_OF_WORDS = frozenset((*_ADVICE, HIDDEN))
_BREAKS = {"page": "een pagina-einde", "column": "een kolomeinde"}
_DROP_CAP = (
    "In dit antwoord staat een beginkapitaal, een grote letter naast een alinea: {} In het plan"
    " wordt dat een alinea op zichzelf. Zet de letter in Word terug in haar woord."
)
_SYMBOL = (
    f"In dit antwoord staat een teken uit een symbolenlettertype dat geen letter is. In het plan"
    f" komt er {NO_SIGN} voor in de plaats."
)


def without_words(items: Sequence[Item], style_id: str, reader: MarkupReader) -> list[str]:
    """Return a sentence about everything in a paragraph that an answer cannot hold."""
    things: dict[tuple[str, str], None] = {}
    has_fields = False
    for kind, element, _, _ in items:
        if kind is Kind.UNKNOWN:
            local = element.tag.rpartition("}")[2]
            name = f"iets dat dit programma niet kent ({local})"
        elif kind is Kind.CONTROL and child(element, "sdtPr", "docPartObj") is not None:
            name = _THINGS[Kind.CONTENTS]
        elif kind is Kind.SIGN and val(element, "type") in _BREAKS:
            name = _BREAKS[val(element, "type")]
        elif kind in _THINGS:
            name = _OTHER_THINGS.get(element.tag, _THINGS[kind])
        else:
            has_fields |= kind in _FIELDS
            continue
        things[name, words_inside(element) if kind in _WITH_WORDS else ""] = None
    result = []
    for name, words in things:
        met = f" met “{_shortened(words)}”" if words else ""
        result.append(f"{name}{met}. Dat kan niet mee; de tekst {'eromheen ' * bool(met)}wel.")
    for instruction in reader.unread(items, style_id) if has_fields else ():
        field = f"een veld dat Word zelf invult (“{_shortened(instruction)}”)"
        result.append(f"{field}. Dat kan niet mee; de tekst eromheen wel.")
    return [f"In dit antwoord staat {sentence}" for sentence in result]


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"


class Caveat(NamedTuple):
    """A sentence about an answer; where `is_doubt` nobody may take it over without looking."""

    message: str
    is_doubt: bool = True


def remarks(paragraphs: Sequence[PlacedParagraph], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of an answer that stands in these paragraphs."""
    seen = _Seen(reader)
    for line in paragraphs:
        seen.take_line(line)
    result = seen.zinnen()
    if any(line.met_letters for line in paragraphs):
        result.append(Caveat(_LIST, is_doubt=False))
    return result


def remarks_on(places: Iterable[Sequence[Item]], reader: MarkupReader) -> list[Caveat]:
    """Return what to say of words that stand in these pieces of paragraphs."""
    seen = _Seen(reader)
    for items in places:
        seen.take(items)
    return seen.zinnen()


class _Words(NamedTuple):
    """Words that follow each other, with the forms that they have."""

    text: str
    forms: tuple[str, ...]


class _Seen:
    """The words of an answer that are more than letters, by what is the matter with them."""

    def __init__(self, reader: MarkupReader) -> None:
        self._reader, self._forms = reader, reader.forms
        self._hidden: dict[str, None] = {}
        self._letters: dict[tuple[str, str], None] = {}
        self._dressed: dict[tuple[str, ...], dict[str, None]] = {}
        self._paragraphs: dict[str, dict[str, None]] = {}  # by what they have
        self._drop_caps: dict[str, None] = {}
        self._things: dict[str, None] = {}
        self._is_unknown = False

    def take_line(self, line: PlacedParagraph) -> None:
        """Take a paragraph: its words, and how it looks as a whole."""
        own_style = style_id(line.paragraph)
        if line.is_hidden:
            self._hidden |= dict.fromkeys(filter(None, [_text(line.items)]))
            self._take_things(line.items, own_style)
            return
        is_head = bool(line.path) and line.path[-1].rij == 0
        from_style = () if is_head or line.is_heading else self._forms.of_style(own_style)
        of_words = tuple(form for form in from_style if form in _OF_WORDS)
        self.take(line.items, own_style, of_words, besides=_OF_A_HEAD if is_head else ())
        text = _text(line.items)
        if not text:
            return
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
        for words in self._words(items, style_id, from_style):
            text = one_line(words.text)
            forms = tuple(form for form in words.forms if form not in besides)
            if text and HIDDEN in forms:
                self._hidden[text] = None
            elif text and forms:
                self._dressed.setdefault(forms, {})[text] = None

    def _take_things(self, items: Sequence[Item], style_id: str) -> None:
        self._things |= dict.fromkeys(without_words(items, style_id, self._reader))
        self._is_unknown |= any(
            character(val(element, "font"), val(element, "char")) == NO_SIGN
            for kind, element, _, _ in items
            if kind is Kind.SYMBOL
        )

    def _words(
        self, items: Sequence[Item], style_id: str, from_style: tuple[str, ...]
    ) -> Iterator[_Words]:
        """Yield the words of runs; those in the same forms that follow each other as one."""
        so_far = _Words("", ())
        for run, (raw, is_link) in _words_of_runs(items).items():
            properties = child(run, "rPr")
            forms = from_style
            if properties is not None:
                forms = self._look(raw, properties, style_id, from_style, is_link=is_link)
            if forms != so_far.forms:
                yield so_far
                so_far = _Words("", forms)
            so_far = so_far._replace(text=so_far.text + raw)
        yield so_far

    def _look(
        self,
        raw: str,
        properties: Element,
        style_id: str,
        from_style: tuple[str, ...],
        *,
        is_link: bool,
    ) -> tuple[str, ...]:
        """Return the forms of words that our markup has no signs for."""
        font = symbol_font(properties)
        self._is_unknown |= NO_SIGN in readable(raw, font) and NO_SIGN not in raw
        text = one_line(raw)
        if font and any(sign.isalnum() for sign in text):
            self._letters[font, text] = None
        own = self._forms.of_run(properties, style_id)
        forms = dict.fromkeys(form for form in from_style if f"niet {form}" not in own)
        return tuple(
            form
            for form in sorted(forms | dict.fromkeys(own))
            if form not in _AS_MARKUP
            and not (is_link and form in (UNDERLINED, COLOURED))
            # The letter of 1e reads the same on the line, and capitals are that already.
            and not (form in (HIGH, LOW) and text.isalpha())
            and not (form in (CAPITALS, SMALL_CAPITALS) and text == text.upper())
        )

    def zinnen(self) -> list[Caveat]:
        """Return a sentence about everything that was seen."""
        result = [Caveat(thing, is_doubt=False) for thing in self._things]
        for form, texts in self._paragraphs.items():
            told = _PARAGRAPH.format(form, quote(" … ".join(texts)))
            result.append(Caveat(told, is_doubt=False))
        if self._drop_caps:
            result.append(Caveat(_DROP_CAP.format(quote(" … ".join(self._drop_caps)))))
        result += _about_forms(self._dressed)
        if self._hidden:
            hidden = quote(" … ".join(self._hidden))
            result.append(Caveat(_HIDDEN.format(hidden), is_doubt=False))
        for font, text in self._letters:
            result.append(Caveat(_LETTERS.format(font, quote(text))))
        if self._is_unknown:
            result.append(Caveat(_SYMBOL))
        return result


def _text(items: Iterable[Item]) -> str:
    return one_line("".join(text for kind, _, _, text in items if kind is Kind.TEXT))


def _about_forms(dressed: Mapping[tuple[str, ...], Iterable[str]]) -> list[Caveat]:
    """Return a sentence about the words in every set of forms."""
    result = []
    for forms, words in dressed.items():
        named = sorted(forms, key=lambda form: form.startswith(_BEHIND_STAAT))
        verb = "staat" if named[0].startswith(_BEHIND_STAAT) else "is"
        advice, is_doubt = next((_ADVICE[form] for form in _ADVICE if form in forms), _NO_FORM)
        told = _FORM.format(verb, _listed(named), quote(" … ".join(words)), advice)
        result.append(Caveat(told, is_doubt))
    return result


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last


def _words_of_runs(items: Iterable[Item]) -> dict[Element | None, tuple[str, bool]]:
    """Return the letters of every run in order, and whether they stand in a link."""
    result: dict[Element | None, tuple[str, bool]] = {}
    links = 0
    for kind, element, run, text in items:
        if kind is Kind.TEXT:
            before, _ = result.get(run, ("", False))
            result[run] = before + text, links > 0
        elif kind is Kind.LINK:
            links += 1
        elif kind is Kind.END and element.tag == _LINK:
            links -= 1
    return result
