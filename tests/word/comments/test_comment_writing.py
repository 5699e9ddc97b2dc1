"""Points in the packages of others: with comments of their own, and without our bookmarks."""

from __future__ import annotations

import io
import zipfile

import pytest
from foreign_templates import met_de_hand, start_python_docx
from lxml import etree

from independent_reader import OFFICE, W, w
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.word.comments.comment_writing import Punten
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
PUNTEN = (
    OpenPunt("lokale-ambitie", "Ans", "2026-11-20", "groeit snel", "Hoe snel?"),
    OpenPunt("borgen-budget", "Ans", "2026-11-20", "", "Waarvan?"),
    OpenPunt("gemeente", "Bob", "", "", "Heet die zo?"),
    OpenPunt("", "Bob", "", "", "Mooi plan."),
)


def met_eigen_opmerking(data: bytes, name: str) -> bytes:
    """Return a package that has a comment of its own, in a part with this name."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(result, "w") as new:
        for member in package.namelist():
            content = package.read(member)
            if member == "word/_rels/document.xml.rels":
                line = f'<Relationship Id="o" Type="{OFFICE}/comments" Target="{name}"/>'
                content = content.replace(b"</Relationships>", f"{line}</Relationships>".encode())
            elif member == "[Content_Types].xml":
                line = f'<Override PartName="/word/{name}" ContentType="{TYPE}"/></Types>'
                content = content.replace(b"</Types>", line.encode())
            new.writestr(member, content)
        new.writestr(
            f"word/{name}",
            f'<w:comments xmlns:w="{W}"><w:comment w:id="41" w:author="Maker"><w:p><w:r><w:t>Oud'
            "</w:t></w:r></w:p></w:comment></w:comments>",
        )
    return result.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", ["comments.xml", "opmerkingen1.xml"])
def test_opmerkingen_van_het_sjabloon_gaan_niet_mee(real_sjabloon, real_lijst, plannen, name):
    sjabloon = open_sjabloon(met_eigen_opmerking(real_sjabloon, name), "s.docx", real_lijst)
    punten = Punten(PUNTEN)
    data = fill(sjabloon, real_lijst, plannen["oudermeer"], punten=punten)
    assert (punten.placed, punten.without_place) == (4, ())
    assert [member for member in parts(data) if "omm" in member or "opm" in member] == [
        "word/comments.xml"
    ]
    tree = etree.fromstring(parts(data)["word/comments.xml"])
    assert [c.get(w("id")) for c in tree] == ["0", "1", "2", "3"]
    assert tree[0].get(w("date")) == "2026-11-20T12:00:00"
    assert tree[2].get(w("date")) is None
    assert not check_docx(data, "s.docx")


@pytest.mark.parametrize("form", ["met stijlen", "kaal", "met de hand"])
def test_in_een_sjabloon_van_een_ander(real_lijst, plannen, form):
    data = met_de_hand(real_lijst) if form == "met de hand" else start_python_docx(
        real_lijst, bare=form == "kaal"
    )  # fmt: skip
    sjabloon = open_sjabloon(data, form, real_lijst)
    punten = Punten(PUNTEN)
    docx = fill(sjabloon, real_lijst, plannen["oudermeer"], punten=punten)
    reading = read_returned(docx, form, real_lijst).comments
    assert [o.text for o in reading] == [p.tekst for p in PUNTEN if p not in punten.without_place]
    # Without our bookmarks the line above an answer belongs to no question.
    assert [o.vraag_id for o in reading] == [
        "lokale-ambitie",
        "",
        *["gemeente"] * (len(reading) - 3),
        "",
    ]
    assert {p.vraag for p in punten.without_place} <= {"gemeente"}


def test_de_geciteerde_woorden_en_anders_de_regel_erboven(sjabloon, real_lijst, plannen):
    first = OpenPunt("lokale-ambitie", citaat="In Oudermeer kunnen inwoners", tekst="Begin")
    punten = Punten((*PUNTEN, first))
    data = fill(sjabloon, real_lijst, plannen["oudermeer"], punten=punten)
    quotes = {o.text: o.quoted for o in read_returned(data, "a", real_lijst).comments}
    assert quotes["Hoe snel?"] == "groeit snel"
    assert quotes["Waarvan?"] == "Beschikbaar budget"
    assert quotes["Begin"].startswith("Zo werkt de gemeente Oudermeer")
    assert quotes["Heet die zo?"] == "Oudermeer"


def test_zonder_punten_hetzelfde_document(sjabloon, real_lijst, plannen):
    plan = plannen["oudermeer"]
    assert fill(sjabloon, real_lijst, plan, punten=Punten(())) == fill(sjabloon, real_lijst, plan)


def test_een_lange_naam_past(sjabloon, real_lijst, plannen):
    """The format counts in UTF-16; half a sign would be no XML at all."""
    punt = OpenPunt(auteur="🙂 " * 200, tekst="Goed")
    data = fill(sjabloon, real_lijst, plannen["leeg"], punten=Punten([punt]))
    (comment,) = etree.fromstring(parts(data)["word/comments.xml"])
    for name, length in (("initials", 9), ("author", 255)):
        value = comment.get(w(name))
        assert len(value.encode("utf-16-le")) // 2 in (length - 1, length)
        assert set(value) <= set("🙂 ")
