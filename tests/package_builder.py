"""A small question set, and small Word packages to fill or to break."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from independent_reader import OFFICE, Gelezen, W
from uitvoeringsplan.model.answer_markup import LEVELS
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.word.writing.point_levels import BULLET_STYLES, NUMBER_STYLES

if TYPE_CHECKING:
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PLAATSHOUDER = "Klik of tik om tekst in te voeren."
# Every sign of the markup, in every place.
EVERYTHING = """Begin **vet** en *schuin* en [**link** hier](https://x.nl/?a=1&b=2).
Tweede regel met R&D <b>.

- punt
  - dieper
    vervolg
- [zelfde](https://x.nl/?a=1&b=2)

3. drie
  - tussendoor
  1. onder
  2. onder
4. vier

tekst

1. opnieuw
"""

LIJST = Vragenlijst(
    soort="proef",
    versie="3",
    titel="Proefplan",
    sjabloon="proef.docx",
    gegevens=(
        Vraag(id="gemeente", label="Gemeente", vraag="Welke?", type=TYPES["regel"]),
        Vraag(id="leden", label="Leden", vraag="Wie?", type=TYPES["lijst"]),
        Vraag(id="datum", label="Datum", vraag="Wanneer?", type=TYPES["datum"]),
    ),
    hoofdstukken=(
        Hoofdstuk(
            "begin",
            "Begin",
            vragen=(
                Vraag(id="eerste", label="Eerste", vraag="Wat eerst?"),
                Vraag(id="tweede", label="Tweede", vraag="Wat dan?", type=TYPES["lijst"]),
            ),
        ),
    ),
)


class PackageBuilder:
    """Builds small Word packages; every part can be replaced or left out."""

    lijst = LIJST
    W = W

    @staticmethod
    def block(tag: str, *, flag: bool = True, ppr: str = "", p: str = "w") -> str:
        return (
            f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="{tag}"/><{p}:tag {p}:val="{tag}"/>'
            f'<{p}:id {p}:val="{sum(tag.encode())}"/><{p}:lock {p}:val="sdtLocked"/>'
            f"{f'<{p}:showingPlcHdr/>' if flag else ''}</{p}:sdtPr><{p}:sdtContent>"
            f'<{p}:p>{ppr}<{p}:r><{p}:rPr><{p}:rStyle {p}:val="Plaatshouder"/></{p}:rPr>'
            f"<{p}:t>{PLAATSHOUDER}</{p}:t></{p}:r></{p}:p></{p}:sdtContent></{p}:sdt>"
        )

    @staticmethod
    def line(tag: str, *, rpr: str = "", p: str = "w") -> str:
        return (
            f'<{p}:sdt><{p}:sdtPr>{rpr}<{p}:tag {p}:val="{tag}"/><{p}:showingPlcHdr/><{p}:text/>'
            f'</{p}:sdtPr><{p}:sdtContent><{p}:r><{p}:rPr><{p}:rStyle {p}:val="Plaatshouder"/>'
            f"</{p}:rPr><{p}:t>[{tag}]</{p}:t></{p}:r></{p}:sdtContent></{p}:sdt>"
        )

    @staticmethod
    def part(voorwaarde: str, *content: str, p: str = "w") -> str:
        """Return a part of a template that is there only when a condition holds."""
        return (
            f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="Alleen soms"/>'
            f'<{p}:tag {p}:val="als: {voorwaarde}"/><{p}:id {p}:val="{sum(voorwaarde.encode())}"/>'
            f"</{p}:sdtPr><{p}:sdtContent>{''.join(content)}</{p}:sdtContent></{p}:sdt>"
        )

    @staticmethod
    def document(*content: str, p: str = "w") -> str:
        return (
            f'{KOP}<{p}:document xmlns:{p}="{W}" xmlns:r="{OFFICE}"><{p}:body>{"".join(content)}'
            f"<{p}:sectPr/></{p}:body></{p}:document>"
        )

    @classmethod
    def good(cls) -> str:
        """Return a main part with one control per question."""
        return cls.document(
            f"<w:p><w:r><w:t>Plan van </w:t></w:r>{cls.line('gemeente')}</w:p>",
            cls.block("eerste"),
            cls.block("tweede"),
        )

    @staticmethod
    def styles(p: str = "w") -> str:
        names = {
            f"{style}{level + 1 if level else ''}": (name, num, level)
            for style, names, num in (
                ("Opsomteken", BULLET_STYLES, 7),
                ("Nummering", NUMBER_STYLES, 4),
            )
            for level, name in enumerate(names)
        }
        paragraph = "".join(
            f'<{p}:style {p}:type="paragraph" {p}:styleId="{style}"><{p}:name {p}:val="{name}"/>'
            f'<{p}:pPr><{p}:numPr><{p}:ilvl {p}:val="{level}"/><{p}:numId {p}:val="{num}"/>'
            f"</{p}:numPr></{p}:pPr></{p}:style>"
            for style, (name, num, level) in names.items()
        )
        sign = "".join(
            f'<{p}:style {p}:type="character" {p}:styleId="{style}"><{p}:name {p}:val="{name}"/>'
            f"</{p}:style>"
            for style, name in (("Koppeling", "Hyperlink"), ("Plaatshouder", "Placeholder Text"))
        )
        return f'{KOP}<{p}:styles xmlns:{p}="{W}">{paragraph}{sign}</{p}:styles>'

    @staticmethod
    def numbering(p: str = "w") -> str:
        def abstract(number: int, form: str) -> str:
            layers = "".join(
                f'<{p}:lvl {p}:ilvl="{layer}"><{p}:start {p}:val="1"/><{p}:numFmt'
                f' {p}:val="{form}"/>'
                f"</{p}:lvl>"
                for layer in range(LEVELS)
            )
            return f'<{p}:abstractNum {p}:abstractNumId="{number}">{layers}</{p}:abstractNum>'

        return (
            f'{KOP}<{p}:numbering xmlns:{p}="{W}">{abstract(2, "bullet")}{abstract(5, "decimal")}'
            f'<{p}:num {p}:numId="7"><{p}:abstractNumId {p}:val="2"/></{p}:num>'
            f'<{p}:num {p}:numId="4"><{p}:abstractNumId {p}:val="5"/></{p}:num></{p}:numbering>'
        )

    @staticmethod
    def relationships(*pairs: tuple[str, str]) -> str:
        lines = "".join(
            f'<Relationship Id="rId{i}" Type="{kind if "/" in kind else f"{OFFICE}/{kind}"}"'
            f' Target="{target}"/>'
            for i, (kind, target) in enumerate(pairs, 1)
        )
        return f'{KOP}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'

    @staticmethod
    def types(*extra: tuple[str, str], without: tuple[str, ...] = ()) -> str:
        basis = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        parts = [
            ("word/document.xml", f"{basis}.document.main+xml"),
            ("word/styles.xml", f"{basis}.styles+xml"),
            ("word/numbering.xml", f"{basis}.numbering+xml"),
            *extra,
        ]
        lines = "".join(
            f'<Override PartName="/{d}" ContentType="{s}"/>' for d, s in parts if d not in without
        )
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        return (
            f'{KOP}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            f' ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{lines}</Types>"
        )

    @classmethod
    def parts(cls, document: str | None = None) -> dict[str, str | bytes]:
        return {
            "[Content_Types].xml": cls.types(),
            "_rels/.rels": cls.relationships(("officeDocument", "word/document.xml")),
            "word/document.xml": document or cls.good(),
            "word/_rels/document.xml.rels": cls.relationships(
                ("styles", "styles.xml"), ("numbering", "/word/numbering.xml")
            ),
            "word/styles.xml": cls.styles(),
            "word/numbering.xml": cls.numbering(),
        }

    @classmethod
    def with_header(
        cls, *content: str, kind: str = "header", document: str | None = None
    ) -> dict[str, str | bytes]:
        """Return the parts of a package of which the only section has a header `kop.xml`."""
        reference = f'<w:{kind}Reference xmlns:r="{OFFICE}" w:type="default" r:id="rId3"/>'
        head = (document or cls.good()).replace("<w:sectPr/>", f"<w:sectPr>{reference}</w:sectPr>")
        edge = cls.document(*content).replace("<w:body>", "").replace("<w:sectPr/></w:body>", "")
        type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        return {
            **cls.parts(head),
            "word/kop.xml": edge.replace("w:document", "w:hdr" if kind == "header" else "w:ftr"),
            "word/_rels/document.xml.rels": cls.relationships(
                ("styles", "styles.xml"), ("numbering", "numbering.xml"), (kind, "kop.xml")
            ),
            "[Content_Types].xml": cls.types(("word/kop.xml", type_)),
        }

    @staticmethod
    def pack(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        result = io.BytesIO()
        with zipfile.ZipFile(result, "w", method) as package:
            for name, part in parts.items():
                package.writestr(name, part)
        return result.getvalue()

    @classmethod
    def docx(cls, *content: str) -> bytes:
        """Return a package whose main part has this content (none: one control per question)."""
        return cls.pack(cls.parts(cls.document(*content) if content else None))

    @staticmethod
    def plan(gegevens: dict[str, str] | None = None, **antwoorden: str) -> Plan:
        return Plan("proef", "3", gegevens or {}, antwoorden)

    @staticmethod
    def with_vraag(*vragen: Vraag) -> Vragenlijst:
        """Return the small question set with other questions or fields in their place."""
        otherwise = {vraag.id: vraag for vraag in vragen}
        (hoofdstuk,) = LIJST.hoofdstukken
        return LIJST._replace(
            gegevens=tuple(otherwise.get(v.id, v) for v in LIJST.gegevens),
            hoofdstukken=(
                hoofdstuk._replace(vragen=tuple(otherwise.get(v.id, v) for v in hoofdstuk.vragen)),
            ),
        )

    @staticmethod
    def open(data: bytes) -> Sjabloon:
        return open_sjabloon(data, "proef.docx", LIJST)

    @staticmethod
    def read(data: bytes) -> Gelezen:
        return Gelezen(data)
