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
KINDS = (
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
WORDS = (
    "de", "het", "een", "wijk", "gemeente", "raad", "school", "buurt", "jongeren", "geld",
    "mensen", "gesprek", "overlast", "stelt", "komt", "werkt", "wil", "samen", "niet", "geen",
    "wel", "nooit", "alle", "elke", "jaar", "aan", "voor", "met", "en", "of",
)  # fmt: skip
_ENDS = (".", ".", ".", ".", "!", "?")
_KOPPEN = ("We doen:", "We doen niet:", "Aanpak", "Wie doet mee:", "Drie acties:", "**Planning**")


class Blok(NamedTuple):
    """A paragraph (niveau -1) or a point, with its sentences; each is a list of pieces."""

    level: int
    numbered: bool
    zinnen: list[list[str]]


def zin(r: random.Random, *, af: bool = True) -> list[str]:
    runs = [
        r.choice(r.choice(KINDS)) if r.random() < 0.25 else r.choice(WORDS)
        for _ in range(r.randint(3, 8))
    ]
    runs[0] = r.choice(WORDS).capitalize()
    runs[-1] = r.choice(WORDS) + (r.choice(_ENDS) if af else "")
    return runs


def blocks(r: random.Random) -> list[Blok]:
    result: list[Blok] = []
    for _ in range(r.randint(1, 4)):
        kind = r.random()
        if kind < 0.55:
            result.append(Blok(-1, False, [zin(r) for _ in range(r.randint(1, 4))]))
            continue
        if kind < 0.9:
            result.append(Blok(-1, False, [[r.choice(_KOPPEN)]]))
        if kind < 0.65:
            continue
        numbered = r.random() < 0.4
        for i in range(r.randint(2, 5)):
            level = int(i > 0 and r.random() < 0.25)
            result.append(Blok(level, numbered, [punt(r)]))
    return result


def punt(r: random.Random) -> list[str]:
    runs = zin(r, af=r.random() < 0.4)
    if r.random() < 0.15:
        runs.append(r.choice(("of", "en", "noch")))
    elif r.random() < 0.1:
        runs[-1] = runs[-1].rstrip(".!?") + ";"
    return runs


def edited(r: random.Random, basis: list[Blok]) -> list[Blok]:
    """Return the text after one to three edits of the kinds that people make."""
    result = copy.deepcopy(basis)
    for _ in range(r.choice((1, 1, 1, 2, 3))):
        if not result:
            result.append(Blok(-1, False, [zin(r)]))
        r.choice(_EDITS)(r, result, r.randrange(len(result)))
    return result


def _words(r: random.Random, result: list[Blok], place: int) -> None:
    """Put another piece of its kind in a sentence, or deny it, or leave a word out."""
    runs = r.choice(result[place].zinnen)
    what = r.random()
    if what < 0.6:
        _other_run(r, runs)
    elif what < 0.8:
        runs.insert(r.randint(1, len(runs)), r.choice(("niet", "geen", "nooit")))
    elif what < 0.9:
        j = r.randrange(len(runs))
        bare = runs[j].replace("**", "")
        runs[j] = bare if bare != runs[j] or "[" in bare else f"**{bare}**"
    elif len(runs) > 2:
        del runs[r.randrange(1, len(runs) - 1)]


def _zinnen(r: random.Random, result: list[Blok], place: int) -> None:
    """Put a sentence in a block, take one away, or move one."""
    zinnen = result[place].zinnen
    what = r.random()
    if what < 0.4:
        _added(zinnen, r.randint(0, len(zinnen)), zin(r))
    elif what < 0.6:
        _added(zinnen, len(zinnen), ["Zie", f"punt {r.randint(1, 4)}", "hierboven."])
    elif len(zinnen) > 1:
        gone = zinnen.pop(r.randrange(len(zinnen)))
        if what < 0.8:
            elders = r.choice(result).zinnen
            _added(elders, len(elders), gone)


def _blocks(r: random.Random, result: list[Blok], place: int) -> None:
    """Put a paragraph or a point in, take one away, move one, or change its level."""
    block = result[place]
    what = r.random()
    if what < 0.25:
        new = block._replace(zinnen=[zin(r) if block.level < 0 else punt(r)])
        result.insert(place + r.randint(0, 1), new)
    elif what < 0.5:
        del result[place]
    elif what < 0.75:
        result.insert(r.randrange(len(result)), result.pop(place))
    elif block.level >= 0:
        result[place] = block._replace(level=1 - block.level)


_EDITS = (_words, _words, _words, _zinnen, _zinnen, _blocks)


def _added(zinnen: list[list[str]], place: int, new: list[str]) -> None:
    """Put a sentence in a block; whoever types behind an unfinished one ends that first."""
    zinnen.insert(place, new)
    for runs in zinnen[:-1]:
        if runs[-1] in ("of", "en", "noch"):
            del runs[-1]
        if not runs[-1].rstrip("*").endswith((".", "!", "?")):
            runs[-1] = runs[-1].rstrip(";:") + "."


def _other_run(r: random.Random, runs: list[str]) -> None:
    j = r.randrange(len(runs))
    core = runs[j].strip("*.!?;:")
    kind = next((kind for kind in KINDS if core in kind or runs[j] in kind), WORDS)
    new = r.choice(kind)
    new = new.capitalize() if j == 0 else new
    runs[j] = runs[j].replace(core, new) if core else new


def text(every: list[Blok]) -> str:
    """Return the markup, numbered as the program does it."""
    result: list[str] = []
    counters = [0, 0]
    previous = -1
    for block in every:
        content = " ".join(" ".join(runs) for runs in block.zinnen)
        if block.level < 0:
            counters = [0, 0]
            result.append(("\n\n" if result else "") + content)
        else:
            level = block.level if previous >= 0 else 0
            counters[level + 1 :] = [0] * (1 - level)
            counters[level] = counters[level] + 1 if block.numbered else 0
            sign = f"{counters[level]}." if block.numbered else "-"
            between = "" if not result else "\n" if previous >= 0 else "\n\n"
            result.append(f"{between}{'  ' * level}{sign} {content}")
        previous = block.level
    return "".join(result)
