"""Random edits of a document, and whether the program accounts for what each of them shows.

An edit does one of four things with one thing of one kind at one place. Where fixed text stands,
the document was made with the thing in it before it is changed, deleted or moved. In an answer
only what our markup knows can have been there; for everything else *changed* means that words
which stood there take its form, *deleted* that it takes their place, and *moved* that they go into
it somewhere else.
"""

from __future__ import annotations

import re
from copy import deepcopy
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from independent_reader import w
from returned_file import (
    ANSWERS,
    CELL,
    DOCUMENT,
    EMPTY_PLACES,
    FIRST,
    HEADING,
    LABEL,
    LAST,
    PLACES,
    ROWS,
    ImpossibleError,
    ReturnedFile,
    Spot,
    below,
    cut,
    new_paragraph,
    plain_runs,
    row_below,
    row_of,
    split_off,
    style_of,
    words_of,
)
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.three_way import Oordeel
from uitvoeringsplan.terminal.reports import readback as report
from uitvoeringsplan.terminal.reports import readback_summary as summary
from visible_kinds import (
    CHANGED,
    DELETED,
    INSERTED,
    KINDS,
    MOVED,
    OPERATIONS,
    plain_run,
    words_come,
)
from visible_revisions import REVISIONS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from returned_file import MadeFile
    from uitvoeringsplan.tasks.read_back import Readback
    from visible_kinds import Kind

ALL_KINDS = (*KINDS, *REVISIONS)
_NEW = (
    ("Zeewier", "Kwelder", "Garnaal", "Oester", "Wulp", "Zandplaat"),
    ("kelpwoud", "strandkrab", "wadloper", "schorren", "zeekraal", "getij"),
)
_OWN_DRESS = {"vet": w("b"), "cursief": w("i"), "link naar buiten": w("hyperlink")}
_BOLD_BY_STYLE = (HEADING, LABEL)
TITLE = "Title"  # the style of the name on the cover, which is bold too
_WIDE = 1_000_000  # so that no line of the report is folded
_OTHER_PLACE = "op een andere plaats"
_SOMETHING_GONE = re.compile(r"\bweg\b|veranderd|leeg|niet meer|andere plaats|vervangen")


class Edit(NamedTuple):
    """One edit. `words` show now, and did not before or did not there; `gone` do no more.

    With `is_bare` the words are still there, and what is gone is their form.
    """

    kind: Kind
    place: str
    operation: str
    file: ReturnedFile
    words: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    is_bare: bool = False


class Account(Enum):
    """What became of what an edit shows."""

    HOME = "thuis"
    NAMED = "genoemd"
    UNNAMED = "iets gemeld, maar niet dit"
    SILENT = "stil"

    @property
    def is_accounted(self) -> bool:
        return self in (Account.HOME, Account.NAMED)


class Thing(NamedTuple):
    """Something in a file, and the words of it that show."""

    spot: Spot
    elements: list[Any]
    words: tuple[str, ...]


def group_of(place: str) -> str:
    """Return whether a place is in a text, in a cell or outside the answers."""
    return "cel" if place == CELL else "antwoord" if place in ANSWERS else "vast"


def random_edit(made: MadeFile, r: random.Random) -> Edit:
    """Return one edit of a document; every kind that a place can have is as likely."""
    while True:
        kind, place, operation = r.choice(ALL_KINDS), r.choice(PLACES), r.choice(OPERATIONS)
        try:
            return make_edit(made, kind, place, operation, r)
        except ImpossibleError:
            continue


def make_edit(made: MadeFile, kind: Kind, place: str, operation: str, r: random.Random) -> Edit:
    """Return an edit of this kind; raises ImpossibleError for what nobody can do there."""
    if place in kind.nowhere or operation not in kind.operations:
        raise ImpossibleError
    editor = _Editor(made, kind, place, r)
    if kind.own_edits:
        if operation not in kind.own_edits:
            raise ImpossibleError
        words, gone = kind.own_edits[operation](editor.file, place, r, editor.fresh())
        return Edit(kind, place, operation, editor.file, words, gone)
    acts: dict[str, Callable[[], Edit]] = {
        INSERTED: editor.insert,
        CHANGED: editor.change,
        DELETED: editor.delete,
        MOVED: editor.move,
    }
    return acts[operation]()


