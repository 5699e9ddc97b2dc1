"""Form fields of old: what they show, what they keep, and their own bookmark."""

from __future__ import annotations

from field_samples import (
    KINDS,
    answers,
    filled,
    form_text,
    line,
    main_part,
    marked,
    revised,
    run,
    text_of,
    vraag,
)  # fmt: skip

from independent_reader import w


def _tree(name):
    content, one, answer, _ = KINDS[name]
    return main_part(filled(content, [one], {one.id: answer})[0])


def test_het_antwoord_staat_tussen_de_tekens_van_het_veld_en_de_bladwijzer_blijft():
    root = _tree("formtext")
    signs = [one.get(w("fldCharType")) for one in root.iter(w("fldChar"))]
    assert signs == ["begin", "separate", "end"]
    runs = list(root.iter(w("r")))
    place = [one.findtext(w("t")) for one in runs].index("Anna")
    assert runs[place - 1].find(w("fldChar")).get(w("fldCharType")) == "separate"
    assert runs[place + 1].find(w("fldChar")).get(w("fldCharType")) == "end"
    assert "Text1" in [one.get(w("name")) for one in root.iter(w("bookmarkStart"))]
    assert next(root.iter(w("sdt"))).find(f"{w('sdtPr')}/{w('tag')}").get(w("val")) == "eerste"


def test_een_vakje_en_een_lijst_houden_hun_keuze():
    assert next(_tree("formcheckbox").iter(w("checked"))).get(w("val")) == "1"
    assert next(_tree("formcheckbox-aan").iter(w("checked"))).get(w("val")) == "0"
    assert next(_tree("formdropdown").iter(w("result"))).get(w("val")) == "2"


def test_een_antwoord_dat_niet_in_de_lijst_staat_komt_erbij():
    content, _, _, _ = KINDS["formdropdown"]
    data, lijst, _ = filled(content, [vraag("maat")], {"maat": "Enorm"})
    assert "Enorm" in text_of(data)
    assert answers(data, lijst)["maat"] == "Enorm"


def test_de_voorgevulde_tekst_van_een_veld_is_geen_antwoord_maar_een_andere_wel():
    data = '<w:textInput><w:default w:val="n.v.t."/></w:textInput>'
    content = line(marked("naam", form_text("Text9", data, run("n.v.t."))))
    made, lijst, _ = filled(content, [vraag("naam")], {})
    assert answers(made, lijst)["naam"] == ""

    def type_over(root):
        next(one for one in root.iter(w("t")) if one.text == "n.v.t.").text = "Bo"

    assert answers(revised(made, type_over), lijst)["naam"] == "Bo"


def test_de_naam_van_een_samenvoegveld_is_geen_antwoord():
    for name in ("mergefield", "mergefield-kort"):
        content, one, _, _ = KINDS[name]
        data, lijst, _ = filled(content, [one], {})
        assert "«Naam»" in text_of(data)
        assert answers(data, lijst)["naam"] == ""
