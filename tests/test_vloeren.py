"""The floors of the house: imports go down only, and only the top talks to the user.

Every rule is a function from one source to what is wrong in it. It is applied to all modules, and
to a small bad source that shows that it can fail.
"""

from __future__ import annotations

import ast
import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import uitvoeringsplan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAKKET = Path(uitvoeringsplan.__file__).parent
TOP = ("cli", "commands", "__main__", "__init__")
# What each floor may import from. A floor that is not named here, and an arrow that is not, fails.
# What stands on the ground is for all of them.
GROUND = ("named_tuple",)
ONDER = {
    "named_tuple": (),
    "errors": (),
    "model": ("errors",),
    "ooxml": ("errors",),
    "files": ("errors", "model"),
    "yamltext": ("errors", "model", "files"),
    # `built` is made with the wheel; of itself it knows the model, or nothing.
    "vragenlijst": ("errors", "model", "files", "yamltext", "built"),
    "plan": ("errors", "model", "files", "yamltext"),
    "git": ("errors", "model", "files", "yamltext", "plan"),
    "spelling": ("errors", "model", "files", "pdf"),
    "drawing": ("errors", "model"),
    "document": ("errors", "model", "ooxml"),
    "word": ("errors", "model", "ooxml", "document", "drawing", "built"),
    "pdf": ("errors", "model", "ooxml", "files"),
    "maker": ("errors", "model", "ooxml", "word"),
    "terminal": ("errors", "model"),
    "checks": ("errors", "model", "ooxml", "word"),
    "tasks": (
        "errors", "model", "ooxml", "files", "yamltext", "vragenlijst", "plan", "git", "spelling",
        "drawing", "document", "word", "pdf", "checks",
    ),
}  # fmt: skip


# Every rule looks at every module, so each is parsed and asked for its imports once.
_parse = functools.cache(ast.parse)


def modules() -> Iterator[tuple[str, str]]:
    """Return (dotted name within the package, source) of every module."""
    for pad in sorted(PAKKET.rglob("*.py")):
        delen = pad.relative_to(PAKKET).with_suffix("").parts
        yield ".".join(delen), pad.read_text(encoding="utf-8")


def folder(name: str) -> str:
    """Return the folder of a module; a module at the top of the package is its own."""
    return name.rpartition(".")[0] or name


def circles(arrows: set[tuple[str, str]]) -> list[list[str]]:
    """Return what can be reached from itself along these arrows, in groups."""
    after: dict[str, set[str]] = {}
    for start, end in arrows:
        after.setdefault(start, set()).add(end)

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        to_do = [start]
        while to_do:
            new = after.get(to_do.pop(), set()) - seen
            seen |= new
            to_do += new
        return seen

    reach = {name: reached(name) for name in after}
    in_circle = [name for name, far in reach.items() if name in far]
    groups = {
        tuple(sorted(other for other in in_circle if other in reach[name] and name in reach[other]))
        for name in in_circle
    }
    return [list(group) for group in sorted(groups)]


def arrows_of(sources: dict[str, str]) -> set[tuple[str, str]]:
    """Return which module imports which, for types too."""
    arrows = set()
    for name, source in sources.items():
        for full in ingevoerd(name, source):
            target = full.removeprefix("uitvoeringsplan.")
            if target not in sources:
                target = target.rpartition(".")[0]
            if target in sources and target != name:
                arrows.add((name, target))
    return arrows


def vloer(naam: str) -> str:
    return naam.partition(".")[0]


@functools.cache
def ingevoerd(naam: str, bron: str) -> list[str]:
    """Return the full names that a module imports, wherever and however it does."""
    uit: list[str] = []
    pakket = ["uitvoeringsplan", *naam.split(".")[:-1]]
    for knoop in ast.walk(_parse(bron)):
        if isinstance(knoop, ast.Import):
            uit += [alias.name for alias in knoop.names]
        elif isinstance(knoop, ast.ImportFrom):
            basis = knoop.module or ""
            if knoop.level:
                boven = pakket[: len(pakket) - knoop.level + 1]
                basis = ".".join([*boven, *([basis] if basis else [])])
            uit += [f"{basis}.{alias.name}" for alias in knoop.names]
        elif isinstance(knoop, ast.Call) and _roepnaam(knoop) in (
            "import_module",
            "importlib.import_module",
            "__import__",
        ):
            uit += [arg.value for arg in knoop.args if isinstance(arg, ast.Constant)]
    return uit


def _roepnaam(knoop: ast.Call) -> str:
    return ast.unparse(knoop.func)


def _eigen_vloeren(naam: str, bron: str) -> list[str]:
    """Return the floors of our own package that a module imports from."""
    delen = [f"{volledig}.".split(".") for volledig in ingevoerd(naam, bron)]
    return [deel[1] for deel in delen if deel[0] == "uitvoeringsplan"]


