"""What the ids in a part lead to: the addresses of links, the bytes of pictures and files."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import REL_IMAGE, R
from uitvoeringsplan.ooxml.package import Package
from uitvoeringsplan.ooxml.relationships import load_relationships

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.ooxml.relationships import Relationship
    from uitvoeringsplan.ooxml.tree import Element

_IDS = tuple(f"{{{R}}}{name}" for name in ("embed", "link", "id", "pict"))
_PICTURES = (
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp",
)  # fmt: skip
# What programs leave as it is; a chart or a diagram they write anew.
_CONTENTS = frozenset(
    f"{REL_IMAGE.removesuffix('image')}{kind}"
    for kind in ("image", "oleObject", "package", "aFChunk", "subDocument")
)


def is_picture(part: str) -> bool:
    """Whether a part is a picture, by its name."""
    return part.lower().endswith(_PICTURES)


class Targets:
    """What the ids in one part of a package lead to; `more` has checksums of what comes later."""

    def __init__(
        self, package: Package, part: str, more: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._package, self._part, self._more = package, part, more
        self._found: dict[str, Relationship] | None = None

    def with_more(self, more: Mapping[str, str]) -> Targets:
        """Return the same, with the checksums of what is not in the package yet."""
        return Targets(self._package, self._part, more) if more else self

    def address(self, id_: str) -> str:
        """Return where the link with an id leads, empty for one that leads nowhere."""
        found = self._relationships().get(id_)
        return found.target if found else ""

    def checksums(self, thing: Element) -> str:
        """Return those of the pictures and files that a drawing or an object shows."""
        ids = [element.get(name) for element in thing.iter() for name in _IDS]
        return " ".join(filter(None, (self._checksum(id_) for id_ in ids if id_)))

    def _checksum(self, id_: str) -> str:
        if id_ in self._more:
            return self._more[id_]
        found = self._relationships().get(id_)
        if found is None or found.extern:
            return found.target if found else ""
        member = self._package.members.get(found.target)
        return f"{member.crc:08x}" if member and found.kind in _CONTENTS else ""

    def _relationships(self) -> dict[str, Relationship]:
        if self._found is None:
            all_ = load_relationships(self._package, self._part)
            self._found = {one.id: one for one in all_}
        return self._found


NO_TARGETS = Targets(Package("", {}), "")
