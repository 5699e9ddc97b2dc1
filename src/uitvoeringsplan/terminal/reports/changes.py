"""What changed in answers, as words between signs: `[-weg-]` went, `{+erbij+}` came.

The signs are always there, and are explained first; colour only helps who sees it. Lines are
folded, shortened, and coloured piece by piece.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from uitvoeringsplan.model.answer_markup import LEVEL_INDENT, ListItem, emphases
from uitvoeringsplan.model.datum import datum_in_words
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.visible import DEFAULT_COLOUR, GREEN, RED, is_hidden, sign_name
from uitvoeringsplan.terminal.wrapping import hanging_indent, line_slices, text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from uitvoeringsplan.model.word_differences import Verschilstuk

    _Teken = tuple[str, Verandering]

    from uitvoeringsplan.model.answer_markup import Block
    from uitvoeringsplan.model.block_differences import Blokverschil, Rijverschil
    from uitvoeringsplan.model.plan_differences import Vraagverschil, Wijziging
    from uitvoeringsplan.model.vraag import Kolom, Vraag

_KLEUREN = {Verandering.WEG: RED, Verandering.NIEUW: GREEN}
_AROUND = 60  # letters of what stayed that are shown before and behind a change
_LINE_END = "¶"
LEFT_OUT = "…"
_NARROWEST = 16
_Changed = TypeVar("_Changed", "Blokverschil", "Rijverschil")


class Piece(NamedTuple):
    """A piece of a line, signs and all, and what became of it."""

    text: str
    what: Verandering


def name_unseen(text: str, what: Verandering) -> str:
    """Return a text that a terminal shows as it is.

    What nobody can see in a piece that changed is named, for it may be all that changed.
    """
    changed = what in _KLEUREN
    if changed:
        text = text.replace("\n", _LINE_END if what is Verandering.WEG else f"{_LINE_END}\n")
    only_white = not text.strip()
    result = []
    for sign in text:
        kind = unicodedata.category(sign)
        invisible = is_hidden(sign)
        if changed:
            invisible |= kind == "Cf" and sign != "\u200d"
            invisible |= only_white and kind == "Zs" and sign != " "
        result.append(sign_name(sign) if invisible else sign)
    return "".join(result)


def shorten_same(runs: Sequence[Verschilstuk], around: int = _AROUND) -> Iterator[Verschilstuk]:
    """Yield the pieces with an ellipsis in long ones that stayed; `around` letters are left."""
    for place, one in enumerate(runs):
        if one.change is not Verandering.GELIJK:
            yield one
            continue
        before = around if place or len(runs) == 1 else 0
        after = around if place < len(runs) - 1 else 0
        yield one._replace(run=one.run._replace(text=shorten_text(one.run.text, before, after)))


def fold_pieces(
    parts: Iterable[Piece], kolommen: int, margin: str, *, kleur: bool
) -> Iterator[str]:
    """Yield lines of at most this many columns, each behind `margin`.

    A point hangs; an address is never broken. A colour ends with its line.
    """
    parts = list(parts)
    text = "".join(part.text for part in parts)
    if len(text) <= kolommen and text.isascii() and "\n" not in text:  # most lines of a list
        yield f"{margin}{_coloured(parts, kleur=kleur)}".rstrip(" ")
        return
    signs = [(sign, part.what) for part in parts for sign in part.text]
    space, start = max(_NARROWEST, kolommen), 0
    hang = hanging_indent(text, space)
    for line in _lines(signs):
        bare = "".join(sign for sign, _ in line)
        for since, until in line_slices(bare, space, hang, start):
            yield f"{margin}{' ' * start}{_coloured(line[since:until], kleur=kleur)}".rstrip(" ")
            start = hang


def shorten_text(text: str, before: int, after: int) -> str:
    """Return a text with only its begin and its end, cut at words."""
    if len(text) <= before + after + min(_AROUND, before + after) // 2:
        return text
    start = text[:before].rpartition(" ")[0] + " " if before else ""
    end = " " + text[-after:].partition(" ")[2] if after else ""
    return f"{start}{LEFT_OUT}{end}"


def _lines(signs: list[_Teken]) -> Iterator[list[_Teken]]:
    line: list[_Teken] = []
    for sign in signs:
        if sign[0] == "\n":
            yield line
            line = []
        else:
            line.append(sign)
    yield line


def _coloured(signs: Iterable[_Teken], *, kleur: bool) -> str:
    result = []
    for what, group in groupby(signs, key=lambda sign: sign[1]):
        text = "".join(sign for sign, _ in group)
        code = _KLEUREN.get(what) if kleur else None
        result.append(f"{code}{text}{DEFAULT_COLOUR}" if code else text)
    return "".join(result)


_EQUAL, _GONE, _NEW = Verandering.GELIJK, Verandering.WEG, Verandering.NIEUW
_SIGNS = {_GONE: ("[-", "-]"), _NEW: ("{+", "+}")}
_EXPLANATION = {_GONE: "staat er niet meer", _NEW: "is nieuw"}
_MARGIN = 2
_GEEN = "Er is geen verschil."
_NO_ANTWOORD = "De antwoorden zijn gelijk. Lees wel wat er verder over het document is gezegd."


def render_changes(
    lijst: Iterable[Vraagverschil], *, kleur: bool, is_all_viewed: bool = True
) -> str:
    """Return the changes per question, or one line that says there are none.

    Unless `is_all_viewed` that line is about the answers alone.
    """
    parts = [render_change(one, kleur=kleur) for one in lijst if one.change is not _EQUAL]
    if parts:
        return "\n\n".join([legend(parts, kleur=kleur), *parts])
    return _GEEN if is_all_viewed else _NO_ANTWOORD


def legend(parts: Iterable[str], *, kleur: bool, is_brief: bool = False) -> str:
    """Return what the signs in these lines mean, as far as they are there; empty without any.

    Where `is_brief`, something may be left out of what changed, too.
    """
    shown = "\n".join(parts)
    result = []
    for what, word in ((_GONE, "weg"), (_NEW, "erbij")):
        before, after = _SIGNS[what]
        if before in shown:
            sign = "".join(
                fold_pieces([Piece(f"{before}{word}{after}", what)], 40, "", kleur=kleur)
            )
            result.append(f"{sign} {_EXPLANATION[what]}")
    if "¶" in shown:
        result.append("¶ is het einde van een regel")
    if re.search(rf"(?m)(?:^| ){LEFT_OUT}(?: |$)", shown):  # not one of the user's own
        result.append(f"{LEFT_OUT} is {'weggelaten' if is_brief else 'tekst die gelijk bleef'}")
    return wrap_text(f"Zo lees je dit: {'; '.join(result)}.", text_width()) if result else ""


def render_change(one: Vraagverschil, *, kleur: bool) -> str:
    """Return what changed in one answer below its name, with the words around it."""
    kop = wrap_text(f"{one.vraag.label} ({one.vraag.id})", text_width())
    return "\n".join([kop, *change_lines(one, kleur=kleur)])


def change_lines(one: Vraagverschil, *, kleur: bool) -> list[str]:
    """Return the lines with what changed in one answer, indented."""
    if one.rijen:
        lines = list(_changed(one.rijen, lambda rij: row_pieces(rij, one.vraag.kolommen)))
    else:
        lines = list(_changed(one.blocks, _block))
    kolommen = text_width() - _MARGIN
    return [
        line for parts in lines for line in fold_pieces(parts, kolommen, " " * _MARGIN, kleur=kleur)
    ]


def _changed(
    every: Iterable[_Changed], show: Callable[[_Changed], list[Piece]]
) -> Iterator[list[Piece]]:
    """Yield what changed; of what stayed between that only that there was something."""
    for is_equal, group in groupby(every, lambda one: one.change is _EQUAL):
        if is_equal:
            yield [Piece(LEFT_OUT, _EQUAL)]
        else:
            yield from map(show, group)


def _block(block: Blokverschil) -> list[Piece]:
    return [*start_pieces(block), *word_pieces(shorten_same(block.runs))]


def start_pieces(block: Blokverschil) -> list[Piece]:
    """Return the sign or the number of a point; what it was too when it became something else."""
    form = block.new or block.old
    margin = Piece(LEVEL_INDENT * form.level if isinstance(form, ListItem) else "", _EQUAL)
    if not block.other_form:
        return [margin, Piece(_punt(form), _EQUAL)]
    result = [margin]
    for forms in (
        [_punt(one).rstrip() for one in (block.old, block.new)],
        [f"niveau {one.level + 1}" for one in (block.old, block.new) if isinstance(one, ListItem)],
    ):
        if len(forms) == 2 and forms[0] != forms[1]:
            result += _wissel(*forms)
            result.append(Piece(" ", _EQUAL))
    return result


def _punt(form: Block | None) -> str:
    if not isinstance(form, ListItem):
        return ""
    return "- " if form.number is None else f"{form.number}. "


def _wissel(old: str, new: str) -> Iterator[Piece]:
    """Yield what went and what came, as far as there is any."""
    for what, text in ((_GONE, old), (_NEW, new)):
        if text:
            before, after = _SIGNS[what]
            yield Piece(f"{before}{text}{after}", what)


def row_pieces(rij: Rijverschil, kolommen: Sequence[Kolom]) -> list[Piece]:
    """Return a row that came or went whole, of another what it is known by and what changed."""
    cellen = [(kolom, cel) for kolom, cel in zip(kolommen, rij.cellen, strict=True) if cel]
    if rij.change in _SIGNS:
        before, after = _SIGNS[rij.change]
        text = "; ".join(f"{kolom.label}: {_text(cel)}" for kolom, cel in cellen)
        return [Piece(f"{before}{text}{after}", rij.change)]
    result: list[Piece] = []
    for place, (kolom, cel) in enumerate(cellen):
        if not place or kolom.verplicht or any(what is not _EQUAL for what, _ in cel):
            label = Piece(f"{'; ' if result else ''}{kolom.label}: ", _EQUAL)
            result += (label, *word_pieces(shorten_same(cel)))
    return result


def _text(cel: Iterable[Verschilstuk]) -> str:
    return "".join(name_unseen(run.text, what) for what, run in cel)


def word_pieces(runs: Iterable[Verschilstuk]) -> list[Piece]:
    """Return pieces with signs around what went and what came, close to its words."""
    result = []
    for what, group in groupby(runs, key=lambda run: run.change):
        text = "".join(map(_in_opmaak, group))
        core = text.strip(" ")
        if what not in _SIGNS or not core:
            before, after = _SIGNS.get(what, ("", ""))
            result.append(Piece(f"{before}{text}{after}", what))
            continue
        links, _, right = text.partition(core)
        before, after = _SIGNS[what]
        result += (
            Piece(links, _EQUAL),
            Piece(f"{before}{core}{after}", what),
            Piece(right, _EQUAL),
        )
    return result


def _in_opmaak(one: Verschilstuk) -> str:
    """Return a piece with the signs of its dress; a link shows its address."""
    what, run = one
    text = name_unseen(run.text, what)
    for emphasis in emphases(run):
        text = f"{emphasis.sign}{text}{emphasis.sign}"
    return f"[{text}]({name_unseen(run.adres, what)})" if run.adres else text


def render_history(vraag: Vraag, wijzigingen: Sequence[Wijziging], *, kleur: bool) -> str:
    """Return the changes, the oldest first, each with who and when and the words.

    What the signs mean stands above them.
    """
    if not wijzigingen:
        return f"{vraag.label} ({vraag.id}) is nooit beantwoord."
    parts = []
    for wijziging in wijzigingen:
        versie = wijziging.versie
        kop = "Nog niet vastgelegd"
        if versie is not None:
            kop = f"{datum_in_words(versie.datum[:10])}, {versie.auteur}: {versie.subject}"
            kop += f" ({versie.commit[:10]})"
        text = render_change(compare_antwoord(vraag, wijziging.old, wijziging.new), kleur=kleur)
        words = text.partition("\n")[2]
        parts.append(f"{wrap_text(kop, text_width())}\n{words}")
    return "\n\n".join([legend(parts, kleur=kleur), *parts])
