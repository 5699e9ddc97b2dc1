"""Whatever stands in a file: every word is read once, in order, and the document is well made."""

from __future__ import annotations

import re
from itertools import count, pairwise

from docx_to_read import (
    HEADER_ROW,
    cel,
    control,
    field,
    kop,
    paragraph,
    punt,
    read,
    rij,
    run,
    tabel,
)
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.model.document import (
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    alle_inhoud,
    words,
)

WORD = "@@"


def _numbered(xml: str) -> str:
    """Return the content with a word of its own in every place for one."""
    counter = count()
    return re.sub(WORD, lambda _: f"w{next(counter)}", xml)


def _run(keus: int) -> str:
    text = WORD
    content = f"{text} "
    return {
        0: run(content), 1: run(content, "<w:b/>"), 2: run(content, '<w:rStyle w:val="Sterk"/>'),
        3: control(run(content)), 4: f"<w:ins>{run(content)}</w:ins>",
        5: f'<w:hyperlink w:anchor="x">{run(content)}</w:hyperlink>', 6: field("REF x", content),
        7: run(f"<w:t>{text}</w:t><w:br/>"), 8: run(f"<w:t>{text}</w:t><w:tab/>"),
        9: "<w:bookmarkStart w:id='1' w:name='x'/>" + run(content),
    }[keus]  # fmt: skip


RUNS = st.lists(st.integers(0, 9).map(_run), min_size=1, max_size=4).map("".join)
GONE = st.sampled_from(
    [
        paragraph(), paragraph(field("PAGE", "weg")),
        paragraph(f"<w:del>{run('<w:delText>weg</w:delText>')}</w:del>"),
        paragraph(f"<w:moveFrom>{run('weg')}</w:moveFrom>"), paragraph(run("weg", "<w:vanish/>")),
        paragraph(field(" TOC ", "weg")), "<w:bookmarkStart w:id='2' w:name='x'/>",
        tabel(rij(paragraph(), paragraph())), tabel(rij("weg", own="<w:del/>")),
    ]
)  # fmt: skip
PARAGRAPH = st.builds(
    lambda text, make: make(text),
    RUNS,
    st.sampled_from(
        [
            paragraph,
            lambda text: paragraph(text, style="Citaat"),
            lambda text: paragraph(text, style="Titel"),
            lambda text: paragraph(text, style="UvpFeit"),
            *(lambda text, n=n: kop(text, n) for n in (1, 2, 3)),
            *(lambda text, n=n, i=i: punt(text, n, i) for n in (7, 8, 18, 9) for i in (0, 1)),
        ]
    ),
)


@st.composite
def tabellen(draw, content) -> str:
    """Return a table in which cells are merged any way that Word can write down."""
    width = draw(st.integers(1, 3))
    rijen = []
    for _ in range(draw(st.integers(1, 3))):
        cellen, kolom = [], 0
        while kolom < width:
            span = draw(st.integers(1, width - kolom))
            kolom += span
            own = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            together = draw(st.sampled_from(["", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"]))
            # What goes on from above says nothing of its own; Word does not show it.
            inside = paragraph() if together == "<w:vMerge/>" else draw(content)
            cellen.append(cel(f"{inside}<w:p/>", own + together))
        own_rij = draw(st.sampled_from(["", "", HEADER_ROW]))
        rijen.append(rij(*cellen, own=own_rij))
    return tabel(*rijen, sizes=(100,) * width)


def _deeper(content):
    more = st.lists(content, max_size=3).map("".join)
    return st.one_of(
        more.map(control),
        more.map(lambda xml: f"<w:ins>{xml}</w:ins>"),
        more.map(lambda xml: control(xml, own="<w:showingPlcHdr/>")),
        tabellen(more),
        more.map(
            lambda xml: paragraph(
                f"<w:r><w:pict><w:txbxContent>{xml}</w:txbxContent></w:pict></w:r>"
            )
        ),
    )


BLOCKS = st.lists(st.recursive(PARAGRAPH | GONE, _deeper, max_leaves=12), max_size=6)
BLOCKS = BLOCKS.map("".join).map(_numbered)


@trials(300)
@given(xml=BLOCKS)
def test_elk_woord_staat_er_een_keer_op_zijn_plaats(xml):
    document = read(xml)
    reading = words((*document.cover, *document.content))
    assert reading == re.findall(r"(?<=>)w\d+", xml)


@trials(300)
@given(xml=BLOCKS)
def test_elk_document_is_welgevormd(xml):
    document = read(xml)
    everything = [*alle_inhoud((*document.cover, *document.content))]
    for block in everything:
        if isinstance(block, Passage | Kop):
            _heel(block.text)
        elif isinstance(block, Lijst):
            assert block.punten
            assert all(isinstance(punt_.content[0], Passage) for punt_ in block.punten)
        elif isinstance(block, Feiten):
            for feit in block.feiten:
                _heel(feit.label)
                _heel(feit.value)
        elif isinstance(block, Tabel):
            _recht(block)
    depths = [0, *(k.level for k in document.koppen)]
    assert all(1 <= after <= before + 1 for before, after in pairwise(depths))
    anchors = [k.anchor for k in document.koppen]
    anchors += [anchor for block in everything for anchor in getattr(block, "anchors", ())]
    for block in everything:
        parts = (
            block.punten if type(block) is Lijst else block.feiten if type(block) is Feiten else ()
        )
        anchors += [anchor for part in parts for anchor in part.anchors]
    assert len(set(anchors)) == len(anchors)
    assert set(document.anchors.values()) <= set(anchors)


def _heel(text) -> None:
    assert "".join(part.text for part in text).strip()
    assert all(part.text for part in text)
    dresses = [part._replace(text="") for part in text]
    assert all(one != two for one, two in pairwise(dresses))


def _recht(block: Tabel) -> None:
    """Every place of the grid is in exactly one cell, above and below the line of the head."""
    width = sum(cel_.width for cel_ in (*block.kop, *block.rijen)[0])
    for group in (block.kop, block.rijen):
        taken: set[tuple[int, int]] = set()
        for y, rij_ in enumerate(group):
            assert rij_
            x = 0
            for cel_ in rij_:
                while (y, x) in taken:
                    x += 1
                vak = {(y + dy, x + dx) for dy in range(cel_.height) for dx in range(cel_.width)}
                assert not vak & taken
                taken |= vak
        assert taken == {(y, x) for y in range(len(group)) for x in range(width)}
