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
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    free_ids,
    load_relationships,
    with_content_type,
    with_relationships,
)
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
_OWN = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def document_title(vragenlijst: Vragenlijst, plan: Plan) -> str:
    """Return the title of the document, such as `Uitvoeringsplan polarisatie Delft 2027-2028`."""
    bounds = (plan.gegevens.get(name) for name in (velden.PERIODE_VAN, velden.PERIODE_TOT))
    years = "-".join(dict.fromkeys(filter(None, bounds)))
    return " ".join(filter(None, (vragenlijst.titel, plan.gegevens.get(velden.GEMEENTE), years)))


def core_xml(vragenlijst: Vragenlijst, plan: Plan) -> bytes:
    """Return docProps/core.xml; dates come from the plan, never from the clock."""
    gemeente = plan.gegevens.get(velden.GEMEENTE) or ""
    core = [
        ("dc:title", document_title(vragenlijst, plan)),
        ("dc:subject", vragenlijst.titel),
        ("dc:creator", f"Gemeente {gemeente}" if gemeente else ""),
        ("cp:keywords", ", ".join(filter(None, ("uitvoeringsplan", vragenlijst.soort, gemeente)))),
        ("dc:language", "nl-NL"),
        ("cp:contentStatus", plan.status),
        ("cp:version", plan.gegevens.get(velden.VERSIE) or ""),
    ]
    lines = "".join(f"<{name}>{escape_text(text)}</{name}>" for name, text in core if text)
    datum = read_datum(plan.gegevens.get(velden.DATUM) or "")
    if datum:
        moment = f"{datum.isoformat()}T00:00:00Z"
        lines += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return (
        XML_DECLARATION
        + (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"'
            f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{lines}</cp:coreProperties>'
        ).encode()
    )


def custom_xml(
    vragenlijst: Vragenlijst,
    plan: Plan,
    digests: Mapping[str, str],
    old: bytes | None,
    earlier: Plan | None = None,
    with_place: frozenset[str] | None = None,
) -> bytes:
    """Return docProps/custom.xml: what the template had in `old`, and ours behind it.

    `digests` tell later what of the document is still as it was made here; `earlier` is the plan
    that comes back when the changes in the document are rejected. `with_place` are the ids that
    have a control in the document (None: not told), so that a later reader knows which of the
    others are missing.
    """
    root = _empty() if old is None else parse(old, "eigenschappen", "")
    for prop in list(root):
        if prop.get("name", "").startswith(PREFIX):
            root.remove(prop)
    values = {
        "soort": vragenlijst.soort,
        "vragenlijst": plan.vragenlijst,
        **digests,
    }
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        values[f"antwoord.{vraag.id}"] = antwoord_fingerprint(vraag, plan.text(vraag))
    # So that a sentence which stands for "no answer" is not read back as one.
    values |= {
        f"leeg.{vraag.id}": fingerprint(vraag.empty_text)
        for one in (plan, earlier)
        if one is not None and one.is_definitief
        for vraag in vragenlijst.vragen
        if not one.value(vraag)
    }
    if with_place is not None:
        every = (*vragenlijst.gegevens, *vragenlijst.vragen)
        without = [vraag.id for vraag in every if vraag.id not in with_place]
        # The number too: it tells that these are all, also when there are none.
        values |= {"zonder": str(len(without)), **{f"zonder.{name}": "ja" for name in without}}
    add_properties(root, values)
    return write(root)


def add_properties(root: Element, values: Mapping[str, str]) -> None:
    """Add custom properties of ours behind those that are there."""
    # The first two numbers are reserved.
    first = 1 + max((number(prop.get("pid")) or 1 for prop in root), default=1)
    xml = "".join(
        f'<property fmtid="{_FMTID}" pid="{pid}" name="{PREFIX}{escape_attribute(name)}">'
        f"<vt:lpwstr>{escape_text(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(values.items(), first)
    )
    # One by one they take three times as long.
    root.extend(list(etree.fromstring(f'<x xmlns="{_OWN}" xmlns:vt="{_VT}">{xml}</x>')))


def read_custom(xml: bytes) -> dict[str, str]:
    """Return our own properties by name, without their prefix; none when it is no XML."""
    try:
        root = parse(xml, "eigenschappen", "")
    except SjabloonError:
        return {}
    return {
        name.removeprefix(PREFIX): prop[0].text or ""
        for prop in root
        if (name := prop.get("name", "")).startswith(PREFIX) and len(prop)
    }


def _empty() -> Element:
    nsmap: Any = {None: _OWN, "vt": _VT}
    return etree.Element(f"{{{_OWN}}}Properties", nsmap=nsmap)


_OWN_PART = "docProps/custom.xml"


def property_parts(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    members: Mapping[str, Member],
    fixed: dict[str, str],
    types: bytes | None = None,
    earlier: Plan | None = None,
    with_place: frozenset[str] | None = None,
) -> dict[str, bytes]:
    """Return the parts by name; `members` is what the package holds besides.

    `fixed` are the properties about the fixed text, `types` is the list of content types when it
    was changed, `with_place` are the ids that have a control in the document (None: not told).
    """
    package = sjabloon.package
    known = sjabloon.main_relationships
    core, own = known.get(REL_CORE, CORE_PART), known.get(REL_CUSTOM, _OWN_PART)
    old = package.content(own) if own in package.members else None
    digests = {
        "document": f"{members[sjabloon.document].crc:08x}",
        "delen": parts_checksum(members, (core, own)),
        **fixed,
    }
    new = {
        core: core_xml(vragenlijst, plan),
        own: custom_xml(vragenlijst, plan, digests, old, earlier, with_place),
    }
    missing = [
        (kind, target)
        for kind, target in ((REL_CORE, core), (REL_CUSTOM, own))
        if kind not in known
    ]
    if missing:
        ids = free_ids(load_relationships(package, ""))
        lines = [Relationship(next(ids), *one, extern=False) for one in missing]
        new["_rels/.rels"] = with_relationships("", package.content("_rels/.rels"), lines)
        types = types or package.content(TYPES)
        types = with_content_type(types, core, TYPE_CORE)
        new[TYPES] = with_content_type(types, own, TYPE_CUSTOM)
    return new
