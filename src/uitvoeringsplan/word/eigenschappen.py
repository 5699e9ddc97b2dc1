"""The properties of a document: what a library catalogue reads, and what we read back later.

The core properties follow the plan. The custom ones tell which question set made the document and
hold a fingerprint per answer and per sentence of the fixed text, so that a later reader can see
who changed what; no text, no path and no name of a user is in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model import velden
from uitvoeringsplan.model.datum import lees_datum
from uitvoeringsplan.model.fingerprint import antwoordafdruk, vingerafdruk
from uitvoeringsplan.ooxml.names import XML_KOP, tekst_xml, waarde_xml
from uitvoeringsplan.ooxml.scan import achteraan, tast_af

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.scan import Afdruk

VOORVOEGSEL = "uvp."
# The fixed id of the set of custom properties that Office shows to the user.
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EIGEN = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY = re.compile(
    rb"<(?:\w+:)?property\b[^>]*?\bname=\"([^\"]*)\"[^>]*>.*?</(?:\w+:)?property>", re.DOTALL
)


def titel(vragenlijst: Vragenlijst, plan: Plan) -> str:
    """Return the title of the document, such as `Uitvoeringsplan polarisatie Delft 2027-2028`."""
    grenzen = (plan.gegevens.get(naam) for naam in (velden.PERIODE_VAN, velden.PERIODE_TOT))
    jaren = "-".join(dict.fromkeys(filter(None, grenzen)))
    return " ".join(filter(None, (vragenlijst.titel, plan.gegevens.get(velden.GEMEENTE), jaren)))


def kern_xml(vragenlijst: Vragenlijst, plan: Plan) -> bytes:
    """Return docProps/core.xml; dates come from the plan, never from the clock."""
    gemeente = plan.gegevens.get(velden.GEMEENTE) or ""
    kern = [
        ("dc:title", titel(vragenlijst, plan)),
        ("dc:subject", vragenlijst.titel),
        ("dc:creator", f"Gemeente {gemeente}" if gemeente else ""),
        ("cp:keywords", ", ".join(filter(None, ("uitvoeringsplan", vragenlijst.soort, gemeente)))),
        ("dc:language", "nl-NL"),
        ("cp:contentStatus", plan.status),
        ("cp:version", plan.gegevens.get(velden.VERSIE) or ""),
    ]
    regels = "".join(f"<{naam}>{tekst_xml(tekst)}</{naam}>" for naam, tekst in kern if tekst)
    datum = lees_datum(plan.gegevens.get(velden.DATUM) or "")
    if datum:
        moment = f"{datum.isoformat()}T00:00:00Z"
        regels += "".join(
            f'<dcterms:{naam} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{naam}>'
            for naam in ("created", "modified")
        )
    return (
        XML_KOP
        + (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"'
            f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{regels}</cp:coreProperties>'
        ).encode()
    )


def eigen_xml(
    vragenlijst: Vragenlijst,
    plan: Plan,
    afdrukken: Mapping[str, str],
    oud: Afdruk | None,
    eerder: Plan | None = None,
    met_plaats: frozenset[str] | None = None,
) -> bytes:
    """Return docProps/custom.xml: what the template had, and ours behind it.

    `afdrukken` tell later what of the document is still as it was made here; `eerder` is the plan
    that comes back when the changes in the document are rejected. `met_plaats` are the ids that
    have a control in the document (None: not told), so that a later reader knows which of the
    others are missing.
    """
    if oud is None:
        leeg = XML_KOP + f'<Properties xmlns="{_EIGEN}" xmlns:vt="{_VT}"></Properties>'.encode()
        oud = tast_af(leeg, "", "")
    kaal = oud.data
    nummer = 1  # the first two numbers are reserved
    for prop in reversed(oud.wortel.kinderen):
        if prop.attributen.get("name", "").startswith(VOORVOEGSEL):
            kaal = kaal[: prop.begin] + kaal[prop.einde :]
        elif (pid := prop.attributen.get("pid", "")).isdecimal():
            nummer = max(nummer, int(pid))
    waarden = {
        "soort": vragenlijst.soort,
        "vragenlijst": plan.vragenlijst,
        **afdrukken,
    }
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        waarden[f"antwoord.{vraag.id}"] = antwoordafdruk(vraag, plan.tekst(vraag))
    # So that a sentence which stands for "no answer" is not read back as one.
    waarden |= {
        f"leeg.{vraag.id}": vingerafdruk(vraag.leegtekst)
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
    ruimte = "" if oud.prefixen.get(_VT) == "vt" else f' xmlns:vt="{_VT}"'

    def nieuw(prefix: str) -> str:
        return "".join(
            property_xml(prefix, pid, naam, waarde, ruimte)
            for pid, (naam, waarde) in enumerate(waarden.items(), nummer + 1)
        )

    return achteraan(kaal, nieuw)


def property_xml(
    prefix: str, pid: int, naam: str, waarde: str, ruimte: str = f' xmlns:vt="{_VT}"'
) -> str:
    """Return one custom property of ours; `ruimte` declares the namespace of its value."""
    return (
        f'<{prefix}property fmtid="{_FMTID}" pid="{pid}" name="{VOORVOEGSEL}{naam}">'
        f"<vt:lpwstr{ruimte}>{tekst_xml(waarde)}</vt:lpwstr></{prefix}property>"
    )


def lees_eigen(xml: bytes) -> dict[str, str]:
    """Return our own properties by name, without their prefix."""
    uit: dict[str, str] = {}
    for m in _PROPERTY.finditer(xml):
        waarde = re.search(rb"<vt:lpwstr[^>]*>([^<]*)</vt:lpwstr>", m[0])
        if m[1].startswith(VOORVOEGSEL.encode()) and waarde:
            uit[m[1].decode().removeprefix(VOORVOEGSEL)] = waarde[1].decode()
    return uit


def inhoudstype(xml: bytes, deel: str, soort: str) -> bytes:
    """Return [Content_Types].xml with an override for `deel` in it."""
    bekend = tast_af(xml, "[Content_Types].xml", "").wortel.kinderen
    if any(type_.attributen.get("PartName") == f"/{deel}" for type_ in bekend):
        return xml
    return achteraan(
        xml, lambda p: f'<{p}Override PartName="/{waarde_xml(deel)}" ContentType="{soort}"/>'
    )
