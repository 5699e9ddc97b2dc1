"""Adding an open point to a project file, or closing one, without touching any other line.

Every point stands apart, and its last line is its key, which no other point has. So git can tell
the places of two new points apart, and closing one point never touches a line beside the next.
As with answers, every patch is proved before it leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.model.punt import OpenPunt, maak_punt, nieuwe_punten, plaats_nieuwe
from uitvoeringsplan.plan.punten import MAX_PUNTEN, PUNTEN
from uitvoeringsplan.yamltext.yaml_edit import (
    add_key,
    begin_van,
    einde_van_deel,
    einde_van_sleutel,
    fill_empty,
    om_de_waarde,
    opmerkingen,
    veranderd,
    vervang_in_haken,
    voeg_in_haken,
)
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Lijst, Tekst
from uitvoeringsplan.yamltext.yaml_writer import (
    blok,
    waarde_in_haken,
    waarde_op_regel,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from uitvoeringsplan.plan.planbestand import Planbestand

_BLOKKEN = ("citaat", "tekst")


def voeg_punten_toe(bestand: Planbestand, punten: Iterable[OpenPunt]) -> Planbestand:
    """Return the file with the points that it does not have yet; equal when it has them all.

    Raises PuntError for a point that says nothing, and ProjectbestandError when the file has a
    form that cannot be patched safely.
    """
    lijst = bestand.vragenlijst
    rang = {vraag.id: i for i, vraag in enumerate((*lijst.gegevens, *lijst.vragen))}
    erbij = nieuwe_punten(bestand.punten, map(maak_punt, punten))
    if len(bestand.punten) + len(erbij) > MAX_PUNTEN:
        raise ProjectbestandError(
            bestand.pad,
            f"een plan kan niet meer dan {MAX_PUNTEN} punten hebben. Er is niets veranderd. Haal"
            " eerst punten weg die klaar zijn.",
        )
    if not erbij:
        return bestand
    plekken: dict[int, list[OpenPunt]] = {}
    for i, punt in plaats_nieuwe(erbij, bestand.punten, rang):
        plekken.setdefault(i, []).append(punt)
    verwacht = [
        punt
        for i, bestaand in enumerate((*bestand.punten, None))
        for punt in (*plekken.get(i, ()), bestaand)
        if punt
    ]
    return _bewezen(bestand, _voeg_in(bestand, plekken), tuple(verwacht))


def zet_klaar(bestand: Planbestand, index: int, datum: str) -> Planbestand:
    """Return the file in which this point is closed on a date, or open again (no date).

    Raises PuntError for what is no date, and ProjectbestandError as adding does.
    """
    return zet_allemaal_klaar(bestand, {index: datum})


def zet_allemaal_klaar(bestand: Planbestand, datums: Mapping[int, str]) -> Planbestand:
    """Return the file in which each of these points is closed on its date, or open again.

    They are changed and proved together, so that many take no more readings than one. Raises as
    `zet_klaar` does.
    """
    punten = list(bestand.punten)
    tekst = bestand.bron.tekst
    # From the last to the first: then what stands before still has the place that it was read at.
    for i in sorted(datums, reverse=True):
        punt = maak_punt(punten[i]._replace(klaar=datums[i]))
        if punt != punten[i]:
            punten[i] = punt
            tekst = _met_klaar(tekst, bestand.boom, i, punt.klaar)
    if tuple(punten) == bestand.punten:
        return bestand
    return _bewezen(bestand, tekst, tuple(punten))


def zonder_punten(bestand: Planbestand, kenmerken: Container[str]) -> Planbestand:
    """Return the file without these points, as it was before they were added.

    Raises ProjectbestandError when that would take more than the lines of the points.
    """
    weg = [i for i, punt in enumerate(bestand.punten) if punt.kenmerk in kenmerken]
    if not weg:
        return bestand
    tekst = bestand.bron.tekst
    aantal = len(bestand.punten)
    for i in reversed(weg):
        tekst = _zonder(tekst, bestand.boom, i, is_enige=aantal == 1)
        aantal -= 1
    uit = set(weg)
    over = tuple(punt for i, punt in enumerate(bestand.punten) if i not in uit)
    return _bewezen(bestand, tekst, over)


def _bewezen(bestand: Planbestand, nieuw: str, verwacht: tuple[OpenPunt, ...]) -> Planbestand:
    """Return the file with this text if it has these points and is the same otherwise."""
    if veranderd(bestand.bron, bestand.boom, nieuw, (PUNTEN,)) is not None:
        try:
            uit = bestand.met_tekst(nieuw)
        except ProjectbestandError:
            uit = bestand
        if uit.punten == verwacht:
            return uit
    raise ProjectbestandError(
        bestand.pad,
        "dit punt past niet in de vorm waarin dit bestand is geschreven. Er is niets veranderd."
        " Zet het zelf in het bestand.",
    )


def _voeg_in(bestand: Planbestand, plekken: Mapping[int, Sequence[OpenPunt]]) -> str:
    """Return the text with new points, each before the one that stands at its place."""
    tekst, boom = bestand.bron.tekst, bestand.boom
    paar = boom.paren.get(PUNTEN)
    alle = [punt for i in sorted(plekken) for punt in plekken[i]]
    waarde = paar[1] if paar else None
    if paar and isinstance(waarde, Lijst) and waarde.delen:
        invoeging = _tussen_haken if waarde.in_haken else _tussen_regels
        for i in sorted(plekken, reverse=True):  # what stands before keeps its place
            tekst = invoeging(tekst, paar[0], waarde, i, plekken[i])
        return tekst
    add = add_key if paar is None else fill_empty
    return add(tekst, boom, PUNTEN, f"[{_in_haken(alle)}]", lambda kolom: _regels(alle, kolom))


def _tussen_haken(tekst: str, _: Tekst, lijst: Lijst, i: int, punten: Sequence[OpenPunt]) -> str:
    if i == 0:
        j = begin_van(tekst, lijst) + 1
        return f"{tekst[:j]}{_in_haken(punten)}, {tekst[j:]}"
    j = lijst.delen[i - 1].einde
    return f"{tekst[:j]}, {_in_haken(punten)}{tekst[j:]}"


def _tussen_regels(
    tekst: str, sleutel: Tekst, lijst: Lijst, i: int, punten: Sequence[OpenPunt]
) -> str:
    regels = _regels(punten, lijst.kolom - 1)
    if i == 0:
        j = einde_van_sleutel(tekst, sleutel)
        return f"{tekst[:j]}\n{regels}\n{tekst[j:]}"
    j = einde_van_deel(tekst, lijst.delen[i - 1])
    return f"{tekst[:j]}\n\n{regels}{tekst[j:] or chr(10)}"


def _met_klaar(tekst: str, boom: Kaart, index: int, datum: str) -> str:
    lijst = boom.paren[PUNTEN][1]
    kaart = lijst.delen[index] if isinstance(lijst, Lijst) else lijst
    if not isinstance(kaart, Kaart):  # a point was read from it
        raise TypeError
    if "klaar" in kaart.paren:
        sleutel, waarde = kaart.paren["klaar"]
        if kaart.in_haken:
            return vervang_in_haken(tekst, sleutel, waarde, waarde_in_haken(datum))
        voor, opmerking, einde = om_de_waarde(tekst, sleutel, waarde)
        regel = f"{voor} {waarde_op_regel(datum)}".rstrip(" ")
        return f"{regel}{opmerking}{tekst[einde:]}"
    if kaart.in_haken:
        return voeg_in_haken(tekst, kaart, f"klaar: {waarde_in_haken(datum)}")
    j = einde_van_deel(tekst, kaart)
    marge = " " * (kaart.kolom - 1)
    return f"{tekst[:j]}\n{marge}klaar: {waarde_op_regel(datum)}{tekst[j:] or chr(10)}"


def _zonder(tekst: str, boom: Kaart, i: int, *, is_enige: bool) -> str:
    """Return the text without a point and the blank lines that set it apart."""
    sleutel, lijst = boom.paren[PUNTEN]
    if not isinstance(lijst, Lijst) or lijst.in_haken:
        return tekst  # which is no proof that it is gone
    einde = einde_van_deel(tekst, lijst.delen[i])
    if i > 0:
        return tekst[: einde_van_deel(tekst, lijst.delen[i - 1])] + tekst[einde:]
    if not is_enige:
        achter = tekst[einde:].lstrip("\n")
        return f"{tekst[: einde_van_sleutel(tekst, sleutel)]}\n{achter}"
    if opmerkingen(tekst, sleutel.einde, begin_van(tekst, lijst), lijst):
        return tekst[: einde_van_sleutel(tekst, sleutel)] + tekst[einde:]
    voor = tekst[: tekst.rfind("\n", 0, sleutel.begin) + 1].rstrip("\n")
    return f"{voor}\n{tekst[einde:].removeprefix(chr(10))}"


def _regels(punten: Iterable[OpenPunt], kolom: int) -> str:
    """Return points as lines, their dashes in column `kolom` (from 0), without a line end."""
    return "\n\n".join(_puntregels(punt, kolom) for punt in punten)


def _puntregels(punt: OpenPunt, kolom: int) -> str:
    marge = " " * (kolom + 2)
    uit = []
    for naam, tekst in punt._asdict().items():
        waarde = blok(tekst, kolom + 2) if naam in _BLOKKEN else waarde_op_regel(tekst)
        uit.append(f"{marge}{naam}: {waarde}".rstrip(" "))
    return f"{' ' * kolom}- " + "\n".join(uit)[len(marge) :]


def _in_haken(punten: Iterable[OpenPunt]) -> str:
    return ", ".join(
        f"{{{', '.join(f'{naam}: {waarde_in_haken(t)}' for naam, t in punt._asdict().items())}}}"
        for punt in punten
    )
