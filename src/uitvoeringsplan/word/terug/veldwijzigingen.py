"""Controls that came or went while changes were tracked (ECMA-376 17.13.5.4 and 17.13.5.6).

Only the control itself: what stands in it has tracked changes of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.read_tree import w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.ooxml.read_tree import Element

_WEG, _NIEUW = w("customXmlDelRangeStart"), w("customXmlInsRangeStart")
_INHOUD = w("sdtContent")


def werk_velden_weg(wortel: Element, *, nieuw: bool) -> bool:
    """Settle the controls that came or went below `wortel`; returns whether there were any.

    With `nieuw` the changes are accepted, else rejected. Of a control that goes the content stays.
    """
    tags = {element.tag for element in wortel.iter()}
    if tags.isdisjoint((_WEG, _NIEUW)):
        return False
    merk = _WEG if nieuw else _NIEUW
    for ouder in list(wortel.iter()):
        if any(kind.tag in (_WEG, _NIEUW) for kind in ouder):
            ouder[:] = _zonder(ouder, merk)
    return True


def _zonder(ouder: Element, merk: str) -> Iterator[Element]:
    """Yield what stands in an element, without the marks and the controls that go."""
    gaat = False
    for element in ouder:
        if element.tag in (_WEG, _NIEUW):
            gaat = gaat or element.tag == merk
        elif gaat and element.tag == w("sdt"):
            for inhoud in element.findall(_INHOUD):
                # The mark of its end stands last in it.
                yield from (kind for kind in inhoud if kind.tag not in (_WEG, _NIEUW))
            gaat = False
        else:
            gaat = False
            yield element
