"""Reading files: looking first, why it fails, what a reader should hear of it, and their text.

A pipe would let us wait for ever, and a device may have no end, so both are refused. What is
remarkable about a file that can be read all the same is no error, and what reads it does not know
who is listening: a command says it, a check makes a finding of it.

Of a text there is what comes before anything is made of it: its bytes, its encoding, its lines.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.errors import BestandError, GeenTekstError, InhoudError, Plaats
from uitvoeringsplan.model.cleaning import is_plain
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOT_A_FILE = "dit is geen gewoon bestand maar een apparaat of een doorgeefluik"
MAX_BYTES = 5 * 2**20

_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_CONFLICT = r"(?m)^(<{7}|>{7}|\|{7})(?: |$)|^={7}$"
# What YAML itself allows in a file, without the signs that it takes for a line end and an editor
# does not (a lone CR, NEL, LS, PS): lines and columns would no longer be those that a user sees.
# A byte order mark inside the text goes too, because libyaml drops some of them.
# Listed one by one: the same set as "all but what is allowed" takes ten times longer to compile.
_FORBIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"

_AS_UTF8 = (
    "Sla het op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8). Er is niets veranderd."
)

ReadError = type[InhoudError]


def size_of(path: Path) -> int:
    """Return how many bytes a regular file has; a folder counts as one, reading it says so.

    Raises OSError, also for what is neither: a device, a pipe, a socket.
    """
    # os.stat() follows a link, so that what it names is looked at.
    what = os.stat(path)  # noqa: PTH116 - one call, on every read
    if not (stat.S_ISREG(what.st_mode) or stat.S_ISDIR(what.st_mode)):
        raise OSError(errno.EINVAL, NOT_A_FILE, str(path))
    return what.st_size if stat.S_ISREG(what.st_mode) else 0


_REASONS = {
    "ENOSPC": "de schijf is vol",
    "EDQUOT": "je ruimte op deze schijf is op",
    "EFBIG": "het bestand is te groot voor deze schijf",
    "EIO": "de schijf of de verbinding ermee is gestoord",
    "EROFS": "deze schijf is alleen-lezen",
    "ENAMETOOLONG": "de naam is te lang",
    "ELOOP": "de snelkoppeling verwijst naar zichzelf",
    "ENOTDIR": "een deel van het pad is een bestand, geen map",
    "EISDIR": "dit is een map",
    "ENOENT": "het bestand of de map bestaat niet",
    "EEXIST": "dit bestand bestaat al",
    "EACCES": "je hebt er geen rechten voor",
    "EPERM": "je hebt er geen rechten voor",
    "EBUSY": "het bestand is in gebruik",
    "ETXTBSY": "het bestand is in gebruik",
    "EMFILE": "er zijn te veel bestanden open",
    "ENFILE": "er zijn te veel bestanden open",
    "ESTALE": "de verbinding met de netwerkschijf is weg",
    "ETIMEDOUT": "de netwerkschijf antwoordt niet",
    "EHOSTDOWN": "de netwerkschijf antwoordt niet",
    "EHOSTUNREACH": "de netwerkschijf antwoordt niet",
    "ENODEV": "de schijf is weg",
    "ENXIO": "de schijf is weg",
}
# Not every system knows every number.
_BY_NUMBER = {
    getattr(errno, name): reason for name, reason in _REASONS.items() if hasattr(errno, name)
}


def reason(error: OSError) -> str:
    """Return why, in a few Dutch words; of an error that is not in the table, its own text."""
    return _BY_NUMBER.get(error.errno or 0) or error.strerror or str(error)


class ReadingNotice(NamedTuple):
    """What is remarkable, as a sentence, and where; `line` counts from 1, 0 is the whole of it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Return the whole message."""
        where = f", regel {self.line}" if self.line else ""
        return f"{self.path}{where}: {self.message}"


_LISTENER: ContextVar[Callable[[ReadingNotice], None] | None] = ContextVar("luisteraar")


def give_notice(message: ReadingNotice) -> None:
    """Tell whoever is listening; without anybody nothing happens."""
    if (listener := _LISTENER.get(None)) is not None:
        listener(message)


@contextlib.contextmanager
def notices_to(to: Callable[[ReadingNotice], None]) -> Iterator[None]:
    """Let everything that is told inside go to `to`, and to nobody else."""
    start = _LISTENER.set(to)
    try:
        yield
    finally:
        _LISTENER.reset(start)


def once(say: Callable[[str], object]) -> Callable[[ReadingNotice], None]:
    """Return what says each remark once as a sentence, however often the file is read."""
    said: set[str] = set()

    def say_it(message: ReadingNotice) -> None:
        text = f"Let op: {message}"
        if text not in said:
            said.add(text)
            say(text)

    return say_it


class HasPlace(Protocol):
    """Anything that knows where it stands in its file."""

    @property
    def line(self) -> int:
        """The line, from 1."""

    @property
    def column(self) -> int:
        """The column, from 1."""


class SourceText(NamedTuple):
    """A file that was read: where it is, its text with plain line ends, how it was written."""

    path: Path | str
    text: str
    error: ReadError
    bom: bool = False
    crlf: bool = False

    def wrong(self, message: str, line: int, column: int = 1) -> Exception:
        """Return the error of this kind of file, with its place and the line itself."""
        lines = self.text.split("\n")
        line_text = lines[line - 1] if 0 < line <= len(lines) else ""
        return self.error(self.path, message, Plaats(line, column, line_text))

    def error_at(self, message: str, node: HasPlace) -> Exception:
        """Return the error at the place of `node`."""
        return self.wrong(message, node.line, node.column)

    def error_at_offset(self, message: str, index: int) -> Exception:
        """Return the error at an offset in the text."""
        start = self.text.rfind("\n", 0, index) + 1
        return self.wrong(message, self.text.count("\n", 0, index) + 1, index - start + 1)


def load_bytes(path: Path) -> bytes:
    """Return the content of a file; raises BestandError with a Dutch reason."""
    try:
        if path.is_dir():
            raise BestandError(path, "dit is een map. Geef de naam van een bestand.")
        if size_of(path) > MAX_BYTES:
            raise BestandError(
                path,
                f"het bestand is groter dan {MAX_BYTES // 2**20} MB. Is dit het goede bestand?",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise BestandError(
            path, "dit bestand bestaat niet. Controleer de naam en de map."
        ) from None
    except PermissionError:
        raise BestandError(
            path,
            "dit bestand mag niet gelezen worden. Controleer de rechten, of sluit het in het"
            " andere programma.",
        ) from None
    except OSError as error:
        raise BestandError(path, f"dit bestand is niet te lezen ({reason(error)}).") from error


def decode(data: bytes, path: Path | str, error: ReadError) -> SourceText:
    """Return the text of a file, which must be UTF-8; raises `error` with the place otherwise.

    Such a file is shared and written again: taking it in another encoding would change lines that
    nobody touched, and git would merge it no more. So it is named what it is, and left alone.
    """
    if len(data) > MAX_BYTES:
        raise error(path, f"het bestand wordt groter dan {MAX_BYTES // 2**20} MB; dat kan niet.")
    bom = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data[3 * bom :].decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise _not_utf8(data[3 * bom :], wrong.start, path, error) from None
    crlf = "\r\n" in text
    source = SourceText(path, text.replace("\r\n", "\n"), error, bom=bom, crlf=crlf)
    has_marks = any(mark in source.text for mark in _MARKS)  # far quicker than the pattern
    if has_marks and (conflict := re.search(_CONFLICT, source.text)):
        raise source.error_at_offset(
            "hier staat nog een conflict van git. Kies welke tekst blijft en haal de regels met"
            " <<<<<<<, ======= en >>>>>>> weg.",
            conflict.start(),
        )
    if not is_plain(source.text) and (forbidden := re.search(_FORBIDDEN, source.text)):
        if forbidden[0] == "\x00" and _is_utf16(data):
            message = f"dit lijkt UTF-16 zonder merkteken vooraan. {_AS_UTF8}"
            raise source.error_at_offset(message, forbidden.start())
        raise source.error_at_offset(
            f"hier staat een onzichtbaar teken (U+{ord(forbidden[0]):04X}). Haal het weg.",
            forbidden.start(),
        )
    return source


def _not_utf8(data: bytes, place: int, path: Path | str, error: ReadError) -> Exception:
    """Return the error for bytes that are no UTF-8 at `place`: what they are, and how to save."""
    from uitvoeringsplan.model.text_decoding import decode_text  # noqa: PLC0415 - seldom

    before = data[:place].rpartition(b"\n")[2].decode("utf-8")
    rest = data[place:].partition(b"\n")[0].rstrip(b"\r").decode("cp1252", "replace")
    here = Plaats(data.count(b"\n", 0, place) + 1, len(before) + 1, before + rest)
    try:
        reading = decode_text(data)
    except GeenTekstError as wrong:
        return error(path, wrong.message, here if b"\x00" not in data else Plaats(1, 1))
    if reading.is_certain:
        return error(
            path,
            f"het bestand is opgeslagen als {reading.encoding}. {_AS_UTF8}",
            Plaats(1, 1),
        )
    return error(
        path,
        "dit teken is geen UTF-8; het bestand lijkt opgeslagen als Windows-1252 (ANSI)."
        f" {_AS_UTF8}",
        here,
    )


def _is_utf16(data: bytes) -> bool:
    from uitvoeringsplan.model.text_decoding import looks_like_utf16  # noqa: PLC0415 - seldom

    return looks_like_utf16(data)
