"""The bytes of a part, changed by putting things in."""

from __future__ import annotations

import pytest

from uitvoeringsplan.forms.raw_part import RawPart, prefix_of
from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.tree import parse, w

DATA = (
    f'<?xml version="1.0"?>\r\n<!-- x --><w:body  xmlns:w="{W}"  >'
    "<w:p><w:r a='>'><w:t>1 &lt; 2 é &#65;</w:t></w:r></w:p><w:p/></w:body >"
).encode()


def part():
    root = parse(DATA, "x", "x")
    return RawPart(DATA, root), root


def test_zonder_iets_erbij_is_alles_gelijk():
    raw, _ = part()
    assert raw.written() == DATA


def test_waar_een_element_staat():
    raw, root = part()
    first, second = root.findall(w("p"))
    assert raw.raw(first).endswith(b"</w:r></w:p>")
    assert raw.raw(second) == b"<w:p/>"
    assert raw.span(second).is_one_tag
    assert not raw.span(first).is_one_tag


@pytest.mark.parametrize(
    ("signs", "before"),
    [(0, b""), (2, b"1 "), (3, b"1 &lt;"), (7, "1 &lt; 2 é".encode()), (9, None)],
)
def test_na_zoveel_tekens_van_een_tekst(signs, before):
    raw, root = part()
    text = next(root.iter(w("t")))
    place = raw.place_in_text(text, signs)
    whole = DATA[raw.span(text).open_end : raw.span(text).close_start]
    assert DATA[raw.span(text).open_end : place] == (whole if before is None else before)


def test_wat_erbij_komt_staat_tussen_de_eigen_bytes():
    raw, root = part()
    first, second = root.findall(w("p"))
    raw.replace(second, "<w:p>nieuw</w:p>")
    raw.insert(raw.span(first).end, "<een/>")
    raw.insert(raw.span(first).end, "<twee/>")
    assert raw.written() == DATA.replace(b"<w:p/>", b"<een/><twee/><w:p>nieuw</w:p>")


def test_een_andere_boom_wordt_geweigerd():
    _, root = part()
    root.remove(root[0])
    with pytest.raises(ValueError, match=r"^$"):
        RawPart(DATA, root)


def test_het_voorvoegsel_van_word():
    assert prefix_of(parse(DATA, "x", "x")) == "w:"
    bare = parse(f'<body xmlns="{W}"/>'.encode(), "x", "x")
    assert prefix_of(bare) == ""
