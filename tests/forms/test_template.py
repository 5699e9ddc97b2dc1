"""A form as a template: tagged, filled, read back, and else as it was."""

from __future__ import annotations

import re

import pytest

from field_kinds import KINDS
from small_forms import (
    around,
    block,
    cell,
    control,
    form_bytes,
    heading,
    p,
    run,
    table,
    tick,
)
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.forms.form_reader import read_form
from uitvoeringsplan.forms.proposal import propose
from uitvoeringsplan.forms.question_file import plan_set, question_file
from uitvoeringsplan.forms.template import dropped_tags, make_template
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.tree import child, parse, val, w
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from whole_forms import FORMS

MAIN = "word/document.xml"


class Made:
    """A template with its question set."""

    def __init__(self, *content, **parts):
        self.form = load_package(form_bytes(*content, **parts), "formulier.docx")
        form = read_form(self.form)
        self.planned = plan_set(propose(form), "formulier.docx", "sjabloon.docx")
        chapters = (q for chapter in self.planned.chapters for q in chapter.questions)
        self.asked = [*self.planned.fields, *chapters]
        self.data = make_template(self.form, form, self.asked)
        self.dropped = dropped_tags(form, self.asked)
        self.package = load_package(self.data, "sjabloon.docx")
        self.main = self.package.content(MAIN).decode()

    @property
    def lijst(self):
        return read_vragenlijst(question_file(self.planned).encode(), "vragen.yaml")

    def tags(self):
        root = parse(self.main.encode(), MAIN, "x")
        return [val(child(one, "sdtPr", "tag")) for one in root.iter(w("sdt"))]

    def filled(self, plan):
        return fill(open_sjabloon(self.data, "sjabloon.docx", self.lijst), self.lijst, plan)


def one_answer(vraag, n):
    choices = vraag.type.choices(vraag)
    if vraag.type.name == "meerkeuze":
        return f"- {choices[0]}\n- {choices[-1]}"
    if choices:
        return choices[n % len(choices)]
    return {"datum": "3 maart 2027", "getal": str(n)}.get(vraag.type.name, f"Antwoord {n} & <meer>")


def answers(made, texts=True):
    """Return a plan in which every question has its own answer."""
    lijst = made.lijst
    given = (
        {
            vraag.id: vraag.normalise(one_answer(vraag, n))
            for n, vraag in enumerate((*lijst.gegevens, *lijst.vragen), 1)
        }
        if texts
        else {}
    )
    fields = {id_: text for id_, text in given.items() if id_ in lijst.veld_ids}
    return Plan(
        lijst.soort,
        lijst.versie,
        fields,
        {id_: text for id_, text in given.items() if id_ not in fields},
    )


def read_back(made, plan):
    """Return what comes back of a document that nobody changed, as it differs from the plan."""
    returned = read_returned(made.filled(plan), "vol.docx", made.lijst)
    assert set(returned.antwoorden) == {question.id for question in made.asked}
    doubts = {doubt.vraag_id: doubt.message for doubt in returned.doubts}
    read = returned.antwoorden.values()
    return doubts | {one.id: one.text for one in read if not one.is_unchanged}


def holds_all_of(after, before):
    """Whether a text is another one with only something put in between."""
    rest = iter(after)
    return all(sign in rest for sign in before)


def test_een_veld_krijgt_het_id_van_zijn_vraag():
    made = Made(p("Naam: ", control()), p("Plaats:") + block(title="Waar"), p(tick(), " Akkoord"))
    assert made.tags() == ["naam", "plaats", "akkoord"]
    assert '<w:alias w:val="Waar"/><w:tag w:val="plaats"/>' in made.main


def test_een_eigen_code_geeft_plaats_voor_het_id_of_gaat_weg():
    made = Made(
        p("Naam: ", control(tag="txtNaam")), p("Foto: ", control(kind="<w:picture/>", tag="dtp"))
    )
    assert made.tags() == ["naam", ""]
    assert made.dropped == ["dtp"]


def test_een_veld_zonder_eigenschappen_krijgt_ze():
    bare = f"<w:sdt><w:sdtContent>{run('Anna')}</w:sdtContent></w:sdt>"
    assert Made(p("Naam: ", bare)).tags() == ["naam"]
    assert Made(p("Naam: ", bare.replace("<w:sdtC", "<w:sdtPr/><w:sdtC", 1))).tags() == ["naam"]


