"""Which styles hide their text."""

from __future__ import annotations

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.ooxml.scan import tast_af
from uitvoeringsplan.ooxml.styles import staat_aan

_STIJL, _RPR, _VERBORGEN, _BASIS = (f"{W} {n}" for n in ("style", "rPr", "vanish", "basedOn"))


def verborgen_stijlen(data: bytes, naam: str, pad: str) -> frozenset[str]:
    """Return the ids of the styles whose text nobody sees, themselves or by what they rest on."""
    if b"vanish" not in data:
        return frozenset()
    afdruk = tast_af(data, naam, pad, bewaar={_STIJL, _RPR, _VERBORGEN, _BASIS}.__contains__)
    eigen: dict[str, bool] = {}
    basis: dict[str, str] = {}
    for stijl in afdruk.alle(_STIJL):
        id_ = stijl.attributen.get(f"{W} styleId", "")
        onder = stijl.kind(_BASIS)
        basis[id_] = onder.attributen.get(f"{W} val", "") if onder else ""
        opmaak = stijl.kind(_RPR)
        teken = opmaak.kind(_VERBORGEN) if opmaak else None
        if teken is not None:
            eigen[id_] = staat_aan(teken.attributen.get(f"{W} val"))
    uit = set()
    for begin in basis:
        id_, gezien = begin, set()
        while id_ and id_ not in eigen and id_ not in gezien:
            gezien.add(id_)
            id_ = basis.get(id_, "")
        if eigen.get(id_, False):
            uit.add(begin)
    return frozenset(uit)
