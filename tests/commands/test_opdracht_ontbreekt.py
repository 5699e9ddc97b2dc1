"""No wide conclusion from a narrow look: what was not found is named by every command."""

from __future__ import annotations

from edited_docx import maak, verander

ZIN = "niet nagekeken: “Lokale ambitie”"


def zonder_ankers(data: bytes) -> bytes:
    """Take tag, name and bookmark of one question away; its words stay."""
    data = data.replace(b'<w:tag w:val="lokale-ambitie"/>', b"")
    data = data.replace(b'<w:alias w:val="Lokale ambitie"/>', b"")
    return data.replace(b'"uvp_lokale_ambitie"', b'"weg"')


def test_elke_opdracht_noemt_wat_niet_is_gevonden(draai, plan):
    verander(maak(plan, plan.with_name("dorp.docx")), zonder_ankers)
    gelezen = draai("inlezen", "dorp.docx")
    assert gelezen.code == 1
    assert ZIN in " ".join(gelezen.fout.split())
    assert "Er is niets nieuws" not in gelezen.uit
    vergeleken = draai("vergelijk", plan.name, "dorp.docx")
    assert ZIN in " ".join(vergeleken.fout.split())
    assert "Er is geen verschil" not in vergeleken.uit
    gecontroleerd = " ".join(draai("controleer", plan.name).uit.split())
    assert ZIN in gecontroleerd
    assert "--overschrijf" not in gecontroleerd
