"""Plain lines: everything that the rich form can do, one line at a time."""

from __future__ import annotations

import re

import pytest
from keystrokes import vraag
from plain_answers import STOND, Regels, stel, zet

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
    ("soort", "getypt"),
    [
        (TYPES["regel"], "één regel"),
        (TYPES["datum"], "31 jan 2027"),
        (TYPES["getal"], "2027"),
        (TYPES["jaanee"], "ja"),
        (TYPES["keuze"], "groen"),
    ],
)
def test_een_antwoord_van_een_regel_heeft_geen_punt_nodig(soort, getypt):
    assert zet([getypt, "niet meer"], vraag(soort)) == Beantwoord(getypt)


def test_meer_keuzes_elk_op_een_regel():
    gedaan = zet(["rood", "- blauw", "."], vraag(TYPES["meerkeuze"]))
    assert gedaan == Beantwoord("rood\n- blauw")
    assert vraag(TYPES["meerkeuze"]).normalise(gedaan.tekst) == "- rood\n- blauw"


def test_een_tabel_per_rij():
    tabel = vraag(TYPES["tabel"], kolommen=(Kolom("wie", "Wie"), Kolom("wat", "Wat")))
    gedaan, typist = stel(["| ik | dit |", "| jij | dat |", "."], tabel)
    assert gedaan == Beantwoord("| ik | dit |\n| jij | dat |")
    assert "| Wie | Wat |" in typist.scherm
    gedaan, typist = stel(["ik", ".", "| ik | dit |", ".", "2"], tabel)
    assert gedaan == Beantwoord("| ik | dit |")
    assert "Rij 1" in typist.scherm


@pytest.mark.parametrize(
    ("soort", "uitleg"),
    [
        (TYPES["keuze"], "Typ een van deze woorden: rood, groen, blauw."),
        (TYPES["meerkeuze"], "Typ elke keuze op een eigen regel: rood, groen, blauw."),
        (TYPES["jaanee"], "Typ ja of nee."),
        (TYPES["datum"], "Typ een datum, zoals 3 maart 2027 of 03-03-2027."),
        (TYPES["getal"], "Typ een heel getal."),
        (TYPES["lijst"], "Typ elk punt op een eigen regel."),
    ],
)
def test_er_staat_hoe_je_antwoordt(soort, uitleg):
    assert stel([], vraag(soort))[1].gezegd[-1] == f"\n{uitleg}\nDe vraag?"


def test_wat_er_staat_wordt_getoond_en_blijft_met_een_punt():
    gedaan, typist = stel(["."], tekst="Er stond al.")
    assert gedaan == Beantwoord("Er stond al.")
    assert "Er staat nu:\n  Er stond al." in typist.scherm
    assert zet([""], vraag(TYPES["regel"]), "Er stond al.") == Beantwoord("Er stond al.")


def test_leeg_slaat_over_of_haalt_weg():
    assert zet(["."]) == Beantwoord("")
    assert zet([".leeg"], tekst="Er stond al.") == Beantwoord("")


@pytest.mark.parametrize(
    ("kies", "tekst"), [("1", f"{STOND}\n\nNieuw."), ("2", "Nieuw."), ("3", f"{STOND}\n\nNieuw.")]
)
@pytest.mark.parametrize("hoe", [".", ".terug", ".lijst"])
def test_bij_een_lang_antwoord_kiest_de_gebruiker_erbij_of_in_plaats_daarvan(kies, tekst, hoe):
    # The third choice is to go on; the next time the question comes again.
    weer = [".erbij", hoe] if kies == "3" else []
    gedaan, typist = stel(["Nieuw.", hoe, kies, *weer, "3"], tekst=STOND)
    assert (
        gedaan
        == {
            ".": Beantwoord(tekst),
            ".terug": Terug(tekst),
            ".lijst": Spring(tekst, "z"),
        }[hoe]
    )
    assert "Er staat al een antwoord. Wat gebeurt er met wat je typte?" in typist.scherm.replace(
        "\n", " "
    )


@pytest.mark.parametrize(
    ("woord", "tekst"), [(".erbij", f"{STOND}\n\nNieuw."), (".vervang", "Nieuw.")]
)
@pytest.mark.parametrize("eerst", [True, False])
def test_wie_vooraf_kiest_wordt_niets_gevraagd(woord, tekst, eerst):
    regels = [woord, "Nieuw.", "."] if eerst else ["Nieuw.", woord, "."]
    gedaan, typist = stel(regels, tekst=STOND)
    assert gedaan == Beantwoord(tekst)
    assert "Er staat al een antwoord" not in typist.scherm
    assert typist.concepten[-1] == tekst


