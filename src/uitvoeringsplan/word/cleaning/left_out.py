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
_QUOTE = 40
_QUOTES = 3


class LeftOut:
    """Gathers what was left out, and pictures that could not be looked into."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._quotes: list[str] = []
        self._pictures: list[str] = []

    def meld(self, kind: str, quote: str = "") -> None:
        """Note one thing that was left out; `kind` is a key of `_ZINNEN`."""
        self._count[kind] += 1
        if quote:
            self._quotes.append(quote)

    def unseen(self, picture: str) -> None:
        """Note a picture of which the metadata is not known."""
        self._pictures.append(picture)

    def zinnen(self) -> tuple[str, ...]:
        """Return the sentences; none when nothing was left out that anybody may miss."""
        result = []
        if self._count:
            parts = [
                _ZINNEN[kind][count > 1].format(count)
                + (self._quote() if kind == "verborgen" else "")
                for kind, count in self._count.items()
            ]
            result.append("Uit het sjabloon gaat niet mee:" + "".join(f"\n- {d}" for d in parts))
        if self._pictures:
            result.append(
                "Let op: in deze afbeeldingen van het sjabloon kunnen gegevens van de maker staan,"
                f" want dit programma kan ze niet nakijken: {', '.join(self._pictures)}. Sla ze op"
                " als PNG om daar zeker van te zijn."
            )
        return tuple(result)

    def _quote(self) -> str:
        short = [
            f"“{text if len(text) <= _QUOTE else text[: _QUOTE - 1] + '…'}”"
            for text in dict.fromkeys(self._quotes)
        ]
        rest = f" en nog {len(short) - _QUOTES}" if len(short) > _QUOTES else ""
        return f" ({', '.join(short[:_QUOTES])}{rest})" if short else ""
