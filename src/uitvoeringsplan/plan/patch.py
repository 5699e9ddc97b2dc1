"""Changing one answer in the text of a project file, and nothing else.

The file is a text that people edit too, so it is patched by the places of its values, not written
anew: comments, order, other styles of writing and odd spacing stay as they are. Every patch is
proved before it leaves: the result is read again, all other values must be equal and all comments
must be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.yamltext.yaml_edit import (
    add_key,
    einde_van_waarde,
    fill_empty,
    om_de_waarde,
    veranderd,
    vervang_in_haken,
    voeg_in_haken,
    vrij_van_blok,
)
from uitvoeringsplan.yamltext.yaml_tree import Kaart
from uitvoeringsplan.yamltext.yaml_writer import (
    blok,
    sleutelregels,
    waarde_in_haken,
    waarde_op_regel,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.files.source_text import Bron
    from uitvoeringsplan.model.vraag import Vraag


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
    if not isinstance(kaart, Kaart) or not kaart.paren:
        add = add_key if paar is None else fill_empty
        flow = f"{{{vraag.id}: {waarde_in_haken(tekst)}}}"
        nieuw = add(
            bron.tekst,
            boom,
            groep,
            flow,
            lambda kolom: sleutelregels(vraag, tekst, is_veld=is_veld, kolom=kolom),
        )
    elif vraag.id in kaart.paren:
        nieuw = _vervang(bron.tekst, kaart, vraag, tekst)
    else:
        nieuw = _voeg_in(bron.tekst, kaart, vraag, tekst, volgorde, is_veld=is_veld)
    plek = (groep, vraag.id)
    gekregen = veranderd(bron, boom, nieuw, plek)
    if gekregen is None or gekregen.get(plek, "") != tekst:
        raise ProjectbestandError(
            bron.pad,
            f"het antwoord op “{vraag.id}” past niet in de vorm waarin dit bestand is geschreven."
            " Er is niets veranderd. Zet het antwoord zelf in het bestand, of laat"
            " `uitvoeringsplan nieuw --antwoorden` er een nieuw bestand van maken.",
        )
    return nieuw


def _vervang(bestand: str, kaart: Kaart, vraag: Vraag, tekst: str) -> str:
    sleutel, waarde = kaart.paren[vraag.id]
    if kaart.in_haken:
        return vervang_in_haken(bestand, sleutel, waarde, waarde_in_haken(tekst))
    voor, opmerking, einde = om_de_waarde(bestand, sleutel, waarde)
    if not vraag.type.is_blok and "\n" not in tekst:
        return f"{voor} {waarde_op_regel(tekst)}".rstrip(" ") + opmerking + bestand[einde:]
    kolom = sleutel.kolom - 1
    kop, *regels = blok(tekst, kolom).split("\n")
    return (
        f"{voor} {kop}{opmerking}"
        + "".join(f"\n{regel}" for regel in regels)
        + vrij_van_blok(bestand[einde:], kolom)
    )


def _voeg_in(
    bestand: str, kaart: Kaart, vraag: Vraag, tekst: str, volgorde: Sequence[str], *, is_veld: bool
) -> str:
    """Insert a key that is missing, behind the nearest earlier question that is there."""
    if kaart.in_haken:
        return voeg_in_haken(bestand, kaart, f"{vraag.id}: {waarde_in_haken(tekst)}")
    rang = {naam: i for i, naam in enumerate(volgorde)}
    eigen = rang.get(vraag.id, len(rang))
    eerder = [paar for naam, paar in kaart.paren.items() if rang.get(naam, len(rang)) < eigen]
    sleutel, waarde = (eerder or list(kaart.paren.values()))[-1]
    kolom = sleutel.kolom - 1
    i = einde_van_waarde(bestand, sleutel, waarde)
    nieuw = sleutelregels(vraag, tekst, is_veld=is_veld, kolom=kolom)
    return f"{bestand[:i]}\n\n{nieuw}{vrij_van_blok(bestand[i:], kolom) or chr(10)}"
