"""Rules on links: the address works for every reader, and the text says where it goes."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from uitvoeringsplan.checks.access_rules import says_nothing
from uitvoeringsplan.checks.plan.keuring import Antwoord, first_words
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.keuring import Keuring

# An address in running text ends before the signs that close a sentence.
_LOS_ADRES = re.compile(
    r"(?:\b(?:https?|ftp)://|\bfile:(?=[/\\])|(?<![\w\\])\\\\(?=\w))[^\s<>“”\"]*[^\s<>“”\".,;:!?)\]’']"
    r"|\bfile:/+|\bhttps?://(?!\S)|(?<!\w)[A-Z]:\\\S*"
)
_MISLUKTE_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\n]*)\)")
_EIGEN_NET = (
    ".local",
    ".localdomain",
    ".localhost",
    ".lan",
    ".intern",
    ".internal",
    ".intranet",
    ".corp",
)
_EIGEN_SCHIJF = re.compile(r"file:|\\\\|[A-Z]:\\", re.IGNORECASE)


class _Adres(NamedTuple):
    adres: str
    antwoord: Antwoord
    tekst: str = ""  # of the link; an address in the text itself has none


def link_adres(keuring: Keuring) -> Iterator[Bevinding]:
    """Find addresses that do not work, or only at the town hall."""
    for een in _adressen(keuring):
        for ernst, wat in _bezwaren(een.adres, blijft_binnen=keuring.blijft_binnen):
            yield Bevinding(ernst, f"{wat}: {_kort(een.adres)}", een.antwoord.vraag, een.adres)
    for antwoord in keuring.openbaar:
        for tekst, adres in (paar for r in antwoord.lines for paar in _MISLUKTE_LINK.findall(r)):
            if not _is_linkadres(adres):
                wat = (
                    "dit wordt geen link, want het adres begint niet met https:// of er staat een"
                    " spatie in. Verbeter het adres"
                )
            elif not antwoord.heeft_opmaak:
                wat = "in een tabel of op één regel kan geen link staan. Zet hem ergens anders"
            else:
                continue  # somebody wants the signs themselves, and put a backslash before them
            melding = f"{wat}: [{first_words(tekst)}]({_kort(adres)})"
            yield Bevinding(Ernst.FOUT, melding, antwoord.vraag, adres or tekst)


def link_tekst(keuring: Keuring) -> Iterator[Bevinding]:
    """Find links whose text, heard on its own, does not say where they go. WCAG 2.2, 2.4.4."""
    for een in _adressen(keuring):
        if een.tekst and says_nothing(een.tekst):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"de tekst van de link, “{_kort(een.tekst)}”, zegt niet waar hij heen gaat. Schrijf"
                f" wat de lezer daar vindt: {_kort(een.adres)}",
                een.antwoord.vraag,
                een.adres,
            )
        elif not een.tekst and een.antwoord.heeft_opmaak and _is_linkadres(een.adres):
            yield Bevinding(
                Ernst.OPMERKING,
                "dit adres staat als losse tekst in het plan. Maak er een link van, zoals"
                f" [wat er staat]({_kort(een.adres)}).",
                een.antwoord.vraag,
                een.adres,
            )


def _adressen(keuring: Keuring) -> Iterator[_Adres]:
    """Return every address in the public answers, of a link and in the text, each once."""
    for antwoord in keuring.openbaar:
        gezien: dict[tuple[str, str], None] = {}
        for blok in antwoord.blokken:
            tekst = ""  # of a link, which may be dressed in parts
            for i, stuk in enumerate(blok.stukken):
                if not stuk.adres:
                    if ":" in stuk.tekst or "\\" in stuk.tekst:  # no address has neither
                        # What is written as a link and is none gets a finding of its own.
                        kaal = _MISLUKTE_LINK.sub("", stuk.tekst)
                        gezien |= {(m[0], ""): None for m in _LOS_ADRES.finditer(kaal)}
                    continue
                tekst += stuk.tekst
                volgend = blok.stukken[i + 1 : i + 2]
                if not volgend or volgend[0].adres != stuk.adres:
                    gezien[stuk.adres, " ".join(tekst.split())] = None
                    tekst = ""
        yield from (_Adres(adres, antwoord, tekst) for adres, tekst in gezien)


def _is_linkadres(adres: str) -> bool:
    return re.fullmatch(r"(?:https?://|mailto:)[^\s()<>]+", adres) is not None


def _bezwaren(adres: str, *, blijft_binnen: bool) -> Iterator[tuple[Ernst, str]]:
    """Return what is wrong with an address, with how much that weighs.

    Who reads a plan that stays within the town hall can get at what is there.
    """
    if _EIGEN_SCHIJF.match(adres):
        if not blijft_binnen:
            yield (
                Ernst.FOUT,
                "dit adres is van een eigen schijf of netwerk; een lezer kan er niet bij. Gebruik"
                " een adres op internet, of haal het weg",
            )
        return
    if adres.startswith("mailto:"):
        if not re.match(r"mailto:[^@\s]+@[^@\s]+\.[^@\s.]+", adres):
            yield Ernst.FOUT, "dit is geen volledig e-mailadres. Vul het aan"
        return
    host = _host(adres)
    if not host:
        yield Ernst.FOUT, "in dit adres ontbreekt de naam van de website. Vul het adres aan"
    elif _is_van_binnen(host):
        if not blijft_binnen:
            yield (
                Ernst.FOUT,
                "dit adres werkt alleen binnen de gemeente. Gebruik een adres op internet, of haal"
                " het weg",
            )
    elif adres.startswith("http://"):
        yield (
            Ernst.OPMERKING,
            "dit adres begint met http:// en is niet beveiligd. Kijk of https:// ook werkt",
        )


def _host(adres: str) -> str:
    try:
        return (urlsplit(adres).hostname or "").rstrip(".")
    except ValueError:  # brackets that do not close
        return ""


def _is_van_binnen(host: str) -> bool:
    """Whether a host is this computer or one on the network of the town hall."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_EIGEN_NET)
    return not ip.is_global


def _kort(adres: str) -> str:
    return adres if len(adres) <= 80 else f"{adres[:79]}…"


LINK_RULES = (
    Rule(
        "link-adres",
        "Elk adres werkt voor elke lezer",
        "Een adres zonder website, met localhost, van een eigen schijf of van het intranet werkt"
        " niet voor wie het openbare plan leest. Een adres met http:// is niet beveiligd.",
        Ernst.FOUT,
        link_adres,
    ),
    Rule(
        "link-tekst",
        "De tekst van een link zegt waar hij heen gaat",
        "Wie een schermlezer gebruikt, hoort links vaak zonder de zin eromheen. Woorden als “hier”,"
        " “lees meer” of een kaal adres zeggen dan niets.",
        Ernst.WAARSCHUWING,
        link_tekst,
        Bron(
            "WCAG 2.2, succescriterium 2.4.4 (via EN 301 549)",
            "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
        ),
    ),
)
