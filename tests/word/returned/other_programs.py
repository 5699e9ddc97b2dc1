"""What other programs do to a document of ours, each habit as a change of our own document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from returned_documents import run, tekst_van

from independent_reader import NS, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from returned_documents import Bewerker

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _blokken(bewerker: Bewerker, lijst: Vragenlijst) -> Iterator[tuple[Any, Any]]:
    """Yield every control around an answer, taken away, with the first paragraph of it."""
    for vraag in lijst.vragen:
        for sdt in bewerker.velden(vraag.id):
            inhoud = list(sdt.find(w("sdtContent")))
            ouder, plek = sdt.getparent(), sdt.getparent().index(sdt)
            ouder[plek : plek + 1] = inhoud
            yield sdt, next(inhoud[0].iter(w("p")))


def _inhoud(alinea: Any) -> list[Any]:
    return [deel for deel in alinea if deel.tag != w("pPr")]


def met_veld_in_de_alinea(lijst: Vragenlijst):
    """LibreOffice 25: a control of plain text in the first paragraph, up to its first link.

    That control goes into the link.
    """

    def doe(bewerker: Bewerker) -> None:
        for sdt, alinea in _blokken(bewerker, lijst):
            delen = _inhoud(alinea)
            tot = next((i for i, d in enumerate(delen) if d.tag == w("hyperlink")), len(delen))
            sdt.find(w("sdtPr")).append(etree.Element(w("text")))
            sdt.find(w("sdtContent"))[:] = delen[:tot]
            if tot == len(delen):
                alinea.append(sdt)
            else:
                delen[tot].insert(0, sdt)

    return doe


def met_slokkende_link(lijst: Vragenlijst):
    """The same by way of rtf: no control, and the link begins with the paragraph."""

    def doe(bewerker: Bewerker) -> None:
        for _, alinea in _blokken(bewerker, lijst):
            delen = _inhoud(alinea)
            link = next((deel for deel in delen if deel.tag == w("hyperlink")), None)
            if link is not None:
                link[:0] = delen[: delen.index(link)]

    return doe


def met_invulopdracht(lijst: Vragenlijst, opdracht: str, *, eind: bool = True):
    """LibreOffice 7.4 by way of odt or doc: the first paragraph is the result of a field.

    Its words are bare and a link is its code; the end of the field may stand further on.
    """

    def doe(bewerker: Bewerker) -> None:
        for _, alinea in _blokken(bewerker, lijst):
            tekst = "".join(map(_afgeplat(bewerker), _inhoud(alinea)))
            alinea[:] = [deel for deel in alinea if deel.tag == w("pPr")]
            alinea.extend(_veld(opdracht, tekst, eind=eind))
        # Fields in a sentence are left without a name.
        for sdt in bewerker.document.xpath("//w:p//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
            ouder, plek = sdt.getparent(), sdt.getparent().index(sdt)
            ouder[plek : plek + 1] = _veld(opdracht, tekst_van(sdt))

    return doe


def _afgeplat(bewerker: Bewerker):
    rels = etree.fromstring(bewerker.delen["word/_rels/document.xml.rels"])
    adressen = {rel.get("Id"): rel.get("Target") for rel in rels}

    def afgeplat(element: Any) -> str:
        code = f'HYPERLINK "{adressen[element.get(R_ID)]}"' if element.get(R_ID) else ""
        return code + tekst_van(element)

    return afgeplat


def _veld(opdracht: str, tekst: str, *, eind: bool = True) -> list[Any]:
    delen = []
    for soort in ("begin", "", "separate", "tekst", "end")[: None if eind else -1]:
        deel = run(tekst) if soort == "tekst" else etree.Element(w("r"))
        if not soort:
            etree.SubElement(deel, w("instrText")).text = opdracht
        elif soort != "tekst":
            etree.SubElement(deel, w("fldChar"), {w("fldCharType"): soort})
        delen.append(deel)
    return delen


def met_inhoudsopgave_over(vraag_id: str):
    """LibreOffice 26 by way of rtf: the contents control goes on over the first answer."""

    def doe(bewerker: Bewerker) -> None:
        galerij = "//w:sdt[w:sdtPr/w:docPartObj]"
        (lijst,) = bewerker.document.xpath(galerij, namespaces=NS)
        antwoord = bewerker.besturing(vraag_id)
        inhoud = lijst.find(w("sdtContent"))
        while (volgende := lijst.getnext()) is not antwoord:
            inhoud.append(volgende)
        inhoud.extend(list(antwoord.find(w("sdtContent"))))
        antwoord.getparent().remove(antwoord)

    return doe


def met_plaatshoudervlag(tag: str, tekst: str, stijl: str):
    """SuperDoc, python-docx, find and replace of LibreOffice: typed, with flag and style left."""

    def doe(bewerker: Bewerker) -> None:
        for sdt in bewerker.velden(tag):
            eigen = sdt.find(w("sdtPr"))
            if eigen.find(w("showingPlcHdr")) is None:
                eigen.append(etree.Element(w("showingPlcHdr")))
            stuk = run(tekst, "rStyle")
            stuk.find(w("rPr"))[0].set(w("val"), stijl)
            inhoud = sdt.find(w("sdtContent"))
            alinea = inhoud.find(w("p"))
            if alinea is None:
                inhoud[:] = [stuk]
            else:
                alinea[:] = [stuk]
                inhoud[:] = [alinea]

    return doe


def met_verspreid_vet(lijst: Vragenlijst):
    """ONLYOFFICE by way of odt: no controls, and bold where it was not."""

    def doe(bewerker: Bewerker) -> None:
        for _, alinea in _blokken(bewerker, lijst):
            for stuk in alinea.iter(w("r")):
                eigen = stuk.find(w("rPr"))
                if eigen is None:
                    eigen = etree.Element(w("rPr"))
                    stuk.insert(0, eigen)
                if eigen.find(w("b")) is None:
                    eigen.append(etree.Element(w("b")))

    return doe


def afgekapt(lijst: Vragenlijst):
    """An evaluation version: no controls, and of each answer only the first paragraph."""

    def doe(bewerker: Bewerker) -> None:
        for sdt, alinea in _blokken(bewerker, lijst):
            assert sdt is not None
            while (volgende := alinea.getnext()) is not None and not volgende.xpath(
                "descendant-or-self::w:bookmarkStart", namespaces=NS
            ):
                if volgende.tag != w("p") or not tekst_van(volgende):
                    break
                volgende.getparent().remove(volgende)

    return doe
