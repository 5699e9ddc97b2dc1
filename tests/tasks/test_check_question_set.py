from __future__ import annotations

from pathlib import Path

import pytest

from docx_builder import document, paragraph, parts, veld, zip_
from question_set_builder import set_text, template_for, write_set
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.tasks.check_question_set import CheckedSet, check_question_set, to_json
from uitvoeringsplan.vragenlijst.question_set_reader import look_over, read_vragenlijst

LOS = "{id: los, label: L, vraag: L?, type: tekst}"
WRONG = """\
soort: wonen
versie: 1
titel: X
sjabloon: wonen.docx
ttel: a
hulpmiddelen:
  gids: {titel: G, adres: "www.x.nl"}
  kaal: {opmerking: Zonder titel}
gegevens:
  - {id: gemeente, label: G, vraag: W?, type: regl}
  - {id: periode-van, label: G, vraag: W?, type: datum}
hoofdstukken:
  - id: een
    vragen:
      - {id: a, label: A, vraag: A?, type: keuze, functie: ja}
      - {id: B, label: A, vraag: A?, type: tekst}
      - {id: c, label: A, vraag: A?, type: getal, controle: {min: 5, max: 2}, standaard: x}
      - {id: d, label: A, vraag: A?, type: tekst, als: a = ja, hulpmiddelen: [gids, kaal, gds]}
      - {id: e, label: A, vraag: A?, type: tekst, als: x is ingevuld, verplicht: vastgesteld}
      - {id: f, label: A, type: tabel, kolommen: [{id: k, label: K}, {id: k, label: L}], vraag: x}
      - {id: c, label: A, vraag: A?, type: tekst, als: "en"}
  - {id: twee, titel: T, intern: ja, vragen: [{id: g, label: G, vraag: G?, type: regel}]}
  - {id: drie, titel: T, optioneel: ja, vragen: [
       {id: h, label: G, vraag: G?, type: regel, verplicht: altijd}]}
"""


def found(path: Path) -> list[tuple[str, int | None, str]]:
    return [(Path(b.path).name, b.line, b.message) for b in check_question_set(path).bevindingen]


def words(checked: CheckedSet) -> str:
    return " | ".join(one.message for one in checked.bevindingen)


def test_alles_wat_fout_is_in_een_keer_met_de_regel(tmp_path):
    path = tmp_path / "vragen.yaml"
    path.write_text(WRONG, "utf-8")
    expected = [
        (1, "`intern` bovenaan"),
        (5, "“ttel” bestaat hier niet. Bedoel je “titel”?"),
        (7, "een adres begint met https://"),
        (8, "ontbreekt de sleutel “titel”"),
        (10, "“regl” kan niet bij `type`"),
        (11, "ontbreekt “periode-tot”"),
        (13, "ontbreekt de sleutel “titel”"),
        (15, "`keuzes` hoort bij het type"),
        (15, "`functie` kan alleen"),
        (16, "een id bestaat uit kleine letters"),
        (17, "`min` (5) is meer dan `max` (2)"),
        (17, "deze `standaard` past niet"),
        (18, "het hulpmiddel “gds” staat niet"),
        (19, "ontbreekt “status”"),
        (19, "“x” is geen vraag of gegeven"),
        (20, "al een kolom met het id “k”"),
        (21, "het id “c” is al gebruikt op regel 17"),
        (21, "hier hoort de id van een vraag"),
        (23, "in een hoofdstuk naar keuze is niets verplicht"),
        (None, "dit sjabloon bestaat niet. Zet het naast de vragenlijst"),
    ]
    seen = found(path)
    assert [line for _, line, _ in seen] == [line for line, _ in expected]
    assert [m for (_, _, m), (_, part) in zip(seen, expected, strict=True) if part not in m] == []
    assert {name for name, _, _ in seen} == {"vragen.yaml", "wonen.docx"}


def test_de_eerste_fout_is_die_van_het_lezen():
    """What stops `genereer` is among what is found, word for word."""
    (first, *_), lijst, unread = look_over(WRONG.encode(), "v.yaml")
    with pytest.raises(type(first)) as error:
        read_vragenlijst(WRONG.encode(), "v.yaml")
    assert str(error.value) in [str(m) for m in look_over(WRONG.encode(), "v.yaml").mistakes]
    assert unread >= {"gemeente", "a", "c", "f"}
    assert {vraag.id for vraag in lijst.vragen} == {"e", "g", "h"}


