"""Places of every kind to fill in, as Word writes them, and a question for each."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from independent_reader import w
from package_builder import PackageBuilder
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.ooxml.names import W14
from uitvoeringsplan.word.field_marks import mark_name, wrap_marked
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

PROMPT = '<w:r><w:rPr><w:rStyle w:val="Plaatshouder"/></w:rPr><w:t>Kies of vul in.</w:t></w:r>'
FARMS = (("Klein", "K1"), ("Middelgroot", "M2"), ("Groot", "G3"))
_BOX = (
    '<q:checkbox xmlns:q="{space}"><q:checked q:val="0"/><q:checkedState q:val="{on}"'
    ' q:font="{font}"/><q:uncheckedState q:val="{off}" q:font="{font}"/></q:checkbox>'
)


def vraag(id_: str, type_: str = "regel", *choices: str, standard: str = "") -> Vraag:
    return Vraag(
        id=id_, label=id_.title(), vraag=f"{id_}?", type=TYPES[type_], keuzes=choices,
        standaard=standard,
    )  # fmt: skip


def control(tag: str, properties: str, content: str = PROMPT, *, flag: bool = True) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/>'
        f'<w:id w:val="{sum(tag.encode())}"/>{"<w:showingPlcHdr/>" if flag else ""}{properties}'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def date(picture: str = "d MMMM yyyy", language: str = "nl-NL") -> str:
    return (
        f'<w:date><w:dateFormat w:val="{picture}"/><w:lid w:val="{language}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )


def choices(name: str = "dropDownList") -> str:
    items = "".join(
        f'<w:listItem w:displayText="{shown}" w:value="{kept}"/>' for shown, kept in FARMS
    )
    return f"<w:{name}>{items}</w:{name}>"


def box(tag: str) -> str:
    fonts = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr>'
    sign = f"<w:r>{fonts}<w:t>☐</w:t></w:r>"
    kind = _BOX.format(space=W14, on="2612", off="2610", font="MS Gothic")
    return control(tag, kind, sign, flag=False)


def symbol_box(tag: str) -> str:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    kind = _BOX.format(space=W14, on="00FE", off="00A8", font="Wingdings")
    return control(tag, kind, sign, flag=False)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def sign(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def form_field(name: str, code: str, data: str, result: str = "") -> str:
    """Return a form field of old, with its own bookmark where Word puts it."""
    number = sum(name.encode())
    start = sign("begin", f'<w:ffData><w:name w:val="{name}"/><w:enabled/>{data}</w:ffData>')
    return (
        f'{start}<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{sign("separate")}'
        f'{result}{sign("end")}<w:bookmarkEnd w:id="{number}"/>'
    )


def form_text(name: str, data: str = "<w:textInput/>", result: str = run("\u2002" * 5)) -> str:
    return form_field(name, "FORMTEXT", data, result)


def form_box(name: str, default: str = "0") -> str:
    data = f'<w:checkBox><w:sizeAuto/><w:default w:val="{default}"/></w:checkBox>'
    return form_field(name, "FORMCHECKBOX", data)


def form_list(name: str) -> str:
    items = "".join(f'<w:listEntry w:val="{shown}"/>' for shown, _ in FARMS)
    return form_field(name, "FORMDROPDOWN", f"<w:ddList>{items}</w:ddList>")


def merge(name: str) -> str:
    return (
        f'{sign("begin")}<w:r><w:instrText xml:space="preserve"> MERGEFIELD {name} </w:instrText>'
        f"</w:r>{sign('separate')}{run(f'«{name}»')}{sign('end')}"
    )


def simple_merge(name: str) -> str:
    return f'<w:fldSimple w:instr=" MERGEFIELD {name} ">{run(f"«{name}»")}</w:fldSimple>'


def marked(id_: str, place: str, number: int = 1) -> str:
    """Return a place in a line with the bookmarks around it that tell whose it is."""
    own = 9000 + sum(id_.encode()) * 10 + number
    return (
        f'<w:bookmarkStart w:id="{own}" w:name="{mark_name(id_, number)}"/>{place}'
        f'<w:bookmarkEnd w:id="{own}"/>'
    )


def line(*pieces: str) -> str:
    return f"<w:p>{run('Vul in: ')}{''.join(pieces)}{run(' (einde)')}</w:p>"


def lijst_of(gegevens: Iterable[Vraag]) -> Vragenlijst:
    lijst = PackageBuilder.lijst
    return lijst._replace(gegevens=tuple(gegevens))


def filled(
    content: str, gegevens: Iterable[Vraag], answers: dict[str, str]
) -> tuple[bytes, Vragenlijst, Plan]:
    """Return a form filled in, with the question set and the plan that it was filled with."""
    lijst = lijst_of(gegevens)
    data = with_main(content)
    plan = Plan(lijst.soort, lijst.versie, dict(answers), {})
    return fill(open_sjabloon(data, "f.docx", lijst), lijst, plan), lijst, plan


def in_cell(cell_control: str) -> str:
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell_control}</w:tr></w:tbl>"
    )


_SIZES = tuple(shown for shown, _ in FARMS)
_DAY, _NAME, _YES = vraag("dag", "datum"), vraag("naam"), vraag("akkoord", "jaanee")
_SIZE, _SOME = vraag("maat", "keuze", *_SIZES), vraag("maat", "meerkeuze", *_SIZES)
_DATED = '<w:textInput><w:type w:val="date"/><w:format w:val="d-M-yyyy"/></w:textInput>'


def _in_line(id_: str, place: str) -> str:
    return line(marked(id_, place))


def _paragraph(id_: str) -> str:
    return f"<w:p>{marked(id_, PROMPT)}</w:p>"


_THREE = line(*(marked("maat", box(f"maat#{n}"), n) + run(f" {_SIZES[n - 1]} ") for n in (1, 2, 3)))
_THREE_OLD = line(
    *(marked("maat", form_box(f"Vak{n}"), n) + run(f" {_SIZES[n - 1]} ") for n in (1, 2, 3))
)
_TWO = line(*(marked("akkoord", box(f"akkoord#{n}"), n) + run(" ja of nee ") for n in (1, 2)))
_CELL = "<w:tc><w:tcPr/>{}</w:tc>"
_EN = "dddd, d MMMM yyyy"
#: By name: the content, the question, an answer, and what shows it.
KINDS: dict[str, tuple[str, Vraag, str, str]] = {
    "datum": (_in_line("dag", control("dag", date())), _DAY, "2027-03-04", "4 maart 2027"),
    "datum-en": (
        _in_line("dag", control("dag", date(_EN, "en-GB"))),
        _DAY, "2027-03-04", "Thursday, 4 March 2027",
    ),
    "datum-cijfers": (
        _in_line("dag", control("dag", date("dd-MM-yy"))), _DAY, "2027-03-04", "04-03-27",
    ),
    "datum-blok": (
        control("dag", date(), _paragraph("dag")), _DAY, "2027-03-04", "4 maart 2027",
    ),
    "datum-cel": (
        in_cell(control("dag", date("d-M-yyyy"), _CELL.format(_paragraph("dag")))),
        _DAY, "2027-03-04", "4-3-2027",
    ),
    "lijst": (_in_line("maat", control("maat", choices())), _SIZE, "Middelgroot", "Middelgroot"),
    "lijst-blok": (
        control("maat", choices(), _paragraph("maat")), _SIZE, "Middelgroot", "Middelgroot",
    ),
    "combo": (
        _in_line("maat", control("maat", choices("comboBox"))),
        vraag("maat"), "Heel groot", "Heel groot",
    ),
    "vakje": (_in_line("akkoord", box("akkoord")), _YES, "ja", "☒"),
    "vakje-nee": (_in_line("akkoord", box("akkoord")), _YES, "nee", "☐"),
    "vakje-wingdings": (_in_line("akkoord", symbol_box("akkoord")), _YES, "ja", "\uf0fe"),
    "ja-en-nee": (_TWO, _YES, "nee", "☐ ja of nee ☒"),
    "een-van-drie": (_THREE, _SIZE, "Groot", "☐ Klein ☐ Middelgroot ☒ Groot"),
    "meer-van-drie": (_THREE, _SOME, "- Klein\n- Groot", "☒ Klein ☐ Middelgroot ☒ Groot"),
    "formtext": (_in_line("naam", form_text("Text1")), _NAME, "Anna", "Anna"),
    "formtext-datum": (
        _in_line("dag", form_text("Text2", _DATED)), _DAY, "2027-03-04", "4-3-2027",
    ),
    "formcheckbox": (_in_line("akkoord", form_box("Vak1")), _YES, "ja", ""),
    "formcheckbox-aan": (_in_line("akkoord", form_box("Vak2", "1")), _YES, "nee", ""),
    "formcheckbox-drie": (_THREE_OLD, _SIZE, "Middelgroot", ""),
    "formdropdown": (_in_line("maat", form_list("Lijst1")), _SIZE, "Groot", "Groot"),
    "mergefield": (_in_line("naam", merge("Naam")), _NAME, "Anna", "Anna"),
    "mergefield-kort": (_in_line("naam", simple_merge("Naam")), _NAME, "Anna", "Anna"),
}  # fmt: skip


def with_main(content: str) -> bytes:
    """Return the empty form around this content."""
    blocks = PackageBuilder.block("eerste"), PackageBuilder.block("tweede")
    return PackageBuilder.docx(content, *blocks)


def answers(data: bytes, lijst: Vragenlijst, **rest: Any) -> dict[str, str]:
    """Return the answers that a document gives."""
    read = read_returned(data, "f.docx", lijst, **rest)
    return {name: one.text for name, one in read.antwoorden.items()}


def main_part(data: bytes, *, wrapped: bool = False) -> Any:
    """Return the tree of the main part, with a control around what bookmarks mark or without."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    if wrapped:
        wrap_marked(root)
    return root


def text_of(data: bytes) -> str:
    """Return what the main part shows: letters, signs of symbol fonts, choices of old lists."""
    shown = ""
    for one in main_part(data).iter():
        if one.tag == w("t"):
            shown += one.text or ""
        elif one.tag == w("sym"):
            shown += chr(int(one.get(w("char")), 16))
        elif one.tag == w("ddList"):
            chosen = one.find(w("result"))
            entries = [entry.get(w("val")) for entry in one.findall(w("listEntry"))]
            shown += entries[int(chosen.get(w("val"))) if chosen is not None else 0]
    return shown


def revised(data: bytes, revise: Callable[[Any], object]) -> bytes:
    """Return a document of which somebody changed the main part."""
    root = main_part(data)
    revise(root)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            is_main = name == "word/document.xml"
            new.writestr(name, etree.tostring(root) if is_main else old.read(name))
    return out.getvalue()
