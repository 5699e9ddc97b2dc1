"""The XML of a part as a tree: reading it, finding and adding elements, writing it.

A DTD is refused before anything in it is read: it is what XML bombs and look-ups of outside files
are made of. Comments and processing instructions are left out; Word makes none. Everything else
that is not touched is written as it was read: elements, attributes, prefixes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from lxml import etree

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import DRAWINGML, W_STRICT, R, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

MAX_DEPTH = 256
STRICT = (
    "staat in de strikte vorm van Open XML. Kies in Word bij Opslaan als het gewone Word-document"
    " (*.docx)."
)
TOO_DEEP = "is te diep genest."
NOT_UTF8 = "is niet als UTF-8 opgeslagen."
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATE_CONTENT = f"{{{MC}}}AlternateContent"

_ENCODINGS = (b"utf-8", b"us-ascii")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_PARSER = etree.XMLParser(
    encoding="utf-8",  # also where another one could hide what the checks look for
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    remove_comments=True,
    remove_pis=True,
)
_DECLARATIONS = f'xmlns:w="{W}" xmlns:r="{R}"'
_FALSE = ("0", "false", "off")
# In these stands what a reader of this house can read; of any other vocabulary it knows nothing.
_KNOWN = (f"{{{W}}}", "{http://schemas.openxmlformats.org/officeDocument/2006/math}")

#: The children of an element that have a fixed order there, by the name of the element. A file that
#: breaks the order is damaged to Word.
SCHEMA_ORDER: dict[str, Sequence[str]] = {
    "styles": ("docDefaults", "latentStyles", "style"),
    "docDefaults": ("rPrDefault", "pPrDefault"),
    "rPrDefault": ("rPr",),
    "p": ("pPr",),
    "r": ("rPr",),
    "style": (
        "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
        "semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose",
        "personalReply", "rsid", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
    ),
    "numbering": ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"),
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap",
        "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
        "cnfStyle", "rPr", "sectPr", "pPrChange",
    ),
    "rPr": (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
        "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
        "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect",
        "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath", "rPrChange",
    ),
}  # fmt: skip


def parse(data: bytes, what: str, path: str) -> Element:
    """Return the root of a part; raises SjabloonError, in which `what` names the part."""
    _refuse_encoding(data, what, path)
    _refuse_dtd(data, what, path)
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        if "depth" in error.msg:
            raise _fault(path, what, TOO_DEEP) from None
        raise _fault(path, what, f"is geen geldige XML (regel {error.lineno}).") from None
    if root.tag.startswith(f"{{{W_STRICT}"):
        raise _fault(path, what, STRICT)
    if _deeper_than(MAX_DEPTH)(root):  # the library has a bound too, which is as deep or deeper
        raise _fault(path, what, TOO_DEEP)
    return root


def write(root: Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


@cache
def w(name: str) -> str:
    """Return a name in the namespace of WordprocessingML."""
    return f"{{{W}}}{name}"


_VAL = w("val")


def val(element: Element | None, name: str = "val") -> str:
    """Return an attribute in namespace w, empty when it or its element is absent."""
    if element is None:
        return ""
    return element.get(_VAL if name == "val" else w(name), "")


def attributes(element: Element) -> list[tuple[str, str]]:
    """Return the attributes of an element with their values."""
    return cast("list[tuple[str, str]]", element.items())


def child(element: Element | None, *names: str) -> Element | None:
    """Return the element at this path of names in namespace w, None when it is not there."""
    for name in names:
        if element is None:
            return None
        # `find` of lxml takes twice as long: it makes a path of every name.
        element = next(element.iterchildren(w(name)), None)
    return element


def is_true(value: str | None) -> bool:
    """Whether the value of an on/off element or attribute means on; no value does."""
    return value not in _FALSE


def is_on(element: Element | None, *names: str) -> bool:
    """Whether the on/off element at this path is there and does not say no."""
    switch = child(element, *names)
    return switch is not None and is_true(switch.get(_VAL))


def number(value: str | None) -> int | None:
    """Return a whole number as the format writes it; None for anything else."""
    return int(value) if value is not None and re.fullmatch("[0-9]{1,9}", value) else None


def chosen(alternate: Element) -> list[Element]:
    """Return which version to read of a thing that has several (`mc:AlternateContent`).

    That is the first with something in it that is known here, as the format asks (ECMA-376 part 3):
    Word writes a smiley as an element of a later year, and as a letter for everybody else.
    """
    versions = [*alternate.findall(f"{{{MC}}}Choice"), *alternate.findall(f"{{{MC}}}Fallback")]
    return [
        version
        for version in versions
        if any(inner is not version and inner.tag.startswith(_KNOWN) for inner in version.iter())
    ][:1]


def finder(xpath: str) -> Callable[..., list[Any]]:
    """Return what finds all there is at an XPath, in which w, r and a need no declaration."""
    return cast(
        "Callable[..., list[Any]]",
        etree.XPath(xpath, namespaces={"w": W, "r": R, "a": DRAWINGML}),
    )


def parent_of(element: Element) -> Element:
    """Return what an element that is not the root stands in."""
    return cast("Element", element.getparent())


def around(element: Element, *names: str) -> Element | None:
    """Return the nearest element around this one with one of these names in namespace w."""
    return next(element.iterancestors(*map(w, names)), None)


def outside(element: Element, border: str) -> Iterator[Element]:
    """Return all descendants, without what is inside the ones named `border`."""
    for inner in element:
        yield inner
        if inner.tag != border:
            yield from outside(inner, border)


def new(name: str, /, *children: Element, **attributes: str) -> Element:
    """Return a new element with its children and attributes in namespace w."""
    element = etree.Element(w(name), {w(k): v for k, v in attributes.items()}, nsmap={"w": W})
    element.extend(children)
    return element


def new_in(namespace: str, name: str, /, **attributes: str) -> Element:
    """Return a new element of another namespace, with attributes that are in none."""
    nsmap: Any = {None: namespace}
    return etree.Element(f"{{{namespace}}}{name}", attributes, nsmap=nsmap)


def fragment(xml: str) -> list[Element]:
    """Return elements written as XML, in which the prefixes w and r need no declaration."""
    return fragments([xml])[0]


def fragments(pieces: Iterable[str]) -> list[list[Element]]:
    """Return the elements of each piece; all at once is four times as fast as one by one."""
    xml = "".join(f"<x>{piece}</x>" for piece in pieces)
    return [list(piece) for piece in etree.fromstring(f"<x {_DECLARATIONS}>{xml}</x>")]


def properties_xml(element: Element | None) -> str:
    """Return an element of namespace w as XML for `fragment`; empty when there is none."""
    if element is None:
        return ""
    same = new(etree.QName(element).localname)
    same.attrib.update(element.attrib)
    same.extend(deepcopy(list(element)))
    return etree.tostring(same, encoding="unicode").replace(f' xmlns:w="{W}"', "")


def insert(parent: Element, added: Element, *, among: bool = False) -> None:
    """Put an element of namespace w where the schema wants it in `parent` (see `SCHEMA_ORDER`).

    One of the same name gives way to it, or with `among` stands before it.
    """
    name = etree.QName(added).localname
    if not among and (old := child(parent, name)) is not None:
        added.tail = old.tail
        parent.replace(old, added)
        return
    order = SCHEMA_ORDER[etree.QName(parent).localname]
    before = {w(earlier) for earlier in order[: order.index(name) + among]}
    places = [place for place, element in enumerate(parent, 1) if element.tag in before]
    parent.insert(places[-1] if places else 0, added)


def ensure(parent: Element, *names: str) -> Element:
    """Return the element at this path of names in namespace w, made where it is not there."""
    for name in names:
        found = child(parent, name)
        if found is None:
            found = new(name)
            insert(parent, found)
        parent = found
    return parent


def remove(element: Element) -> None:
    """Take an element out of its tree for good; the text behind it stays.

    What was in a large one is no longer in it afterwards.
    """
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    _take_apart(element)
    parent.remove(element)


# lxml (seen in 6.1.3) gives elements that leave a tree together a namespace by a search along all
# that it gave one before: leaving together costs the square of their number. One by one does not.
_TOGETHER = 1_000
_count_inside = etree.XPath("count(.//*)")


def _take_apart(element: Element) -> None:
    """Empty an element from the bottom up when a lot is in it."""
    if cast("float", _count_inside(element)) > _TOGETHER:
        for inner in list(element):
            _take_apart(inner)
            element.remove(inner)


def replace_content(holder: Element, content: Iterable[Element]) -> None:
    """Put elements in the place of everything that is in one, its text too."""
    _take_apart(holder)
    holder[:] = list(content)
    holder.text = None


def unwrap(element: Element) -> None:
    """Take an element away from around what is in it."""
    for inner in list(element):
        element.addprevious(inner)
    remove(element)


@cache
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (depth + 1)})")


def _fault(path: str, what: str, sentence: str) -> SjabloonError:
    return SjabloonError(path, f"het onderdeel {what} {sentence}")


def _refuse_encoding(data: bytes, what: str, path: str) -> None:
    declared = _DECLARED.match(data)
    is_other = declared is not None and declared[1].lower() not in _ENCODINGS
    if is_other or data[:2] in _UTF16 or b"\0" in data[:4]:
        raise _fault(path, what, NOT_UTF8)


def _refuse_dtd(data: bytes, what: str, path: str) -> None:
    """Raise when there is a DTD; the same letters in a text are none."""
    if b"<!DOCTYPE" not in data:
        return
    from xml.parsers import expat  # noqa: PLC0415 - hardly ever

    def refuse(*_: object) -> None:
        raise _fault(path, what, "bevat een DTD. Zo'n bestand wordt niet gelezen.")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    with suppress(expat.ExpatError):
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
