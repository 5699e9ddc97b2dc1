"""Plans to measure with: the example that comes with the program, in the name of others."""

from __future__ import annotations

from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SJABLOON = str(TOP / "templates" / "uitvoeringsplan-polarisatie.docx")
GEMEENTEN = 342  # in the Netherlands
_EXAMPLE = TOP / "voorbeelden" / "oudermeer.plan.yaml"
_FIRST_EXTRA = "signalering-meldpunt:"  # the first question that nobody has to answer


def write_plannen(folder: str, count: int, *, tijdlijn: bool) -> list[str]:
    """Write plans of which no two have the same answers, with their planning or without."""
    text = _EXAMPLE.read_text("utf-8")
    if not tijdlijn:
        text = text[: text.rindex("\n\n", 0, text.index(_FIRST_EXTRA)) + 1]
    Path(folder).mkdir()
    plannen = [f"{folder}/{i:03}.plan.yaml" for i in range(count)]
    for i, plan in enumerate(plannen):
        Path(plan).write_text(_rename(text, i), "utf-8")
    return plannen


def _rename(text: str, i: int) -> str:
    """Give a plan a name of its own, and its planning an action and a date of its own."""
    day = f"{i % 28 + 1:02}"
    return (
        text.replace("Oudermeer", f"Gemeente {i}")
        .replace("Drie wijktafels per jaar", f"Drie wijktafels per jaar in gebied {i}")
        .replace("2027-06-18", f"2027-06-{day}")
    )
