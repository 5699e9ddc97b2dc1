from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeven import proeven
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.git.git_setup import BEGIN, EINDE, lees_blok, met_blok, zet_bestand

PAD = Path(".gitattributes")
inhouden = st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"\xff", b"# x", b" "])).map(b"".join)
regels = st.lists(st.sampled_from(["*.docx binary", "*.x diff=y"]), min_size=1, unique=True)


@proeven(500)
@given(inhouden, regels, regels)
def test_wat_van_anderen_is_blijft_byte_voor_byte(inhoud, een, twee):
    met = met_blok(inhoud, PAD, een)
    assert lees_blok(met, PAD) == een
    assert met.startswith(inhoud)
    assert met_blok(met, PAD, een) == met
    anders = met_blok(met, PAD, twee)
    assert lees_blok(anders, PAD) == twee
    assert anders.startswith(inhoud)
    # Taken away, all is as it was, but that a last line that had no end has one.
    over = met_blok(anders, PAD, ())
    heel = not inhoud or inhoud.endswith(b"\n")
    assert over in ((inhoud,) if heel else (inhoud + b"\n", inhoud + b"\r\n"))
    assert lees_blok(over, PAD) == []


@proeven(200)
@given(inhouden, inhouden, regels)
def test_wat_eromheen_staat_blijft(voor, na, eigen):
    voor = voor + b"\n" if voor else voor
    blok = b"".join(f"{regel}\n".encode() for regel in (BEGIN, *eigen, EINDE))
    data = voor + blok + na
    assert lees_blok(data, PAD) == eigen
    assert met_blok(data, PAD, ()) == voor + na


@pytest.mark.parametrize(
    "data", [BEGIN, EINDE, f"{EINDE}\n{BEGIN}", f"{BEGIN}\n{EINDE}\n{BEGIN}\n{EINDE}"]
)
def test_een_beschadigd_blok(data):
    with pytest.raises(BestandError, match="zijn hier beschadigd"):
        met_blok(data.encode(), PAD, ["x"])


def test_een_bestand_zetten_en_weghalen(tmp_path):
    pad = tmp_path / "map" / "x"
    zet_bestand(pad, b"een", 0o755)
    assert (pad.read_bytes(), pad.stat().st_mode & 0o777) == (b"een", 0o755)
    zet_bestand(pad, b"twee")
    assert (pad.read_bytes(), pad.stat().st_mode & 0o777) == (b"twee", 0o755)
    zet_bestand(pad, None)
    assert not pad.exists()
    with pytest.raises(BestandError, match="niet te veranderen"):
        zet_bestand(pad, None)
