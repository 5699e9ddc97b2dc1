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
_INVULTEKST = re.compile(
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
_HAKEN = re.compile(r"\[\s?([^\W\d_][^\[\]\n]{1,60})\](?!\()")
_BLIJFT_STAAN = frozenset(("sic", "red", "red.", "noot", "noot red."))
# Bounded, so that a quotation mark that is never closed costs no time.
_CITAAT = re.compile(r'[“„][^“„”\n]{0,500}”|"[^"\n]{0,500}"')
_LANGSTE_KOP = 80  # characters; what is longer is a paragraph that somebody stresses
_MINSTE_LETTERS = 6  # of a heading in capitals; what is shorter may be an abbreviation
_MET_WOORD = re.compile(r"(?:de )?(?:gemeente|gem\.?) +(\S.*)", re.IGNORECASE)


def invultekst(keuring: Keuring) -> Iterator[Bevinding]:
    """Find leftovers of filling in, each once per answer."""
    for antwoord in keuring.alles:
        folded = " ".join(" ".join(antwoord.lines).casefold().split())
        has_trace = any(trace in folded for trace in _TRACES)
        gevonden = [tekst for regel in antwoord.lines for tekst in _in(regel, has_trace=has_trace)]
        for tekst in dict.fromkeys(gevonden):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"“{tekst}” lijkt nog in te vullen. Zet daar de echte tekst, of haal het weg.",
                antwoord.vraag,
                tekst,
            )


def _in(regel: str, *, has_trace: bool) -> Iterator[str]:
    if _HELE_CEL.fullmatch(regel.strip()):
        yield regel.strip()
        return
    if has_trace:
        yield from (m[0] for m in _INVULTEKST.finditer(regel))
    if "[" not in regel:
        return
    # Who quotes puts between brackets what was added.
    for m in _HAKEN.finditer(_CITAAT.sub("", regel)):
        if m[1].strip().casefold() not in _BLIJFT_STAAN:
            yield m[0]


def schijnkop(keuring: Keuring) -> Iterator[Bevinding]:
    """Find paragraphs that look like a heading and are none. WCAG 2.2, 1.3.1."""
    for antwoord in keuring.openbaar:
        if not antwoord.heeft_opmaak:
            continue
        for i, blok in enumerate(antwoord.blokken):
            if not isinstance(blok, Paragraph):
                continue
            tekst = "".join(stuk.tekst for stuk in blok.stukken)
            kop, _, rest = tekst.partition("\n")
            heeft_iets_onder_zich = bool(rest) or i + 1 < len(antwoord.blokken)
            if heeft_iets_onder_zich and _is_kop(blok, kop):
                yield Bevinding(
                    Ernst.WAARSCHUWING,
                    f"“{first_words(kop)}” ziet eruit als een kop, maar een schermlezer leest er"
                    " gewone tekst. Maak er het begin van de eerste zin van, of een punt in een"
                    " lijst.",
                    antwoord.vraag,
                    first_words(kop, 3).removesuffix(" …"),
                )


def _is_kop(blok: Paragraph, kop: str) -> bool:
    """Whether the first line stands there as a heading: short, no sentence, bold or capitals."""
    if not 1 < len(kop) <= _LANGSTE_KOP or kop.endswith((".", "!", "?", "…", ",", ";")):
        return False
    letters = [teken for teken in kop if teken.isalpha()]
    if len(letters) >= _MINSTE_LETTERS and kop == kop.upper() and " " in kop.strip():
        return True
    over = len(kop)
    for stuk in blok.stukken:
        deel = stuk.tekst[:over]
        if deel.strip() and not stuk.vet:
            return False
        over -= len(deel)
        if over <= 0:
            break
    return bool(letters)


def lange_zin(keuring: Keuring) -> Iterator[Bevinding]:
    """Find answers with sentences of more than thirty words, once per answer."""
    for antwoord in keuring.openbaar:
        lang = [
            (aantal, zin)
            for regel in antwoord.lines
            for zin in split_zinnen(regel)
            if (aantal := count_woorden(zin)) > MAX_ZIN
        ]
        if not lang:
            continue
        aantal, zin = max(lang, key=lambda paar: paar[0])
        hoeveel = (
            f"één zin heeft meer dan {MAX_ZIN} woorden, namelijk {aantal}"
            if len(lang) == 1
            else f"{len(lang)} zinnen hebben meer dan {MAX_ZIN} woorden, de langste {aantal}"
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
    naam = keuring.getoond.waarde(veld)
    if met := _MET_WOORD.fullmatch(naam):
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"schrijf {met[1]} in plaats van “{naam}”. Het woord gemeente staat in het document al"
            " voor de naam.",
            veld,
        )


LEFTOVER_RULE = Rule(
    "invultekst",
    "Er staan geen resten van het invullen in",
    "Teksten als XXX, n.t.b., PM, TODO, lorem ipsum, een aanwijzing uit het sjabloon of een"
    " naam tussen vierkante haken horen niet in een plan dat anderen lezen.",
    Ernst.WAARSCHUWING,
    invultekst,
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
        "lange-zin",
        "Zinnen hebben hooguit dertig woorden",
        "Korte zinnen lezen makkelijker. Bij taalniveau B1 past een zin van tien tot vijftien"
        " woorden; boven de dertig raakt bijna iedereen de draad kwijt.",
        Ernst.OPMERKING,
        lange_zin,
        Bron("Taalniveau B1", "https://onzetaal.nl/taalloket/b1-niveau"),
    ),
)
