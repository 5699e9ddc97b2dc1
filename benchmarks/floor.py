"""The floor of the comparison: fills a template with zipfile, lxml and the C loader of YAML.

Nothing is checked and nothing is kept from one plan to the next:
`floor.py SJABLOON MAP PLAN...` makes a Word file in the folder for each plan.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import yaml
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def read_plan(path: str) -> dict[str, str]:
    """Return everything that is filled in, as plainly as can be."""
    with Path(path).open("rb") as file:
        plan = yaml.load(file, Loader=yaml.CSafeLoader)
    values = {**plan["gegevens"], **plan["antwoorden"]}
    return {tag: str(value) for tag, value in values.items() if value}


def read_blocks(text: str) -> list[tuple[bool, str]]:
    """Return for each line whether it is a point, and its text."""
    lines = (line.strip() for line in text.split("\n"))
    return [(line.startswith("- "), line.removeprefix("- ")) for line in lines if line]


def has_controls(part: str) -> bool:
    """Whether a part of the template has content controls to fill."""
    return part == "word/document.xml" or part.startswith(("word/header", "word/footer"))


def tag_of(control: etree._Element) -> str:
    """Return the tag of a content control; empty when it has none."""
    tag = control.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else tag.get(W + "val")


def add_run(parent: etree._Element, text: str) -> None:
    """Add a run with a text."""
    t = etree.SubElement(etree.SubElement(parent, W + "r"), W + "t")
    t.text = text
    t.set(SPACE, "preserve")


def new_paragraph(text: str, *, is_punt: bool) -> etree._Element:
    """Return a paragraph, in the style of a list when it is a point."""
    paragraph = etree.Element(W + "p")
    if is_punt:
        properties = etree.SubElement(paragraph, W + "pPr")
        etree.SubElement(properties, W + "pStyle").set(W + "val", "ListBullet")
    add_run(paragraph, text)
    return paragraph


def serialize(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fill_part(data: bytes, values: dict[str, str]) -> bytes:
    """Fill every control of a part that has a value."""
    root = etree.fromstring(data)
    for control in list(root.iter(W + "sdt")):
        value = values.get(tag_of(control))
        if value is not None:
            _fill_control(control, value)
    return serialize(root)


def _fill_control(control: etree._Element, value: str) -> None:
    content = control.find(W + "sdtContent")
    for child in list(content):
        content.remove(child)
    if control.getparent().tag == W + "p":
        add_run(content, value)
    else:
        content.extend(new_paragraph(text, is_punt=punt) for punt, text in read_blocks(value))
    flag = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if flag is not None:
        flag.getparent().remove(flag)


def fill(sjabloon: str, target: Path, values: dict[str, str]) -> None:
    """Write the template with the values filled in."""
    with (
        zipfile.ZipFile(sjabloon) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for member in source.infolist():
            data = source.read(member)
            if has_controls(member.filename):
                data = fill_part(data, values)
            file.writestr(member.filename, data)


def target_of(plan: str, folder: str) -> Path:
    """Return the Word file of a plan, named as the program names it."""
    return Path(folder, Path(plan).name.replace(".plan.yaml", ".docx"))


if __name__ == "__main__":
    for plan_ in sys.argv[3:]:
        fill(sys.argv[1], target_of(plan_, sys.argv[2]), read_plan(plan_))