def alleen_omlaag(naam: str, bron: str) -> list[str]:
    eigen = vloer(naam)
    if eigen in TOP:
        return []
    kent = (eigen, *GROUND, *ONDER.get(eigen, ()))
    return [v for v in _eigen_vloeren(naam, bron) if v not in kent]


def model_is_puur(naam: str, bron: str) -> list[str]:
    if vloer(naam) not in ("model", "errors", *GROUND):
        return []
    kan = {*sys.stdlib_module_names, "_sha2", "uitvoeringsplan"}  # of Python 3.12 and later
    return [m for m in ingevoerd(naam, bron) if m.split(".")[0] not in kan]


def _alleen_op(plekken: tuple[str, ...], *pakketten: str) -> Callable[[str, str], list[str]]:
    def regel(naam: str, bron: str) -> list[str]:
        if any(naam == plek or naam.startswith(f"{plek}.") for plek in plekken):
            return []
        return [m for m in ingevoerd(naam, bron) if m.split(".")[0] in pakketten]

    return regel


yaml_alleen_in_yamltext = _alleen_op(("yamltext",), "yaml")
vragen_alleen_in_terminal = _alleen_op(("terminal",), "questionary", "prompt_toolkit", "rich")
docx_alleen_in_maker = _alleen_op(("maker",), "docx")
pillow_alleen_in_drawing = _alleen_op(("drawing",), "PIL")
typer_alleen_in_commands = _alleen_op(("cli", "commands"), "typer", "click")


def pillow_pas_als_er_getekend_wordt(naam: str, bron: str) -> list[str]:
    """Every run would wait for an import at the top of a module; one for types alone is free."""
    boom = _parse(bron)
    boom.body = [
        knoop
        for knoop in boom.body
        if not (isinstance(knoop, ast.If) and ast.unparse(knoop.test) == "TYPE_CHECKING")
    ]
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
            knoop.body = [ast.Pass()]
    return [m for m in ingevoerd(naam, ast.unparse(boom)) if m.split(".")[0] == "PIL"]


def niets_eronder_schrijft_of_stopt(naam: str, bron: str) -> list[str]:
    if vloer(naam) in TOP:
        return []
    uit = []
    verboden = ("print", "exit", "quit", "sys.exit", "os._exit", "os.abort")
    stromen = ("sys.stdout.", "sys.stderr.", "sys.__stdout__.", "sys.__stderr__.")
    for knoop in ast.walk(_parse(bron)):
        if isinstance(knoop, ast.Call):
            roep = _roepnaam(knoop)
            if roep in verboden or roep.startswith(stromen):
                uit.append(roep)
        elif isinstance(knoop, ast.Raise) and knoop.exc is not None:
            if "SystemExit" in ast.unparse(knoop.exc):
                uit.append("SystemExit")
        elif isinstance(knoop, ast.ImportFrom) and knoop.module in ("sys", "os"):
            uit += [a.name for a in knoop.names if a.name in ("exit", "_exit", "stdout", "stderr")]
    return uit


def alles_gaat_door_de_uitgang(naam: str, bron: str) -> list[str]:
    """Return where text could reach a terminal without being made visible first."""
    if naam == "commands.output":
        return []
    deuren = (
        "print", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__", "os.write",
        "typer.echo", "typer.secho", "typer.prompt", "typer.confirm", "typer.progressbar",
        "typer.echo_via_pager", "questionary.print", "print_formatted_text", "print_text",
        "pprint", "getpass", "warnings.warn", "logging.basicConfig",
    )  # fmt: skip
    boom = _parse(bron)
    # Whether there is a screen may be asked; `__main__` says its word before anything is loaded.
    mag = {
        id(deel)
        for knoop in ast.walk(boom)
        if ast.unparse(knoop)
        in (
            "sys.stdout.isatty()",
            "sys.stderr.isatty()",
            "_is_screen(sys.stdout)",
            "_is_screen(sys.stdin) and _is_screen(sys.stdout)",
            "os.write(2, b'Gestopt.\\n')",
            "LineInput(sys.stdin, sys.stdout)",  # echoes what somebody types, and nothing else
        )
        for deel in ast.walk(knoop)
    }
    uit = []
    for knoop in ast.walk(boom):
        if id(knoop) in mag:
            continue
        if isinstance(knoop, ast.ImportFrom):
            uit += [a.name for a in knoop.names if f"{knoop.module}.{a.name}" in deuren]
            uit += [a.name for a in knoop.names if a.name in deuren]
        elif isinstance(knoop, ast.Name | ast.Attribute) and ast.unparse(knoop) in deuren:
            uit.append(ast.unparse(knoop))
    return uit


