from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.git.git_setup import BLOCK_END, BLOCK_START, read_block, with_block, write_file

PAD = Path(".gitattributes")
inhouden = st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"\xff", b"# x", b" "])).map(b"".join)
regels = st.lists(st.sampled_from(["*.docx binary", "*.x diff=y"]), min_size=1, unique=True)


@proeven(500)
@given(inhouden, regels, regels)
def test_wat_van_anderen_is_blijft_byte_voor_byte(inhoud, een, twee):
    met = with_block(inhoud, PAD, een)
    assert read_block(met, PAD) == een
    assert met.startswith(inhoud)
    assert with_block(met, PAD, een) == met
    anders = with_block(met, PAD, twee)
    assert read_block(anders, PAD) == twee
    assert anders.startswith(inhoud)
    # Taken away, all is as it was, but that a last line that had no end has one.
    over = with_block(anders, PAD, ())
    heel = not inhoud or inhoud.endswith(b"\n")
    assert over in ((inhoud,) if heel else (inhoud + b"\n", inhoud + b"\r\n"))
    assert read_block(over, PAD) == []


@proeven(200)
@given(inhouden, inhouden, regels)
def test_wat_eromheen_staat_blijft(voor, na, eigen):
    voor = voor + b"\n" if voor else voor
    blok = b"".join(f"{regel}\n".encode() for regel in (BLOCK_START, *eigen, BLOCK_END))
    data = voor + blok + na
    assert read_block(data, PAD) == eigen
    assert with_block(data, PAD, ()) == voor + na


@pytest.mark.parametrize(
    "data",
    [
        BLOCK_START,
        BLOCK_END,
        f"{BLOCK_END}\n{BLOCK_START}",
        f"{BLOCK_START}\n{BLOCK_END}\n{BLOCK_START}\n{BLOCK_END}",
    ],
)
def test_een_beschadigd_blok(data):
    with pytest.raises(BestandError, match="zijn hier beschadigd"):
        with_block(data.encode(), PAD, ["x"])


def test_een_bestand_zetten_en_weghalen(tmp_path):
    pad = tmp_path / "map" / "x"
    write_file(pad, b"een", 0o755)
    assert (pad.read_bytes(), pad.stat().st_mode & 0o777) == (b"een", 0o755)
    write_file(pad, b"twee")
    assert (pad.read_bytes(), pad.stat().st_mode & 0o777) == (b"twee", 0o755)
    write_file(pad, None)
    assert not pad.exists()
    with pytest.raises(BestandError, match="niet te veranderen"):
        write_file(pad, None)
