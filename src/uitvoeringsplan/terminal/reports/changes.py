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
_LEFT_OUT = "…"
_NARROWEST = 16
_Changed = TypeVar("_Changed", "Blokverschil", "Rijverschil")


class Piece(NamedTuple):
    """A piece of a line, signs and all, and what became of it."""

    tekst: str
    wat: Verandering


def name_unseen(tekst: str, wat: Verandering) -> str:
    """Return a text that a terminal shows as it is.

    What nobody can see in a piece that changed is named, for it may be all that changed.
    """
    gewijzigd = wat in _KLEUREN
    if gewijzigd:
        tekst = tekst.replace("\n", _LINE_END if wat is Verandering.WEG else f"{_LINE_END}\n")
    alleen_wit = not tekst.strip()
    uit = []
    for teken in tekst:
        soort = unicodedata.category(teken)
        onzichtbaar = is_hidden(teken)
        if gewijzigd:
            onzichtbaar |= soort == "Cf" and teken != "\u200d"
            onzichtbaar |= alleen_wit and soort == "Zs" and teken != " "
        uit.append(sign_name(teken) if onzichtbaar else teken)
    return "".join(uit)


def shorten_same(stukken: Sequence[Verschilstuk]) -> Iterator[Verschilstuk]:
    """Yield the pieces with an ellipsis in long ones that stayed."""
    for plek, een in enumerate(stukken):
        if een.wat is not Verandering.GELIJK:
            yield een
            continue
        voor = _AROUND if plek or len(stukken) == 1 else 0
        na = _AROUND if plek < len(stukken) - 1 else 0
        yield een._replace(stuk=een.stuk._replace(tekst=_kort(een.stuk.tekst, voor, na)))


def fold_pieces(delen: Iterable[Piece], kolommen: int, marge: str, *, kleur: bool) -> Iterator[str]:
    """Yield lines of at most this many columns, each behind `marge`.

    A point hangs; an address is never broken. A colour ends with its line.
    """
    delen = list(delen)
    tekst = "".join(deel.tekst for deel in delen)
    if len(tekst) <= kolommen and tekst.isascii() and "\n" not in tekst:  # most lines of a list
        yield f"{marge}{_coloured(delen, kleur=kleur)}".rstrip(" ")
        return
    tekens = [(teken, deel.wat) for deel in delen for teken in deel.tekst]
    ruimte, begin = max(_NARROWEST, kolommen), 0
    hang = hanging_indent(tekst, ruimte)
    for regel in _regels(tekens):
        kaal = "".join(teken for teken, _ in regel)
        for van, tot in line_slices(kaal, ruimte, hang, begin):
            yield f"{marge}{' ' * begin}{_coloured(regel[van:tot], kleur=kleur)}".rstrip(" ")
            begin = hang


def _kort(tekst: str, voor: int, na: int) -> str:
    """Return a text with only its begin and its end, cut at words."""
    if len(tekst) <= voor + na + _AROUND // 2:
        return tekst
    begin = tekst[:voor].rpartition(" ")[0] + " " if voor else ""
    einde = " " + tekst[-na:].partition(" ")[2] if na else ""
    return f"{begin}{_LEFT_OUT}{einde}"


def _regels(tekens: list[_Teken]) -> Iterator[list[_Teken]]:
    regel: list[_Teken] = []
    for teken in tekens:
        if teken[0] == "\n":
            yield regel
            regel = []
        else:
            regel.append(teken)
    yield regel


def _coloured(tekens: Iterable[_Teken], *, kleur: bool) -> str:
    uit = []
    for wat, groep in groupby(tekens, key=lambda teken: teken[1]):
        tekst = "".join(teken for teken, _ in groep)
        code = _KLEUREN.get(wat) if kleur else None
        uit.append(f"{code}{tekst}{DEFAULT_COLOUR}" if code else tekst)
    return "".join(uit)


