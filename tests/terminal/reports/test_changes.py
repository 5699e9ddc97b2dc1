"""What changed in an answer, as lines for a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from answer_pairs import tekstparen
from trials import trials
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.terminal.reports import changes
from uitvoeringsplan.terminal.reports.changes import render_change, render_changes
from uitvoeringsplan.terminal.visible import make_visible
from uitvoeringsplan.terminal.wrapping import wrap_text

TEXT = Vraag(id="ambitie", label="Lokale ambitie", vraag="?")
LINE = Vraag(id="regel", label="Regel", vraag="?", type=TYPES["regel"])
TABEL = Vraag(
    id="acties",
    label="Acties",
    vraag="?",
    type=TYPES["tabel"],
    kolommen=(
        Kolom("soort", "Soort"),
        Kolom("actie", "Actie", verplicht=True),
        Kolom("wie", "Trekker"),
        Kolom("klaar", "Gereed", TYPES["datum"]),
    ),
)
KLEUR = re.compile("\033\\[(?:31|32|39)m")


@pytest.fixture(autouse=True)
def width(monkeypatch) -> None:
    monkeypatch.setattr(changes, "text_width", lambda: 60)


def strokes(old: str, new: str, vraag: Vraag = TEXT, *, kleur: bool = False) -> list[str]:
    """Return the lines below the name of the question."""
    text = render_change(compare_antwoord(vraag, old, new), kleur=kleur)
    kop = wrap_text(f"{vraag.label} ({vraag.id})", changes.text_width())
    assert text.startswith(f"{kop}\n")
    return make_visible(text.removeprefix(f"{kop}\n")).split("\n")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("een oude kat", "een nieuwe kat", ["  een [-oude-]{+nieuwe+} kat"]),
        ("een kat", "een oude kat", ["  een {+oude+} kat"]),
        ("", "nieuw hier", ["  {+nieuw hier+}"]),
        ("weg ermee", "", ["  [-weg ermee-]"]),
        ("a\n\nb\n\nc d e\n\nf", "a\n\nb\n\nc d x\n\nf", ["  …", "  c d [-e-]{+x+}", "  …"]),
        ("- a\n  - b c d", "- a\n  - b c e", ["  …", "    - b c [-d-]{+e+}"]),
        ("1. a\n2. b", "1. a\n2. x\n3. b", ["  …", "  2. {+x+}", "  …"]),
        ("een punt", "- een punt", ["  {+-+} een punt"]),
        ("3. een punt", "- een punt", ["  [-3.-]{+-+} een punt"]),
        ("- a\n- b c", "- a\n  - b c", ["  …", "    [-niveau 1-]{+niveau 2+} b c"]),
        ("een **vet** woord", "een vet woord", ["  een [-**vet**-]{+vet+} woord"]),
        ("zie [a](https://a.nl)", "zie [a](https://b.nl)",
         ["  zie [-[a](https://a.nl)-]{+[a](https://b.nl)+}"]),
        ("een twee\ndrie", "een twee drie", ["  een twee[-¶-]{+ +}drie"]),
        ("een twee drie", "een twee\ndrie", ["  een twee[- -]{+¶", "  +}drie"]),
    ],
)  # fmt: skip
def test_woorden(old, new, expected):
    assert strokes(old, new) == expected


def test_van_wat_bleef_staat_er_alleen_iets_omheen():
    lang = " ".join(f"woord{n}" for n in range(60))
    lines = " ".join(strokes(f"{lang} oud {lang}", f"{lang} nieuw {lang}"))
    assert "… woord53" in re.sub(" +", " ", lines)
    assert "[-oud-]{+nieuw+}" in lines
    assert lines.rstrip().endswith("…")
    assert "woord30" not in lines


def test_een_tabel_noemt_de_cellen_bij_naam():
    old = write_tabel([("Borgen", "Infoblad", "An", "2027-01-08"), ("Beeld", "Kaart", "", "")])
    new = write_tabel([("Borgen", "Infoblad", "An", "2027-02-08"), ("Dialoog", "Feest", "Bo", "")])
    assert strokes(old, new, TABEL) == [
        "  Soort: Borgen; Actie: Infoblad; Gereed: 8",
        "  [-januari-]{+februari+} 2027",
        "  [-Soort: Beeld; Actie: Kaart-]",
        "  {+Soort: Dialoog; Actie: Feest; Trekker: Bo+}",
    ]


def test_alle_verschillen_onder_elkaar_of_een_zin():
    equal = compare_antwoord(TEXT, "a", "a")
    otherwise = compare_antwoord(LINE, "a", "b")
    assert render_changes([equal], kleur=False) == "Er is geen verschil."
    assert render_changes([equal, otherwise, otherwise], kleur=False) == (
        "Zo lees je dit: [-weg-] staat er niet meer; {+erbij+} is\nnieuw.\n\n"
        "Regel (regel)\n  [-a-]{+b+}\n\nRegel (regel)\n  [-a-]{+b+}"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a", "", "Zo lees je dit: [-weg-] staat er niet meer."),
        ("", "a", "Zo lees je dit: {+erbij+} is nieuw."),
        ("een\ntwee", "een twee", "¶ is het einde van een regel."),
        ("a\n\nb", "a\n\nc", "… is tekst die gelijk bleef."),
    ],
)
def test_de_tekens_worden_uitgelegd_als_ze_er_zijn(old, new, expected):
    parts = strokes(old, new)
    explanation = changes.legend(parts, kleur=False).replace("\n", " ")
    assert explanation.endswith(expected)
    for sign in ("[-", "{+", "¶", "…"):
        assert (sign in explanation) == (sign in "".join(parts))


def test_de_uitleg_heeft_de_kleuren_van_wat_ze_uitlegt():
    parts = strokes("een oud", "een nieuw", kleur=True)
    explanation = make_visible(changes.legend(parts, kleur=True))
    assert "\033[31m[-weg-]\033[39m" in explanation
    assert "\033[32m{+erbij+}\033[39m" in explanation


# What nobody can see, and what would fool a terminal.


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("samen werken", "samen\u00a0werken", "  samen[- -]{+<U+00A0>+}werken"),
        ("woord", "wo\u00adord", "  [-woord-]{+wo<U+00AD>ord+}"),
        ("werk 👩‍🔧", "werk 👩‍🔬", "  werk [-👩‍🔧-]{+👩‍🔬+}"),
        ("\u202etxt hetzelfde a", "\u202etxt hetzelfde b", "  <U+202E>txt hetzelfde [-a-]{+b+}"),
        ("a \x1b[31m b", "a \x1b[31m c", "  a <U+001B>[31m [-b-]{+c+}"),
    ],
)
def test_onzichtbaars(old, new, expected):
    assert strokes(old, new, LINE) == [expected]


# Width and colour.


@trials(300)
@given(tekstparen)
def test_elke_regel_past_en_kleur_verandert_geen_teken(pair):
    one = compare_antwoord(TEXT, *pair)
    bare = render_change(one, kleur=False)
    coloured = make_visible(render_change(one, kleur=True))
    assert "\033" not in bare
    assert KLEUR.sub("", coloured) == make_visible(bare)
    for line in coloured.split("\n"):
        codes = KLEUR.findall(line)
        assert len(codes) % 2 == 0
        assert set(codes[1::2]) <= {"\033[39m"}
    for line in bare.split("\n"):
        # An accent takes no column, a sign of East Asia two; these texts have both, and addresses.
        assert "://" in line or len(line.replace("\u0301", "")) <= 60


@trials(200)
@given(tekstparen)
def test_zonder_kleur_zijn_alle_woorden_er(pair):
    """What went and what came stands between signs, whole; only what stayed is shortened."""
    one = compare_antwoord(LINE, *(text.replace("\n", " ") for text in pair))
    plat = re.sub(r"\s+", "", render_change(one, kleur=False))
    for block in one.blocks:
        for what, run in block.runs:
            if what != "gelijk" and run.text.isprintable() and "\u00ad" not in run.text:
                assert re.sub(r"\s+", "", run.text) in plat


def test_een_kleur_loopt_niet_door_over_het_einde_van_een_regel(monkeypatch):
    monkeypatch.setattr(changes, "text_width", lambda: 20)
    assert strokes("", "- een heel lang nieuw punt", kleur=True) == [
        "  - \033[32m{+een heel lang\033[39m",
        "    \033[32mnieuw punt+}\033[39m",
    ]


def test_een_adres_blijft_heel_en_een_lang_woord_niet(monkeypatch):
    monkeypatch.setattr(changes, "text_width", lambda: 20)
    adres = "https://voorbeeld.example/een/lang/adres"
    assert f"  {{+{adres}+}}" in strokes("", adres)
    assert all(len(line) <= 20 for line in strokes("", "x" * 70))


def test_brede_tekens_tellen_dubbel(monkeypatch):
    monkeypatch.setattr(changes, "text_width", lambda: 22)
    assert strokes("", "漢字漢字 漢字漢字 漢字") == ["  {+漢字漢字 漢字漢字", "  漢字+}"]
