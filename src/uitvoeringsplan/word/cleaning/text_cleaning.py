"""A part with text or drawings without what is private in it, and without what nobody sees."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.tree import (
    MC,
    around,
    attributes,
    child,
    finder,
    is_on,
    parse,
    remove,
    unwrap,
    val,
    w,
    write,
)
from uitvoeringsplan.word.cleaning import element_names
from uitvoeringsplan.word.cleaning.field_cleaning import clean_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.cleaning.left_out import LeftOut

    Action = Callable[[], object]

# What every program reads that reads drawings at all: the second version is for Word 2007.
_KNOWN_EVERYWHERE = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid"))
_R = f"{{{R}}}"
_of_sessions = finder("//*[@*[starts-with(local-name(), 'rsid')]]")
_session_lists = finder("//*[local-name() = 'rsid']")
_pointing = finder("//*[@r:*]")
_BOM = b"\xef\xbb\xbf"


def clean_text(
    data: bytes,
    what: str,
    path: str,
    report: LeftOut,
    *,
    gone: Collection[str] = (),
    bad_links: Collection[str] = (),
    hidden_styles: Collection[str] = (),
) -> bytes:
    """Return the part without what is private; raises SjabloonError when only its maker can choose.

    `gone` are ids of relationships that go, `bad_links` those of links to a disk, `hidden_styles`
    the styles whose text nobody sees. A part in which all may stay comes back as it is.
    """
    root = parse(data, what, path)
    _refuse(root, what, path)
    # All is found before anything goes: what stands in something that goes is counted too.
    actions = [
        *_by_name(root, report),
        *_links(root, bad_links, report),
        *(_hidden(root, hidden_styles, report) if hidden_styles or b"vanish" in data else ()),
        *clean_fields(root, report),
        *_drawings(root, gone, report),
        *_pointers(root, gone),
        *(_sessions(root) if b"rsid" in data else ()),
    ]
    for action in actions:
        action()
    return write(root) if actions or has_hidden(data) else data


def has_hidden(data: bytes) -> bool:
    """Whether there are comments or instructions of XML itself in a part; no tree has those."""
    declaration = data.startswith((b"<?xml ", _BOM + b"<?xml "))
    return b"<!--" in data or data.count(b"<?") > declaration


def _refuse(root: Element, what: str, path: str) -> None:
    if next(root.iter(*element_names.TEXT_CHANGES), None) is not None:
        raise SjabloonError(
            path,
            f"in dit sjabloon staan bijgehouden wijzigingen (in {what}). Neem ze in Word aan of"
            " wijs ze af (tabblad Controleren) en sla het sjabloon op; anders komen oude"
            " woorden en namen in elk document.",
        )
    if next(root.iter(*element_names.FROM_ELSEWHERE), None) is not None:
        raise SjabloonError(
            path,
            f"dit sjabloon haalt tekst uit een ander bestand (in {what}). Open het in Word, zet"
            " die tekst er zelf in en sla het op.",
        )


def _by_name(root: Element, report: LeftOut) -> Iterator[Action]:
    """Yield what to do with what goes by its name alone."""
    for element in root.iter(*element_names.COMMENTS, *element_names.GOES):
        if element.tag == w("commentReference"):
            report.meld("opmerking")
        yield partial(remove, element)
    for element in root.iter(*element_names.UNWRAPPED):
        yield partial(unwrap, element)
    for kinds, word in (
        (element_names.FORMAT_CHANGES, "opmaakwijziging"),
        (element_names.OBJECTS, "object"),
        (element_names.BUTTONS, "knop"),
    ):
        for element in root.iter(*kinds):
            report.meld(word)
            yield partial(remove, element)


def _links(root: Element, bad: Collection[str], report: LeftOut) -> Iterator[Action]:
    """Yield what takes links to a disk away from their words, and from pictures."""
    for link in root.iter(w("hyperlink"), *element_names.DRAWING_LINKS) if bad else ():
        if link.get(f"{_R}id") in bad:
            report.meld("link")
            yield partial(unwrap if link.tag == w("hyperlink") else remove, link)


def _hidden(root: Element, styles: Collection[str], report: LeftOut) -> Iterator[Action]:
    """Yield what takes away the runs that nobody sees; the marks and codes of fields stay."""
    for run in root.iter(w("r")):
        if not _is_hidden(run, styles):
            continue
        texts = run.findall(w("t"))
        words = "".join(text.text or "" for text in texts).strip()
        if words or any(child(run, name) is not None for name in element_names.DRAWINGS):
            report.meld("verborgen", words)
        has_field = any(child(run, name) is not None for name in ("fldChar", "instrText"))
        for element in texts if has_field else (run,):
            yield partial(remove, element)


def _is_hidden(run: Element, styles: Collection[str]) -> bool:
    properties = child(run, "rPr")
    if child(properties, "vanish") is not None:
        return is_on(properties, "vanish")
    style = child(properties, "rStyle")
    if style is None:
        style = child(around(run, "p"), "pPr", "pStyle")
    return style is not None and val(style) in styles


def _drawings(root: Element, gone: Collection[str], report: LeftOut) -> Iterator[Action]:
    """Yield what cleans pictures and shapes.

    Their names and descriptions, links to other places, and second versions.
    """
    for kinds, describing in (
        (element_names.DESCRIBED, "descr"),
        (element_names.VML_SHAPES, "alt"),
    ):
        for element in root.iter(*kinds):
            yield from _description(element, (describing, "title"), report)
    for picture in root.iter(element_names.BLIP, element_names.VML_PICTURE) if gone else ():
        pointers = [name for name, _ in attributes(picture) if name.startswith(_R)]
        bad = [name for name in pointers if picture.get(name) in gone]
        if bad and len(bad) == len(pointers):
            report.meld("gekoppeld beeld")
            drawing = around(picture, *element_names.DRAWINGS)
            yield partial(remove, picture if drawing is None else drawing)
        elif bad:
            yield partial(_drop, picture, bad)
    # Second versions of what every program can show: nobody sees what is in them.
    for fallback in root.iter(f"{{{MC}}}Fallback"):
        first = next(fallback.itersiblings(f"{{{MC}}}Choice", preceding=True), None)
        needed = "" if first is None else first.get("Requires", "")
        if needed.split() and set(needed.split()) <= _KNOWN_EVERYWHERE:
            yield partial(remove, fallback)


def _description(
    element: Element, describing: tuple[str, ...], report: LeftOut
) -> Iterator[Action]:
    """Yield what takes the names of files out of a drawing; a good description stays."""
    bad = []
    for name, value in attributes(element):
        plain = name.rpartition("}")[2]
        points = plain in ("href", "src") and element_names.points_at_disk(value)
        if points or (plain in ("name", *describing) and element_names.is_file_name(value)):
            bad.append(name)
    if any(name.rpartition("}")[2] in describing for name in bad):
        report.meld("beschrijving")
    if bad:
        yield partial(_drop, element, bad)


def _pointers(root: Element, gone: Collection[str]) -> Iterator[Action]:
    """Yield what takes away every other element that points at a relationship that goes."""
    weighed = (element_names.BLIP, element_names.VML_PICTURE, w("hyperlink"))
    for element in _pointing(root) if gone else ():
        points = any(v in gone for name, v in attributes(element) if name.startswith(_R))
        if points and element.tag not in weighed:
            yield partial(remove, element)


def _sessions(root: Element) -> Iterator[Action]:
    """Yield what takes away the numbers that tell in which editing session something was typed.

    They tie a document to all others of the same maker.
    """
    for element in _of_sessions(root):
        numbers = [n for n, _ in attributes(element) if n.rpartition("}")[2].startswith("rsid")]
        yield partial(_drop, element, numbers)
    for element in _session_lists(root):
        yield partial(remove, element)


def _drop(element: Element, attributes: list[str]) -> None:
    """Take attributes away; a drawing must have a name."""
    for name in attributes:
        if name == "name":
            element.set("name", "Afbeelding")
        else:
            del element.attrib[name]
