"""Changing one answer in the text of a project file, and nothing else.

The file is a text that people edit too, so it is patched by the places of its values, not written
anew: comments, order, other styles of writing and odd spacing stay as they are. Every patch is
proved before it leaves: the result is read again, all other values must be equal and all comments
must be there.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import InhoudError, ProjectbestandError
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.storage.brontekst import Bron
from uitvoeringsplan.storage.yamlschrijver import (
    INSPRINGING,
    blok,
    sleutelregels,
    waarde_in_haken,
    waarde_op_regel,
)
from uitvoeringsplan.storage.yamltekst import Kaart, Knoop, Lijst, Tekst, lees_boom

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uitvoeringsplan.model.vraag import Vraag

_DUBBELEPUNT = re.compile(r"\s*:")
_OPMERKING = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


def zet_waarde(
    bron: Bron, boom: Kaart, groep: str, vraag: Vraag, tekst: str, volgorde: Sequence[str]
) -> str:
    """Return the text of the file with `tekst` as the value of `vraag` under `groep`.

    `volgorde` gives the ids of the group in order, for a key that is not in the file yet.
    Raises ProjectbestandError when the file has a form that cannot be patched safely.
    """
    paar = boom.paren.get(groep)
    kaart = paar[1] if paar else None
    is_veld = groep == "gegevens"
    if paar is None:
        nieuw = _nieuwe_groep(bron.tekst, boom, groep, vraag, tekst)
    elif not isinstance(kaart, Kaart) or not kaart.paren:
        nieuw = _eerste_in_groep(bron.tekst, boom, groep, vraag, tekst)
    elif vraag.id in kaart.paren:
        nieuw = _vervang(bron.tekst, kaart, vraag, tekst)
    else:
        nieuw = _voeg_in(bron.tekst, kaart, vraag, tekst, volgorde, is_veld=is_veld)
    _bewijs(bron, boom, nieuw, (groep, vraag.id), tekst)
    return nieuw


def _vervang(bestand: str, kaart: Kaart, vraag: Vraag, tekst: str) -> str:
    sleutel, waarde = kaart.paren[vraag.id]
    if kaart.in_haken:
        return _vervang_in_haken(bestand, sleutel, waarde, waarde_in_haken(tekst))
    voor, opmerking, einde = _om_de_waarde(bestand, sleutel, waarde)
    if not vraag.type.is_blok and "\n" not in tekst:
        return f"{voor} {waarde_op_regel(tekst)}".rstrip(" ") + opmerking + bestand[einde:]
    kolom = sleutel.kolom - 1
    kop, *regels = blok(tekst, kolom).split("\n")
    return (
        f"{voor} {kop}{opmerking}"
        + "".join(f"\n{regel}" for regel in regels)
        + _vrij_van_blok(bestand[einde:], kolom)
    )


def _vervang_in_haken(bestand: str, sleutel: Tekst, waarde: Knoop, nieuw: str) -> str:
    van = _na_dubbelepunt(bestand, sleutel)
    tot = max(van, waarde.einde)
    voor = bestand[:van] if bestand[van - 1] == ":" else bestand[:van] + ":"
    if isinstance(waarde, Tekst):
        # Of `{a: # why` and its empty value on the next line, only the value makes way.
        tot = tot if waarde.einde > waarde.begin else van
        voor += bestand[van : waarde.begin] if tot > van else ""
    return f"{voor}{'' if voor[-1].isspace() else ' '}{nieuw}{bestand[tot:]}"


def _na_dubbelepunt(bestand: str, sleutel: Tekst) -> int:
    """Return the offset behind the colon of a key, or behind the key when it has none."""
    gevonden = _DUBBELEPUNT.match(bestand, sleutel.einde)
    return gevonden.end() if gevonden else sleutel.einde


def _om_de_waarde(bestand: str, sleutel: Tekst, waarde: Knoop) -> tuple[str, str, int]:
    """Return what stands before a value in lines, its comment, and where its last line ends.

    A comment may stand at several places between the key and the end of the value. The last one
    stays behind the key, others move above it.
    """
    van = _na_dubbelepunt(bestand, sleutel)
    einde = _regeleinde(bestand, van, waarde)
    *boven, achter = ["", *_opmerkingen(bestand, van, einde, waarde)]
    begin = bestand.rfind("\n", 0, sleutel.begin) + 1
    marge = " " * (sleutel.kolom - 1)
    regels = "".join(f"{marge}{opmerking}\n" for opmerking in boven if opmerking)
    return bestand[:begin] + regels + bestand[begin:van], achter and f" {achter}", einde


def _regeleinde(bestand: str, van: int, waarde: Knoop) -> int:
    """Return where the last line of a value ends, of a block its last line that is not blank."""
    blad = waarde
    while isinstance(blad, Lijst) and blad.delen and not blad.in_haken:
        blad = blad.delen[-1]
    if isinstance(blad, Tekst) and blad.stijl in ("|", ">"):
        ruw = bestand[blad.begin : blad.einde]
        return blad.begin + max(len(ruw.rstrip("\n ")), len(ruw.split("\n", 1)[0]))
    einde = bestand.find("\n", max(van, blad.einde))
    return len(bestand) if einde < 0 else einde


def _vrij_van_blok(achter: str, kolom: int) -> str:
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


def _voeg_in(
    bestand: str, kaart: Kaart, vraag: Vraag, tekst: str, volgorde: Sequence[str], *, is_veld: bool
) -> str:
    """Insert a key that is missing, behind the nearest earlier question that is there."""
    if kaart.in_haken:
        return _voeg_in_haken(bestand, kaart, f"{vraag.id}: {waarde_in_haken(tekst)}")
    rang = {naam: i for i, naam in enumerate(volgorde)}
    eigen = rang.get(vraag.id, len(rang))
    eerder = [paar for naam, paar in kaart.paren.items() if rang.get(naam, len(rang)) < eigen]
    sleutel, waarde = (eerder or list(kaart.paren.values()))[-1]
    kolom = sleutel.kolom - 1
    i = _regeleinde(bestand, _na_dubbelepunt(bestand, sleutel), waarde)
    nieuw = sleutelregels(vraag, tekst, is_veld=is_veld, kolom=kolom)
    return f"{bestand[:i]}\n\n{nieuw}{_vrij_van_blok(bestand[i:], kolom) or chr(10)}"


def _voeg_in_haken(bestand: str, kaart: Kaart, paar: str) -> str:
    sleutel, waarde = list(kaart.paren.values())[-1]
    i = max(_na_dubbelepunt(bestand, sleutel), waarde.einde)
    return f"{bestand[:i]}{' ' if bestand[i - 1] == ':' else ''}, {paar}{bestand[i:]}"


def _eerste_in_groep(bestand: str, boom: Kaart, groep: str, vraag: Vraag, tekst: str) -> str:
    sleutel, waarde = boom.paren[groep]
    if boom.in_haken:
        paar = f"{{{vraag.id}: {waarde_in_haken(tekst)}}}"
        return _vervang_in_haken(bestand, sleutel, waarde, paar)
    voor, opmerking, einde = _om_de_waarde(bestand, sleutel, waarde)
    kolom = sleutel.kolom - 1 + INSPRINGING
    nieuw = sleutelregels(vraag, tekst, is_veld=groep == "gegevens", kolom=kolom)
    return f"{voor}{opmerking}\n{nieuw}{_vrij_van_blok(bestand[einde:], kolom) or chr(10)}"


def _nieuwe_groep(bestand: str, boom: Kaart, groep: str, vraag: Vraag, tekst: str) -> str:
    if boom.in_haken:
        paar = f"{groep}: {{{vraag.id}: {waarde_in_haken(tekst)}}}"
        return _voeg_in_haken(bestand, boom, paar)
    kolom = boom.kolom - 1
    nieuw = sleutelregels(vraag, tekst, is_veld=groep == "gegevens", kolom=kolom + INSPRINGING)
    # The tree ends before a line `...`, which may close a file.
    regels = bestand[: boom.einde].split("\n")
    while not regels[-1].strip():
        regels.pop()
    voor = "\n".join(regels)
    return f"{voor}\n\n{' ' * kolom}{groep}:\n{nieuw}\n{bestand[boom.einde :]}"


def _bewijs(bron: Bron, oud: Kaart, nieuw: str, pad: tuple[str, str], tekst: str) -> None:
    """Raise unless `nieuw` says `tekst` at `pad`, and is equal to `oud` everywhere else."""
    try:
        boom = lees_boom(Bron(bron.pad, nieuw, bron.fout))
    except InhoudError:
        boom = Kaart({})
    gekregen = _waarden(boom)
    anders = {plek: waarde for plek, waarde in gekregen.items() if plek[:2] != pad}
    verwacht = {plek: waarde for plek, waarde in _waarden(oud).items() if plek[:2] != pad}
    kwijt = Counter(_opmerkingen(bron.tekst, 0, len(bron.tekst), oud)) - Counter(
        _opmerkingen(nieuw, 0, len(nieuw), boom)
    )
    if gekregen.get(pad, "") != tekst or anders != verwacht or kwijt:
        raise ProjectbestandError(
            bron.pad,
            f"het antwoord op “{pad[1]}” past niet in de vorm waarin dit bestand is geschreven."
            " Er is niets veranderd. Zet het antwoord zelf in het bestand, of laat"
            " `uitvoeringsplan nieuw --antwoorden` er een nieuw bestand van maken.",
        )


def _waarden(knoop: Knoop, pad: tuple[str | int, ...] = ()) -> dict[tuple[str | int, ...], str]:
    """Return the texts of a tree by their path, cleaned as a plan is; an empty group has none."""
    if isinstance(knoop, Tekst):
        return {pad: schoon(knoop.tekst)} if knoop.tekst or len(pad) > 1 else {}
    paren: list[tuple[str | int, Knoop]] = (
        list(enumerate(knoop.delen))
        if isinstance(knoop, Lijst)
        else [(naam, waarde) for naam, (_, waarde) in knoop.paren.items()]
    )
    uit: dict[tuple[str | int, ...], str] = {}
    for naam, waarde in paren:
        uit |= _waarden(waarde, (*pad, naam))
    return uit


def _opmerkingen(bestand: str, van: int, tot: int, knoop: Knoop) -> list[str]:
    """Return the comments between two offsets: what starts with # around the texts of `knoop`."""
    tussen: list[str] = []
    for blad in _bladeren(knoop):
        tussen.append(bestand[van : max(van, blad.begin)])
        van = max(van, blad.einde)
        if blad.stijl in ("|", ">"):  # the comment of a block stands on its first line
            tussen.append(bestand[blad.begin : blad.einde].split("\n", 1)[0])
    tussen.append(bestand[van:tot])
    return [opmerking.rstrip() for deel in tussen for opmerking in _OPMERKING.findall(deel)]


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
