"""`git --klaargezet`: whether the plans that are about to be committed can be read and kept.

What counts is what will be committed, which need not be what is in the folder. A number of a person
stops the commit, because git keeps what is taken out later; one that the last commit has already is
kept anyhow. Comments in the file count as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.personal_numbers import find_numbers
from uitvoeringsplan.checks.plan.privacy import ATTRIBUTE
from uitvoeringsplan.errors import (
    BestandError,
    GeenVragenlijstError,
    Plaats,
    ProjectbestandError,
    UitvoeringsplanError,
)
from uitvoeringsplan.files.file_reading import decode
from uitvoeringsplan.files.lookup import PLAN_SUFFIX
from uitvoeringsplan.git.git_command import MAX_OBJECT, WorkTree
from uitvoeringsplan.plan.planbestand import read_with_notices
from uitvoeringsplan.tasks.environment import Vragenlijsten
from uitvoeringsplan.yamltext.nodes import MappingNode, ScalarNode
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.personal_numbers import PersonalNumber
    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.yamltext.nodes import Node

_PLANS = f":(top,glob)**/*{PLAN_SUFFIX}"
_REGULAR = ("100644", "100755")
_STAYS = (
    "Git bewaart dat voor altijd, ook als je het later weghaalt. Haal het weg en zet het plan"
    " opnieuw klaar met `git add`. Is het verzonnen, of mag iedereen het altijd zien, leg dan vast"
    " met `git commit --no-verify`."
)


def check_staged(*, vragen: Path | None = None) -> list[UitvoeringsplanError]:
    """Return what is wrong with the plans in the index; raises GitError.

    That is also every number of a person that the last commit does not have yet. A plan of a
    kind for which there is no question set here is only looked at as YAML: who made it has one.
    """
    tree = WorkTree(Path(), "", in_bracket=True)
    out: list[UitvoeringsplanError] = []
    lijsten = Vragenlijsten(vragen)
    top = Path(tree.read("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    for name, object_ in _staged(tree).items():
        [(_, data)] = tree.contents([object_])
        try:
            source = decode(data, name, ProjectbestandError)
            out += _numbers(source, _committed(tree, name))
            try:
                lijst = lijsten.of_data(data, top / name).vragenlijst
            except GeenVragenlijstError:
                read_yaml(source)
            else:
                _check(source, data, lijst)
        except (ProjectbestandError, BestandError) as error:
            out.append(error)
    return out


def _check(source: SourceText, data: bytes, lijst: Vragenlijst) -> None:
    kind = read_yaml(source).pairs.get("soort")
    if kind is None or not isinstance(kind[1], ScalarNode) or kind[1].text == lijst.soort:
        read_with_notices(data, Path(source.path), lijst)


def _numbers(source: SourceText, known: set[str]) -> Iterator[UitvoeringsplanError]:
    """Yield the numbers of persons in a plan, each once; `known` holds those that git has."""
    seen = set(known)
    for number, line, column in _found(source):
        if (bare := _bare(number)) not in seen:
            seen.add(bare)
            yield ProjectbestandError(
                source.path,
                f"“{number.text}” kan een {number.kind} zijn. {_STAYS}",
                Plaats(line, column, source.text.split("\n")[line - 1]),
            )


def _found(source: SourceText) -> Iterator[tuple[PersonalNumber, int, int]]:
    """Yield every number with its line and column: in the lines, then in values as YAML has them.

    A value that goes on over lines, or that names its signs, says something else than its lines.
    """
    for line_number, line in enumerate(source.text.split("\n"), 1):
        for number in find_numbers(line):
            yield number, line_number, number.start + 1
    try:
        texts = list(_texts(read_yaml(source)))
    except ProjectbestandError:  # said already where the plan is read
        return
    for text in texts:
        for line in text.text.split("\n"):
            for number in find_numbers(line):
                yield number, text.line, text.column


def _texts(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.pairs.values():
            # Only the field for the number of a case may hold one that looks like a BSN.
            if key.text != ATTRIBUTE:
                yield from _texts(value)
    else:
        for part in node.parts:
            yield from _texts(part)


def _bare(number: PersonalNumber) -> str:
    return "".join(filter(str.isalnum, number.text)).upper()


def _committed(tree: WorkTree, name: str) -> set[str]:
    """Return the numbers that the last commit has in this file."""
    if "\n" in name or not tree.head():
        return set()
    [old] = tree.sizes([f"HEAD:{name}"])
    if old is None or old[1] > MAX_OBJECT:
        return set()
    [(_, data)] = tree.contents([old[0]])
    try:
        source = decode(data, name, ProjectbestandError)
    except ProjectbestandError:
        return set()
    return {_bare(number) for number, _, _ in _found(source)}


def _staged(tree: WorkTree) -> dict[str, str]:
    """Return the plans that were added or changed, with the ids of their content."""
    changed = tree.read(
        "diff", "--cached", "--name-only", "-z", "--no-renames", "--no-relative",
        "--diff-filter=ACMRT", "--no-ext-diff", "--no-textconv", "--", _PLANS,
    )  # fmt: skip
    names = set(changed.split(b"\0")[:-1])
    out = {}
    for line in tree.read("ls-files", "-s", "-z", "--full-name", "--", _PLANS).split(b"\0")[:-1]:
        kind, _, name = line.partition(b"\t")
        mode, object_, _ = kind.decode().split(" ")
        if name in names and mode in _REGULAR:
            out[name.decode("utf-8", "surrogateescape")] = object_
    return out
