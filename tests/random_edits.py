"""Random answers that two people edit, drawn as blocks of sentences of pieces.

Whoever judges what becomes of them (`merge_judge`) needs nothing of the program to tell the
sentences and the pieces: an amount, a date or “dhr. Jansen” is one because it is drawn as one.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

# Pieces that nobody may take apart, by kind: an edit puts another of the kind in its place.
SOORTEN = (
    ("€ 10.000", "€ 12.000", "€ 10.500", "€ 10.000,-", "10.000 euro", "€ 1,5 miljoen"),
    ("0,4 fte", "0,8 fte", "1,4 fte", "3 scholen", "15%", "15 procent"),
    ("12 maart 2027", "12 april 2027", "13 maart 2028", "2027-03-12", "12-3-2027"),
    ("10.30 uur", "11.30 uur", "10:45 uur", "2027-2028", "2026-2028", "2027 tot 2029"),
    ("art. 3.1", "art. 3.2", "artikel 12", "lid 2", "blz. 14", "nr. 7"),
    ("06-12345678", "06-12345687", "015 123 45 67", "1234 AB", "2600 ME Delft"),
    ("j.jansen@delft.example", "j.janssen@delft.example", "www.delft.example/a"),
    ("J. de Vries", "J. de Boer", "A.B. Jansen", "dhr. Jansen", "mevr. De Wit", "drs. P. Smit"),
    ("bijv. De Zeilwijk", "o.a. De Brug", "i.s.m. De Kern", "d.w.z. Team Noord", "St. Jozef"),
    ("[de site](https://a.example/x)", "[de site](https://a.example/y)", "[het plan](https://b.example)"),
)  # fmt: skip
WOORDEN = (
    "de", "het", "een", "wijk", "gemeente", "raad", "school", "buurt", "jongeren", "geld",
    "mensen", "gesprek", "overlast", "stelt", "komt", "werkt", "wil", "samen", "niet", "geen",
    "wel", "nooit", "alle", "elke", "jaar", "aan", "voor", "met", "en", "of",
)  # fmt: skip
_EINDES = (".", ".", ".", ".", "!", "?")
_KOPPEN = ("We doen:", "We doen niet:", "Aanpak", "Wie doet mee:", "Drie acties:", "**Planning**")


class Blok(NamedTuple):
    """A paragraph (niveau -1) or a point, with its sentences; each is a list of pieces."""

    niveau: int
    genummerd: bool
    zinnen: list[list[str]]


def zin(r: random.Random, *, af: bool = True) -> list[str]:
    stukken = [
        r.choice(r.choice(SOORTEN)) if r.random() < 0.25 else r.choice(WOORDEN)
        for _ in range(r.randint(3, 8))
    ]
    stukken[0] = r.choice(WOORDEN).capitalize()
    stukken[-1] = r.choice(WOORDEN) + (r.choice(_EINDES) if af else "")
    return stukken


def blokken(r: random.Random) -> list[Blok]:
    uit: list[Blok] = []
    for _ in range(r.randint(1, 4)):
        soort = r.random()
        if soort < 0.55:
            uit.append(Blok(-1, False, [zin(r) for _ in range(r.randint(1, 4))]))
            continue
        if soort < 0.9:
            uit.append(Blok(-1, False, [[r.choice(_KOPPEN)]]))
        if soort < 0.65:
            continue
        genummerd = r.random() < 0.4
        for i in range(r.randint(2, 5)):
            niveau = int(i > 0 and r.random() < 0.25)
            uit.append(Blok(niveau, genummerd, [punt(r)]))
    return uit


def punt(r: random.Random) -> list[str]:
    stukken = zin(r, af=r.random() < 0.4)
    if r.random() < 0.15:
        stukken.append(r.choice(("of", "en", "noch")))
    elif r.random() < 0.1:
        stukken[-1] = stukken[-1].rstrip(".!?") + ";"
    return stukken


def bewerkt(r: random.Random, basis: list[Blok]) -> list[Blok]:
    """Return the text after one to three edits of the kinds that people make."""
    uit = copy.deepcopy(basis)
    for _ in range(r.choice((1, 1, 1, 2, 3))):
        if not uit:
            uit.append(Blok(-1, False, [zin(r)]))
        r.choice(_BEWERKINGEN)(r, uit, r.randrange(len(uit)))
    return uit


def _woorden(r: random.Random, uit: list[Blok], plek: int) -> None:
    """Put another piece of its kind in a sentence, or deny it, or leave a word out."""
    stukken = r.choice(uit[plek].zinnen)
    wat = r.random()
    if wat < 0.6:
        _ander_stuk(r, stukken)
    elif wat < 0.8:
        stukken.insert(r.randint(1, len(stukken)), r.choice(("niet", "geen", "nooit")))
    elif wat < 0.9:
        j = r.randrange(len(stukken))
        kaal = stukken[j].replace("**", "")
        stukken[j] = kaal if kaal != stukken[j] or "[" in kaal else f"**{kaal}**"
    elif len(stukken) > 2:
        del stukken[r.randrange(1, len(stukken) - 1)]


def _zinnen(r: random.Random, uit: list[Blok], plek: int) -> None:
    """Put a sentence in a block, take one away, or move one."""
    zinnen = uit[plek].zinnen
    wat = r.random()
    if wat < 0.4:
        _erbij(zinnen, r.randint(0, len(zinnen)), zin(r))
    elif wat < 0.6:
        _erbij(zinnen, len(zinnen), ["Zie", f"punt {r.randint(1, 4)}", "hierboven."])
    elif len(zinnen) > 1:
        weg = zinnen.pop(r.randrange(len(zinnen)))
        if wat < 0.8:
            elders = r.choice(uit).zinnen
            _erbij(elders, len(elders), weg)


def _blokken(r: random.Random, uit: list[Blok], plek: int) -> None:
    """Put a paragraph or a point in, take one away, move one, or change its level."""
    blok = uit[plek]
    wat = r.random()
    if wat < 0.25:
        nieuw = blok._replace(zinnen=[zin(r) if blok.niveau < 0 else punt(r)])
        uit.insert(plek + r.randint(0, 1), nieuw)
    elif wat < 0.5:
        del uit[plek]
    elif wat < 0.75:
        uit.insert(r.randrange(len(uit)), uit.pop(plek))
    elif blok.niveau >= 0:
        uit[plek] = blok._replace(niveau=1 - blok.niveau)


_BEWERKINGEN = (_woorden, _woorden, _woorden, _zinnen, _zinnen, _blokken)


def _erbij(zinnen: list[list[str]], plek: int, nieuw: list[str]) -> None:
    """Put a sentence in a block; whoever types behind an unfinished one ends that first."""
    zinnen.insert(plek, nieuw)
    for stukken in zinnen[:-1]:
        if stukken[-1] in ("of", "en", "noch"):
            del stukken[-1]
        if not stukken[-1].rstrip("*").endswith((".", "!", "?")):
            stukken[-1] = stukken[-1].rstrip(";:") + "."


def _ander_stuk(r: random.Random, stukken: list[str]) -> None:
    j = r.randrange(len(stukken))
    kern = stukken[j].strip("*.!?;:")
    soort = next((soort for soort in SOORTEN if kern in soort or stukken[j] in soort), WOORDEN)
    nieuw = r.choice(soort)
    nieuw = nieuw.capitalize() if j == 0 else nieuw
    stukken[j] = stukken[j].replace(kern, nieuw) if kern else nieuw


def tekst(alle: list[Blok]) -> str:
    """Return the markup, numbered as the program does it."""
    uit: list[str] = []
    tellers = [0, 0]
    vorig = -1
    for blok in alle:
        inhoud = " ".join(" ".join(stukken) for stukken in blok.zinnen)
        if blok.niveau < 0:
            tellers = [0, 0]
            uit.append(("\n\n" if uit else "") + inhoud)
        else:
            niveau = blok.niveau if vorig >= 0 else 0
            tellers[niveau + 1 :] = [0] * (1 - niveau)
            tellers[niveau] = tellers[niveau] + 1 if blok.genummerd else 0
            teken = f"{tellers[niveau]}." if blok.genummerd else "-"
            tussen = "" if not uit else "\n" if vorig >= 0 else "\n\n"
            uit.append(f"{tussen}{'  ' * niveau}{teken} {inhoud}")
        vorig = blok.niveau
    return "".join(uit)
