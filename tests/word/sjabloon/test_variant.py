"""One opened template, many plans: what one plan chooses must not stick to the next."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import DEFINITIEF, PLANNAMEN

from independent_reader import NS
from trials import proeven
from trials import tekst as lastige_tekst
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.word.filling.filling import fill, zonder_plaats
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def test_samen_gelijk_aan_apart(echt_sjabloon, echte_lijst, plannen):
    """Each plan with a template of its own, and all of them with one, there and back."""

    def vers():
        return open_sjabloon(echt_sjabloon, "s.docx", echte_lijst)

    apart = {naam: fill(vers(), echte_lijst, plannen[naam]) for naam in PLANNAMEN}
    samen = vers()
    for volgorde in (PLANNAMEN, PLANNAMEN[::-1]):
        assert {n: fill(samen, echte_lijst, plannen[n]) for n in volgorde} == apart
    assert len(set(apart.values())) == len(PLANNAMEN)


def test_elke_uitkomst_wordt_een_keer_uitgezocht(echt_sjabloon, echte_lijst, plannen):
    sjabloon = open_sjabloon(echt_sjabloon, "s.docx", echte_lijst)
    for _ in range(3):
        for naam in ("vol", "vol-koppen"):
            fill(sjabloon, echte_lijst, plannen[naam])
    assert len(sjabloon.variants) == 2


DELFT, EDE = {"gemeente": "Delft"}, {"gemeente": "Ede"}


def met_deel(builder, als: str, *inhoud: str, rest: tuple[str, ...] = ()):
    return builder.open(builder.docx(*rest, builder.deel(als, *inhoud)))


def test_een_vraag_kan_in_elk_deel_een_plek_hebben(builder):
    twee = [
        builder.deel(f"gemeente {teken} delft", builder.blok("eerste")) for teken in ("=", "!=")
    ]
    sjabloon = builder.open(builder.docx(builder.blok("tweede"), *twee))
    for gegevens in (DELFT, EDE, DELFT):
        gelezen = builder.lees(fill(sjabloon, builder.lijst, builder.plan(gegevens, eerste="hier")))
        assert gelezen.veldtekst("eerste") == ["hier"]


def test_elke_uitkomst_wordt_gecontroleerd(builder):
    """A part that goes may not take the only place of a question that every plan answers."""
    sjabloon = met_deel(
        builder, "gemeente = delft", builder.blok("eerste"), rest=(builder.blok("tweede"),)
    )
    fill(sjabloon, builder.lijst, builder.plan(DELFT))
    for _ in range(2):  # what went wrong once, goes wrong again
        with pytest.raises(SjabloonError, match="geen invulveld voor “eerste”"):
            fill(sjabloon, builder.lijst, builder.plan(EDE))
    fill(sjabloon, builder.lijst, builder.plan(DELFT))


def test_twee_plekken_tegelijk_kan_niet(builder):
    rest = tuple(map(builder.blok, ("eerste", "tweede")))
    sjabloon = met_deel(builder, "gemeente = delft", builder.blok("eerste"), rest=rest)
    fill(sjabloon, builder.lijst, builder.plan(EDE))
    with pytest.raises(SjabloonError, match="voor “eerste” is er meer dan één invulveld"):
        fill(sjabloon, builder.lijst, builder.plan(DELFT))


# Answers without a place.


@pytest.fixture
def met_keuze(builder):
    """Return the small set with a chapter of choice: questions that need no place."""
    (hoofdstuk,) = builder.lijst.hoofdstukken
    vragen = tuple(builder.lijst.vraag("eerste")._replace(id=naam) for naam in ("derde", "vierde"))
    extra = hoofdstuk._replace(id="extra", vragen=vragen, is_optioneel=True)
    return builder.lijst._replace(hoofdstukken=(hoofdstuk, extra))


def test_een_antwoord_zonder_plaats_wordt_genoemd(builder, met_keuze):
    delen = [builder.blok("eerste"), builder.blok("tweede")]
    deel = builder.deel("gemeente = delft", builder.blok("derde"))
    sjabloon = open_sjabloon(builder.docx(*delen, deel), "s.docx", met_keuze)

    def zonder(gegevens, **antwoorden: str) -> list[str]:
        plan = builder.plan(gegevens, **antwoorden)
        return [vraag.id for vraag in zonder_plaats(sjabloon, met_keuze, plan)]

    assert zonder(DELFT, eerste="a") == []
    assert zonder(DELFT, derde="c", vierde="d") == ["vierde"]
    assert zonder(EDE, derde="c", vierde="d") == ["derde", "vierde"]
    assert zonder(EDE) == []


@pytest.mark.parametrize("naam", PLANNAMEN)
def test_het_meegeleverde_sjabloon_heeft_plaats_voor_alles(
    naam, sjabloon, intern_sjabloon, echte_lijst, interne_lijst, plannen
):
    assert zonder_plaats(sjabloon, echte_lijst, plannen[naam]) == ()
    assert zonder_plaats(intern_sjabloon, interne_lijst, plannen.intern(naam)) == ()


# Both layouts say the same.


def woorden(gelezen) -> list[str]:
    """Return the words of the main text, sorted; not those of the contents list and of headings.

    Headings differ: in one layout the rows of the table have one.
    """
    teksten = gelezen.document.xpath(
        "//w:p[not(ancestor::w:sdt/w:sdtPr/w:docPartObj)]"
        "[not(starts-with(w:pPr/w:pStyle/@w:val, 'Heading'))]"
        "[not(w:pPr/w:pStyle/@w:val='UvpRijtitel' or w:pPr/w:pStyle/@w:val='UvpTabelkop'"
        " or w:pPr/w:pStyle/@w:val='UvpVraag')]",
        namespaces=NS,
    )
    return sorted(woord for p in teksten for woord in " ".join(p.itertext()).split())


UITLEG = re.compile(r"^(De tabel laat per onderdeel|Elk onderdeel heeft hier een eigen kop)")


@proeven(25)
@given(data=st.data())
def test_beide_indelingen_hebben_dezelfde_woorden(data, sjabloon, echte_lijst, plannen, builder):
    vragen = [v for v in echte_lijst.vragen if v.type is not TYPES["tabel"]]
    gekozen = data.draw(st.lists(st.sampled_from(vragen), max_size=6, unique_by=lambda v: v.id))
    plan = plannen[data.draw(st.sampled_from(["leeg", "oudermeer"]))]
    extra = data.draw(st.sampled_from([{}, DEFINITIEF]))
    eigen = {v.id: v.normalise(clean(data.draw(lastige_tekst))) for v in gekozen}
    antwoorden = {**plan.antwoorden, **eigen}
    gevonden = {}
    for indeling in ("tabel", "koppen"):
        gegevens = {**plan.gegevens, **extra, "indeling": indeling}
        anders = plan._replace(gegevens=gegevens, antwoorden=antwoorden)
        gelezen = builder.lees(fill(sjabloon, echte_lijst, anders))
        for alinea in gelezen.document.xpath("//w:p", namespaces=NS):
            if UITLEG.match("".join(alinea.itertext())):  # how to read this layout
                alinea.getparent().remove(alinea)
        gevonden[indeling] = woorden(gelezen)
        for vraag in echte_lijst.vragen:
            (veld,) = gelezen.velden(vraag.id) or [None]
            if veld is not None:
                gevonden.setdefault(vraag.id, []).append("".join(veld.itertext()))
    assert gevonden.pop("tabel") == gevonden.pop("koppen")
    assert len(gevonden) >= 20
    for teksten in gevonden.values():
        assert len(teksten) == 2
        assert len(set(teksten)) == 1


def test_beide_indelingen_hebben_dezelfde_labels_en_titels(sjabloon, echte_lijst, plannen, builder):
    """What is a heading in one, stands in the cells of the other."""
    koppen = builder.lees(fill(sjabloon, echte_lijst, plannen["leeg-koppen"]))
    tabel = builder.lees(fill(sjabloon, echte_lijst, plannen["leeg"]))

    def teksten(gelezen, *stijlen: str) -> list[str]:
        paden = "|".join(f"//w:p[w:pPr/w:pStyle/@w:val='{stijl}']" for stijl in stijlen)
        return ["".join(p.itertext()) for p in gelezen.document.xpath(paden, namespaces=NS)]

    assert teksten(koppen, "Heading4") == teksten(tabel, "UvpVraag")
    assert len(teksten(koppen, "Heading4")) == 18
    titels = [rij.titel for h in echte_lijst.hoofdstukken for rij in h.rijen]
    assert teksten(tabel, "UvpRijtitel") == titels
    onder = teksten(koppen, "Heading2")
    assert [titel for titel in onder if titel in titels] == titels
    assert set(teksten(koppen, "Heading3")) == set(teksten(tabel, "UvpTabelkop"))