_GELIJK, _WEG, _NIEUW = Verandering.GELIJK, Verandering.WEG, Verandering.NIEUW
_TEKENS = {_WEG: ("[-", "-]"), _NIEUW: ("{+", "+}")}
_UITLEG = {_WEG: "staat er niet meer", _NIEUW: "is nieuw"}
_MARGIN = 2
_GEEN = "Er is geen verschil."
_GEEN_ANTWOORD = "De antwoorden zijn gelijk. Lees wel wat er verder over het document is gezegd."


def render_changes(
    lijst: Iterable[Vraagverschil], *, kleur: bool, is_alles_bekeken: bool = True
) -> str:
    """Return the changes per question, or one line that says there are none.

    Unless `is_alles_bekeken` that line is about the answers alone.
    """
    delen = [render_change(een, kleur=kleur) for een in lijst if een.wat is not _GELIJK]
    if delen:
        return "\n\n".join([legend(delen, kleur=kleur), *delen])
    return _GEEN if is_alles_bekeken else _GEEN_ANTWOORD


def legend(delen: Iterable[str], *, kleur: bool) -> str:
    """Return what the signs in these lines mean, as far as they are there; empty without any."""
    getoond = "\n".join(delen)
    uit = []
    for wat, woord in ((_WEG, "weg"), (_NIEUW, "erbij")):
        voor, na = _TEKENS[wat]
        if voor in getoond:
            teken = "".join(fold_pieces([Piece(f"{voor}{woord}{na}", wat)], 40, "", kleur=kleur))
            uit.append(f"{teken} {_UITLEG[wat]}")
    if "¶" in getoond:
        uit.append("¶ is het einde van een regel")
    if re.search(rf"(?m)(?:^| ){_LEFT_OUT}(?: |$)", getoond):  # not one of the user's own
        uit.append(f"{_LEFT_OUT} is tekst die gelijk bleef")
    return wrap_text(f"Zo lees je dit: {'; '.join(uit)}.", text_width()) if uit else ""


def render_change(een: Vraagverschil, *, kleur: bool) -> str:
    """Return what changed in one answer below its name, with the words around it."""
    kop = wrap_text(f"{een.vraag.label} ({een.vraag.id})", text_width())
    return "\n".join([kop, *change_lines(een, kleur=kleur)])


def change_lines(een: Vraagverschil, *, kleur: bool) -> list[str]:
    """Return the lines with what changed in one answer, indented."""
    if een.rijen:
        regels = list(_changed(een.rijen, lambda rij: _rij(rij, een.vraag.kolommen)))
    else:
        regels = list(_changed(een.blokken, _blok))
    kolommen = text_width() - _MARGIN
    return [
        regel
        for delen in regels
        for regel in fold_pieces(delen, kolommen, " " * _MARGIN, kleur=kleur)
    ]


def _changed(
    alle: Iterable[_Changed], show: Callable[[_Changed], list[Piece]]
) -> Iterator[list[Piece]]:
    """Yield what changed; of what stayed between that only that there was something."""
    for is_gelijk, groep in groupby(alle, lambda een: een.wat is _GELIJK):
        if is_gelijk:
            yield [Piece(_LEFT_OUT, _GELIJK)]
        else:
            yield from map(show, groep)


def _blok(blok: Blokverschil) -> list[Piece]:
    return [*_begin(blok), *_woorden(shorten_same(blok.stukken))]


def _begin(blok: Blokverschil) -> list[Piece]:
    """Return the sign or the number of a point; what it was too when it became something else."""
    vorm = blok.nieuw or blok.oud
    marge = Piece(LEVEL_INDENT * vorm.niveau if isinstance(vorm, ListItem) else "", _GELIJK)
    if not blok.andere_vorm:
        return [marge, Piece(_punt(vorm), _GELIJK)]
    uit = [marge]
    for vormen in (
        [_punt(een).rstrip() for een in (blok.oud, blok.nieuw)],
        [f"niveau {een.niveau + 1}" for een in (blok.oud, blok.nieuw) if isinstance(een, ListItem)],
    ):
        if len(vormen) == 2 and vormen[0] != vormen[1]:
            uit += _wissel(*vormen)
            uit.append(Piece(" ", _GELIJK))
    return uit


