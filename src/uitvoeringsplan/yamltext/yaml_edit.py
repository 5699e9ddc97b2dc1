"""One value in a text of YAML makes way for another, with the proof that nothing else changed.

The tree gives offsets; this knows what lies around them: colons, comments, brackets
and blocks that would swallow what follows.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import InhoudError
from uitvoeringsplan.files.source_text import Bron
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, Lijst, Tekst, lees_boom
from uitvoeringsplan.yamltext.yaml_writer import INSPRINGING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Lines = Callable[[int], str]

_DUBBELEPUNT = re.compile(r"\s*:")
_OPMERKING = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


def vervang_in_haken(bestand: str, sleutel: Tekst, waarde: Knoop, nieuw: str) -> str:
    """Return the text with another value for a key between { and }."""
    van = _na_dubbelepunt(bestand, sleutel)
    tot = max(van, waarde.einde)
    voor = bestand[:van] if bestand[van - 1] == ":" else bestand[:van] + ":"
    if isinstance(waarde, Tekst):
        # Of `{a: # why` and its empty value on the next line, only the value makes way.
        tot = tot if waarde.einde > waarde.begin else van
        voor += bestand[van : waarde.begin] if tot > van else ""
    return f"{voor}{'' if voor[-1].isspace() else ' '}{nieuw}{bestand[tot:]}"


def voeg_in_haken(bestand: str, kaart: Kaart, paar: str) -> str:
    """Return the text with one more pair at the end of a mapping between { and }."""
    sleutel, waarde = list(kaart.paren.values())[-1]
    i = max(_na_dubbelepunt(bestand, sleutel), waarde.einde)
    return f"{bestand[:i]}{' ' if bestand[i - 1] == ':' else ''}, {paar}{bestand[i:]}"


def om_de_waarde(bestand: str, sleutel: Tekst, waarde: Knoop) -> tuple[str, str, int]:
    """Return what stands before a value in lines, its comment, and where its last line ends.

    A comment may stand at several places between the key and the end of the value. The last one
    stays behind the key, others move above it.
    """
    van = _na_dubbelepunt(bestand, sleutel)
    einde = _regeleinde(bestand, van, waarde)
    *boven, achter = ["", *opmerkingen(bestand, van, einde, waarde)]
    begin = bestand.rfind("\n", 0, sleutel.begin) + 1
    marge = " " * (sleutel.kolom - 1)
    regels = "".join(f"{marge}{opmerking}\n" for opmerking in boven if opmerking)
    return bestand[:begin] + regels + bestand[begin:van], achter and f" {achter}", einde


def fill_empty(bestand: str, boom: Kaart, key: str, flow: str, lines: Lines) -> str:
    """Return the text with a value for a key at the top that has none, in the style of the file.

    `flow` is that value for a file between { and }, `lines` gives it as lines from a column (from
    0), without a line end.
    """
    sleutel, waarde = boom.paren[key]
    if boom.in_haken:
        return vervang_in_haken(bestand, sleutel, waarde, flow)
    voor, opmerking, einde = om_de_waarde(bestand, sleutel, waarde)
    kolom = sleutel.kolom - 1 + INSPRINGING
    achter = vrij_van_blok(bestand[einde:], kolom) or "\n"
    return f"{voor}{opmerking}\n{lines(kolom)}{achter}"


def add_key(bestand: str, boom: Kaart, key: str, flow: str, lines: Lines) -> str:
    """Return the text with one more key at the end of the file, with a value as `fill_empty`."""
    if boom.in_haken:
        return voeg_in_haken(bestand, boom, f"{key}: {flow}")
    kolom = boom.kolom - 1
    voor, achter = _onderaan(bestand, boom)
    return f"{voor}\n\n{' ' * kolom}{key}:\n{lines(kolom + INSPRINGING)}\n{achter}"


def einde_van_waarde(bestand: str, sleutel: Tekst, waarde: Knoop) -> int:
    """Return where the last line of the value of a key ends."""
    return _regeleinde(bestand, _na_dubbelepunt(bestand, sleutel), waarde)


def einde_van_deel(bestand: str, deel: Knoop) -> int:
    """Return where the last line of a part of a list ends."""
    return _regeleinde(bestand, 0, deel)


def einde_van_sleutel(bestand: str, sleutel: Tekst) -> int:
    """Return where the line with the colon of a key ends."""
    einde = bestand.find("\n", _na_dubbelepunt(bestand, sleutel))
    return len(bestand) if einde < 0 else einde


def begin_van(bestand: str, knoop: Knoop) -> int:
    """Return the offset of the first sign of a node."""
    regels = bestand.split("\n")[: knoop.regel - 1]
    return sum(map(len, regels)) + len(regels) + knoop.kolom - 1


def _onderaan(bestand: str, boom: Kaart) -> tuple[str, str]:
    """Return what stands before and behind the place for a new key at the end of a file."""
    # The tree ends before a line `...`, which may close a file.
    regels = bestand[: boom.einde].split("\n")
    while not regels[-1].strip():
        regels.pop()
    return "\n".join(regels), bestand[boom.einde :]


def vrij_van_blok(achter: str, kolom: int) -> str:
    """Return what follows a block so that the block cannot swallow it.

    Blank lines lose their blanks, and comments deeper than the key move to its column.
    """
    regels = achter.split("\n")
    for i, regel in enumerate(regels):
        if not regel.strip():
            regels[i] = ""
        elif regel.lstrip(" ").startswith("#") and len(regel) - len(regel.lstrip(" ")) > kolom:
            regels[i] = " " * kolom + regel.lstrip(" ")
        else:
            break
    return "\n".join(regels)


def opmerkingen(bestand: str, van: int, tot: int, knoop: Knoop) -> list[str]:
    """Return the comments between two offsets: what starts with # around the texts of `knoop`."""
    tussen: list[str] = []
    for blad in _bladeren(knoop):
        tussen.append(bestand[van : max(van, blad.begin)])
        van = max(van, blad.einde)
        if blad.stijl in ("|", ">"):  # the comment of a block stands on its first line
            tussen.append(bestand[blad.begin : blad.einde].split("\n", 1)[0])
    tussen.append(bestand[van:tot])
    return [opmerking.rstrip() for deel in tussen for opmerking in _OPMERKING.findall(deel)]


