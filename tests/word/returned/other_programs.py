"""What other programs do to a document of ours, each habit as a change of our own document."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from returned_documents import run, text_of

from independent_reader import NS, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from returned_documents import Bewerker

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _blocks(reviser: Bewerker, lijst: Vragenlijst) -> Iterator[tuple[Any, Any]]:
    """Yield every control around an answer, taken away, with the first paragraph of it."""
    for vraag in lijst.vragen:
        for sdt in reviser.velden(vraag.id):
            content = list(sdt.find(w("sdtContent")))
            parent, place = sdt.getparent(), sdt.getparent().index(sdt)
            parent[place : place + 1] = content
            yield sdt, next(content[0].iter(w("p")))


def _content(paragraph: Any) -> list[Any]:
    return [part for part in paragraph if part.tag != w("pPr")]


def _before(paragraph: Any) -> list[Any]:
    """Return what stays in front: properties, and the bookmark at the beginning of an answer."""
    return [p for p in paragraph if p.tag in map(w, ("pPr", "bookmarkStart", "bookmarkEnd"))]


def with_field_in_paragraph(lijst: Vragenlijst):
    """LibreOffice 25: a control of plain text in the first paragraph, up to its first link.

    That control goes into the link.
    """

    def perform(reviser: Bewerker) -> None:
        for sdt, paragraph in _blocks(reviser, lijst):
            parts = _content(paragraph)
            end = next((i for i, d in enumerate(parts) if d.tag == w("hyperlink")), len(parts))
            sdt.find(w("sdtPr")).append(etree.Element(w("text")))
            sdt.find(w("sdtContent"))[:] = parts[:end]
            if end == len(parts):
                paragraph.append(sdt)
            else:
                parts[end].insert(0, sdt)

    return perform


def without_labels(lijst: Vragenlijst):
    """Take the line of every question away, with its bookmark, as somebody may do."""

    def perform(reviser: Bewerker) -> None:
        for vraag in lijst.vragen:
            name = f"uvp_{vraag.id.replace('-', '_')}"
            for mark in reviser.document.xpath(
                f"//w:bookmarkStart[@w:name='{name}']", namespaces=NS
            ):
                line = mark.getparent()
                line.getparent().remove(line)

    return perform


def with_copied_bookmarks(reviser: Bewerker) -> None:
    """LibreOffice by way of doc: the bookmark at an answer is a copy, inside the field there."""
    for mark in list(reviser.document.iter(w("bookmarkStart"))):
        if not mark.get(w("name")).startswith("uva_"):
            continue
        mark.set(w("name"), f"{mark.get(w('name'))}_Copy_1")
        code = next(mark.getparent().iter(w("instrText")), None)
        if code is not None:
            end = mark.getnext()
            code.getparent().addnext(mark)
            mark.addnext(end)


def with_bare_field(lijst: Vragenlijst, *kept: str):
    """LibreOffice 7.4: a control in the first paragraph, around bare words.

    `kept` is what it keeps of its properties: `alias` and `id` the first time that it is saved.
    """

    def perform(reviser: Bewerker) -> None:
        bare_words = _afgeplat(reviser)
        for sdt, paragraph in _blocks(reviser, lijst):
            own = sdt.find(w("sdtPr"))
            own[:] = [part for part in own if part.tag in map(w, ("placeholder", *kept))]
            sdt.find(w("sdtContent"))[:] = [run("".join(map(bare_words, _content(paragraph))))]
            paragraph[:] = [*_before(paragraph), sdt]

    return perform


def met_slokkende_link(lijst: Vragenlijst):
    """The same by way of rtf: no control, and the link begins with the paragraph."""

    def perform(reviser: Bewerker) -> None:
        for _, paragraph in _blocks(reviser, lijst):
            parts = _content(paragraph)
            link = next((part for part in parts if part.tag == w("hyperlink")), None)
            if link is not None:
                link[:0] = parts[: parts.index(link)]

    return perform


def met_invulopdracht(lijst: Vragenlijst, command: str, *, end: bool = True):
    """LibreOffice 7.4 by way of odt or doc: the first paragraph is the result of a field.

    Its words are bare and a link is its code; the end of the field may stand further on.
    """

    def perform(reviser: Bewerker) -> None:
        for _, paragraph in _blocks(reviser, lijst):
            text = "".join(map(_afgeplat(reviser), _content(paragraph)))
            paragraph[:] = [*_before(paragraph), *_veld(command, text, end=end)]
        # Fields in a sentence are left without a name.
        for sdt in reviser.document.xpath("//w:p//w:sdt[w:sdtPr/w:tag]", namespaces=NS):
            parent, place = sdt.getparent(), sdt.getparent().index(sdt)
            parent[place : place + 1] = _veld(command, text_of(sdt))

    return perform


def _afgeplat(reviser: Bewerker):
    rels = etree.fromstring(reviser.parts["word/_rels/document.xml.rels"])
    addresses = {rel.get("Id"): rel.get("Target") for rel in rels}

    def afgeplat(element: Any) -> str:
        code = f'HYPERLINK "{addresses[element.get(R_ID)]}"' if element.get(R_ID) else ""
        return code + text_of(element)

    return afgeplat


def _veld(command: str, text: str, *, end: bool = True) -> list[Any]:
    parts = []
    for kind in ("begin", "", "separate", "tekst", "end")[: None if end else -1]:
        part = run(text) if kind == "tekst" else etree.Element(w("r"))
        if not kind:
            etree.SubElement(part, w("instrText")).text = command
        elif kind != "tekst":
            etree.SubElement(part, w("fldChar"), {w("fldCharType"): kind})
        parts.append(part)
    return parts


def met_inhoudsopgave_over(vraag_id: str):
    """LibreOffice 26 by way of rtf: the contents control goes on over the first answer."""

    def perform(reviser: Bewerker) -> None:
        gallery = "//w:sdt[w:sdtPr/w:docPartObj]"
        (lijst,) = reviser.document.xpath(gallery, namespaces=NS)
        antwoord = reviser.control(vraag_id)
        content = lijst.find(w("sdtContent"))
        while (following := lijst.getnext()) is not antwoord:
            content.append(following)
        content.extend(list(antwoord.find(w("sdtContent"))))
        antwoord.getparent().remove(antwoord)

    return perform


def met_plaatshoudervlag(tag: str, text: str, style: str):
    """SuperDoc, python-docx, find and replace of LibreOffice: typed, with flag and style left."""

    def perform(reviser: Bewerker) -> None:
        for sdt in reviser.velden(tag):
            own = sdt.find(w("sdtPr"))
            if own.find(w("showingPlcHdr")) is None:
                own.append(etree.Element(w("showingPlcHdr")))
            piece = run(text, "rStyle")
            piece.find(w("rPr"))[0].set(w("val"), style)
            content = sdt.find(w("sdtContent"))
            paragraph = content.find(w("p"))
            if paragraph is None:
                content[:] = [piece]
            else:
                paragraph[:] = [piece]
                content[:] = [paragraph]

    return perform


def met_verspreid_vet(lijst: Vragenlijst):
    """ONLYOFFICE by way of odt: no controls, and bold where it was not."""

    def perform(reviser: Bewerker) -> None:
        for _, paragraph in _blocks(reviser, lijst):
            for piece in paragraph.iter(w("r")):
                own = piece.find(w("rPr"))
                if own is None:
                    own = etree.Element(w("rPr"))
                    piece.insert(0, own)
                if own.find(w("b")) is None:
                    own.append(etree.Element(w("b")))

    return perform


def afgekapt(lijst: Vragenlijst):
    """An evaluation version: no controls, and of each answer only the first paragraph."""

    def perform(reviser: Bewerker) -> None:
        for sdt, paragraph in _blocks(reviser, lijst):
            assert sdt is not None
            while (following := paragraph.getnext()) is not None and not following.xpath(
                "descendant-or-self::w:bookmarkStart", namespaces=NS
            ):
                if following.tag != w("p") or not text_of(following):
                    break
                following.getparent().remove(following)

    return perform


def with_repeated_field(tag: str):
    """LibreOffice 7.4: the control of a field begins again where the text changes script."""

    def perform(reviser: Bewerker) -> None:
        for sdt in reviser.velden(tag):
            own = sdt.find(w("sdtPr"))
            own.remove(own.find(w("tag")))
            again = deepcopy(sdt)
            words = next(again.iter(w("t")))
            words.text = f"{words.text[-3:]}{words.text}"
            sdt.addnext(again)

    return perform


def with_short_links(reviser: Bewerker) -> None:
    """LibreOffice 7.4: the last letter of every link stands behind it, in its style."""
    for link in reviser.document.iter(w("hyperlink")):
        words = link[-1]
        if words.find(w("t")) is None or len(words.find(w("t")).text) < 2:
            continue
        rest = deepcopy(words)
        text = words.find(w("t"))
        rest.find(w("t")).text, text.text = text.text[-1], text.text[:-1]
        link.addnext(rest)


def with_bookmarks_above(reviser: Bewerker) -> None:
    """AbiWord by way of rtf: no controls, and every bookmark a paragraph up in its cell."""
    reviser.without_tags()
    for mark in list(reviser.document.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        paragraph = next(mark.iterancestors(w("p")), None)
        above = None if paragraph is None else paragraph.getprevious()
        if above is not None and above.tag == w("p"):
            above.append(mark)


def with_lists_that_run_on(reviser: Bewerker) -> None:
    """Docxcompose: every list of a kind is one, and nothing tells what the file was made with."""
    del reviser.parts["docProps/custom.xml"]
    name = "_rels/.rels"
    rels = etree.fromstring(reviser.parts[name])
    for rel in [rel for rel in rels if rel.get("Target").endswith("custom.xml")]:
        rels.remove(rel)
    reviser.parts[name] = etree.tostring(rels)
    numbering = etree.fromstring(reviser.parts["word/numbering.xml"])
    first: dict[str, str] = {}
    same = {
        num.get(w("numId")): first.setdefault(
            num.find(w("abstractNumId")).get(w("val")), num.get(w("numId"))
        )
        for num in numbering.iter(w("num"))
    }
    for number in reviser.document.iter(w("numId")):
        number.set(w("val"), same.get(number.get(w("val")), number.get(w("val"))))


def with_first_points_apart(reviser: Bewerker) -> None:
    """LibreOffice by way of doc: the first point of a list is in a list of its own."""
    numbering = etree.fromstring(reviser.parts["word/numbering.xml"])
    nums = {num.get(w("numId")): num for num in numbering.iter(w("num"))}
    first: dict[str, Any] = {}
    for number in reviser.document.iter(w("numId")):
        if number.get(w("val")) in nums:
            first.setdefault(number.get(w("val")), number)
    for count, (num_id, number) in enumerate(first.items()):
        copy = deepcopy(nums[num_id])
        copy.set(w("numId"), str(7_000 + count))
        numbering.append(copy)
        number.set(w("val"), copy.get(w("numId")))
    reviser.parts["word/numbering.xml"] = etree.tostring(numbering)


def with_half_signs(lijst: Vragenlijst, sign: str, half: str):
    """ONLYOFFICE by way of odt or rtf: no controls, and of a sign above U+FFFF a half."""

    def perform(reviser: Bewerker) -> None:
        for _ in _blocks(reviser, lijst):
            pass
        for text in reviser.document.iter(w("t")):
            text.text = (text.text or "").replace(sign, half)

    return perform


def with_other_addresses(reviser: Bewerker) -> None:
    """ONLYOFFICE by way of odt writes an ampersand twice over, others a stroke more or less."""
    name = "word/_rels/document.xml.rels"
    rels = etree.fromstring(reviser.parts[name])
    for rel in rels:
        if rel.get("TargetMode") == "External":
            address = rel.get("Target").replace("&", "&amp;")
            rel.set("Target", address.removesuffix("/"))
    reviser.parts[name] = etree.tostring(rels)


def with_comment_for_words(tag: str):
    """LibreOffice 7.4: a comment in the first paragraph, and none of its words."""

    def perform(reviser: Bewerker) -> None:
        sdt = reviser.control(tag)
        content = list(sdt.find(w("sdtContent")))
        paragraph = next(content[0].iter(w("p")))
        mark = etree.SubElement(etree.Element(w("r")), w("commentReference"), {w("id"): "0"})
        paragraph[:] = [*paragraph.findall(w("pPr")), mark.getparent()]
        parent, place = sdt.getparent(), sdt.getparent().index(sdt)
        parent[place : place + 1] = content

    return perform


def without_words(tag: str):
    """Eigenpal, in a table: the control of an answer is gone and its words too."""

    def perform(reviser: Bewerker) -> None:
        sdt = reviser.control(tag)
        sdt.getparent().remove(sdt)

    return perform


def with_coloured_heads(reviser: Bewerker) -> None:
    """AbiWord: paragraphs in the head of a table have the colour of their cell."""
    for head in reviser.document.xpath("//w:tbl/w:tr[1]//w:p", namespaces=NS):
        own = head.find(w("pPr"))
        if own is None:
            own = etree.Element(w("pPr"))
            head.insert(0, own)
        etree.SubElement(own, w("shd"), {w("val"): "clear", w("fill"): "1F3864"})
