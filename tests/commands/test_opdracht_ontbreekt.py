"""No wide conclusion from a narrow look: what was not found is named by every command."""

from __future__ import annotations

import re

from edited_docx import change, make

ZIN = "niet nagekeken: “Lokale ambitie”"


def without_anchors(data: bytes) -> bytes:
    """Take tag, name and bookmarks of one question away; its words stay."""
    data = data.replace(b'<w:tag w:val="lokale-ambitie"/>', b"")
    data = data.replace(b'<w:alias w:val="Lokale ambitie"/>', b"")
    return re.sub(rb'"uv[pa]_lokale_ambitie"', b'"weg"', data)


def test_elke_opdracht_noemt_wat_niet_is_gevonden(run_command, plan):
    change(make(plan, plan.with_name("dorp.docx")), without_anchors)
    reading = run_command("inlezen", "dorp.docx")
    assert reading.code == 1
    assert "Niet gevonden, dus niet nagekeken;" in reading.error
    assert "(1):\n  - Lokale ambitie\n" in reading.error
    assert "Er is niets nieuws" not in reading.result
    compared = run_command("vergelijk", plan.name, "dorp.docx")
    assert ZIN in " ".join(compared.error.split())
    assert "Er is geen verschil" not in compared.result
    checked = " ".join(run_command("controleer", plan.name).result.split())
    assert ZIN in checked
    assert "--overschrijf" not in checked
