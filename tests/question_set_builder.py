"""Question sets in folders, each with a small template of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx_builder import document, paragraph, parts, veld, zip_
from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_GEMEENTE = "  - {id: gemeente, label: Gemeente, vraag: Welke gemeente?, type: regel}\n"


def set_text(soort: str, versie: str = "1", vraag: str = "doel", titel: str = "") -> str:
    """Return a question set of one field and one question."""
    return (
        f"soort: {soort}\nversie: {versie}\ntitel: {titel or f'Plan {soort}'}\n"
        f"sjabloon: {soort}.docx\ngegevens:\n{_GEMEENTE}"
        "hoofdstukken:\n  - id: eerste\n    titel: Eerste\n    vragen:\n"
        f"      - {{id: {vraag}, label: {vraag}, vraag: Wat is het?, type: tekst}}\n"
    )


def template_for(lijst: Vragenlijst) -> bytes:
    """Return a template with the title, every field and every question of a set."""
    body = [paragraph(lijst.titel)]
    for vraag in lijst.gegevens:
        run = "<w:r><w:t>vul in</w:t></w:r>"
        body.append(f"<w:p>{veld(run, vraag.id)}</w:p>")
    for vraag in lijst.vragen:
        body += [paragraph(vraag.label), veld(paragraph("vul in"), vraag.id)]
    return zip_(parts(document=document("".join(body))))


def write_set(path: Path, text: str) -> Path:
    """Write a question set to a file, with its template beside it, and return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    lijst = read_vragenlijst(text.encode(), path)
    path.with_name(lijst.sjabloon).write_bytes(template_for(public_part(lijst)))
    return path


def plan_text(soort: str, vraag: str = "doel", versie: str = "1", gemeente: str = "Delft") -> str:
    """Return a plan of such a set, in our own form."""
    return (
        f"# {soort}\nsoort: {soort}\nvragenlijst: {versie}\n\ngegevens:\n"
        f"  # Welke gemeente?\n  gemeente: {gemeente}\n\nantwoorden:\n"
        f"  # {vraag}\n  {vraag}: |\n    Samen verder.\n"
    )