def made_with(made: MadeFile, kind: Kind, place: str, r: random.Random) -> ReturnedFile:
    """Return a document as if the template had had a thing of this kind outside the answers."""
    if kind.own_edits or place in (*kind.nowhere, *ANSWERS):
        raise ImpossibleError
    editor = _Editor(made, kind, place, r)
    editor.insert()
    return editor.file.as_made()


class _Editor:
    """Somebody who does one thing to a file."""

    def __init__(self, made: MadeFile, kind: Kind, place: str, r: random.Random) -> None:
        self.file = ReturnedFile(made)
        self._kind, self._place, self._r = kind, place, r

    def fresh(self) -> str:
        """Return words that stand nowhere in the document."""
        return " ".join(map(self._r.choice, _NEW))

    def insert(self) -> Edit:
        return self._edit(INSERTED, self._put(self.fresh()).words)

    def change(self) -> Edit:
        is_empty = self._place in EMPTY_PLACES
        if is_empty or (self._place not in ANSWERS and self._r.random() < 0.5):
            return self._reword()
        spot, phrase = self.file.phrase(self._place, self._r)
        if self._looks_so_anyhow(spot):
            raise ImpossibleError
        # What looks like text is no change of it before it says something else.
        is_other = self._kind.is_home is words_come or not self._kind.says(phrase)
        words = self._wrap(spot, phrase, self.fresh() if is_other else phrase)
        return self._edit(CHANGED, words, (phrase,) if is_other else ())

    def delete(self) -> Edit:
        if self._place in ANSWERS:
            return self._delete_in_answer()
        thing = self._put(self.fresh())
        self.file.as_made()
        if self._kind.is_form and self._place not in EMPTY_PLACES:
            if self._looks_so_anyhow(thing.spot):
                raise ImpossibleError
            _become_plain(thing)
            return self._edit(DELETED, thing.words, is_bare=True)
        if self._kind.dress and self._place not in EMPTY_PLACES:
            own = new_paragraph(like=thing.spot.paragraph).find(w("pPr"))
            dressed = thing.elements[0].find(w("pPr"))
            dressed.getparent().remove(dressed)
            if own is not None:
                thing.elements[0].insert(0, own)
            return self._edit(DELETED, thing.words, is_bare=True)
        _take_away(thing, self._place)
        return self._edit(DELETED, gone=thing.words)

    def _looks_so_anyhow(self, spot: Spot) -> bool:
        """Whether words have the form by their style, so that nobody sees it come or go."""
        is_bold = self._place in _BOLD_BY_STYLE or style_of(spot.paragraph) == TITLE
        return self._kind.name == "vet" and is_bold

    def move(self) -> Edit:
        if self._place in ANSWERS:
            spot, phrase = self.file.phrase(self._place, self._r)
            cut(split_off(spot.paragraph, phrase).run)
            thing = self._put(phrase, besides=spot)
            gone = () if thing.words else (phrase,)
            return self._edit(MOVED, thing.words, gone)
        thing = self._put(self.fresh())
        self.file.as_made()
        if self._place in EMPTY_PLACES:
            _shift(thing, self._place)
        else:
            other = self.file.spot(self._place, self._r, besides=thing.spot)
            if self._kind.is_block or self._kind.dress:
                below(other.paragraph, thing.elements)
            else:
                self._among(other.paragraph, thing.elements)
        return self._edit(MOVED, thing.words)

    def _edit(
        self, operation: str, words: tuple[str, ...] = (), gone: tuple[str, ...] = (),
        *, is_bare: bool = False,
    ) -> Edit:  # fmt: skip
        return Edit(self._kind, self._place, operation, self.file, words, gone, is_bare)

    def _reword(self) -> Edit:
        """Change a thing that the document was made with."""
        old, text = self.fresh(), self.fresh()
        if old == text or self._kind.dress or self._kind.is_computed:
            raise ImpossibleError
        thing = self._put(old)
        self.file.as_made()
        made = self._make(thing.spot.part, text)
        is_same = thing.words or _looks(made) == _looks(thing.elements)
        if is_same and thing.words == self._kind.says(text):
            raise ImpossibleError
        thing.elements[0].getparent().replace(thing.elements[0], made[0])
        for element in thing.elements[1:]:
            element.getparent().remove(element)
        below(made[0], made[1:])
        words = self._kind.says(text)
        return self._edit(CHANGED, words, () if words else self._kind.says(old))

    def _delete_in_answer(self) -> Edit:
        if self._kind.name in _OWN_DRESS:
            found = [
                (spot, element)
                for spot in self.file.spots(self._place)
                for element in spot.paragraph.iter(_OWN_DRESS[self._kind.name])
            ]
            if not found:
                raise ImpossibleError
            spot, element = self._r.choice(found)
            whole = element if element.tag == w("hyperlink") else element.getparent().getparent()
            thing = Thing(spot, [whole], (words_of(whole),))
            _become_plain(thing)
            return self._edit(DELETED, thing.words, is_bare=True)
        spot, phrase = self.file.phrase(self._place, self._r)
        if self._kind.name == "tekst":
            cut(split_off(spot.paragraph, phrase).run)
            return self._edit(DELETED, gone=(phrase,))
        return self._edit(DELETED, self._wrap(spot, phrase, self.fresh()), (phrase,))

    def _make(self, part: str, text: str) -> list[Any]:
        assert self._kind.make
        return self._kind.make(self.file, part, text)

    def _put(self, text: str, *, besides: Spot | None = None) -> Thing:
        """Put the thing in the place, with these words."""
        words = self._kind.says(text)
        if self._place in EMPTY_PLACES:
            return self._put_alone(text)
        spot = self.file.spot(self._place, self._r, besides=besides)
        if self._kind.dress:
            made = new_paragraph(plain_run(text), like=spot.paragraph)
            self._kind.dress(self.file, spot.part, made)
            things = [made]
        else:
            things = self._make(spot.part, text)
        if self._kind.dress or self._kind.is_block:
            below(spot.paragraph, things)
        else:
            self._among(spot.paragraph, things)
        return Thing(spot, things, words)

    def _put_alone(self, text: str) -> Thing:
        """Put a paragraph with the thing where none is, or a row."""
        if self._kind.dress:
            made = new_paragraph(plain_run(text))
            self._kind.dress(self.file, DOCUMENT, made)
            things = blocks = [made]
        else:
            things = self._make(DOCUMENT, text)
            blocks = things if self._kind.is_block else [new_paragraph(*things)]
        body = self.file.tree(DOCUMENT)[0]
        spot = Spot(DOCUMENT, body)
        if self._place == ROWS:
            spot = self.file.spot(self._place, self._r)
            row_below(spot.paragraph, blocks)
        else:
            place = 0 if self._place == FIRST else len(body) - 1
            body[place:place] = blocks
        return Thing(spot, things, self._kind.says(text))

    def _among(self, paragraph: Any, things: list[Any]) -> None:
        """Put things between the words of a paragraph, or before or behind them."""
        runs = [run for run in plain_runs(paragraph) if " " in words_of(run).strip()]
        where = self._r.choice(("voor", "in", "in", "achter"))
        if where == "in" and runs:
            run = self._r.choice(runs)
            text = words_of(run)
            spaces = [i for i, sign in enumerate(text) if sign == " " and 0 < i < len(text) - 1]
            place = self._r.choice(spaces)
            behind = deepcopy(run)
            run.find(w("t")).text, behind.find(w("t")).text = text[: place + 1], text[place:]
            below(run, [*things, behind])
        elif where == "voor":
            own = paragraph.find(w("pPr"))
            place = 0 if own is None else paragraph.index(own) + 1
            paragraph[place:place] = [*things, plain_run(" ")]
        else:
            paragraph.extend([plain_run(" "), *things])

    def _wrap(self, spot: Spot, phrase: str, text: str) -> tuple[str, ...]:
        """Put the thing, with a text, in the place of words that stand there."""
        if self._kind.dress:
            if text != phrase:
                for run in plain_runs(spot.paragraph):
                    cut(run)
                spot.paragraph.append(plain_run(text))
            self._kind.dress(self.file, spot.part, spot.paragraph)
            return (text,)
        run = split_off(spot.paragraph, phrase).run
        made = self._make(spot.part, text)
        if self._kind.is_block:
            cut(run)
            below(spot.paragraph, made)
        else:
            below(run, made)
            cut(run)
        return self._kind.says(text)


