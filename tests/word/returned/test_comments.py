"""Comments: who, when, about which words, with which question; the same ones keep their key."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from returned_documents import Bewerker, als_wijziging, deviations, edited, run, terug

from independent_reader import NS, OFFICE, W, w
from libreoffice_runs import door_libreoffice
from uitvoeringsplan.word.filling.filling import fill

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTRA = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


class Ballon(NamedTuple):
    """A comment to put in a document, at the paragraph with these words."""

    bij: str
    text: str
    auteur: str = "A. de Vries"
    datum: str = "2026-11-20T10:00:00Z"
    end: str = ""  # words of the paragraph where it ends, when that is another one
    op: int = -1
    ready: bool = False


def with_comments(*balloons: Ballon):
    """Return what puts comments in a document, as Word does."""

    def perform(reviser: Bewerker) -> None:
        for i, balloon in enumerate(balloons):
            _place(reviser, i, balloon)
        loose = "".join(
            f'<w:comment w:id="{i}" w:author="{b.auteur}" w:date="{b.datum}" w:initials="x">'
            + "".join(
                f'<w:p w14:paraId="0000000{i}"><w:r><w:annotationRef/></w:r><w:r><w:t'
                f' xml:space="preserve">{line}</w:t></w:r></w:p>'
                for line in b.text.split("\n")
            )
            + "</w:comment>"
            for i, b in enumerate(balloons)
        )
        threads = "".join(
            f'<w15:commentEx w15:paraId="0000000{i}" w15:done="{int(b.ready)}"'
            + (f' w15:paraIdParent="0000000{b.op}"' if b.op >= 0 else "")
            + "/>"
            for i, b in enumerate(balloons)
        )
        parts = reviser.parts
        parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{loose}</w:comments>'.encode()
        )
        parts["word/commentsExtended.xml"] = (
            f'<w15:commentsEx xmlns:w15="{W15}">{threads}</w15:commentsEx>'.encode()
        )
        _meld_aan(parts, "comments", f"{OFFICE}/comments", f"{WORD}.comments+xml")
        _meld_aan(parts, "commentsExtended", EXTRA, f"{WORD}.commentsExtended+xml")

    return perform


def _place(reviser: Bewerker, number: int, balloon: Ballon) -> None:
    first = reviser.paragraph(balloon.bij)
    last = reviser.paragraph(balloon.end) if balloon.end else first
    runs = [r for r in first.iter(w("r")) if r.find(w("t")) is not None]
    runs[0].addprevious(first.makeelement(w("commentRangeStart"), {w("id"): str(number)}))
    last.append(first.makeelement(w("commentRangeEnd"), {w("id"): str(number)}))
    sign = first.makeelement(w("r"), {})
    sign.append(sign.makeelement(w("commentReference"), {w("id"): str(number)}))
    last.append(sign)


def _meld_aan(parts: dict[str, bytes], name: str, kind: str, content: str) -> None:
    line = f'<Relationship Id="{name}" Type="{kind}" Target="{name}.xml"/></Relationships>'
    rels = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", line.encode())
    line = f'<Override PartName="/word/{name}.xml" ContentType="{content}"/></Types>'
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"</Types>", line.encode())


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plannen):
    return fill(sjabloon, real_lijst, plannen["oudermeer"])


BALLOONS = (
    Ballon("bij oplopende spanning", "Is een week\nniet te lang?"),
    Ballon("Rol van het college", "Wie is dat?", "Politie", "2026-11-21T08:30:00Z"),
    Ballon("Deze uitleg volgt de Nationaal", "Klopt dit nog?"),
    Ballon("Is er spanning, dan", "Twee punten", end="Staan twee polen fel"),
)
VRAGEN = ["borgen-college", "borgen-college", "", "dialoog-inwoners"]


def read(data: bytes, lijst):
    return terug(data, lijst).comments


def test_een_opmerking_staat_bij_haar_vraag(made, real_lijst):
    found = read(edited(made, with_comments(*BALLOONS)), real_lijst)
    assert [o.vraag_id for o in found] == VRAGEN
    assert [o.text for o in found] == [b.text for b in BALLOONS]
    assert [o.auteur for o in found] == [b.auteur for b in BALLOONS]
    assert found[1].datum == "2026-11-21T08:30:00"
    assert found[0].quoted.startswith("bij oplopende spanning")
    assert found[1].quoted == "Rol van het college"
    assert found[3].quoted.startswith("Is er spanning")
    assert "Staan twee polen" in found[3].quoted
    assert len({o.key for o in found}) == len(found)
    assert all(re.fullmatch("p[0-9a-f]{15}", o.key) for o in found)


def test_een_opmerking_verandert_geen_antwoord(made, real_lijst, plannen):
    reading = terug(edited(made, with_comments(*BALLOONS)), real_lijst)
    plan = plannen["oudermeer"]
    for vraag in real_lijst.vragen:
        assert reading.antwoorden[vraag.id].text == plan.text(vraag)
    assert not reading.doubts


def test_de_sleutel_blijft_dezelfde_als_er_andere_bij_komen(made, real_lijst):
    at_first = read(edited(made, with_comments(*BALLOONS)), real_lijst)
    added = (BALLOONS[2], Ballon("In Oudermeer kunnen", "Nieuw"), BALLOONS[0])
    later = read(edited(made, with_comments(*added)), real_lijst)
    assert [o.key for o in later][::2] == [at_first[2].key, at_first[0].key]


def test_twee_gelijke_opmerkingen_zijn_er_twee(made, real_lijst):
    equal = (BALLOONS[0], BALLOONS[0]._replace(bij="In Oudermeer kunnen"))
    data = edited(made, with_comments(*equal))
    one, other = read(data, real_lijst)
    assert one.key != other.key
    assert read(data, real_lijst) == (one, other)


def test_dezelfde_woorden_bij_een_andere_vraag_zijn_een_andere_opmerking(made, real_lijst):
    """Each in a file of its own, so that nothing but the question tells them apart."""
    one, other = (
        read(edited(made, with_comments(BALLOONS[0]._replace(bij=bij))), real_lijst)[0]
        for bij in ("bij oplopende spanning", "In Oudermeer kunnen")
    )
    assert (one.auteur, one.datum, one.text) == (other.auteur, other.datum, other.text)
    assert (one.vraag_id, other.vraag_id) == ("borgen-college", "lokale-ambitie")
    assert one.key != other.key


def test_een_draad_zonder_nummer_handelt_niets_af(made, real_lijst):
    """A program that writes no ids of paragraphs tells nothing about which comment is done."""

    def without_numbers(reviser: Bewerker) -> None:
        for part, gone in (("comments", b"w14:paraId="), ("commentsExtended", b"w15:paraId=")):
            data = reviser.parts[f"word/{part}.xml"]
            assert gone in data
            reviser.parts[f"word/{part}.xml"] = re.sub(gone + rb'"[^"]*"', b"", data)

    balloons = (BALLOONS[0]._replace(ready=True), BALLOONS[2])
    data = edited(made, with_comments(*balloons), without_numbers)
    reading = read(data, real_lijst)
    assert [(o.is_handled, o.op) for o in reading] == [(False, ""), (False, "")]


def test_antwoord_op_een_opmerking_en_afgehandeld(made, real_lijst):
    balloons = (
        BALLOONS[0]._replace(ready=True),
        BALLOONS[0]._replace(text="Nee hoor.", auteur="B", op=0),
    )
    vraag, antwoord = read(edited(made, with_comments(*balloons)), real_lijst)
    assert (vraag.op, antwoord.op) == ("", vraag.key)
    assert (vraag.is_handled, antwoord.is_handled) == (True, False)


def test_zonder_datum_auteur_of_plek(made, real_lijst):
    def losmaken(reviser: Bewerker) -> None:
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for mark in list(reviser.document.iter(w(name))):
                mark.getparent().remove(mark)

    balloon = Ballon("In Oudermeer kunnen", "Los", auteur="", datum="gisteren")
    (los,) = read(edited(made, with_comments(balloon), losmaken), real_lijst)
    assert (los.auteur, los.datum, los.quoted, los.vraag_id) == ("onbekend", "", "", "")
    empty = Ballon("In Oudermeer kunnen", " ")
    assert read(edited(made, with_comments(empty)), real_lijst) == ()


def test_het_citaat_volgt_de_wijzigingen(made, real_lijst):
    def wijzig(reviser: Bewerker) -> None:
        p = reviser.paragraph("bij oplopende spanning")
        piece = next(r for r in p.findall(w("r")) if r.find(w("t")) is not None)
        piece.addnext(als_wijziging("ins", run(" of eerder")))

    data = edited(made, with_comments(BALLOONS[0]), wijzig)
    (new,) = read(data, real_lijst)
    (old,) = terug(data, real_lijst, wijzigingen="verworpen").comments
    assert new.quoted.endswith("een week of eerder")
    assert old.quoted.endswith("een week")
    assert new.key == old.key


def test_bij_een_gegeven_van_het_plan(made, real_lijst):
    """A comment about the words of one field is about that field; about more it is not."""

    def zet(reviser: Bewerker) -> None:
        field = next(v for v in reviser.velden("gemeente") if v.getparent().tag == w("p"))
        start, end = (
            reviser.document.xpath(f"//w:{name}[@w:id='{number}']", namespaces=NS)[0]
            for name, number in (("commentRangeStart", 0), ("commentRangeEnd", 0))
        )
        field.addprevious(start)
        field.addnext(end)

    data = edited(made, with_comments(Ballon("In Oudermeer kunnen", "Heet die zo?")), zet)
    (bij_veld,) = read(data, real_lijst)
    assert (bij_veld.vraag_id, bij_veld.quoted) == ("gemeente", "Oudermeer")

    def further(reviser: Bewerker) -> None:
        zet(reviser)
        end = next(reviser.document.iter(w("commentRangeEnd")))
        end.addprevious(run(" en omstreken"))

    data = edited(made, with_comments(Ballon("In Oudermeer kunnen", "Mooi!")), further)
    (bij_titel,) = read(data, real_lijst)
    assert (bij_titel.vraag_id, bij_titel.quoted) == ("", "Oudermeer en omstreken")


@pytest.mark.libreoffice
def test_libreoffice_houdt_de_sleutel(tmp_path, made, real_lijst):
    data = edited(made, with_comments(*BALLOONS))
    saved = door_libreoffice(tmp_path / "lo", {"plan": data})["plan"]
    at_first, later = read(data, real_lijst), read(saved, real_lijst)
    assert {o.key: (o.vraag_id, o.quoted) for o in later} == {
        o.key: (o.vraag_id, o.quoted) for o in at_first
    }


@pytest.mark.libreoffice
def test_libreoffice_laat_een_alinea_met_een_opmerking_weg(tmp_path, made, real_lijst, plannen):
    """The first one in a control; nobody took those words out, so nobody may lose them."""
    plan = plannen["oudermeer"]
    data = edited(made, with_comments(Ballon("In Oudermeer kunnen", "Hoezo?")))
    saved = door_libreoffice(tmp_path / "lo", {"plan": data})["plan"]
    reading = terug(saved, real_lijst, plan)
    assert [b.vraag_id for b in reading.doubts] == ["lokale-ambitie"]
    assert "LibreOffice laat de tekst van zo'n alinea weg" in reading.doubts[0].message
    assert not reading.antwoorden["lokale-ambitie"].is_certain
    assert deviations(real_lijst, plan, reading, ["lokale-ambitie"]) == {}
