"""Places that take more than words, made to read as words: what they say stands in them.

So every reader behind this one reads a date, a choice, a box or a form field as it reads any other
answer. What a place shows counts, for that is what somebody saw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import escape_text
from uitvoeringsplan.ooxml.tree import child, fragment, parent_of, w
from uitvoeringsplan.word.field_marks import wrap_marked
from uitvoeringsplan.word.invulvelden import choice_of, kind_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.tree import Element

_BOXES = ("box", "formbox")


def write_out(
    root: Element,
    vragenlijst: Vragenlijst,
    id_of: Callable[[str], str],
    digest_of: Callable[[str], str | None],
) -> None:
    """Let every place in a part that takes more than words hold its answer in words.

    `id_of` gives the id that a name stands for, or nothing, and `digest_of` the fingerprint of the
    answer that the document was made with.
    """
    wrap_marked(root)
    boxes: dict[str, list[tuple[Element, int, bool]]] = {}
    for control in root.iter(w("sdt")):
        name = id_of(tag_of(control))
        kind = kind_of(control) if name else ""
        choice = choice_of(control) if name else 0
        own = child(control, "sdtPr", "tag")
        if choice and own is not None:
            own.set(w("val"), name)
        if not kind:
            continue
        # Only who reads a form waits for what reads its places.
        from uitvoeringsplan.word.kinds.kinds import KINDS, ON  # noqa: PLC0415

        shown = KINDS[kind].shown(control, vragenlijst.vraag(name))
        if shown is None:
            continue
        if kind in _BOXES:
            boxes.setdefault(name, []).append((control, choice, shown == ON))
        elif not digest_of(name) and shown == KINDS[kind].preset(control):
            _write(control, "")
        else:
            _write(control, shown)
    for name, places in boxes.items():
        _write_boxes(places, vragenlijst.vraag(name), was=digest_of(name) or "")


def _write_boxes(places: Sequence[tuple[Element, int, bool]], vraag: Vraag, *, was: str) -> None:
    """Let every box of a question hold the answer that all of them give together."""
    from uitvoeringsplan.word.kinds.ticked import answer_of  # noqa: PLC0415 - as above

    boxes = [choice or 1 for _, choice, _ in places]
    ticked = {choice or 1 for _, choice, is_on in places if is_on}
    answer = answer_of(vraag, boxes, ticked, was=was)
    for control, _, _ in places:
        _write(control, answer)


def _write(control: Element, words: str) -> None:
    """Let a control hold nothing but words."""
    from uitvoeringsplan.word.kinds.field_kind import put_content  # noqa: PLC0415 - as above

    text = f'<w:r><w:t xml:space="preserve">{escape_text(words)}</w:t></w:r>'
    put_content(control, fragment(text) if words else [])
    flag = child(control, "sdtPr", "showingPlcHdr")
    if words and flag is not None:
        parent_of(flag).remove(flag)
