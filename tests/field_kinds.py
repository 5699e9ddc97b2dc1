"""One small form for every kind of field that Word can write, and what is to be asked for each.

`KINDS` is by name: the content of the form, its other parts, and the labels and types in order.
"""

from __future__ import annotations

from small_forms import (
    DATE,
    DATE_PROMPT,
    LIST_PROMPT,
    W15,
    around,
    block,
    box,
    cell,
    choices,
    control,
    field,
    legacy_list,
    legacy_text,
    legacy_tick,
    p,
    run,
    sign,
    table,
    tick,
)

_SIZES = choices("Klein", "Gemiddeld", "Groot")
_COMBO = choices("Klein", "Gemiddeld", "Groot", kind="comboBox")
_LOCK = '<w:lock w:val="{}"/>'
_STORE = '<w:dataBinding w:storeItemID="{{1}}" w:xpath="/f/{}"/>'
_SECTION, _ITEM = "<w15:repeatingSection/>", "<w15:repeatingSectionItem/>"
_EARLY, _EARLY_ITEM = "<p15:repeatingSection/>", "<p15:repeatingSectionItem/>"
_PICTURE = "<w:picture/>"
_TOC = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
_WINGDINGS = (
    f'<w14:checkbox xmlns:w14="{"http://schemas.microsoft.com/office/word/2010/wordml"}">'
    '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox>'
)
_BOX_OF_SIGN = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'


def _date_of(text: str) -> str:
    return control(text, f'<w:date w:fullDate="2027-03-04T00:00:00Z">{DATE[8:]}')


def _row_items(start: str, item: str) -> str:
    rows = "".join(
        around(f"<w:tr>{cell(p(control(name)))}{cell(p(control(count)))}</w:tr>", item)
        for name, count in (("Stoelen", "12"), ("Tafels", "3"))
    )
    return table(["Wat", "Aantal stuks"], around(rows, start))


