"""The shape of the marks in a control, in a short notation."""

from __future__ import annotations

from control_reader import Document

from independent_reader import NS, w
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

_TEXT = {
    w("t"): "{}", w("delText"): "[-{}-]", w("instrText"): "<{}>", w("delInstrText"): "<-{}->",
}  # fmt: skip


def short(builder, sjabloon, old: str, new: str) -> list[str]:
    """Return the paragraphs of the first control.

    A paragraph is `[style, was style, mark of its end] words`; words that went stand between [- and
    -], words that came between {+ and +}.
    """
    plannen = (builder.plan(eerste=text) for text in (old, new))
    data = write_tracked(
        sjabloon, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z"
    )
    path = "//w:sdt[w:sdtPr/w:tag/@w:val='eerste']/w:sdtContent/w:p"
    return [_short(paragraph) for paragraph in Document(data).tree.xpath(path, namespaces=NS)]


def _short(paragraph) -> str:
    def value(path: str) -> str:
        return "".join(paragraph.xpath(f"{path}/@w:val", namespaces=NS))

    parts = [value("w:pPr/w:pStyle") or "-"]
    if paragraph.find(f"{w('pPr')}/{w('pPrChange')}") is not None:
        parts.append(f"was {value('w:pPr/w:pPrChange/w:pPr/w:pStyle') or '-'}")
    parts += [
        mark.tag.rpartition("}")[2] for mark in paragraph.xpath("w:pPr/w:rPr/*", namespaces=NS)
    ]
    words = ""
    for run in paragraph.iter(w("r")):
        text = "".join(_TEXT[kind.tag].format(kind.text) for kind in run if kind.tag in _TEXT)
        added = next(run.iterancestors(w("ins")), None) is not None
        words += f"{{+{text}+}}" if added and text else text
    return f"[{', '.join(parts)}] {words}"