def test_een_punt_komt_bij_de_punten_erboven():
    assert zet(["- twee", ".", "1"], tekst="- een") == Beantwoord("- een\n- twee")
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
    gezegd = stel([], LANGE_VRAAG, "Half.", "Dat paste niet.", antwoord="Heel.")[1].scherm
    volgorde = (
        "Onderdeel.",
        "Een lange uitleg.",
        "Deze vraag mag je overslaan.",
        "Er is 1 hulpmiddel.",
        ".hulp hoor",
        "Er staat nu:\n  Heel.",
        "Je concept, nog geen antwoord:\n  Half.",
        "Let op: Dat paste niet.",
    )
    plekken = [gezegd.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)
    assert gezegd.endswith("\n\nDe vraag?")


def test_waar_je_bent_komt_eerst():
    typist = Regels([])
    positie = Positie("vraag", 7, 20)
    typist.vragensteller.ask(Beurt(Stap(vraag(), "Lokaal beeld"), "", 0, 1, positie=positie))
    assert typist.gezegd[0] == "\nVraag 7 van 20: Lokaal beeld."


def test_lange_uitleg_komt_vanzelf_een_keer_en_daarna_als_je_erom_vraagt():
    typist = Regels([".", ".uitleg", ".", ".vraag"])
    vragensteller = typist.vragensteller
    beurt = Beurt(Stap(LANGE_VRAAG, "Deel"), "", 0, 1)
    vragensteller.ask(beurt)
    assert typist.scherm.count("Een lange uitleg.") == 1
    vragensteller.ask(beurt)
    assert typist.scherm.count("Een lange uitleg.") == 2
    assert typist.gezegd[-1] == "\nDe vraag?"
    vragensteller.ask(beurt)
    assert typist.scherm.count("Een lange uitleg.") == 2
    assert typist.gezegd[-2:] == ["\nDe vraag?"] * 2


def test_hulpmiddelen_komen_met_hun_adres_als_je_erom_vraagt():
    _, typist = stel([], LANGE_VRAAG)
    assert "https://" not in typist.scherm
    _, typist = stel([".hulpmiddelen"], LANGE_VRAAG)
    assert typist.gezegd[-1] == "  - Een gids\n    https://a.example/gids"
    assert stel([".hulpmiddelen"])[1].gezegd[-1] == "Bij deze vraag zijn geen hulpmiddelen."


def test_een_lang_antwoord_wordt_niet_vanzelf_voorgelezen():
    _, typist = stel([".lees"], tekst=LANG)
    lang, kort = typist.scherm.split("\n\nDe vraag?\n")
    assert "Er staat nu: een tekst van 60 woorden. Met .lees hoor je die." in lang
    assert "woord woord" not in lang
    assert kort.count("woord") == 60
    assert re.findall(r"(?m)^(\d)\. ", kort) == ["1", "2"]


def test_elk_woord_van_de_hulp_doet_iets():
    woorden = re.findall(r"^(\.[a-z]+):", typed_lines.HELP, re.MULTILINE)
    assert len(woorden) > 15
    for woord in set(woorden) - {".editor"}:  # that one has tests of its own
        assert "ken ik niet" not in stel([woord, "."], tekst="x")[1].scherm


def test_losse_bytes_van_een_oude_terminal_worden_letters_en_dat_wordt_gezegd():
    gedaan, typist = stel(["caf\udce9", "."])
    assert gedaan == Beantwoord("café")
    assert "gelezen als Windows-1252" in typist.scherm


def test_naar_een_andere_vraag():
    gedaan, typist = stel(["half", ".lijst", "3"])
    assert gedaan == Spring("half", "z")
    assert "3. Laatste: ingevuld." in typist.gezegd


@pytest.mark.parametrize("sluit", [".terug", ""])
def test_de_lijst_sluiten_gaat_terug_naar_de_vraag(sluit):
    assert zet(["half", ".lijst", sluit]) == Spring("half", "v")


