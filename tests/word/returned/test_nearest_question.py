"""The question that a paragraph is nearest to: under its heading, then below it, then its chapter.

A small document is written as a row of signs: a figure is a heading of that level, a capital the
place of a question, and a dot is text outside the answers.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from uitvoeringsplan.word.returned.nearest_question import NearestQuestions
from uitvoeringsplan.word.returned.places import QuestionPlace


class _Line(NamedTuple):
    level: int | None
    anchors: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        return self.level is not None


def found(signs: str) -> str:
    places: dict[str, QuestionPlace] = {}
    for number, sign in enumerate(signs):
        if sign.isupper():
            known = places.get(sign, QuestionPlace())
            places[sign] = known._replace(anchors=(*known.anchors, number))
    lines = [_Line(int(sign) if sign.isdecimal() else None) for sign in signs]
    nearest = NearestQuestions(lines, places)
    return "".join(nearest.at(number) or "-" for number in range(len(signs)))


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("", ""),
        (".A.B.", "AAABB"),
        ("0.1A.1B..", "AAAAABBBB"),  # what stands under a heading is about that heading
        ("0.A0.B", "AAABBB"),  # a chapter ends with the next
        ("..0.A", "--AAA"),  # the first page, and a chapter without a question
        ("0..0A.0..", "---AAA---"),
        ("0A1...1.B", "AABBBBBBB"),  # text leads up to a question
        ("0A1.B1.0C", "AABBBBBCC"),
        ("01.2.A", "AAAAAA"),
        ("01A2.1.", "AAAAAAA"),
    ],
)
def test_de_vraag_die_het_dichtst_bij_staat(signs, expected):
    assert found(signs) == expected


def test_een_kop_van_een_collega_hoort_bij_de_vraag_erboven():
    marked = ("_Toc1",)
    lines = [_Line(0, marked), _Line(None), _Line(1), _Line(None), _Line(1, marked), _Line(None)]
    places = {"A": QuestionPlace(anchors=(1,)), "B": QuestionPlace(anchors=(5,))}
    nearest = NearestQuestions(lines, places)
    assert [nearest.at(number) for number in range(6)] == ["A", "A", "A", "A", "B", "B"]
