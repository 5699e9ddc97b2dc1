"""One opened template, many plans: what one plan chooses must not stick to the next."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import DEFINITIEF, PLAN_NAMES

from independent_reader import NS
from trials import text as lastige_tekst
from trials import trials
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.cleaning import clean
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.word.filling.filling import fill, find_without_place
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def test_samen_gelijk_aan_apart(real_sjabloon, real_lijst, plannen):
    """Each plan with a template of its own, and all of them with one, there and back."""

    def fresh():
        return open_sjabloon(real_sjabloon, "s.docx", real_lijst)

    apart = {name: fill(fresh(), real_lijst, plannen[name]) for name in PLAN_NAMES}
    together = fresh()
    for order in (PLAN_NAMES, PLAN_NAMES[::-1]):
        assert {n: fill(together, real_lijst, plannen[n]) for n in order} == apart
    assert len(set(apart.values())) == len(PLAN_NAMES)


def test_elke_uitkomst_wordt_een_keer_uitgezocht(real_sjabloon, real_lijst, plannen):
    sjabloon = open_sjabloon(real_sjabloon, "s.docx", real_lijst)
    for _ in range(3):
        for name in ("vol", "vol-koppen"):
            fill(sjabloon, real_lijst, plannen[name])
    assert len(sjabloon.variants) == 2


DELFT, EDE = {"gemeente": "Delft"}, {"gemeente": "Ede"}


def with_part(builder, als: str, *content: str, rest: tuple[str, ...] = ()):
    return builder.open(builder.docx(*rest, builder.part(als, *content)))


def test_een_vraag_kan_in_elk_deel_een_plek_hebben(builder):
    two = [builder.part(f"gemeente {sign} delft", builder.block("eerste")) for sign in ("=", "!=")]
    sjabloon = builder.open(builder.docx(builder.block("tweede"), *two))
    for gegevens in (DELFT, EDE, DELFT):
        reading = builder.read(fill(sjabloon, builder.lijst, builder.plan(gegevens, eerste="hier")))
        assert reading.field_text("eerste") == ["hier"]


def test_elke_uitkomst_wordt_gecontroleerd(builder):
    """A part that goes may not take the only place of a question that every plan answers."""
    sjabloon = with_part(
        builder, "gemeente = delft", builder.block("eerste"), rest=(builder.block("tweede"),)
    )
    fill(sjabloon, builder.lijst, builder.plan(DELFT))
    for _ in range(2):  # what went wrong once, goes wrong again
        with pytest.raises(SjabloonError, match="geen invulveld voor “eerste”"):
            fill(sjabloon, builder.lijst, builder.plan(EDE))
    fill(sjabloon, builder.lijst, builder.plan(DELFT))


def test_twee_plekken_tegelijk_kan_niet(builder):
    rest = tuple(map(builder.block, ("eerste", "tweede")))
    sjabloon = with_part(builder, "gemeente = delft", builder.block("eerste"), rest=rest)
    fill(sjabloon, builder.lijst, builder.plan(EDE))
    with pytest.raises(SjabloonError, match="voor “eerste” is er meer dan één invulveld"):
        fill(sjabloon, builder.lijst, builder.plan(DELFT))


# Answers without a place.


@pytest.fixture
def met_keuze(builder):
    """Return the small set with a chapter of choice: questions that need no place."""
    (hoofdstuk,) = builder.lijst.hoofdstukken
    vragen = tuple(builder.lijst.vraag("eerste")._replace(id=name) for name in ("derde", "vierde"))
    extra = hoofdstuk._replace(id="extra", vragen=vragen, is_optioneel=True)
    return builder.lijst._replace(hoofdstukken=(hoofdstuk, extra))


def test_een_antwoord_zonder_plaats_wordt_genoemd(builder, met_keuze):
    parts = [builder.block("eerste"), builder.block("tweede")]
    part = builder.part("gemeente = delft", builder.block("derde"))
    sjabloon = open_sjabloon(builder.docx(*parts, part), "s.docx", met_keuze)

    def without(gegevens, **antwoorden: str) -> list[str]:
        plan = builder.plan(gegevens, **antwoorden)
        return [vraag.id for vraag in find_without_place(sjabloon, met_keuze, plan)]

    assert without(DELFT, eerste="a") == []
    assert without(DELFT, derde="c", vierde="d") == ["vierde"]
    assert without(EDE, derde="c", vierde="d") == ["derde", "vierde"]
    assert without(EDE) == []


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_het_meegeleverde_sjabloon_heeft_plaats_voor_alles(
    name, sjabloon, intern_sjabloon, real_lijst, interne_lijst, plannen
):
    assert find_without_place(sjabloon, real_lijst, plannen[name]) == ()
    assert find_without_place(intern_sjabloon, interne_lijst, plannen.intern(name)) == ()


# Both layouts say the same.


def words(reading) -> list[str]:
    """Return the words of the main text, sorted; not those of the contents list and of headings.

    Headings differ: in one layout the rows of the table have one.
    """
    texts = reading.document.xpath(
        "//w:p[not(ancestor::w:sdt/w:sdtPr/w:docPartObj)]"
        "[not(starts-with(w:pPr/w:pStyle/@w:val, 'Heading'))]"
        "[not(w:pPr/w:pStyle/@w:val='UvpRijtitel' or w:pPr/w:pStyle/@w:val='UvpTabelkop'"
        " or w:pPr/w:pStyle/@w:val='UvpVraag')]",
        namespaces=NS,
    )
    return sorted(word for p in texts for word in " ".join(p.itertext()).split())


EXPLANATION = re.compile(r"^(De tabel laat per onderdeel|Elk onderdeel heeft hier een eigen kop)")


@trials(25)
@given(data=st.data())
def test_beide_indelingen_hebben_dezelfde_woorden(data, sjabloon, real_lijst, plannen, builder):
    vragen = [v for v in real_lijst.vragen if v.type is not TYPES["tabel"]]
    chosen = data.draw(st.lists(st.sampled_from(vragen), max_size=6, unique_by=lambda v: v.id))
    plan = plannen[data.draw(st.sampled_from(["leeg", "oudermeer"]))]
    extra = data.draw(st.sampled_from([{}, DEFINITIEF]))
    own = {v.id: v.normalise(clean(data.draw(lastige_tekst))) for v in chosen}
    antwoorden = {**plan.antwoorden, **own}
    found = {}
    for indeling in ("tabel", "koppen"):
        gegevens = {**plan.gegevens, **extra, "indeling": indeling}
        otherwise = plan._replace(gegevens=gegevens, antwoorden=antwoorden)
        reading = builder.read(fill(sjabloon, real_lijst, otherwise))
        for paragraph in reading.document.xpath("//w:p", namespaces=NS):
            if EXPLANATION.match("".join(paragraph.itertext())):  # how to read this layout
                paragraph.getparent().remove(paragraph)
        found[indeling] = words(reading)
        for vraag in real_lijst.vragen:
            (field,) = reading.velden(vraag.id) or [None]
            if field is not None:
                found.setdefault(vraag.id, []).append("".join(field.itertext()))
    assert found.pop("tabel") == found.pop("koppen")
    assert len(found) >= 20
    for texts in found.values():
        assert len(texts) == 2
        assert len(set(texts)) == 1


def test_beide_indelingen_hebben_dezelfde_labels_en_titels(sjabloon, real_lijst, plannen, builder):
    """What is a heading in one, stands in the cells of the other."""
    koppen = builder.read(fill(sjabloon, real_lijst, plannen["leeg-koppen"]))
    tabel = builder.read(fill(sjabloon, real_lijst, plannen["leeg"]))

    def texts(reading, *styles: str) -> list[str]:
        paths = "|".join(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']" for style in styles)
        return ["".join(p.itertext()) for p in reading.document.xpath(paths, namespaces=NS)]

    assert texts(koppen, "Heading4") == texts(tabel, "UvpVraag")
    assert len(texts(koppen, "Heading4")) == 18
    titels = [row.titel for h in real_lijst.hoofdstukken for row in h.rijen]
    assert texts(tabel, "UvpRijtitel") == titels
    below = texts(koppen, "Heading2")
    assert [titel for titel in below if titel in titels] == titels
    assert set(texts(koppen, "Heading3")) == set(texts(tabel, "UvpTabelkop"))