def test_er_komt_alleen_iets_bij_en_al_het_andere_blijft_byte_voor_byte_gelijk():
    content = heading("Kop") + p("Naam: ____ en [plaats] hier", bold=True) + table(["Doel:", ""])
    made = Made(content, p("Verder: ", run("__"), run("____", "<w:i/>")), header=p("kop"))
    before = made.form.content(MAIN).decode()
    assert len(made.asked) == 4
    assert holds_all_of(made.main, before)
    assert re.sub("<[^>]*>", "", made.main) == re.sub("<[^>]*>", "", before)
    same = set(made.form.members) - {MAIN}
    assert all(made.form.members[name].raw == made.package.members[name].raw for name in same)
    assert not holds_all_of(before, made.main)


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (p("Naam: ____"), "naam"),
        (p("Naam: ", run("__", "<w:b/>"), run("____"), " verder"), "naam"),
        (p("Naam: [naam]."), "naam"),
        (p("Ik & jij: <naam> &gt;"), "ik-jij"),
        (table(["Naam:", ""]), "naam"),
        (p("Naam:") + p(), "naam"),
        (heading("Doel") + p("Beschrijf het doel.") + p() + heading("x"), "doel"),
    ],
)
def test_een_plek_zonder_veld_krijgt_een_veld(content, label):
    made = Made(content)
    assert made.tags() == [label]
    words = re.sub("<[^>]*>", "", made.main)
    assert words.rstrip() == re.sub("<[^>]*>", "", made.form.content(MAIN).decode()).rstrip()
    plan = answers(made)
    assert read_back(made, plan) == {}
    assert (
        "Antwoord 1 &amp; &lt;meer&gt;"
        in load_package(made.filled(plan), "x").content(MAIN).decode()
    )


@pytest.mark.parametrize("name", FORMS)
def test_elk_formulier_gaat_gevuld_en_leeg_heen_en_terug(name):
    made = Made(FORMS[name][0], table(["Nog iets:", ""]))
    for texts in (True, False):
        plan = answers(made, texts)
        assert read_back(made, plan) == {}
    text = re.sub(
        "<[^>]*>", "", load_package(made.filled(answers(made)), "x").content(MAIN).decode()
    )
    lijst = made.lijst
    for n, vraag in enumerate((*lijst.gegevens, *lijst.vragen), 1):
        if vraag.type.name in ("regel", "tekst", "lijst"):
            assert f"Antwoord {n} &amp; &lt;meer&gt;" in text


def test_met_elke_soort_veld_erin_blijft_een_sjabloon_bruikbaar():
    kinds = [(content, parts) for content, parts, _ in KINDS.values()]
    every = (content + heading(f"Deel {n}") for n, (content, _) in enumerate(kinds))
    made = Made(*every, **{name: part for _, parts in kinds for name, part in parts.items()})
    assert len(made.asked) > len(kinds) / 3
    assert read_back(made, answers(made)) == {}


def test_een_formulier_met_bijgehouden_wijzigingen_wordt_geweigerd():
    added = f'<w:ins w:id="1" w:author="x">{run("erbij")}</w:ins>'
    made = Made(p("Naam: ", control()), p(added))
    with pytest.raises(SjabloonError, match="bijgehouden wijzigingen"):
        made.filled(answers(made))


def test_een_ander_voorvoegsel_en_geen_voorvoegsel():
    content = p("Naam: ", control()) + p("Plaats: ____") + table(["Doel:", ""])
    data = form_bytes(content)
    package = load_package(data, "x.docx")
    for old, new in (("w:", "ns7:"), ("w:", "")):
        text = package.content(MAIN).decode()
        text = text.replace(f"xmlns:{old[:-1]}=", f"xmlns:{new[:-1]}=" if new else "xmlns:w=", 1)
        if new:
            text = re.sub(rf"(</?|\s){old}", rf"\g<1>{new}", text)
        changed = package.with_parts({MAIN: text.encode()})
        form = read_form(changed)
        planned = plan_set(propose(form), "x.docx", "y.docx")
        asked = [*planned.fields, *(q for c in planned.chapters for q in c.questions)]
        made = load_package(make_template(changed, form, asked), "y.docx")
        root = parse(made.content(MAIN), MAIN, "y")
        assert [val(child(one, "sdtPr", "tag")) for one in root.iter(w("sdt"))] == [
            "naam",
            "plaats",
            "doel",
        ]


def test_een_veld_om_een_cel_wordt_in_de_cel_gevuld():
    made = Made(table(["Naam", around(cell(p("oud")))]))
    text = load_package(made.filled(answers(made)), "x").content(MAIN).decode()
    assert re.search(r"<w:sdtContent><w:tc>.*Antwoord 1.*</w:tc></w:sdtContent>", text)
