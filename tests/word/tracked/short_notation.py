"""The shape of the marks in a control, in a short notation."""

from __future__ import annotations

from control_reader import Document

from independent_reader import NS, w
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

_TEKST = {
    w("t"): "{}", w("delText"): "[-{}-]", w("instrText"): "<{}>", w("delInstrText"): "<-{}->",
}  # fmt: skip


def kort(builder, sjabloon, oud: str, nieuw: str) -> list[str]:
    """Return the paragraphs of the first control.

    A paragraph is `[style, was style, mark of its end] words`; words that went stand between [- and
    -], words that came between {+ and +}.
    """
    plannen = (builder.plan(eerste=tekst) for tekst in (oud, nieuw))
    data = write_tracked(
        sjabloon, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z"
    )
    pad = "//w:sdt[w:sdtPr/w:tag/@w:val='eerste']/w:sdtContent/w:p"
    return [_kort(alinea) for alinea in Document(data).boom.xpath(pad, namespaces=NS)]


def _kort(alinea) -> str:
    def waarde(pad: str) -> str:
        return "".join(alinea.xpath(f"{pad}/@w:val", namespaces=NS))

    delen = [waarde("w:pPr/w:pStyle") or "-"]
    if alinea.find(f"{w('pPr')}/{w('pPrChange')}") is not None:
        delen.append(f"was {waarde('w:pPr/w:pPrChange/w:pPr/w:pStyle') or '-'}")
    delen += [merk.tag.rpartition("}")[2] for merk in alinea.xpath("w:pPr/w:rPr/*", namespaces=NS)]
    woorden = ""
    for run in alinea.iter(w("r")):
        tekst = "".join(_TEKST[kind.tag].format(kind.text) for kind in run if kind.tag in _TEKST)
        erbij = next(run.iterancestors(w("ins")), None) is not None
        woorden += f"{{+{tekst}+}}" if erbij and tekst else tekst
    return f"[{', '.join(delen)}] {woorden}"
