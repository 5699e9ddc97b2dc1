"""What a template lacks for answers: styles, lists, and the language of its words.

A municipality's own template has its own styles; those stay as they are. What answers need and
the template does not have is added, on the base of its own text. The result can be filled like
any other template, and completing it once more changes nothing.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.kleur import lees_kleur
from uitvoeringsplan.ooxml.names import (
    REL_GLOSSARIUM,
    REL_NUMMERING,
    REL_STIJLEN,
    REL_THEMA,
    STIJL_BIJSCHRIFT,
    STIJL_LINK,
    STIJL_NUMMER,
    STIJL_PLAATSHOUDER,
    STIJL_PUNT,
    STIJL_TABEL,
    TYPE_NUMMERING,
    TYPE_STIJLEN,
    TYPES,
)
from uitvoeringsplan.ooxml.relationships import (
    hoofddocument,
    lees_relaties,
    met_relaties,
    relatiedeel,
)
from uitvoeringsplan.word.aanvulling.soort import als_document, met_delen

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Pakket
    from uitvoeringsplan.ooxml.relationships import Relatie

# A glance at the parts as most programs write them. What it does not recognise takes the long way.
_STIJL = re.compile(
    rb"<\w+:style\s[^>]*>\s*<\w+:name\s+\w+:val=\"([^\"]*)\"\s*/>(.*?)</\w+:style>", re.DOTALL
)
_TAAL = re.compile(
    rb"<\w+:docDefaults>(?:(?!</\w+:docDefaults>).)*<\w+:lang\s+\w+:val=\"nl-NL\"", re.DOTALL
)
_NUM_ID = re.compile(rb"<\w+:numId\s+\w+:val=\"([1-9]\d*)\"")
_DIEPER = re.compile(rb"<\w+:ilvl\s+\w+:val=\"[1-9]")
_NUM = re.compile(
    rb"<\w+:num\s+\w+:numId=\"(\d+)\"[^>]*>\s*<\w+:abstractNumId\s+\w+:val=\"(\d+)\"\s*/>"
    rb"\s*</\w+:num>"
)
_LIJST = re.compile(
    rb"<\w+:abstractNum\s[^>]*?:abstractNumId=\"(\d+)\"[^>]*>(.*?)</\w+:abstractNum>", re.DOTALL
)


def vul_stijlen_aan(pakket: Pakket) -> Pakket:
    """Return the package as a plain document with all that answers need; raises SjabloonError."""
    pakket = als_document(pakket)
    document = hoofddocument(pakket)
    relaties = lees_relaties(pakket, document)
    stijlen = _plek(relaties, REL_STIJLEN, document, "styles.xml")
    nummering = _plek(relaties, REL_NUMMERING, document, "numbering.xml")
    talen = _glossariumstijlen(pakket, relaties)
    if {stijlen, nummering} <= pakket.leden.keys() and _is_compleet(
        pakket.inhoud(stijlen),
        pakket.inhoud(nummering),
        [pakket.inhoud(naam) for naam in talen],
    ):
        return pakket
    # Few templates need any of this.
    from uitvoeringsplan.ooxml.styles import lees_stijlblad  # noqa: PLC0415
    from uitvoeringsplan.word.aanvulling.lijsten import vul_lijsten_aan  # noqa: PLC0415
    from uitvoeringsplan.word.aanvulling.nieuw import LEGE_NUMMERING, LEGE_STIJLEN  # noqa: PLC0415
    from uitvoeringsplan.word.aanvulling.stijlblad import (  # noqa: PLC0415
        met_taal,
        vul_stijlblad_aan,
    )

    stijldata = _inhoud(pakket, stijlen, LEGE_STIJLEN)
    stijlblad = lees_stijlblad(stijldata, stijlen, pakket.pad)
    lijsten = vul_lijsten_aan(
        _inhoud(pakket, nummering, LEGE_NUMMERING), nummering, pakket.pad, stijlblad
    )
    nieuw: dict[str, bytes | None] = {
        stijlen: vul_stijlblad_aan(
            stijldata,
            stijlen,
            pakket.pad,
            stijlblad,
            lijsten.nummers,
            _linkkleur(pakket, relaties),
        ),
        nummering: lijsten.data,
        **{naam: met_taal(pakket.inhoud(naam), naam, pakket.pad) for naam in talen},
    }
    nieuw |= _verbonden(
        pakket,
        document,
        relaties,
        ((REL_STIJLEN, stijlen, TYPE_STIJLEN), (REL_NUMMERING, nummering, TYPE_NUMMERING)),
    )
    return met_delen(pakket, {n: d for n, d in nieuw.items() if d != _inhoud(pakket, n, b"")})


def _plek(relaties: list[Relatie], soort: str, document: str, naam: str) -> str:
    """Return the part that a document has for this, or where it may come."""
    eigen = (relatie.doel for relatie in relaties if relatie.soort == soort)
    return next(eigen, "") or posixpath.join(posixpath.dirname(document), naam)


def _inhoud(pakket: Pakket, naam: str, anders: bytes) -> bytes:
    return pakket.inhoud(naam) if naam in pakket.leden else anders


def _glossariumstijlen(pakket: Pakket, relaties: list[Relatie]) -> list[str]:
    """Return the styles of the placeholders, which are a document of their own."""
    return [
        eigen.doel
        for relatie in relaties
        if relatie.soort == REL_GLOSSARIUM
        for eigen in lees_relaties(pakket, relatie.doel)
        if eigen.soort == REL_STIJLEN and eigen.doel in pakket.leden
    ]


def _linkkleur(pakket: Pakket, relaties: list[Relatie]) -> str:
    from uitvoeringsplan.ooxml.theme import LINK, themakleur  # noqa: PLC0415 - as above

    themas = (r.doel for r in relaties if r.soort == REL_THEMA and r.doel in pakket.leden)
    thema = next(themas, "")
    return lees_kleur(themakleur(pakket.inhoud(thema), LINK, pakket.pad)) or "" if thema else ""


def _verbonden(
    pakket: Pakket,
    document: str,
    relaties: list[Relatie],
    delen: tuple[tuple[str, str, str], ...],
) -> dict[str, bytes | None]:
    """Return the relations and content types with those of (kind, part, type) in them."""
    from uitvoeringsplan.word.eigenschappen import inhoudstype  # noqa: PLC0415 - as above

    nieuw: dict[str, bytes | None] = {}
    bekend = {relatie.soort for relatie in relaties}
    los = [
        (f"uvpStijl{i}", soort, f"/{deel}", False)
        for i, (soort, deel, _) in enumerate(delen, 1)
        if soort not in bekend
    ]
    if los:
        verband = relatiedeel(document)
        oud = pakket.inhoud(verband) if verband in pakket.leden else None
        nieuw[verband] = met_relaties(oud, los)
    types = pakket.inhoud(TYPES)
    for soort, deel, type_ in delen:
        if soort not in bekend or deel not in pakket.leden:
            types = inhoudstype(types, deel, type_)
            nieuw[TYPES] = types
    return nieuw


def _is_compleet(stijlen: bytes, nummering: bytes, talen: list[bytes]) -> bool:
    """Whether a glance is enough to see that nothing is missing, as in the shipped template."""
    lichamen = {m[1].decode("utf-8", "replace").lower(): m[2] for m in _STIJL.finditer(stijlen)}
    nodig = (*STIJL_PUNT, *STIJL_NUMMER, STIJL_LINK, STIJL_PLAATSHOUDER, STIJL_BIJSCHRIFT)
    if any(naam.lower() not in lichamen for naam in nodig):
        return False
    if not any(naam.lower() in lichamen for naam in STIJL_TABEL):
        return False
    if any(not _TAAL.search(deel) or deel.count(b":lang ") != 1 for deel in (stijlen, *talen)):
        return False
    lijst_van = {m[1]: m[2] for m in _NUM.finditer(nummering)}
    lijsten = {m[1]: m[2] for m in _LIJST.finditer(nummering)}
    for familie in (STIJL_PUNT, STIJL_NUMMER):
        for i, naam in enumerate(familie):
            lichaam = lichamen[naam.lower()]
            nummer = _NUM_ID.search(lichaam)
            lijst = lijsten.get(lijst_van.get(nummer[1], b""), b"") if nummer else b""
            if bool(_DIEPER.search(lichaam)) != bool(i):
                return False
            if b':ilvl="0"' not in lijst or b':ilvl="1"' not in lijst:
                return False
    return True
