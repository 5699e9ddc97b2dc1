"""What is internal stays internal: nothing of it is anywhere in the public document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import SOORTEN

from independent_reader import w
from trials import proeven
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill, zonder_plaats
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

# Words that no template and no other answer has, so that finding one means that it leaked.
WOORD = st.integers(10**8, 10**9 - 1).map(lambda getal: f"geheim{getal}")


@st.composite
def antwoord(draw, vraag):
    """Draw an answer to an internal question, with a word of its own in it."""
    woord = draw(WOORD)
    if vraag.type is not TYPES["tabel"]:
        return woord, draw(st.sampled_from(["{}", "- {}", "**{}**", "a\n\n1. [{}](https://x.nl)"]))
    rij = [woord if k.type is TYPES["regel"] else "" for k in vraag.kolommen]
    return woord, write_tabel([rij] * draw(st.integers(1, 3))).replace("{", "{{")


def interne_antwoorden(lijst):
    return st.fixed_dictionaries({}, optional={vraag.id: antwoord(vraag) for vraag in lijst.vragen})


def alles(gelezen) -> str:
    """Return every name and every byte of a package as text, and its text without the tags."""
    ruw = "\n".join([*gelezen.delen, *(deel.decode("latin-1") for deel in gelezen.delen.values())])
    return ruw + "\n".join("".join(boom.itertext()) for boom in gelezen.bomen.values())


@proeven(40)
@given(data=st.data())
def test_een_intern_antwoord_komt_nooit_in_het_openbare_document(
    data, sjabloon, intern_sjabloon, echte_lijst, interne_lijst, hele_lijst, plannen, builder
):
    paren = data.draw(interne_antwoorden(interne_lijst))
    soort = data.draw(st.sampled_from([f"{b}{s}" for b in ("leeg", "vol") for s in SOORTEN]))
    geheim = {id_: vorm.format(woord) for id_, (woord, vorm) in paren.items()}
    basis = plannen.heel(soort)
    eigen = {id_: t for id_, t in basis.antwoorden.items() if id_ not in interne_lijst._op_id}
    plan = basis._replace(antwoorden={**eigen, **geheim})

    openbaar = fill(sjabloon, echte_lijst, plan_for(echte_lijst, hele_lijst, plan))
    gevonden = alles(builder.lees(openbaar))
    for id_, (woord, _) in paren.items():
        assert woord not in gevonden
        # A short answer could be guessed from its fingerprint.
        assert fingerprint(geheim[id_]) not in gevonden
        assert id_ not in gevonden
    zonder = fill(
        sjabloon, echte_lijst, plan_for(echte_lijst, hele_lijst, plan._replace(antwoorden=eigen))
    )
    assert openbaar == zonder

    intern = fill(intern_sjabloon, interne_lijst, plan_for(interne_lijst, hele_lijst, plan))
    gevonden = alles(builder.lees(intern))
    assert all(woord in gevonden for woord, _ in paren.values())


def test_een_openbaar_sjabloon_kan_niet_naar_het_interne_vragen(builder, echte_lijst):
    """Not with a control, not with a condition on an answer or on the chapter."""
    vaste = [builder.blok(vraag.id) for vraag in echte_lijst.vaste_vragen]
    with pytest.raises(SjabloonError, match="“beeld-gebieden” hoort bij geen vraag"):
        open_sjabloon(builder.docx(*vaste, builder.blok("beeld-gebieden")), "x.docx", echte_lijst)
    for naam in ("beeld-gebieden", "lokaal-beeld-intern"):
        deel = builder.deel(f"{naam} is ingevuld", "<w:p/>")
        with pytest.raises(SjabloonError, match=f"“{naam}” in de voorwaarde"):
            open_sjabloon(builder.docx(*vaste, deel), "x.docx", echte_lijst)
    tekening = builder.deel("beeld-wij-zij is ingevuld", "<w:p/>").replace("als: ", "beeld: ", 1)
    with pytest.raises(SjabloonError, match="hoort geen tekening"):
        open_sjabloon(builder.docx(*vaste, tekening), "x.docx", echte_lijst)


def test_het_interne_document_heeft_alleen_de_interne_antwoorden(
    intern_sjabloon, interne_lijst, echte_lijst, plannen, builder
):
    plan = plannen.intern("oudermeer")
    assert plan.antwoorden.keys() == {vraag.id for vraag in interne_lijst.vragen}
    gelezen = builder.lees(fill(intern_sjabloon, interne_lijst, plan))
    namen = [p.get("name") for p in gelezen.bomen["docProps/custom.xml"]]
    assert not [v.id for v in echte_lijst.vragen if f"uvp.antwoord.{v.id}" in namen]
    assert all(f"uvp.antwoord.{v.id}" in namen for v in interne_lijst.vragen)
    kern = {e.tag.rpartition("}")[2]: e.text for e in gelezen.bomen["docProps/core.xml"]}
    assert kern["title"] == "Lokaal beeld polarisatie Oudermeer 2027-2028"
    kop = "".join(gelezen.bomen["word/header1.xml"].itertext())
    assert "Intern: niet delen, niet publiceren" in kop
    assert len(list(gelezen.document.iter(w("tbl")))) == 2


def test_interne_antwoorden_missen_geen_plaats_in_het_openbare_document(
    sjabloon, echte_lijst, plannen
):
    assert zonder_plaats(sjabloon, echte_lijst, plannen["vol"]) == ()


def test_het_interne_document_van_een_leeg_plan(
    intern_sjabloon, interne_lijst, hele_lijst, builder
):
    plan = plan_for(interne_lijst, hele_lijst, Plan("polarisatie", "1"))
    gelezen = builder.lees(fill(intern_sjabloon, interne_lijst, plan))
    assert [gelezen.veldtekst(v.id) for v in interne_lijst.vragen] == [
        ["Klik of tik om tekst in te voeren."]
    ] * 4
