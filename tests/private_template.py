"""A template that carries everything a stranger's may: every private text is about the same bird.

All names are invented. What a reader of a document may see has no bird in it, so that one search
through all the bytes of what was made tells whether anything came along.
"""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from private_pictures import gif, jpeg, png, svg

VOGEL = "kanarie"
VISIBLE = ("Een gewone link", "Naar de map", "Plaatje uit een bestand", "In een kader", "Slim")

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MS = "http://schemas.microsoft.com/office"
_CP = "http://schemas.openxmlformats.org/package/2006"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SPACES = (
    f' xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:wps="{_MS}/word/2010/wordprocessingShape" xmlns:wp="{_WP}" xmlns:a="{_A}"'
    f' xmlns:pic="{_PIC}" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w15="{_MS}/word/2012/wordml"'
)
_CODE = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


class _Deel(NamedTuple):
    """A part that is added: of which part, by which kind of relationship, and its content type."""

    start: str
    kind: str
    type: str
    data: bytes


def _run(text: str, opmaak: str = "") -> str:
    opmaak = f"<w:rPr>{opmaak}</w:rPr>" if opmaak else ""
    return f'<w:r w:rsidR="00BADA55">{opmaak}<w:t>{text}</w:t></w:r>'


def _p(*runs: str, ppr: str = "") -> str:
    own = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return f'<w:p w:rsidR="00BADA55" w:rsidRDefault="00C0FFEE">{own}{"".join(runs)}</w:p>'


def _veld(code: str, resultaat: str) -> str:
    return (
        _CODE.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + _CODE.format("separate")
        + _run(resultaat)
        + _CODE.format("end")
    )


def _tekening(number: int, source: str, description: str, extra: str = "") -> str:
    name = rf"C:\Users\{VOGEL}\Pictures\foto{number}.png"
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="360000" cy="360000"/><wp:docPr id="{9000 + number}" name="{name}"'
        f' descr="{description}"/><a:graphic><a:graphicData uri="{_PIC}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{9000 + number}" name="{VOGEL}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip {source}>{extra}</a:blip><a:stretch><a:fillRect/></a:stretch>"
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


_FRAME = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0"'
    ' distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="360000"/>'
    f'<wp:docPr id="9100" name="{VOGEL}.docx"/><a:graphic><a:graphicData'
    f' uri="{_MS}/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="900000" cy="360000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>In een kader</w:t>"
    "</w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect"
    ' style="width:70pt;height:28pt"><v:textbox><w:txbxContent><w:p><w:r>'
    f"<w:t>oud {VOGEL} kader</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
