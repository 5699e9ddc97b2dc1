"""Twenty-four whole forms: six ways to lay one out, each in four ways to mark its places.

`FORMS` is by name: the content, and the labels and types to be asked for, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from small_forms import (
    DATE,
    DATE_PROMPT,
    LIST_PROMPT,
    block,
    cell,
    choices,
    control,
    heading,
    legacy_list,
    legacy_text,
    legacy_tick,
    p,
    table,
    tick,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_TOPICS = {
    "Aanvrager": ("Naam van de organisatie", "Postadres", "E-mail", "Datum van oprichting"),
    "Activiteit": (
        "Titel van de activiteit",
        "Plaats",
        "Aantal deelnemers",
        "Datum van uitvoering",
    ),
    "Geld": ("Gevraagd bedrag", "Andere geldgevers", "Rekeningnummer"),
}
_SIZES = ("Klein", "Gemiddeld", "Groot")


class Way(NamedTuple):
    """How a form marks its places: words, a day, one of a few, a box, and a whole cell."""

    words: Callable[[], str]
    day: Callable[[], str]
    choice: Callable[[], str] | None
    box: Callable[[], str]
    in_cell: Callable[[], str]


def _blank() -> str:
    return "____________"


WAYS = {
    "invulvelden": Way(
        control,
        lambda: control(kind=DATE, prompt=DATE_PROMPT),
        lambda: control(kind=choices(*_SIZES), prompt=LIST_PROMPT),
        tick,
        lambda: cell(p(control())),
    ),
    "rijke invulvelden": Way(
        lambda: control(kind="", prompt="Vul hier in"),
        lambda: control(kind=DATE, prompt=DATE_PROMPT),
        lambda: control(kind=choices(*_SIZES), prompt=LIST_PROMPT),
        tick,
        lambda: cell(block()),
    ),
    "oude velden": Way(
        legacy_text,
        lambda: legacy_text(more='<w:type w:val="date"/>'),
        lambda: legacy_list(*_SIZES),
        legacy_tick,
        lambda: cell(p(legacy_text())),
    ),
    "zonder velden": Way(_blank, _blank, None, lambda: "☐", cell),
}


def _type(label: str, *, in_cell: bool = False) -> str:
    del in_cell
    if label.startswith("Datum"):
        return "datum"
    return "getal" if label.startswith("Aantal") else "regel"


def _place(way: Way, label: str) -> str:
    return way.day() if _type(label) == "datum" else way.words()


Made = tuple[str, list[tuple[str, str]]]


def _lines(way: Way) -> Made:
    made, expected = "", []
    for topic, labels in _TOPICS.items():
        made += heading(topic)
        for label in labels:
            made += p(f"{label}: ", _place(way, label))
            expected.append((label, _type(label)))
    if way.choice is not None:
        made += p("Grootte: ", way.choice())
        expected.append(("Grootte", "keuze"))
    return made, expected


def _pairs(way: Way) -> Made:
    """Return a table with a band for every topic, labels left and places right."""
    rows, expected = [], []
    for topic, labels in _TOPICS.items():
        rows.append([cell(p(topic, bold=True), span=2, shaded=True)])
        for label in labels:
            is_day = _type(label) == "datum" and way.choice is not None
            rows.append([cell(f"{label}:"), cell(p(way.day())) if is_day else way.in_cell()])
            expected.append((label, _type(label)))
    return heading("Gegevens") + table(*rows), expected


def _stacked(way: Way) -> Made:
    """Return a table with the label above the place in every cell."""
    rows, expected = [], []
    for labels in _TOPICS.values():
        row = []
        for label in labels:
            if way.choice is None:
                row.append(cell(p(f"{label}:"), p()))
            else:
                row.append(cell(p(label), p(_place(way, label))))
            expected.append((label, _type(label)))
        rows.append(row)
    return heading("Gegevens") + "".join(table(row) + p() for row in rows), expected


def _crossed(way: Way) -> Made:
    """Return a table of which the rows and the columns both have names."""
    columns, names = ("Dit jaar", "Volgend jaar"), ("Inkomsten", "Uitgaven", "Reserve")
    rows = [[cell(shaded=True), *(cell(one, shaded=True) for one in columns)]]
    rows += [[name, way.in_cell(), way.in_cell()] for name in names]
    kind = "regel"
    expected = [(f"{name} – {column}", kind) for name in names for column in columns]
    return heading("Begroting") + table(*rows), expected


def _below(way: Way) -> Made:
    """Return questions that each have a box below them, with a number before them."""
    made, expected = heading("Vragen"), []
    questions = (
        "Wat wil je met deze activiteit bereiken?",
        "Met wie werk je samen, en wat doet elke partij?",
        "Hoe weet je achteraf of het is gelukt?",
    )
    kind = "tekst" if way.in_cell() == cell() or "<w:sdtContent><w:p>" in way.in_cell() else "regel"
    for number, question in enumerate(questions, 1):
        room = way.in_cell().replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')
        made += table([cell(f"1.{number}", shaded=True), cell(question, shaded=True)], [room]) + p()
        expected.append((question, kind))
    return made, expected


def _repeated(way: Way) -> Made:
    """Return a table of rows that all ask the same."""
    heads = ("Onderdeel", "Wie", "Bedrag")
    rows = [
        [cell(one, shaded=True) for one in heads],
        *([way.in_cell() for _ in heads] for _ in range(4)),
    ]
    return p("Onderdelen van het plan", bold=True) + table(*rows), [
        ("Onderdelen van het plan", "tabel")
    ]


_LAYOUTS = {
    "regels": _lines,
    "naast elkaar": _pairs,
    "onder elkaar": _stacked,
    "rijen en kolommen": _crossed,
    "vraag en vak": _below,
    "rijen die zich herhalen": _repeated,
}


def _whole(layout: Callable[[Way], Made], way: Way) -> Made:
    """Return a form with a choice behind it, and what nobody fills in on a screen."""
    made, expected = layout(way)
    box = way.box()
    made += heading("Akkoord")
    made += p("Mag de aanvraag openbaar worden? ", box, " Ja ", box, " Nee")
    made += p("Wat sturen jullie mee? (meerdere antwoorden mogelijk)")
    made += "".join(p(box, f" {one}") for one in ("Begroting", "Jaarverslag", "Statuten"))
    made += p("Handtekening: ______________ Datum: __________")
    made += table([cell("Dossiernummer (in te vullen door de gemeente):"), cell()])
    choice = "Wat sturen jullie mee? (meerdere antwoorden mogelijk)"
    return made, [*expected, ("Mag de aanvraag openbaar worden?", "jaanee"), (choice, "meerkeuze")]


FORMS: dict[str, Made] = {
    f"{layout}, {way}": _whole(make, WAYS[way]) for layout, make in _LAYOUTS.items() for way in WAYS
}
