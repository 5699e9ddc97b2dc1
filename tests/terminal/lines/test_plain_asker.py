"""Plain lines: everything that the rich form can do, one line at a time."""

from __future__ import annotations

import re

import pytest
from keystrokes import vraag
from plain_answers import STOOD, Regels, stel, zet

from uitvoeringsplan.model.beurt import (
    Beantwoord,
    Beurt,
    Gestopt,
    Overgeslagen,
    Positie,
    Spring,
    Stap,
    Terug,
)
from uitvoeringsplan.model.plan import Plan, voortgang
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Hulpmiddel, Kolom
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.terminal import asking
from uitvoeringsplan.terminal.lines import plain_asker, typed_lines


def test_een_antwoord_van_meer_regels_eindigt_met_een_punt():
    assert zet(["een", "", "- twee", ".", "niet meer"]) == Beantwoord("een\n\n- twee")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (TYPES["regel"], "één regel"),
        (TYPES["datum"], "31 jan 2027"),
        (TYPES["getal"], "2027"),
        (TYPES["jaanee"], "ja"),
        (TYPES["keuze"], "groen"),
    ],
)
def test_een_antwoord_van_een_regel_heeft_geen_punt_nodig(kind, typed):
    assert zet([typed, "niet meer"], vraag(kind)) == Beantwoord(typed)


def test_meer_keuzes_elk_op_een_regel():
    done = zet(["rood", "- blauw", "."], vraag(TYPES["meerkeuze"]))
    assert done == Beantwoord("rood\n- blauw")
    assert vraag(TYPES["meerkeuze"]).normalise(done.text) == "- rood\n- blauw"


def test_een_tabel_per_rij():
    tabel = vraag(TYPES["tabel"], kolommen=(Kolom("wie", "Wie"), Kolom("wat", "Wat")))
    done, typist = stel(["| ik | dit |", "| jij | dat |", "."], tabel)
    assert done == Beantwoord("| ik | dit |\n| jij | dat |")
    assert "| Wie | Wat |" in typist.screen
    done, typist = stel(["ik", ".", "| ik | dit |", ".", "2"], tabel)
    assert done == Beantwoord("| ik | dit |")
    assert "Rij 1" in typist.screen


@pytest.mark.parametrize(
    ("kind", "explanation"),
    [
        (TYPES["keuze"], "Typ een van deze woorden: rood, groen, blauw."),
        (TYPES["meerkeuze"], "Typ elke keuze op een eigen regel: rood, groen, blauw."),
        (TYPES["jaanee"], "Typ ja of nee."),
        (TYPES["datum"], "Typ een datum, zoals 3 maart 2027 of 03-03-2027."),
        (TYPES["getal"], "Typ een heel getal."),
        (TYPES["lijst"], "Typ elk punt op een eigen regel."),
    ],
)
def test_er_staat_hoe_je_antwoordt(kind, explanation):
    assert stel([], vraag(kind))[1].said[-1] == f"\n{explanation}\nDe vraag?"


def test_wat_er_staat_wordt_getoond_en_blijft_met_een_punt():
    done, typist = stel(["."], text="Er stond al.")
    assert done == Beantwoord("Er stond al.")
    assert "Er staat nu:\n  Er stond al." in typist.screen
    assert zet([""], vraag(TYPES["regel"]), "Er stond al.") == Beantwoord("Er stond al.")


def test_leeg_slaat_over_of_haalt_weg():
    assert zet(["."]) == Beantwoord("")
    assert zet([".leeg"], text="Er stond al.") == Beantwoord("")


@pytest.mark.parametrize(
    ("choose", "text"), [("1", f"{STOOD}\n\nNieuw."), ("2", "Nieuw."), ("3", f"{STOOD}\n\nNieuw.")]
)
@pytest.mark.parametrize("how", [".", ".terug", ".lijst"])
def test_bij_een_lang_antwoord_kiest_de_gebruiker_erbij_of_in_plaats_daarvan(choose, text, how):
    # The third choice is to go on; the next time the question comes again.
    weer = [".erbij", how] if choose == "3" else []
    done, typist = stel(["Nieuw.", how, choose, *weer, "3"], text=STOOD)
    assert (
        done
        == {
            ".": Beantwoord(text),
            ".terug": Terug(text),
            ".lijst": Spring(text, "z"),
        }[how]
    )
    assert "Er staat al een antwoord. Wat gebeurt er met wat je typte?" in typist.screen.replace(
        "\n", " "
    )


