from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.git.git_setup import BLOCK_END, BLOCK_START, read_block, with_block, write_file

PATH = Path(".gitattributes")
contents = st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"\xff", b"# x", b" "])).map(b"".join)
lines = st.lists(st.sampled_from(["*.docx binary", "*.x diff=y"]), min_size=1, unique=True)


@trials(500)
@given(contents, lines, lines)
def test_wat_van_anderen_is_blijft_byte_voor_byte(content, one, two):
    met = with_block(content, PATH, one)
    assert read_block(met, PATH) == one
    assert met.startswith(content)
    assert with_block(met, PATH, one) == met
    otherwise = with_block(met, PATH, two)
    assert read_block(otherwise, PATH) == two
    assert otherwise.startswith(content)
    # Taken away, all is as it was, but that a last line that had no end has one.
    over = with_block(otherwise, PATH, ())
    heel = not content or content.endswith(b"\n")
    assert over in ((content,) if heel else (content + b"\n", content + b"\r\n"))
    assert read_block(over, PATH) == []


@trials(200)
@given(contents, contents, lines)
def test_wat_eromheen_staat_blijft(before, after, own):
    before = before + b"\n" if before else before
    block = b"".join(f"{line}\n".encode() for line in (BLOCK_START, *own, BLOCK_END))
    data = before + block + after
    assert read_block(data, PATH) == own
    assert with_block(data, PATH, ()) == before + after


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
        with_block(data.encode(), PATH, ["x"])


def test_een_bestand_zetten_en_weghalen(tmp_path):
    path = tmp_path / "map" / "x"
    write_file(path, b"een", 0o755)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"een", 0o755)
    write_file(path, b"twee")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"twee", 0o755)
    write_file(path, None)
    assert not path.exists()
    with pytest.raises(BestandError, match="niet te veranderen"):
        write_file(path, None)
