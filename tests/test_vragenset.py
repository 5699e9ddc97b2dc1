"""The shipped question set keeps its promises to people, to the region's form and to its guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from uitvoeringsplan.model.tabel import read_tabel
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.model.vraag import NEEDED_FOR_BEELD, Beeldsoort, Verplicht
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

ROOT = Path(__file__).parents[1]
LIJST = load_vragenlijst(ROOT / "vragen.yaml")
FORMAT = ROOT / "docs" / "format.md"

# Keys in every project file and tags in every Word file: an id in this list never changes.
VRAGEN = (
    "lokale-ambitie",
    "lokale-doelstellingen",
    "borgen-afdelingen",
    "borgen-college",
    "borgen-budget",
    "deskundigheid-intern",
    "deskundigheid-extern",
    "deskundigheid-breed",
    "lokaal-beeld-partners",
    "lokaal-beeld-instrumenten",
    "lokaal-beeld-grondslagen",
    "samenwerking-beleidsvelden",
    "samenwerking-partners",
    "samenwerking-vorm",
    "samenwerking-continuiteit",
    "dialoog-inwoners",
    "dialoog-overheid",
    "initiatieven-lokaal",
    "handhaving-procesafspraken",
    "handhaving-criteria",
)
# The questions that the form does not have, by their chapter; these ids never change either.
NAAR_KEUZE = {
    "aanvullingen": ("signalering-meldpunt", "signalering-online", "communicatie-aanpak"),
    "planning": ("acties",),
    "volgen": ("monitoring-meetpunten", "monitoring-ritme", "monitoring-bijstellen"),
    "lokaal-beeld-intern": (
        "beeld-gebieden",
        "beeld-wij-zij",
        "beeld-risicofactoren",
        "beeld-beschermende-krachten",
    ),
}
INTERN = ("lokaal-beeld-intern",)
GEGEVENS = (
    "gemeente",
    "gemeentecode",
    "periode-van",
    "periode-tot",
    "bestuurlijk-trekker",
    "portefeuillehouders",
    "opsteller",
    "contact",
    "status",
    "versie",
    "datum",
    "vastgesteld-door",
    "datum-vaststelling",
    "raad-geinformeerd",
    "kenmerk",
    "kader",
    "regionale-agenda",
    "openbaarheid",
    "datum-herziening",
    "indeling",
)
RIJEN = (
    ("borgen", 3),
    ("deskundigheid", 3),
    ("lokaal-beeld", 3),
    ("samenwerking", 4),
    ("dialoog", 2),
    ("initiatieven", 1),
    ("handhaving", 2),
    ("externe-ondersteuning", 0),
)

# The 33 tools of the region's guide in its order: title, then the address that the guide gives.
# Two titles differ on purpose: the prefix "NJI" stands in our remark, a typing error is mended.
HANDREIKING = """\
Theorieën en aanpakken van polarisatie
https://www.kis.nl/sites/default/files/2022-06/theorieen-en-aanpakken-van-polarisatie-uitgebreid.pdf
Analyse-instrument: van polarisatie naar verbinding in buurten
https://www.kis.nl/sites/default/files/2022-06/analyse-instrument-van-polarisatie-naar-verbinding.pdf
Handreiking van Polarisatie naar verbinding
https://www.kis.nl/sites/default/files/2022-06/handreiking-van-polarisatie-naar-verbinding.pdf
Afwegingskader polarisatie (Movisie)
(zonder adres)
Evaluatiemethoden en technieken
https://www.socialestabiliteit.nl/si-toolkit/evaluatiemethoden
Toolkit Evidence-Based Werken bij preventie van radicalisering
https://www.socialestabiliteit.nl/binaries/sociale-stabiliteit/documenten/publicaties/2019/04/12/toolkit-evidence-based-werken---overzicht-methoden-en-technieken/WEB_117634_Overzicht+methoden+en+techniken.pdf
Quickscan lokale preventieve aanpak
https://www.socialestabiliteit.nl/si-toolkit/programmascan
E-learning herkennen van polarisatie door KIS
https://www.kis.nl/elearning/e-learning-polarisatie-herkennen-aanpakken-en-voorkomen
Perspectieven in Polarisatie - community
https://maatschappelijkestabiliteit.nl/bronnen/393/pip_community
Leernetwerk polarisatie van Expertise-unit Sociale Stabiliteit
https://maatschappelijkestabiliteit.nl/bronnen/223/leernetwerk_polarisatie
Trainingen polarisatie van Radar Vertige
https://radarvertige.nl/trainingen/
Denkkader Bart Brandsma
https://insidepolarisation.nl/
Training polarisatie Behr groep
https://behrgroep.nl/producten/polarisatie-2/
Online training: Polarisatie herkennen, aanpakken en voorkomen
https://www.movisie.nl/training/online-training-polarisatie-herkennen-aanpakken-voorkomen
Podcast polarisatie
https://insidepolarisation.nl/stories/podcast/
Wat kun je doen tegen polarisatie en radicalisering
https://www.nji.nl/sites/default/files/2022-02/Wat-kun-je-doen-aan-polarisatie-en-radicalisering.pdf
Handboek maatschappelijke onrust
https://maatschappelijkeonrust.nl/publicaties
Rapport Regionaal maatschappelijk onbehagen
https://docs.zichtopoverheid.nl/maatschappelijke-onrust/10.pdf
Agenda Veerkrachtige & Weerbare Samenleving
https://open.overheid.nl/documenten/d2cf16c1-d26e-4663-86cd-ca2e43f3bc85/file
De wijkverbinder; verbindend contact in jouw wijk
https://www.dewijkverbinder.nl/
Snelstudie polarisatie in relatie tot participatie
https://www.kennisknooppuntparticipatie.nl/aan-de-slag/verdiepende+themas/polarisatie/default.aspx
Handreiking van polarisatie naar verbinding
https://vng.nl/sites/default/files/2021-06/handreiking-van-polarisatie-naar-verbinding.pdf
Beyond Participatie: hoe betrek je het stille midden?
https://www.emma.nl/artikelen/beyond-participatie-hoe-betrek-je-het-stille-midden
Handreiking lokaal netwerk van sleutelfiguren
https://www.zorgenveiligheidshuizen.nl/publicaties-nieuw/030718_handreiking-lokaal-netwerk-van-sleutelfiguren-1
Workshop lokale netwerkopbouw
https://maatschappelijkestabiliteit.nl/bronnen/workshop%C2%A0samenwerking_met_lokale_gemeenschappen_lokale_netwerkopbouw?eigenschap_128%5b%5d=331
Website Movisie; Polarisatie tussen burgers en overheden
https://www.movisie.nl/polarisatie-tussen-burgers-overheden
Rapportage van persoonlijke krenking tot vertrouwensbreuk
https://www.verwey-jonker.nl/publicatie/van-persoonlijke-krenking-tot-vertrouwensbreuk/
Birds Eye Perspective
https://husite.nl/bep/
Handreiking wat polariseert en wat depolariseert?
https://vng.nl/publicaties/handreiking-depolarisatie-wat-polariseert-en-wat-depolariseert
Dilemmalogica
https://www.communicatierijk.nl/vakkennis/dilemmalogica/wat-is-dilemmalogica
KIS Wijkmonitor
https://www.kis.nl/video/kis-wijkmonitor-voor-een-inclusieve-en-effectieve-wijkaanpak
Polarisatie en verbinding
https://www.kis.nl/themas/polarisatie-en-verbinding
Handreiking netwerk sleutelfiguren
https://www.socialestabiliteit.nl/publicaties/publicaties/2018/06/18/handreiking-lokaal-netwerk-van-sleutelfiguren
"""
ADDED = "online-onderzoek"


def _tabel(kop: str) -> list[list[str]]:
    """The rows of the first table below a heading of docs/format.md, without its head."""
    _, _, rest = FORMAT.read_text(encoding="utf-8").partition(f"{kop}\n")
    lines = re.search(r"(?:^\|.*\n)+", rest, re.MULTILINE)
    assert lines is not None, f"geen tabel onder {kop}"
    return [
        [cel.strip().strip("`") for cel in line.strip("|").split("|")]
        for line in lines.group().splitlines()[2:]
    ]


def test_the_20_questions_of_the_form_are_asked_in_its_order() -> None:
    assert tuple(vraag.id for vraag in LIJST.fixed_vragen) == VRAGEN


def test_the_additional_questions_keep_their_ids_and_stand_behind_those_of_the_form() -> None:
    extra = [h for h in LIJST.hoofdstukken if not h.counts]
    assert {h.id: tuple(v.id for v in h.vragen) for h in extra} == NAAR_KEUZE
    assert not [h.id for h in extra if h.rijen]
    assert tuple(v.id for v in LIJST.vragen) == (
        *VRAGEN,
        *(id_ for ids in NAAR_KEUZE.values() for id_ in ids),
    )


def test_nobody_has_to_answer_an_additional_question() -> None:
    for hoofdstuk in LIJST.hoofdstukken:
        if not hoofdstuk.counts:
            assert {v.verplicht for v in hoofdstuk.vragen} == {Verplicht.NEE}
            assert hoofdstuk.is_optioneel
            assert hoofdstuk.inleiding


def test_only_the_local_picture_is_internal_and_has_a_document_of_its_own() -> None:
    assert tuple(h.id for h in LIJST.hoofdstukken if h.is_intern) == INTERN
    public, intern = public_part(LIJST), internal_part(LIJST)
    assert {v.id for v in intern.vragen} == set(NAAR_KEUZE["lokaal-beeld-intern"])
    assert not {v.id for v in intern.vragen} & {v.id for v in public.vragen}
    assert len(public.vragen) + len(intern.vragen) == len(LIJST.vragen)
    assert intern.titel == "Lokaal beeld polarisatie"
    for part in (public, intern):
        assert (ROOT / "templates" / part.sjabloon).is_file()
    assert public.sjabloon != intern.sjabloon


@pytest.mark.parametrize("vraag", LIJST.vragen, ids=lambda vraag: vraag.id)
def test_an_adopted_plan_says_in_a_sentence_that_there_is_no_answer(vraag) -> None:
    hoofdstuk = next(o.hoofdstuk for o in LIJST.onderdelen if vraag in o.vragen)
    if hoofdstuk.counts or hoofdstuk.is_intern:
        assert re.fullmatch(r"[A-Z].+\.", vraag.leeg)
    else:  # the public document leaves these out when nobody answered
        assert not vraag.leeg


def test_what_is_drawn_has_the_columns_for_it_and_is_sorted_by_date() -> None:
    pictures = {vraag.id: vraag.beeld for vraag in LIJST.vragen if vraag.beeld}
    assert pictures == {
        "acties": Beeldsoort.TIJDLIJN,
        "beeld-wij-zij": Beeldsoort.TEGENSTELLINGEN,
    }
    for vraag_id, picture in pictures.items():
        kolommen = {kolom.id: kolom for kolom in LIJST.vraag(vraag_id).kolommen}
        assert set(NEEDED_FOR_BEELD[picture]) <= kolommen.keys()
    acties = LIJST.vraag("acties")
    kind = {kolom.id: kolom.type for kolom in acties.kolommen}
    assert (acties.sorteer, kind["start"]) == ("start", TYPES["datum"])


def test_an_action_is_chosen_from_the_rows_of_the_table() -> None:
    (activiteit,) = (k for k in LIJST.vraag("acties").kolommen if k.id == "activiteit")
    rijen = [rij.titel for h in LIJST.hoofdstukken for rij in h.rijen]
    assert list(activiteit.keuzes) == rijen


def test_the_fields_of_the_plan_keep_their_ids_and_order() -> None:
    assert tuple(veld.id for veld in LIJST.gegevens) == GEGEVENS


def test_the_chapters_hold_the_two_loose_questions_and_the_eight_rows_of_the_table() -> None:
    ambitie, activiteiten = (h for h in LIJST.hoofdstukken if h.counts)
    assert (ambitie.id, len(ambitie.vragen), ambitie.rijen) == ("ambitie-en-doelstellingen", 2, ())
    assert (activiteiten.id, activiteiten.vragen) == ("activiteiten", ())
    assert tuple((rij.id, len(rij.vragen)) for rij in activiteiten.rijen) == RIJEN


def test_every_row_says_what_and_how_and_only_one_fills_column_three_itself() -> None:
    for rij in LIJST.hoofdstukken[1].rijen:
        assert rij.titel, rij.id
        assert rij.wat, rij.id
        assert rij.hoe, rij.id
        assert bool(rij.lokaal) == (not rij.vragen), rij.id


@pytest.mark.parametrize("vraag", [*LIJST.gegevens, *LIJST.vragen], ids=lambda vraag: vraag.id)
def test_every_question_helps_the_one_who_answers(vraag) -> None:
    assert vraag.label
    assert not vraag.label.endswith("?"), "het label is een bijschrift in Word, geen vraag"
    assert vraag.vraag.endswith("?")
    assert vraag.toelichting
    assert vraag.voorbeeld
    assert vraag.normalise(vraag.voorbeeld), "het voorbeeld past niet bij de eigen vraag"


@pytest.mark.parametrize("vraag", LIJST.vragen, ids=lambda vraag: vraag.id)
def test_the_example_has_the_form_of_its_kind(vraag) -> None:
    is_opsomming = [line.startswith("- ") for line in vraag.voorbeeld.strip().splitlines()]
    if vraag.type is TYPES["lijst"]:
        assert all(is_opsomming)
    elif vraag.type is TYPES["tabel"]:
        rijen = read_tabel(vraag.kolommen, vraag.voorbeeld)
        assert len(rijen) >= 3
        assert all(all(rij) for rij in rijen), "een voorbeeld laat elke kolom zien"
    else:
        assert vraag.type is TYPES["tekst"]
        assert not any(is_opsomming)


def test_a_paragraph_stands_on_one_line() -> None:
    # A single line end inside a paragraph would become a hard line break in Word.
    texts = [v.toelichting for v in (*LIJST.gegevens, *LIJST.vragen)]
    texts += [v.voorbeeld for v in LIJST.vragen if v.type is not TYPES["tabel"]]
    for hoofdstuk in LIJST.hoofdstukken:
        texts.append(hoofdstuk.inleiding)
        for rij in hoofdstuk.rijen:
            texts += [rij.wat, rij.hoe, rij.lokaal]
    for text in texts:
        for paragraph in text.strip().split("\n\n"):
            lines = paragraph.split("\n")
            assert len(lines) == 1 or all(line.startswith("- ") for line in lines), paragraph


def test_labels_are_unique() -> None:
    labels = [vraag.label for vraag in (*LIJST.gegevens, *LIJST.vragen)]
    assert len(set(labels)) == len(labels)


def test_the_tools_are_those_of_the_guide_with_its_titles_and_addresses() -> None:
    own = [
        f"{h.titel}\n{h.adres or '(zonder adres)'}\n" for h in LIJST.hulpmiddelen if h.id != ADDED
    ]
    assert len(own) == 33
    assert "".join(own) == HANDREIKING


def test_every_address_is_secure_and_a_tool_without_one_says_why() -> None:
    for hulpmiddel in LIJST.hulpmiddelen:
        if hulpmiddel.adres:
            assert hulpmiddel.adres.startswith("https://"), hulpmiddel.id
        else:
            assert "zonder adres" in hulpmiddel.opmerking, hulpmiddel.id


def test_the_one_tool_that_the_guide_does_not_have_says_so() -> None:
    (added,) = (h for h in LIJST.hulpmiddelen if h.id == ADDED)
    assert "niet in de handreiking" in added.opmerking


def test_the_code_of_a_municipality_may_be_typed_in_capitals() -> None:
    assert LIJST.vraag("gemeentecode").normalise("GM1234") == "gm1234"


def test_every_tool_helps_with_at_least_one_question() -> None:
    used = {h.id for vraag in LIJST.vragen for h in vraag.hulpmiddelen}
    assert used == {h.id for h in LIJST.hulpmiddelen}


@pytest.mark.parametrize(
    ("veld", "good", "error"),
    [
        ("gemeentecode", "gm0599", "0599"),
        ("gemeentecode", "gm9999", "gm99999"),
        ("periode-van", "2000", "1999"),
        ("periode-tot", "2100", "2101"),
        ("periode-van", "2027", "27"),
        ("contact", "veiligheid@oudermeer.example", "team veiligheid"),
        ("contact", "oov@gemeente.oudermeer.example", "oov@oudermeer"),
    ],
)
def test_a_field_with_a_form_takes_only_that_form_and_says_which(veld, good, error) -> None:
    vraag = LIJST.vraag(veld)
    assert vraag.normalise(good) == good
    with pytest.raises(Exception, match=re.escape(vraag.controle.melding)):
        vraag.normalise(error)


def test_the_format_page_names_every_slot_once_with_its_label_id_and_type() -> None:
    places = [
        (number, label, vraag_id, kind)
        for number, _, _, label, vraag_id, kind in _tabel("## 3. De 20 invulplekken")
    ]
    assert places == [
        (str(number), vraag.label, vraag.id, str(vraag.type))
        for number, vraag in enumerate(LIJST.fixed_vragen, start=1)
    ]


def test_the_format_page_names_every_additional_question_once_and_says_why_it_is_there() -> None:
    rijen = _tabel("### Hoofdstukken en vragen naar keuze")
    assert [rij[:4] for rij in rijen] == [
        [
            f"{h.titel} (intern)" if h.is_intern else h.titel,
            vraag.label,
            vraag.id,
            str(vraag.type),
        ]
        for h in LIJST.hoofdstukken
        if not h.counts
        for vraag in h.vragen
    ]
    assert all(rij[4].endswith(".") for rij in rijen)


def test_the_format_page_names_every_row_of_the_table_once() -> None:
    ids = [cellen[1] for cellen in _tabel("## 2. De tabel met activiteiten")]
    assert ids == [rij for rij, _ in RIJEN]


def test_the_format_page_names_every_field_once() -> None:
    assert _tabel("### De gegevens van het plan") == [
        [veld.label, veld.id, str(veld.type), str(veld.verplicht)] for veld in LIJST.gegevens
    ]
