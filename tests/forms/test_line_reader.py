"""A paragraph as words and places."""

from __future__ import annotations

from small_forms import field, legacy_text, p, read, run, sign


def pieces(*content):
    lines = read(*content).containers[0].lines
    return [
        [piece.text if piece.place is None else piece.place.default for piece in line.pieces]
        for line in lines
    ]


def test_een_veld_in_stukken_is_een_plek():
    assert pieces(p("a ", legacy_text("b"), " c")) == [["a ", "b", " c"]]


def test_een_veld_loopt_door_in_de_volgende_alinea():
    begin = sign("begin", "<w:ffData><w:textInput/></w:ffData>") + sign("separate") + run("een")
    assert pieces(p("a ", begin), p(run("twee"), sign("end"), " b")) == [["a ", "een twee"], [" b"]]


def test_de_opdracht_van_een_veld_is_geen_tekst_en_zijn_uitkomst_wel():
    assert pieces(p("Zaak ", field("DOCPROPERTY Zaak", "Z-1"), ".")) == [["Zaak Z-1."]]


def test_wat_verborgen_of_verwijderd_is_staat_er_niet():
    gone = f'<w:del w:id="1" w:author="x">{run("weg").replace("w:t", "w:delText")}</w:del>'
    assert pieces(p("a", run("stil", "<w:vanish/>"), gone, "b")) == [["ab"]]


def test_een_regel_is_vet_als_al_haar_woorden_het_zijn():
    lines = read(p("Kop", bold=True), p(run("half", "<w:b/>"), "niet"), p("")).containers[0].lines
    assert [line.is_bold for line in lines] == [True, False, False]


def test_elk_woord_weet_waar_het_vandaan_komt():
    (line,) = read(p("een", run("twee"))).containers[0].lines
    (piece,) = line.pieces
    assert [text for _, text in piece.sources] == ["een", "twee"]
    assert [element.text for element, _ in piece.sources if element is not None] == ["een", "twee"]
