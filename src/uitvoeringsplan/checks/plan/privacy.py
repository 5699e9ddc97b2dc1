"""Rules on what stays out of a public plan: what identifies somebody, and what is internal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.personal_numbers import NumberKind, find_numbers
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.checks.plan.keuring import Antwoord, Keuring

ATTRIBUTE = "kenmerk"  # the field for the number of a case
_ADRES = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_HOME = frozenset(
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


SERIES = 8  # words in a row that nobody writes twice by chance
_WORD = re.compile(r"\w+")

#: What is said about a number, in the public part and in what stays inside.
_PUBLIC = {
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
_INSIDE = (
    "Dit komt niet in het openbare document, maar staat wel in het planbestand, en git bewaart ook"
    " wat je later weghaalt."
)


def persoonsgegevens(keuring: Keuring) -> Iterator[Bevinding]:
    """Find numbers and addresses of persons. AVG, article 5; Woo, 5.1.

    Addresses in what is public; numbers also in internal answers, in answers that do not count now
    and in points, because all of these are in the file.
    """
    public = {antwoord.vraag.id for antwoord in keuring.public}
    for antwoord in keuring.public:
        for ernst, gegeven, what in dict.fromkeys(_gegevens(antwoord)):
            yield Bevinding(ernst, f"{gegeven} {what}", antwoord.vraag, gegeven)
    for antwoord in keuring.filled:
        if antwoord.vraag.id not in public:
            for ernst, gegeven, what in dict.fromkeys(_from_inside(antwoord.lines)):
                yield Bevinding(ernst, f"{gegeven} {what}", antwoord.vraag, gegeven)
    for number, punt in enumerate(keuring.punten, 1):
        lines = f"{punt.auteur}\n{punt.citaat}\n{punt.tekst}".split("\n")
        for ernst, gegeven, what in dict.fromkeys(_from_inside(lines)):
            yield Bevinding(ernst, f"{gegeven} (in punt {number}) {what}", punt=number)


def _gegevens(antwoord: Antwoord) -> Iterator[tuple[Ernst, str, str]]:
    for line in antwoord.lines:
        for number in find_numbers(line, is_attribute=antwoord.vraag.id == ATTRIBUTE):
            ernst, what = _PUBLIC[number.kind]
            yield ernst, number.text, what
        for m in _MAIL.finditer(_ADRES.sub("", line)) if "@" in line else ():
            if _is_of_person(m[1], m[2]):
                yield _mail(m[0])
    for block in antwoord.blocks:
        for run in block.runs:
            yield from _in_link(run.adres)


def _in_link(adres: str) -> Iterator[tuple[Ernst, str, str]]:
    """Yield what the address of a link gives away; words and address can differ."""
    kind, _, rest = adres.partition(":")
    mail = _MAIL.match(rest)
    if mail and kind.casefold() == "mailto" and _is_of_person(mail[1], mail[2]):
        yield _mail(mail[0])
    if kind.casefold() == "tel":
        for number in find_numbers(rest):
            ernst, what = _PUBLIC[number.kind]
            yield ernst, number.text, what


def _from_inside(lines: Iterable[str]) -> Iterator[tuple[Ernst, str, str]]:
    """Yield the numbers in what is not public: only a BSN may not be there at all."""
    for line in lines:
        for number in find_numbers(line):
            is_bsn = number.kind is NumberKind.BSN
            ernst = Ernst.FOUT if is_bsn else Ernst.OPMERKING
            yield ernst, number.text, f"kan een {number.kind} zijn. {_INSIDE}"


def _mail(adres: str) -> tuple[Ernst, str, str]:
    what = "lijkt het e-mailadres van een persoon. Noem het adres van een team, of haal het weg."
    return Ernst.WAARSCHUWING, adres, what


def _is_of_person(name: str, domein: str) -> bool:
    """Whether an e-mail address looks like that of one person: a name in it, or a private host."""
    if any(part in _HOME for part in domein.casefold().split(".")[:-1]):
        return True
    parts = [part for part in re.split(r"[._]", name.casefold()) if part]
    if len(parts) < 2 or any(_TEAM.match(part) for part in parts):
        return False
    return all(part.replace("-", "").isalpha() for part in parts)


def intern_in_openbaar(keuring: Keuring) -> Iterator[Bevinding]:
    """Find words of an internal answer that stand in a public one, once per pair of answers."""
    known: dict[str, Antwoord] = {}
    for antwoord in keuring.intern:
        words = _words(antwoord)
        for i in range(len(words) - SERIES + 1):
            known.setdefault(" ".join(words[i : i + SERIES]), antwoord)
    seconds: dict[str, set[str]] = {}  # behind the first word of a row: most rows need no more
    for row in known:
        first, second, _ = row.split(" ", 2)
        seconds.setdefault(first, set()).add(second)
    for antwoord in keuring.public if known else ():
        seen = set()
        words = _words(antwoord)
        for i in range(len(words) - SERIES + 1):
            if words[i + 1] not in seconds.get(words[i], ()):
                continue
            other = known.get(" ".join(words[i : i + SERIES]))
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
    return [word.casefold() for word in _WORD.findall(" ".join(antwoord.lines))]


def _as_written(antwoord: Antwoord, first: int) -> str:
    """Return a row of words as it stands in an answer, on one line."""
    text = " ".join(antwoord.lines)
    places = [m.span() for m in _WORD.finditer(text)]
    return " ".join(text[places[first][0] : places[first + SERIES - 1][1]].split())


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
    f"Een reeks van {SERIES} woorden uit een intern antwoord die ook in een openbaar antwoord"
    " staat, is waarschijnlijk overgenomen.",
    Ernst.FOUT,
    intern_in_openbaar,
)
