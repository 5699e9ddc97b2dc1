"""Documents to write, put together by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from trials import tekst as lastige_tekst
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


def t(tekst: str, **jas):
    return (Tekstdeel(tekst, **jas),)


def p(tekst: str, aard: Aard = Aard.ALINEA, **jas) -> Passage:
    return Passage(t(tekst, **jas), aard)


def kop(tekst: str, niveau: int = 1, nummer: str = "") -> Kop:
    return Kop(niveau, nummer, t(tekst), tekst.lower().replace(" ", "-"))


def lijst(*punten, telwijze: Telwijze = Telwijze.TEKEN, begin: int = 1) -> Lijst:
    """Return a list; a point is text, a block, a plain tuple of those, or a point already."""
    return Lijst(tuple(map(_punt, punten)), telwijze, begin)


def _punt(punt) -> Lijstpunt:
    if isinstance(punt, Lijstpunt):
        return punt
    delen = punt if type(punt) is tuple else (punt,)
    return Lijstpunt(tuple(p(deel) if isinstance(deel, str) else deel for deel in delen))


def cel(inhoud="", breed: int = 1, hoog: int = 1) -> Cel:
    if isinstance(inhoud, str):
        inhoud = (p(inhoud),) if inhoud else ()
    return Cel(inhoud, breed, hoog)


def tabel(*rijen, kop: int = 1, **rest) -> Tabel:
    gelezen = tuple(tuple(c if isinstance(c, Cel) else cel(c) for c in rij) for rij in rijen)
    return Tabel(gelezen[:kop], gelezen[kop:], **rest)


def document(*inhoud, voorblad=None, status="concept", ankers=None, **rest) -> Document:
    voorblad = (p("Plan", Aard.TITEL),) if voorblad is None else voorblad
    velden = {"titel": "Plan Delft", "taal": "nl-NL", **rest}
    return Document(status=status, voorblad=voorblad, inhoud=inhoud, ankers=ankers or {}, **velden)


FEITEN = Feiten((Feit(t("Status"), t("concept")), Feit(t("Wie?"), t("ik"))))
BEELD = Afbeelding(b"\x89PNG", "image/png", "Een “tijdlijn” & meer", 600, 200)


def _tekst(delen) -> tuple[Tekstdeel, ...]:
    return tidy(deel._replace(tekst=clean(deel.tekst) or " ") for deel in delen)


DEEL = st.builds(
    Tekstdeel,
    lastige_tekst
    | st.sampled_from(["a", "b ", " c", "(d)", "€", "!", "…", "“e”", "f\ng", "*", "-"]),
    vet=st.booleans(),
    cursief=st.booleans(),
    adres=st.sampled_from(["", "", "https://a.nl/x_(y)?z=1&copy=2", "mailto:a@b.nl"]),
)
#: Text in any dress, as the reader makes it; never empty.
TEKST = st.lists(DEEL, min_size=1, max_size=6).map(_tekst).filter(bool)
