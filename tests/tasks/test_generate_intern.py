"""The internal document beside the public one: two files, and nothing of one in the other."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

ITSELF = ("md", "html")


@pytest.fixture(scope="module")
def lijst():
    return load_vragenlijst(find_vragen())


@pytest.fixture
def secrets(example_plan, lijst) -> list[str]:
    """Put a word of its own in every internal answer of the plan, and return those words."""
    file = load_plan(example_plan, lijst)
    words = []
    for vraag in internal_part(lijst).vragen:
        word = f"verklap{len(words)}"
        words.append(word)
        antwoord = f"- {word}"
        if vraag.type is TYPES["tabel"]:
            cellen = [word if k.type is TYPES["regel"] else "" for k in vraag.kolommen]
            antwoord = f"| {' | '.join(cellen)} |"
        file = file.with_answer(vraag, vraag.normalise(antwoord))
    example_plan.write_bytes(file.data)
    return words


def make(plan, **wens):
    (made,) = take_order([plan], request=Request(**wens)).run()
    assert made.error is None
    return made


def uitgepakt(data: bytes) -> str:
    """Return everything that is in a file; of a package also the names."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(name, package.read(name).decode("latin-1")) for name in package.namelist()]
    return "\n".join(f"{name}\n{part}" for name, part in parts)


@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_geen_enkel_openbaar_bestand_verklapt_iets(example_plan, secrets, indeling):
    made = make(example_plan, formats=ITSELF, metadata=True, indeling=indeling)
    files = (made.word, *made.added)
    assert {path.suffix for path in files} == {".docx", ".md", ".html", ".xml"}
    for path in files:
        content = uitgepakt(path.read_bytes())
        assert "Oudermeer" in content
        assert not [word for word in secrets if word in content]


def test_het_interne_document_komt_ernaast_en_zegt_alles(example_plan, secrets):
    public = make(example_plan)
    before = public.word.read_bytes()
    intern = make(example_plan, intern=True, formats=ITSELF)
    assert intern.word == example_plan.with_name("dorp-intern.docx")
    assert {path.name for path in intern.added} == {"dorp-intern.md", "dorp-intern.html"}
    assert public.word.read_bytes() == before
    for path in (intern.word, *intern.added):
        content = uitgepakt(path.read_bytes())
        assert [word for word in secrets if word in content] == secrets
    assert public.without_place == intern.without_place == ()


def test_het_openbare_document_hangt_niet_af_van_het_interne(example_plan, lijst):
    before = make(example_plan).word.read_bytes()
    file = load_plan(example_plan, lijst)
    for vraag in internal_part(lijst).vragen:
        file = file.with_answer(vraag, "")
    example_plan.write_bytes(file.data)
    assert make(example_plan).word.read_bytes() == before


def test_van_het_interne_document_is_geen_metadata(example_plan):
    with pytest.raises(GebruikError, match="wordt niet gepubliceerd"):
        take_order([example_plan], request=Request(intern=True, metadata=True))


def example_plan_without_intern(plan):
    """Return the plan without the answers that a smaller question set does not know."""
    text = plan.read_text("utf-8")
    plan.write_text(text.partition("  # Gebieden en fasen:")[0], "utf-8")
    return plan


def test_een_vragenlijst_zonder_interne_hoofdstukken(example_plan, work_folder):
    public, _, _ = find_vragen().read_text("utf-8").partition("  - id: lokaal-beeld-intern\n")
    bare = re.sub(r"^intern:\n(?:  .*\n)+", "", public, flags=re.MULTILINE)
    (work_folder / "vragen.yaml").write_text(bare, "utf-8")
    assert make(example_plan_without_intern(example_plan)).error is None
    with pytest.raises(GebruikError, match="Laat --intern weg"):
        take_order([example_plan], request=Request(intern=True))


def test_een_indeling_die_er_niet_is(example_plan):
    with pytest.raises(GebruikError, match="Bij --indeling: “kolommen” is geen keuze"):
        take_order([example_plan], request=Request(indeling="kolommen"))


def test_een_sjabloon_met_een_indeling(example_plan):
    with pytest.raises(GebruikError, match=r"heeft maar één indeling\. Laat --indeling weg"):
        take_order([example_plan], request=Request(intern=True, indeling="koppen"))
