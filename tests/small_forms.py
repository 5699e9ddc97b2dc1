"""Small Word forms, built from the pieces that Word writes, and what is proposed for them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from uitvoeringsplan.forms.form_reader import read_form
from uitvoeringsplan.forms.proposal import propose
from uitvoeringsplan.ooxml.names import W14, W15, W
from uitvoeringsplan.ooxml.package import load_package

if TYPE_CHECKING:
    from uitvoeringsplan.forms.layout import Form
    from uitvoeringsplan.forms.proposal import Proposal

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PREVIEW = "http://schemas.microsoft.com/office/word/2010/11/wordml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NAMES = (
    f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}" xmlns:mc="{MC}" xmlns:wps="{WPS}"'
    f' xmlns:p15="{PREVIEW}" xmlns:r="{RELATIONSHIPS}" mc:Ignorable="w14 w15"'
)
PROMPT = "Klik of tik om tekst in te voeren."
DATE_PROMPT = "Klik of tik om een datum in te voeren."
LIST_PROMPT = "Kies een item."
STYLES = f"""{KOP}<w:styles {NAMES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="character" w:styleId="Tekstaanduiding"><w:name w:val="Placeholder Text"/></w:style>
</w:styles>"""


def run(text: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", bold: bool = False, point: bool = False) -> str:
    """Return a paragraph; what is no XML becomes a run."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    own += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if point else ""
    look = "<w:b/>" if bold else ""
    inside = "".join(one if one.startswith("<w:") else run(one, look) for one in content)
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{inside}</w:p>"


def heading(text: str, level: int = 1) -> str:
    return p(text, style=f"Kop{level}")


def cell(*content: str, span: int = 1, shaded: bool = False, merge: str = "") -> str:
    own = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    own += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    own += '<w:shd w:val="clear" w:fill="D9D9D9"/>' if shaded else ""
    blocks = "".join(
        one if one.startswith(("<w:p", "<w:sdt", "<w:tbl")) else p(one) for one in content
    )
    return f"<w:tc><w:tcPr>{own}</w:tcPr>{blocks or p()}</w:tc>"


def table(*rows: list[str] | str) -> str:
    """Return a table; a cell that is no XML holds that text."""
    made = (
        row
        if isinstance(row, str)
        else f"<w:tr>{''.join(one if one.startswith('<w:') else cell(one) for one in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(made)}</w:tbl>"


def properties(
    kind: str = "", *, title: str = "", tag: str = "", prompt: bool = False, more: str = ""
) -> str:
    own = f'<w:alias w:val="{escape(title)}"/>' if title else ""
    own += f'<w:tag w:val="{escape(tag)}"/>' if tag else ""
    return f"<w:sdtPr>{own}{more}{'<w:showingPlcHdr/>' if prompt else ''}{kind}</w:sdtPr>"


def control(text: str = "", kind: str = "<w:text/>", *, prompt: str = PROMPT, **more: str) -> str:
    """Return a control in a line; without text it shows its prompt."""
    look = "" if text else '<w:rStyle w:val="Tekstaanduiding"/>'
    own = properties(kind, prompt=not text, **more)
    return f"<w:sdt>{own}<w:sdtContent>{run(text or prompt, look)}</w:sdtContent></w:sdt>"


def block(text: str = "", kind: str = "", *, prompt: str = PROMPT, **more: str) -> str:
    """Return a control around paragraphs."""
    look = "" if text else '<w:rStyle w:val="Tekstaanduiding"/>'
    lines = "".join(p(run(line, look)) for line in (text or prompt).split("\n"))
    own = properties(kind, prompt=not text, **more)
    return f"<w:sdt>{own}<w:sdtContent>{lines}</w:sdtContent></w:sdt>"


def around(content: str, kind: str = "", **more: str) -> str:
    """Return a control around other things: cells, rows, or what holds controls."""
    return f"<w:sdt>{properties(kind, **more)}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tick(on: bool = False) -> str:
    state = f'<w14:checkbox><w14:checked w14:val="{int(on)}"/></w14:checkbox>'
    return (
        f"<w:sdt>{properties(state)}<w:sdtContent>{run('☒' if on else '☐')}</w:sdtContent></w:sdt>"
    )


def choices(*items: str, kind: str = "dropDownList") -> str:
    made = "".join(
        f'<w:listItem w:displayText="{escape(i)}" w:value="{escape(i)}"/>' for i in items
    )
    return f"<w:{kind}>{made}</w:{kind}>"


DATE = '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/></w:date>'


def sign(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def field(instruction: str, result: str | None = None, data: str = "") -> str:
    """Return a field in signs; one of a form has data."""
    own = f"<w:ffData>{data}</w:ffData>" if data else ""
    shown = "" if result is None else f"{sign('separate')}{run(result)}"
    asked = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{sign('begin', own)}{asked}{shown}{sign('end')}"


def legacy_text(result: str = "\u2002" * 5, *, name: str = "Tekst1", more: str = "") -> str:
    return field("FORMTEXT", result, f'<w:name w:val="{name}"/><w:textInput>{more}</w:textInput>')


def legacy_tick(*, on: bool = False, name: str = "Selectievakje1") -> str:
    state = f'<w:checkBox><w:default w:val="{int(on)}"/></w:checkBox>'
    return field("FORMCHECKBOX", None, f'<w:name w:val="{name}"/>{state}')


def legacy_list(*items: str, chosen: int | None = None) -> str:
    state = "" if chosen is None else f'<w:result w:val="{chosen}"/>'
    made = "".join(f'<w:listEntry w:val="{escape(item)}"/>' for item in items)
    return field(
        "FORMDROPDOWN", None, f'<w:name w:val="Lijst1"/><w:ddList>{state}{made}</w:ddList>'
    )


def box(content: str, fallback: str = "") -> str:
    """Return a text box as Word writes it, in two versions."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    old = f"<w:txbxContent>{fallback or content}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{old}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def document(*content: str, section: str = "") -> str:
    body = f"{''.join(content)}<w:sectPr>{section}</w:sectPr>"
    return f"{KOP}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def form_bytes(*content: str, header: str = "", notes: str = "", settings: str = "") -> bytes:
    """Return a Word file with this text, and a header, footnotes and settings if they are given."""
    kinds = {
        "styles": ("styles.xml", STYLES),
        "header": ("header1.xml", header and f"{KOP}<w:hdr {NAMES}>{header}</w:hdr>"),
        "footnotes": (
            "footnotes.xml",
            notes and f"{KOP}<w:footnotes {NAMES}>{notes}</w:footnotes>",
        ),
        "settings": (
            "settings.xml",
            settings and f"{KOP}<w:settings {NAMES}>{settings}</w:settings>",
        ),
    }
    parts = {kind: (name, text) for kind, (name, text) in kinds.items() if text}
    links = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONSHIPS}/{kind}" Target="{name}"/>'
        for n, (kind, (name, _)) in enumerate(parts.items())
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'{KOP}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'{KOP}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
            f' Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        section = '<w:headerReference w:type="default" r:id="r1"/>' if header else ""
        package.writestr("word/document.xml", document(*content, section=section))
        package.writestr(
            "word/_rels/document.xml.rels",
            f'{KOP}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        )
        for name, text in parts.values():
            package.writestr(f"word/{name}", text)
    return data.getvalue()


def read(*content: str, **parts: str) -> Form:
    """Return a form with this text, as it is read."""
    return read_form(load_package(form_bytes(*content, **parts), "proef.docx"))


def proposal(*content: str, **parts: str) -> Proposal:
    """Return what is proposed for a form with this text."""
    return propose(read(*content, **parts))


def asked(*content: str, **parts: str) -> list[tuple[str, str]]:
    """Return the labels and types of the questions that are proposed."""
    return [(q.label, q.type) for q in proposal(*content, **parts).questions]