def test_voorbeeld_en_hulp_houden_de_tekst():
    gedaan, typist = stel(["een", ".voorbeeld", ".hulp", "twee", "."], vraag(voorbeeld="Zo."))
    assert gedaan == Beantwoord("een\ntwee")
    assert "Voorbeeld:\n  Zo." in typist.scherm
    assert typist.scherm.count(".voorbeeld: een voorbeeld") == 1
    assert "geen voorbeeld" in stel([".voorbeeld", "."])[1].scherm


def test_de_uitleg_komt_vanzelf_alleen_de_eerste_keer():
    typist = Regels([".", ".", ".", "."])
    vragensteller = typist.vragensteller
    for soort in (TYPES["tekst"], TYPES["tekst"], TYPES["regel"], TYPES["datum"]):
        vragensteller.ask(Beurt(Stap(vraag(soort), ""), "", 0, 1))
    gezegd = typist.scherm.replace("\n", " ")
    assert gezegd.count("sluit af met een regel waarop alleen een punt staat") == 1
    assert gezegd.count("druk op Enter") == 1


def test_een_eigen_regel_met_een_punt_begint_met_twee():
    assert zet(["..", "..zo", "...", "en . midden", "."]) == Beantwoord(".\n.zo\n..\nen . midden")


def test_een_opdracht_die_niet_bestaat_komt_niet_in_het_antwoord():
    gedaan, typist = stel(["een", ".trug", "."])
    assert gedaan == Beantwoord("een")
    assert ".trug ken ik niet" in typist.scherm


@pytest.mark.parametrize("regel", [".5 miljoen", "...en toen", "1."])
def test_gewone_regels_met_een_punt_zijn_tekst(regel):
    assert zet([regel, "."]).tekst in (regel, regel[1:])


def test_een_fout_antwoord_wordt_opnieuw_gevraagd():
    gedaan, typist = stel(["twaalf", "12"], vraag(TYPES["getal"]))
    assert gedaan == Beantwoord("12")
    assert "“twaalf” is geen heel getal" in typist.scherm
    kort = vraag(controle=Controle(min=5))
    gedaan, typist = stel(["kort", ".", "lang genoeg", ".", "2"], kort)
    assert gedaan == Beantwoord("lang genoeg")
    assert "Er staat al een concept." in typist.scherm
    assert zet(["kort", ".", "erbij", ".", "1"], kort) == Beantwoord("kort\n\nerbij")
    assert zet(["kort", ".", "."], kort) == Overgeslagen()


def test_geplakte_tekst_wordt_opgeschoond_en_dat_wordt_gezegd():
    gedaan, typist = stel(["•\teen", "o\ttwee", "."])
    assert gedaan == Beantwoord("- een\n  - twee")
    assert "De tekst is opgeschoond" in typist.scherm
    assert "opgeschoond" not in stel(["“gewoon”", "."])[1].scherm


def test_de_vraag_en_wat_er_mis_was_staan_erboven():
    _, typist = stel(["."], melding="Dat paste niet.")
    for regel in ("Onderdeel.", "De vraag?", "Let op: Dat paste niet."):
        assert regel in typist.scherm


def test_kiezen_met_een_nummer():
    typist = Regels(["", "0", "3", "x", "2"])
    keuzes = [("a", "de eerste"), ("b", "  de tweede")]
    assert typist.vragensteller.choose_value("Welke?", keuzes) == "b"
    assert typist.gezegd == [
        "Welke?", "1. de eerste", "2. de tweede", *["Dat is geen nummer van 1 tot en met 2."] * 4,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("nummer", "blijft"), [("1", "mijn"), ("2", "hun"), ("3", "hun\n\nmijn"), (".stop", None)]
)
def test_van_twee_teksten_kiest_de_gebruiker(nummer, blijft):
    typist = Regels([nummer])
    assert typist.vragensteller.choose_text(vraag(), "mijn", "hun") == blijft
    assert "In het bestand staat:\n  hun" in typist.scherm
    assert "Jij schreef:\n  mijn" in typist.scherm


def test_waarom_er_twee_teksten_zijn_staat_erboven_en_wat_gelijk_is_staat_er_een_keer():
    typist = Regels(["3"])
    beide = typist.vragensteller.choose_text(
        vraag(), "een\n\nmijn", "een\n\nhun", "Je concept is ouder."
    )
    assert beide == "een\n\nhun\n\nmijn"
    assert typist.scherm.startswith("Je concept is ouder.")
    assert (
        Regels(["3", "2"]).vragensteller.choose_text(vraag(), "mijn", "") == ""
    )  # nothing to add to


