"""What a colleague does to the example plan in a word processor, and what must come of it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from returned_documents import AUTEUR, SPATIE, Bewerker, alinea, als_wijziging, merk_alinea, run

from independent_reader import w

if TYPE_CHECKING:
    from collections.abc import Callable


class Bewerking(NamedTuple):
    """One thing that somebody does; `nieuw` makes the new answer out of the old one."""

    vraag_id: str
    doe: Callable[[Bewerker], object]
    nieuw: Callable[[str], str]


def _nieuw_punt(bewerker: Bewerker) -> None:
    bewerker.alinea_erna("bij oplopende spanning", "en als de raad erom vraagt")


def _vet(bewerker: Bewerker) -> None:
    oud = bewerker.alinea("Komt de openbare orde in gevaar")
    stuk = next(r for r in oud.iter(w("r")) if "openbare orde" in (r.findtext(w("t")) or ""))
    voor, na = stuk.findtext(w("t")).split("openbare orde")
    stuk.find(w("t")).text = voor
    stuk.find(w("t")).set(SPATIE, "preserve")
    stuk.addnext(run("openbare orde", "b"))
    stuk.getnext().addnext(run(na))


def _regeleinde(bewerker: Bewerker) -> None:
    oud = bewerker.alinea("Komt de openbare orde in gevaar")
    eerste = next(oud.iter(w("r")))
    regel = alinea(run("Let op:")).find(w("r"))
    regel.append(regel.makeelement(w("br"), {}))
    eerste.addprevious(regel)


def _weg(*woorden: str) -> Callable[[Bewerker], object]:
    return lambda bewerker: bewerker.maak_leeg(*woorden)


def _punt_weg(bewerker: Bewerker) -> None:
    punt = bewerker.alinea("9.000 voor initiatieven van inwoners")
    punt.getparent().remove(punt)


BEWERKINGEN = {
    "woorden": Bewerking(
        "borgen-college",
        lambda b: b.vervang("het gezicht in de buurt", "gewoon bereikbaar"),
        lambda oud: oud.replace("het gezicht in de buurt", "gewoon bereikbaar"),
    ),
    "woorden in de eerste alinea": Bewerking(
        "lokale-ambitie",
        lambda b: b.vervang("een genuanceerd geluid", "ieder geluid"),
        lambda oud: oud.replace("een genuanceerd geluid", "ieder geluid"),
    ),
    "woorden in een punt": Bewerking(
        "lokale-doelstellingen",
        lambda b: b.vervang("Vijf leden zijn jonger", "Zes leden zijn jonger"),
        lambda oud: oud.replace("Vijf leden zijn jonger", "Zes leden zijn jonger"),
    ),
    "nieuwe alinea": Bewerking(
        "lokale-ambitie",
        lambda b: b.alinea_erna("Niet elk meningsverschil", "Dit is er nieuw bij."),
        lambda oud: f"{oud}\n\nDit is er nieuw bij.",
    ),
    "nieuw punt": Bewerking(
        "borgen-college",
        _nieuw_punt,
        lambda oud: oud.replace("een week\n", "een week\n- en als de raad erom vraagt\n"),
    ),
    "punt weg": Bewerking(
        "borgen-budget",
        _punt_weg,
        lambda oud: oud.replace("\n  - € 9.000 voor initiatieven van inwoners", ""),
    ),
    "vet": Bewerking(
        "borgen-college",
        _vet,
        lambda oud: oud.replace("de openbare orde in", "de **openbare orde** in"),
    ),
    "regeleinde": Bewerking(
        "borgen-college",
        _regeleinde,
        lambda oud: oud.replace("Komt de openbare", "Let op:\nKomt de openbare"),
    ),
    "leeggemaakt": Bewerking(
        "lokale-ambitie",
        _weg("In Oudermeer kunnen inwoners", "Dat is hier nodig", "Niet elk meningsverschil"),
        lambda _oud: "",
    ),
}  # fmt: skip


def _stuk(bewerker: Bewerker, woorden: str) -> Any:
    (stuk,) = [r for r in bewerker.document.iter(w("r")) if woorden in (r.findtext(w("t")) or "")]
    return stuk


def _vervang(oud: str, nieuw: str) -> Callable[[Bewerker], object]:
    """Return what replaces words while changes are tracked."""

    def doe(bewerker: Bewerker) -> None:
        stuk = _stuk(bewerker, oud)
        voor, na = stuk.findtext(w("t")).split(oud)
        stuk.find(w("t")).text = voor
        stuk.find(w("t")).set(SPATIE, "preserve")
        weg, erbij = als_wijziging("del", run(oud)), als_wijziging("ins", run(nieuw))
        stuk.addnext(weg)
        weg.addnext(erbij)
        erbij.addnext(run(na))

    return doe


def _alinea_erbij(bewerker: Bewerker) -> None:
    """Press Enter at the end of a paragraph: its own mark is the new one."""
    oud = bewerker.alinea("De adviseur veiligheid heeft 0,4 fte")
    oud.addnext(alinea(als_wijziging("ins", run("Een nieuwe alinea."))))
    merk_alinea(oud, "ins")


def _merk_runs(p: Any, naam: str) -> None:
    """Put every run of a paragraph in a change, and mark its end."""
    for stuk in p.findall(w("r")):
        plek = p.index(stuk)
        p.insert(plek, als_wijziging(naam, stuk))
    merk_alinea(p, naam)


def _punt_weg_bijgehouden(bewerker: Bewerker) -> None:
    punt = bewerker.alinea("Is er spanning, dan volgen eerst")
    _merk_runs(punt, "del")


def _verplaatst(bewerker: Bewerker) -> None:
    """Move the last point of a list to the front."""
    oud = bewerker.alinea("College en managers:")
    nieuw = deepcopy(oud)
    for punt, naam in ((oud, "moveFrom"), (nieuw, "moveTo")):
        _merk_runs(punt, naam)
    bewerker.alinea("Communicatieadviseurs:").addprevious(nieuw)


def _vet_bijgehouden(bewerker: Bewerker) -> None:
    punt = bewerker.alinea("Een lichter middel")
    (stuk,) = punt.findall(w("r"))
    eigen = stuk.makeelement(w("rPr"), {})
    eigen.append(eigen.makeelement(w("b"), {}))
    eigen.append(eigen.makeelement(w("rPrChange"), AUTEUR))
    eigen[-1].append(eigen.makeelement(w("rPr"), {}))
    stuk.insert(0, eigen)


WIJZIGINGEN = {
    "woorden": Bewerking(
        "borgen-college",
        _vervang("het gezicht in de buurt", "gewoon bereikbaar"),
        lambda oud: oud.replace("het gezicht in de buurt", "gewoon bereikbaar"),
    ),
    "nieuwe alinea": Bewerking(
        "borgen-budget", _alinea_erbij, lambda oud: f"{oud}\n\nEen nieuwe alinea."
    ),
    "punt weg": Bewerking(
        "dialoog-inwoners",
        _punt_weg_bijgehouden,
        lambda oud: oud.replace(
            "- Is er spanning, dan volgen eerst losse gesprekken met elke groep.\n", ""
        ),
    ),
    "verplaatst": Bewerking(
        "deskundigheid-intern",
        _verplaatst,
        lambda oud: "\n".join([*(r := oud.split("\n"))[:-2], r[-1], r[-2]]),
    ),
    "vet": Bewerking(
        "handhaving-criteria",
        _vet_bijgehouden,
        lambda oud: oud.replace(
            "Een lichter middel, zoals een gesprek, helpt niet of niet op tijd.",
            "**Een lichter middel, zoals een gesprek, helpt niet of niet op tijd.**",
        ),
    ),
}
