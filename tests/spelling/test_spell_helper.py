"""What the helper process answers to what it is asked, line by line."""

from __future__ import annotations

import io

import pytest
from fake_speller import Nepmotor

from uitvoeringsplan.spelling import spell_helper
from uitvoeringsplan.spelling.spell_helper import answer


def antwoorden(*vragen: str, engine=None) -> list[str]:
    result = io.BytesIO()
    answer([f"{vraag}\n".encode() for vraag in vragen], result, engine or Nepmotor())
    return result.getvalue().decode().splitlines()


def test_goed_en_fout():
    assert antwoorden("k woord", "k qoord", "k élan") == ["1", "0", "1"]


def test_een_geleerd_woord_telt_ook_in_een_samenstelling():
    geleerd = antwoorden("w Qmeerdorp", "k Qmeerdorp", "k Qmeerdorps", "k Qmeerdorpbeleid")
    assert geleerd == ["1", "1", "1"]
    assert antwoorden("k Qmeerdorpbeleid") == ["0"]


def test_hooguit_negen_voorstellen():
    assert antwoorden("v q", "v woord") == ["a\tb\tc\td\te\tf\tg\th\ti", ""]


def test_een_letter_die_het_woordenboek_niet_kent_is_fout():
    class Oud:
        def spell(self, word):
            return bool(word.encode("latin-1"))

        def suggest(self, word):
            return [word.encode("latin-1").decode()]

    assert antwoorden("k Łódź", "v Łódź", "k dorp", engine=Oud()) == ["0", "", "1"]


def test_met_een_echt_woordenboek(tmp_path):
    pytest.importorskip("hunspell")
    (tmp_path / "nl_NL.aff").write_text("SET UTF-8\n")
    (tmp_path / "nl_NL.dic").write_text("2\ngemeente\ncoördinatie\n", "utf-8")
    engine = spell_helper.load_engine(tmp_path / "nl_NL.dic")
    vragen = ("k gemeente", "k gemeentte", "k coördinatie", "v gemeentte")
    assert antwoorden(*vragen, engine=engine) == ["1", "0", "1", "gemeente"]
