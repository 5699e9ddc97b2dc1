"""A document as one page for the web: nothing beside it, nothing to load, no script.

The words of the document stand in `header` and `main`, and nothing else does: the way to skip the
contents, the contents list, the mark of a concept and the line at the foot stand outside `main`
and are recognised by `data-toegevoegd`. The same document gives the same bytes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from uitvoeringsplan.document.writers.stylesheet import stylesheet
from uitvoeringsplan.model.answer_markup import emphases
from uitvoeringsplan.model.document import (
    Aard,
    Afbeelding,
    Feiten,
    Kop,
    Lijst,
    Passage,
    Tabel,
    Telwijze,
    alle_inhoud,
    platte_regel,
    rooster,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.document import Cel, Celrij, Document, Feit, Inhoud, Tekst, Tekstdeel
    from uitvoeringsplan.model.huisstijl import Huisstijl

_DEEPEST_HEADING = 6
_WIDE = 5  # columns from which a table asks for a wide page
_VERY_WIDE = 10  # and from which words may break anywhere to make it fit
# Signs that XML allows and HTML does not; nobody ever saw them.
_NO_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef]")
_LETTERS = {
    Telwijze.LETTER: "a",
    Telwijze.HOOFDLETTER: "A",
    Telwijze.ROMEINS: "i",
    Telwijze.ROMEINS_GROOT: "I",
}
_IN_CONTENTS_LIST = 2  # levels of headings, as in the Word file
_DESCRIPTION = 160  # signs that a search engine shows
# Ids of our own have a low line, which an anchor of the document never has.
_MAIN_ID, _CONTENTS_ID = "de_tekst", "de_inhoudsopgave"


class BlockWriter:
    """Writes blocks; `anchors` says which places a link can go to."""

    def __init__(self, anchors: Mapping[str, str]) -> None:
        self._anchors = anchors

    def blocks(self, content: Sequence[Inhoud]) -> list[str]:
        """Return the lines of these blocks; a caption goes with the table or picture it is of."""
        result: list[str] = []
        skip = -1
        for i, block in enumerate(content):
            following = content[i + 1] if i + 1 < len(content) else None
            if i == skip:
                continue
            caption = None
            if isinstance(block, Afbeelding) and _is_caption(following):
                caption, skip = following, i + 1
            elif _is_caption(block) and isinstance(following, Tabel):
                block, caption, skip = following, block, i + 1  # noqa: PLW2901 - the pair is one
            result += self._block(block, caption)
        return result

    def _block(self, block: Inhoud, caption: Inhoud | None) -> list[str]:
        if isinstance(block, Passage):
            return [self._passage(block)]
        if isinstance(block, Kop):
            return [self._heading(block)]
        if isinstance(block, Lijst):
            return self._list(block)
        if isinstance(block, Feiten):
            return self._facts(block)
        name = caption.text if isinstance(caption, Passage) else ()
        if isinstance(block, Tabel):
            return self._table(block, name)
        return self._picture(block, name)

    def _passage(self, passage: Passage) -> str:
        text = _with_anchors(passage.anchors[1:], self._text(passage.text))
        id_ = _id(passage.anchors)
        if passage.aard is Aard.TITEL:
            return f"<h1{id_}>{text}</h1>"
        if passage.aard is Aard.CITAAT:
            return f"<blockquote{id_}><p>{text}</p></blockquote>"
        class_name = "" if passage.aard is Aard.ALINEA else f' class="{passage.aard.value}"'
        return f"<p{class_name}{id_}>{text}</p>"

    def _heading(self, heading: Kop) -> str:
        name = f"h{min(heading.level + 1, _DEEPEST_HEADING)}"
        number = f'<span class="nummer">{escape(heading.number)}</span> ' if heading.number else ""
        return f'<{name} id="{heading.anchor}">{number}{self._text(heading.text)}</{name}>'

    def _list(self, list_: Lijst) -> list[str]:
        name, attributes = "ol", ""
        if list_.telwijze is Telwijze.TEKEN:
            name = "ul"
        elif list_.telwijze is Telwijze.EIGEN:
            attributes = ' class="eigen"'
        else:
            letter = _LETTERS.get(list_.telwijze)
            attributes = f' type="{letter}"' if letter else ""
            attributes += f' start="{list_.start}"' if list_.start != 1 else ""
        result = [f"<{name}{attributes}>"]
        for point in list_.punten:
            number = f'<span class="nummer">{escape(point.number)}</span> ' if point.number else ""
            content = "\n".join(self._without_paragraph(point.content))
            content = _with_anchors(point.anchors[1:], f"{number}{content}")
            result.append(f"<li{_id(point.anchors)}>{content}</li>")
        return [*result, f"</{name}>"]

    def _without_paragraph(self, content: Sequence[Inhoud]) -> list[str]:
        """Return blocks in which the first paragraph, when it is the only one, has no tags."""
        first, *rest = content
        paragraphs = [block for block in rest if isinstance(block, Passage)]
        if paragraphs or not isinstance(first, Passage) or first.aard is not Aard.ALINEA:
            return self.blocks(content)
        bare_text = _with_anchors(first.anchors, self._text(first.text))
        return [bare_text, *self.blocks(rest)]

    def _facts(self, facts: Feiten) -> list[str]:
        return ['<dl class="feiten">', *map(self._fact, facts.feiten), "</dl>"]

    def _fact(self, fact: Feit) -> str:
        label = _with_anchors(fact.anchors[1:], self._text(fact.label))
        value = self._text(fact.value)
        return f"<div{_id(fact.anchors)}><dt>{label}</dt><dd>{value}</dd></div>"

    def _table(self, table: Tabel, caption: Tekst) -> list[str]:
        columns = max(sum(cell.width for cell in row) for row in (*table.kop, *table.rijen))
        class_name = ' class="breed"' if columns >= _WIDE else ""
        class_name = ' class="breed zeer-breed"' if columns >= _VERY_WIDE else class_name
        name = f' aria-label="{escape(table.name)}"' if table.name and not caption else ""
        result = [f"<table{class_name}{name}>"]
        if caption:
            result.append(f"<caption>{self._text(caption)}</caption>")
        if table.widths:
            cols = "".join(f'<col style="width:{wide}%">' for wide in table.widths)
            result.append(f"<colgroup>{cols}</colgroup>")
        if table.kop:
            result += ["<thead>", *self._rows(table.kop, "col"), "</thead>"]
        if table.rijen:
            direction = "row" if table.rijkoppen else ""
            rows = self._rows(table.rijen, direction, table.column_names)
            result += ["<tbody>", *rows, "</tbody>"]
        return [*result, "</table>"]

    def _rows(
        self, rows: Sequence[Celrij], direction: str, names: tuple[str, ...] = ()
    ) -> Iterator[str]:
        for row in rooster(rows):
            yield "<tr>"
            for column, box in enumerate(row):
                if box.starts:
                    is_kop = direction == "col" or (direction == "row" and column == 0)
                    name = names[column] if column < len(names) else ""
                    yield self._cell(box.cel, direction if is_kop else "", name)
            yield "</tr>"

    def _cell(self, cell: Cel, direction: str, name: str) -> str:
        sizes = f' colspan="{cell.width}"' if cell.width > 1 else ""
        sizes += f' rowspan="{cell.height}"' if cell.height > 1 else ""
        # A header says something, and holds no headings itself.
        headings = any(map(_is_heading, alle_inhoud(cell.content)))
        content = "\n".join(self._without_paragraph(cell.content)) if cell.content else ""
        if direction and content and not headings:
            group = (cell.width if direction == "col" else cell.height) > 1
            scope = f"{direction}group" if group else direction
            return f'<th scope="{scope}"{sizes}>{content}</th>'
        label = f' data-kolom="{escape(name)}"' if name and content else ""
        return f"<td{sizes}{label}>{content}</td>"

    def _picture(self, picture: Afbeelding, caption: Tekst) -> list[str]:
        below = f"<figcaption>{self._text(caption)}</figcaption>" if caption else ""
        if not picture.kind:
            message = f"<p data-toegevoegd>[{escape(picture.text)}]</p>"
            return [f"<figure>{message}{below}</figure>"]
        sizes = f' width="{picture.width}" height="{picture.height}"'
        sizes = sizes if picture.width and picture.height else ""
        source = f"data:{picture.kind};base64,{b64encode(picture.data).decode()}"
        img = f'<img src="{source}" alt="{escape(picture.text)}"{sizes}>'
        return [f"<figure>{img}{below}</figure>"]

    def _text(self, text: Tekst) -> str:
        result = []
        for (address, naar), parts in groupby(text, key=lambda part: (part.adres, part.target)):
            inner = "".join(map(_part, parts))
            anchor = self._anchors.get(naar)
            target = address or (f"#{anchor}" if anchor else "")
            result.append(f'<a href="{escape(target)}">{inner}</a>' if target else inner)
        return "".join(result)


def _part(part: Tekstdeel) -> str:
    result = escape(_NO_HTML.sub("", part.text), quote=False).replace("\n", "<br>\n")
    for kind in reversed(emphases(part)):
        result = f"<{kind.tag}>{result}</{kind.tag}>"
    return f'<span class="open">{result}</span>' if part.plaatshouder else result


def _is_heading(block: Inhoud) -> bool:
    return isinstance(block, Kop) or (isinstance(block, Passage) and block.aard is Aard.TITEL)


def _is_caption(block: Inhoud | None) -> bool:
    return isinstance(block, Passage) and block.aard is Aard.BIJSCHRIFT


def _id(anchors: Sequence[str]) -> str:
    return f' id="{anchors[0]}"' if anchors else ""


def _with_anchors(anchors: Sequence[str], text: str) -> str:
    """Return text with places before it that have no element of their own."""
    return "".join(f'<span id="{anchor}"></span>' for anchor in anchors) + text


def write_html(document: Document, huisstijl: Huisstijl | None = None) -> str:
    """Return the page, in the colours and typefaces of a house style."""
    writer = BlockWriter(document.anchors)
    parts = (
        "<!doctype html>",
        f'<html lang="{escape(document.taal.partition("-")[0].lower())}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.titel)}</title>",
        f'<meta name="description" content="{escape(_description(document))}">',
        f"<style>\n{stylesheet(huisstijl, concept=document.is_concept)}</style>",
        "</head>",
        "<body>",
        f'<a class="overslaan" href="#{_MAIN_ID}" data-toegevoegd>Naar de tekst</a>',
        *_header(document, writer),
        *_contents_list(document.koppen),
        f'<main id="{_MAIN_ID}" tabindex="-1">',
        *writer.blocks(document.content),
        "</main>",
        *_footer(document),
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(parts)


def _header(document: Document, writer: BlockWriter) -> list[str]:
    """Return the title block; a document that shows no title gets the one it is filed under."""
    mark = ['<p class="concept" data-toegevoegd>Concept</p>'] if document.is_concept else []
    title = []
    if not _has_title((*document.cover, *document.content)):
        title = [f"<h1 data-toegevoegd>{escape(document.titel)}</h1>"]
    return ["<header>", *mark, *title, *writer.blocks(document.cover), "</header>"]


def _has_title(content: Iterable[Inhoud]) -> bool:
    return any(
        isinstance(block, Passage) and block.aard is Aard.TITEL for block in alle_inhoud(content)
    )


def _contents_list(headings: Sequence[Kop]) -> list[str]:
    shown = [heading for heading in headings if heading.level <= _IN_CONTENTS_LIST]
    if not shown:
        return []
    result = [
        f'<nav aria-labelledby="{_CONTENTS_ID}" data-toegevoegd>',
        f'<h2 id="{_CONTENTS_ID}">Inhoud</h2>',
    ]
    depth = 0
    for heading in shown:
        if heading.level > depth:
            result.append("<ol>")
        else:
            result += ["</li>", *["</ol>", "</li>"] * (depth - heading.level)]
        depth = heading.level
        number = f'<span class="nummer">{escape(heading.number)}</span> ' if heading.number else ""
        text = f"<span>{escape(platte_regel(heading.text))}</span>"
        result.append(f'<li><a href="#{heading.anchor}">{number}{text}</a>')
    result += [*["</li>", "</ol>"] * depth, "</nav>"]
    return result


def _footer(document: Document) -> list[str]:
    end_part = f" ({escape(document.status.lower())})" if document.status else ""
    return [f"<footer data-toegevoegd>\n<p>{escape(document.titel)}{end_part}</p>\n</footer>"]


def _description(document: Document) -> str:
    """Return the first words of the text, as many as a search engine shows."""
    for block in alle_inhoud(document.content):
        if isinstance(block, Passage) and block.aard is Aard.ALINEA:
            text = platte_regel(block.text)
            if len(text) <= _DESCRIPTION:
                return text
            return re.sub(r"\s+\S*$", "", text[:_DESCRIPTION]) + "…"
    return document.titel
