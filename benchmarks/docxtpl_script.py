"""What a user writes with docxtpl: `docxtpl_script.py JINJA MAP PLAN...`.

A question in a line gets its text, a question with room for more gets a list of blocks: a loop
over a bare text would go by character.
"""

from __future__ import annotations

import sys

from docxtpl import DocxTemplate
from floor import read_blocks, read_plan, target_of


def main(jinja: str, folder: str, *plannen: str) -> None:
    """Make a Word file for each plan."""
    for plan in plannen:
        context: dict[str, object] = {}
        for tag, value in read_plan(plan).items():
            name = tag.replace("-", "_")
            context[name] = value
            context[f"{name}_blokken"] = read_blocks(value)
        document = DocxTemplate(jinja)
        document.render(context, autoescape=True)
        document.save(target_of(plan, folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
