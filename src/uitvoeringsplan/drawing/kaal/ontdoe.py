"""A picture to the same picture without metadata, by its first bytes.

Nothing is decoded and encoded again: pieces that hold no pixels are left out, so that what is shown
is the same to the bit. What tells how to show it stays: resolution, colour profile, orientation.
"""

from __future__ import annotations

import struct

from uitvoeringsplan.drawing.kaal.emf import is_emf, kale_emf
from uitvoeringsplan.drawing.kaal.gif import kale_gif
from uitvoeringsplan.drawing.kaal.jpeg import kale_jpeg
from uitvoeringsplan.drawing.kaal.png import kale_png
from uitvoeringsplan.errors import AfbeeldingError


def zonder_gegevens(data: bytes) -> bytes | None:
    """Return the picture without metadata, None when its kind is not one that we know.

    Raises AfbeeldingError when it is damaged.
    """
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return kale_png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return kale_jpeg(data)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return kale_gif(data)
        if is_emf(data):
            return kale_emf(data)
        if any(spoor in data[:4096].replace(b"\0", b"") for spoor in (b"<svg", b":svg")):
            from uitvoeringsplan.drawing.kaal.svg import kale_svg  # noqa: PLC0415 - few have one

            return kale_svg(data)
    except (IndexError, ValueError, struct.error) as fout:
        raise AfbeeldingError("de afbeelding is beschadigd. Sla haar opnieuw op.") from fout
    return None
