"""Rules on the words: what was left behind, headings that are none, sentences that are too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import first_words
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.answer_markup import Paragraph
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule
from uitvoeringsplan.model.readability import MAX_ZIN, count_woorden, split_zinnen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.keuring import Keuring

#: What says on its own that something has to come. Case counts where a word has another meaning:
#: `pm` is also a month's pay, `to do` also a list.
_FILL_TEXT = re.compile(
    r"""
    (?i:klik\ of\ tik\ om\ tekst\ in\ te\ voeren\.?)
    |(?i:\blorem\ ipsum\b)
    |(?i:\b(?:nader|nog)\ in\ te\ vullen\b)
    |(?<![\w-])(?:X{3,}|x{3,})(?![\w-])
    |(?<![\w-])[Xx]{2}[-/][Xx]{2}(?:[-/](?:[Xx]{2,4}|\d{4}))?(?!\w)
    |(?<![\w.])(?i:n\.\s?t\.\s?b\.?)(?!\w)|\b(?:NTB|ntb)\b
    |(?<![\w-])TO-?DO(?![\w-])
    |(?<![\w.\d])(?<!\d\ )(?:PM(?![\w'’-]|\ ?\d)|P\.M\.(?!\w))
    |_{3,}|\.{5,}|…{2,}
    """,
    re.VERBOSE,
)
#: What every one of these has in it, in small letters: most answers need no closer look.
_TRACES = (
    "klik of tik", "lorem", "in te vullen", "xx", "n.t", "n. t", "ntb", "todo", "to-do", "pm",
    "p.m.", "___", ".....", "……",
)  # fmt: skip
_HELE_CEL = re.compile(r"(?:p\.?m\.?|\?{1,3}|x{2,})", re.IGNORECASE)
# A name between brackets, as forms have it. What goes before `(` is a link that went wrong.
_BRACKETS = re.compile(r"\[\s?([^\W\d_][^\[\]\n]{1,60})\](?!\()")
_STAYS_THERE = frozenset(("sic", "red", "red.", "noot", "noot red."))
# Bounded, so that a quotation mark that is never closed costs no time.
_QUOTE = re.compile(r'[“„][^“„”\n]{0,500}”|"[^"\n]{0,500}"')
_LONGEST_KOP = 80  # characters; what is longer is a paragraph that somebody stresses
_FEWEST_LETTERS = 6  # of a heading in capitals; what is shorter may be an abbreviation
_WITH_WORD = re.compile(r"(?:de )?(?:gemeente|gem\.?) +(\S.*)", re.IGNORECASE)


def fill_text(keuring: Keuring) -> Iterator[Bevinding]:
    """Find leftovers of filling in, each once per answer."""
    for antwoord in keuring.everything:
        folded = " ".join(" ".join(antwoord.lines).casefold().split())
        has_trace = any(trace in folded for trace in _TRACES)
        found = [text for line in antwoord.lines for text in _in(line, has_trace=has_trace)]
        for text in dict.fromkeys(found):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"“{text}” lijkt nog in te vullen. Zet daar de echte tekst, of haal het weg.",
                antwoord.vraag,
                text,
            )


def _in(line: str, *, has_trace: bool) -> Iterator[str]:
    if _HELE_CEL.fullmatch(line.strip()):
        yield line.strip()
        return
    if has_trace:
        yield from (m[0] for m in _FILL_TEXT.finditer(line))
    if "[" not in line:
        return
    # Who quotes puts between brackets what was added.
    for m in _BRACKETS.finditer(_QUOTE.sub("", line)):
        if m[1].strip().casefold() not in _STAYS_THERE:
            yield m[0]


def schijnkop(keuring: Keuring) -> Iterator[Bevinding]:
    """Find paragraphs that look like a heading and are none. WCAG 2.2, 1.3.1."""
    for antwoord in keuring.public:
        if not antwoord.has_markup:
            continue
        for i, block in enumerate(antwoord.blocks):
            if not isinstance(block, Paragraph):
                continue
            text = "".join(run.text for run in block.runs)
            kop, _, rest = text.partition("\n")
            has_something_below = bool(rest) or i + 1 < len(antwoord.blocks)
            if has_something_below and _is_kop(block, kop):
                yield Bevinding(
                    Ernst.WAARSCHUWING,
                    f"“{first_words(kop)}” ziet eruit als een kop, maar een schermlezer leest er"
                    " gewone tekst. Maak er het begin van de eerste zin van, of een punt in een"
                    " lijst.",
                    antwoord.vraag,
                    first_words(kop, 3).removesuffix(" …"),
                )


def _is_kop(block: Paragraph, kop: str) -> bool:
    """Whether the first line stands there as a heading: short, no sentence, bold or capitals."""
    if not 1 < len(kop) <= _LONGEST_KOP or kop.endswith((".", "!", "?", "…", ",", ";")):
        return False
    letters = [sign for sign in kop if sign.isalpha()]
    if len(letters) >= _FEWEST_LETTERS and kop == kop.upper() and " " in kop.strip():
        return True
    over = len(kop)
    for run in block.runs:
        part = run.text[:over]
        if part.strip() and not run.vet:
            return False
        over -= len(part)
        if over <= 0:
            break
    return bool(letters)


def doorgehaald(keuring: Keuring) -> Iterator[Bevinding]:
    """Find words that were struck through and left: a proposal that nobody settled."""
    for antwoord in keuring.everything:
        if not antwoord.has_markup:
            continue
        for block in antwoord.blocks:
            for words in (run.text for run in block.runs if run.doorgehaald):
                yield Bevinding(
                    Ernst.WAARSCHUWING,
                    f"“{first_words(words)}” is doorgehaald. Haal die woorden weg, of alleen de ~~"
                    " eromheen als ze blijven gelden.",
                    antwoord.vraag,
                    first_words(words, 3).removesuffix(" …"),
                )


def lange_zin(keuring: Keuring) -> Iterator[Bevinding]:
    """Find answers with sentences of more than thirty words, once per answer."""
    for antwoord in keuring.public:
        lang = [
            (count, zin)
            for line in antwoord.lines
            for zin in split_zinnen(line)
            if (count := count_woorden(zin)) > MAX_ZIN
        ]
        if not lang:
            continue
        count, zin = max(lang, key=lambda pair: pair[0])
        hoeveel = (
            f"één zin heeft meer dan {MAX_ZIN} woorden, namelijk {count}"
            if len(lang) == 1
            else f"{len(lang)} zinnen hebben meer dan {MAX_ZIN} woorden, de langste {count}"
        )
        yield Bevinding(
            Ernst.OPMERKING,
            f"{hoeveel}: “{first_words(zin)}” Maak er kortere zinnen van.",
            antwoord.vraag,
            first_words(zin, 3).removesuffix(" …"),
        )


def gemeentenaam(keuring: Keuring) -> Iterator[Bevinding]:
    """Find the word in front of the name of the municipality that the documents put there."""
    veld = keuring.veld(velden.GEMEENTE)
    if veld is None:
        return
    name = keuring.shown.value(veld)
    if met := _WITH_WORD.fullmatch(name):
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"schrijf {met[1]} in plaats van “{name}”. Het woord gemeente staat in het document al"
            " voor de naam.",
            veld,
        )


LEFTOVER_RULE = Rule(
    "invultekst",
    "Er staan geen resten van het invullen in",
    "Teksten als XXX, n.t.b., PM, TODO, lorem ipsum, een aanwijzing uit het sjabloon of een"
    " naam tussen vierkante haken horen niet in een plan dat anderen lezen.",
    Ernst.WAARSCHUWING,
    fill_text,
)
MUNICIPALITY_RULE = Rule(
    "gemeentenaam",
    "De gemeente heet zoals ze heet",
    "In het document staat het woord gemeente al voor de naam, en het bestand krijgt die naam."
    " Schrijf alleen de naam.",
    Ernst.WAARSCHUWING,
    gemeentenaam,
)
WORDING_RULES = (
    Rule(
        "schijnkop",
        "Wat eruitziet als een kop, is er een",
        "Een hele alinea in vet of in hoofdletters lijkt een kop, maar een schermlezer leest haar"
        " als gewone tekst en slaat haar over bij het zoeken naar koppen.",
        Ernst.WAARSCHUWING,
        schijnkop,
        Bron(
            "WCAG 2.2, succescriterium 1.3.1 (via EN 301 549)",
            "https://www.w3.org/TR/WCAG22/#info-and-relationships",
        ),
    ),
    Rule(
        "doorgehaald",
        "Er staat geen doorgehaalde tekst in",
        "Wie woorden doorhaalt, stelt voor ze weg te laten. In een plan dat anderen lezen, is dat"
        " besloten: de woorden gelden of ze zijn weg.",
        Ernst.WAARSCHUWING,
        doorgehaald,
    ),
    Rule(
        "lange-zin",
        "Zinnen hebben hooguit dertig woorden",
        "Korte zinnen lezen makkelijker. Bij taalniveau B1 past een zin van tien tot vijftien"
        " woorden; boven de dertig raakt bijna iedereen de draad kwijt.",
        Ernst.OPMERKING,
        lange_zin,
        Bron("Taalniveau B1", "https://onzetaal.nl/taalloket/b1-niveau"),
    ),
)
