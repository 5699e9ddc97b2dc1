"""Points in the packages of others: with comments of their own, and without our bookmarks."""

from __future__ import annotations

import io
import zipfile

import pytest
from foreign_templates import met_de_hand, van_python_docx
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


def met_eigen_opmerking(data: bytes, naam: str) -> bytes:
    """Return a package that has a comment of its own, in a part with this name."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as pakket, zipfile.ZipFile(uit, "w") as nieuw:
        for lid in pakket.namelist():
            inhoud = pakket.read(lid)
            if lid == "word/_rels/document.xml.rels":
                regel = f'<Relationship Id="o" Type="{OFFICE}/comments" Target="{naam}"/>'
                inhoud = inhoud.replace(b"</Relationships>", f"{regel}</Relationships>".encode())
            elif lid == "[Content_Types].xml":
                regel = f'<Override PartName="/word/{naam}" ContentType="{TYPE}"/></Types>'
                inhoud = inhoud.replace(b"</Types>", regel.encode())
            nieuw.writestr(lid, inhoud)
        nieuw.writestr(
            f"word/{naam}",
            f'<w:comments xmlns:w="{W}"><w:comment w:id="41" w:author="Maker"><w:p><w:r><w:t>Oud'
            "</w:t></w:r></w:p></w:comment></w:comments>",
        )
    return uit.getvalue()


def delen(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


@pytest.mark.parametrize("naam", ["comments.xml", "opmerkingen1.xml"])
def test_opmerkingen_van_het_sjabloon_gaan_niet_mee(echt_sjabloon, echte_lijst, plannen, naam):
    sjabloon = open_sjabloon(met_eigen_opmerking(echt_sjabloon, naam), "s.docx", echte_lijst)
    punten = Punten(PUNTEN)
    data = fill(sjabloon, echte_lijst, plannen["oudermeer"], punten=punten)
    assert (punten.geplaatst, punten.zonder_plaats) == (4, ())
    assert [lid for lid in delen(data) if "omm" in lid or "opm" in lid] == ["word/comments.xml"]
    boom = etree.fromstring(delen(data)["word/comments.xml"])
    assert [c.get(w("id")) for c in boom] == ["0", "1", "2", "3"]
    assert boom[0].get(w("date")) == "2026-11-20T12:00:00"
    assert boom[2].get(w("date")) is None
    assert not check_docx(data, "s.docx")


@pytest.mark.parametrize("vorm", ["met stijlen", "kaal", "met de hand"])
def test_in_een_sjabloon_van_een_ander(echte_lijst, plannen, vorm):
    data = met_de_hand(echte_lijst) if vorm == "met de hand" else van_python_docx(
        echte_lijst, kaal=vorm == "kaal"
    )  # fmt: skip
    sjabloon = open_sjabloon(data, vorm, echte_lijst)
    punten = Punten(PUNTEN)
    docx = fill(sjabloon, echte_lijst, plannen["oudermeer"], punten=punten)
    gelezen = read_returned(docx, vorm, echte_lijst).opmerkingen
    assert [o.tekst for o in gelezen] == [p.tekst for p in PUNTEN if p not in punten.zonder_plaats]
    # Without our bookmarks the line above an answer belongs to no question.
    assert [o.vraag_id for o in gelezen] == [
        "lokale-ambitie",
        "",
        *["gemeente"] * (len(gelezen) - 3),
        "",
    ]
    assert {p.vraag for p in punten.zonder_plaats} <= {"gemeente"}


def test_de_geciteerde_woorden_en_anders_de_regel_erboven(sjabloon, echte_lijst, plannen):
    eerste = OpenPunt("lokale-ambitie", citaat="In Oudermeer kunnen inwoners", tekst="Begin")
    punten = Punten((*PUNTEN, eerste))
    data = fill(sjabloon, echte_lijst, plannen["oudermeer"], punten=punten)
    citaten = {o.tekst: o.geciteerd for o in read_returned(data, "a", echte_lijst).opmerkingen}
    assert citaten["Hoe snel?"] == "groeit snel"
    assert citaten["Waarvan?"] == "Beschikbaar budget"
    assert citaten["Begin"].startswith("Zo werkt de gemeente Oudermeer")
    assert citaten["Heet die zo?"] == "Oudermeer"


def test_zonder_punten_hetzelfde_document(sjabloon, echte_lijst, plannen):
    plan = plannen["oudermeer"]
    assert fill(sjabloon, echte_lijst, plan, punten=Punten(())) == fill(sjabloon, echte_lijst, plan)


def test_een_lange_naam_past(sjabloon, echte_lijst, plannen):
    """The format counts in UTF-16; half a sign would be no XML at all."""
    punt = OpenPunt(auteur="🙂 " * 200, tekst="Goed")
    data = fill(sjabloon, echte_lijst, plannen["leeg"], punten=Punten([punt]))
    (opmerking,) = etree.fromstring(delen(data)["word/comments.xml"])
    for naam, lengte in (("initials", 9), ("author", 255)):
        waarde = opmerking.get(w(naam))
        assert len(waarde.encode("utf-16-le")) // 2 in (lengte - 1, lengte)
        assert set(waarde) <= set("🙂 ")
