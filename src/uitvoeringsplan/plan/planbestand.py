"""The project file: `*.plan.yaml` in, one changed answer out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, ProjectbestandError, did_you_mean
from uitvoeringsplan.files.file_reading import (
    ReadingNotice,
    SourceText,
    decode,
    give_notice,
    load_bytes,
)
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.plain_reader import read_plain
from uitvoeringsplan.yamltext.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

_KEYS = ("soort", "vragenlijst", "gegevens", "antwoorden", "punten")


class _Read(NamedTuple):
    """What was read of a project file."""

    path: Path
    data: bytes
    source: SourceText
    plan: Plan
    vragenlijst: Vragenlijst
    punten: tuple[OpenPunt, ...] = ()


class Planbestand(_Read):
    """A project file as it was read: its path, its exact bytes, and the plan in it.

    The open points are no part of the plan, so nothing that is made of a plan can hold them.
    """

    @cached_property
    def tree(self) -> MappingNode:
        """The file as a tree, with the place of everything; raises ProjectbestandError."""
        return _read_tree(self.source)

    def with_answer(self, vraag: Vraag, text: str) -> Planbestand:
        """Return the file with another answer, not yet saved; equal when nothing changes.

        `text` is cleaned and checked by the question. Raises AntwoordError.
        """
        # Only changing a plan needs these; making a document of it should not wait for them.
        from uitvoeringsplan.plan.patch import set_value  # noqa: PLC0415

        text = vraag.normalise(text)
        if text == self.plan.text(vraag):
            return self
        is_field = vraag.id in self.vragenlijst.veld_ids
        group = "gegevens" if is_field else "antwoorden"
        lijst = self.vragenlijst.gegevens if is_field else self.vragenlijst.vragen
        new = set_value(self.source, self.tree, group, vraag, text, [other.id for other in lijst])
        return self.with_text(new)

    def with_text(self, new: str) -> Planbestand:
        """Return the file with a changed text, not yet saved; raises ProjectbestandError."""
        return read_planbestand(self._to_bytes(new), self.path, self.vragenlijst)

    def _to_bytes(self, new: str) -> bytes:
        """Return the changed text as bytes in which every unchanged line is as it was."""
        bom = b"\xef\xbb\xbf" if self.source.bom else b""
        if not self.source.crlf:
            return bom + new.encode()
        old = self.data[len(bom) :].split(b"\n")
        bare = [line.removesuffix(b"\r") for line in old]
        lines = new.encode().split(b"\n")
        short = min(len(old), len(lines))
        before = next((i for i in range(short) if bare[i] != lines[i]), short)
        after = next(
            (i for i in range(short - before) if bare[-1 - i] != lines[-1 - i]), short - before
        )
        # Every line end but that of the last line, which has none.
        same = [b"\r\n" if line.endswith(b"\r") else b"\n" for line in old[:-1]] + [b"\r\n"]
        ends = same[:before] + [b"\r\n"] * (len(lines) - before - after) + same[len(old) - after :]
        return bom + b"".join(map(bytes.__add__, lines[:-1], ends)) + lines[-1]


def load_plan(path: Path, vragenlijst: Vragenlijst) -> Planbestand:
    """Return the project file at `path`; raises BestandError or ProjectbestandError."""
    return read_with_notices(load_bytes(path), path, vragenlijst)


def read_with_notices(data: bytes, path: Path, vragenlijst: Vragenlijst) -> Planbestand:
    """Return the project file in `data`, as somebody wrote it.

    Tells whoever listens (see `notices_to`) what of it does not count. Raises ProjectbestandError.
    """
    file = read_planbestand(data, path, vragenlijst)
    if _has_sign_behind(file.source.text):
        # Few plans have one.
        from uitvoeringsplan.plan.lost_comments import find_lost_comments  # noqa: PLC0415

        for lost in find_lost_comments(file.source, file.tree):
            give_notice(ReadingNotice(path, lost.line, lost.message))
    return file


def read_planbestand(data: bytes, path: Path, vragenlijst: Vragenlijst) -> Planbestand:
    """Return the project file in `data`; `path` is where it belongs."""
    source = decode(data, path, ProjectbestandError)
    if (plan := _find_plain_plan(source, vragenlijst)) is not None:
        return Planbestand(path, data, source, plan, vragenlijst)
    tree = _read_tree(source)
    for name, (key, _) in tree.pairs.items():
        if name not in _KEYS:
            raise source.error_at(
                f"de sleutel “{name}” bestaat hier niet.{did_you_mean(name, _KEYS)}", key
            )
    kind = _heading(source, tree, "soort")
    if kind != vragenlijst.soort:
        raise source.error_at(
            f"dit plan is van de soort “{kind}”, maar de vragenlijst is er een voor"
            f" “{vragenlijst.soort}”. Zet de map met de goede vragenlijst naast het plan, of wijs"
            " haar aan met --vragen.",
            tree.pairs["soort"][1],
        )
    plan = Plan(
        soort=kind,
        vragenlijst=_heading(source, tree, "vragenlijst"),
        gegevens=_group(source, tree, "gegevens", vragenlijst.gegevens, vragenlijst.vragen),
        antwoorden=_group(source, tree, "antwoorden", vragenlijst.vragen, vragenlijst.gegevens),
    )
    return Planbestand(
        path, data, source, plan, vragenlijst, _read_punten(source, tree, vragenlijst)
    )


def _find_plain_plan(source: SourceText, vragenlijst: Vragenlijst) -> Plan | None:
    """Return the plan in a file that is as we write it, with nothing wrong; None for any other."""
    by_id = {
        "gegevens": {vraag.id: vraag for vraag in vragenlijst.gegevens},
        "antwoorden": {vraag.id: vraag for vraag in vragenlijst.vragen},
    }
    found = read_plain(source.text, by_id)
    if found is None:
        return None
    head, groups = found
    kind, versie = (one_line(head.get(key, "")) for key in ("soort", "vragenlijst"))
    if kind != vragenlijst.soort or not versie:
        return None
    try:
        gegevens, antwoorden = (
            {name: vragen[name].normalise(text) for name, text in groups.get(group, {}).items()}
            for group, vragen in by_id.items()
        )
    except AntwoordError:
        return None
    return Plan(kind, versie, gegevens, antwoorden)


def _read_tree(source: SourceText) -> MappingNode:
    # Most plans are in our own form and need no YAML.
    from uitvoeringsplan.yamltext.yaml_tree import read_yaml  # noqa: PLC0415

    return read_yaml(source)


def new_planbestand(
    path: Path,
    vragenlijst: Vragenlijst,
    gegevens: Mapping[str, str],
    antwoorden: Mapping[str, str] | None = None,
) -> Planbestand:
    """Return a new project file with every key in it, not yet saved."""
    from uitvoeringsplan.yamltext.yaml_writer import plan_text  # noqa: PLC0415

    text = plan_text(vragenlijst, gegevens, antwoorden or {})
    return read_planbestand(text.encode(), path, vragenlijst)


def _heading(source: SourceText, tree: MappingNode, key: str) -> str:
    pair = tree.pairs.get(key)
    if pair is None or not isinstance(pair[1], ScalarNode) or not one_line(pair[1].text):
        raise source.wrong(
            f"hier ontbreekt de sleutel “{key}”. Een plan begint met `soort:` en `vragenlijst:`.",
            1,
        )
    return one_line(pair[1].text)


def _group(
    source: SourceText,
    tree: MappingNode,
    group: str,
    vragen: tuple[Vraag, ...],
    elsewhere: tuple[Vraag, ...],
) -> dict[str, str]:
    pair = tree.pairs.get(group)
    if pair is None or (isinstance(pair[1], ScalarNode) and not pair[1].text):
        return {}
    mapping = pair[1]
    if not isinstance(mapping, MappingNode):
        raise source.error_at(f"onder `{group}` horen sleutels met een dubbele punt.", mapping)
    by_id = {vraag.id: vraag for vraag in vragen}
    values: dict[str, str] = {}
    for name, (key, node) in mapping.pairs.items():
        if name not in by_id:
            other = "antwoorden" if group == "gegevens" else "gegevens"
            tip = (
                f" Het hoort onder `{other}`."
                if any(vraag.id == name for vraag in elsewhere)
                else did_you_mean(name, by_id)
            )
            raise source.error_at(f"“{name}” is hier geen vraag van deze vragenlijst.{tip}", key)
        try:
            values[name] = by_id[name].normalise(text_of(source, node))
        except AntwoordError as error:
            raise source.error_at(f"{name}: {error.message}", node) from None
    return values


def _read_punten(
    source: SourceText, tree: MappingNode, vragenlijst: Vragenlijst
) -> tuple[OpenPunt, ...]:
    pair = tree.pairs.get("punten")
    if pair is None:  # most plans have none and need not wait for what reads them
        return ()
    from uitvoeringsplan.plan.punten import read_punten  # noqa: PLC0415

    ids = [vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)]
    return read_punten(source, pair[1], ids)


def text_of(source: SourceText, node: Node) -> str:
    """Return the text of a value; a hand-written YAML list becomes our bullets."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode) and all(isinstance(part, ScalarNode) for part in node.parts):
        return "\n".join(
            "- " + part.text.strip().replace("\n", "\n  ")
            for part in node.parts
            if isinstance(part, ScalarNode)
        )
    raise source.error_at("hier hoort een tekst. Schrijf haar in een blok met |.", node)


def _has_sign_behind(text: str) -> bool:
    """Whether a ` #` stands behind something on its line: only then can a value have lost a part.

    Few files have one, and every plan is looked at; this takes a sixth of the time of a pattern.
    """
    for sign in (" #", "\t#"):
        at = text.find(sign)
        while at >= 0:
            if text[text.rfind("\n", 0, at) + 1 : at].strip(" \t"):
                return True
            at = text.find(sign, at + 1)
    return False
