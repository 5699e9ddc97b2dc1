"""A document as one page for the web: nothing beside it, nothing to load, no script.

The words of the document stand in `header` and `main`, and nothing else does: the way to skip the
contents, the contents list, the mark of a concept and the line at the foot stand outside `main`
and are recognised by `data-toegevoegd`. The same document gives the same bytes.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from uitvoeringsplan.document.writers.html_blocks import Blokschrijver
from uitvoeringsplan.document.writers.stylesheet import HUISSTIJL, Huiskleuren, opmaakblad
from uitvoeringsplan.model.document import Aard, Passage, alle_inhoud, platte_regel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.document import Document, Inhoud, Kop

_IN_INHOUDSOPGAVE = 2  # levels of headings, as in the Word file
_BESCHRIJVING = 160  # signs that a search engine shows
# Ids of our own have a low line, which an anchor of the document never has.
_HOOFD, _WIJZER = "de_tekst", "de_inhoudsopgave"


def naar_html(document: Document, stijl: Huiskleuren = HUISSTIJL) -> str:
    """Return the page."""
    schrijver = Blokschrijver(document.ankers)
    delen = (
        "<!doctype html>",
        f'<html lang="{escape(document.taal.partition("-")[0].lower())}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.titel)}</title>",
        f'<meta name="description" content="{escape(_beschrijving(document))}">',
        f"<style>\n{opmaakblad(stijl, concept=document.is_concept)}</style>",
        "</head>",
        "<body>",
        f'<a class="overslaan" href="#{_HOOFD}" data-toegevoegd>Naar de tekst</a>',
        *_kop(document, schrijver),
        *_inhoudsopgave(document.koppen),
        f'<main id="{_HOOFD}" tabindex="-1">',
        *schrijver.blokken(document.inhoud),
        "</main>",
        *_voet(document),
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(delen)


def _kop(document: Document, schrijver: Blokschrijver) -> list[str]:
    """Return the title block; a document that shows no title gets the one it is filed under."""
    merk = ['<p class="concept" data-toegevoegd>Concept</p>'] if document.is_concept else []
    titel = []
    if not _heeft_titel((*document.voorblad, *document.inhoud)):
        titel = [f"<h1 data-toegevoegd>{escape(document.titel)}</h1>"]
    return ["<header>", *merk, *titel, *schrijver.blokken(document.voorblad), "</header>"]


def _heeft_titel(inhoud: Iterable[Inhoud]) -> bool:
    return any(
        isinstance(blok, Passage) and blok.aard is Aard.TITEL for blok in alle_inhoud(inhoud)
    )


def _inhoudsopgave(koppen: Sequence[Kop]) -> list[str]:
    getoond = [kop for kop in koppen if kop.niveau <= _IN_INHOUDSOPGAVE]
    if not getoond:
        return []
    uit = [
        f'<nav aria-labelledby="{_WIJZER}" data-toegevoegd>',
        f'<h2 id="{_WIJZER}">Inhoud</h2>',
    ]
    diepte = 0
    for kop in getoond:
        if kop.niveau > diepte:
            uit.append("<ol>")
        else:
            uit += ["</li>", *["</ol>", "</li>"] * (diepte - kop.niveau)]
        diepte = kop.niveau
        nummer = f'<span class="nummer">{escape(kop.nummer)}</span> ' if kop.nummer else ""
        tekst = f"<span>{escape(platte_regel(kop.tekst))}</span>"
        uit.append(f'<li><a href="#{kop.anker}">{nummer}{tekst}</a>')
    uit += [*["</li>", "</ol>"] * diepte, "</nav>"]
    return uit


def _voet(document: Document) -> list[str]:
    slot = f" ({escape(document.status.lower())})" if document.status else ""
    return [f"<footer data-toegevoegd>\n<p>{escape(document.titel)}{slot}</p>\n</footer>"]


def _beschrijving(document: Document) -> str:
    """Return the first words of the text, as many as a search engine shows."""
    for blok in alle_inhoud(document.inhoud):
        if isinstance(blok, Passage) and blok.aard is Aard.ALINEA:
            tekst = platte_regel(blok.tekst)
            if len(tekst) <= _BESCHRIJVING:
                return tekst
            return re.sub(r"\s+\S*$", "", tekst[:_BESCHRIJVING]) + "…"
    return document.titel
