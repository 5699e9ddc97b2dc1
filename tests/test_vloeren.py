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

PACKAGE = Path(uitvoeringsplan.__file__).parent
TOP = ("cli", "commands", "__main__", "__init__")
# What each floor may import from. A floor that is not named here, and an arrow that is not, fails.
# What stands on the ground is for all of them.
GROUND = ("named_tuple",)
BELOW = {
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
    "forms": ("errors", "model", "ooxml", "yamltext", "document"),
    "word": ("errors", "model", "ooxml", "document", "drawing", "built"),
    "pdf": ("errors", "model", "ooxml", "files"),
    "maker": ("errors", "model", "ooxml", "word"),
    "terminal": ("errors", "model"),
    "checks": ("errors", "model", "ooxml", "word"),
    "tasks": (
        "errors", "model", "ooxml", "files", "yamltext", "vragenlijst", "plan", "git", "spelling",
        "drawing", "document", "forms", "word", "pdf", "checks",
    ),
}  # fmt: skip


# Every rule looks at every module, so each is parsed and asked for its imports once.
_parse = functools.cache(ast.parse)


def modules() -> Iterator[tuple[str, str]]:
    """Return (dotted name within the package, source) of every module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(parts), path.read_text(encoding="utf-8")


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
        for full in entered(name, source):
            target = full.removeprefix("uitvoeringsplan.")
            if target not in sources:
                target = target.rpartition(".")[0]
            if target in sources and target != name:
                arrows.add((name, target))
    return arrows


def floor(name: str) -> str:
    return name.partition(".")[0]


@functools.cache
def entered(name: str, source: str) -> list[str]:
    """Return the full names that a module imports, wherever and however it does."""
    result: list[str] = []
    package = ["uitvoeringsplan", *name.split(".")[:-1]]
    for node in ast.walk(_parse(source)):
        if isinstance(node, ast.Import):
            result += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            basis = node.module or ""
            if node.level:
                above = package[: len(package) - node.level + 1]
                basis = ".".join([*above, *([basis] if basis else [])])
            result += [f"{basis}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and _roepnaam(node) in (
            "import_module",
            "importlib.import_module",
            "__import__",
        ):
            result += [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
    return result


def _roepnaam(node: ast.Call) -> str:
    return ast.unparse(node.func)


def _own_floors(name: str, source: str) -> list[str]:
    """Return the floors of our own package that a module imports from."""
    parts = [f"{volledig}.".split(".") for volledig in entered(name, source)]
    return [part[1] for part in parts if part[0] == "uitvoeringsplan"]


def only_omlaag(name: str, source: str) -> list[str]:
    own = floor(name)
    if own in TOP:
        return []
    kent = (own, *GROUND, *BELOW.get(own, ()))
    return [v for v in _own_floors(name, source) if v not in kent]


def model_is_puur(name: str, source: str) -> list[str]:
    if floor(name) not in ("model", "errors", *GROUND):
        return []
    kan = {*sys.stdlib_module_names, "_sha2", "uitvoeringsplan"}  # of Python 3.12 and later
    return [m for m in entered(name, source) if m.split(".")[0] not in kan]


def _alleen_op(places: tuple[str, ...], *packages: str) -> Callable[[str, str], list[str]]:
    def line(name: str, source: str) -> list[str]:
        if any(name == place or name.startswith(f"{place}.") for place in places):
            return []
        return [m for m in entered(name, source) if m.split(".")[0] in packages]

    return line


yaml_only_in_yamltext = _alleen_op(("yamltext",), "yaml")
vragen_only_in_terminal = _alleen_op(("terminal",), "questionary", "prompt_toolkit", "rich")
docx_only_in_maker = _alleen_op(("maker",), "docx")
pillow_only_in_drawing = _alleen_op(("drawing",), "PIL")
typer_only_in_commands = _alleen_op(("cli", "commands"), "typer", "click")


def pillow_pas_als_er_getekend_wordt(name: str, source: str) -> list[str]:
    """Every run would wait for an import at the top of a module; one for types alone is free."""
    tree = _parse(source)
    tree.body = [
        node
        for node in tree.body
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [ast.Pass()]
    return [m for m in entered(name, ast.unparse(tree)) if m.split(".")[0] == "PIL"]


def nothing_below_schrijft_of_stopt(name: str, source: str) -> list[str]:
    if floor(name) in TOP:
        return []
    result = []
    verboden = ("print", "exit", "quit", "sys.exit", "os._exit", "os.abort")
    streams = ("sys.stdout.", "sys.stderr.", "sys.__stdout__.", "sys.__stderr__.")
    for node in ast.walk(_parse(source)):
        if isinstance(node, ast.Call):
            call = _roepnaam(node)
            if call in verboden or call.startswith(streams):
                result.append(call)
        elif isinstance(node, ast.Raise) and node.exc is not None:
            if "SystemExit" in ast.unparse(node.exc):
                result.append("SystemExit")
        elif isinstance(node, ast.ImportFrom) and node.module in ("sys", "os"):
            result += [
                a.name for a in node.names if a.name in ("exit", "_exit", "stdout", "stderr")
            ]
    return result


def alles_gaat_door_de_uitgang(name: str, source: str) -> list[str]:
    """Return where text could reach a terminal without being made visible first."""
    if name == "commands.output":
        return []
    doors = (
        "print", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__", "os.write",
        "typer.echo", "typer.secho", "typer.prompt", "typer.confirm", "typer.progressbar",
        "typer.echo_via_pager", "questionary.print", "print_formatted_text", "print_text",
        "pprint", "getpass", "warnings.warn", "logging.basicConfig",
    )  # fmt: skip
    tree = _parse(source)
    # Whether there is a screen may be asked; `__main__` says its word before anything is loaded.
    allowed = {
        id(part)
        for node in ast.walk(tree)
        if ast.unparse(node)
        in (
            "sys.stdout.isatty()",
            "sys.stderr.isatty()",
            "_is_screen(sys.stdout)",
            "_is_screen(sys.stdin) and _is_screen(sys.stdout)",
            "os.write(2, b'Gestopt.\\n')",
            "LineInput(sys.stdin, sys.stdout)",  # echoes what somebody types, and nothing else
        )
        for part in ast.walk(node)
    }
    result = []
    for node in ast.walk(tree):
        if id(node) in allowed:
            continue
        if isinstance(node, ast.ImportFrom):
            result += [a.name for a in node.names if f"{node.module}.{a.name}" in doors]
            result += [a.name for a in node.names if a.name in doors]
        elif isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in doors:
            result.append(ast.unparse(node))
    return result


def staat_op_een_vloer(name: str, _source: str) -> list[str]:
    return [] if floor(name) in (*TOP, *BELOW) else [name]


LINES = (
    only_omlaag,
    model_is_puur,
    yaml_only_in_yamltext,
    vragen_only_in_terminal,
    docx_only_in_maker,
    pillow_only_in_drawing,
    pillow_pas_als_er_getekend_wordt,
    typer_only_in_commands,
    nothing_below_schrijft_of_stopt,
    alles_gaat_door_de_uitgang,
    staat_op_een_vloer,
)


def violations(line: Callable[[str, str], list[str]]) -> dict[str, list[str]]:
    return {name: wrong for name, source in modules() if (wrong := line(name, source))}


def test_imports_gaan_alleen_omlaag():
    assert violations(only_omlaag) == {}


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
    assert violations(model_is_puur) == {}


def test_alleen_yamltext_kent_yaml():
    assert violations(yaml_only_in_yamltext) == {}


def test_alleen_terminal_kent_questionary_en_rich():
    assert violations(vragen_only_in_terminal) == {}


def test_alleen_de_maker_kent_python_docx():
    assert violations(docx_only_in_maker) == {}


def test_alleen_drawing_kent_pillow_en_pas_als_er_getekend_wordt():
    assert violations(pillow_only_in_drawing) == {}
    assert violations(pillow_pas_als_er_getekend_wordt) == {}


def test_alleen_commands_kent_typer():
    assert violations(typer_only_in_commands) == {}


def test_niets_onder_commands_schrijft_of_stopt():
    assert violations(nothing_below_schrijft_of_stopt) == {}


def test_alles_wat_gezegd_wordt_gaat_door_de_uitgang():
    assert violations(alles_gaat_door_de_uitgang) == {}


def test_elke_module_staat_op_een_vloer():
    assert violations(staat_op_een_vloer) == {}


def test_het_huis_is_niet_leeg():
    """A rule over no modules would hold of everything."""
    names = [name for name, _ in modules()]
    assert {floor(name) for name in names} >= {*BELOW, "cli"}
    assert len(names) > 30


@pytest.mark.parametrize(
    ("line", "name", "source"),
    [
        (only_omlaag, "model.plan", "from uitvoeringsplan.yamltext.yaml_tree import read_yaml"),
        (only_omlaag, "errors", "import uitvoeringsplan.model.plan"),
        (only_omlaag, "named_tuple", "from uitvoeringsplan.errors import Plaats"),
        (only_omlaag, "checks.regels", "from uitvoeringsplan.tasks import status"),
        (only_omlaag, "tasks.nieuw", "from uitvoeringsplan.terminal import verslag"),
        (only_omlaag, "tasks.nieuw", "from uitvoeringsplan.commands import edge"),
        (only_omlaag, "tasks.nieuw", "def f():\n    from ..terminal.verslag import balk"),
        (only_omlaag, "maker.maak", "from ..tasks import status"),
        (
            only_omlaag,
            "model.vraag",
            "if TYPE_CHECKING:\n    from uitvoeringsplan.ooxml.package import Package",
        ),
        (only_omlaag, "word.filling", "from uitvoeringsplan.files import atomic"),
        (only_omlaag, "files.atomic", "from ..terminal import weergave"),
        (only_omlaag, "terminal.verslag", "import uitvoeringsplan.ooxml.package"),
        (only_omlaag, "document.writers.html", "from uitvoeringsplan.word import returned"),
        (only_omlaag, "drawing.timeline", "from uitvoeringsplan.word import filling"),
        (only_omlaag, "document.html", "from uitvoeringsplan.pdf import libreoffice"),
        (pillow_only_in_drawing, "word.beelden", "def f():\n    from PIL import Image"),
        (pillow_pas_als_er_getekend_wordt, "drawing.canvas", "from PIL import Image"),
        (pillow_pas_als_er_getekend_wordt, "drawing.canvas", "class A:\n    import PIL"),
        (pillow_pas_als_er_getekend_wordt, "drawing.canvas", "try:\n    import PIL\nfinally: pass"),
        (model_is_puur, "model.plan", "import lxml.etree"),
        (model_is_puur, "errors", "from typer import echo"),
        (yaml_only_in_yamltext, "tasks.nieuw", "import yaml"),
        (yaml_only_in_yamltext, "cli", "import importlib\nimportlib.import_module('yaml')"),
        (vragen_only_in_terminal, "cli", "from prompt_toolkit.keys import Keys"),
        (vragen_only_in_terminal, "tasks.gesprek", "import questionary as q"),
        (vragen_only_in_terminal, "commands.edge", "from rich import print"),
        (docx_only_in_maker, "word.filling", "from docx import Document"),
        (docx_only_in_maker, "makers", "import docx"),
        (typer_only_in_commands, "terminal.verslag", "import typer"),
        (typer_only_in_commands, "tasks.nieuw", "x = __import__('typer')"),
        (nothing_below_schrijft_of_stopt, "tasks.nieuw", "def f():\n    print('klaar')"),
        (nothing_below_schrijft_of_stopt, "model.plan", "import sys\nsys.exit(1)"),
        (nothing_below_schrijft_of_stopt, "files.atomic", "import os\nos._exit(1)"),
        (nothing_below_schrijft_of_stopt, "ooxml.package", "raise SystemExit"),
        (nothing_below_schrijft_of_stopt, "ooxml.package", "raise SystemExit(2) from None"),
        (nothing_below_schrijft_of_stopt, "terminal.verslag", "sys.stderr.write('x')"),
        (nothing_below_schrijft_of_stopt, "errors", "from sys import exit as weg"),
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
def test_elke_regel_kan_falen(line, name, source):
    assert line(name, source)


@pytest.mark.parametrize(
    ("name", "source"),
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
def test_wat_mag_wordt_niet_gemeld(name, source):
    assert [line(name, source) for line in LINES] == [[]] * len(LINES)
