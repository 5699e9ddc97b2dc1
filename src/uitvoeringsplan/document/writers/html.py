"""A document as one page for the web: nothing beside it, nothing to load, no script.

The words of the document stand in `header` and `main`, and nothing else does: the way to skip the
contents, the contents list, the mark of a concept and the line at the foot stand outside `main`
and are recognised by `data-toegevoegd`. The same document gives the same bytes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.document.writers.stylesheet import stylesheet
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    Telwijze,
    alle_inhoud,
    platte_regel,
    rooster,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.document import Cel, Celrij, Document, Feit, Inhoud, Tekst, Tekstdeel
    from uitvoeringsplan.model.huisstijl import Huisstijl

_DIEPSTE_KOP = 6
_BREED = 5  # columns from which a table asks for a wide page
_ZEER_BREED = 10  # and from which words may break anywhere to make it fit
# Signs that XML allows and HTML does not; nobody ever saw them.
_GEEN_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef]")
_LETTERS = {
    Telwijze.LETTER: "a",
    Telwijze.HOOFDLETTER: "A",
    Telwijze.ROMEINS: "i",
    Telwijze.ROMEINS_GROOT: "I",
}
_IN_INHOUDSOPGAVE = 2  # levels of headings, as in the Word file
_BESCHRIJVING = 160  # signs that a search engine shows
# Ids of our own have a low line, which an anchor of the document never has.
_HOOFD, _WIJZER = "de_tekst", "de_inhoudsopgave"


class Blokschrijver:
    """Writes blocks; `ankers` says which places a link can go to."""

    def __init__(self, ankers: Mapping[str, str]) -> None:
        self._ankers = ankers

    def blokken(self, inhoud: Sequence[Inhoud]) -> list[str]:
        """Return the lines of these blocks; a caption goes with the table or picture it is of."""
        uit: list[str] = []
        overslaan = -1
        for i, blok in enumerate(inhoud):
            volgend = inhoud[i + 1] if i + 1 < len(inhoud) else None
            if i == overslaan:
                continue
            bijschrift = None
            if isinstance(blok, Afbeelding) and _is_bijschrift(volgend):
                bijschrift, overslaan = volgend, i + 1
            elif _is_bijschrift(blok) and isinstance(volgend, Tabel):
                blok, bijschrift, overslaan = volgend, blok, i + 1  # noqa: PLW2901 - the pair is one
            uit += self._blok(blok, bijschrift)
        return uit

    def _blok(self, blok: Inhoud, bijschrift: Inhoud | None) -> list[str]:
        if isinstance(blok, Passage):
            return [self._passage(blok)]
        if isinstance(blok, Kop):
            return [self._kop(blok)]
        if isinstance(blok, Lijst):
            return self._lijst(blok)
        if isinstance(blok, Feiten):
            return self._feiten(blok)
        naam = bijschrift.tekst if isinstance(bijschrift, Passage) else ()
        if isinstance(blok, Tabel):
            return self._tabel(blok, naam)
        return self._afbeelding(blok, naam)

    def _passage(self, passage: Passage) -> str:
        tekst = _met_ankers(passage.ankers[1:], self._tekst(passage.tekst))
        id_ = _id(passage.ankers)
        if passage.aard is Aard.TITEL:
            return f"<h1{id_}>{tekst}</h1>"
        if passage.aard is Aard.CITAAT:
            return f"<blockquote{id_}><p>{tekst}</p></blockquote>"
        klas = "" if passage.aard is Aard.ALINEA else f' class="{passage.aard.value}"'
        return f"<p{klas}{id_}>{tekst}</p>"

    def _kop(self, kop: Kop) -> str:
        naam = f"h{min(kop.niveau + 1, _DIEPSTE_KOP)}"
        nummer = f'<span class="nummer">{escape(kop.nummer)}</span> ' if kop.nummer else ""
        return f'<{naam} id="{kop.anker}">{nummer}{self._tekst(kop.tekst)}</{naam}>'

    def _lijst(self, lijst: Lijst) -> list[str]:
        naam, kenmerken = "ol", ""
        if lijst.telwijze is Telwijze.TEKEN:
            naam = "ul"
        elif lijst.telwijze is Telwijze.EIGEN:
            kenmerken = ' class="eigen"'
        else:
            letter = _LETTERS.get(lijst.telwijze)
            kenmerken = f' type="{letter}"' if letter else ""
            kenmerken += f' start="{lijst.begin}"' if lijst.begin != 1 else ""
        uit = [f"<{naam}{kenmerken}>"]
        for punt in lijst.punten:
            nummer = f'<span class="nummer">{escape(punt.nummer)}</span> ' if punt.nummer else ""
            inhoud = "\n".join(self._zonder_alinea(punt.inhoud))
            inhoud = _met_ankers(punt.ankers[1:], f"{nummer}{inhoud}")
            uit.append(f"<li{_id(punt.ankers)}>{inhoud}</li>")
        return [*uit, f"</{naam}>"]

    def _zonder_alinea(self, inhoud: Sequence[Inhoud]) -> list[str]:
        """Return blocks in which the first paragraph, when it is the only one, has no tags."""
        eerste, *rest = inhoud
        alineas = [blok for blok in rest if isinstance(blok, Passage)]
        if alineas or not isinstance(eerste, Passage) or eerste.aard is not Aard.ALINEA:
            return self.blokken(inhoud)
        kaal = _met_ankers(eerste.ankers, self._tekst(eerste.tekst))
        return [kaal, *self.blokken(rest)]

    def _feiten(self, feiten: Feiten) -> list[str]:
        return ['<dl class="feiten">', *map(self._feit, feiten.feiten), "</dl>"]

    def _feit(self, feit: Feit) -> str:
        label = _met_ankers(feit.ankers[1:], self._tekst(feit.label))
        waarde = self._tekst(feit.waarde)
        return f"<div{_id(feit.ankers)}><dt>{label}</dt><dd>{waarde}</dd></div>"

    def _tabel(self, tabel: Tabel, bijschrift: Tekst) -> list[str]:
        kolommen = max(sum(cel.breed for cel in rij) for rij in (*tabel.kop, *tabel.rijen))
        klas = ' class="breed"' if kolommen >= _BREED else ""
        klas = ' class="breed zeer-breed"' if kolommen >= _ZEER_BREED else klas
        naam = f' aria-label="{escape(tabel.naam)}"' if tabel.naam and not bijschrift else ""
        uit = [f"<table{klas}{naam}>"]
        if bijschrift:
            uit.append(f"<caption>{self._tekst(bijschrift)}</caption>")
        if tabel.breedtes:
            kolommen_ = "".join(f'<col style="width:{breed}%">' for breed in tabel.breedtes)
            uit.append(f"<colgroup>{kolommen_}</colgroup>")
        if tabel.kop:
            uit += ["<thead>", *self._rijen(tabel.kop, "col"), "</thead>"]
        if tabel.rijen:
            richting = "row" if tabel.rijkoppen else ""
            rijen = self._rijen(tabel.rijen, richting, tabel.kolomnamen)
            uit += ["<tbody>", *rijen, "</tbody>"]
        return [*uit, "</table>"]

    def _rijen(
        self, rijen: Sequence[Celrij], richting: str, namen: tuple[str, ...] = ()
    ) -> Iterator[str]:
        for rij in rooster(rijen):
            yield "<tr>"
            for kolom, vak in enumerate(rij):
                if vak.begint:
                    is_kop = richting == "col" or (richting == "row" and kolom == 0)
                    naam = namen[kolom] if kolom < len(namen) else ""
                    yield self._cel(vak.cel, richting if is_kop else "", naam)
            yield "</tr>"

    def _cel(self, cel: Cel, richting: str, naam: str) -> str:
        maten = f' colspan="{cel.breed}"' if cel.breed > 1 else ""
        maten += f' rowspan="{cel.hoog}"' if cel.hoog > 1 else ""
        # A header says something, and holds no headings itself.
        koppen = any(map(_is_kop, alle_inhoud(cel.inhoud)))
        inhoud = "\n".join(self._zonder_alinea(cel.inhoud)) if cel.inhoud else ""
        if richting and inhoud and not koppen:
            groep = (cel.breed if richting == "col" else cel.hoog) > 1
            scope = f"{richting}group" if groep else richting
            return f'<th scope="{scope}"{maten}>{inhoud}</th>'
        label = f' data-kolom="{escape(naam)}"' if naam and inhoud else ""
        return f"<td{maten}{label}>{inhoud}</td>"

    def _afbeelding(self, beeld: Afbeelding, bijschrift: Tekst) -> list[str]:
        onder = f"<figcaption>{self._tekst(bijschrift)}</figcaption>" if bijschrift else ""
        if not beeld.soort:
            melding = f"<p data-toegevoegd>[{escape(beeld.tekst)}]</p>"
            return [f"<figure>{melding}{onder}</figure>"]
        maten = f' width="{beeld.breedte}" height="{beeld.hoogte}"'
        maten = maten if beeld.breedte and beeld.hoogte else ""
        bron = f"data:{beeld.soort};base64,{b64encode(beeld.data).decode()}"
        img = f'<img src="{bron}" alt="{escape(beeld.tekst)}"{maten}>'
        return [f"<figure>{img}{onder}</figure>"]

    def _tekst(self, tekst: Tekst) -> str:
        uit = []
        for (adres, naar), delen in groupby(tekst, key=lambda deel: (deel.adres, deel.naar)):
            binnen = "".join(map(_deel, delen))
            anker = self._ankers.get(naar)
            doel = adres or (f"#{anker}" if anker else "")
            uit.append(f'<a href="{escape(doel)}">{binnen}</a>' if doel else binnen)
        return "".join(uit)


def _deel(deel: Tekstdeel) -> str:
    uit = escape(_GEEN_HTML.sub("", deel.tekst), quote=False).replace("\n", "<br>\n")
    if deel.cursief:
        uit = f"<em>{uit}</em>"
    if deel.vet:
        uit = f"<strong>{uit}</strong>"
    return f'<span class="open">{uit}</span>' if deel.plaatshouder else uit


def _is_kop(blok: Inhoud) -> bool:
    return isinstance(blok, Kop) or (isinstance(blok, Passage) and blok.aard is Aard.TITEL)


def _is_bijschrift(blok: Inhoud | None) -> bool:
    return isinstance(blok, Passage) and blok.aard is Aard.BIJSCHRIFT


def _id(ankers: Sequence[str]) -> str:
    return f' id="{ankers[0]}"' if ankers else ""


def _met_ankers(ankers: Sequence[str], tekst: str) -> str:
    """Return text with places before it that have no element of their own."""
    return "".join(f'<span id="{anker}"></span>' for anker in ankers) + tekst


def write_html(document: Document, huisstijl: Huisstijl | None = None) -> str:
    """Return the page, in the colours and typefaces of a house style."""
    schrijver = Blokschrijver(document.ankers)
    delen = (
        "<!doctype html>",
        f'<html lang="{escape(document.taal.partition("-")[0].lower())}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.titel)}</title>",
        f'<meta name="description" content="{escape(_beschrijving(document))}">',
        f"<style>\n{stylesheet(huisstijl, concept=document.is_concept)}</style>",
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