def _looks(things: list[Any]) -> list[tuple[str, Any]]:
    """Return what can be told of things without their words."""
    return [(one.tag, dict(one.attrib)) for thing in things for one in thing.iter()]


def _become_plain(thing: Thing) -> None:
    """Leave the words of a thing, without its form."""
    first = thing.elements[0]
    first.getparent().replace(first, plain_run(words_of(first)))


def _take_away(thing: Thing, place: str) -> None:
    if place == ROWS:
        cut(row_of(thing.elements[0]))
        return
    for element in thing.elements:
        parent = element.getparent()
        parent.remove(element)
        if place in EMPTY_PLACES and parent.tag == w("p") and len(parent) == 0:
            cut(parent)


def _shift(thing: Thing, place: str) -> None:
    """Move a paragraph or a row of its own one place."""
    if place == ROWS:
        row = row_of(thing.elements[0])
        other = row.getnext()
        if other is None or other.tag != w("tr"):
            raise ImpossibleError
        other.addnext(row)
        return
    body = thing.spot.paragraph
    first = thing.elements[0]
    blocks = [first.getparent()] if first.getparent() is not body else thing.elements
    if place == FIRST:
        below(blocks[-1].getnext().getnext(), blocks)
    else:
        before = blocks[0].getprevious().getprevious()
        if place != LAST or before is None:
            raise ImpossibleError
        below(before, blocks)


