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

PAKKET = "http://schemas.openxmlformats.org/package/2006"
KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PLAATSHOUDER = "Klik of tik om tekst in te voeren."
# Every sign of the markup, in every place.
ALLES = """Begin **vet** en *schuin* en [**link** hier](https://x.nl/?a=1&b=2).
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
    def blok(tag: str, *, vlag: bool = True, ppr: str = "", p: str = "w") -> str:
        return (
            f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="{tag}"/><{p}:tag {p}:val="{tag}"/>'
            f'<{p}:id {p}:val="{sum(tag.encode())}"/><{p}:lock {p}:val="sdtLocked"/>'
            f"{f'<{p}:showingPlcHdr/>' if vlag else ''}</{p}:sdtPr><{p}:sdtContent>"
            f'<{p}:p>{ppr}<{p}:r><{p}:rPr><{p}:rStyle {p}:val="Plaatshouder"/></{p}:rPr>'
            f"<{p}:t>{PLAATSHOUDER}</{p}:t></{p}:r></{p}:p></{p}:sdtContent></{p}:sdt>"
        )

    @staticmethod
    def regel(tag: str, *, rpr: str = "", p: str = "w") -> str:
        return (
            f'<{p}:sdt><{p}:sdtPr>{rpr}<{p}:tag {p}:val="{tag}"/><{p}:showingPlcHdr/><{p}:text/>'
            f'</{p}:sdtPr><{p}:sdtContent><{p}:r><{p}:rPr><{p}:rStyle {p}:val="Plaatshouder"/>'
            f"</{p}:rPr><{p}:t>[{tag}]</{p}:t></{p}:r></{p}:sdtContent></{p}:sdt>"
        )

    @staticmethod
    def deel(voorwaarde: str, *inhoud: str, p: str = "w") -> str:
        """Return a part of a template that is there only when a condition holds."""
        return (
            f'<{p}:sdt><{p}:sdtPr><{p}:alias {p}:val="Alleen soms"/>'
            f'<{p}:tag {p}:val="als: {voorwaarde}"/><{p}:id {p}:val="{sum(voorwaarde.encode())}"/>'
            f"</{p}:sdtPr><{p}:sdtContent>{''.join(inhoud)}</{p}:sdtContent></{p}:sdt>"
        )

    @staticmethod
    def document(*inhoud: str, p: str = "w") -> str:
        return (
            f'{KOP}<{p}:document xmlns:{p}="{W}" xmlns:r="{OFFICE}"><{p}:body>{"".join(inhoud)}'
            f"<{p}:sectPr/></{p}:body></{p}:document>"
        )

    @classmethod
    def goed(cls) -> str:
        """Return a main part with one control per question."""
        return cls.document(
            f"<w:p><w:r><w:t>Plan van </w:t></w:r>{cls.regel('gemeente')}</w:p>",
            cls.blok("eerste"),
            cls.blok("tweede"),
        )

    @staticmethod
    def stijlen(p: str = "w") -> str:
        namen = {
            f"{stijl}{niveau + 1 if niveau else ''}": (naam, num, niveau)
            for stijl, namen, num in (
                ("Opsomteken", BULLET_STYLES, 7),
                ("Nummering", NUMBER_STYLES, 4),
            )
            for niveau, naam in enumerate(namen)
        }
        alinea = "".join(
            f'<{p}:style {p}:type="paragraph" {p}:styleId="{stijl}"><{p}:name {p}:val="{naam}"/>'
            f'<{p}:pPr><{p}:numPr><{p}:ilvl {p}:val="{niveau}"/><{p}:numId {p}:val="{num}"/>'
            f"</{p}:numPr></{p}:pPr></{p}:style>"
            for stijl, (naam, num, niveau) in namen.items()
        )
        teken = "".join(
            f'<{p}:style {p}:type="character" {p}:styleId="{stijl}"><{p}:name {p}:val="{naam}"/>'
            f"</{p}:style>"
            for stijl, naam in (("Koppeling", "Hyperlink"), ("Plaatshouder", "Placeholder Text"))
        )
        return f'{KOP}<{p}:styles xmlns:{p}="{W}">{alinea}{teken}</{p}:styles>'

    @staticmethod
    def nummering(p: str = "w") -> str:
        def abstract(nummer: int, vorm: str) -> str:
            lagen = "".join(
                f'<{p}:lvl {p}:ilvl="{laag}"><{p}:start {p}:val="1"/><{p}:numFmt {p}:val="{vorm}"/>'
                f"</{p}:lvl>"
                for laag in range(LEVELS)
            )
            return f'<{p}:abstractNum {p}:abstractNumId="{nummer}">{lagen}</{p}:abstractNum>'

        return (
            f'{KOP}<{p}:numbering xmlns:{p}="{W}">{abstract(2, "bullet")}{abstract(5, "decimal")}'
            f'<{p}:num {p}:numId="7"><{p}:abstractNumId {p}:val="2"/></{p}:num>'
            f'<{p}:num {p}:numId="4"><{p}:abstractNumId {p}:val="5"/></{p}:num></{p}:numbering>'
        )

    @staticmethod
    def relaties(*paren: tuple[str, str]) -> str:
        regels = "".join(
            f'<Relationship Id="rId{i}" Type="{soort if "/" in soort else f"{OFFICE}/{soort}"}"'
            f' Target="{doel}"/>'
            for i, (soort, doel) in enumerate(paren, 1)
        )
        return f'{KOP}<Relationships xmlns="{PAKKET}/relationships">{regels}</Relationships>'

    @staticmethod
    def types(*extra: tuple[str, str], zonder: tuple[str, ...] = ()) -> str:
        basis = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        delen = [
            ("word/document.xml", f"{basis}.document.main+xml"),
            ("word/styles.xml", f"{basis}.styles+xml"),
            ("word/numbering.xml", f"{basis}.numbering+xml"),
            *extra,
        ]
        regels = "".join(
            f'<Override PartName="/{d}" ContentType="{s}"/>' for d, s in delen if d not in zonder
        )
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        return (
            f'{KOP}<Types xmlns="{PAKKET}/content-types"><Default Extension="rels"'
            f' ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{regels}</Types>"
        )

    @classmethod
    def delen(cls, document: str | None = None) -> dict[str, str | bytes]:
        return {
            "[Content_Types].xml": cls.types(),
            "_rels/.rels": cls.relaties(("officeDocument", "word/document.xml")),
            "word/document.xml": document or cls.goed(),
            "word/_rels/document.xml.rels": cls.relaties(
                ("styles", "styles.xml"), ("numbering", "/word/numbering.xml")
            ),
            "word/styles.xml": cls.stijlen(),
            "word/numbering.xml": cls.nummering(),
        }

    @classmethod
    def met_koptekst(
        cls, *inhoud: str, soort: str = "header", document: str | None = None
    ) -> dict[str, str | bytes]:
        """Return the parts of a package of which the only section has a header `kop.xml`."""
        verwijzing = f'<w:{soort}Reference xmlns:r="{OFFICE}" w:type="default" r:id="rId3"/>'
        hoofd = (document or cls.goed()).replace(
            "<w:sectPr/>", f"<w:sectPr>{verwijzing}</w:sectPr>"
        )
        rand = cls.document(*inhoud).replace("<w:body>", "").replace("<w:sectPr/></w:body>", "")
        type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{soort}+xml"
        return {
            **cls.delen(hoofd),
            "word/kop.xml": rand.replace("w:document", "w:hdr" if soort == "header" else "w:ftr"),
            "word/_rels/document.xml.rels": cls.relaties(
                ("styles", "styles.xml"), ("numbering", "numbering.xml"), (soort, "kop.xml")
            ),
            "[Content_Types].xml": cls.types(("word/kop.xml", type_)),
        }

    @staticmethod
    def pak_in(delen: dict[str, str | bytes], methode: int = zipfile.ZIP_DEFLATED) -> bytes:
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", methode) as pakket:
            for naam, deel in delen.items():
                pakket.writestr(naam, deel)
        return uit.getvalue()

    @classmethod
    def docx(cls, *inhoud: str) -> bytes:
        """Return a package whose main part has this content (none: one control per question)."""
        return cls.pak_in(cls.delen(cls.document(*inhoud) if inhoud else None))

    @staticmethod
    def plan(gegevens: dict[str, str] | None = None, **antwoorden: str) -> Plan:
        return Plan("proef", "3", gegevens or {}, antwoorden)

    @staticmethod
    def met_vraag(*vragen: Vraag) -> Vragenlijst:
        """Return the small question set with other questions or fields in their place."""
        anders = {vraag.id: vraag for vraag in vragen}
        (hoofdstuk,) = LIJST.hoofdstukken
        return LIJST._replace(
            gegevens=tuple(anders.get(v.id, v) for v in LIJST.gegevens),
            hoofdstukken=(
                hoofdstuk._replace(vragen=tuple(anders.get(v.id, v) for v in hoofdstuk.vragen)),
            ),
        )

    @staticmethod
    def open(data: bytes) -> Sjabloon:
        return open_sjabloon(data, "proef.docx", LIJST)

    @staticmethod
    def lees(data: bytes) -> Gelezen:
        return Gelezen(data)
