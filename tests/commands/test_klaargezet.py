"""`git --klaargezet`: a number of a person does not get into git by accident. All are invented."""

from __future__ import annotations

import subprocess

import pytest

pytestmark = pytest.mark.git


@pytest.fixture
def leg_vast(werkmap, draai, plan):
    """Return what puts a changed plan in the index, looks at it, and says what was found."""

    def git(*opdracht):
        subprocess.run(["git", *opdracht], cwd=werkmap, check=True, capture_output=True)

    def doe(*vervangen, commit=False):
        tekst = plan.read_text("utf-8")
        for oud, nieuw in vervangen:
            assert oud in tekst
            tekst = tekst.replace(oud, nieuw)
        plan.write_text(tekst, "utf-8")
        git("add", plan.name)
        gedraaid = draai("git", "--klaargezet")
        if commit:
            git("commit", "-q", "-m", "x")
        return gedraaid

    git("init", "-q")
    git("config", "user.name", "Test")
    git("config", "user.email", "t@example.org")
    return doe


def test_het_voorbeeld_gaat_gewoon_mee(leg_vast):
    gedraaid = leg_vast()
    assert (gedraaid.code, gedraaid.fout) == (0, "")


@pytest.mark.parametrize(
    ("nummer", "soort"),
    [
        ("123\u00a0456\u00a0782", "burgerservicenummer"),
        ("NL91\u00a0ABNA 0417 1643 00", "rekeningnummer (IBAN)"),
        ("(06) 12\u201134\u201156\u201178", "mobiel nummer"),
        ("privé 010-1234567", "privénummer"),
    ],
)
def test_een_nummer_van_een_persoon_houdt_het_vastleggen_tegen(leg_vast, nummer, soort):
    gedraaid = leg_vast(("wethouder Samenleving", f"wethouder ({nummer})"))
    assert gedraaid.code == 1
    melding = " ".join(gedraaid.fout.split())
    assert f"kan een {soort} zijn" in melding
    assert "dorp.plan.yaml, regel 21, kolom" in melding
    assert "Git bewaart dat voor altijd" in melding
    assert "git commit --no-verify" in melding


def test_ook_in_een_opmerking_en_in_een_waarde_met_tekens_bij_naam(leg_vast):
    gedraaid = leg_vast(
        ("gegevens:", "# bel An: 06 12345678\ngegevens:"),
        ("opsteller: ", 'opsteller: "x 06\\x2023456789" # '),
    )
    assert gedraaid.code == 1
    assert "06 12345678" in gedraaid.fout
    assert "06 23456789" in gedraaid.fout


def test_ook_in_een_punt_en_in_het_interne_deel(leg_vast):
    gedraaid = leg_vast(("antwoorden:", "punten:\n- tekst: 'bsn 123456782'\nantwoorden:"))
    assert gedraaid.code == 1
    assert "123456782" in gedraaid.fout


def test_wat_al_is_vastgelegd_houdt_het_volgende_niet_tegen(leg_vast):
    erin = ("wethouder Samenleving", "wethouder (06-12345678)")
    assert leg_vast(erin, commit=True).code == 1
    assert leg_vast(("versie: 0.3", "versie: 0.4")).code == 0
    gedraaid = leg_vast(("(06-12345678)", "(06 12 34 56 78, of 06-23456789)"))
    assert gedraaid.code == 1
    assert "06-23456789" in gedraaid.fout
    assert "06 12 34 56 78" not in gedraaid.fout.split("kan een")[0]


def test_een_nummer_van_een_loket_of_een_zaak_mag(leg_vast):
    gedraaid = leg_vast(
        ("wethouder Samenleving", "wethouder, 14 0495, 0900-8844, 088 123 45 67"),
        ("kenmerk: Z-2026-00417", "kenmerk: '123456782'"),
    )
    assert (gedraaid.code, gedraaid.fout) == (0, "")
