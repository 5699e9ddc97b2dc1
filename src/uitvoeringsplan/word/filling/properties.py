"""The properties of a document: what a library catalogue reads, and what we read back later.

The core properties follow the plan. The custom ones tell which question set made the document and
hold a fingerprint per answer and per sentence of the fixed text, so that a later reader can see
who changed what; no text, no path and no name of a user is in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.datum import read_datum
from uitvoeringsplan.model.fingerprint import antwoord_fingerprint, fingerprint
from uitvoeringsplan.ooxml.names import (
    CORE_PART,
    REL_CORE,
    REL_CUSTOM,
    TYPE_CORE,
    TYPE_CUSTOM,
    TYPES,
    XML_DECLARATION,
    escape_attribute,
    escape_text,
)
from uitvoeringsplan.ooxml.relationships import with_content_type, with_relationships
from uitvoeringsplan.ooxml.tree import number, parse, write
from uitvoeringsplan.word.fixed.parts import parts_checksum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Member
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon


PREFIX = "uvp."
# The fixed id of the set of custom properties that Office shows to the user.
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EIGEN = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def document_title(vragenlijst: Vragenlijst, plan: Plan) -> str:
    """Return the title of the document, such as `Uitvoeringsplan polarisatie Delft 2027-2028`."""
    grenzen = (plan.gegevens.get(naam) for naam in (velden.PERIODE_VAN, velden.PERIODE_TOT))
    jaren = "-".join(dict.fromkeys(filter(None, grenzen)))
    return " ".join(filter(None, (vragenlijst.titel, plan.gegevens.get(velden.GEMEENTE), jaren)))


def core_xml(vragenlijst: Vragenlijst, plan: Plan) -> bytes:
    """Return docProps/core.xml; dates come from the plan, never from the clock."""
    gemeente = plan.gegevens.get(velden.GEMEENTE) or ""
    kern = [
        ("dc:title", document_title(vragenlijst, plan)),
        ("dc:subject", vragenlijst.titel),
        ("dc:creator", f"Gemeente {gemeente}" if gemeente else ""),
        ("cp:keywords", ", ".join(filter(None, ("uitvoeringsplan", vragenlijst.soort, gemeente)))),
        ("dc:language", "nl-NL"),
        ("cp:contentStatus", plan.status),
        ("cp:version", plan.gegevens.get(velden.VERSIE) or ""),
    ]
    regels = "".join(f"<{naam}>{escape_text(tekst)}</{naam}>" for naam, tekst in kern if tekst)
    datum = read_datum(plan.gegevens.get(velden.DATUM) or "")
    if datum:
        moment = f"{datum.isoformat()}T00:00:00Z"
        regels += "".join(
            f'<dcterms:{naam} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{naam}>'
            for naam in ("created", "modified")
        )
    return (
        XML_DECLARATION
        + (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"'
            f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{regels}</cp:coreProperties>'
        ).encode()
    )


def custom_xml(
    vragenlijst: Vragenlijst,
    plan: Plan,
    afdrukken: Mapping[str, str],
    oud: bytes | None,
    eerder: Plan | None = None,
    met_plaats: frozenset[str] | None = None,
) -> bytes:
    """Return docProps/custom.xml: what the template had in `oud`, and ours behind it.

    `afdrukken` tell later what of the document is still as it was made here; `eerder` is the plan
    that comes back when the changes in the document are rejected. `met_plaats` are the ids that
    have a control in the document (None: not told), so that a later reader knows which of the
    others are missing.
    """
    root = _empty() if oud is None else parse(oud, "eigenschappen", "")
    for prop in list(root):
        if prop.get("name", "").startswith(PREFIX):
            root.remove(prop)
    waarden = {
        "soort": vragenlijst.soort,
        "vragenlijst": plan.vragenlijst,
        **afdrukken,
    }
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        waarden[f"antwoord.{vraag.id}"] = antwoord_fingerprint(vraag, plan.tekst(vraag))
    # So that a sentence which stands for "no answer" is not read back as one.
    waarden |= {
        f"leeg.{vraag.id}": fingerprint(vraag.empty_text)
        for een in (plan, eerder)
        if een is not None and een.is_definitief
        for vraag in vragenlijst.vragen
        if not een.waarde(vraag)
    }
    if met_plaats is not None:
        alle = (*vragenlijst.gegevens, *vragenlijst.vragen)
        zonder = [vraag.id for vraag in alle if vraag.id not in met_plaats]
        # The number too: it tells that these are all, also when there are none.
        waarden |= {"zonder": str(len(zonder)), **{f"zonder.{naam}": "ja" for naam in zonder}}
    add_properties(root, waarden)
    return write(root)


def add_properties(root: Element, waarden: Mapping[str, str]) -> None:
    """Add custom properties of ours behind those that are there."""
    # The first two numbers are reserved.
    first = 1 + max((number(prop.get("pid")) or 1 for prop in root), default=1)
    xml = "".join(
        f'<property fmtid="{_FMTID}" pid="{pid}" name="{PREFIX}{escape_attribute(naam)}">'
        f"<vt:lpwstr>{escape_text(waarde)}</vt:lpwstr></property>"
        for pid, (naam, waarde) in enumerate(waarden.items(), first)
    )
    # One by one they take three times as long.
    root.extend(list(etree.fromstring(f'<x xmlns="{_EIGEN}" xmlns:vt="{_VT}">{xml}</x>')))


def read_custom(xml: bytes) -> dict[str, str]:
    """Return our own properties by name, without their prefix; none when it is no XML."""
    try:
        root = parse(xml, "eigenschappen", "")
    except SjabloonError:
        return {}
    return {
        naam.removeprefix(PREFIX): prop[0].text or ""
        for prop in root
        if (naam := prop.get("name", "")).startswith(PREFIX) and len(prop)
    }


def _empty() -> Element:
    nsmap: Any = {None: _EIGEN, "vt": _VT}
    return etree.Element(f"{{{_EIGEN}}}Properties", nsmap=nsmap)


_EIGEN_DEEL = "docProps/custom.xml"


def property_parts(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    leden: Mapping[str, Member],
    vast: dict[str, str],
    types: bytes | None = None,
    eerder: Plan | None = None,
    met_plaats: frozenset[str] | None = None,
) -> dict[str, bytes]:
    """Return the parts by name; `leden` is what the package holds besides.

    `vast` are the properties about the fixed text, `types` is the list of content types when it
    was changed, `met_plaats` are the ids that have a control in the document (None: not told).
    """
    pakket = sjabloon.pakket
    bekend = sjabloon.hoofdrelaties
    kern, eigen = bekend.get(REL_CORE, CORE_PART), bekend.get(REL_CUSTOM, _EIGEN_DEEL)
    oud = pakket.inhoud(eigen) if eigen in pakket.leden else None
    afdrukken = {
        "document": f"{leden[sjabloon.document].crc:08x}",
        "delen": parts_checksum(leden, (kern, eigen)),
        **vast,
    }
    nieuw = {
        kern: core_xml(vragenlijst, plan),
        eigen: custom_xml(vragenlijst, plan, afdrukken, oud, eerder, met_plaats),
    }
    ontbreekt = [
        (f"uvpDeel{i}", soort, doel, False)
        for i, (soort, doel) in enumerate(((REL_CORE, kern), (REL_CUSTOM, eigen)), 1)
        if soort not in bekend
    ]
    if ontbreekt:
        nieuw["_rels/.rels"] = with_relationships(pakket.inhoud("_rels/.rels"), ontbreekt)
        types = types or pakket.inhoud(TYPES)
        types = with_content_type(types, kern, TYPE_CORE)
        nieuw[TYPES] = with_content_type(types, eigen, TYPE_CUSTOM)
    return nieuw
