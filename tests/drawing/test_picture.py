"""How large a drawing is made, and how much smaller it is then shown."""

from __future__ import annotations

import pytest

from uitvoeringsplan.drawing.picture import Looks


@pytest.mark.parametrize(
    ("width", "height", "scale", "sign_size"),
    [
        (24.7, 14.2, 1.0, (24.7, 14.2)),
        (9.0, 3.0, 1.0, (9.0, 3.0)),
        (4.5, 10.0, 0.5, (9.0, 20.0)),  # drawn twice as large, so that it is as high on paper
        (16.0, 1.0, 1.0, (16.0, 3.0)),
        (0.0, 1.0, 1 / 9, (9.0, 9.0)),  # no room at all is no reason to fail
        (-3.0, -3.0, 1 / 9, (9.0, 3.0)),
    ],
)
def test_de_ruimte_om_te_tekenen(width, height, scale, sign_size):
    looks = Looks(width_cm=width, height_cm=height)
    assert looks.scale == pytest.approx(scale)
    assert looks.sign_size == pytest.approx(sign_size)
