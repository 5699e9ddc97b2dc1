"""What changed in an answer, as lines for a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from answer_pairs import tekstparen
from trials import proeven
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.tabel import write_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.terminal.reports import changes
from uitvoeringsplan.terminal.reports.changes import render_change, render_changes
from uitvoeringsplan.terminal.visible import make_visible
from uitvoeringsplan.terminal.wrapping import wrap_text

TEKST = Vraag(id="ambitie", label="Lokale ambitie", vraag="?")
REGEL = Vraag(id="regel", label="Regel", vraag="?", type=TYPES["regel"])
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
def breed(monkeypatch) -> None:
    monkeypatch.setattr(changes, "text_width", lambda: 60)


def lijnen(oud: str, nieuw: str, vraag: Vraag = TEKST, *, kleur: bool = False) -> list[str]:
    """Return the lines below the name of the question."""
    tekst = render_change(compare_antwoord(vraag, oud, nieuw), kleur=kleur)
    kop = wrap_text(f"{vraag.label} ({vraag.id})", changes.text_width())
    assert tekst.startswith(f"{kop}\n")
    return make_visible(tekst.removeprefix(f"{kop}\n")).split("\n")


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
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
def test_woorden(oud, nieuw, verwacht):
    assert lijnen(oud, nieuw) == verwacht


def test_van_wat_bleef_staat_er_alleen_iets_omheen():
    lang = " ".join(f"woord{n}" for n in range(60))
    regels = " ".join(lijnen(f"{lang} oud {lang}", f"{lang} nieuw {lang}"))
    assert "… woord53" in re.sub(" +", " ", regels)
    assert "[-oud-]{+nieuw+}" in regels
    assert regels.rstrip().endswith("…")
    assert "woord30" not in regels


def test_een_tabel_noemt_de_cellen_bij_naam():
    oud = write_tabel([("Borgen", "Infoblad", "An", "2027-01-08"), ("Beeld", "Kaart", "", "")])
    nieuw = write_tabel(
        [("Borgen", "Infoblad", "An", "2027-02-08"), ("Dialoog", "Feest", "Bo", "")]
    )
    assert lijnen(oud, nieuw, TABEL) == [
        "  Soort: Borgen; Actie: Infoblad; Gereed: 8",
        "  [-januari-]{+februari+} 2027",
        "  [-Soort: Beeld; Actie: Kaart-]",
        "  {+Soort: Dialoog; Actie: Feest; Trekker: Bo+}",
    ]


def test_alle_verschillen_onder_elkaar_of_een_zin():
    gelijk = compare_antwoord(TEKST, "a", "a")
    anders = compare_antwoord(REGEL, "a", "b")
    assert render_changes([gelijk], kleur=False) == "Er is geen verschil."
    assert render_changes([gelijk, anders, anders], kleur=False) == (
        "Zo lees je dit: [-weg-] staat er niet meer; {+erbij+} is\nnieuw.\n\n"
        "Regel (regel)\n  [-a-]{+b+}\n\nRegel (regel)\n  [-a-]{+b+}"
    )


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("a", "", "Zo lees je dit: [-weg-] staat er niet meer."),
        ("", "a", "Zo lees je dit: {+erbij+} is nieuw."),
        ("een\ntwee", "een twee", "¶ is het einde van een regel."),
        ("a\n\nb", "a\n\nc", "… is tekst die gelijk bleef."),
    ],
)
def test_de_tekens_worden_uitgelegd_als_ze_er_zijn(oud, nieuw, verwacht):
    delen = lijnen(oud, nieuw)
    uitleg = changes.legend(delen, kleur=False).replace("\n", " ")
    assert uitleg.endswith(verwacht)
    for teken in ("[-", "{+", "¶", "…"):
        assert (teken in uitleg) == (teken in "".join(delen))


def test_de_uitleg_heeft_de_kleuren_van_wat_ze_uitlegt():
    delen = lijnen("een oud", "een nieuw", kleur=True)
    uitleg = make_visible(changes.legend(delen, kleur=True))
    assert "\033[31m[-weg-]\033[39m" in uitleg
    assert "\033[32m{+erbij+}\033[39m" in uitleg


# What nobody can see, and what would fool a terminal.


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("samen werken", "samen\u00a0werken", "  samen[- -]{+<U+00A0>+}werken"),
        ("woord", "wo\u00adord", "  [-woord-]{+wo<U+00AD>ord+}"),
        ("werk 👩‍🔧", "werk 👩‍🔬", "  werk [-👩‍🔧-]{+👩‍🔬+}"),
        ("\u202etxt hetzelfde a", "\u202etxt hetzelfde b", "  <U+202E>txt hetzelfde [-a-]{+b+}"),
        ("a \x1b[31m b", "a \x1b[31m c", "  a <U+001B>[31m [-b-]{+c+}"),
    ],
)
def test_onzichtbaars(oud, nieuw, verwacht):
    assert lijnen(oud, nieuw, REGEL) == [verwacht]


# Width and colour.


@proeven(300)
@given(tekstparen)
def test_elke_regel_past_en_kleur_verandert_geen_teken(paar):
    een = compare_antwoord(TEKST, *paar)
    kaal = render_change(een, kleur=False)
    gekleurd = make_visible(render_change(een, kleur=True))
    assert "\033" not in kaal
    assert KLEUR.sub("", gekleurd) == make_visible(kaal)
    for regel in gekleurd.split("\n"):
        codes = KLEUR.findall(regel)
        assert len(codes) % 2 == 0
        assert set(codes[1::2]) <= {"\033[39m"}
    for regel in kaal.split("\n"):
        # An accent takes no column, a sign of East Asia two; these texts have both, and addresses.
        assert "://" in regel or len(regel.replace("\u0301", "")) <= 60


@proeven(200)
@given(tekstparen)
def test_zonder_kleur_zijn_alle_woorden_er(paar):
    """What went and what came stands between signs, whole; only what stayed is shortened."""
    een = compare_antwoord(REGEL, *(tekst.replace("\n", " ") for tekst in paar))
    plat = re.sub(r"\s+", "", render_change(een, kleur=False))
    for blok in een.blokken:
        for wat, stuk in blok.stukken:
            if wat != "gelijk" and stuk.tekst.isprintable() and "\u00ad" not in stuk.tekst:
                assert re.sub(r"\s+", "", stuk.tekst) in plat


def test_een_kleur_loopt_niet_door_over_het_einde_van_een_regel(monkeypatch):
    monkeypatch.setattr(changes, "text_width", lambda: 20)
    assert lijnen("", "- een heel lang nieuw punt", kleur=True) == [
        "  - \033[32m{+een heel lang\033[39m",
        "    \033[32mnieuw punt+}\033[39m",
    ]


def test_een_adres_blijft_heel_en_een_lang_woord_niet(monkeypatch):
    monkeypatch.setattr(changes, "text_width", lambda: 20)
    adres = "https://voorbeeld.example/een/lang/adres"
    assert f"  {{+{adres}+}}" in lijnen("", adres)
    assert all(len(regel) <= 20 for regel in lijnen("", "x" * 70))


def test_brede_tekens_tellen_dubbel(monkeypatch):
    monkeypatch.setattr(changes, "text_width", lambda: 22)
    assert lijnen("", "漢字漢字 漢字漢字 漢字") == ["  {+漢字漢字 漢字漢字", "  漢字+}"]