def test_van_twee_korte_antwoorden_kan_er_maar_een_blijven():
    typist = Regels(["3", "2"])
    assert typist.vragensteller.choose_text(vraag(TYPES["regel"]), "mijn", "hun") == "hun"


@pytest.mark.parametrize(
    ("regels", "antwoord"), [(["ja"], True), (["x", " J "], True), (["nee"], False), (["n"], False)]
)
def test_ja_of_nee(regels, antwoord):
    assert Regels(regels).vragensteller.confirm("Doorgaan?") is antwoord


def test_tonen_en_het_overzicht():
    typist = Regels([])
    lijst = Vragenlijst("p", "1", "P", "p.docx", (), (Hoofdstuk("h", "Doel", vragen=(vraag(),)),))
    typist.vragensteller.show("Zo.")
    typist.vragensteller.show_progress(voortgang(lijst, Plan("p", "1")))
    assert typist.gezegd[0] == "Zo."
    assert typist.gezegd[1:] == ["0 van 1 vragen zijn beantwoord.", "Doel: 0 van 1."]


def test_geen_kleuren_geen_stuurtekens_en_smal_genoeg(monkeypatch):
    for module in (plain_asker, asking):
        monkeypatch.setattr(module, "text_width", lambda: 20)
    keuze = vraag(TYPES["keuze"], toelichting="Een lange uitleg over wat hier moet komen.")
    _, typist = stel([".hulp", ".voorbeeld", ".lijst", ".stop"], keuze, "rood", "Dat past niet.")
    typist.vragensteller.choose_text(vraag(), "mijn tekst is lang", "hun tekst is ook lang")
    assert all(teken.isprintable() or teken == "\n" for teken in typist.scherm)
    assert max(map(len, typist.scherm.split("\n"))) <= 20


def test_een_eigen_tekstprogramma_bewerkt_alles_wat_er_staat(editor):
    editor("pad.write_bytes(pad.read_bytes() + b' en meer')")
    gedaan, typist = stel(["Nieuw.", ".editor", ".concept"], tekst="Oud.")
    assert gedaan == Beantwoord("Oud.\n\nNieuw. en meer")
    assert "Er staat nu:\n  Oud.\n\n  Nieuw. en meer" in typist.scherm
    assert typist.concepten[-1] == "Oud.\n\nNieuw. en meer"


def test_een_tekstprogramma_dat_meteen_terugkomt_wacht_ook_in_gewone_regels(editor):
    editor("pass")
    gedaan, typist = stel(["half", ".editor", "", ".stop"])
    assert gedaan == Gestopt("half")
    assert "kwam terug" in typist.scherm
    assert "Het bestand blijft staan:" in typist.scherm


def test_een_tekstprogramma_in_gewone_regels_geeft_een_regel_of_niets(editor):
    editor("pad.write_text('een\\ntwee')")
    assert zet([".editor", ".concept"], vraag(TYPES["regel"]), "Oud.") == Beantwoord("een twee")
    editor("pad.write_text('')")
    gedaan, typist = stel([".editor", "ja", ".leeg"], tekst="Oud.")
    assert gedaan == Beantwoord("")
    assert "Met .leeg haal je het antwoord weg." in typist.scherm


@pytest.mark.parametrize("regel", [".", ""])
@pytest.mark.parametrize("soort", [TYPES["regel"], TYPES["tekst"]])
def test_wat_alleen_advies_kreeg_is_met_een_punt_het_antwoord(soort, regel):
    """A blank line is part of a long text; on one line it says go on."""
    regels = [regel] if soort is TYPES["regel"] else [regel, "."]
    gedaan, typist = stel(regels, vraag(soort), "Jan", "Een naam?", antwoord="Piet", geraden=True)
    assert gedaan == Beantwoord("Jan")
    assert "Je antwoord:\n  Jan\nMet een punt blijft het zo." in typist.scherm
    assert "concept" not in typist.scherm.split("Je antwoord:")[1]


def test_na_advies_kan_er_een_ander_antwoord_komen():
    gedaan, _ = stel(["griffier"], vraag(TYPES["regel"]), "Jan", antwoord="", geraden=True)
    assert gedaan == Beantwoord("griffier")
