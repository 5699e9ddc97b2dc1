"""What a colleague does to the example plan in a word processor, and what must come of it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from returned_documents import (
    AUTEUR,
    BLANK,
    Bewerker,
    als_wijziging,
    mark_paragraph,
    paragraph,
    run,
)

from independent_reader import w

if TYPE_CHECKING:
    from collections.abc import Callable


class Bewerking(NamedTuple):
    """One thing that somebody does; `new` makes the new answer out of the old one."""

    vraag_id: str
    perform: Callable[[Bewerker], object]
    new: Callable[[str], str]


def _new_punt(reviser: Bewerker) -> None:
    reviser.paragraph_erna("bij oplopende spanning", "en als de raad erom vraagt")


def _vet(reviser: Bewerker) -> None:
    old = reviser.paragraph("Komt de openbare orde in gevaar")
    piece = next(r for r in old.iter(w("r")) if "openbare orde" in (r.findtext(w("t")) or ""))
    before, after = piece.findtext(w("t")).split("openbare orde")
    piece.find(w("t")).text = before
    piece.find(w("t")).set(BLANK, "preserve")
    piece.addnext(run("openbare orde", "b"))
    piece.getnext().addnext(run(after))


def _line_end(reviser: Bewerker) -> None:
    old = reviser.paragraph("Komt de openbare orde in gevaar")
    first = next(old.iter(w("r")))
    line = paragraph(run("Let op:")).find(w("r"))
    line.append(line.makeelement(w("br"), {}))
    first.addprevious(line)


def _gone(*words: str) -> Callable[[Bewerker], object]:
    return lambda reviser: reviser.make_empty(*words)


def _punt_gone(reviser: Bewerker) -> None:
    punt = reviser.paragraph("9.000 voor initiatieven van inwoners")
    punt.getparent().remove(punt)


EDITS = {
    "woorden": Bewerking(
        "borgen-college",
        lambda b: b.replace("het gezicht in de buurt", "gewoon bereikbaar"),
        lambda old: old.replace("het gezicht in de buurt", "gewoon bereikbaar"),
    ),
    "woorden in de eerste alinea": Bewerking(
        "lokale-ambitie",
        lambda b: b.replace("een genuanceerd geluid", "ieder geluid"),
        lambda old: old.replace("een genuanceerd geluid", "ieder geluid"),
    ),
    "woorden in een punt": Bewerking(
        "lokale-doelstellingen",
        lambda b: b.replace("Vijf leden zijn jonger", "Zes leden zijn jonger"),
        lambda old: old.replace("Vijf leden zijn jonger", "Zes leden zijn jonger"),
    ),
    "nieuwe alinea": Bewerking(
        "lokale-ambitie",
        lambda b: b.paragraph_erna("Niet elk meningsverschil", "Dit is er nieuw bij."),
        lambda old: f"{old}\n\nDit is er nieuw bij.",
    ),
    "nieuw punt": Bewerking(
        "borgen-college",
        _new_punt,
        lambda old: old.replace("een week\n", "een week\n- en als de raad erom vraagt\n"),
    ),
    "punt weg": Bewerking(
        "borgen-budget",
        _punt_gone,
        lambda old: old.replace("\n  - € 9.000 voor initiatieven van inwoners", ""),
    ),
    "vet": Bewerking(
        "borgen-college",
        _vet,
        lambda old: old.replace("de openbare orde in", "de **openbare orde** in"),
    ),
    "regeleinde": Bewerking(
        "borgen-college",
        _line_end,
        lambda old: old.replace("Komt de openbare", "Let op:\nKomt de openbare"),
    ),
    "leeggemaakt": Bewerking(
        "lokale-ambitie",
        _gone("In Oudermeer kunnen inwoners", "Dat is hier nodig", "Niet elk meningsverschil"),
        lambda _old: "",
    ),
}  # fmt: skip


def _run(reviser: Bewerker, words: str) -> Any:
    (piece,) = [r for r in reviser.document.iter(w("r")) if words in (r.findtext(w("t")) or "")]
    return piece


def _replace(old: str, new: str) -> Callable[[Bewerker], object]:
    """Return what replaces words while changes are tracked."""

    def perform(reviser: Bewerker) -> None:
        piece = _run(reviser, old)
        before, after = piece.findtext(w("t")).split(old)
        piece.find(w("t")).text = before
        piece.find(w("t")).set(BLANK, "preserve")
        gone, added = als_wijziging("del", run(old)), als_wijziging("ins", run(new))
        piece.addnext(gone)
        gone.addnext(added)
        added.addnext(run(after))

    return perform


def _paragraph_added(reviser: Bewerker) -> None:
    """Press Enter at the end of a paragraph: its own mark is the new one."""
    old = reviser.paragraph("De adviseur veiligheid heeft 0,4 fte")
    old.addnext(paragraph(als_wijziging("ins", run("Een nieuwe alinea."))))
    mark_paragraph(old, "ins")


def _mark_runs(p: Any, name: str) -> None:
    """Put every run of a paragraph in a change, and mark its end."""
    for piece in p.findall(w("r")):
        place = p.index(piece)
        p.insert(place, als_wijziging(name, piece))
    mark_paragraph(p, name)


def _punt_gone_bijgehouden(reviser: Bewerker) -> None:
    punt = reviser.paragraph("Is er spanning, dan volgen eerst")
    _mark_runs(punt, "del")


def _verplaatst(reviser: Bewerker) -> None:
    """Move the last point of a list to the front."""
    old = reviser.paragraph("College en managers:")
    new = deepcopy(old)
    for punt, name in ((old, "moveFrom"), (new, "moveTo")):
        _mark_runs(punt, name)
    reviser.paragraph("Communicatieadviseurs:").addprevious(new)


def _vet_bijgehouden(reviser: Bewerker) -> None:
    punt = reviser.paragraph("Een lichter middel")
    (piece,) = punt.findall(w("r"))
    own = piece.makeelement(w("rPr"), {})
    own.append(own.makeelement(w("b"), {}))
    own.append(own.makeelement(w("rPrChange"), AUTEUR))
    own[-1].append(own.makeelement(w("rPr"), {}))
    piece.insert(0, own)


WIJZIGINGEN = {
    "woorden": Bewerking(
        "borgen-college",
        _replace("het gezicht in de buurt", "gewoon bereikbaar"),
        lambda old: old.replace("het gezicht in de buurt", "gewoon bereikbaar"),
    ),
    "nieuwe alinea": Bewerking(
        "borgen-budget", _paragraph_added, lambda old: f"{old}\n\nEen nieuwe alinea."
    ),
    "punt weg": Bewerking(
        "dialoog-inwoners",
        _punt_gone_bijgehouden,
        lambda old: old.replace(
            "- Is er spanning, dan volgen eerst losse gesprekken met elke groep.\n", ""
        ),
    ),
    "verplaatst": Bewerking(
        "deskundigheid-intern",
        _verplaatst,
        lambda old: "\n".join([*(r := old.split("\n"))[:-2], r[-1], r[-2]]),
    ),
    "vet": Bewerking(
        "handhaving-criteria",
        _vet_bijgehouden,
        lambda old: old.replace(
            "Een lichter middel, zoals een gesprek, helpt niet of niet op tijd.",
            "**Een lichter middel, zoals een gesprek, helpt niet of niet op tijd.**",
        ),
    ),
}
