"""Rules on the package: what makes Word refuse a file, repair it, or lose an answer.

They complement the Open XML SDK and `ooxml-integrity`, which see the schema but not, for example,
two controls with one id.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.bevinding import Regel
from uitvoeringsplan.checks.onderdelen import plaats
from uitvoeringsplan.checks.xmlhulp import pad, r, tekst_van, w, waarde
from uitvoeringsplan.ooxml.relationships import lees_relaties, relatiedeel
from uitvoeringsplan.word.invulvelden import DEEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.checks.onderdelen import Onderdeel, Woordbestand
    from uitvoeringsplan.checks.xmlhulp import Element

    Vondsten = Iterator[tuple[str, str]]

_STIJLVERWIJZINGEN = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def dubbel_id(bestand: Woordbestand) -> Vondsten:
    """Find two controls with one id: Word gives one of them a new one, silently.

    The placeholders are a document of their own. Source: ECMA-376-1, 17.5.2 (id).
    """
    groepen = (bestand.lopend, [d for d in bestand.onderdelen if d.is_glossarium])
    for groep in groepen:
        paren = [
            (waarde(veld.find(pad("sdtPr", "id"))), deel)
            for deel in groep
            for veld in deel.wortel.iter(w("sdt"))
        ]
        for id_, deel in _dubbel(paren):
            yield plaats(deel), f"twee invulvelden hebben hetzelfde nummer ({id_})."


def dubbele_code(bestand: Woordbestand) -> Vondsten:
    """Find two block controls with one tag: nobody can tell which one holds the answer.

    A field inside a line may occur many times. In a template each of two parts with a condition
    may have one: a document gets at most one of those parts. Source: ECMA-376-1, 17.5.2 (tag), and
    our design.
    """
    velden = [
        (code, _deel_om(veld), deel)
        for deel in bestand.lopend
        for veld in deel.wortel.iter(w("sdt"))
        if next(veld.iterancestors(w("p")), None) is None
        and not (code := _code(veld)).startswith(DEEL)
    ]
    for code, deel in _dubbel([(code, deel) for code, _, deel in velden]):
        delen = [om for eigen, om, _ in velden if eigen == code]
        if "" in delen or len(set(delen)) < len(delen):
            yield plaats(deel), f"twee invulvelden hebben dezelfde code (tag) “{code}”."


def bladwijzerpaar(bestand: Woordbestand) -> Vondsten:
    """Find a bookmark that starts and never ends, or the reverse: Word drops it.

    Source: ECMA-376-1, 17.13.6 (bookmarkStart, bookmarkEnd).
    """
    for deel in bestand.onderdelen:
        begin = Counter(waarde(b, "id") for b in deel.wortel.iter(w("bookmarkStart")))
        einde = Counter(waarde(b, "id") for b in deel.wortel.iter(w("bookmarkEnd")))
        for id_ in sorted(begin | einde):
            if (begin[id_], einde[id_]) != (1, 1):
                yield (
                    plaats(deel),
                    (
                        f"bladwijzer {id_} begint {begin[id_]} keer en eindigt {einde[id_]} keer;"
                        " het moet allebei één keer zijn."
                    ),
                )


def dubbele_bladwijzer(bestand: Woordbestand) -> Vondsten:
    """Find two bookmarks with one name, capitals aside: Word keeps the first.

    Source: ECMA-376-1, 17.13.6 (bookmarkStart).
    """
    paren = [
        (waarde(b, "name").lower(), deel)
        for deel in bestand.lopend
        for b in deel.wortel.iter(w("bookmarkStart"))
    ]
    for naam, deel in _dubbel(paren):
        yield plaats(deel), f"twee bladwijzers heten “{naam}”."


def anker_ontbreekt(bestand: Woordbestand) -> Vondsten:
    """Find a link inside the document to a bookmark that is not there.

    Source: ECMA-376-1, 17.16 (hyperlink).
    """
    namen = {
        waarde(b, "name") for deel in bestand.lopend for b in deel.wortel.iter(w("bookmarkStart"))
    }
    for deel in bestand.lopend:
        for link in deel.wortel.iter(w("hyperlink")):
            anker = waarde(link, "anchor")
            if anker and anker != "_top" and anker not in namen:
                yield (
                    plaats(deel, tekst_van(link)),
                    f"deze verwijzing wijst naar de bladwijzer “{anker}”, die er niet is.",
                )


def cel_zonder_slotalinea(bestand: Woordbestand) -> Vondsten:
    """Find a table cell that does not end with a paragraph: Word calls the file corrupt.

    Source: ECMA-376-1, 17.4 (tc).
    """
    for deel in bestand.onderdelen:
        for cel in deel.wortel.iter(w("tc")):
            blokken = [kind for kind in cel if kind.tag != w("tcPr")]
            if not blokken or blokken[-1].tag != w("p"):
                yield plaats(deel, tekst_van(cel)), "deze tabelcel eindigt niet met een alinea."


def stijl_ontbreekt(bestand: Woordbestand) -> Vondsten:
    """Find a reference to a style that is not there: the text falls back to Normal, unseen.

    Source: ECMA-376-1, 17.7.4 (style), 17.3 (pStyle, rStyle).
    """
    for deel in bestand.onderdelen:
        namen = [w(naam) for naam in _STIJLVERWIJZINGEN]
        for wortel in (deel.wortel, deel.stijlen.wortel, deel.nummering):
            ids = {waarde(element) for element in wortel.iter(*namen)}
            for stijl_id in sorted(ids - deel.stijlen.stijlen.keys()):
                yield plaats(deel), f"de stijl “{stijl_id}” wordt gebruikt, maar bestaat niet."


def nummering_ontbreekt(bestand: Woordbestand) -> Vondsten:
    """Find a list number that is not defined: bullets and numbers vanish; 0 means no list.

    Source: ECMA-376-1, 17.9 (numId, abstractNumId).
    """
    for deel in bestand.onderdelen:
        lijsten = {waarde(a, "abstractNumId") for a in deel.nummering.findall(w("abstractNum"))}
        nummers = {"0"}
        for num in deel.nummering.findall(w("num")):
            nummers.add(waarde(num, "numId"))
            lijst = waarde(num.find(w("abstractNumId")))
            if lijst not in lijsten:
                yield plaats(deel), f"de nummering wijst naar lijst {lijst}, die niet bestaat."
        gebruikt = {
            waarde(num)
            for wortel in (deel.wortel, deel.stijlen.wortel)
            for num in wortel.iter(w("numId"))
        }
        for nummer in sorted(gebruikt - nummers):
            yield plaats(deel), f"nummering {nummer} wordt gebruikt, maar bestaat niet."


def relatie_ontbreekt(bestand: Woordbestand) -> Vondsten:
    """Find an r:id without a relationship: Word calls the file corrupt.

    Source: ECMA-376-2 (Open Packaging Conventions), relationships.
    """
    voorvoegsel = r("")
    for deel in bestand.onderdelen:
        bekend = {relatie.id for relatie in deel.relaties}
        for element in deel.wortel.iter("*"):
            for naam, id_ in element.attrib.items():
                if naam.startswith(voorvoegsel) and id_ not in bekend:
                    yield (
                        plaats(deel, tekst_van(element)),
                        f"hier wordt relatie “{id_}” gebruikt, maar die bestaat niet.",
                    )


def doel_ontbreekt(bestand: Woordbestand) -> Vondsten:
    """Find a relationship to a part that is not in the package: Word calls the file corrupt.

    Source: ECMA-376-2 (Open Packaging Conventions), relationships.
    """
    leden = bestand.pakket.leden
    for naam in leden:
        map_, bestandsnaam = posixpath.split(naam)
        if posixpath.basename(map_) != "_rels" or not bestandsnaam.endswith(".rels"):
            continue
        deel = posixpath.join(posixpath.dirname(map_), bestandsnaam.removesuffix(".rels"))
        if deel and deel not in leden:
            yield naam, f"deze relaties horen bij {deel}, maar dat onderdeel is er niet."
        for relatie in lees_relaties(bestand.pakket, deel):
            if not relatie.extern and relatie.doel not in leden:
                yield relatiedeel(deel), f"het onderdeel {relatie.doel} ontbreekt in het pakket."


def _code(veld: Element) -> str:
    return waarde(veld.find(pad("sdtPr", "tag")))


def _deel_om(veld: Element) -> str:
    """Return the condition of the part that a control stands in; empty when it is in none."""
    codes = (_code(om) for om in veld.iterancestors(w("sdt")))
    return next((code for code in codes if code.startswith(DEEL)), "")


def _dubbel(paren: Iterable[tuple[str, Onderdeel]]) -> Iterator[tuple[str, Onderdeel]]:
    """Return every value that is there more than once, with the part of its second place."""
    gezien: Counter[str] = Counter()
    for waarde_, deel in paren:
        gezien[waarde_] += 1
        if waarde_ and gezien[waarde_] == 2:
            yield waarde_, deel


PAKKETREGELS = (
    Regel("dubbel-id", dubbel_id),
    Regel("dubbele-code", dubbele_code),
    Regel("bladwijzerpaar", bladwijzerpaar),
    Regel("dubbele-bladwijzer", dubbele_bladwijzer),
    Regel("anker-ontbreekt", anker_ontbreekt),
    Regel("cel-zonder-slotalinea", cel_zonder_slotalinea),
    Regel("stijl-ontbreekt", stijl_ontbreekt),
    Regel("nummering-ontbreekt", nummering_ontbreekt),
    Regel("relatie-ontbreekt", relatie_ontbreekt),
    Regel("doel-ontbreekt", doel_ontbreekt),
)