def staat_op_een_vloer(naam: str, _bron: str) -> list[str]:
    return [] if vloer(naam) in (*TOP, *ONDER) else [naam]


REGELS = (
    alleen_omlaag,
    model_is_puur,
    yaml_alleen_in_yamltext,
    vragen_alleen_in_terminal,
    docx_alleen_in_maker,
    pillow_alleen_in_drawing,
    pillow_pas_als_er_getekend_wordt,
    typer_alleen_in_commands,
    niets_eronder_schrijft_of_stopt,
    alles_gaat_door_de_uitgang,
    staat_op_een_vloer,
)


def overtredingen(regel: Callable[[str, str], list[str]]) -> dict[str, list[str]]:
    return {naam: mis for naam, bron in modules() if (mis := regel(naam, bron))}


def test_imports_gaan_alleen_omlaag():
    assert overtredingen(alleen_omlaag) == {}


def test_geen_kring_van_modules_en_geen_kring_van_mappen():
    arrows = arrows_of(dict(modules()))
    assert len(arrows) > 1000
    assert circles(arrows) == []
    folders = {(folder(start), folder(end)) for start, end in arrows}
    assert circles({(start, end) for start, end in folders if start != end}) == []


def test_een_kring_wordt_gezien():
    sources = {
        "a.x": "from uitvoeringsplan.b import y",
        "b.y": "if TYPE_CHECKING:\n    from uitvoeringsplan.a.z import Z",
        "a.z": "from uitvoeringsplan.b.y import f",
        "c": "from uitvoeringsplan.a import x",
    }
    arrows = arrows_of(sources)
    assert circles(arrows) == [["a.z", "b.y"]]
    assert circles({(folder(start), folder(end)) for start, end in arrows}) == [["a", "b"]]


def test_model_kent_alleen_python_en_errors():
    assert overtredingen(model_is_puur) == {}


def test_alleen_yamltext_kent_yaml():
    assert overtredingen(yaml_alleen_in_yamltext) == {}


def test_alleen_terminal_kent_questionary_en_rich():
    assert overtredingen(vragen_alleen_in_terminal) == {}


def test_alleen_de_maker_kent_python_docx():
    assert overtredingen(docx_alleen_in_maker) == {}


def test_alleen_drawing_kent_pillow_en_pas_als_er_getekend_wordt():
    assert overtredingen(pillow_alleen_in_drawing) == {}
    assert overtredingen(pillow_pas_als_er_getekend_wordt) == {}


def test_alleen_commands_kent_typer():
    assert overtredingen(typer_alleen_in_commands) == {}


def test_niets_onder_commands_schrijft_of_stopt():
    assert overtredingen(niets_eronder_schrijft_of_stopt) == {}


def test_alles_wat_gezegd_wordt_gaat_door_de_uitgang():
    assert overtredingen(alles_gaat_door_de_uitgang) == {}


def test_elke_module_staat_op_een_vloer():
    assert overtredingen(staat_op_een_vloer) == {}


def test_het_huis_is_niet_leeg():
    """A rule over no modules would hold of everything."""
    namen = [naam for naam, _ in modules()]
    assert {vloer(naam) for naam in namen} >= {*ONDER, "cli"}
    assert len(namen) > 30


