"""Everything that somebody can put in a Word document and that shows, kind by kind.

What each is made of follows ECMA-376 part 1; shapes and check boxes are those of Word 2010.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from independent_reader import w
from picture_builder import png
from returned_file import (
    CELL,
    COVER,
    FOOTER,
    HEADER,
    HEADING,
    HOW,
    LABEL,
    elements,
    new_paragraph,
    style_of,
)
from uitvoeringsplan.ooxml.names import escape_text
from uitvoeringsplan.ooxml.tree import ensure, insert, new

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from returned_file import ReturnedFile

    #: Makes the thing in a part of a file, with these words in it.
    Maker = Callable[[ReturnedFile, str, str], list[Any]]
    #: Gives a paragraph of a part its form.
    Dresser = Callable[[ReturnedFile, str, Any], None]
    #: Edits a file at a place, with new words where it needs them; returns the words that show
    #: since, and those that do no more.
    OwnEdit = Callable[
        [ReturnedFile, str, random.Random, str], tuple[tuple[str, ...], tuple[str, ...]]
    ]

_MARGINS = (HEADER, FOOTER)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
AUTHOR = 'w:author="Collega" w:date="2026-11-20T10:00:00Z"'


INSERTED, CHANGED, DELETED, MOVED = "erbij", "veranderd", "weg", "verplaatst"
OPERATIONS = (INSERTED, CHANGED, DELETED, MOVED)


class Kind(NamedTuple):
    """A kind of visible thing.

    `called` finds its name in what the program says. `says` gives the words that show of those
    that it was made with. Words that come home have lost nothing when `is_home` says so of them
    and the new text of the answer; without it (`None`) the form must be named too. `make` puts it
    among runs (or, with `is_block`, below a paragraph); `dress` gives it to a whole paragraph.
    """

    name: str
    called: str
    make: Maker | None = None
    dress: Dresser | None = None
    is_home: Callable[[str, str], bool] | None = None
    says: Callable[[str], tuple[str, ...]] = lambda text: (text,)
    is_block: bool = False
    is_form: bool = False  # taken away, the words stay
    is_computed: bool = False  # programs work out anew what it says; nobody types it
    nowhere: tuple[str, ...] = ()  # the places where it cannot stand
    operations: tuple[str, ...] = OPERATIONS
    own_edits: Mapping[str, OwnEdit] = MappingProxyType({})  # in the place of all of this


def _t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape_text(text)}</w:t>'


def _run(text: str, dress: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{dress}</w:rPr>' if dress else ''}{_t(text)}</w:r>"


def plain_run(text: str) -> Any:
    """Return a run of ordinary text."""
    return elements(_run(text))[0]


def _of(xml: str) -> Maker:
    """Return what makes a thing out of XML with the words at `{}`."""
    return lambda _file, _part, text: elements(xml.replace("{}", escape_text(text)))


def words_come(words: str, text: str) -> bool:
    """Tell that of this kind the words are all that there is."""
    return words in text


def _nothing(_text: str) -> tuple[str, ...]:
    return ()


def _either(one: str, other: str) -> Callable[[str], tuple[str, ...]]:
    """Return what chooses between two signs by the words that a thing is made with."""
    return lambda text: ((one, other)[len(text) % 2],)


def _symbol(one: str, other: str) -> Maker:
    code = _either(one, other)
    return lambda _f, _p, text: elements(
        f'<w:r><w:sym w:font="Wingdings" w:char="{code(text)[0]}"/></w:r>'
    )


def _in_markup(pattern: str) -> Callable[[str, str], bool]:
    """Return whether the words stand in the answer in this markup; `{}` is where they do."""
    return lambda words, text: bool(
        re.search(pattern.replace("{}", re.escape(words)), text, re.MULTILINE)
    )


def _form(name: str, called: str, dress: str, markup: str = "") -> Kind:
    """Return a kind that is a property of a run."""
    return Kind(
        name, called, lambda _f, _p, text: elements(_run(text, dress)), is_form=True,
        is_home=_in_markup(markup) if markup else None,
    )  # fmt: skip


def _between(name: str, called: str, xml: str, behind: str = r"{}\s+{}") -> Kind:
    """Return a kind that stands between two words, in the place of the space."""

    def make(_file: ReturnedFile, _part: str, text: str) -> list[Any]:
        one, _, other = text.partition(" ")
        return elements(f"<w:r>{_t(one)}{xml}{_t(other)}</w:r>")

    def is_home(words: str, text: str) -> bool:
        one, other = map(re.escape, words.split(" "))
        return bool(re.search(behind.replace("{}", one, 1).replace("{}", other, 1), text))

    return Kind(
        name, called, make, is_home=is_home if behind else None, says=lambda t: tuple(t.split(" "))
    )


def _link(file: ReturnedFile, part: str, text: str) -> list[Any]:
    id_ = file.relate(part, "hyperlink", "https://oudermeer.example/nieuw", external=True)
    return elements(f'<w:hyperlink r:id="{id_}">{_run(text)}</w:hyperlink>')


def _field(code: str, *, simple: bool = False) -> Maker:
    if simple:
        return lambda _f, _p, text: elements(
            f'<w:fldSimple w:instr=" {escape_text(code)} ">{_run(text)}</w:fldSimple>'
        )
    signs = {
        kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return lambda _f, _p, text: elements(
        f"{signs['begin']}{instruction}{signs['separate']}{_run(text)}{signs['end']}"
    )


def _picture_part(file: ReturnedFile, part: str) -> str:
    number = file.number()
    file.add_part(f"word/media/nieuw{number}.png", png(width=20 + number % 40), "image/png")
    return file.relate(part, "image", f"media/nieuw{number}.png")


def _graphic(id_: str, number: int) -> str:
    size = '<a:ext cx="360000" cy="360000"/>'
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="beeld"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{id_}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic>"
    )


def _anchor(inside: str, number: int) -> str:
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="360000" cy="360000"/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="{number}" name="beeld {number}"/>{inside}</wp:anchor>'
    )


def _inline_picture(file: ReturnedFile, part: str, _text: str) -> list[Any]:
    number = file.number()
    return elements(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000"'
        f' cy="360000"/><wp:docPr id="{number}" name="beeld {number}"/>'
        f"{_graphic(_picture_part(file, part), number)}</wp:inline></w:drawing></w:r>"
    )


def _anchored_picture(file: ReturnedFile, part: str, _text: str) -> list[Any]:
    number = file.number()
    graphic = _graphic(_picture_part(file, part), number)
    return elements(f"<w:r><w:drawing>{_anchor(graphic, number)}</w:drawing></w:r>")


def _vml_picture(file: ReturnedFile, part: str, _text: str) -> list[Any]:
    return elements(
        f'<w:r><w:pict><v:shape id="s{file.number()}" style="width:28pt;height:28pt"><v:imagedata'
        f' r:id="{_picture_part(file, part)}" o:title=""/></v:shape></w:pict></w:r>'
    )


def _shape(number: int, text: str) -> str:
    return _anchor(
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p>"
        f"{_run(text)}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic>",
        number,
    )


def _vml_box(number: int, text: str) -> str:
    return (
        f'<w:pict><v:shape id="t{number}" style="width:90pt;height:28pt"><v:textbox><w:txbxContent>'
        f"<w:p>{_run(text)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def _drawn_shape(file: ReturnedFile, _part: str, text: str) -> list[Any]:
    """Return a shape as a program writes it that does not care for older ones."""
    return elements(f"<w:r><w:drawing>{_shape(file.number(), text)}</w:drawing></w:r>")


def _box_twice(file: ReturnedFile, _part: str, text: str) -> list[Any]:
    number = file.number()
    return elements(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{_shape(number, text)}'
        f"</w:drawing></mc:Choice><mc:Fallback>{_vml_box(number, text)}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _old_box(file: ReturnedFile, _part: str, text: str) -> list[Any]:
    return elements(f"<w:r>{_vml_box(file.number(), text)}</w:r>")


def _note(kind: str) -> Maker:
    part = f"word/{kind}s.xml"

    def make(file: ReturnedFile, main: str, text: str) -> list[Any]:
        if not file.has_part(part):
            own = "".join(
                f'<w:{kind} w:type="{name}" w:id="{i}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
                for i, name in ((-1, "separator"), (0, "continuationSeparator"))
            )
            _add_story(file, main, part, f"{kind}s", own)
        id_ = file.number()
        file.tree(part).extend(
            elements(f'<w:{kind} w:id="{id_}"><w:p>{_run(text)}</w:p></w:{kind}>')
        )
        return elements(f'<w:r><w:{kind}Reference w:id="{id_}"/></w:r>')

    return make


def _add_story(file: ReturnedFile, main: str, part: str, name: str, inside: str) -> None:
    file.add_tree(part, f'<w:{name} xmlns:w="{w("")[1:-1]}">{inside}</w:{name}>',
                  f"{_WORD}.{name}+xml")  # fmt: skip
    file.relate(main, name, f"{name}.xml")


def _comment(file: ReturnedFile, main: str, text: str) -> list[Any]:
    if not file.has_part("word/comments.xml"):
        _add_story(file, main, "word/comments.xml", "comments", "")
    id_ = file.number()
    file.tree("word/comments.xml").extend(
        elements(
            f'<w:comment w:id="{id_}" {AUTHOR} w:initials="C"><w:p>{_run(text)}</w:p></w:comment>'
        )
    )
    return elements(
        f'<w:commentRangeStart w:id="{id_}"/><w:commentRangeEnd w:id="{id_}"/>'
        f'<w:r><w:commentReference w:id="{id_}"/></w:r>'
    )


def _inserted(file: ReturnedFile, _part: str, text: str) -> list[Any]:
    return elements(f'<w:ins w:id="{file.number()}" {AUTHOR}>{_run(text)}</w:ins>')


def _control(properties: str) -> Maker:
    def make(file: ReturnedFile, _part: str, text: str) -> list[Any]:
        own = properties.replace("{}", escape_text(text))
        return elements(
            f'<w:sdt><w:sdtPr><w:id w:val="{file.number()}"/>{own}</w:sdtPr><w:sdtContent>'
            f"{_run(text)}</w:sdtContent></w:sdt>"
        )

    return make


def _check_box(file: ReturnedFile, part: str, text: str) -> list[Any]:
    (sign,) = _either("☒", "☐")(text)
    state = (
        f'<w14:checkbox><w14:checked w14:val="{int(sign == "☒")}"/><w14:checkedState'
        ' w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610"'
        ' w14:font="MS Gothic"/></w14:checkbox>'
    )
    return _control(state)(file, part, sign)


_CHOICES = (
    '<w:dropDownList w:lastValue="b"><w:listItem w:displayText="een ander" w:value="a"/>'
    '<w:listItem w:displayText="{}" w:value="b"/></w:dropDownList>'
)
_DATE = (
    '<w:date w:fullDate="2031-03-12T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/>'
    '<w:lid w:val="nl-NL"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/>'
    "</w:date>"
)


def _drop_cap(_file: ReturnedFile, _part: str, text: str) -> list[Any]:
    frame = (
        '<w:pPr><w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"'
        ' w:vAnchor="text" w:hAnchor="text"/></w:pPr>'
    )
    return elements(f"<w:p>{frame}{_run(text[0])}</w:p><w:p>{_run(text[1:])}</w:p>")


def _other_file(file: ReturnedFile, part: str, text: str) -> list[Any]:
    name = f"nieuw{file.number()}.html"
    data = f"<html><body><p>{escape_text(text)}</p></body></html>".encode()
    file.add_part(f"word/{name}", data, "text/html")
    return elements(f'<w:altChunk r:id="{file.relate(part, "aFChunk", name)}"/>')


def _embedded(file: ReturnedFile, part: str, _text: str) -> list[Any]:
    number = file.number()
    name = f"embeddings/nieuw{number}.bin"
    file.add_part(f"word/{name}", b"OLE", f"{_WORD.rpartition('.')[0]}.oleObject")
    id_ = file.relate(part, "oleObject", name)
    return elements(
        f'<w:r><w:object w:dxaOrig="600" w:dyaOrig="600"><v:shape id="o{number}"'
        ' style="width:28pt;height:28pt"><v:imagedata r:id="'
        f'{_picture_part(file, part)}" o:title=""/></v:shape><o:OLEObject Type="Embed"'
        f' ProgID="Package" ShapeID="o{number}" DrawAspect="Icon" ObjectID="_{number}"'
        f' r:id="{id_}"/></w:object></w:r>'
    )


def _table(_file: ReturnedFile, _part: str, text: str) -> list[Any]:
    cell = '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{}</w:p></w:tc>'
    return elements(
        '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol'
        ' w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>'
        f"{cell.format(_run(text))}{cell.format('')}</w:tr></w:tbl><w:p/>"
    )


def _own_properties(paragraph: Any, *names: str) -> Any:
    return ensure(paragraph, "pPr", *names)


def _listed(style: str, level: int, form: str = "", start: int = 0) -> Dresser:
    """Return what makes a point of a paragraph, in a list of its own when it has a form."""

    def dress(file: ReturnedFile, _part: str, paragraph: Any) -> None:
        number = _new_list(file, form, start) if form or start else 2
        own = _own_properties(paragraph)
        insert(own, new("pStyle", val=style))
        insert(own, new("numPr", new("ilvl", val=str(level)), new("numId", val=str(number))))

    return dress


def _new_list(file: ReturnedFile, form: str, start: int) -> int:
    root = file.tree("word/numbering.xml")
    number = abstract = file.number()
    if form:
        made = elements(
            f'<w:abstractNum w:abstractNumId="{abstract}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>'
            "</w:abstractNum>"
        )
        last = root.findall(w("abstractNum"))[-1]
        last.addnext(made[0])
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start else ""
    )  # fmt: skip
    root.extend(
        elements(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract if form else 3}"/>'
            f"{override}</w:num>"
        )
    )
    return number


def _other_list(_file: ReturnedFile, _part: str, paragraph: Any) -> None:
    """Make a number of a bullet, or a bullet of anything else."""
    style = "ListNumber" if style_of(paragraph).startswith("ListBullet") else "ListBullet"
    insert(_own_properties(paragraph), new("pStyle", val=style))


def _other_heading(_file: ReturnedFile, _part: str, paragraph: Any) -> None:
    style = "Heading2" if style_of(paragraph) != "Heading2" else "Heading1"
    insert(_own_properties(paragraph), new("pStyle", val=style))


def _bordered(_file: ReturnedFile, _part: str, paragraph: Any) -> None:
    line = new("left", val="single", sz="12", space="4", color="C00000")
    insert(_own_properties(paragraph), new("pBdr", line))


def _shaded(_file: ReturnedFile, _part: str, paragraph: Any) -> None:
    insert(_own_properties(paragraph), new("shd", val="clear", color="auto", fill="FFFF00"))


def _section(_file: ReturnedFile, _part: str, paragraph: Any) -> None:
    insert(_own_properties(paragraph), new("sectPr", new("type", val="nextPage")))


def _page_before(_file: ReturnedFile, _part: str, paragraph: Any) -> None:
    insert(_own_properties(paragraph), new("pageBreakBefore"))


def _formula_block(_file: ReturnedFile, _part: str, text: str) -> list[Any]:
    math = f"<m:oMathPara><m:oMath><m:r><m:t>{escape_text(text)}</m:t></m:r></m:oMath>"
    return [new_paragraph(*elements(f"{math}</m:oMathPara>"))]


_STRUCK = r"~~(?=\S)[^~\n]*{}[^~\n]*~~"
_LINK = r"link|verwij[sz]|adres"
_PICTURE = r"afbeelding|tekening"
_BOX = r"tekstvak|vorm|\[afbeelding"
_NOTE = r"noot|noten"
_FIELD = r"\bveld\b"
_FILE = r"ingevoegd bestand|ander bestand"
_NUMBERED = r"^ *{}\. +.*{{}}"
_POINTLESS = (HEADING, LABEL, HEADER, FOOTER, COVER, CELL, HOW)

KINDS = (
    Kind("tekst", "tekst", lambda _f, _p, text: elements(_run(text)), is_home=words_come),
    _form("vet", r"\bvet", "<w:b/>", r"\*\*(?=\S)[^*\n]*{}[^*\n]*\*\*"),
    _form("cursief", r"cursief|schuin", "<w:i/>", r"(?<!\*)\*(?=\S)[^*\n]*{}[^*\n]*\*(?!\*)"),
    _form("onderstreept", r"onderstreep", '<w:u w:val="single"/>'),
    _form("doorgehaald", r"doorgehaald|doorhaling", "<w:strike/>", _STRUCK),
    _form("dubbel doorgehaald", r"doorgehaald|doorhaling", "<w:dstrike/>", _STRUCK),
    _form("hoog", r"hoog geschreven|superscript", '<w:vertAlign w:val="superscript"/>'),
    _form("laag", r"laag geschreven|subscript", '<w:vertAlign w:val="subscript"/>'),
    _form("verborgen", r"verborgen", "<w:vanish/>"),
    _form("gemarkeerd", r"gemarkeerd|markeer", '<w:highlight w:val="yellow"/>'),
    _form("witte letters", r"\bwit|kleur", '<w:color w:val="FFFFFF"/>'),
    _form("gekleurd", r"gekleurd|kleur", '<w:color w:val="C00000"/>'),
    _form("kader om woorden", r"kader", '<w:bdr w:val="single" w:sz="4"/>'),
    _form("achtergrond van woorden", r"achtergrond", '<w:shd w:val="clear" w:fill="92D050"/>'),
    _form("nadrukteken", r"nadrukteken", '<w:em w:val="dot"/>'),
    _form("teksteffect", r"teksteffect",
          '<w14:glow w14:rad="63500"><w14:srgbClr w14:val="FF0000"/></w14:glow>'),
    _form("hoofdletters", r"hoofdletter", "<w:caps/>"),
    _form("kleinkapitaal", r"kapita|hoofdletter", "<w:smallCaps/>"),
    Kind("link naar buiten", _LINK, _link, is_form=True, is_home=_in_markup(r"\[{}\]\(https:")),
    Kind("link naar binnen", _LINK, is_form=True,
         make=_of(f'<w:hyperlink w:anchor="bron_1"><w:r>{_t("{}")}</w:r></w:hyperlink>')),
    Kind("veld HYPERLINK", _LINK, _field('HYPERLINK "https://oudermeer.example/nieuw"'),
         is_home=_in_markup(r"\[{}\]\(https:")),
    Kind("teken dat een letter heeft", r"teken", says=_either("✓", "☑"), is_home=words_come,
         make=_symbol("F0FC", "F0FE")),
    Kind("teken zonder letter", r"teken|\ufffd", says=_nothing, make=_symbol("F028", "F029")),
    _between("tab", r"\btab\b", "<w:tab/>"),
    _between("regeleinde", r"regel(einde)?", "<w:br/>", r"{}\n{}"),
    _between("pagina-einde", r"pagina|bladzijde", '<w:br w:type="page"/>', ""),
    _between("kolomeinde", r"kolom", '<w:br w:type="column"/>', ""),
    _between("vast koppelteken", r"koppelteken", "<w:noBreakHyphen/>", "{}[-\u2011]{}"),
    _between("zacht koppelteken", r"koppelteken|afbreek", "<w:softHyphen/>", "{}\u00ad?{}"),
    Kind("afbeelding in de regel", _PICTURE, _inline_picture, says=_nothing),
    Kind("afbeelding ernaast", _PICTURE, _anchored_picture, says=_nothing),
    Kind("oude afbeelding", _PICTURE, _vml_picture, says=_nothing),
    Kind("vorm met tekst", _BOX, _drawn_shape),
    Kind("tekstvak in twee helften", _BOX, _box_twice),
    Kind("oud tekstvak", _BOX, _old_box),
    Kind("formule", r"formule",
         _of("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>")),
    Kind("formule op een eigen regel", r"formule", _formula_block, is_block=True),
    Kind("voetnoot", _NOTE, _note("footnote"), nowhere=_MARGINS),
    Kind("eindnoot", _NOTE, _note("endnote"), nowhere=_MARGINS),
    Kind("opmerking", r"opmerking|open punt", _comment, nowhere=_MARGINS, is_home=words_come,
         operations=(INSERTED,)),
    Kind("bijgehouden invoeging", r"bijgehouden", _inserted, is_home=words_come),
    Kind("veld REF", _FIELD, _field("REF bron_1"), is_home=words_come),
    Kind("eenvoudig veld REF", _FIELD, _field("REF bron_1", simple=True), is_home=words_come),
    Kind("veld PAGE", rf"{_FIELD}|paginanummer", _field("PAGE"), is_home=words_come,
         is_computed=True),
    Kind("eenvoudig veld PAGE", rf"{_FIELD}|paginanummer", _field("PAGE", simple=True),
         is_home=words_come, is_computed=True),
    Kind("veld DATE", rf"{_FIELD}|datum", _field('DATE \\@ "d MMMM yyyy"'), is_home=words_come,
         is_computed=True),
    Kind("aankruisvakje", r"aankruis|vakje", _check_box, says=_either("☒", "☐"),
         is_home=words_come),
    Kind("keuzelijst", r"keuze", _control(_CHOICES), is_home=words_come),
    Kind("datumkiezer", r"datum", _control(_DATE), is_home=words_come),
    Kind("ander invulveld", r"invulveld", _control('<w:alias w:val="Eigen"/>'),
         is_home=words_come),
    Kind("beginkapitaal", r"beginkapitaal|hoofdletter", _drop_cap, is_block=True,
         says=lambda text: (text[1:],), is_home=_in_markup(r"\w{}")),
    Kind("ingevoegd bestand", _FILE, _other_file, is_block=True),
    Kind("ingebed bestand", _FILE, _embedded, says=_nothing),
    Kind("tabel", r"tabel", _table, is_block=True),
    Kind("lijst die opnieuw telt", r"nummer|telt", is_home=_in_markup(_NUMBERED.format(7)),
         dress=_listed("ListNumber", 0, start=7), nowhere=_POINTLESS),
    Kind("lijst met letters", r"letters", dress=_listed("ListNumber", 0, "upperLetter"),
         nowhere=_POINTLESS),
    Kind("punt op het derde niveau", r"niveau|diep", dress=_listed("ListBullet2", 2),
         nowhere=_POINTLESS, is_home=_in_markup("^    - +.*{}")),
    Kind("andere soort lijst", r"lijst|opsomming|punt", dress=_other_list, nowhere=_POINTLESS,
         is_home=_in_markup(r"^ *(-|[0-9]+\.) +.*{}")),
    Kind("ander kopniveau", r"\bkop", dress=_other_heading, nowhere=_MARGINS),
    Kind("alinearand", r"\brand|kader", dress=_bordered),
    Kind("arcering", r"arcering|achtergrond", dress=_shaded),
    Kind("sectie-einde", r"sectie|pagina", dress=_section, nowhere=(*_MARGINS, CELL, HOW)),
    Kind("op een nieuwe pagina", r"pagina|bladzijde", dress=_page_before, nowhere=_MARGINS),
)  # fmt: skip