_OBJECT = (
    '<w:r><w:object><v:shape id="o1" style="width:20pt;height:20pt" alt="blad"'
    rf' href="file:///C:/{VOGEL}/x.xlsx"><v:imagedata r:id="vGif" o:title="{VOGEL}.gif"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="o1" DrawAspect="Content"'
    ' ObjectID="_1" r:id="vOle"/></w:object></w:r>'
)
_SVG_EXT = (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
    f' xmlns:asvg="{_MS}/drawing/2016/SVG/main" r:embed="vSvg"/></a:ext></a:extLst>'
)
_TEXT = "".join(
    (
        f"<!-- {VOGEL} was hier --><?{VOGEL} opdracht?>",
        _p(
            '<w:commentRangeStart w:id="71"/>',
            _run("Tekst met een opmerking."),
            '<w:commentRangeEnd w:id="71"/><w:r><w:commentReference w:id="71"/></w:r>',
        ),
        _p(_run("Zichtbaar. "), _run(f"verborgen {VOGEL}", "<w:vanish/>")),
        _p(_run(f"{VOGEL} in een tekenstijl", '<w:rStyle w:val="VGeheim"/>')),
        _p(_run(f"{VOGEL} in een alineastijl"), ppr='<w:pStyle w:val="VGeheimAlinea"/>'),
        _p(
            _run(
                "Nu vet.",
                f'<w:b/><w:rPrChange w:id="81" w:author="{VOGEL}" w:date="2026-01-01T00:00:00Z">'
                "<w:rPr/></w:rPrChange>",
            )
        ),
        _p(f'<w:hyperlink r:id="vWeb">{_run("Een gewone link")}</w:hyperlink>'),
        _p(f'<w:hyperlink r:id="vMap">{_run("Naar de map")}</w:hyperlink>'),
        _p(_veld(rf'INCLUDEPICTURE "C:\\Users\\{VOGEL}\\x.png" \d', "Plaatje uit een bestand")),
        _p(_veld(r"FILENAME \p", rf"C:\Users\{VOGEL}\sjabloon.dotx")),
        _p(_veld("DOCPROPERTY Company", f"Bureau {VOGEL}")),
        _p(f'<w:fldSimple w:instr=" AUTHOR ">{_run(f"An {VOGEL}")}</w:fldSimple>'),
        _p(
            f'<w:smartTag w:uri="urn:{VOGEL}" w:element="naam"><w:smartTagPr><w:attr'
            f' w:name="x" w:val="{VOGEL}"/></w:smartTagPr>{_run("Slim")}</w:smartTag>'
        ),
        f'<w:customXml w:uri="urn:{VOGEL}" w:element="e">{_p(_run("In een element"))}'
        "</w:customXml>",
        '<w:sdt><w:sdtPr><w:alias w:val="Gebonden"/><w:id w:val="4242"/><w:dataBinding'
        f' w:prefixMappings="xmlns:n=\'urn:{VOGEL}\'" w:xpath="/n:a"'
        ' w:storeItemID="{11111111-2222-3333-4444-555555555555}"/></w:sdtPr><w:sdtContent>'
        f"{_p(_run('Gebonden tekst'))}</w:sdtContent></w:sdt>",
        _p(
            f'<w:permStart w:id="5" w:ed="DOMEIN\\{VOGEL}"/>',
            _run("Te bewerken"),
            '<w:permEnd w:id="5"/>',
        ),
        _p(_tekening(1, 'r:embed="vPng"', f"Macintosh HD:Users:{VOGEL}:foto.png", _SVG_EXT)),
        _p(_tekening(2, 'r:embed="vJpg" r:link="vBuiten"', "Een goede beschrijving")),
        _p(_tekening(3, 'r:link="vBuiten"', "Staat ergens anders")),
        _p(_FRAME),
        _p(_OBJECT),
    )
)
_STYLES = (
    '<w:style w:type="character" w:styleId="VGeheim"><w:name w:val="V Geheim"/><w:rPr>'
    '<w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="VGeheimBasis">'
    '<w:name w:val="V Geheim Basis"/><w:rsid w:val="00BADA55"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="VGeheimAlinea"><w:name w:val="V Geheim Alinea"/>'
    '<w:basedOn w:val="VGeheimBasis"/></w:style>'
)
_SETTINGS = (
    f'<w:attachedTemplate r:id="vSjabloon"/><w:documentProtection w:edit="comments"'
    f' w:enforcement="1" w:algorithmName="SHA-512" w:hashValue="{VOGEL}AA" w:saltValue="{VOGEL}BB"'
    ' w:spinCount="100000"/>'
)
_SETTINGS_BEHIND = (
    '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>'
    f'<w:connectString w:val="C:\\{VOGEL}\\adressen.csv"/><w:dataSource r:id="vBron"/>'
    "</w:mailMerge>"
    '<w:rsids><w:rsidRoot w:val="00BADA55"/><w:rsid w:val="00C0FFEE"/></w:rsids>'
    f'<w:docVars><w:docVar w:name="wie" w:val="{VOGEL}"/></w:docVars>'
    '<w15:docId w15:val="{BADA55AA-0000-0000-0000-000000000000}"/>'
)
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _xml(name: str, space: str, inside: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{name} xmlns="{space}">{inside}</{name}>'.encode()
    )


def _w_part(name: str, inside: str) -> bytes:
    kop = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{kop}<w:{name} xmlns:w="{W}">{inside}</w:{name}>'.encode()


