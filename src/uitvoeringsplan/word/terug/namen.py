"""By which names a document knows the questions and fields of a question set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.word.invulvelden import bladwijzer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.terug.plekken import Besturing

BOUWSTEEN_VELD = "UvpVeld-"  # how the placeholder of a field begins, in the glossary


class Namen:
    """By which names a question may be known: its id and those that it had before."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self._ids: dict[str, str] = {}
        alle = (*vragenlijst.gegevens, *vragenlijst.vragen)
        for vraag in alle:
            self._ids[vraag.id] = vraag.id
        for vraag in alle:
            for oud in vraag.was:
                self._ids.setdefault(oud, vraag.id)
        self._ankers = {bladwijzer(naam): vraag_id for naam, vraag_id in self._ids.items()}
        self._labels = _enig((vraag.label, vraag.id) for vraag in vragenlijst.vragen)
        self._veldlabels = _enig((veld.label, veld.id) for veld in vragenlijst.gegevens)
        self._velden = vragenlijst.veld_ids

    def van_id(self, naam: str) -> str:
        """Return the id that this name stands for; empty for an unknown one."""
        return self._ids.get(naam, "")

    def van_anker(self, naam: str) -> str:
        """Return the id whose bookmark this is."""
        return self._ankers.get(naam, "")

    def van_kale(self, besturing: Besturing) -> str:
        """Return the id of the question of which LibreOffice left this control inside a line.

        Its older versions drop the tag, newer ones keep it on the first paragraph and make that
        plain text.
        """
        if besturing.bouwsteen.startswith(BOUWSTEEN_VELD):
            return ""
        if besturing.tag:
            vraag_id = self.van_id(besturing.tag)
            return "" if vraag_id in self._velden else vraag_id
        if besturing.is_tekst:
            return ""
        # One that shows a value from elsewhere was put in by somebody, whatever its name.
        return "" if besturing.is_gebonden else self._labels.get(besturing.alias, "")

    def van_veld(self, besturing: Besturing) -> str:
        """Return the id of the field or question that a control inside a line shows."""
        if besturing.tag:
            return self.van_id(besturing.tag)
        eigen = self.van_id(besturing.bouwsteen.removeprefix(BOUWSTEEN_VELD))
        if besturing.bouwsteen.startswith(BOUWSTEEN_VELD) and eigen:
            return eigen
        return self._veldlabels.get(besturing.alias, "") if besturing.is_tekst else ""

    def van_label(self, tekst: str) -> str:
        """Return the id of the question with this label, when there is only one."""
        return self._labels.get(tekst, "")


def _enig(paren: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a mapping without the keys that more than one has."""
    uit: dict[str, str] = {}
    dubbel = set()
    for sleutel, waarde in paren:
        if sleutel in uit:
            dubbel.add(sleutel)
        uit[sleutel] = waarde
    return {sleutel: waarde for sleutel, waarde in uit.items() if sleutel not in dubbel}
