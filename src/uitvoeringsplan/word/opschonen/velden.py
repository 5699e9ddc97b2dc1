"""Fields of Word: the ones that fetch something from a computer or another file, and who made it.

A field that fetches is undone: its result stays, as text. One that tells who works with the file or
where it lies goes with its result; one that the plan answers only loses the old result.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.splice import Splice
from uitvoeringsplan.word.opschonen.namen import TEKST, VELD, VELDCODE, VELDTEKEN, wijst_naar_schijf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.scan import Afdruk, Element
    from uitvoeringsplan.word.opschonen.verslag import Verslag

_HAALT = frozenset(
    (
        "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE",
        "RD", "DOCVARIABLE", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "NEXT", "NEXTIF", "SKIPIF",
    )
)  # fmt: skip
# What they say is wrong in a document, and in a PDF it would be a place on somebody's computer.
_VERDWIJNT = frozenset(
    (
        "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE",
        "COMMENTS", "REVNUM", "EDITTIME", "FILESIZE",
    )
)  # fmt: skip
# What they say is worked out anew from the plan.
_OPNIEUW = frozenset(("AUTHOR", "SAVEDATE", "CREATEDATE", "PRINTDATE"))
# Of the properties by name, those that say who made it; of others the words are wanted.
_EIGENSCHAP = ("DOCPROPERTY", "INFO")
_MAKERS = re.compile(
    r"\S+\s+\W?(?:company|manager|author|lastsavedby|last author|template|hyperlinkbase|filename"
    r"|comments|revnum)",
    re.IGNORECASE,
)


class _Veld(NamedTuple):
    begin: Element
    code: list[Element]
    resultaat: list[Element]
    merken: list[Element]


def kaalgemaakte_velden(afdruk: Afdruk, verslag: Verslag) -> Iterator[Splice]:
    """Yield what is cut from the fields of a part."""
    for kort in afdruk.alle(VELD):
        code = kort.attributen.get(f"{W} instr", "")
        rand = [(kort.begin, kort.binnen), (kort.slot, kort.einde)]
        yield from _kaal(code, rand, kort.alle(TEKST), verslag)
    for lang in _lange_velden(afdruk):
        code = "".join(afdruk.data[e.binnen : e.slot].decode() for e in lang.code)
        rand = [(e.begin, e.einde) for e in (*lang.merken, *lang.code)]
        yield from _kaal(code, rand, lang.resultaat, verslag)


def _kaal(
    code: str, rand: list[tuple[int, int]], resultaat: list[Element], verslag: Verslag
) -> Iterator[Splice]:
    """Yield what is cut from one field: its result, the field around that (`rand`), or both."""
    naam = _naam(code)
    verdwijnt = naam in _VERDWIJNT or (naam in _EIGENSCHAP and _MAKERS.match(code.strip()))
    if verdwijnt or naam in _OPNIEUW:
        if any(tekst.binnen < tekst.slot for tekst in resultaat):
            verslag.meld("veldwaarde")
        yield from (Splice(tekst.binnen, tekst.slot) for tekst in resultaat)
    elif _haalt(code):
        verslag.meld("veld")
    else:
        return
    if naam not in _OPNIEUW:
        yield from (Splice(begin, einde) for begin, einde in rand)


def _lange_velden(afdruk: Afdruk) -> Iterator[_Veld]:
    """Yield the fields that are spread over runs; the inner one before the one around it.

    What stands in the code of a field counts as its code, also the result of a field in it.
    """
    stapel: list[tuple[_Veld, bool]] = []  # with whether it is past its code
    stukken = sorted(
        (*afdruk.alle(VELDTEKEN), *afdruk.alle(VELDCODE), *afdruk.alle(TEKST)),
        key=lambda element: element.begin,
    )
    for stuk in stukken:
        soort = stuk.attributen.get(f"{W} fldCharType", "")
        if stuk.naam == VELDTEKEN and soort == "begin":
            stapel.append((_Veld(stuk, [], [], [stuk]), False))
        elif not stapel:
            continue
        elif stuk.naam == VELDTEKEN:
            veld, _ = stapel.pop()
            veld.merken.append(stuk)
            if soort == "separate":
                stapel.append((veld, True))
                continue
            yield veld
            if stapel and not stapel[-1][1]:  # all of it is code of the one around it
                stapel[-1][0].code.extend((*veld.merken, *veld.code, *veld.resultaat))
            elif stapel:
                stapel[-1][0].resultaat.extend(veld.resultaat)
        else:
            veld, voorbij = stapel[-1]
            (veld.resultaat if voorbij else veld.code).append(stuk)


def _naam(code: str) -> str:
    return next(iter(code.split()), "").upper()


def _haalt(code: str) -> bool:
    kaal = re.sub("&quot;", '"', code)
    return _naam(kaal) in (*_HAALT, *_EIGENSCHAP) or wijst_naar_schijf(kaal.replace("\\\\", "\\"))
