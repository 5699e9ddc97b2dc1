"""`git --klaargezet`: a number of a person does not get into git by accident. All are invented."""

from __future__ import annotations

import subprocess

import pytest

pytestmark = pytest.mark.git


@pytest.fixture
def record(work_folder, run_command, plan):
    """Return what puts a changed plan in the index, looks at it, and says what was found."""

    def git(*command):
        subprocess.run(["git", *command], cwd=work_folder, check=True, capture_output=True)

    def perform(*vervangen, commit=False):
        text = plan.read_text("utf-8")
        for old, new in vervangen:
            assert old in text
            text = text.replace(old, new)
        plan.write_text(text, "utf-8")
        git("add", plan.name)
        outcome = run_command("git", "--klaargezet")
        if commit:
            git("commit", "-q", "-m", "x")
        return outcome

    git("init", "-q")
    git("config", "user.name", "Test")
    git("config", "user.email", "t@example.org")
    return perform


def test_het_voorbeeld_gaat_gewoon_mee(record):
    outcome = record()
    assert (outcome.code, outcome.error) == (0, "")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("123\u00a0456\u00a0782", "burgerservicenummer"),
        ("NL91\u00a0ABNA 0417 1643 00", "rekeningnummer (IBAN)"),
        ("(06) 12\u201134\u201156\u201178", "mobiel nummer"),
        ("privé 010-1234567", "privénummer"),
    ],
)
def test_een_nummer_van_een_persoon_houdt_het_vastleggen_tegen(record, number, kind):
    outcome = record(("wethouder Samenleving", f"wethouder ({number})"))
    assert outcome.code == 1
    message = " ".join(outcome.error.split())
    assert f"kan een {kind} zijn" in message
    assert "dorp.plan.yaml, regel 21, kolom" in message
    assert "Git bewaart dat voor altijd" in message
    assert "git commit --no-verify" in message


def test_ook_in_een_opmerking_en_in_een_waarde_met_tekens_bij_naam(record):
    outcome = record(
        ("gegevens:", "# bel An: 06 12345678\ngegevens:"),
        ("opsteller: ", 'opsteller: "x 06\\x2023456789" # '),
    )
    assert outcome.code == 1
    assert "06 12345678" in outcome.error
    assert "06 23456789" in outcome.error


def test_ook_in_een_punt_en_in_het_interne_deel(record):
    outcome = record(("antwoorden:", "punten:\n- tekst: 'bsn 123456782'\nantwoorden:"))
    assert outcome.code == 1
    assert "123456782" in outcome.error


def test_wat_al_is_vastgelegd_houdt_het_volgende_niet_tegen(record):
    erin = ("wethouder Samenleving", "wethouder (06-12345678)")
    assert record(erin, commit=True).code == 1
    assert record(("versie: 0.3", "versie: 0.4")).code == 0
    outcome = record(("(06-12345678)", "(06 12 34 56 78, of 06-23456789)"))
    assert outcome.code == 1
    assert "06-23456789" in outcome.error
    assert "06 12 34 56 78" not in outcome.error.split("kan een")[0]


def test_een_nummer_van_een_loket_of_een_zaak_mag(record):
    outcome = record(
        ("wethouder Samenleving", "wethouder, 14 0495, 0900-8844, 088 123 45 67"),
        ("kenmerk: Z-2026-00417", "kenmerk: '123456782'"),
    )
    assert (outcome.code, outcome.error) == (0, "")
