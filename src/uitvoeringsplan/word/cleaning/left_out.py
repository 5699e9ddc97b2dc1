"""What was left out of a template that its maker may miss, as sentences for the user."""

from __future__ import annotations

from collections import Counter

#: By its kind: one of them, and more of them.
_ZINNEN = {
    "opmerking": ("een opmerking", "{} opmerkingen"),
    "verborgen": ("een verborgen tekst", "{} verborgen teksten"),
    "opmaakwijziging": (
        "een bijgehouden verandering van opmaak",
        "{} bijgehouden veranderingen van opmaak",
    ),
    "object": (
        "een ingesloten bestand (het plaatje ervan blijft)",
        "{} ingesloten bestanden (de plaatjes ervan blijven)",
    ),
    "knop": (
        "een knop of formulierveld van een programma",
        "{} knoppen of formuliervelden van een programma",
    ),
    "gekoppeld beeld": (
        "een afbeelding die op een andere plek staat",
        "{} afbeeldingen die op een andere plek staan",
    ),
    "link": (
        "een link naar een bestand op een computer of netwerk (de woorden blijven)",
        "{} links naar bestanden op een computer of netwerk (de woorden blijven)",
    ),
    "veld": (
        "een veld dat iets uit een ander bestand haalt (de tekst blijft)",
        "{} velden die iets uit een ander bestand halen (de tekst blijft)",
    ),
    "veldwaarde": (
        "de ingevulde waarde van een veld over de maker of het bestand",
        "de ingevulde waarde van {} velden over de maker of het bestand",
    ),
    "beschrijving": (
        "een beschrijving van een afbeelding die de naam van een bestand was",
        "{} beschrijvingen van afbeeldingen die de naam van een bestand waren",
    ),
    "wachtwoord": ("het wachtwoord van de beveiliging (de beveiliging blijft)",) * 2,
    "bouwsteen": ("een bouwsteen (autotekst)", "{} bouwstenen (autotekst)"),
    "onderdeel": (
        "een onderdeel dat dit programma niet kent",
        "{} onderdelen die dit programma niet kent",
    ),
}
_CITAAT = 40
_CITATEN = 3


class LeftOut:
    """Gathers what was left out, and pictures that could not be looked into."""

    def __init__(self) -> None:
        self._aantal: Counter[str] = Counter()
        self._citaten: list[str] = []
        self._beelden: list[str] = []

    def meld(self, soort: str, citaat: str = "") -> None:
        """Note one thing that was left out; `soort` is a key of `_ZINNEN`."""
        self._aantal[soort] += 1
        if citaat:
            self._citaten.append(citaat)

    def ongezien(self, beeld: str) -> None:
        """Note a picture of which the metadata is not known."""
        self._beelden.append(beeld)

    def zinnen(self) -> tuple[str, ...]:
        """Return the sentences; none when nothing was left out that anybody may miss."""
        uit = []
        if self._aantal:
            delen = [
                _ZINNEN[soort][aantal > 1].format(aantal)
                + (self._citeer() if soort == "verborgen" else "")
                for soort, aantal in self._aantal.items()
            ]
            uit.append("Uit het sjabloon gaat niet mee:" + "".join(f"\n- {d}" for d in delen))
        if self._beelden:
            uit.append(
                "Let op: in deze afbeeldingen van het sjabloon kunnen gegevens van de maker staan,"
                f" want dit programma kan ze niet nakijken: {', '.join(self._beelden)}. Sla ze op"
                " als PNG om daar zeker van te zijn."
            )
        return tuple(uit)

    def _citeer(self) -> str:
        kort = [
            f"“{tekst if len(tekst) <= _CITAAT else tekst[: _CITAAT - 1] + '…'}”"
            for tekst in dict.fromkeys(self._citaten)
        ]
        rest = f" en nog {len(kort) - _CITATEN}" if len(kort) > _CITATEN else ""
        return f" ({', '.join(kort[:_CITATEN])}{rest})" if kort else ""
