"""The rule on what was left behind while filling in: placeholders, dots, square brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Ernst, Planregel, Vondst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Keuring

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
_HELE_CEL = re.compile(r"(?:p\.?m\.?|\?{1,3}|x{2,})", re.IGNORECASE)
# A name between brackets, as forms have it. What goes before `(` is a link that went wrong.
_HAKEN = re.compile(r"\[\s?([^\W\d_][^\[\]\n]{1,60})\](?!\()")
_BLIJFT_STAAN = frozenset(("sic", "red", "red.", "noot", "noot red."))
# Bounded, so that a quotation mark that is never closed costs no time.
_CITAAT = re.compile(r'[“„][^“„”\n]{0,500}”|"[^"\n]{0,500}"')


def invultekst(keuring: Keuring) -> Iterator[Vondst]:
    """Find leftovers of filling in, each once per answer."""
    for antwoord in keuring.alles:
        gevonden = [tekst for regel in antwoord.regels() for tekst in _in(regel)]
        for tekst in dict.fromkeys(gevonden):
            yield Vondst(
                Ernst.WAARSCHUWING,
                f"“{tekst}” lijkt nog in te vullen. Zet daar de echte tekst, of haal het weg.",
                antwoord.vraag,
                tekst,
            )


def _in(regel: str) -> Iterator[str]:
    if _HELE_CEL.fullmatch(regel.strip()):
        yield regel.strip()
        return
    yield from (m[0] for m in _INVULTEKST.finditer(regel))
    # Who quotes puts between brackets what was added.
    for m in _HAKEN.finditer(_CITAAT.sub("", regel)):
        if m[1].strip().casefold() not in _BLIJFT_STAAN:
            yield m[0]


INVULTEKSTREGELS = (
    Planregel(
        "invultekst",
        "Er staan geen resten van het invullen in",
        "Teksten als XXX, n.t.b., PM, TODO, lorem ipsum, een aanwijzing uit het sjabloon of een"
        " naam tussen vierkante haken horen niet in een plan dat anderen lezen.",
        Ernst.WAARSCHUWING,
        invultekst,
    ),
)
