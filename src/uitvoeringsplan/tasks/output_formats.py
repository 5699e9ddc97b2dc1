"""A finished Word file in other formats, and its metadata, as files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from uitvoeringsplan.document.writers import WRITERS, write
from uitvoeringsplan.errors import GebruikError, UitvoeringsplanError, did_you_mean
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.tasks.destinations import DIWOO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.pdf.convert import Format

_BY_LIBREOFFICE = ("odt", "pdf")
FORMATS = (*WRITERS, *_BY_LIBREOFFICE)


class OutputFile(NamedTuple):
    """A file to write beside the Word file: of `FORMATS`, or the metadata."""

    kind: str
    data: bytes


def read_formats(asked: Iterable[str]) -> tuple[str, ...]:
    """Return the formats of `--naar`, each once; raises GebruikError for an unknown one."""
    names = [name.strip().lower().lstrip(".") for part in asked for name in part.split(",")]
    for name in filter(None, names):
        if name not in (*FORMATS, "docx"):
            raise GebruikError(
                f"“{name}” is geen formaat.{did_you_mean(name, FORMATS)} Kies uit"
                f" {', '.join(FORMATS)}; het Word-bestand komt er altijd bij."
            )
    return tuple(name for name in FORMATS if name in names)


def own_formats(
    word: Path,
    docx: bytes,
    formats: Iterable[str],
    huisstijl: Huisstijl | None = None,
    key: str = "",
) -> Iterator[OutputFile]:
    """Yield the finished document in the formats that need no other program.

    `key` is the key of its plan. Raises SjabloonError.
    """
    wanted = [name for name in formats if name in WRITERS]
    if not wanted:
        return
    # Who only wants Word does not wait for what reads and writes the rest.
    from uitvoeringsplan.document.reader import read_document  # noqa: PLC0415

    document = read_document(docx, str(word))
    for name in wanted:
        yield _marked(name, write(name, document, huisstijl), key)


def by_libreoffice(formats: Iterable[str]) -> tuple[Format, ...]:
    """Return the formats among these that LibreOffice makes."""
    return tuple(cast("Format", name) for name in formats if name in _BY_LIBREOFFICE)


def office_formats(
    documents: Sequence[tuple[Path, bytes, str]], formats: Sequence[Format]
) -> list[list[OutputFile] | UitvoeringsplanError]:
    """Return finished documents in the formats of LibreOffice, or why there is none of one.

    A document is the path of the Word file, its bytes, and the key of its plan. They are made
    together, as every start of LibreOffice takes seconds.
    """
    from uitvoeringsplan.pdf.convert import Document, convert_all  # noqa: PLC0415 - few ask for it

    names = [Document(docx, str(word)) for word, docx, _ in documents]
    try:
        made = convert_all(names, formats)
    except UitvoeringsplanError as error:
        return [error] * len(documents)
    return [
        one
        if isinstance(one, UitvoeringsplanError)
        else [_marked(name, data, key) for name, data in one.items()]
        for one, (_, _, key) in zip(made, documents, strict=True)
    ]


def metadata(
    vragenlijst: Vragenlijst,
    plan: Plan,
    formats: Iterable[str],
    address: str = "",
    key: str = "",
) -> tuple[OutputFile, tuple[str, ...]]:
    """Return the metadata of the document that will be published, and what it still misses.

    That is the PDF when there is one, else the Word file; `address` is where it will be on the web.
    Raises PublicatieError for a plan that is not public, GebruikError for an address that is none.
    """
    from uitvoeringsplan.document.writers.diwoo import write_diwoo  # noqa: PLC0415 - few ask for it
    from uitvoeringsplan.word.filling.properties import document_title  # noqa: PLC0415

    diwoo = write_diwoo(
        vragenlijst,
        plan,
        titel=document_title(vragenlijst, plan),
        adres=address,
        formaat="pdf" if "pdf" in formats else "docx",
    )
    missing = tuple(one.what for one in diwoo.missing)
    return _marked(DIWOO, diwoo.xml, key), missing


def _marked(kind: str, data: bytes, key: str) -> OutputFile:
    from uitvoeringsplan.document.writers.marks import marked  # noqa: PLC0415 - not for Word alone

    return OutputFile(kind, marked(data, kind, key))