def test_een_lijst_die_klopt(tmp_path):
    path = write_set(tmp_path / "wonen" / "vragen.yaml", set_text("wonen"))
    checked = check_question_set(tmp_path / "wonen")
    assert (checked.path, checked.bevindingen) == (path, ())
    assert checked.sjablonen == (path.with_name("wonen.docx"),)
    assert to_json(checked) == []


def test_van_de_meegeleverde_lijst_is_niets_fout():
    checked = check_question_set(find_vragen(folder=Path("weg")))
    assert checked.count(Ernst.FOUT) == 0
    assert len(checked.sjablonen) == 2


def test_wat_geen_yaml_is_of_niet_bestaat(tmp_path):
    path = tmp_path / "x.vragen.yaml"
    path.write_text("soort: [\n", "utf-8")
    checked = check_question_set(path)
    assert (checked.lijst, len(checked.bevindingen)) == (None, 1)
    with pytest.raises(BestandError):
        check_question_set(tmp_path / "weg.yaml")


def test_velden_zonder_vraag_en_vragen_zonder_veld(tmp_path):
    text = (
        set_text("wonen").replace(
            "    vragen:\n",
            "    vragen:\n      - {id: weg, label: W, vraag: W?, type: tekst}\n"
            "      - {id: fout, label: F, vraag: F?, type: tekts}\n",
        )
        + f"  - {{id: extra, titel: E, optioneel: ja, vragen: [{LOS}]}}\n"
    )
    text = text.replace(
        "gegevens:\n", "gegevens:\n  - {id: vorm, label: V, vraag: V?, type: regel}\n"
    )
    path = tmp_path / "vragen.yaml"
    path.write_text(text, "utf-8")
    body = "".join(
        [paragraph("Titel"), *(veld(paragraph("x"), tag) for tag in ("doel", "fout", "dol", "oud"))]
    )
    inline = veld("<w:r><w:t>x</w:t></w:r>", "doel")
    (tmp_path / "wonen.docx").write_bytes(
        zip_(parts(document=document(f"{body}<w:p>{inline}</w:p>")))
    )
    checked = check_question_set(path)
    said = words(checked)
    for part in (
        "kan niet bij `type`",
        "dit sjabloon heeft geen invulveld voor “weg”.",
        "het invulveld “dol” hoort bij geen vraag van de vragenlijst. Bedoel je “doel”?",
        "het invulveld “oud” hoort bij geen vraag",
        "het invulveld “doel” staat midden in een alinea",
        "de vraag “los” heeft hier geen plaats",
        "het gegeven “vorm” heeft hier geen plaats",
    ):
        assert part in said
    assert "“fout” hoort bij geen vraag" not in said
    assert "“gemeente” heeft hier geen plaats" not in said  # the program itself looks at it
    assert (checked.count(Ernst.FOUT), checked.count(Ernst.OPMERKING)) == (5, 2)


def test_een_vraag_met_twee_velden(tmp_path):
    path = write_set(tmp_path / "vragen.yaml", set_text("wonen"))
    body = "".join(veld(paragraph("x"), "doel") for _ in range(2))
    (tmp_path / "wonen.docx").write_bytes(zip_(parts(document=document(body))))
    assert "meer dan één invulveld" in words(check_question_set(path))


def test_een_sjabloon_dat_niet_te_lezen_is(tmp_path):
    path = write_set(tmp_path / "vragen.yaml", set_text("wonen"))
    good = template_for(read_vragenlijst(path.read_bytes(), path))
    (tmp_path / "wonen.docx").write_bytes(good[:-200])
    (bevinding,) = check_question_set(path).bevindingen
    assert (bevinding.path, bevinding.ernst) == (str(tmp_path / "wonen.docx"), Ernst.FOUT)


def test_ook_het_interne_sjabloon_wordt_nagekeken(tmp_path):
    text = set_text("wonen") + (
        f"  - {{id: binnen, titel: B, intern: ja, vragen: [{LOS}]}}\n"
        "intern: {titel: Binnen, sjabloon: binnen.docx}\n"
    )
    path = write_set(tmp_path / "vragen.yaml", text)
    assert "binnen.docx: dit sjabloon bestaat niet" in check_question_set(path).bevindingen[0].text
    (tmp_path / "binnen.docx").write_bytes(
        zip_(parts(document=document(veld(paragraph("x"), "doel"))))
    )
    assert "het invulveld “doel” hoort bij geen vraag" in words(check_question_set(path))
