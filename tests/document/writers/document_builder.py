"""Documents to write, put together by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from trials import text as lastige_tekst
from uitvoeringsplan.document.outline import tidy
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Cel,
    Document,
    Feit,
    Feiten,
    Kop,
    Lijst,
    Lijstpunt,
    Passage,
    Tabel,
    Tekstdeel,
    Telwijze,
)


def t(text: str, **dress):
    return (Tekstdeel(text, **dress),)


def p(text: str, aard: Aard = Aard.ALINEA, **dress) -> Passage:
    return Passage(t(text, **dress), aard)


def kop(text: str, level: int = 1, number: str = "") -> Kop:
    return Kop(level, number, t(text), text.lower().replace(" ", "-"))


def lijst(*punten, telwijze: Telwijze = Telwijze.TEKEN, start: int = 1) -> Lijst:
    """Return a list; a point is text, a block, a plain tuple of those, or a point already."""
    return Lijst(tuple(map(_punt, punten)), telwijze, start)


def _punt(punt) -> Lijstpunt:
    if isinstance(punt, Lijstpunt):
        return punt
    parts = punt if type(punt) is tuple else (punt,)
    return Lijstpunt(tuple(p(part) if isinstance(part, str) else part for part in parts))


def cel(content="", width: int = 1, height: int = 1) -> Cel:
    if isinstance(content, str):
        content = (p(content),) if content else ()
    return Cel(content, width, height)


def tabel(*rijen, kop: int = 1, **rest) -> Tabel:
    reading = tuple(tuple(c if isinstance(c, Cel) else cel(c) for c in rij) for rij in rijen)
    return Tabel(reading[:kop], reading[kop:], **rest)


def document(*content, cover=None, status="concept", anchors=None, **rest) -> Document:
    cover = (p("Plan", Aard.TITEL),) if cover is None else cover
    fields = {"titel": "Plan Delft", "taal": "nl-NL", **rest}
    return Document(status=status, cover=cover, content=content, anchors=anchors or {}, **fields)


FEITEN = Feiten((Feit(t("Status"), t("concept")), Feit(t("Wie?"), t("ik"))))
PICTURE = Afbeelding(b"\x89PNG", "image/png", "Een “tijdlijn” & meer", 600, 200)


def _text(parts) -> tuple[Tekstdeel, ...]:
    return tidy(part._replace(text=clean(part.text) or " ") for part in parts)


PART = st.builds(
    Tekstdeel,
    lastige_tekst
    | st.sampled_from(["a", "b ", " c", "(d)", "€", "!", "…", "“e”", "f\ng", "*", "-"]),
    vet=st.booleans(),
    cursief=st.booleans(),
    adres=st.sampled_from(["", "", "https://a.nl/x_(y)?z=1&copy=2", "mailto:a@b.nl"]),
)
#: Text in any dress, as the reader makes it; never empty.
TEXT = st.lists(PART, min_size=1, max_size=6).map(_text).filter(bool)
