"""The shape of the marks in a control, in a short notation."""

from __future__ import annotations

import pytest
from control_reader import Document
from short_notation import short

from uitvoeringsplan.word.tracked.tracked_document import write_tracked


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "een oude kat", "een nieuwe kat", ["[-] een [-oude-]{+nieuwe+} kat"], id="woord"
        ),
        pytest.param("a", "a\n\nb c", ["[-, ins] a", "[-] {+b c+}"], id="alinea achteraan"),
        pytest.param("a\n\nb c", "a", ["[-, del] a", "[-] [-b c-]"], id="achteraan weg"),
        pytest.param("a\n\nb", "b", ["[-, del] [-a-]", "[-] b"], id="vooraan weg"),
        pytest.param("b", "a\n\nb", ["[-, ins] {+a+}", "[-] b"], id="alinea vooraan"),
        pytest.param(
            "a\n\nb\n\nc",
            "a\n\nd\n\ne\n\nf",
            ["[-] a", "[-, del] [-b-]", "[-, ins] {+d+}", "[-, ins] {+e+}", "[-] [-c-]{+f+}"],
            id="andere alinea's achteraan",
        ),
        pytest.param("- een punt", "een punt", ["[-, was Opsomteken] een punt"], id="punt af"),
        pytest.param("een punt", "1. een punt", ["[Nummering, was -] een punt"], id="nummer"),
        pytest.param(
            "- a\n- b",
            "- a\n  - b",
            ["[Opsomteken] a", "[Opsomteken2, was Opsomteken] b"],
            id="dieper",
        ),
        pytest.param("", "- a", ["[Opsomteken, was -] {+a+}"], id="ingevuld"),
        pytest.param("- a", "", ["[-, was Opsomteken] [-a-]"], id="leeggemaakt"),
        pytest.param(
            "- a",
            "- a\n\nb",
            ["[Opsomteken, ins] a", "[-, was Opsomteken] {+b+}"],
            id="alinea achter een punt",
        ),
        pytest.param(
            "a\n\n- b",
            "a",
            ["[-, del] a", "[-, was Opsomteken] [-b-]"],
            id="punt achter een alinea weg",
        ),
        # What was numbered has to come back with its number.
        pytest.param(
            "a\n\n1. b\n2. c",
            "a",
            ["[-] a", "[Nummering, del] [-b-]", "[Nummering, del] [-c-]", "[-] "],
            id="nummers achteraan weg",
        ),
        pytest.param(
            "1. een twee drie\n\nx",
            "- een twee vier\n\nx",
            ["[Nummering, del] [-een twee drie-]", "[Opsomteken, ins] {+een twee vier+}", "[-] x"],
            id="nummer wordt punt, met andere woorden",
        ),
    ],
)
def test_vorm(builder, small, old, new, expected):
    assert short(builder, small, old, new) == expected


@pytest.mark.parametrize("lijst", ["1. a\n2. b", "4. a", "- a\n  1. b\n  2. c"])
@pytest.mark.parametrize(("before", "after"), [("x\n\n", ""), ("", "\n\nx"), ("x\n\n", "\n\ny")])
def test_een_lijst_die_blijft_houdt_haar_nummering(builder, small, lijst, before, after):
    plannen = (
        builder.plan(eerste=text)
        for text in (f"{lijst}\n\nslot", f"{before}{lijst}{after}\n\nslot")
    )
    data = write_tracked(small, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z")
    assert b"pPrChange" not in Document(data).parts["word/document.xml"]
