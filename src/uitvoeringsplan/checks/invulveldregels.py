"""Rules on content controls: what the next reader and the next colleague need to find answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.bevinding import Regel
from uitvoeringsplan.checks.onderdelen import plaats
from uitvoeringsplan.checks.xmlhulp import pad, staat_aan, tekst_van, w, waarde
from uitvoeringsplan.ooxml.names import STIJL_PLAATSHOUDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.onderdelen import Onderdeel, Woordbestand
    from uitvoeringsplan.checks.xmlhulp import Element

    Vondsten = Iterator[tuple[str, str]]


def invulveld_zonder_inhoud(bestand: Woordbestand) -> Vondsten:
    """Find a control around nothing: there is no place to type, and Word removes it.

    Source: ECMA-376-1, 17.5.2 (sdt, sdtContent).
    """
    for deel in bestand.onderdelen:
        for veld in deel.wortel.iter(w("sdt")):
            inhoud = veld.find(w("sdtContent"))
            if inhoud is None or not len(inhoud):
                yield plaats(deel, _naam(veld)), "dit invulveld heeft geen inhoud."


def invulveld_zonder_titel(bestand: Woordbestand) -> Vondsten:
    """Find a control without a title: a screen reader cannot say what to fill in.

    A contents list has its own name. Source: ECMA-376-1, 17.5.2 (alias); WCAG 2.2, 4.1.2.
    """
    for deel in bestand.lopend:
        for veld in deel.wortel.iter(w("sdt")):
            if veld.find(pad("sdtPr", "docPartObj")) is None and not waarde(
                veld.find(pad("sdtPr", "alias"))
            ):
                yield plaats(deel, _naam(veld)), "dit invulveld heeft geen titel (alias)."


def vlag_op_tekst(bestand: Woordbestand) -> Vondsten:
    """Find the placeholder flag on a real answer: one click in Word selects it for removal.

    Real is what is not in the placeholder style, or differs from the placeholder itself.
    Source: ECMA-376-1, 17.5.2 (showingPlcHdr).
    """
    plaatshouders = _plaatshouders(bestand)
    for deel in bestand.lopend:
        for veld in deel.wortel.iter(w("sdt")):
            if not staat_aan(veld.find(pad("sdtPr", "showingPlcHdr"))):
                continue
            verwacht = plaatshouders.get(_plaatshouder(veld))
            tekst = tekst_van(veld)
            anders = verwacht is not None and tekst.strip() != verwacht.strip()
            if anders or any(not _is_grijs(deel, run) for run in _tekstruns(veld)):
                yield (
                    plaats(deel, tekst),
                    f"het invulveld “{_naam(veld)}” zegt dat het leeg is, maar er staat tekst in.",
                )


def tekst_als_plaatshouder(bestand: Woordbestand) -> Vondsten:
    """Find real text in the grey of a placeholder: it reads as not yet filled in.

    Source: ECMA-376-1, 17.5.2 (showingPlcHdr), and our design.
    """
    for deel in bestand.lopend:
        for run in _tekstruns(deel.wortel):
            if _is_grijs(deel, run) and not any(
                staat_aan(veld.find(pad("sdtPr", "showingPlcHdr")))
                for veld in run.iterancestors(w("sdt"))
            ):
                yield (
                    plaats(deel, tekst_van(run)),
                    "deze tekst staat in de stijl van een leeg invulveld.",
                )


def plaatshouder_ontbreekt(bestand: Woordbestand) -> Vondsten:
    """Find a placeholder that is not in the file: an emptied control then speaks English.

    Source: ECMA-376-1, 17.5.2 (placeholder), 17.12 (glossary document).
    """
    bekend = _plaatshouders(bestand)
    for deel in bestand.lopend:
        for veld in deel.wortel.iter(w("sdt")):
            naam = _plaatshouder(veld)
            if naam and naam not in bekend:
                yield (
                    plaats(deel, _naam(veld)),
                    f"de tekst “{naam}” voor het lege invulveld ontbreekt in dit bestand.",
                )


def _naam(veld: Element) -> str:
    pr = veld.find(w("sdtPr"))
    if pr is None:
        return ""
    return waarde(pr.find(w("tag"))) or waarde(pr.find(w("alias"))) or waarde(pr.find(w("id")))


def _plaatshouder(veld: Element) -> str:
    return waarde(veld.find(pad("sdtPr", "placeholder", "docPart")))


def _plaatshouders(bestand: Woordbestand) -> dict[str, str]:
    """Return the placeholder texts that the file carries, by their name."""
    return {
        waarde(stuk.find(pad("docPartPr", "name"))): tekst_van(stuk)
        for deel in bestand.onderdelen
        if deel.is_glossarium
        for stuk in deel.wortel.iter(w("docPart"))
        if stuk.find(w("docPartPr")) is not None
    }


def _tekstruns(element: Element) -> Iterator[Element]:
    return (run for run in element.iter(w("r")) if tekst_van(run).strip())


def _is_grijs(deel: Onderdeel, run: Element) -> bool:
    stijl = waarde(run.find(pad("rPr", "rStyle")))
    return deel.stijlen.naam(stijl) == STIJL_PLAATSHOUDER.lower()


INVULVELDREGELS = (
    Regel("invulveld-zonder-inhoud", invulveld_zonder_inhoud),
    Regel("invulveld-zonder-titel", invulveld_zonder_titel),
    Regel("vlag-op-tekst", vlag_op_tekst),
    Regel("tekst-als-plaatshouder", tekst_als_plaatshouder),
    Regel("plaatshouder-ontbreekt", plaatshouder_ontbreekt),
)