KINDS: dict[str, tuple[str, dict[str, str], list[tuple[str, str]]]] = {
    "rijk in een regel": (p("Naam: ", control("Anna", "")), {}, [("Naam", "regel")]),
    "rijk in een regel, leeg": (p("Naam: ", control(kind="")), {}, [("Naam", "regel")]),
    "rijk om alinea's": (p("Reden:") + block("Een.\nTwee."), {}, [("Reden", "tekst")]),
    "rijk om alinea's, leeg": (p("Reden:") + block(), {}, [("Reden", "tekst")]),
    "rijk om een cel": (table(["Plaats", around(cell("Delft"))]), {}, [("Plaats", "regel")]),
    "rijk om een cel, leeg": (
        table(["Plaats", around(cell(p(run("Kies", '<w:rStyle w:val="Tekstaanduiding"/>'))))]),
        {},
        [("Plaats", "regel")],
    ),
    "rijk om een rij": (
        table(["Wat", "Hoe"], around(f"<w:tr>{cell('Een')}{cell('Twee')}</w:tr>", title="Stappen")),
        {},
        [("Stappen", "tabel")],
    ),
    "plat in een regel": (p("Straat: ", control("Dorpsweg 1")), {}, [("Straat", "regel")]),
    "plat in een regel, leeg": (p("Straat: ", control(), " (verder)"), {}, [("Straat", "regel")]),
    "plat om een alinea": (
        p("Opmerkingen:") + block("Een", '<w:text w:multiLine="1"/>'),
        {},
        [("Opmerkingen", "tekst")],
    ),
    "plat om een cel": (
        table(["Telefoon", around(cell("0101"), "<w:text/>")]),
        {},
        [("Telefoon", "regel")],
    ),
    "datum": (p("Dag: ", _date_of("4 maart 2027")), {}, [("Dag", "datum")]),
    "datum, leeg": (p("Dag: ", control(kind=DATE, prompt=DATE_PROMPT)), {}, [("Dag", "datum")]),
    "datum die iets anders zegt": (p("Dag: ", _date_of("9 mei 2029")), {}, [("Dag", "datum")]),
    "keuzelijst": (p("Maat: ", control("Groot", _SIZES)), {}, [("Maat", "keuze")]),
    "keuzelijst, leeg": (
        p("Maat: ", control(kind=_SIZES, prompt=LIST_PROMPT)),
        {},
        [("Maat", "keuze")],
    ),
    "keuzelijst die iets anders zegt": (
        p("Maat: ", control("Groot", _SIZES.replace("List>", 'List w:lastValue="Klein">', 1))),
        {},
        [("Maat", "keuze")],
    ),
    "keuzelijst met eigen tekst": (p("Maat: ", control("Eigen", _COMBO)), {}, [("Maat", "regel")]),
    "keuzelijst met eigen tekst, leeg": (
        p("Maat: ", control(kind=_COMBO)),
        {},
        [("Maat", "regel")],
    ),
    "vakje uit": (p(tick(), " Ik ga akkoord"), {}, [("Ik ga akkoord", "jaanee")]),
    "vakje aan": (p(tick(on=True), " Ik ga akkoord"), {}, [("Ik ga akkoord", "jaanee")]),
    "vakje dat iets anders toont": (
        p(tick(on=True).replace("☒", "☐"), " Ik ga akkoord"),
        {},
        [("Ik ga akkoord", "jaanee")],
    ),
    "vakje in Wingdings": (
        p(around(_BOX_OF_SIGN, _WINGDINGS), " Ik ga akkoord"),
        {},
        [("Ik ga akkoord", "jaanee")],
    ),
    "rijen die zich herhalen": (
        p("Wat er nodig is") + _row_items(_SECTION, _ITEM),
        {},
        [("Wat er nodig is", "tabel")],
    ),
    "alinea's die zich herhalen": (
        p("Leden:") + around(around(p("Lid: ", control("Piet")), _ITEM), _SECTION),
        {},
        [("Leden", "tabel")],
    ),
    "afbeelding": (p("Foto: ", around(run(""), _PICTURE)), {}, [("Foto", "afbeelding")]),
    "op slot": (
        p("Een: ", control("vast", more=_LOCK.format("contentLocked")))
        + p("Twee: ", control("open", more=_LOCK.format("sdtLocked")))
        + p("Drie: ", control("vast", more=_LOCK.format("sdtContentLocked"))),
        {},
        [("Twee", "regel")],
    ),
    "gebonden aan een eigenschap": (
        p("Titel: ", control("Plan", more=_STORE.format("title"))),
        {},
        [("Titel", "regel")],
    ),
    "gebonden, met een andere tekst": (
        p("Titel: ", control("Oud", more=_STORE.format("title"))),
        {},
        [("Titel", "regel")],
    ),
    "gebonden aan het bedrijf": (
        p("Bedrijf: ", control("Oud", more=_STORE.format("Company"))),
        {},
        [("Bedrijf", "regel")],
    ),
    "gebonden aan eigen XML": (
        p("Stad: ", control("Delft", more=_STORE.format("stad"))),
        {},
        [("Stad", "regel")],
    ),
    "gebonden aan eigen XML, met een andere tekst": (
        p("Stad: ", control("Leiden", more=_STORE.format("stad"))),
        {},
        [("Stad", "regel")],
    ),
    "gebonden soorten": (
        p("Dag: ", control("4 maart 2027", DATE, more=_STORE.format("dag")))
        + p("Maat: ", control("Klein", _SIZES, more=_STORE.format("maat")))
        + p(tick(), " Ik ga akkoord"),
        {},
        [("Dag", "datum"), ("Maat", "keuze"), ("Ik ga akkoord", "jaanee")],
    ),
    "gebonden, leeg": (p("Stad: ", control(more=_STORE.format("stad"))), {}, [("Stad", "regel")]),
    "eigenschap in een veld": (p("Zaak: ", field("DOCPROPERTY Zaak", "Z-1")), {}, []),
    "regels in een alinea in een veld": (
        around(p("Eerste: ", control("An"), " laatste: ", control("Smit"))),
        {},
        [("Eerste", "regel"), ("laatste", "regel")],
    ),
    "regel in een regel": (
        p("Heel: ", around(f"{run('dr. ')}{control('Smit')}{run(' msc')}")),
        {},
        [("Heel", "regel")],
    ),
    "alinea in alinea's": (
        around(f"{p('Tekst eromheen.')}{block('Binnen.', title='Kern')}"),
        {},
        [("Kern", "tekst")],
    ),
    "oud tekstveld": (p("Naam: ", legacy_text("Anna"), " (verder)"), {}, [("Naam", "regel")]),
    "oud tekstveld, leeg": (p("Naam: ", legacy_text()), {}, [("Naam", "regel")]),
    "oude soorten": (
        p("Nummer: ", legacy_text("5", more='<w:type w:val="number"/>'))
        + p("Dag: ", legacy_text("4 maart 2027", more='<w:type w:val="date"/>'))
        + p("Dubbel: ", legacy_text("10", more='<w:type w:val="calculated"/>')),
        {},
        [("Nummer", "getal"), ("Dag", "datum")],
    ),
    "oude vakjes": (
        p("Kies wat van toepassing is:")
        + p(legacy_tick(), " uit")
        + p(legacy_tick(on=True), " aan")
        + p(legacy_tick(), " ook uit"),
        {},
        [("Kies wat van toepassing is", "meerkeuze")],
    ),
    "oude keuzelijst": (
        p("Kant: ", legacy_list("Noord", "Oost", chosen=1))
        + p("Tweede: ", legacy_list("Noord", "Oost")),
        {},
        [("Kant", "keuze"), ("Tweede", "keuze")],
    ),
    "samenvoegvelden": (
        p(
            "Beste ",
            field("MERGEFIELD Voornaam", "«Voornaam»"),
            " ",
            f'<w:fldSimple w:instr=" MERGEFIELD Achternaam ">{run("«Achternaam»")}</w:fldSimple>',
        )
        + p("Bedrag: ", field("MERGEFIELD Bedrag \\# 0,00", "«Bedrag»")),
        {},
        [("Voornaam", "regel"), ("Achternaam", "regel"), ("Bedrag", "regel")],
    ),
    "beveiligd": (
        p("Naam: ", legacy_text("Anna")) + p("Plaats: ", control("Delft")),
        {"settings": '<w:documentProtection w:edit="forms" w:enforcement="1"/>'},
        [("Naam", "regel"), ("Plaats", "regel")],
    ),
    "groep": (
        around(
            p("Vaste tekst, plaats: ", control("Delft")),
            "<w:group/>",
            more=_LOCK.format("contentLocked"),
        ),
        {},
        [("Vaste tekst, plaats", "regel")],
    ),
    "koptekst": (p("Tekst"), {"header": p("Dossier: ", control("D-1"))}, [("Dossier", "regel")]),
    "tekstvak": (p(box(p("Vak: ", control("Zelfde")))), {}, [("Vak", "regel")]),
    "tekstvak met twee teksten": (
        p(box(p("Vak: ", control("Een")), p("Vak: ", control("Twee")))),
        {},
        [("Vak", "regel")],
    ),
    "voetnoot": (
        p("Tekst"),
        {"notes": f'<w:footnote w:id="2">{p("Bron: ", control("Archief"))}</w:footnote>'},
        [("Bron", "regel")],
    ),
    "inhoudsopgave": (around(p("Inhoud"), _TOC), {}, []),
    "tijdelijk": (
        p("Naam: ", control(prompt="Typ een naam", more="<w:temporary/>")),
        {},
        [("Naam", "regel")],
    ),
    "tekst van het veld zonder vlag": (
        p("Naam: ", control().replace("<w:showingPlcHdr/>", "")),
        {},
        [("Naam", "regel")],
    ),
    "vlag met een antwoord": (
        p("Naam: ", control("Anna").replace("<w:text/>", "<w:showingPlcHdr/><w:text/>")),
        {},
        [("Naam", "regel")],
    ),
    "oud tekstveld in stukken": (
        p(
            "Naam: ",
            sign("begin", "<w:ffData><w:textInput/></w:ffData>"),
            "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>",
            sign("separate"),
            run("An"),
            run("na"),
            sign("end"),
            " (verder)",
        ),
        {},
        [("Naam", "regel")],
    ),
    "bladwijzer eromheen": (
        p(
            "Naam: ",
            '<w:bookmarkStart w:id="1" w:name="T"/>',
            legacy_text("Anna"),
            '<w:bookmarkEnd w:id="1"/>',
        )
        + p(legacy_tick(on=True), " klaar"),
        {},
        [("Naam", "regel"), ("klaar", "jaanee")],
    ),
    "datum om een cel": (
        table(["Dag", around(cell("4 maart 2027"), DATE)]),
        {},
        [("Dag", "datum")],
    ),
    "keuzelijst om een cel": (
        table(["Maat", around(cell("Groot"), _SIZES)]),
        {},
        [("Maat", "keuze")],
    ),
    "vakje om een cel": (
        table(["Akkoord", around(cell("☐"), "<w14:checkbox/>")]),
        {},
        [("Akkoord", "jaanee")],
    ),
    "datum om een alinea": (p("Dag:") + block("4 maart 2027", DATE), {}, [("Dag", "datum")]),
    "keuzelijst om een alinea": (p("Maat:") + block("Groot", _SIZES), {}, [("Maat", "keuze")]),
    "vakje om een alinea": (
        p("Akkoord:") + block("☐", "<w14:checkbox/>"),
        {},
        [("Akkoord", "jaanee")],
    ),
    "herhaling in de eerste naamruimte": (
        p("Leden:") + around(around(p("Lid: ", control("Piet")), _EARLY_ITEM), _EARLY),
        {},
        [("Leden", "tabel")],
    ),
    "samenvoegveld in een keuze": (
        p(
            "Regel: ",
            sign("begin"),
            "<w:r><w:instrText>IF </w:instrText></w:r>",
            field("MERGEFIELD Opmerking", "«Opmerking»"),
            '<w:r><w:instrText> = "" "geen" "wel"</w:instrText></w:r>',
            sign("separate"),
            run("wel"),
            sign("end"),
        ),
        {},
        [("Regel", "regel")],
    ),
}
del W15