def _punt(vorm: Block | None) -> str:
    if not isinstance(vorm, ListItem):
        return ""
    return "- " if vorm.nummer is None else f"{vorm.nummer}. "


def _wissel(oud: str, nieuw: str) -> Iterator[Piece]:
    """Yield what went and what came, as far as there is any."""
    for wat, tekst in ((_WEG, oud), (_NIEUW, nieuw)):
        if tekst:
            voor, na = _TEKENS[wat]
            yield Piece(f"{voor}{tekst}{na}", wat)


def _rij(rij: Rijverschil, kolommen: Sequence[Kolom]) -> list[Piece]:
    """Return a row that came or went whole, of another what it is known by and what changed."""
    cellen = [(kolom, cel) for kolom, cel in zip(kolommen, rij.cellen, strict=True) if cel]
    if rij.wat in _TEKENS:
        voor, na = _TEKENS[rij.wat]
        tekst = "; ".join(f"{kolom.label}: {_tekst(cel)}" for kolom, cel in cellen)
        return [Piece(f"{voor}{tekst}{na}", rij.wat)]
    uit: list[Piece] = []
    for plek, (kolom, cel) in enumerate(cellen):
        if not plek or kolom.verplicht or any(wat is not _GELIJK for wat, _ in cel):
            uit += (Piece(f"{'; ' if uit else ''}{kolom.label}: ", _GELIJK), *_woorden(cel))
    return uit


def _tekst(cel: Iterable[Verschilstuk]) -> str:
    return "".join(name_unseen(stuk.tekst, wat) for wat, stuk in cel)


def _woorden(stukken: Iterable[Verschilstuk]) -> list[Piece]:
    """Return pieces with signs around what went and what came, close to its words."""
    uit = []
    for wat, groep in groupby(stukken, key=lambda stuk: stuk.wat):
        tekst = "".join(map(_in_opmaak, groep))
        kern = tekst.strip(" ")
        if wat not in _TEKENS or not kern:
            voor, na = _TEKENS.get(wat, ("", ""))
            uit.append(Piece(f"{voor}{tekst}{na}", wat))
            continue
        links, _, rechts = tekst.partition(kern)
        voor, na = _TEKENS[wat]
        uit += (Piece(links, _GELIJK), Piece(f"{voor}{kern}{na}", wat), Piece(rechts, _GELIJK))
    return uit


def _in_opmaak(een: Verschilstuk) -> str:
    """Return a piece with the signs of its dress; a link shows its address."""
    wat, stuk = een
    tekst = name_unseen(stuk.tekst, wat)
    for nadruk in emphases(stuk):
        tekst = f"{nadruk.sign}{tekst}{nadruk.sign}"
    return f"[{tekst}]({name_unseen(stuk.adres, wat)})" if stuk.adres else tekst


def render_history(vraag: Vraag, wijzigingen: Sequence[Wijziging], *, kleur: bool) -> str:
    """Return the changes, the oldest first, each with who and when and the words.

    What the signs mean stands above them.
    """
    if not wijzigingen:
        return f"{vraag.label} ({vraag.id}) is nooit beantwoord."
    delen = []
    for wijziging in wijzigingen:
        versie = wijziging.versie
        kop = "Nog niet vastgelegd"
        if versie is not None:
            kop = f"{datum_in_words(versie.datum[:10])}, {versie.auteur}: {versie.onderwerp}"
            kop += f" ({versie.commit[:10]})"
        tekst = render_change(compare_antwoord(vraag, wijziging.oud, wijziging.nieuw), kleur=kleur)
        woorden = tekst.partition("\n")[2]
        delen.append(f"{wrap_text(kop, text_width())}\n{woorden}")
    return "\n\n".join([legend(delen, kleur=kleur), *delen])
