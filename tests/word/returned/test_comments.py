"""Comments: who, when, about which words, with which question; the same ones keep their key."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from returned_documents import Bewerker, afwijkingen, als_wijziging, bewerkt, run, terug

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
    tekst: str
    auteur: str = "A. de Vries"
    datum: str = "2026-11-20T10:00:00Z"
    tot: str = ""  # words of the paragraph where it ends, when that is another one
    op: int = -1
    klaar: bool = False


def met_opmerkingen(*ballonnen: Ballon):
    """Return what puts comments in a document, as Word does."""

    def doe(bewerker: Bewerker) -> None:
        for i, ballon in enumerate(ballonnen):
            _plaats(bewerker, i, ballon)
        losse = "".join(
            f'<w:comment w:id="{i}" w:author="{b.auteur}" w:date="{b.datum}" w:initials="x">'
            + "".join(
                f'<w:p w14:paraId="0000000{i}"><w:r><w:annotationRef/></w:r><w:r><w:t'
                f' xml:space="preserve">{regel}</w:t></w:r></w:p>'
                for regel in b.tekst.split("\n")
            )
            + "</w:comment>"
            for i, b in enumerate(ballonnen)
        )
        draden = "".join(
            f'<w15:commentEx w15:paraId="0000000{i}" w15:done="{int(b.klaar)}"'
            + (f' w15:paraIdParent="0000000{b.op}"' if b.op >= 0 else "")
            + "/>"
            for i, b in enumerate(ballonnen)
        )
        delen = bewerker.delen
        delen["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{losse}</w:comments>'.encode()
        )
        delen["word/commentsExtended.xml"] = (
            f'<w15:commentsEx xmlns:w15="{W15}">{draden}</w15:commentsEx>'.encode()
        )
        _meld_aan(delen, "comments", f"{OFFICE}/comments", f"{WORD}.comments+xml")
        _meld_aan(delen, "commentsExtended", EXTRA, f"{WORD}.commentsExtended+xml")

    return doe


def _plaats(bewerker: Bewerker, nummer: int, ballon: Ballon) -> None:
    eerste = bewerker.alinea(ballon.bij)
    laatste = bewerker.alinea(ballon.tot) if ballon.tot else eerste
    stukken = [r for r in eerste.iter(w("r")) if r.find(w("t")) is not None]
    stukken[0].addprevious(eerste.makeelement(w("commentRangeStart"), {w("id"): str(nummer)}))
    laatste.append(eerste.makeelement(w("commentRangeEnd"), {w("id"): str(nummer)}))
    teken = eerste.makeelement(w("r"), {})
    teken.append(teken.makeelement(w("commentReference"), {w("id"): str(nummer)}))
    laatste.append(teken)


def _meld_aan(delen: dict[str, bytes], naam: str, soort: str, inhoud: str) -> None:
    regel = f'<Relationship Id="{naam}" Type="{soort}" Target="{naam}.xml"/></Relationships>'
    rels = delen["word/_rels/document.xml.rels"]
    delen["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", regel.encode())
    regel = f'<Override PartName="/word/{naam}.xml" ContentType="{inhoud}"/></Types>'
    types = delen["[Content_Types].xml"]
    delen["[Content_Types].xml"] = types.replace(b"</Types>", regel.encode())


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plannen):
    return fill(sjabloon, echte_lijst, plannen["oudermeer"])


BALLONNEN = (
    Ballon("bij oplopende spanning", "Is een week\nniet te lang?"),
    Ballon("Rol van het college", "Wie is dat?", "Politie", "2026-11-21T08:30:00Z"),
    Ballon("Deze uitleg volgt de Nationaal", "Klopt dit nog?"),
    Ballon("Is er spanning, dan", "Twee punten", tot="Staan twee polen fel"),
)
VRAGEN = ["borgen-college", "borgen-college", "", "dialoog-inwoners"]


def lees(data: bytes, lijst):
    return terug(data, lijst).opmerkingen


def test_een_opmerking_staat_bij_haar_vraag(gemaakt, echte_lijst):
    gevonden = lees(bewerkt(gemaakt, met_opmerkingen(*BALLONNEN)), echte_lijst)
    assert [o.vraag_id for o in gevonden] == VRAGEN
    assert [o.tekst for o in gevonden] == [b.tekst for b in BALLONNEN]
    assert [o.auteur for o in gevonden] == [b.auteur for b in BALLONNEN]
    assert gevonden[1].datum == "2026-11-21T08:30:00"
    assert gevonden[0].geciteerd.startswith("bij oplopende spanning")
    assert gevonden[1].geciteerd == "Rol van het college"
    assert gevonden[3].geciteerd.startswith("Is er spanning")
    assert "Staan twee polen" in gevonden[3].geciteerd
    assert len({o.sleutel for o in gevonden}) == len(gevonden)
    assert all(re.fullmatch("p[0-9a-f]{15}", o.sleutel) for o in gevonden)


def test_een_opmerking_verandert_geen_antwoord(gemaakt, echte_lijst, plannen):
    gelezen = terug(bewerkt(gemaakt, met_opmerkingen(*BALLONNEN)), echte_lijst)
    plan = plannen["oudermeer"]
    for vraag in echte_lijst.vragen:
        assert gelezen.antwoorden[vraag.id].tekst == plan.tekst(vraag)
    assert not gelezen.bedenkingen


def test_de_sleutel_blijft_dezelfde_als_er_andere_bij_komen(gemaakt, echte_lijst):
    eerst = lees(bewerkt(gemaakt, met_opmerkingen(*BALLONNEN)), echte_lijst)
    erbij = (BALLONNEN[2], Ballon("In Oudermeer kunnen", "Nieuw"), BALLONNEN[0])
    later = lees(bewerkt(gemaakt, met_opmerkingen(*erbij)), echte_lijst)
    assert [o.sleutel for o in later][::2] == [eerst[2].sleutel, eerst[0].sleutel]


def test_twee_gelijke_opmerkingen_zijn_er_twee(gemaakt, echte_lijst):
    gelijk = (BALLONNEN[0], BALLONNEN[0]._replace(bij="In Oudermeer kunnen"))
    data = bewerkt(gemaakt, met_opmerkingen(*gelijk))
    een, ander = lees(data, echte_lijst)
    assert een.sleutel != ander.sleutel
    assert lees(data, echte_lijst) == (een, ander)


def test_dezelfde_woorden_bij_een_andere_vraag_zijn_een_andere_opmerking(gemaakt, echte_lijst):
    """Each in a file of its own, so that nothing but the question tells them apart."""
    een, ander = (
        lees(bewerkt(gemaakt, met_opmerkingen(BALLONNEN[0]._replace(bij=bij))), echte_lijst)[0]
        for bij in ("bij oplopende spanning", "In Oudermeer kunnen")
    )
    assert (een.auteur, een.datum, een.tekst) == (ander.auteur, ander.datum, ander.tekst)
    assert (een.vraag_id, ander.vraag_id) == ("borgen-college", "lokale-ambitie")
    assert een.sleutel != ander.sleutel


def test_een_draad_zonder_nummer_handelt_niets_af(gemaakt, echte_lijst):
    """A program that writes no ids of paragraphs tells nothing about which comment is done."""

    def zonder_nummers(bewerker: Bewerker) -> None:
        for deel, weg in (("comments", b"w14:paraId="), ("commentsExtended", b"w15:paraId=")):
            data = bewerker.delen[f"word/{deel}.xml"]
            assert weg in data
            bewerker.delen[f"word/{deel}.xml"] = re.sub(weg + rb'"[^"]*"', b"", data)

    ballonnen = (BALLONNEN[0]._replace(klaar=True), BALLONNEN[2])
    data = bewerkt(gemaakt, met_opmerkingen(*ballonnen), zonder_nummers)
    gelezen = lees(data, echte_lijst)
    assert [(o.is_afgehandeld, o.op) for o in gelezen] == [(False, ""), (False, "")]


def test_antwoord_op_een_opmerking_en_afgehandeld(gemaakt, echte_lijst):
    ballonnen = (
        BALLONNEN[0]._replace(klaar=True),
        BALLONNEN[0]._replace(tekst="Nee hoor.", auteur="B", op=0),
    )
    vraag, antwoord = lees(bewerkt(gemaakt, met_opmerkingen(*ballonnen)), echte_lijst)
    assert (vraag.op, antwoord.op) == ("", vraag.sleutel)
    assert (vraag.is_afgehandeld, antwoord.is_afgehandeld) == (True, False)


def test_zonder_datum_auteur_of_plek(gemaakt, echte_lijst):
    def losmaken(bewerker: Bewerker) -> None:
        for naam in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for merk in list(bewerker.document.iter(w(naam))):
                merk.getparent().remove(merk)

    ballon = Ballon("In Oudermeer kunnen", "Los", auteur="", datum="gisteren")
    (los,) = lees(bewerkt(gemaakt, met_opmerkingen(ballon), losmaken), echte_lijst)
    assert (los.auteur, los.datum, los.geciteerd, los.vraag_id) == ("onbekend", "", "", "")
    leeg = Ballon("In Oudermeer kunnen", " ")
    assert lees(bewerkt(gemaakt, met_opmerkingen(leeg)), echte_lijst) == ()


def test_het_citaat_volgt_de_wijzigingen(gemaakt, echte_lijst):
    def wijzig(bewerker: Bewerker) -> None:
        p = bewerker.alinea("bij oplopende spanning")
        stuk = next(r for r in p.findall(w("r")) if r.find(w("t")) is not None)
        stuk.addnext(als_wijziging("ins", run(" of eerder")))

    data = bewerkt(gemaakt, met_opmerkingen(BALLONNEN[0]), wijzig)
    (nieuw,) = lees(data, echte_lijst)
    (oud,) = terug(data, echte_lijst, wijzigingen="verworpen").opmerkingen
    assert nieuw.geciteerd.endswith("een week of eerder")
    assert oud.geciteerd.endswith("een week")
    assert nieuw.sleutel == oud.sleutel


def test_bij_een_gegeven_van_het_plan(gemaakt, echte_lijst):
    """A comment about the words of one field is about that field; about more it is not."""

    def zet(bewerker: Bewerker) -> None:
        veld = next(v for v in bewerker.velden("gemeente") if v.getparent().tag == w("p"))
        begin, einde = (
            bewerker.document.xpath(f"//w:{naam}[@w:id='{nummer}']", namespaces=NS)[0]
            for naam, nummer in (("commentRangeStart", 0), ("commentRangeEnd", 0))
        )
        veld.addprevious(begin)
        veld.addnext(einde)

    data = bewerkt(gemaakt, met_opmerkingen(Ballon("In Oudermeer kunnen", "Heet die zo?")), zet)
    (bij_veld,) = lees(data, echte_lijst)
    assert (bij_veld.vraag_id, bij_veld.geciteerd) == ("gemeente", "Oudermeer")

    def verder(bewerker: Bewerker) -> None:
        zet(bewerker)
        einde = next(bewerker.document.iter(w("commentRangeEnd")))
        einde.addprevious(run(" en omstreken"))

    data = bewerkt(gemaakt, met_opmerkingen(Ballon("In Oudermeer kunnen", "Mooi!")), verder)
    (bij_titel,) = lees(data, echte_lijst)
    assert (bij_titel.vraag_id, bij_titel.geciteerd) == ("", "Oudermeer en omstreken")


@pytest.mark.libreoffice
def test_libreoffice_houdt_de_sleutel(tmp_path, gemaakt, echte_lijst):
    data = bewerkt(gemaakt, met_opmerkingen(*BALLONNEN))
    bewaard = door_libreoffice(tmp_path / "lo", {"plan": data})["plan"]
    eerst, later = lees(data, echte_lijst), lees(bewaard, echte_lijst)
    assert {o.sleutel: (o.vraag_id, o.geciteerd) for o in later} == {
        o.sleutel: (o.vraag_id, o.geciteerd) for o in eerst
    }


@pytest.mark.libreoffice
def test_libreoffice_laat_een_alinea_met_een_opmerking_weg(tmp_path, gemaakt, echte_lijst, plannen):
    """The first one in a control; nobody took those words out, so nobody may lose them."""
    plan = plannen["oudermeer"]
    data = bewerkt(gemaakt, met_opmerkingen(Ballon("In Oudermeer kunnen", "Hoezo?")))
    bewaard = door_libreoffice(tmp_path / "lo", {"plan": data})["plan"]
    gelezen = terug(bewaard, echte_lijst, plan)
    assert [b.vraag_id for b in gelezen.bedenkingen] == ["lokale-ambitie"]
    assert "LibreOffice laat de tekst van zo'n alinea weg" in gelezen.bedenkingen[0].melding
    assert not gelezen.antwoorden["lokale-ambitie"].is_zeker
    assert afwijkingen(echte_lijst, plan, gelezen, ["lokale-ambitie"]) == {}
