"""How much is read back of one file: the work grows with its size, and what is left out is said.

Work is counted, not timed: the steps that the interpreter takes for files of n, 2n and 4n things.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import step_count
from docx_builder import document, docx, paragraph, veld
from independent_reader import W
from uitvoeringsplan.model.open_punt import OpenPunt, recognise
from uitvoeringsplan.ooxml import styles
from uitvoeringsplan.word.returned import (
    answer_blocks,
    answer_table,
    comments,
    plan_fields,
    reading,
    walk,
)
from uitvoeringsplan.word.returned.reading import read_returned

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = 'w:id="1" w:author="A" w:date="2027-01-01T10:00:00Z"'
R = "<w:r><w:t>woord </w:t></w:r>"
GELINKT = '<w:r><w:rPr><w:rStyle w:val="l"/></w:rPr><w:t>a</w:t></w:r>'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def in_zin(name: str) -> str:
    return veld("<w:r><w:t>{}</w:t></w:r>", name)


def with_comments(count: int) -> bytes:
    """Return a file with comments that all reach from the first paragraph to the last."""
    mark = "".join(f'<w:{{0}} w:id="{i}"/>' for i in range(count))
    start, end = mark.replace("{0}", "commentRangeStart"), mark.replace("{0}", "commentRangeEnd")
    loose = "".join(
        f'<w:comment w:id="{i}" w:author="A">{paragraph(f"Nummer {i}.")}</w:comment>'
        for i in range(count)
    )
    inside = f"<w:p>{start}{R}</w:p>{paragraph('tussen') * 400}<w:p>{R}{end}</w:p>"
    return docx(
        document=document(veld(inside)),
        comments=f'<w:comments xmlns:w="{W}">{loose}</w:comments>',
    )


def paragraphs(count: int, inside: str) -> bytes:
    return docx(document=document(veld(inside * count + paragraph("slot"))))


def in_paragraph(count: int, inside: str, before: str = "") -> bytes:
    return docx(document=document(veld(f"<w:p>{before}{inside * count}{R}</w:p>")))


GROTE: dict[str, Callable[[int], bytes]] = {
    "alineamerken die weg zijn": lambda n: paragraphs(
        n, f"<w:p><w:pPr><w:rPr><w:del {MARK}/></w:rPr></w:pPr>{R}</w:p>"
    ),
    "opmerkingen": with_comments,
    "bladwijzers": lambda n: in_paragraph(n, '<w:bookmarkStart w:id="1" w:name="_Toc1"/>'),
    "bladwijzers van een vraag": lambda n: paragraphs(
        n, f'<w:p><w:bookmarkStart w:id="1" w:name="uvp_lokale_ambitie"/>{R}</w:p>'
    ),
    "lege stukken": lambda n: in_paragraph(n, "<w:r/>"),
    "stukken": lambda n: in_paragraph(n, R),
    "links": lambda n: in_paragraph(n, f'<w:hyperlink w:anchor="a">{R}</w:hyperlink>'),
    "woorden achter een link": lambda n: in_paragraph(
        n, GELINKT, f"<w:hyperlink>{GELINKT}</w:hyperlink>"
    ),
    "velden in velden": lambda n: in_paragraph(
        n, R, (sign("begin") + sign("separate")) * n
    ),
    "velden na elkaar": lambda n: in_paragraph(n, sign("begin") + R + sign("end")),
    "kopieën van een vraag": lambda n: docx(document=document(veld(paragraph("a")) * n)),
    "kopieën van een gegeven": lambda n: docx(
        document=document(
            "".join(f"<w:p>{in_zin('gemeente').format(i)}</w:p>" for i in range(n))
        )
    ),
    "gegevens in één zin": lambda n: docx(
        document=document(f"<w:p>{in_zin('gemeente').format('a') * n}</w:p>")
    ),
    "wat niemand kent": lambda n: in_paragraph(n, "<w:nieuw/>"),
    "tabellen": lambda n: paragraphs(n,
    f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr></w:tbl>"),
    "brede cellen": lambda n: paragraphs(
        1,
        "<w:tbl>"
        + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr>{paragraph("a")}</w:tc></w:tr>'
        * n
        + "</w:tbl>",
    ),
    "stijlen op stijlen": lambda n: docx(
        styles=f'<w:styles xmlns:w="{W}">'
        + "".join(
            f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>' for i in range(n)
        )
        + "</w:styles>"
    ),
    "relaties": lambda n: docx(
        **{
            "word/_rels/document.xml.rels": '<Relationships'
            ' xmlns="http://schemas.openxmlformats.org'
            '/package/2006/relationships">'
            + "".join(
                f'<Relationship Id="r{i}" Type="x" Target="https://x.nl" TargetMode="External"/>'
                for i in range(n)
            )
            + "</Relationships>"
        }
    ),
}  # fmt: skip


def growth(make: Callable[[int], Callable[[], object]], small: int) -> float:
    """Return how much dearer the second doubling is than the first; 2 for what is linear.

    So what a file of any size takes does not hide how the work grows.
    """
    one, two, four = (step_count.lines(make(n)) for n in (small, 2 * small, 4 * small))
    return (four - two) / (two - one)


@pytest.mark.parametrize("name", GROTE)
def test_het_werk_groeit_met_de_maat(real_lijst, name):
    def read(count: int) -> Callable[[], object]:
        data = GROTE[name](count)
        return lambda: read_returned(data, "x.docx", real_lijst)

    read(2)()  # what is worked out only once is not of this size
    assert growth(read, 60) < 2.2


def test_gelijke_opmerkingen_herkennen_groeit_met_hun_aantal():
    def perform(count: int) -> Callable[[], object]:
        punten = [OpenPunt("v", "A", "", f"woord {i}", "Klopt dit?") for i in range(count)]
        new = [punt._replace(sleutel=f"s{i}", citaat="") for i, punt in enumerate(punten)]
        return lambda: recognise(punten, new, elders=True)

    assert growth(perform, 30) < 3


def test_elke_bladwijzer_gaat_in_dezelfde_lijst(monkeypatch, real_lijst):
    """To copy the list for each would take the square of them, in steps that nobody counts."""
    lijsten = set()
    real = walk.val

    def val(element, name="val"):
        anchors = sys._getframe(2).f_locals.get("anchors")
        if anchors is not None and name == "name":
            lijsten.add(id(anchors))
            saved.append(anchors)
        return real(element, name)

    saved: list[object] = []  # so that no list can get the place of another
    monkeypatch.setattr(walk, "val", val)
    read_returned(
        in_paragraph(9, '<w:bookmarkStart w:id="1" w:name="_Toc1"/>'), "x.docx", real_lijst
    )
    assert len(saved) == 9
    assert len(lijsten) == 1


def test_een_keten_van_stijlen_vergelijkt_geen_namen(monkeypatch):
    """A list of what was passed would be searched for each, in steps that nobody counts."""
    compared = []

    class Naam(str):
        __slots__ = ()

        def __eq__(self, other):
            compared.append(self)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    elements = {Naam(f"s{i}"): Naam(f"s{i + 1}") for i in range(40)}
    monkeypatch.setattr(styles, "child", lambda element, _: element)
    monkeypatch.setattr(styles, "val", lambda element: element)
    monkeypatch.setattr(styles, "_style", lambda *_: styles.NO_STYLE)
    styles._work_out(Naam("s0"), elements, {})
    assert len(compared) < 6 * len(elements)


@pytest.mark.parametrize(
    ("module", "name", "bound", "inside", "word"),
    [
        (answer_blocks, "MAX_PARAGRAPHS", 3, paragraph("a") * 3, "te lang"),
        (answer_blocks, "MAX_SIGNS", 3, paragraph("aaa"), "te lang"),
        (answer_blocks, "_MAX_RUNS", 3, f"<w:p>{R * 3}</w:p>", "te lang"),
        (
            answer_blocks, "_MAX_MARKUP_RUNS", 1,
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>", "te lang",
        ),
    ],
    ids=lambda w: w if isinstance(w, str) and w.isupper() else "",
)  # fmt: skip
def test_een_antwoord_over_een_grens_wacht_op_wie_ernaar_kijkt(
    monkeypatch, real_lijst, module, name, bound, inside, word
):
    added = {"MAX_PARAGRAPHS": inside + paragraph("a"), "_MAX_RUNS": inside.replace(R, R * 2, 1)}
    full = added.get(name, inside.replace("</w:p>", "<w:r><w:t>b</w:t></w:r></w:p>"))
    monkeypatch.setattr(module, name, bound)

    def messages(content: str) -> list[str]:
        data = docx(document=document(veld(content)))
        returned = read_returned(data, "x.docx", real_lijst)
        antwoord = returned.antwoorden["lokale-ambitie"]
        assert antwoord.is_certain is not bool(returned.doubts)
        return [one.message for one in returned.doubts]

    assert messages(inside) == []
    assert word in messages(full)[0]


@pytest.mark.parametrize(
    ("name", "bound"),
    [("MAX_RIJEN", 2), ("_MAX_CELLS", 4), ("_MAX_WIDTH", 2), ("MAX_SIGNS", 24)],
)
def test_een_tabel_over_een_grens_wacht_op_wie_ernaar_kijkt(monkeypatch, real_lijst, name, bound):
    cell = f"<w:tc>{paragraph('Actie')}</w:tc>"
    row = f"<w:tr>{cell * 2}</w:tr>"
    monkeypatch.setattr(answer_table, name, bound)

    def message(tabel: str) -> str:
        data = docx(document=document(veld(f"<w:tbl>{tabel}</w:tbl><w:p/>", "acties")))
        return read_returned(data, "x.docx", real_lijst).doubts[0].message

    assert "te groot" not in message(row * 2)
    assert "te groot" in message(row * 2 + f"<w:tr>{cell * 3}</w:tr>" * 2)


def test_een_cel_over_de_grens_houdt_de_andere_niet_tegen(monkeypatch, real_lijst):
    monkeypatch.setattr(answer_table, "MAX_CEL", 6)
    cells = [("Actie", "Partners"), ("kort", "te lange naam")]
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in cells
    )
    data = docx(document=document(veld(f"<w:tbl>{rows}</w:tbl><w:p/>", "acties")))
    antwoord = read_returned(data, "x.docx", real_lijst).antwoorden["acties"]
    assert [one.words for one in antwoord.refused] == ["te lange naam"]


def test_van_veel_plekken_van_een_gegeven_wordt_gezegd_dat_er_meer_zijn(monkeypatch, real_lijst):
    monkeypatch.setattr(plan_fields, "_MOST_PLACES", 7)
    zinnen = "".join(f"<w:p>{in_zin('gemeente').format(f'Plaats{i}')}</w:p>" for i in range(9))
    returned = read_returned(docx(document=document(zinnen)), "x.docx", real_lijst)
    (doubt,) = returned.doubts
    assert "“Plaats0” en “Plaats1”" in doubt.message
    assert "“Plaats4” en nog 4 andere. Kies er een." in doubt.message
    assert not returned.antwoorden["gemeente"].is_certain


def test_van_veel_opmerkingen_wordt_gezegd_dat_er_meer_zijn(monkeypatch, real_lijst):
    for module in (reading, comments):
        monkeypatch.setattr(module, "MAX_COMMENTS", 3)
    returned = read_returned(with_comments(4), "x.docx", real_lijst)
    assert len(returned.comments) == 3
    assert "Alleen de eerste 3 opmerkingen" in returned.doubts[-1].message
    monkeypatch.setattr(comments, "_MAX_TEXT", 4)
    assert read_returned(with_comments(1), "x.docx", real_lijst).comments[0].text == "Numm…"
