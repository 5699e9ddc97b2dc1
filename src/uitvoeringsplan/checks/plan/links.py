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
_BARE_ADRES = re.compile(
    r"(?:\b(?:https?|ftp)://|\bfile:(?=[/\\])|(?<![\w\\])\\\\(?=\w))[^\s<>“”\"]*[^\s<>“”\".,;:!?)\]’']"
    r"|\bfile:/+|\bhttps?://(?!\S)|(?<!\w)[A-Z]:\\\S*"
)
_MISLUKTE_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\n]*)\)")
_OWN_SUBNET = (
    ".local",
    ".localdomain",
    ".localhost",
    ".lan",
    ".intern",
    ".internal",
    ".intranet",
    ".corp",
)
_OWN_DISK = re.compile(r"file:|\\\\|[A-Z]:\\", re.IGNORECASE)


class _Adres(NamedTuple):
    adres: str
    antwoord: Antwoord
    text: str = ""  # of the link; an address in the text itself has none


def link_adres(keuring: Keuring) -> Iterator[Bevinding]:
    """Find addresses that do not work, or only at the town hall."""
    for one in _addresses(keuring):
        for ernst, what in _objections(one.adres, stays_inside=keuring.stays_inside):
            yield Bevinding(ernst, f"{what}: {_short(one.adres)}", one.antwoord.vraag, one.adres)
    for antwoord in keuring.public:
        for text, adres in (pair for r in antwoord.lines for pair in _MISLUKTE_LINK.findall(r)):
            if not _is_link_address(adres):
                what = (
                    "dit wordt geen link, want het adres begint niet met https:// of er staat een"
                    " spatie in. Verbeter het adres"
                )
            elif not antwoord.has_markup:
                what = "in een tabel of op één regel kan geen link staan. Zet hem ergens anders"
            else:
                continue  # somebody wants the signs themselves, and put a backslash before them
            message = f"{what}: [{first_words(text)}]({_short(adres)})"
            yield Bevinding(Ernst.FOUT, message, antwoord.vraag, adres or text)


def link_text(keuring: Keuring) -> Iterator[Bevinding]:
    """Find links whose text, heard on its own, does not say where they go. WCAG 2.2, 2.4.4."""
    for one in _addresses(keuring):
        if one.text and says_nothing(one.text):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"de tekst van de link, “{_short(one.text)}”, zegt niet waar hij heen gaat. Schrijf"
                f" wat de lezer daar vindt: {_short(one.adres)}",
                one.antwoord.vraag,
                one.adres,
            )
        elif not one.text and one.antwoord.has_markup and _is_link_address(one.adres):
            yield Bevinding(
                Ernst.OPMERKING,
                "dit adres staat als losse tekst in het plan. Maak er een link van, zoals"
                f" [wat er staat]({_short(one.adres)}).",
                one.antwoord.vraag,
                one.adres,
            )


def _addresses(keuring: Keuring) -> Iterator[_Adres]:
    """Return every address in the public answers, of a link and in the text, each once."""
    for antwoord in keuring.public:
        seen: dict[tuple[str, str], None] = {}
        for block in antwoord.blocks:
            text = ""  # of a link, which may be dressed in parts
            for i, run in enumerate(block.runs):
                if not run.adres:
                    if ":" in run.text or "\\" in run.text:  # no address has neither
                        # What is written as a link and is none gets a finding of its own.
                        bare = _MISLUKTE_LINK.sub("", run.text)
                        seen |= {(m[0], ""): None for m in _BARE_ADRES.finditer(bare)}
                    continue
                text += run.text
                following = block.runs[i + 1 : i + 2]
                if not following or following[0].adres != run.adres:
                    seen[run.adres, " ".join(text.split())] = None
                    text = ""
        yield from (_Adres(adres, antwoord, text) for adres, text in seen)


def _is_link_address(adres: str) -> bool:
    return re.fullmatch(r"(?:https?://|mailto:)[^\s()<>]+", adres) is not None


def _objections(adres: str, *, stays_inside: bool) -> Iterator[tuple[Ernst, str]]:
    """Return what is wrong with an address, with how much that weighs.

    Who reads a plan that stays within the town hall can get at what is there.
    """
    if _OWN_DISK.match(adres):
        if not stays_inside:
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
    elif _is_from_inside(host):
        if not stays_inside:
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


def _is_from_inside(host: str) -> bool:
    """Whether a host is this computer or one on the network of the town hall."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_OWN_SUBNET)
    return not ip.is_global


def _short(adres: str) -> str:
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
        link_text,
        Bron(
            "WCAG 2.2, succescriterium 2.4.4 (via EN 301 549)",
            "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
        ),
    ),
)
