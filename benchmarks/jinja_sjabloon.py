"""Turns the template into one for docxtpl: `jinja_sjabloon.py SJABLOON JINJA`.

Every control of a question becomes Jinja. Conditions and pictures (`als: …`, `beeld: …`) are
left as they are, just as the floor leaves them.
"""

from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

from floor import W, add_run, has_controls, new_paragraph, serialize, tag_of
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

# A paragraph each; the text of a point gets the style of one.
_LOOP = (
    ("{{%p for is_punt, tekst in {}_blokken %}}", False), ("{{%p if is_punt %}}", False),
    ("{{{{ tekst }}}}", True), ("{{%p else %}}", False), ("{{{{ tekst }}}}", False),
    ("{{%p endif %}}", False), ("{{%p endfor %}}", False),
)  # fmt: skip


def convert_part(data: bytes) -> bytes:
    """Replace the controls of a part."""
    root = etree.fromstring(data)
    for control in list(root.iter(W + "sdt")):
        tag = tag_of(control)
        if tag and ":" not in tag:
            _replace(control, tag.replace("-", "_"))
    return serialize(root)


def _replace(control: etree._Element, name: str) -> None:
    parent = control.getparent()
    if parent.tag == W + "p":
        add_run(parent, f"{{{{ {name} }}}}")
        parent.replace(control, parent[-1])
        return
    for paragraph in _paragraphs(name):
        control.addprevious(paragraph)
    parent.remove(control)


def _paragraphs(name: str) -> Iterator[etree._Element]:
    for text, is_punt in _LOOP:
        yield new_paragraph(text.format(name), is_punt=is_punt)


def convert(sjabloon: str, target: str) -> None:
    """Write the template for docxtpl."""
    with (
        zipfile.ZipFile(sjabloon) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for member in source.infolist():
            data = source.read(member)
            if has_controls(member.filename):
                data = convert_part(data)
            file.writestr(member.filename, data)


if __name__ == "__main__":
    convert(*sys.argv[1:])