@pytest.mark.parametrize(
    ("word", "text"), [(".erbij", f"{STOOD}\n\nNieuw."), (".vervang", "Nieuw.")]
)
@pytest.mark.parametrize("at_first", [True, False])
def test_wie_vooraf_kiest_wordt_niets_gevraagd(word, text, at_first):
    lines = [word, "Nieuw.", "."] if at_first else ["Nieuw.", word, "."]
    done, typist = stel(lines, text=STOOD)
    assert done == Beantwoord(text)
    assert "Er staat al een antwoord" not in typist.screen
    assert typist.concepten[-1] == text


def test_een_punt_komt_bij_de_punten_erboven():
    assert zet(["- twee", ".", "1"], text="- een") == Beantwoord("- een\n- twee")
    lijst = vraag(TYPES["lijst"])
    assert zet(["twee", ".", "1"], lijst, "- een") == Beantwoord("- een\ntwee")


def test_een_antwoord_van_een_regel_wordt_vervangen_zonder_vraag():
    assert zet(["Nieuw."], vraag(TYPES["regel"]), "Oud.") == Beantwoord("Nieuw.")


LANGE_VRAAG = vraag(
    toelichting="Een lange uitleg.",
    hulpmiddelen=(Hulpmiddel("gids", "Een gids", "https://a.example/gids"),),
)


LANG = "\n\n".join(("woord " * 30).strip() for _ in range(2))


def test_de_vraag_zelf_is_het_laatste_dat_gezegd_wordt():
    """Whoever listens remembers the end."""
    said = stel([], LANGE_VRAAG, "Half.", "Dat paste niet.", antwoord="Heel.")[1].screen
    order = (
        "Onderdeel.",
        "Een lange uitleg.",
        "Deze vraag mag je overslaan.",
        "Er is 1 hulpmiddel.",
        ".hulp hoor",
        "Er staat nu:\n  Heel.",
        "Je concept, nog geen antwoord:\n  Half.",
        "Let op: Dat paste niet.",
    )
    places = [said.index(part) for part in order]
    assert places == sorted(places)
    assert said.endswith("\n\nDe vraag?")


def test_waar_je_bent_komt_eerst():
    typist = Regels([])
    positie = Positie("vraag", 7, 20)
    typist.vragensteller.ask(Beurt(Stap(vraag(), "Lokaal beeld"), "", 0, 1, positie=positie))
    assert typist.said[0] == "\nVraag 7 van 20: Lokaal beeld."


def test_lange_uitleg_komt_vanzelf_een_keer_en_daarna_als_je_erom_vraagt():
    typist = Regels([".", ".uitleg", ".", ".vraag"])
    vragensteller = typist.vragensteller
    beurt = Beurt(Stap(LANGE_VRAAG, "Deel"), "", 0, 1)
    vragensteller.ask(beurt)
    assert typist.screen.count("Een lange uitleg.") == 1
    vragensteller.ask(beurt)
    assert typist.screen.count("Een lange uitleg.") == 2
    assert typist.said[-1] == "\nDe vraag?"
    vragensteller.ask(beurt)
    assert typist.screen.count("Een lange uitleg.") == 2
    assert typist.said[-2:] == ["\nDe vraag?"] * 2


def test_hulpmiddelen_komen_met_hun_adres_als_je_erom_vraagt():
    _, typist = stel([], LANGE_VRAAG)
    assert "https://" not in typist.screen
    _, typist = stel([".hulpmiddelen"], LANGE_VRAAG)
    assert typist.said[-1] == "  - Een gids\n    https://a.example/gids"
    assert stel([".hulpmiddelen"])[1].said[-1] == "Bij deze vraag zijn geen hulpmiddelen."


def test_een_lang_antwoord_wordt_niet_vanzelf_voorgelezen():
    _, typist = stel([".lees"], text=LANG)
    lang, short = typist.screen.split("\n\nDe vraag?\n")
    assert "Er staat nu: een tekst van 60 woorden. Met .lees hoor je die." in lang
    assert "woord woord" not in lang
    assert short.count("woord") == 60
    assert re.findall(r"(?m)^(\d)\. ", short) == ["1", "2"]


def test_elk_woord_van_de_hulp_doet_iets():
    dot_words = re.findall(r"^(\.[a-z]+):", typed_lines.HELP, re.MULTILINE)
    assert len(dot_words) > 15
    for word in set(dot_words) - {".editor"}:  # that one has tests of its own
        assert "ken ik niet" not in stel([word, "."], text="x")[1].screen


