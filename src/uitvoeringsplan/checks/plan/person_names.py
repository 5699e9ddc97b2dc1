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

_PART = re.compile(r"[,;:()/&+|]|\s[-–—]\s|\b(?:en|of|namens|t\.n\.v\.)\b")
_AANSPREEK = re.compile(
    r"(?:[Dd]hr|[Mm](?:evr|w)|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Dd]e heer|[Dd]rs|[Ii]ng|[Ii]r|[Mm]r"
    r"|[Dd]r|[Pp]rof)\.?"
)
_BETWEEN = (
    "van de", "van der", "van den", "van het", "van 't", "in 't", "in het", "op de", "op den",
    "uit de", "van", "de", "den", "der", "ten", "ter", "te", "het", "'t", "el", "al", "ben", "bin",
    "von", "da", "dos", "di", "la", "le",
)  # fmt: skip
_WITH_PREPOSITION = frozenset(_BETWEEN) - {
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
_SINGLE_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
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
_ORGANISATION = re.compile(
    r"(?:team|bureau|huis|dienst|afdeling|raad|bestuur|college|gemeente|stichting|vereniging|school"
    r"|cluster|sector|eenheid|domein|programma|project|groep|overleg|directie|concern|kring|netwerk"
    r"|platform|loket|punt|centrum|wijk|dorp|stad|buurt|regio|gebied|kerk|moskee|politie|brandweer"
    r"|welzijn|zorg|jeugd|werk|hart|hoek|stem|poort|plein|park|haven|kamer|veld|fonds|alliantie"
    r"|unie|bond|club|beleid|beheer|heid|schap|ing|tie|isme|zaken|staf|griffie|kabinet)$",
    re.IGNORECASE,
)
#: The commonest surnames, without what stands in front of them.
_SURNAMES = frozenset(
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
_WITH_BETWEEN = frozenset(
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
    for antwoord in keuring.everything:
        for line in _functies(antwoord):
            if name := find_name(line):
                yield Bevinding(
                    Ernst.WAARSCHUWING,
                    f"“{name}” lijkt de naam van een persoon. Noem de functie of het team.",
                    antwoord.vraag,
                    name,
                )


def _functies(antwoord: Antwoord) -> Iterator[str]:
    """Yield the lines of an answer, and the cells of a table, that should be a function."""
    vraag = antwoord.vraag
    if vraag.is_functie:
        yield from antwoord.lines
    places = [i for i, kolom in enumerate(vraag.kolommen) if kolom.is_functie]
    if places:
        for rij in antwoord.rijen:
            yield from (rij[i] for i in places)


def find_name(line: str) -> str:
    """Return the words of a line that look like the name of a person; empty when none do."""
    parts = [part.split() for part in _PART.split(line)]
    for words in filter(None, parts):
        for name in _names(words):
            return name
    return ""


def _names(words: Sequence[str]) -> Iterator[str]:
    """Yield the names in one part of a line, the part itself among its words."""
    for i, word in enumerate(words):
        rest = words[i + 1 :]
        name = ""
        if _aanspreekvorm(words, i):
            name = _after_title(rest)
        elif _are_initials(word, rest):
            name = _surname(rest)
        if name:
            yield f"{word} {name}"
        elif _is_first_name(word, rest, only=len(words) == 1):
            surname = _surname(rest) if word[0].isupper() else " ".join(rest)
            yield f"{word} {surname}".rstrip()
        elif _FUNCTIE.search(word) and (name := _known_surname(word, rest)):
            yield name
    if name := _with_surname_prefix(words):
        yield name


def _aanspreekvorm(words: Sequence[str], i: int) -> bool:
    if words[i] == "heer":
        return i > 0 and words[i - 1] in ("de", "De")
    return _AANSPREEK.fullmatch(words[i]) is not None


def _after_title(rest: Sequence[str]) -> str:
    """Return what follows a form of address: more of these, initials, first names, a surname."""
    kop: list[str] = []
    for word in rest:
        if _AANSPREEK.fullmatch(word) or _LETTERS.fullmatch(word) or _kent(word):
            kop.append(word)
        else:
            break
    surname = _surname(rest[len(kop) :])
    is_name = surname or any(_kent(word) for word in kop)
    return " ".join([*kop, *surname.split()]) if is_name else ""


def _are_initials(word: str, rest: Sequence[str]) -> bool:
    if _SINGLE_LETTER.fullmatch(word):  # `J de Vries`; a team can be called A
        return word.isupper() and bool(rest) and _between(rest) > 0
    bare = word.replace(".", "").replace("-", "")
    return (
        _LETTERS.fullmatch(word) is not None and bare.isupper() and bare.lower() not in _AFKORTING
    )


def _is_first_name(word: str, rest: Sequence[str], *, only: bool) -> bool:
    if not _kent(word):
        return False
    if word[0].isupper():
        return only or bool(_surname(rest))
    return _between(rest) > 0 and len(rest) <= 4  # `jan de vries`


def _kent(word: str) -> bool:
    """Whether a word is a first name; of a double one the first half tells."""
    return word.casefold().split("-")[0] in FIRST_NAMES


def _surname(rest: Sequence[str]) -> str:
    """Return the surname that stands first; empty when a function or a team stands there."""
    n = _between(rest)
    if n >= len(rest):
        return ""
    word = rest[n].rstrip(".")
    is_name = _WORD.fullmatch(word) and len(word) > 1 and word[0].isupper()
    if not is_name or (len(word) <= 4 and word.isupper() and not n):  # `GGD`
        return ""
    is_otherwise = _FUNCTIE.search(word) or _ORGANISATION.match(word)  # a surname may end in `huis`
    return "" if is_otherwise else " ".join([*rest[:n], word])


def _known_surname(functie: str, rest: Sequence[str]) -> str:
    """Return the surname right behind a function, when it is one for certain."""
    name = _surname(rest)
    if not name:
        return ""
    last, between = name.split()[-1].casefold().split("-")[0], _between(rest)
    is_known = last in _SURNAMES or _FRIES.match(last)
    # `wethouder Van Loon`; behind another function it can be a neighbourhood, as in `De Kade`.
    with_capital = rest[0][0].isupper() and _BESTUURDER.search(functie)
    return name if is_known or (between and (last in _WITH_BETWEEN or with_capital)) else ""


def _with_surname_prefix(words: Sequence[str]) -> str:
    """Return a whole part that is built as a name: `Xaviera van der Zee`."""
    n = _between(words[1:])
    is_opgebouwd = n and len(words) == n + 2 and " ".join(words[1 : n + 1]).casefold()
    if is_opgebouwd not in _WITH_PREPOSITION:
        return ""
    first = words[0]
    is_word = _WORD.fullmatch(first) and first[0].isupper() and not first.isupper()
    if not is_word or _FUNCTIE.search(first) or _ORGANISATION.search(first):
        return ""
    surname = _surname(words[1:])
    return f"{first} {surname}" if surname else ""


def _between(words: Sequence[str]) -> int:
    """Return of how many words what stands before a surname is made."""
    small = [word.casefold().replace("’", "'") for word in words[:2]]
    if " ".join(small) in _BETWEEN and len(small) == 2:
        return 2
    return int(bool(small) and small[0] in _BETWEEN)


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
