"""Rules on the text itself: headings that are none, and sentences that are too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Bron, Ernst, Planregel, Vondst, begin
from uitvoeringsplan.model.leesbaarheid import LANGSTE_ZIN, tel_woorden, zinnen
from uitvoeringsplan.model.opmaak import Alinea

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Keuring

_LANGSTE_KOP = 80  # characters; what is longer is a paragraph that somebody stresses
_MINSTE_LETTERS = 6  # of a heading in capitals; what is shorter may be an abbreviation


def schijnkop(keuring: Keuring) -> Iterator[Vondst]:
    """Find paragraphs that look like a heading and are none. WCAG 2.2, 1.3.1."""
    for antwoord in keuring.openbaar:
        if not antwoord.heeft_opmaak:
            continue
        for i, blok in enumerate(antwoord.blokken):
            if not isinstance(blok, Alinea):
                continue
            tekst = "".join(stuk.tekst for stuk in blok.stukken)
            kop, _, rest = tekst.partition("\n")
            heeft_iets_onder_zich = bool(rest) or i + 1 < len(antwoord.blokken)
            if heeft_iets_onder_zich and _is_kop(blok, kop):
                yield Vondst(
                    Ernst.WAARSCHUWING,
                    f"“{begin(kop)}” ziet eruit als een kop, maar een schermlezer leest er gewone"
                    " tekst. Maak er het begin van de eerste zin van, of een punt in een lijst.",
                    antwoord.vraag,
                    begin(kop, 3).removesuffix(" …"),
                )


def _is_kop(blok: Alinea, kop: str) -> bool:
    """Whether the first line stands there as a heading: short, no sentence, bold or capitals."""
    if not 1 < len(kop) <= _LANGSTE_KOP or kop.endswith((".", "!", "?", "…", ",", ";")):
        return False
    letters = [teken for teken in kop if teken.isalpha()]
    if len(letters) >= _MINSTE_LETTERS and kop == kop.upper() and " " in kop.strip():
        return True
    over = len(kop)
    for stuk in blok.stukken:
        deel = stuk.tekst[:over]
        if deel.strip() and not stuk.vet:
            return False
        over -= len(deel)
        if over <= 0:
            break
    return bool(letters)


def lange_zin(keuring: Keuring) -> Iterator[Vondst]:
    """Find answers with sentences of more than thirty words, once per answer."""
    for antwoord in keuring.openbaar:
        lang = [
            (aantal, zin)
            for regel in antwoord.regels()
            for zin in zinnen(regel)
            if (aantal := tel_woorden(zin)) > LANGSTE_ZIN
        ]
        if not lang:
            continue
        aantal, zin = max(lang, key=lambda paar: paar[0])
        hoeveel = (
            f"één zin heeft meer dan {LANGSTE_ZIN} woorden, namelijk {aantal}"
            if len(lang) == 1
            else f"{len(lang)} zinnen hebben meer dan {LANGSTE_ZIN} woorden, de langste {aantal}"
        )
        yield Vondst(
            Ernst.OPMERKING,
            f"{hoeveel}: “{begin(zin)}” Maak er kortere zinnen van.",
            antwoord.vraag,
            begin(zin, 3).removesuffix(" …"),
        )


TEKSTREGELS = (
    Planregel(
        "schijnkop",
        "Wat eruitziet als een kop, is er een",
        "Een hele alinea in vet of in hoofdletters lijkt een kop, maar een schermlezer leest haar"
        " als gewone tekst en slaat haar over bij het zoeken naar koppen.",
        Ernst.WAARSCHUWING,
        schijnkop,
        Bron(
            "WCAG 2.2, succescriterium 1.3.1 (via EN 301 549)",
            "https://www.w3.org/TR/WCAG22/#info-and-relationships",
        ),
    ),
    Planregel(
        "lange-zin",
        "Zinnen hebben hooguit dertig woorden",
        "Korte zinnen lezen makkelijker. Bij taalniveau B1 past een zin van tien tot vijftien"
        " woorden; boven de dertig raakt bijna iedereen de draad kwijt.",
        Ernst.OPMERKING,
        lange_zin,
        Bron("Taalniveau B1", "https://onzetaal.nl/taalloket/b1-niveau"),
    ),
)
