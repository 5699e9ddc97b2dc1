"""Whether Pillow is there. It draws, and is loaded only when there is something to draw."""

from __future__ import annotations

from uitvoeringsplan.errors import TekenError


def eis_pillow() -> None:
    """Raise TekenError when Pillow is missing, or was built without letters."""
    try:
        # Loading takes a tenth of a second, and most plans have nothing to draw.
        from PIL import _imaging, _imagingft  # noqa: F401, PLC0415
    except ImportError as fout:
        raise TekenError(
            "De tekeningen kunnen niet worden gemaakt: het onderdeel Pillow ontbreekt of is"
            f" beschadigd ({fout}). Installeer het opnieuw met"
            " `pip install --force-reinstall pillow`."
        ) from fout