@pytest.mark.parametrize(
    ("regel", "naam", "bron"),
    [
        (alleen_omlaag, "model.plan", "from uitvoeringsplan.yamltext.yaml_tree import read_yaml"),
        (alleen_omlaag, "errors", "import uitvoeringsplan.model.plan"),
        (alleen_omlaag, "named_tuple", "from uitvoeringsplan.errors import Plaats"),
        (alleen_omlaag, "checks.regels", "from uitvoeringsplan.tasks import status"),
        (alleen_omlaag, "tasks.nieuw", "from uitvoeringsplan.terminal import verslag"),
        (alleen_omlaag, "tasks.nieuw", "from uitvoeringsplan.commands import edge"),
        (alleen_omlaag, "tasks.nieuw", "def f():\n    from ..terminal.verslag import balk"),
        (alleen_omlaag, "maker.maak", "from ..tasks import status"),
        (
            alleen_omlaag,
            "model.vraag",
            "if TYPE_CHECKING:\n    from uitvoeringsplan.ooxml.package import Package",
        ),
        (alleen_omlaag, "word.filling", "from uitvoeringsplan.files import atomic"),
        (alleen_omlaag, "files.atomic", "from ..terminal import weergave"),
        (alleen_omlaag, "terminal.verslag", "import uitvoeringsplan.ooxml.package"),
        (alleen_omlaag, "document.writers.html", "from uitvoeringsplan.word import returned"),
        (alleen_omlaag, "drawing.timeline", "from uitvoeringsplan.word import filling"),
        (alleen_omlaag, "document.html", "from uitvoeringsplan.pdf import libreoffice"),
        (pillow_alleen_in_drawing, "word.beelden", "def f():\n    from PIL import Image"),
        (pillow_pas_als_er_getekend_wordt, "drawing.canvas", "from PIL import Image"),
        (pillow_pas_als_er_getekend_wordt, "drawing.canvas", "class A:\n    import PIL"),
        (pillow_pas_als_er_getekend_wordt, "drawing.canvas", "try:\n    import PIL\nfinally: pass"),
        (model_is_puur, "model.plan", "import lxml.etree"),
        (model_is_puur, "errors", "from typer import echo"),
        (yaml_alleen_in_yamltext, "tasks.nieuw", "import yaml"),
        (yaml_alleen_in_yamltext, "cli", "import importlib\nimportlib.import_module('yaml')"),
        (vragen_alleen_in_terminal, "cli", "from prompt_toolkit.keys import Keys"),
        (vragen_alleen_in_terminal, "tasks.gesprek", "import questionary as q"),
        (vragen_alleen_in_terminal, "commands.edge", "from rich import print"),
        (docx_alleen_in_maker, "word.filling", "from docx import Document"),
        (docx_alleen_in_maker, "makers", "import docx"),
        (typer_alleen_in_commands, "terminal.verslag", "import typer"),
        (typer_alleen_in_commands, "tasks.nieuw", "x = __import__('typer')"),
        (niets_eronder_schrijft_of_stopt, "tasks.nieuw", "def f():\n    print('klaar')"),
        (niets_eronder_schrijft_of_stopt, "model.plan", "import sys\nsys.exit(1)"),
        (niets_eronder_schrijft_of_stopt, "files.atomic", "import os\nos._exit(1)"),
        (niets_eronder_schrijft_of_stopt, "ooxml.package", "raise SystemExit"),
        (niets_eronder_schrijft_of_stopt, "ooxml.package", "raise SystemExit(2) from None"),
        (niets_eronder_schrijft_of_stopt, "terminal.verslag", "sys.stderr.write('x')"),
        (niets_eronder_schrijft_of_stopt, "errors", "from sys import exit as weg"),
        (alles_gaat_door_de_uitgang, "commands.punt", "typer.echo(tekst)"),
        (alles_gaat_door_de_uitgang, "commands.punt", "toon = typer.echo"),
        (alles_gaat_door_de_uitgang, "commands.punt", "from typer import echo"),
        (alles_gaat_door_de_uitgang, "commands.git", "sys.stdout.buffer.write(b'x')"),
        (alles_gaat_door_de_uitgang, "commands.git", "schrijf(sys.stderr)"),
        (alles_gaat_door_de_uitgang, "commands.edge", "print(tekst, file=uit)"),
        (alles_gaat_door_de_uitgang, "commands.edge", "import os\nos.write(1, data)"),
        (
            alles_gaat_door_de_uitgang,
            "terminal.formulier",
            "from prompt_toolkit import print_formatted_text",
        ),
        (staat_op_een_vloer, "hulpjes", ""),
        (staat_op_een_vloer, "utils.tekst", ""),
    ],
)
def test_elke_regel_kan_falen(regel, naam, bron):
    assert regel(naam, bron)


@pytest.mark.parametrize(
    ("naam", "bron"),
    [
        ("model.plan", "from uitvoeringsplan.errors import AntwoordError\nimport re"),
        ("word.filling", "from uitvoeringsplan.model.plan import Plan\nfrom .merken import W"),
        ("tasks.nieuw", "from uitvoeringsplan.ooxml.package import Package"),
        ("checks.regels", "from uitvoeringsplan.ooxml.package import Package"),
        ("word.invullen", "from uitvoeringsplan.drawing.picture import Tekening"),
        ("tasks.genereer", "from uitvoeringsplan.document.writers import html"),
        ("drawing.canvas", "def f():\n    from PIL import Image"),
        ("drawing.canvas", "if TYPE_CHECKING:\n    from PIL.ImageFont import FreeTypeFont"),
        ("yamltext.yaml_tree", "import yaml"),
        ("terminal.vragensteller", "import questionary"),
        ("maker.maak", "from docx import Document"),
        ("cli", "import typer\nfrom uitvoeringsplan.terminal import verslag\nsys.exit(0)"),
        ("terminal.verslag", "def lees(vraag=input):\n    return vraag('?').print"),
    ],
)
def test_wat_mag_wordt_niet_gemeld(naam, bron):
    assert [regel(naam, bron) for regel in REGELS] == [[]] * len(REGELS)
