"""What `vragen toon` and `vragen controleer` say of a question set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.terminal.wrapping import text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Kolom, Vraag
    from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst

_MARGIN = "    "  # before what is said of a question


def render_set(lijst: Vragenlijst, path: Path) -> str:
    """Return a whole question set: its chapters with every question."""
    lines = [
        lijst.titel,
        f"soort {lijst.soort}, versie {lijst.versie}, uit {path}",
        f"sjabloon {lijst.sjabloon}",
    ]
    if lijst.intern is not None:
        lines.append(f"intern: {lijst.intern.titel}, sjabloon {lijst.intern.sjabloon}")
    if lijst.gegevens:
        lines += ["", f"Gegevens van het plan ({len(lijst.gegevens)})"]
        lines += _vragen(lijst.gegevens)
    for hoofdstuk in lijst.hoofdstukken:
        lines += _hoofdstuk(hoofdstuk)
    return "\n".join(lines)


def render_kinds(kinds: Iterable[tuple[str, str, str, str]]) -> str:
    """Return which kinds there are (kind, version, title, place), and how to see one."""
    lines = []
    for soort, versie, titel, place in kinds:
        lines += [f"{soort}: {titel}", f"{_MARGIN}versie {versie}, {place}"]
    return "\n".join([*lines, "", "Een ervan zien: uitvoeringsplan vragen toon SOORT"])


def render_checked(texts: Sequence[str], faults: int, path: Path, summary: str) -> str:
    """Return what was found in a question set, each with its place, and how much that is.

    `summary` says what there is in the set.
    """
    other = len(texts) - faults
    if not texts:
        return f"{path}: {summary}. Er is niets mis."
    counts = ["1 fout" if faults == 1 else f"{faults} fouten"]
    counts += ["1 opmerking" if other == 1 else f"{other} opmerkingen"] if other else []
    return "\n\n".join([*texts, f"{' en '.join(counts)}. {path}: {summary}."])


def summary_of(lijst: Vragenlijst | None, sjablonen: Iterable[Path]) -> str:
    """Return what there is in a question set, as a part of a sentence."""
    if lijst is None:
        return "de vragenlijst is niet te lezen"
    names = ", ".join(str(path) for path in sjablonen) or "geen"
    vragen = "1 vraag" if len(lijst.vragen) == 1 else f"{len(lijst.vragen)} vragen"
    velden = "1 gegeven" if len(lijst.gegevens) == 1 else f"{len(lijst.gegevens)} gegevens"
    return f"soort {lijst.soort}, {vragen}, {velden}, sjabloon {names}"


def _hoofdstuk(hoofdstuk: Hoofdstuk) -> Iterator[str]:
    marks = ["naar keuze"] if hoofdstuk.is_optioneel else []
    marks += ["intern"] if hoofdstuk.is_intern else []
    behind = f" ({', '.join(marks)})" if marks else ""
    yield ""
    yield f"{hoofdstuk.titel}{behind}"
    yield from _text(hoofdstuk.inleiding, "  ")
    yield from _vragen(hoofdstuk.vragen)
    for rij in hoofdstuk.rijen:
        yield ""
        yield f"  {rij.titel}"
        for name in ("wat", "hoe", "lokaal"):
            yield from _text(getattr(rij, name), "  ", f"{name}: ")
        yield from _vragen(rij.vragen)


def _vragen(vragen: Iterable[Vraag]) -> Iterator[str]:
    for vraag in vragen:
        yield ""
        yield from _text(f"{vraag.id}: {vraag.label}  [{', '.join(_marks(vraag))}]", "  ")
        yield from _text(vraag.vraag)
        if vraag.keuzes:
            yield from _text(" / ".join(vraag.keuzes), before="keuzes: ")
        for kolom in vraag.kolommen:
            yield from _text(_kolom(kolom), before="kolom ")
        for name, value in _rest(vraag):
            yield from _text(value, before=f"{name}: ")
        yield from _text(vraag.toelichting)


def _marks(vraag: Vraag) -> Iterator[str]:
    yield vraag.type.name
    if vraag.verplicht is Verplicht.ALTIJD:
        yield "altijd verplicht"
    elif vraag.verplicht is Verplicht.VASTGESTELD:
        yield "verplicht vanaf vastgesteld"
    if vraag.is_functie:
        yield "een functie, geen naam"


def _rest(vraag: Vraag) -> Iterator[tuple[str, str]]:
    """Yield what else a question has, with its key in the file."""
    bound = vraag.controle
    yield "als", vraag.als.text if vraag.als else ""
    yield "standaard", vraag.standaard
    for key in ("min", "max"):
        value = getattr(bound, key)
        yield key, "" if value is None else str(value)
    yield "patroon", bound.patroon.pattern if bound.patroon else ""
    yield "sorteer", vraag.sorteer
    yield "beeld", str(vraag.beeld) if vraag.beeld else ""
    yield "leeg", vraag.leeg
    yield "was", ", ".join(vraag.was)
    yield "hulpmiddelen", ", ".join(tool.titel for tool in vraag.hulpmiddelen)


def _kolom(kolom: Kolom) -> str:
    marks = [kolom.type.name, *(["in elke rij"] if kolom.verplicht else [])]
    marks += ["een functie, geen naam"] if kolom.is_functie else []
    keuzes = f": {' / '.join(kolom.keuzes)}" if kolom.keuzes else ""
    return f"{kolom.id} ({', '.join(marks)}){keuzes}"


def _text(text: str, margin: str = _MARGIN, before: str = "") -> list[str]:
    """Return a text in lines that fit, with a margin; nothing for an empty one."""
    return [wrap_text(f"{before}{text}", text_width(), margin)] if text else []
