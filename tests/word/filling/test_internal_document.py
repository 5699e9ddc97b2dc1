"""What is internal stays internal: nothing of it is anywhere in the public document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import KINDS

from independent_reader import w
from trials import trials
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill, find_without_place
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

# Words that no template and no other answer has, so that finding one means that it leaked.
WORD = st.integers(10**8, 10**9 - 1).map(lambda getal: f"geheim{getal}")


@st.composite
def antwoord(draw, vraag):
    """Draw an answer to an internal question, with a word of its own in it."""
    word = draw(WORD)
    if vraag.type is not TYPES["tabel"]:
        return word, draw(st.sampled_from(["{}", "- {}", "**{}**", "a\n\n1. [{}](https://x.nl)"]))
    row = [word if k.type is TYPES["regel"] else "" for k in vraag.kolommen]
    return word, write_tabel([row] * draw(st.integers(1, 3))).replace("{", "{{")


def interne_antwoorden(lijst):
    return st.fixed_dictionaries({}, optional={vraag.id: antwoord(vraag) for vraag in lijst.vragen})


def everything(reading) -> str:
    """Return every name and every byte of a package as text, and its text without the tags."""
    raw = "\n".join([*reading.parts, *(part.decode("latin-1") for part in reading.parts.values())])
    return raw + "\n".join("".join(tree.itertext()) for tree in reading.trees.values())


@trials(40)
@given(data=st.data())
def test_een_intern_antwoord_komt_nooit_in_het_openbare_document(
    data, sjabloon, intern_sjabloon, real_lijst, interne_lijst, hele_lijst, plannen, builder
):
    pairs = data.draw(interne_antwoorden(interne_lijst))
    kind = data.draw(st.sampled_from([f"{b}{s}" for b in ("leeg", "vol") for s in KINDS]))
    secret = {id_: form.format(word) for id_, (word, form) in pairs.items()}
    basis = plannen.heel(kind)
    own = {id_: t for id_, t in basis.antwoorden.items() if id_ not in interne_lijst._op_id}
    plan = basis._replace(antwoorden={**own, **secret})

    public = fill(sjabloon, real_lijst, plan_for(real_lijst, hele_lijst, plan))
    found = everything(builder.read(public))
    for id_, (word, _) in pairs.items():
        assert word not in found
        # A short answer could be guessed from its fingerprint.
        assert fingerprint(secret[id_]) not in found
        assert id_ not in found
    without = fill(
        sjabloon, real_lijst, plan_for(real_lijst, hele_lijst, plan._replace(antwoorden=own))
    )
    assert public == without

    intern = fill(intern_sjabloon, interne_lijst, plan_for(interne_lijst, hele_lijst, plan))
    found = everything(builder.read(intern))
    assert all(word in found for word, _ in pairs.values())


def test_een_openbaar_sjabloon_kan_niet_naar_het_interne_vragen(builder, real_lijst):
    """Not with a control, not with a condition on an answer or on the chapter."""
    fixed = [builder.block(vraag.id) for vraag in real_lijst.fixed_vragen]
    with pytest.raises(SjabloonError, match="“beeld-gebieden” hoort bij geen vraag"):
        open_sjabloon(builder.docx(*fixed, builder.block("beeld-gebieden")), "x.docx", real_lijst)
    for name in ("beeld-gebieden", "lokaal-beeld-intern"):
        part = builder.part(f"{name} is ingevuld", "<w:p/>")
        with pytest.raises(SjabloonError, match=f"“{name}” in de voorwaarde"):
            open_sjabloon(builder.docx(*fixed, part), "x.docx", real_lijst)
    tekening = builder.part("beeld-wij-zij is ingevuld", "<w:p/>").replace("als: ", "beeld: ", 1)
    with pytest.raises(SjabloonError, match="hoort geen tekening"):
        open_sjabloon(builder.docx(*fixed, tekening), "x.docx", real_lijst)


def test_het_interne_document_heeft_alleen_de_interne_antwoorden(
    intern_sjabloon, interne_lijst, real_lijst, plannen, builder
):
    plan = plannen.intern("oudermeer")
    assert plan.antwoorden.keys() == {vraag.id for vraag in interne_lijst.vragen}
    reading = builder.read(fill(intern_sjabloon, interne_lijst, plan))
    names = [p.get("name") for p in reading.trees["docProps/custom.xml"]]
    assert not [v.id for v in real_lijst.vragen if f"uvp.antwoord.{v.id}" in names]
    assert all(f"uvp.antwoord.{v.id}" in names for v in interne_lijst.vragen)
    core = {e.tag.rpartition("}")[2]: e.text for e in reading.trees["docProps/core.xml"]}
    assert core["title"] == "Lokaal beeld polarisatie Oudermeer 2027-2028"
    kop = "".join(reading.trees["word/header1.xml"].itertext())
    assert "Intern: niet delen, niet publiceren" in kop
    assert len(list(reading.document.iter(w("tbl")))) == 2


def test_interne_antwoorden_missen_geen_plaats_in_het_openbare_document(
    sjabloon, real_lijst, plannen
):
    assert find_without_place(sjabloon, real_lijst, plannen["vol"]) == ()


def test_het_interne_document_van_een_leeg_plan(
    intern_sjabloon, interne_lijst, hele_lijst, builder
):
    plan = plan_for(interne_lijst, hele_lijst, Plan("polarisatie", "1"))
    reading = builder.read(fill(intern_sjabloon, interne_lijst, plan))
    assert [reading.field_text(v.id) for v in interne_lijst.vragen] == [
        ["Klik of tik om tekst in te voeren."]
    ] * 4
