"""The name of a person in a line where a function or a team should stand.

Nobody can tell a name from a team for certain. What is taken for one has a sign of its own: a form
of address, initials, a known first name, or a known surname behind a function. A name without any
of these is missed; that is better than a warning about a team that nobody can put right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.first_names import FIRST_NAMES
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uitvoeringsplan.checks.plan.keuring import Antwoord, Keuring

_DEEL = re.compile(r"[,;:()/&+|]|\s[-–—]\s|\b(?:en|of|namens|t\.n\.v\.)\b")
_AANSPREEK = re.compile(
    r"(?:[Dd]hr|[Mm](?:evr|w)|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Dd]e heer|[Dd]rs|[Ii]ng|[Ii]r|[Mm]r"
    r"|[Dd]r|[Pp]rof)\.?"
)
_TUSSEN = (
    "van de", "van der", "van den", "van het", "van 't", "in 't", "in het", "op de", "op den",
    "uit de", "van", "de", "den", "der", "ten", "ter", "te", "het", "'t", "el", "al", "ben", "bin",
    "von", "da", "dos", "di", "la", "le",
)  # fmt: skip
_MET_VOORZETSEL = frozenset(_TUSSEN) - {
    "van",
    "het",
    "te",
    "la",
    "le",
    "op de",
    "van het",
    "in het",
}
_LETTERS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?")
_LOSSE_LETTER = re.compile(r"[^\W\d_]")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Abbreviations that some write with points.
_AFKORTING = frozenset(["oov", "boa", "ggd", "ggz", "vng", "sos", "ehbo", "bhv", "ib", "hr", "ict"])
#: Who has a name; a word may end in one of these (`beleidsadviseur`).
_FUNCTIE = re.compile(
    r"(?:burgemeester|wethouder|portefeuillehouder|secretaris|griffier|raadslid|directeur|manager"
    r"|leider|adviseur|medewerker|ambtenaar|regisseur|coördinator|coordinator|strateeg|jurist"
    r"|co[oö]rdinatrice|directrice|hoofd|voorzitter|commandant|chef|officier|agent|boa|functionaris"
    r"|consulent|verbinder|werker|specialist|controller|analist|officer|trekker|opsteller|eigenaar"
    r"|contactpersoon|bestuurder|projectleidster|beleidsmaker|handhaver|inspecteur|penningmeester)$",
    re.IGNORECASE,
)
_ORGANISATIE = re.compile(
    r"(?:team|bureau|huis|dienst|afdeling|raad|bestuur|college|gemeente|stichting|vereniging|school"
    r"|cluster|sector|eenheid|domein|programma|project|groep|overleg|directie|concern|kring|netwerk"
    r"|platform|loket|punt|centrum|wijk|dorp|stad|buurt|regio|gebied|kerk|moskee|politie|brandweer"
    r"|welzijn|zorg|jeugd|werk|hart|hoek|stem|poort|plein|park|haven|kamer|veld|fonds|alliantie"
    r"|unie|bond|club|beleid|beheer|heid|schap|ing|tie|isme|zaken|staf|griffie|kabinet)$",
    re.IGNORECASE,
)
#: The commonest surnames, without what stands in front of them.
_ACHTERNAMEN = frozenset(
    """
    jansen janssen janssens visser smit smits meijer meyer mulder peters hendriks hendrikx dekker
    brouwer dijkstra hoekstra jacobs koster willems verhoeven vermeulen verbeek kuipers kuiper
    veenstra postma bosma hofman hoffman hermans martens pietersen willemsen driessen claassen
    claessen gerritsen maas scholten schouten timmermans timmerman wouters evers sanders kok yilmaz
    yıldız yildiz kaya demir çelik celik şahin sahin öztürk ozturk aydin aydın arslan doğan dogan
    idrissi amrani bakkali ouali khattabi hamdaoui aboutaleb marcouch singh pinas nguyen
    """.split()  # noqa: SIM905 - idem
)
#: Surnames that without `de` or `van` in front are another word, or a place.
_MET_TUSSEN = frozenset(
    """
    dijk vries jong berg boer groot graaf haan wit bruijn bruin lange ruiter beek linden heuvel meer
    broek leeuwen vliet dam wijk laan horst velde ven velden hoek veen brink bosch heijden heiden
    """.split()  # noqa: SIM905 - idem
)
#: Whose name people write right behind what they are.
_BESTUURDER = re.compile(
    r"(?:burgemeester|wethouder|portefeuillehouder|secretaris|griffier|raadslid)$", re.IGNORECASE
)
_FRIES = re.compile(r"\w{2,}(?:stra|inga)$")


def naam_van_persoon(keuring: Keuring) -> Iterator[Bevinding]:
    """Find names of persons where the question set asks for a function or a team."""
    for antwoord in keuring.alles:
        for regel in _functies(antwoord):
            if naam := find_name(regel):
                yield Bevinding(
                    Ernst.WAARSCHUWING,
                    f"“{naam}” lijkt de naam van een persoon. Noem de functie of het team.",
                    antwoord.vraag,
                    naam,
                )


def _functies(antwoord: Antwoord) -> Iterator[str]:
    """Yield the lines of an answer, and the cells of a table, that should be a function."""
    vraag = antwoord.vraag
    if vraag.is_functie:
        yield from antwoord.lines
    plekken = [i for i, kolom in enumerate(vraag.kolommen) if kolom.is_functie]
    if plekken:
        for rij in antwoord.rijen:
            yield from (rij[i] for i in plekken)


def find_name(regel: str) -> str:
    """Return the words of a line that look like the name of a person; empty when none do."""
    delen = [deel.split() for deel in _DEEL.split(regel)]
    for woorden in filter(None, delen):
        for naam in _namen(woorden):
            return naam
    return ""


def _namen(woorden: Sequence[str]) -> Iterator[str]:
    """Yield the names in one part of a line, the part itself among its words."""
    for i, woord in enumerate(woorden):
        rest = woorden[i + 1 :]
        naam = ""
        if _aanspreekvorm(woorden, i):
            naam = _achter_titel(rest)
        elif _zijn_voorletters(woord, rest):
            naam = _achternaam(rest)
        if naam:
            yield f"{woord} {naam}"
        elif _is_voornaam(woord, rest, alleen=len(woorden) == 1):
            achternaam = _achternaam(rest) if woord[0].isupper() else " ".join(rest)
            yield f"{woord} {achternaam}".rstrip()
        elif _FUNCTIE.search(woord) and (naam := _bekende_achternaam(woord, rest)):
            yield naam
    if naam := _met_tussenvoegsel(woorden):
        yield naam


def _aanspreekvorm(woorden: Sequence[str], i: int) -> bool:
    if woorden[i] == "heer":
        return i > 0 and woorden[i - 1] in ("de", "De")
    return _AANSPREEK.fullmatch(woorden[i]) is not None


def _achter_titel(rest: Sequence[str]) -> str:
    """Return what follows a form of address: more of these, initials, first names, a surname."""
    kop: list[str] = []
    for woord in rest:
        if _AANSPREEK.fullmatch(woord) or _LETTERS.fullmatch(woord) or _kent(woord):
            kop.append(woord)
        else:
            break
    achternaam = _achternaam(rest[len(kop) :])
    is_naam = achternaam or any(_kent(woord) for woord in kop)
    return " ".join([*kop, *achternaam.split()]) if is_naam else ""


def _zijn_voorletters(woord: str, rest: Sequence[str]) -> bool:
    if _LOSSE_LETTER.fullmatch(woord):  # `J de Vries`; a team can be called A
        return woord.isupper() and bool(rest) and _tussen(rest) > 0
    kaal = woord.replace(".", "").replace("-", "")
    return (
        _LETTERS.fullmatch(woord) is not None and kaal.isupper() and kaal.lower() not in _AFKORTING
    )


def _is_voornaam(woord: str, rest: Sequence[str], *, alleen: bool) -> bool:
    if not _kent(woord):
        return False
    if woord[0].isupper():
        return alleen or bool(_achternaam(rest))
    return _tussen(rest) > 0 and len(rest) <= 4  # `jan de vries`


def _kent(woord: str) -> bool:
    """Whether a word is a first name; of a double one the first half tells."""
    return woord.casefold().split("-")[0] in FIRST_NAMES


def _achternaam(rest: Sequence[str]) -> str:
    """Return the surname that stands first; empty when a function or a team stands there."""
    n = _tussen(rest)
    if n >= len(rest):
        return ""
    woord = rest[n].rstrip(".")
    is_naam = _WOORD.fullmatch(woord) and len(woord) > 1 and woord[0].isupper()
    if not is_naam or (len(woord) <= 4 and woord.isupper() and not n):  # `GGD`
        return ""
    is_anders = _FUNCTIE.search(woord) or _ORGANISATIE.match(woord)  # a surname may end in `huis`
    return "" if is_anders else " ".join([*rest[:n], woord])


def _bekende_achternaam(functie: str, rest: Sequence[str]) -> str:
    """Return the surname right behind a function, when it is one for certain."""
    naam = _achternaam(rest)
    if not naam:
        return ""
    laatste, tussen = naam.split()[-1].casefold().split("-")[0], _tussen(rest)
    is_bekend = laatste in _ACHTERNAMEN or _FRIES.match(laatste)
    # `wethouder Van Loon`; behind another function it can be a neighbourhood, as in `De Kade`.
    met_hoofdletter = rest[0][0].isupper() and _BESTUURDER.search(functie)
    return naam if is_bekend or (tussen and (laatste in _MET_TUSSEN or met_hoofdletter)) else ""


def _met_tussenvoegsel(woorden: Sequence[str]) -> str:
    """Return a whole part that is built as a name: `Xaviera van der Zee`."""
    n = _tussen(woorden[1:])
    is_opgebouwd = n and len(woorden) == n + 2 and " ".join(woorden[1 : n + 1]).casefold()
    if is_opgebouwd not in _MET_VOORZETSEL:
        return ""
    eerste = woorden[0]
    is_woord = _WOORD.fullmatch(eerste) and eerste[0].isupper() and not eerste.isupper()
    if not is_woord or _FUNCTIE.search(eerste) or _ORGANISATIE.search(eerste):
        return ""
    achternaam = _achternaam(woorden[1:])
    return f"{eerste} {achternaam}" if achternaam else ""


def _tussen(woorden: Sequence[str]) -> int:
    """Return of how many words what stands before a surname is made."""
    klein = [woord.casefold().replace("’", "'") for woord in woorden[:2]]
    if " ".join(klein) in _TUSSEN and len(klein) == 2:
        return 2
    return int(bool(klein) and klein[0] in _TUSSEN)


PERSON_NAME_RULE = Rule(
    "naam-van-persoon",
    "Waar een functie hoort, staat geen naam",
    "Een plan geldt langer dan iemand zijn werk doet, en van wie bij een overheid werkt hoort"
    " de naam niet zonder reden op het web. Noem de functie of het team.",
    Ernst.WAARSCHUWING,
    naam_van_persoon,
    Bron(
        "AVG, artikel 5; Wet open overheid, artikel 5.1",
        "https://wetten.overheid.nl/BWBR0045754",
    ),
)
