"""Rules on content controls: what the next reader and the next colleague need to find answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.word_parts import fault, text_of
from uitvoeringsplan.ooxml.names import PLACEHOLDER_STYLE
from uitvoeringsplan.ooxml.tree import child, is_on, val, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.word_parts import Part, Run, WordFile
    from uitvoeringsplan.model.bevinding import Bevinding
    from uitvoeringsplan.ooxml.tree import Element

    Findings = Iterator[Bevinding]


def invulveld_zonder_inhoud(file: WordFile) -> Findings:
    """Find a control around nothing: there is no place to type, and Word removes it.

    Source: ECMA-376-1, 17.5.2 (sdt, sdtContent).
    """
    for part in file.parts:
        for control in part.all("sdt"):
            content = child(control, "sdtContent")
            if content is None or not len(content):
                yield fault(part, "dit invulveld heeft geen inhoud.", _name(control))


def invulveld_zonder_titel(file: WordFile) -> Findings:
    """Find a control without a title: a screen reader cannot say what to fill in.

    A contents list has its own name. Source: ECMA-376-1, 17.5.2 (alias); WCAG 2.2, 4.1.2.
    """
    for part in file.running:
        for control in part.all("sdt"):
            properties = child(control, "sdtPr")
            if child(properties, "docPartObj") is None and not val(child(properties, "alias")):
                yield fault(part, "dit invulveld heeft geen titel (alias).", _name(control))


def vlag_op_tekst(file: WordFile) -> Findings:
    """Find the placeholder flag on a real answer: one click in Word selects it for removal.

    Real is what is not in the placeholder style, or differs from the placeholder itself.
    Source: ECMA-376-1, 17.5.2 (showingPlcHdr).
    """
    placeholders = _placeholders(file)
    for part in file.running:
        for control in filter(_shows_placeholder, part.all("sdt")):
            expected = placeholders.get(_placeholder(control))
            text = text_of(control)
            differs = expected is not None and text.strip() != expected.strip()
            if differs or any(
                not _is_grey(part, run)
                for run in _written(part)
                if any(around is control for around in run.element.iterancestors(w("sdt")))
            ):
                yield fault(
                    part,
                    f"het invulveld “{_name(control)}” zegt dat het leeg is, maar er staat tekst"
                    " in.",
                    text,
                )


def tekst_als_plaatshouder(file: WordFile) -> Findings:
    """Find real text in the grey of a placeholder: it reads as not yet filled in.

    Source: ECMA-376-1, 17.5.2 (showingPlcHdr), and our design.
    """
    for part in file.running:
        for run in _written(part):
            if _is_grey(part, run) and not any(
                map(_shows_placeholder, run.element.iterancestors(w("sdt")))
            ):
                yield fault(part, "deze tekst staat in de stijl van een leeg invulveld.", run.text)


def plaatshouder_ontbreekt(file: WordFile) -> Findings:
    """Find a placeholder that is not in the file: an emptied control then speaks English.

    Source: ECMA-376-1, 17.5.2 (placeholder), 17.12 (glossary document).
    """
    known = _placeholders(file).keys() | {""}
    for part in file.running:
        for control in part.all("sdt"):
            if (name := _placeholder(control)) not in known:
                yield fault(
                    part,
                    f"de tekst “{name}” voor het lege invulveld ontbreekt in dit bestand.",
                    _name(control),
                )


def _name(control: Element) -> str:
    properties = child(control, "sdtPr")
    names = (val(child(properties, name)) for name in ("tag", "alias", "id"))
    return next(filter(None, names), "")


def _shows_placeholder(control: Element) -> bool:
    return is_on(control, "sdtPr", "showingPlcHdr")


def _placeholder(control: Element) -> str:
    return val(child(control, "sdtPr", "placeholder", "docPart"))


def _placeholders(file: WordFile) -> dict[str, str]:
    """Return the placeholder texts that the file carries, by their name."""
    return {
        val(child(piece, "docPartPr", "name")): text_of(piece)
        for part in file.parts
        if part.is_glossary
        for piece in part.all("docPart")
        if child(piece, "docPartPr") is not None
    }


def _written(part: Part) -> Iterator[Run]:
    """Return the runs with something else than white space."""
    return (run for par in part.paragraphs for run in par.runs if run.text.strip())


def _is_grey(part: Part, run: Run) -> bool:
    return bool(run.style) and part.styles.name(run.style) == PLACEHOLDER_STYLE.lower()


CONTROL_RULES = {
    "invulveld-zonder-inhoud": invulveld_zonder_inhoud,
    "invulveld-zonder-titel": invulveld_zonder_titel,
    "vlag-op-tekst": vlag_op_tekst,
    "tekst-als-plaatshouder": tekst_als_plaatshouder,
    "plaatshouder-ontbreekt": plaatshouder_ontbreekt,
}
