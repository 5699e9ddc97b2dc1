"""What is tracked, and what goes with a whole paragraph or row: edits of what stands there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from independent_reader import w
from returned_file import (
    CELL,
    EMPTY_PLACES,
    HOW,
    PLACES,
    ImpossibleError,
    Spot,
    below,
    cut,
    elements,
    new_paragraph,
    row_below,
    row_of,
    split_off,
    words_of,
)
from uitvoeringsplan.ooxml.tree import ensure
from visible_kinds import AUTHOR, CHANGED, DELETED, INSERTED, MOVED, Kind, plain_run, words_come

if TYPE_CHECKING:
    import random

    from returned_file import ReturnedFile

    Shown = tuple[tuple[str, ...], tuple[str, ...]]


def _tracked(file: ReturnedFile, name: str, *inside: Any) -> Any:
    """Return elements in a tracked change of this name."""
    (made,) = elements(f'<w:{name} w:id="{file.number()}" {AUTHOR}/>')
    made.extend(inside)
    if name == "del":
        for text in list(made.iter(w("t"))):
            text.tag = w("delText")
    return made


def _delete(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = file.phrase(place, r)
    _delete_run(file, split_off(spot.paragraph, phrase).run)
    return (), (phrase,)


def _delete_run(file: ReturnedFile, run: Any) -> Any:
    deleted = _tracked(file, "del")
    run.addprevious(deleted)
    deleted.append(run)
    for text in list(deleted.iter(w("t"))):
        text.tag = w("delText")
    return deleted


def _replace(file: ReturnedFile, place: str, r: random.Random, fresh: str) -> Shown:
    spot, phrase = file.phrase(place, r)
    deleted = _delete_run(file, split_off(spot.paragraph, phrase).run)
    deleted.addnext(_tracked(file, "ins", plain_run(fresh)))
    return (fresh,), (phrase,)


def _move_words(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = file.phrase(place, r)
    other = file.spot(place, r, besides=spot)
    run = split_off(spot.paragraph, phrase).run
    name = f"move{file.number()}"
    for kind, where, moved in (
        ("moveFrom", lambda made: below(run, made), deepcopy(run)),
        ("moveTo", other.paragraph.extend, plain_run(f" {phrase}")),
    ):
        number = file.number()
        (start,) = elements(f'<w:{kind}RangeStart w:id="{number}" {AUTHOR} w:name="{name}"/>')
        (end,) = elements(f'<w:{kind}RangeEnd w:id="{number}"/>')
        where([start, _tracked(file, kind, moved), end])
    cut(run)
    return (phrase,), ()


def _join(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    """Delete the end of a paragraph, so that the next goes on behind it."""
    pairs = []
    for spot in file.spots(place):
        behind = spot.paragraph.getnext()
        if behind is not None and behind.tag == w("p") and words_of(behind):
            pairs.append((spot.paragraph, behind))
    if not pairs:
        raise ImpossibleError
    paragraph, behind = r.choice(pairs)
    ensure(paragraph, "pPr", "rPr").insert(0, _tracked(file, "del"))
    before, after = ([text for t in p.iter(w("t")) if (text := t.text.strip())]
                     for p in (paragraph, behind))  # fmt: skip
    return (f"{before[-1].split()[-1]}{after[0].split()[0]}",), ()


def _new_paragraph(file: ReturnedFile, place: str, r: random.Random, fresh: str) -> Shown:
    spot = file.spot(place, r)
    spot.paragraph.addnext(new_paragraph(plain_run(fresh), like=spot.paragraph))
    return (fresh,), ()


def _delete_paragraph(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = _paragraph_with_neighbour(file, place, r)
    cut(spot.paragraph)
    return (), (phrase,)


def _move_paragraph(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = _paragraph_with_neighbour(file, place, r)
    below(file.spot(place, r, besides=spot).paragraph, [spot.paragraph])
    return (phrase,), ()


def _paragraph_with_neighbour(file: ReturnedFile, place: str, r: random.Random) -> tuple[Spot, str]:
    """Return a paragraph that is not alone where it stands, and words of it."""
    spot, phrase = file.phrase(place, r)
    if len(spot.paragraph.getparent().findall(w("p"))) < 2:
        raise ImpossibleError
    return spot, phrase


def _new_row(file: ReturnedFile, place: str, r: random.Random, fresh: str) -> Shown:
    row_below(file.spot(place, r).paragraph, [new_paragraph(plain_run(fresh))])
    return (fresh,), ()


def _delete_row(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = file.phrase(place, r)
    cut(row_of(spot.paragraph))
    return (), (phrase,)


def _move_row(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = file.phrase(place, r)
    row, other = row_of(spot.paragraph), row_of(file.spot(place, r, besides=spot).paragraph)
    if row is other or row.getprevious() is other:
        raise ImpossibleError
    other.addnext(row)
    return (phrase,), ()


def _new_row_tracked(file: ReturnedFile, place: str, r: random.Random, fresh: str) -> Shown:
    words = new_paragraph(_tracked(file, "ins", plain_run(fresh)))
    row = row_below(file.spot(place, r).paragraph, [words])
    _mark_row(file, row, "ins")
    return (fresh,), ()


def _delete_row_tracked(file: ReturnedFile, place: str, r: random.Random, _fresh: str) -> Shown:
    spot, phrase = file.phrase(place, r)
    row = row_of(spot.paragraph)
    _mark_row(file, row, "del")
    for run in list(row.iter(w("r"))):
        _delete_run(file, run)
    return (), (phrase,)


def _mark_row(file: ReturnedFile, row: Any, name: str) -> None:
    own = row.find(w("trPr"))
    if own is None:
        (own,) = elements("<w:trPr/>")
        row.insert(0, own)
    own.append(_tracked(file, name))


_OUTSIDE_ROWS = tuple(place for place in PLACES if place not in (CELL, HOW))

REVISIONS = (
    Kind("bijgehouden verwijdering", r"verwijder|doorgehaald", nowhere=EMPTY_PLACES,
         is_home=words_come, own_edits={CHANGED: _replace, DELETED: _delete}),
    Kind("bijgehouden verplaatsing", r"verplaats", nowhere=EMPTY_PLACES, is_home=words_come,
         own_edits={MOVED: _move_words}),
    Kind("bijgehouden einde van een alinea", r"alinea", nowhere=EMPTY_PLACES, is_home=words_come,
         own_edits={DELETED: _join}),
    Kind("alinea", r"\balinea", nowhere=EMPTY_PLACES, is_home=words_come,
         own_edits={INSERTED: _new_paragraph, DELETED: _delete_paragraph,
                    MOVED: _move_paragraph}),
    Kind("tabelrij", r"\brij|tabelrij", nowhere=_OUTSIDE_ROWS, is_home=words_come,
         own_edits={INSERTED: _new_row, DELETED: _delete_row, MOVED: _move_row}),
    Kind("bijgehouden tabelrij", r"\brij|tabelrij", nowhere=_OUTSIDE_ROWS, is_home=words_come,
         own_edits={INSERTED: _new_row_tracked, DELETED: _delete_row_tracked}),
)  # fmt: skip
