"""The rule on personal data: what identifies somebody does not belong in a public plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Bron, Ernst, Planregel, Vondst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Antwoord, Keuring

#: Fields that are made for such a thing: an address to write to, and a number of a case.
_DAARVOOR = frozenset(("contact", "kenmerk"))
_NEGEN_CIJFERS = re.compile(
    r"(?<![\w/€-])(?<![\w][.,])"
    r"(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3} \d{3} \d{3})"
    r"(?![\w€]|[.,/-]\d)"
)
_GEEN_BSN = re.compile(
    r"(?:€|\beuro|\brsin|\bkvk|\biban)[\s:]*(?:nr\.?|nummer)?[\s:]*$", re.IGNORECASE
)
_ERVOOR = 25  # signs before a number that are looked at
_ADRES = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_MOBIEL = re.compile(r"(?<![\w+])(?:06|(?:\+|00)31[ -]?(?:\(0\))?[ -]?6)(?:[ .-]?\d){8}(?!\d)")
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


def persoonsgegevens(keuring: Keuring) -> Iterator[Vondst]:
    """Find numbers and addresses of persons in public answers. AVG, article 5; Woo, 5.1."""
    for antwoord in keuring.openbaar:
        if antwoord.vraag.id in _DAARVOOR:
            continue
        for ernst, gegeven, wat in dict.fromkeys(_gegevens(antwoord)):
            yield Vondst(ernst, f"{gegeven} {wat}", antwoord.vraag, gegeven)


def _gegevens(antwoord: Antwoord) -> Iterator[tuple[Ernst, str, str]]:
    for regel in antwoord.regels():
        tekst = _ADRES.sub("", regel)
        for m in _NEGEN_CIJFERS.finditer(tekst):
            if is_bsn(m[0]) and not _GEEN_BSN.search(
                tekst[max(0, m.start() - _ERVOOR) : m.start()]
            ):
                yield (
                    Ernst.FOUT,
                    m[0],
                    "kan een burgerservicenummer zijn. Dat mag niet in een openbaar plan: haal het"
                    " weg.",
                )
        for m in _MAIL.finditer(tekst):
            if _is_van_persoon(m[1], m[2]):
                yield _mail(m[0])
        for m in _MOBIEL.finditer(tekst):
            yield (
                Ernst.WAARSCHUWING,
                m[0],
                "lijkt het mobiele nummer van een persoon. Noem het nummer van een team, of haal"
                " het weg.",
            )
    for blok in antwoord.blokken:
        for stuk in blok.stukken:
            mail = _MAIL.match(stuk.adres.removeprefix("mailto:"))
            if mail and stuk.adres.startswith("mailto:") and _is_van_persoon(mail[1], mail[2]):
                yield _mail(mail[0])


def _mail(adres: str) -> tuple[Ernst, str, str]:
    wat = "lijkt het e-mailadres van een persoon. Noem het adres van een team, of haal het weg."
    return Ernst.WAARSCHUWING, adres, wat


def is_bsn(tekst: str) -> bool:
    """Whether nine digits can be a citizen service number: they pass the test of eleven."""
    cijfers = [int(teken) for teken in tekst if teken.isdecimal()]
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(cijfers) != len(gewichten) or not any(cijfers):
        return False
    return sum(c * g for c, g in zip(cijfers, gewichten, strict=True)) % 11 == 0


def _is_van_persoon(naam: str, domein: str) -> bool:
    """Whether an e-mail address looks like that of one person: a name in it, or a private host."""
    if any(deel in _THUIS for deel in domein.casefold().split(".")[:-1]):
        return True
    delen = [deel for deel in re.split(r"[._]", naam.casefold()) if deel]
    if len(delen) < 2 or any(_TEAM.match(deel) for deel in delen):
        return False
    return all(deel.replace("-", "").isalpha() for deel in delen)


PERSOONSREGELS = (
    Planregel(
        "persoonsgegevens",
        "Er staan geen gegevens van personen in",
        "Een burgerservicenummer hoort niet in een openbaar stuk. Een e-mailadres of mobiel nummer"
        " van een persoon ook niet: noem dat van een team. In het gegeven Contact mag een adres.",
        Ernst.FOUT,
        persoonsgegevens,
        Bron(
            "AVG, artikel 5; Wet open overheid, artikel 5.1",
            "https://wetten.overheid.nl/BWBR0045754",
        ),
    ),
)
