"""Proof that a change in a text of YAML changed what it should, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import InhoudError
from uitvoeringsplan.files.source_text import Bron
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.yamltext.yaml_position import opmerkingen
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, Lijst, Tekst, lees_boom

if TYPE_CHECKING:
    from collections.abc import Mapping

Waarden = dict[tuple[str | int, ...], str]


def veranderd(bron: Bron, oud: Kaart, nieuw: str, eigen: tuple[str, ...]) -> Waarden | None:
    """Return the values under the keys `eigen` in the changed text, by their path.

    None when the text cannot be read any more, when another value changed, or when a comment of
    the old text is gone.
    """
    try:
        boom = lees_boom(Bron(bron.pad, nieuw, bron.fout))
    except InhoudError:
        return None
    waarden, was = _waarden(boom), _waarden(oud)
    kwijt = Counter(opmerkingen(bron.tekst, 0, len(bron.tekst), oud)) - Counter(
        opmerkingen(nieuw, 0, len(nieuw), boom)
    )
    if kwijt or _buiten(waarden, eigen) != _buiten(was, eigen):
        return None
    return {plek: tekst for plek, tekst in waarden.items() if plek[: len(eigen)] == eigen}


def _buiten(waarden: Mapping[tuple[str | int, ...], str], eigen: tuple[str, ...]) -> Waarden:
    return {plek: tekst for plek, tekst in waarden.items() if plek[: len(eigen)] != eigen}


def _waarden(knoop: Knoop, pad: tuple[str | int, ...] = ()) -> Waarden:
    """Return the texts of a tree by their path, cleaned as a plan is; an empty group has none."""
    if isinstance(knoop, Tekst):
        return {pad: schoon(knoop.tekst)} if knoop.tekst or len(pad) > 1 else {}
    paren: list[tuple[str | int, Knoop]] = (
        list(enumerate(knoop.delen))
        if isinstance(knoop, Lijst)
        else [(naam, waarde) for naam, (_, waarde) in knoop.paren.items()]
    )
    uit: Waarden = {}
    for naam, waarde in paren:
        uit |= _waarden(waarde, (*pad, naam))
    return uit