def _na_dubbelepunt(bestand: str, sleutel: Tekst) -> int:
    """Return the offset behind the colon of a key, or behind the key when it has none."""
    gevonden = _DUBBELEPUNT.match(bestand, sleutel.einde)
    return gevonden.end() if gevonden else sleutel.einde


def _regeleinde(bestand: str, van: int, waarde: Knoop) -> int:
    """Return where the last line of a value ends, of a block its last line that is not blank."""
    blad = waarde
    while not isinstance(blad, Tekst) and not blad.in_haken:
        if isinstance(blad, Lijst) and blad.delen:
            blad = blad.delen[-1]
        elif isinstance(blad, Kaart) and blad.paren:
            sleutel, blad = list(blad.paren.values())[-1]
            van = max(van, _na_dubbelepunt(bestand, sleutel))
        else:
            break
    if isinstance(blad, Tekst) and blad.stijl in ("|", ">"):
        ruw = bestand[blad.begin : blad.einde]
        return blad.begin + max(len(ruw.rstrip("\n ")), len(ruw.split("\n", 1)[0]))
    einde = bestand.find("\n", max(van, blad.einde))
    return len(bestand) if einde < 0 else einde


def _bladeren(knoop: Knoop) -> Iterator[Tekst]:
    """Yield the keys and values of a tree in the order of the file."""
    if isinstance(knoop, Tekst):
        yield knoop
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from _bladeren(deel)
    else:
        for sleutel, waarde in knoop.paren.values():
            yield sleutel
            yield from _bladeren(waarde)


Waarden = dict[tuple[str | int, ...], str]


def veranderd(bron: Bron, oud: Kaart, nieuw: str, eigen: tuple[str, ...]) -> Waarden | None:
    """Return the values under the keys `eigen` in the changed text, by their path.

    None when the text cannot be read any more, when another value changed, or when a comment of
    the old text is gone.
    """
    try:
        boom = lees_boom(Bron(bron.pad, nieuw, bron.fout))
    except InhoudError:
        return None
    waarden, was = _waarden(boom), _waarden(oud)
    kwijt = Counter(opmerkingen(bron.tekst, 0, len(bron.tekst), oud)) - Counter(
        opmerkingen(nieuw, 0, len(nieuw), boom)
    )
    if kwijt or _buiten(waarden, eigen) != _buiten(was, eigen):
        return None
    return {plek: tekst for plek, tekst in waarden.items() if plek[: len(eigen)] == eigen}


def _buiten(waarden: Mapping[tuple[str | int, ...], str], eigen: tuple[str, ...]) -> Waarden:
    return {plek: tekst for plek, tekst in waarden.items() if plek[: len(eigen)] != eigen}


def _waarden(knoop: Knoop, pad: tuple[str | int, ...] = ()) -> Waarden:
    """Return the texts of a tree by their path, cleaned as a plan is; an empty group has none."""
    if isinstance(knoop, Tekst):
        return {pad: schoon(knoop.tekst)} if knoop.tekst or len(pad) > 1 else {}
    paren: list[tuple[str | int, Knoop]] = (
        list(enumerate(knoop.delen))
        if isinstance(knoop, Lijst)
        else [(naam, waarde) for naam, (_, waarde) in knoop.paren.items()]
    )
    uit: Waarden = {}
    for naam, waarde in paren:
        uit |= _waarden(waarde, (*pad, naam))
    return uit
