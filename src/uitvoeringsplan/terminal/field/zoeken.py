"""Finding words in a text, whatever their capitals and accents."""

from __future__ import annotations

import unicodedata


class _Folded(dict[str, str]):
    """A sign without what does not matter; nothing for an accent that is a sign by itself."""

    def __missing__(self, teken: str) -> str:
        parts = unicodedata.normalize("NFD", teken)
        bare = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        self[teken] = bare
        return bare


_FOLDED = _Folded()


def find_all(tekst: str, gezocht: str) -> list[tuple[int, int]]:
    """Return where the words that are looked for begin and end, from first to last."""
    wanted = "".join(map(_FOLDED.__getitem__, gezocht))
    if not wanted:
        return []
    parts = [*map(_FOLDED.__getitem__, tekst)]
    folded = "".join(parts)
    places = _places(parts) if len(folded) != len(tekst) or "" in parts else None
    found: list[tuple[int, int]] = []
    i = folded.find(wanted)
    while i >= 0:
        end = i + len(wanted)
        if places is None:
            found.append((i, end))
        else:
            found.append((places[i], max(places[end], places[i] + 1)))
        i = folded.find(wanted, end)
    return found


def _places(parts: list[str]) -> list[int]:
    """Return the place in the text of every folded sign, and the end of it."""
    places = [i for i, part in enumerate(parts) for _ in part]
    return [*places, len(parts)]
