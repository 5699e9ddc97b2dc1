"""Whatever stands in a file: every word is read once, in order, and the document is well made."""

from __future__ import annotations

import re
from itertools import count, pairwise

from docx_to_read import KOPRIJ, alinea, besturing, cel, kop, lees, punt, rij, stuk, tabel, veld
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.model.document import (
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    alle_inhoud,
    woorden,
)

WOORD = "@@"


def _genummerd(xml: str) -> str:
    """Return the content with a word of its own in every place for one."""
    teller = count()
    return re.sub(WOORD, lambda _: f"w{next(teller)}", xml)


def _stuk(keus: int) -> str:
    tekst = WOORD
    inhoud = f"{tekst} "
    return {
        0: stuk(inhoud), 1: stuk(inhoud, "<w:b/>"), 2: stuk(inhoud, '<w:rStyle w:val="Sterk"/>'),
        3: besturing(stuk(inhoud)), 4: f"<w:ins>{stuk(inhoud)}</w:ins>",
        5: f'<w:hyperlink w:anchor="x">{stuk(inhoud)}</w:hyperlink>', 6: veld("REF x", inhoud),
        7: stuk(f"<w:t>{tekst}</w:t><w:br/>"), 8: stuk(f"<w:t>{tekst}</w:t><w:tab/>"),
        9: "<w:bookmarkStart w:id='1' w:name='x'/>" + stuk(inhoud),
    }[keus]  # fmt: skip


STUKKEN = st.lists(st.integers(0, 9).map(_stuk), min_size=1, max_size=4).map("".join)
WEG = st.sampled_from(
    [
        alinea(), alinea(veld("PAGE", "weg")),
        alinea(f"<w:del>{stuk('<w:delText>weg</w:delText>')}</w:del>"),
        alinea(f"<w:moveFrom>{stuk('weg')}</w:moveFrom>"), alinea(stuk("weg", "<w:vanish/>")),
        alinea(veld(" TOC ", "weg")), "<w:bookmarkStart w:id='2' w:name='x'/>",
        tabel(rij(alinea(), alinea())), tabel(rij("weg", eigen="<w:del/>")),
    ]
)  # fmt: skip
ALINEA = st.builds(
    lambda tekst, maak: maak(tekst),
    STUKKEN,
    st.sampled_from(
        [
            alinea,
            lambda tekst: alinea(tekst, stijl="Citaat"),
            lambda tekst: alinea(tekst, stijl="Titel"),
            lambda tekst: alinea(tekst, stijl="UvpFeit"),
            *(lambda tekst, n=n: kop(tekst, n) for n in (1, 2, 3)),
            *(lambda tekst, n=n, i=i: punt(tekst, n, i) for n in (7, 8, 18, 9) for i in (0, 1)),
        ]
    ),
)


@st.composite
def tabellen(draw, inhoud) -> str:
    """Return a table in which cells are merged any way that Word can write down."""
    breed = draw(st.integers(1, 3))
    rijen = []
    for _ in range(draw(st.integers(1, 3))):
        cellen, kolom = [], 0
        while kolom < breed:
            span = draw(st.integers(1, breed - kolom))
            kolom += span
            eigen = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            samen = draw(st.sampled_from(["", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"]))
            # What goes on from above says nothing of its own; Word does not show it.
            binnen = alinea() if samen == "<w:vMerge/>" else draw(inhoud)
            cellen.append(cel(f"{binnen}<w:p/>", eigen + samen))
        eigen_rij = draw(st.sampled_from(["", "", KOPRIJ]))
        rijen.append(rij(*cellen, eigen=eigen_rij))
    return tabel(*rijen, maten=(100,) * breed)


def _dieper(inhoud):
    meer = st.lists(inhoud, max_size=3).map("".join)
    return st.one_of(
        meer.map(besturing),
        meer.map(lambda xml: f"<w:ins>{xml}</w:ins>"),
        meer.map(lambda xml: besturing(xml, eigen="<w:showingPlcHdr/>")),
        tabellen(meer),
        meer.map(
            lambda xml: alinea(f"<w:r><w:pict><w:txbxContent>{xml}</w:txbxContent></w:pict></w:r>")
        ),
    )


BLOKKEN = st.lists(st.recursive(ALINEA | WEG, _dieper, max_leaves=12), max_size=6)
BLOKKEN = BLOKKEN.map("".join).map(_genummerd)


@proeven(300)
@given(xml=BLOKKEN)
def test_elk_woord_staat_er_een_keer_op_zijn_plaats(xml):
    document = lees(xml)
    gelezen = woorden((*document.voorblad, *document.inhoud))
    assert gelezen == re.findall(r"(?<=>)w\d+", xml)


@proeven(300)
@given(xml=BLOKKEN)
def test_elk_document_is_welgevormd(xml):
    document = lees(xml)
    alles = [*alle_inhoud((*document.voorblad, *document.inhoud))]
    for blok in alles:
        if isinstance(blok, Passage | Kop):
            _heel(blok.tekst)
        elif isinstance(blok, Lijst):
            assert blok.punten
            assert all(isinstance(punt_.inhoud[0], Passage) for punt_ in blok.punten)
        elif isinstance(blok, Feiten):
            for feit in blok.feiten:
                _heel(feit.label)
                _heel(feit.waarde)
        elif isinstance(blok, Tabel):
            _recht(blok)
    diepten = [0, *(k.niveau for k in document.koppen)]
    assert all(1 <= na <= voor + 1 for voor, na in pairwise(diepten))
    ankers = [k.anker for k in document.koppen]
    ankers += [anker for blok in alles for anker in getattr(blok, "ankers", ())]
    for blok in alles:
        delen = blok.punten if type(blok) is Lijst else blok.feiten if type(blok) is Feiten else ()
        ankers += [anker for deel in delen for anker in deel.ankers]
    assert len(set(ankers)) == len(ankers)
    assert set(document.ankers.values()) <= set(ankers)


def _heel(tekst) -> None:
    assert "".join(deel.tekst for deel in tekst).strip()
    assert all(deel.tekst for deel in tekst)
    jassen = [deel._replace(tekst="") for deel in tekst]
    assert all(een != twee for een, twee in pairwise(jassen))


def _recht(blok: Tabel) -> None:
    """Every place of the grid is in exactly one cell, above and below the line of the head."""
    breedte = sum(cel_.breed for cel_ in (*blok.kop, *blok.rijen)[0])
    for groep in (blok.kop, blok.rijen):
        bezet: set[tuple[int, int]] = set()
        for y, rij_ in enumerate(groep):
            assert rij_
            x = 0
            for cel_ in rij_:
                while (y, x) in bezet:
                    x += 1
                vak = {(y + dy, x + dx) for dy in range(cel_.hoog) for dx in range(cel_.breed)}
                assert not vak & bezet
                bezet |= vak
        assert bezet == {(y, x) for y in range(len(groep)) for x in range(breedte)}
