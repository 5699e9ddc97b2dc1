"""How much is read back of one file: the work grows with its size, and what is left out is said.

Work is counted, not timed: the steps that the interpreter takes for files of n, 2n and 4n things.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import step_count
from docx_builder import alinea, document, docx, veld
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

MERK = 'w:id="1" w:author="A" w:date="2027-01-01T10:00:00Z"'
R = "<w:r><w:t>woord </w:t></w:r>"
GELINKT = '<w:r><w:rPr><w:rStyle w:val="l"/></w:rPr><w:t>a</w:t></w:r>'


def teken(soort: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>'


def in_zin(naam: str) -> str:
    return veld("<w:r><w:t>{}</w:t></w:r>", naam)


def met_opmerkingen(aantal: int) -> bytes:
    """Return a file with comments that all reach from the first paragraph to the last."""
    merk = "".join(f'<w:{{0}} w:id="{i}"/>' for i in range(aantal))
    begin, einde = merk.replace("{0}", "commentRangeStart"), merk.replace("{0}", "commentRangeEnd")
    losse = "".join(
        f'<w:comment w:id="{i}" w:author="A">{alinea(f"Nummer {i}.")}</w:comment>'
        for i in range(aantal)
    )
    binnen = f"<w:p>{begin}{R}</w:p>{alinea('tussen') * 400}<w:p>{R}{einde}</w:p>"
    return docx(
        document=document(veld(binnen)),
        comments=f'<w:comments xmlns:w="{W}">{losse}</w:comments>',
    )


def alineas(aantal: int, binnen: str) -> bytes:
    return docx(document=document(veld(binnen * aantal + alinea("slot"))))


def in_alinea(aantal: int, binnen: str, voor: str = "") -> bytes:
    return docx(document=document(veld(f"<w:p>{voor}{binnen * aantal}{R}</w:p>")))


GROTE: dict[str, Callable[[int], bytes]] = {
    "alineamerken die weg zijn": lambda n: alineas(
        n, f"<w:p><w:pPr><w:rPr><w:del {MERK}/></w:rPr></w:pPr>{R}</w:p>"
    ),
    "opmerkingen": met_opmerkingen,
    "bladwijzers": lambda n: in_alinea(n, '<w:bookmarkStart w:id="1" w:name="_Toc1"/>'),
    "bladwijzers van een vraag": lambda n: alineas(
        n, f'<w:p><w:bookmarkStart w:id="1" w:name="uvp_lokale_ambitie"/>{R}</w:p>'
    ),
    "lege stukken": lambda n: in_alinea(n, "<w:r/>"),
    "stukken": lambda n: in_alinea(n, R),
    "links": lambda n: in_alinea(n, f'<w:hyperlink w:anchor="a">{R}</w:hyperlink>'),
    "woorden achter een link": lambda n: in_alinea(
        n, GELINKT, f"<w:hyperlink>{GELINKT}</w:hyperlink>"
    ),
    "velden in velden": lambda n: in_alinea(
        n, R, (teken("begin") + teken("separate")) * n
    ),
    "velden na elkaar": lambda n: in_alinea(n, teken("begin") + R + teken("end")),
    "kopieën van een vraag": lambda n: docx(document=document(veld(alinea("a")) * n)),
    "kopieën van een gegeven": lambda n: docx(
        document=document(
            "".join(f"<w:p>{in_zin('gemeente').format(i)}</w:p>" for i in range(n))
        )
    ),
    "gegevens in één zin": lambda n: docx(
        document=document(f"<w:p>{in_zin('gemeente').format('a') * n}</w:p>")
    ),
    "wat niemand kent": lambda n: in_alinea(n, "<w:nieuw/>"),
    "tabellen": lambda n: alineas(n, f"<w:tbl><w:tr><w:tc>{alinea('a')}</w:tc></w:tr></w:tbl>"),
    "brede cellen": lambda n: alineas(
        1,
        "<w:tbl>"
        + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr>{alinea("a")}</w:tc></w:tr>' * n
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
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org'
            '/package/2006/relationships">'
            + "".join(
                f'<Relationship Id="r{i}" Type="x" Target="https://x.nl" TargetMode="External"/>'
                for i in range(n)
            )
            + "</Relationships>"
        }
    ),
}  # fmt: skip


def groei(maak: Callable[[int], Callable[[], object]], klein: int) -> float:
    """Return how much dearer the second doubling is than the first; 2 for what is linear.

    So what a file of any size takes does not hide how the work grows.
    """
    een, twee, vier = (step_count.regels(maak(n)) for n in (klein, 2 * klein, 4 * klein))
    return (vier - twee) / (twee - een)


@pytest.mark.parametrize("naam", GROTE)
def test_het_werk_groeit_met_de_maat(echte_lijst, naam):
    def lees(aantal: int) -> Callable[[], object]:
        data = GROTE[naam](aantal)
        return lambda: read_returned(data, "x.docx", echte_lijst)

    lees(2)()  # what is worked out only once is not of this size
    assert groei(lees, 60) < 2.2


def test_gelijke_opmerkingen_herkennen_groeit_met_hun_aantal():
    def doe(aantal: int) -> Callable[[], object]:
        punten = [OpenPunt("v", "A", "", f"woord {i}", "Klopt dit?") for i in range(aantal)]
        nieuw = [punt._replace(sleutel=f"s{i}", citaat="") for i, punt in enumerate(punten)]
        return lambda: recognise(punten, nieuw, elders=True)

    assert groei(doe, 30) < 3


def test_elke_bladwijzer_gaat_in_dezelfde_lijst(monkeypatch, echte_lijst):
    """To copy the list for each would take the square of them, in steps that nobody counts."""
    lijsten = set()
    echt = walk.val

    def val(element, naam="val"):
        ankers = sys._getframe(2).f_locals.get("anchors")
        if ankers is not None and naam == "name":
            lijsten.add(id(ankers))
            bewaard.append(ankers)
        return echt(element, naam)

    bewaard: list[object] = []  # so that no list can get the place of another
    monkeypatch.setattr(walk, "val", val)
    read_returned(in_alinea(9, '<w:bookmarkStart w:id="1" w:name="_Toc1"/>'), "x.docx", echte_lijst)
    assert len(bewaard) == 9
    assert len(lijsten) == 1


def test_een_keten_van_stijlen_vergelijkt_geen_namen(monkeypatch):
    """A list of what was passed would be searched for each, in steps that nobody counts."""
    vergeleken = []

    class Naam(str):
        __slots__ = ()

        def __eq__(self, ander):
            vergeleken.append(self)
            return str.__eq__(self, ander)

        __hash__ = str.__hash__

    elementen = {Naam(f"s{i}"): Naam(f"s{i + 1}") for i in range(40)}
    monkeypatch.setattr(styles, "child", lambda element, _: element)
    monkeypatch.setattr(styles, "val", lambda element: element)
    monkeypatch.setattr(styles, "_style", lambda *_: styles.NO_STYLE)
    styles._work_out(Naam("s0"), elementen, {})
    assert len(vergeleken) < 6 * len(elementen)


@pytest.mark.parametrize(
    ("module", "naam", "grens", "binnen", "woord"),
    [
        (answer_blocks, "MAX_ALINEAS", 3, alinea("a") * 3, "te lang"),
        (answer_blocks, "MAX_TEKENS", 3, alinea("aaa"), "te lang"),
        (answer_blocks, "_MAX_RUNS", 3, f"<w:p>{R * 3}</w:p>", "te lang"),
        (
            answer_blocks, "_MAX_MARKUP_RUNS", 1,
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>", "te lang",
        ),
    ],
    ids=lambda w: w if isinstance(w, str) and w.isupper() else "",
)  # fmt: skip
def test_een_antwoord_over_een_grens_wacht_op_wie_ernaar_kijkt(
    monkeypatch, echte_lijst, module, naam, grens, binnen, woord
):
    erbij = {"MAX_ALINEAS": binnen + alinea("a"), "_MAX_RUNS": binnen.replace(R, R * 2, 1)}
    vol = erbij.get(naam, binnen.replace("</w:p>", "<w:r><w:t>b</w:t></w:r></w:p>"))
    monkeypatch.setattr(module, naam, grens)

    def meldingen(inhoud: str) -> list[str]:
        data = docx(document=document(veld(inhoud)))
        gelezen = read_returned(data, "x.docx", echte_lijst)
        antwoord = gelezen.antwoorden["lokale-ambitie"]
        assert antwoord.is_zeker is not bool(gelezen.bedenkingen)
        return [een.melding for een in gelezen.bedenkingen]

    assert meldingen(binnen) == []
    assert woord in meldingen(vol)[0]


@pytest.mark.parametrize(
    ("naam", "grens"),
    [("MAX_RIJEN", 2), ("_MAX_CELLS", 4), ("_MAX_WIDTH", 2), ("MAX_TEKENS", 24)],
)
def test_een_tabel_over_een_grens_wacht_op_wie_ernaar_kijkt(monkeypatch, echte_lijst, naam, grens):
    cel = f"<w:tc>{alinea('Actie')}</w:tc>"
    rij = f"<w:tr>{cel * 2}</w:tr>"
    monkeypatch.setattr(answer_table, naam, grens)

    def melding(tabel: str) -> str:
        data = docx(document=document(veld(f"<w:tbl>{tabel}</w:tbl><w:p/>", "acties")))
        return read_returned(data, "x.docx", echte_lijst).bedenkingen[0].melding

    assert "te groot" not in melding(rij * 2)
    assert "te groot" in melding(rij * 2 + f"<w:tr>{cel * 3}</w:tr>" * 2)


def test_een_cel_over_de_grens_houdt_de_andere_niet_tegen(monkeypatch, echte_lijst):
    monkeypatch.setattr(answer_table, "MAX_CEL", 6)
    cellen = [("Actie", "Partners"), ("kort", "te lange naam")]
    rijen = "".join(
        f"<w:tr>{''.join(f'<w:tc>{alinea(cel)}</w:tc>' for cel in rij)}</w:tr>" for rij in cellen
    )
    data = docx(document=document(veld(f"<w:tbl>{rijen}</w:tbl><w:p/>", "acties")))
    antwoord = read_returned(data, "x.docx", echte_lijst).antwoorden["acties"]
    assert [een.woorden for een in antwoord.geweigerd] == ["te lange naam"]


def test_van_veel_plekken_van_een_gegeven_wordt_gezegd_dat_er_meer_zijn(monkeypatch, echte_lijst):
    monkeypatch.setattr(plan_fields, "_MOST_PLACES", 7)
    zinnen = "".join(f"<w:p>{in_zin('gemeente').format(f'Plaats{i}')}</w:p>" for i in range(9))
    gelezen = read_returned(docx(document=document(zinnen)), "x.docx", echte_lijst)
    (bedenking,) = gelezen.bedenkingen
    assert "“Plaats0” en “Plaats1”" in bedenking.melding
    assert "“Plaats4” en nog 4 andere. Kies er een." in bedenking.melding
    assert not gelezen.antwoorden["gemeente"].is_zeker


def test_van_veel_opmerkingen_wordt_gezegd_dat_er_meer_zijn(monkeypatch, echte_lijst):
    for module in (reading, comments):
        monkeypatch.setattr(module, "MAX_OPMERKINGEN", 3)
    gelezen = read_returned(met_opmerkingen(4), "x.docx", echte_lijst)
    assert len(gelezen.opmerkingen) == 3
    assert "Alleen de eerste 3 opmerkingen" in gelezen.bedenkingen[-1].melding
    monkeypatch.setattr(comments, "_MAX_TEXT", 4)
    assert read_returned(met_opmerkingen(1), "x.docx", echte_lijst).opmerkingen[0].tekst == "Numm…"
