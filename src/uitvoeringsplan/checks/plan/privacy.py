"""Rules on what stays out of a public plan: what identifies somebody, and what is internal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.personal_numbers import NumberKind, find_numbers
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.checks.plan.keuring import Antwoord, Keuring

KENMERK = "kenmerk"  # the field for the number of a case
_ADRES = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_THUIS = frozenset(
    [
        "casema",
        "gmail",
        "gmx",
        "home",
        "hetnet",
        "hotmail",
        "icloud",
        "kpnmail",
        "live",
        "msn",
        "outlook",
        "planet",
        "proton",
        "protonmail",
        "quicknet",
        "solcon",
        "telfort",
        "tele2",
        "upcmail",
        "xs4all",
        "yahoo",
        "ziggo",
    ]
)
# Words by which the address of a team or a subject is known.
_TEAM = re.compile(
    r"^(?:info|team|contact|loket|balie|post|mail|meld|signal|veilig|openbare|orde|oov|beleid|advies"
    r"|gemeente|griffie|bestuur|college|raad|raads|secretariaat|communicatie|redactie|web|klant|pers"
    r"|zorg|jeugd|wijk|buurt|welzijn|sociaal|samenleving|polarisatie|preventie|project|afdeling"
    r"|dienst|functionaris|fg|avg|privacy|woo|help|burgemeester|wethouder|publieks|openbaarheid)"
)


REEKS = 8  # words in a row that nobody writes twice by chance
_WOORD = re.compile(r"\w+")

#: What is said about a number, in the public part and in what stays inside.
_OPENBAAR = {
    NumberKind.BSN: (
        Ernst.FOUT,
        "kan een burgerservicenummer zijn. Dat mag niet in een openbaar plan: haal het weg.",
    ),
    NumberKind.IBAN: (
        Ernst.WAARSCHUWING,
        "is een rekeningnummer. Is het van een persoon, haal het dan weg.",
    ),
    NumberKind.MOBIEL: (
        Ernst.WAARSCHUWING,
        "lijkt het mobiele nummer van een persoon. Noem het nummer van een team, of haal het weg.",
    ),
    NumberKind.PRIVE: (
        Ernst.WAARSCHUWING,
        "lijkt het privénummer van een persoon. Noem het nummer van een team, of haal het weg.",
    ),
}
_BINNEN = (
    "Dit komt niet in het openbare document, maar staat wel in het planbestand, en git bewaart ook"
    " wat je later weghaalt."
)


def persoonsgegevens(keuring: Keuring) -> Iterator[Bevinding]:
    """Find numbers and addresses of persons. AVG, article 5; Woo, 5.1.

    Addresses in what is public; numbers also in internal answers, in answers that do not count now
    and in points, because all of these are in the file.
    """
    openbaar = {antwoord.vraag.id for antwoord in keuring.openbaar}
    for antwoord in keuring.openbaar:
        for ernst, gegeven, wat in dict.fromkeys(_gegevens(antwoord)):
            yield Bevinding(ernst, f"{gegeven} {wat}", antwoord.vraag, gegeven)
    for antwoord in keuring.ingevuld:
        if antwoord.vraag.id not in openbaar:
            for ernst, gegeven, wat in dict.fromkeys(_van_binnen(antwoord.lines)):
                yield Bevinding(ernst, f"{gegeven} {wat}", antwoord.vraag, gegeven)
    for nummer, punt in enumerate(keuring.punten, 1):
        regels = f"{punt.auteur}\n{punt.citaat}\n{punt.tekst}".split("\n")
        for ernst, gegeven, wat in dict.fromkeys(_van_binnen(regels)):
            yield Bevinding(ernst, f"{gegeven} (in punt {nummer}) {wat}", punt=nummer)


def _gegevens(antwoord: Antwoord) -> Iterator[tuple[Ernst, str, str]]:
    for regel in antwoord.lines:
        for nummer in find_numbers(regel, is_kenmerk=antwoord.vraag.id == KENMERK):
            ernst, wat = _OPENBAAR[nummer.soort]
            yield ernst, nummer.tekst, wat
        for m in _MAIL.finditer(_ADRES.sub("", regel)) if "@" in regel else ():
            if _is_van_persoon(m[1], m[2]):
                yield _mail(m[0])
    for blok in antwoord.blokken:
        for stuk in blok.stukken:
            yield from _in_link(stuk.adres)


def _in_link(adres: str) -> Iterator[tuple[Ernst, str, str]]:
    """Yield what the address of a link gives away; words and address can differ."""
    soort, _, rest = adres.partition(":")
    mail = _MAIL.match(rest)
    if mail and soort.casefold() == "mailto" and _is_van_persoon(mail[1], mail[2]):
        yield _mail(mail[0])
    if soort.casefold() == "tel":
        for nummer in find_numbers(rest):
            ernst, wat = _OPENBAAR[nummer.soort]
            yield ernst, nummer.tekst, wat


def _van_binnen(regels: Iterable[str]) -> Iterator[tuple[Ernst, str, str]]:
    """Yield the numbers in what is not public: only a BSN may not be there at all."""
    for regel in regels:
        for nummer in find_numbers(regel):
            is_bsn = nummer.soort is NumberKind.BSN
            ernst = Ernst.FOUT if is_bsn else Ernst.OPMERKING
            yield ernst, nummer.tekst, f"kan een {nummer.soort} zijn. {_BINNEN}"


def _mail(adres: str) -> tuple[Ernst, str, str]:
    wat = "lijkt het e-mailadres van een persoon. Noem het adres van een team, of haal het weg."
    return Ernst.WAARSCHUWING, adres, wat


def _is_van_persoon(naam: str, domein: str) -> bool:
    """Whether an e-mail address looks like that of one person: a name in it, or a private host."""
    if any(deel in _THUIS for deel in domein.casefold().split(".")[:-1]):
        return True
    delen = [deel for deel in re.split(r"[._]", naam.casefold()) if deel]
    if len(delen) < 2 or any(_TEAM.match(deel) for deel in delen):
        return False
    return all(deel.replace("-", "").isalpha() for deel in delen)


def intern_in_openbaar(keuring: Keuring) -> Iterator[Bevinding]:
    """Find words of an internal answer that stand in a public one, once per pair of answers."""
    known: dict[str, Antwoord] = {}
    for antwoord in keuring.intern:
        words = _words(antwoord)
        for i in range(len(words) - REEKS + 1):
            known.setdefault(" ".join(words[i : i + REEKS]), antwoord)
    seconds: dict[str, set[str]] = {}  # behind the first word of a row: most rows need no more
    for row in known:
        first, second, _ = row.split(" ", 2)
        seconds.setdefault(first, set()).add(second)
    for antwoord in keuring.openbaar if known else ():
        seen = set()
        words = _words(antwoord)
        for i in range(len(words) - REEKS + 1):
            if words[i + 1] not in seconds.get(words[i], ()):
                continue
            other = known.get(" ".join(words[i : i + REEKS]))
            if other is not None and other.vraag.id not in seen:
                seen.add(other.vraag.id)
                as_written = _as_written(antwoord, i)
                yield Bevinding(
                    Ernst.FOUT,
                    f"“{as_written}” staat ook bij “{other.vraag.label}”, en dat blijft intern."
                    " Schrijf hier iets anders, of haal het weg.",
                    antwoord.vraag,
                    " ".join(as_written.split()[:3]),
                )


def _words(antwoord: Antwoord) -> list[str]:
    """Return the words of an answer as they compare."""
    return [word.casefold() for word in _WOORD.findall(" ".join(antwoord.lines))]


def _as_written(antwoord: Antwoord, first: int) -> str:
    """Return a row of words as it stands in an answer, on one line."""
    text = " ".join(antwoord.lines)
    places = [m.span() for m in _WOORD.finditer(text)]
    return " ".join(text[places[first][0] : places[first + REEKS - 1][1]].split())


PERSONAL_DATA_RULE = Rule(
    "persoonsgegevens",
    "Er staan geen gegevens van personen in",
    "Een burgerservicenummer hoort niet in een openbaar stuk. Een rekeningnummer, e-mailadres"
    " of mobiel nummer van een persoon ook niet: noem dat van een team, ook bij Contact.",
    Ernst.FOUT,
    persoonsgegevens,
    Bron(
        "AVG, artikel 5; Wet open overheid, artikel 5.1",
        "https://wetten.overheid.nl/BWBR0045754",
    ),
)
INTERNAL_RULE = Rule(
    "intern-in-openbaar",
    "Wat intern is, staat niet in het openbare plan",
    f"Een reeks van {REEKS} woorden uit een intern antwoord die ook in een openbaar antwoord"
    " staat, is waarschijnlijk overgenomen.",
    Ernst.FOUT,
    intern_in_openbaar,
)