_COMMENT = (
    f'<w:comment w:id="71" w:author="{VOGEL}" w:initials="KV"><w:p><w:r><w:t>{VOGEL} vindt dit'
    "</w:t></w:r></w:p></w:comment>"
)
_OWN = (
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Zaak">'
    '<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f"{VOGEL}</vt:lpwstr></property>"
)
_DOC = "word/document.xml"
_BIN = "application/octet-stream"
PARTS: dict[str, _Deel] = {
    "docProps/app.xml": _Deel(
        "", f"{OFFICE}/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        _xml(
            "Properties", f"{OFFICE[:-14]}/extended-properties",
            f"<Template>{VOGEL}.dotx</Template><Manager>{VOGEL}</Manager><Company>{VOGEL}</Company>"
            f"<HyperlinkBase>C:\\{VOGEL}</HyperlinkBase>",
        ),
    ),
    "docProps/custom.xml": _Deel(
        "", f"{OFFICE}/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        _xml("Properties", f"{OFFICE[:-14]}/custom-properties", _OWN),
    ),
    "docProps/thumbnail.jpeg": _Deel(
        "", f"{_CP}/relationships/metadata/thumbnail", "image/jpeg", VOGEL.encode()
    ),
    "customUI/customUI.xml": _Deel(
        "", f"{_MS}/2006/relationships/ui/extensibility", "application/xml",
        _xml("customUI", "http://schemas.microsoft.com/office/2006/01/customui", f"<!--{VOGEL}-->"),
    ),
    "word/webextensions/taskpanes.xml": _Deel(
        "", f"{_MS}/2011/relationships/webextensiontaskpanes",
        "application/vnd.ms-office.webextensiontaskpanes+xml",
        _xml("taskpanes", f"urn:{VOGEL}"),
    ),
    "customXml/item1.xml": _Deel(
        _DOC, f"{OFFICE}/customXml", "application/xml", _xml("a", f"urn:{VOGEL}", VOGEL)
    ),
    "customXml/itemProps1.xml": _Deel(
        "customXml/item1.xml", f"{OFFICE}/customXmlProps",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        _xml("datastoreItem", f"urn:{VOGEL}"),
    ),
    "word/comments.xml": _Deel(
        _DOC, f"{OFFICE}/comments", f"{_WML}.comments+xml", _w_part("comments", _COMMENT)
    ),
    "word/commentsExtended.xml": _Deel(
        _DOC, f"{_MS}/2011/relationships/commentsExtended", f"{_WML}.commentsExtended+xml",
        _xml("commentsEx", f"{_MS}/word/2012/wordml", f"<!--{VOGEL}-->"),
    ),
    "word/commentsIds.xml": _Deel(
        _DOC, f"{_MS}/2016/09/relationships/commentsIds", f"{_WML}.commentsIds+xml",
        _xml("commentsIds", f"{_MS}/word/2016/wordml/cid", f"<!--{VOGEL}-->"),
    ),
    "word/commentsExtensible.xml": _Deel(
        _DOC, f"{_MS}/2018/08/relationships/commentsExtensible", f"{_WML}.commentsExtensible+xml",
        _xml("commentsExtensible", f"{_MS}/word/2018/wordml/cex", f"<!--{VOGEL}-->"),
    ),
    "word/people.xml": _Deel(
        _DOC, f"{_MS}/2011/relationships/people", f"{_WML}.people+xml",
        _xml("people", f"{_MS}/word/2012/wordml", f'<person author="{VOGEL}"/>'),
    ),
    "word/webSettings.xml": _Deel(
        _DOC, f"{OFFICE}/webSettings", f"{_WML}.webSettings+xml",
        _w_part("webSettings", f"<!--{VOGEL}-->"),
    ),
    "word/printerSettings/printerSettings1.bin": _Deel(
        _DOC, f"{OFFICE}/printerSettings", f"{_WML}.printerSettings",
        rf"\\{VOGEL}\hp".encode("utf-16-le"),
    ),
    f"word/media/{VOGEL}%20foto.png": _Deel(_DOC, f"{OFFICE}/image", "image/png", png(VOGEL)),
    "word/media/image8.jpg": _Deel(_DOC, f"{OFFICE}/image", "image/jpeg", jpeg(VOGEL)),
    "word/media/image9.gif": _Deel(_DOC, f"{OFFICE}/image", "image/gif", gif(VOGEL)),
    "word/media/image10.svg": _Deel(_DOC, f"{OFFICE}/image", "image/svg+xml", svg(VOGEL)),
    "word/media/image11.png": _Deel(_DOC, f"{OFFICE}/image", "image/png", png(VOGEL)),  # left over
    "word/embeddings/oleObject1.bin": _Deel(_DOC, f"{OFFICE}/oleObject", _BIN, VOGEL.encode()),
}  # fmt: skip
_IDS = {
    f"word/media/{VOGEL}%20foto.png": "vPng", "word/media/image8.jpg": "vJpg",
    "word/media/image9.gif": "vGif", "word/media/image10.svg": "vSvg",
    "word/embeddings/oleObject1.bin": "vOle", "word/printerSettings/printerSettings1.bin": "vPrint",
}  # fmt: skip
_EXTERN = {
    "word/document.xml": (
        ("vWeb", "hyperlink", "https://gemeente.example/plan"),
        ("vMap", "hyperlink", rf"file:///\\server\{VOGEL}\map"),
        ("vBuiten", "image", f"file:///C:/Users/{VOGEL}/foto.jpg"),
    ),
    "word/settings.xml": (
        ("vSjabloon", "attachedTemplate", f"file:///C:/{VOGEL}/huis.dotx"),
        ("vBron", "mailMergeSource", f"file:///C:/{VOGEL}/adressen.csv"),
    ),
}
_BUILDING_BLOCK = (
    '<w:docPart><w:docPartPr><w:name w:val="Handtekening"/><w:category><w:name w:val="Algemeen"/>'
    '<w:gallery w:val="autoTxt"/></w:category><w:types><w:type w:val="autoTxt"/></w:types>'
    f"</w:docPartPr><w:docPartBody><w:p><w:r><w:t>Groet, {VOGEL}</w:t></w:r></w:p></w:docPartBody>"
    "</w:docPart>"
)