def test_losse_bytes_van_een_oude_terminal_worden_letters_en_dat_wordt_gezegd():
    done, typist = stel(["caf\udce9", "."])
    assert done == Beantwoord("café")
    assert "gelezen als Windows-1252" in typist.screen


def test_naar_een_andere_vraag():
    done, typist = stel(["half", ".lijst", "3"])
    assert done == Spring("half", "z")
    assert "3. Laatste: ingevuld." in typist.said


@pytest.mark.parametrize("sluit", [".terug", ""])
def test_de_lijst_sluiten_gaat_terug_naar_de_vraag(sluit):
    assert zet(["half", ".lijst", sluit]) == Spring("half", "v")


def test_voorbeeld_en_hulp_houden_de_tekst():
    done, typist = stel(["een", ".voorbeeld", ".hulp", "twee", "."], vraag(voorbeeld="Zo."))
    assert done == Beantwoord("een\ntwee")
    assert "Voorbeeld:\n  Zo." in typist.screen
    assert typist.screen.count(".voorbeeld: een voorbeeld") == 1
    assert "geen voorbeeld" in stel([".voorbeeld", "."])[1].screen


def test_de_uitleg_komt_vanzelf_alleen_de_eerste_keer():
    typist = Regels([".", ".", ".", "."])
    vragensteller = typist.vragensteller
    for kind in (TYPES["tekst"], TYPES["tekst"], TYPES["regel"], TYPES["datum"]):
        vragensteller.ask(Beurt(Stap(vraag(kind), ""), "", 0, 1))
    said = typist.screen.replace("\n", " ")
    assert said.count("sluit af met een regel waarop alleen een punt staat") == 1
    assert said.count("druk op Enter") == 1


def test_een_eigen_regel_met_een_punt_begint_met_twee():
    assert zet(["..", "..zo", "...", "en . midden", "."]) == Beantwoord(".\n.zo\n..\nen . midden")


def test_een_opdracht_die_niet_bestaat_komt_niet_in_het_antwoord():
    done, typist = stel(["een", ".trug", "."])
    assert done == Beantwoord("een")
    assert ".trug ken ik niet" in typist.screen


@pytest.mark.parametrize("line", [".5 miljoen", "...en toen", "1."])
def test_gewone_regels_met_een_punt_zijn_tekst(line):
    assert zet([line, "."]).text in (line, line[1:])


def test_een_fout_antwoord_wordt_opnieuw_gevraagd():
    done, typist = stel(["twaalf", "12"], vraag(TYPES["getal"]))
    assert done == Beantwoord("12")
    assert "“twaalf” is geen heel getal" in typist.screen
    short = vraag(controle=Controle(min=5))
    done, typist = stel(["kort", ".", "lang genoeg", ".", "2"], short)
    assert done == Beantwoord("lang genoeg")
    assert "Er staat al een concept." in typist.screen
    assert zet(["kort", ".", "erbij", ".", "1"], short) == Beantwoord("kort\n\nerbij")
    assert zet(["kort", ".", "."], short) == Overgeslagen()


def test_geplakte_tekst_wordt_opgeschoond_en_dat_wordt_gezegd():
    done, typist = stel(["•\teen", "o\ttwee", "."])
    assert done == Beantwoord("- een\n  - twee")
    assert "De tekst is opgeschoond" in typist.screen
    assert "opgeschoond" not in stel(["“gewoon”", "."])[1].screen


def test_de_vraag_en_wat_er_mis_was_staan_erboven():
    _, typist = stel(["."], message="Dat paste niet.")
    for line in ("Onderdeel.", "De vraag?", "Let op: Dat paste niet."):
        assert line in typist.screen


def test_kiezen_met_een_nummer():
    typist = Regels(["", "0", "3", "x", "2"])
    keuzes = [("a", "de eerste"), ("b", "  de tweede")]
    assert typist.vragensteller.choose_value("Welke?", keuzes) == "b"
    assert typist.said == [
        "Welke?", "1. de eerste", "2. de tweede", *["Dat is geen nummer van 1 tot en met 2."] * 4,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "stays"), [("1", "mijn"), ("2", "hun"), ("3", "hun\n\nmijn"), (".stop", None)]
)
def test_van_twee_teksten_kiest_de_gebruiker(number, stays):
    typist = Regels([number])
    assert typist.vragensteller.choose_text(vraag(), "mijn", "hun") == stays
    assert "In het bestand staat:\n  hun" in typist.screen
    assert "Jij schreef:\n  mijn" in typist.screen


