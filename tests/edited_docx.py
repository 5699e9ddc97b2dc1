"""A Word file as a colleague sends it back: other answers, made from the same plan."""

from __future__ import annotations

import io
import zipfile

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

LIJST = load_vragenlijst(find_vragen())
PART, OWN = "word/document.xml", "docProps/custom.xml"


def make(plan, word, **wens):
    (made,) = take_order([plan], out=word, request=Request(overschrijf=True, **wens)).run()
    assert made.error is None
    return word


def met(plan, **antwoorden):
    """Write other answers into the plan; underscores in the names are hyphens."""
    file = load_plan(plan, LIJST)
    for name, text in antwoorden.items():
        file = file.with_answer(LIJST.vraag(name.replace("_", "-")), text)
    plan.write_bytes(file.data)


def edited(plan, word, **antwoorden):
    """Return the document of `plan` as if somebody had typed these answers in Word.

    Typing leaves the properties, which tell what the document was made from, as they are.
    """
    was = plan.read_bytes()
    make(plan, word)
    with zipfile.ZipFile(word) as package:
        own = package.read(OWN)
    met(plan, **antwoorden)
    make(plan, word)
    plan.write_bytes(was)
    members = {}
    with zipfile.ZipFile(word) as package:
        members = {name: package.read(name) for name in package.namelist()}
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        for name, data in members.items():
            package.writestr(name, own if name == OWN else data)
    word.write_bytes(result.getvalue())
    return word


def type_over(word, *pairs: tuple[str, str], where: str = ""):
    """Type other words in a document, in the place of words that stand there once.

    With `where` everywhere in the parts whose name begins with that.
    """
    members = _members(word)
    for old, new in pairs:
        assert where or members[PART].count(old.encode()) == 1, old
        for name in [name for name in members if name.startswith(where or PART)]:
            members[name] = members[name].replace(old.encode(), new.encode())
    return _pack(word, members)


def change(word, otherwise, *, part="word/document.xml"):
    """Rewrite one part of a Word file by `otherwise`, as another program would; the rest stays."""
    members = _members(word)
    new = otherwise(members[part])
    assert new != members[part], "de bewerking past niet op dit document"
    return _pack(word, {**members, part: new})


def _members(word):
    with zipfile.ZipFile(word) as package:
        return {name: package.read(name) for name in package.namelist()}


def _pack(word, members):
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    word.write_bytes(result.getvalue())
    return word


def without_digest(word):
    """Make a Word file one of a version that did not write what stands outside the answers."""
    return change(word, lambda own: own.replace(b'"uvp.vast', b'"uvp.oud'), part=OWN)