def judge(edit: Edit, readback: Readback) -> Account:
    """Return what became of what an edit shows, by what the program says and would write."""
    shown, texts = _said(readback)
    changed = [] if texts else [way.text for way in readback.three_ways if way.changes]
    changed += [punt.tekst for punt in readback.punten]
    if _is_home(edit, changed):
        return Account.HOME
    # Of clashing texts that show it the user chooses one.
    if _is_named(edit, shown) or _is_home(edit, texts):
        return Account.NAMED
    return Account.UNNAMED if shown.strip() or changed or texts else Account.SILENT


def _is_named(edit: Edit, shown: str) -> bool:
    """Whether the report has the words of an edit in it, or the name of its kind."""
    if re.search(edit.kind.called, shown, re.IGNORECASE):
        return True
    if edit.words and all(word in shown for word in edit.words):
        return True
    # Of two that changed places, either is the one that moved.
    if edit.operation == MOVED and _OTHER_PLACE in shown:
        return True
    # What is gone nobody can quote: the document holds a fingerprint of it alone.
    return not edit.words and edit.operation != INSERTED and bool(_SOMETHING_GONE.search(shown))


def _is_home(edit: Edit, texts: list[str]) -> bool:
    """Whether new texts hold what an edit shows."""
    if not texts:
        return False
    plain = "\n".join(_plain(text) for text in texts)
    form = edit.kind.is_home
    words = " ".join(edit.words)
    if any(gone in plain for gone in edit.gone):
        return False
    if edit.is_bare:
        bare = all(word in plain for word in edit.words)
        return bare and form is not None and not any(form(words, text) for text in texts)
    if not edit.words:  # nothing of it shows but that words are gone
        return edit.kind.name == "tekst" or bool(edit.kind.own_edits)
    return form is not None and any(form(words, text) for text in (*texts, plain))


def _plain(text: str) -> str:
    """Return a text without its markup, or a table as it is stored."""
    return text if text.startswith("|") else plain_text(read_markup(text))


def _said(readback: Readback) -> tuple[str, list[str]]:
    """Return what the report says besides the answers, and the texts that it lets choose from."""
    lines = [*readback.told_doubts, *report.outside_answers(readback.fixed, _WIDE)]
    lines += readback.foreign
    refused = [
        summary.Left(f"{vraag.label}, {place}", message, words)
        for vraag, (place, words, message) in readback.refused
    ]
    groups = summary.warning_groups(refused, [], [], [], _WIDE)
    lines += [one.text for one in summary.show_groups(groups, _WIDE, None, everything=True)]
    clashes = [w for w in readback.three_ways if w.oordeel is Oordeel.BOTSING]
    texts = [text for way in clashes for text in (way.word, *way.otherwise)]
    return "\n".join(lines), texts