def beladen(sjabloon: bytes, *, dotx: bool = False) -> bytes:
    """Return a template with all of it; `dotx` as a template of Word."""
    with zipfile.ZipFile(io.BytesIO(sjabloon)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts[_DOC].decode()
    start = document.index("<w:document ")
    kop, rest = document[:start], document[start:]
    spaces = _SPACES
    if 'xmlns:r="' in rest[: rest.index("<w:body>")]:
        spaces = spaces.replace(f' xmlns:r="{OFFICE}"', "")
    document = rest.replace("<w:document ", f"<w:document{spaces} ", 1)
    document = document.replace("<w:body>", f"<w:body>{_TEXT}", 1)
    end = document.rindex("</w:sectPr>")
    document = document[:end] + '<w:printerSettings r:id="vPrint"/>' + document[end:]
    parts[_DOC] = f"{kop}{document}".encode()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"</w:styles>", _STYLES.encode() + b"</w:styles>"
    )
    settings = parts["word/settings.xml"].decode()
    settings = settings.replace("<w:settings ", f"<w:settings{_SPACES} ", 1)
    settings = settings.replace("<w:defaultTabStop", f"{_SETTINGS}<w:defaultTabStop", 1)
    parts["word/settings.xml"] = settings.replace(
        "</w:settings>", f"{_SETTINGS_BEHIND}</w:settings>"
    ).encode()
    parts["word/glossary/document.xml"] = parts["word/glossary/document.xml"].replace(
        b"</w:docParts>", _BUILDING_BLOCK.encode() + b"</w:docParts>"
    )
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"</cp:coreProperties>",
        f"<cp:lastModifiedBy>{VOGEL}</cp:lastModifiedBy><cp:revision>77</cp:revision>"
        "</cp:coreProperties>".encode(),
    )
    _voeg_delen_toe(parts)
    if dotx:
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"document.main+xml", b"template.main+xml"
        )
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = f"gemaakt door {VOGEL}".encode()
        for name, data in parts.items():
            member = zipfile.ZipInfo(name)
            member.comment = VOGEL.encode()
            member.extra = b"\xfe\xca" + len(VOGEL).to_bytes(2, "little") + VOGEL.encode()
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, data)
    return result.getvalue()


def _voeg_delen_toe(parts: dict[str, bytes]) -> None:
    lines: dict[str, list[str]] = {}
    types = []
    for number, (name, part) in enumerate(PARTS.items()):
        parts[name] = part.data
        types.append(f'<Override PartName="/{name}" ContentType="{part.type}"/>')
        id_ = _IDS.get(name, f"v{number}")
        lines.setdefault(part.start, []).append(
            f'<Relationship Id="{id_}" Type="{part.kind}" Target="/{name}"/>'
        )
    for start, extern in _EXTERN.items():
        lines.setdefault(start, []).extend(
            f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"'
            ' TargetMode="External"/>'
            for id_, kind, target in extern
        )
    for start, new in lines.items():
        map_, _, bare = start.rpartition("/")
        name = f"{map_}/_rels/{bare}.rels" if map_ else f"_rels/{bare}.rels"
        empty = f'<Relationships xmlns="{_CP}/relationships"></Relationships>'.encode()
        parts[name] = parts.get(name, empty).replace(
            b"</Relationships>", "".join(new).encode() + b"</Relationships>"
        )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", "".join(types).encode() + b"</Types>"
    )