def test_waarom_er_twee_teksten_zijn_staat_erboven_en_wat_gelijk_is_staat_er_een_keer():
    typist = Regels(["3"])
    both = typist.vragensteller.choose_text(
        vraag(), "een\n\nmijn", "een\n\nhun", "Je concept is ouder."
    )
    assert both == "een\n\nhun\n\nmijn"
    assert typist.screen.startswith("Je concept is ouder.")
    assert (
        Regels(["3", "2"]).vragensteller.choose_text(vraag(), "mijn", "") == ""
    )  # nothing to add to


def test_van_twee_korte_antwoorden_kan_er_maar_een_blijven():
    typist = Regels(["3", "2"])
    assert typist.vragensteller.choose_text(vraag(TYPES["regel"]), "mijn", "hun") == "hun"


@pytest.mark.parametrize(
    ("lines", "antwoord"), [(["ja"], True), (["x", " J "], True), (["nee"], False), (["n"], False)]
)
def test_ja_of_nee(lines, antwoord):
    assert Regels(lines).vragensteller.confirm("Doorgaan?") is antwoord


def test_tonen_en_het_overzicht():
    typist = Regels([])
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("h", "Doel", vragen=(vraag(),)),))
    typist.vragensteller.show("Zo.")
    typist.vragensteller.show_progress(voortgang(lijst, Plan("p", "1")))
    assert typist.said[0] == "Zo."
    assert typist.said[1:] == ["0 van 1 vragen zijn beantwoord.", "Doel: 0 van 1."]


def test_geen_kleuren_geen_stuurtekens_en_smal_genoeg(monkeypatch):
    for module in (plain_asker, asking):
        monkeypatch.setattr(module, "text_width", lambda: 20)
    keuze = vraag(TYPES["keuze"], toelichting="Een lange uitleg over wat hier moet komen.")
    _, typist = stel([".hulp", ".voorbeeld", ".lijst", ".stop"], keuze, "rood", "Dat past niet.")
    typist.vragensteller.choose_text(vraag(), "mijn tekst is lang", "hun tekst is ook lang")
    assert all(sign.isprintable() or sign == "\n" for sign in typist.screen)
    assert max(map(len, typist.screen.split("\n"))) <= 20


def test_een_eigen_tekstprogramma_bewerkt_alles_wat_er_staat(editor):
    editor("pad.write_bytes(pad.read_bytes() + b' en meer')")
    done, typist = stel(["Nieuw.", ".editor", ".concept"], text="Oud.")
    assert done == Beantwoord("Oud.\n\nNieuw. en meer")
    assert "Er staat nu:\n  Oud.\n\n  Nieuw. en meer" in typist.screen
    assert typist.concepten[-1] == "Oud.\n\nNieuw. en meer"


def test_een_tekstprogramma_dat_meteen_terugkomt_wacht_ook_in_gewone_regels(editor):
    editor("pass")
    done, typist = stel(["half", ".editor", "", ".stop"])
    assert done == Gestopt("half")
    assert "kwam terug" in typist.screen
    assert "Het bestand blijft staan:" in typist.screen


def test_een_tekstprogramma_in_gewone_regels_geeft_een_regel_of_niets(editor):
    editor("pad.write_text('een\\ntwee')")
    assert zet([".editor", ".concept"], vraag(TYPES["regel"]), "Oud.") == Beantwoord("een twee")
    editor("pad.write_text('')")
    done, typist = stel([".editor", "ja", ".leeg"], text="Oud.")
    assert done == Beantwoord("")
    assert "Met .leeg haal je het antwoord weg." in typist.screen


@pytest.mark.parametrize("line", [".", ""])
@pytest.mark.parametrize("kind", [TYPES["regel"], TYPES["tekst"]])
def test_wat_alleen_advies_kreeg_is_met_een_punt_het_antwoord(kind, line):
    """A blank line is part of a long text; on one line it says go on."""
    lines = [line] if kind is TYPES["regel"] else [line, "."]
    done, typist = stel(lines, vraag(kind), "Jan", "Een naam?", antwoord="Piet", guessed=True)
    assert done == Beantwoord("Jan")
    assert "Je antwoord:\n  Jan\nMet een punt blijft het zo." in typist.screen
    assert "concept" not in typist.screen.split("Je antwoord:")[1]


def test_na_advies_kan_er_een_ander_antwoord_komen():
    done, _ = stel(["griffier"], vraag(TYPES["regel"]), "Jan", antwoord="", guessed=True)
    assert done == Beantwoord("griffier")
