"""What becomes of a run of LibreOffice: with a stand-in that does what we ask."""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from fake_office import GOOD, convert, leeft

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files import processes
from uitvoeringsplan.pdf.libreoffice import ODT, PDF, libreoffice


def test_wat_libreoffice_maakt_komt_terug(fake):
    fake(GOOD)
    assert convert() == b"%PDF-1.7 inhoud %%EOF"


def test_het_krijgt_een_eigen_profiel_en_de_filter(fake, tmp_path):
    fake('cat "${2#file://}" > /dev/null 2>&1\n' + GOOD)
    convert()
    arguments = (tmp_path / "argumenten").read_text("utf-8").splitlines()
    assert arguments[0].startswith(f"-env:UserInstallation=file://{tmp_path}/tijdelijk/")
    assert {"--headless", "--norestore"} <= set(arguments)
    assert arguments[arguments.index("--convert-to") + 1] == PDF.filter


def test_het_profiel_verbiedt_macro_s_en_ophalen(fake, tmp_path):
    fake(f"cp $uit/profiel/user/registrymodifications.xcu {tmp_path}/instellingen\n" + GOOD)
    convert()
    text = (tmp_path / "instellingen").read_text("utf-8")
    for instelling in (
        'name="DisableMacrosExecution" oor:op="fuse"><value>true<',
        'name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true<',
        'name="Link" oor:op="fuse"><value>2<',
    ):
        assert instelling in text


def test_het_laat_ook_elders_niets_achter(fake, tmp_path):
    fake(f'mktemp > {tmp_path}/waar; echo x > "$TMPDIR/rest"\n' + GOOD)
    convert()
    assert not Path((tmp_path / "waar").read_text("utf-8").strip()).exists()


def test_na_elkaar_kan_in_dezelfde_map_en_een_oude_uitkomst_telt_niet(fake, tmp_path):
    fake(f"[ -e {tmp_path}/klaar ] && exit 0\ntouch {tmp_path}/klaar\n{GOOD}")
    with libreoffice(20) as program:
        assert program.convert([b"een"], PDF) == [b"%PDF-1.7 een %%EOF"]
        (error,) = program.convert([b"twee"], PDF)
    assert "maakte geen pdf" in str(error)


# Makes all of them in one start; what a file says can make it fall over, hang or pass one by.
TOGETHER = """echo x >> $uit/../../starts
while [ "$3" ]; do
  case $(cat $3) in
    val) kill -SEGV $$;;
    hang) exec sleep 600;;
    niet) echo "Error: source file could not be loaded" >&2;;
    *) printf '%%PDF-1.7 %s %%%%EOF' "$(cat $3)" > ${3%.docx}.pdf;;
  esac
  shift
done
"""


@pytest.mark.parametrize(
    ("kind", "reason", "starts"),
    [("goed", "", 1), ("val", "maakte geen pdf", 3), ("hang", "was na 0.5 seconden", 3),
     ("niet", "could not be loaded", 2)],
)  # fmt: skip
def test_meer_bestanden_in_een_start_en_een_slecht_bestand_bederft_de_andere_niet(
    fake, tmp_path, monkeypatch, kind, reason, starts
):
    monkeypatch.setattr(processes, "_PATIENCE", 0.2)
    fake(TOGETHER)
    names = ["een", kind, "drie", "vier"]
    with libreoffice(0.5 if kind == "hang" else 20) as program:
        made = program.convert([name.encode() for name in names], PDF)
    for name, data in zip(names, made, strict=True):
        if name == kind and reason:
            assert reason in str(data)
        else:
            assert data == f"%PDF-1.7 {name} %%EOF".encode()
    assert (tmp_path / "starts").read_text("utf-8").count("x") == starts


@pytest.mark.parametrize(
    ("script", "target", "expected"),
    [
        pytest.param("exit 0\n", PDF, "maakte geen pdf. Het zei niets.", id="niets"),
        pytest.param("exit 0\n", ODT, "maakte geen odt. Het zei niets.", id="geen odt"),
        pytest.param(
            "echo eerst; echo 'Error: no export filter' >&2; exit 1\n",
            PDF, "Het zei als laatste: “Error: no export filter”.", id="mislukt",
        ),
        pytest.param(
            "echo 'Warning: failed to launch javaldx - x' >&2; echo 'convert a -> b'; exit 0\n",
            PDF, "Het zei niets.", id="alleen geruis",
        ),
        pytest.param("kill -SEGV $$\n", PDF, "maakte geen pdf", id="omgevallen"),
        pytest.param("printf '%%PDF-1.7 half' > $uit/document.pdf\n", PDF,
                     "maakte geen pdf", id="half"),
        pytest.param(": > $uit/document.pdf\n", PDF, "maakte geen pdf", id="leeg"),
        pytest.param("printf '\\377\\376\\n' >&2\n", PDF, "zei als laatste: “", id="geen utf-8"),
    ],
)  # fmt: skip
def test_wat_misgaat_wordt_een_zin(fake, script, target, expected):
    fake(script)
    with pytest.raises(OmzetError) as error:
        convert(target)
    assert expected in str(error.value)
    assert "Kijk of het onderdeel Writer" in str(error.value)


def test_wie_na_zijn_werk_omvalt_heeft_zijn_werk_gedaan(fake):
    fake(GOOD + "exit 77\n")
    assert convert() == b"%PDF-1.7 inhoud %%EOF"


HANGS = {
    "zelf": "exec sleep 600\n",
    "een kind": 'sleep 600 & echo $! > "$PIDBESTAND"; wait\n',
    "weigert te stoppen": "trap '' TERM\nsleep 600 & wait\nwhile :; do sleep 600; done\n",
}


@pytest.mark.parametrize("script", HANGS.values(), ids=HANGS)
def test_wat_hangt_wordt_gestopt_met_alles_wat_het_begon(fake, script, tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "_PATIENCE", 0.2)
    fake(script)
    with pytest.raises(OmzetError, match=r"was na 0\.5 seconden nog niet klaar en is gestopt"):
        convert(time=0.5)
    assert not leeft(int((tmp_path / "pid").read_text("utf-8")))


def test_een_kind_dat_achterblijft_na_een_val_wordt_gestopt(fake, tmp_path):
    fake('sleep 600 & echo $! > "$PIDBESTAND"; exit 1\n')
    with pytest.raises(OmzetError, match="maakte geen pdf"):
        convert()
    assert not leeft(int((tmp_path / "pid").read_text("utf-8")))


def test_een_programma_dat_niet_te_starten_is_wordt_een_zin(fake, tmp_path):
    fake(GOOD)
    (tmp_path / "soffice").chmod(0o644)
    with pytest.raises(
        OmzetError, match=r"LibreOffice \(.*soffice\) is niet te gebruiken: je hebt"
    ):
        convert()


def test_een_volle_schijf_wordt_een_zin(monkeypatch, fake):
    fake(GOOD)

    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(OmzetError, match="geen tijdelijke map te maken \\(de schijf is vol\\)"):
        convert()


def test_wie_niets_omzet_start_niets(monkeypatch, fake):
    fake(GOOD)

    def niet(*_args: object, **_options: object) -> None:
        pytest.fail("hier hoort nog niets te starten")

    monkeypatch.setattr(subprocess, "Popen", niet)
    with libreoffice(20) as program:
        assert os.access(program.program, os.X_OK)
