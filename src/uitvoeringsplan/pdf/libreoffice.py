"""LibreOffice: letting it turn one file into another without leaving a trace.

It works in a folder of our own, with a profile in it: a LibreOffice that somebody has open is
left alone, and what a user has set or installed changes nothing. The profile forbids macros, and
everything that a document would fetch from elsewhere.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import OmzetError
from uitvoeringsplan.files.file_reading import reason
from uitvoeringsplan.files.processes import GROUP, hold_signals, stop_group
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.pdf.office_leftovers import (
    PROFILE,
    remove_leftovers,
    remove_pipe,
    work_folder,
)
from uitvoeringsplan.pdf.office_location import WITHOUT, find_libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
)
# What LibreOffice says of every run, whether it went well or not.
_NOISE = ("Warning: failed to launch javaldx", "convert ", "Overwriting: ")


class Target(NamedTuple):
    """What to make: the ending of the file, the filter with its options, how a whole file looks."""

    ending: str
    filter: str
    head: bytes
    tail: bytes  # somewhere in the last kilobyte


PDF = Target(
    "pdf",
    # PDF/UA, with a table of headings, places that can be linked to, and pictures as they are.
    "pdf:writer_pdf_Export:{"
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"17"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},'
    '"UseLosslessCompression":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"},'
    '"ExportFormFields":{"type":"boolean","value":"false"}}',
    b"%PDF-",
    b"%%EOF",
)
ODT = Target("odt", "odt:writer8", b"PK\3\4", b"PK\5\6")


class LibreOffice(NamedTuple):
    """A LibreOffice with a folder of its own, ready to make files one after another."""

    program: Path
    folder: Path
    seconds: float  # that one file may take

    def convert(self, files: Sequence[bytes], target: Target) -> list[bytes | OmzetError]:
        """Return what LibreOffice makes of Word files, in one start; why not for one that fails.

        One that makes it crash or hang takes those behind it along, so those get another start. No
        process is left, whatever happens: Ctrl+C, a signal, a file that takes too long.
        """
        made: list[bytes | OmzetError]
        try:
            made = self._run(files, target)
        except OSError as error:
            why = f"LibreOffice ({self.program}) is niet te gebruiken: {reason(error)}. {WITHOUT}"
            return [OmzetError(why)] * len(files)
        failed = [i for i, one in enumerate(made) if isinstance(one, OmzetError)]
        if failed and len(files) > 1:
            for again in (failed[:1], failed[1:]):
                for i, one in zip(
                    again, self.convert([files[i] for i in again], target), strict=True
                ):
                    made[i] = one
        return made

    def _run(self, files: Sequence[bytes], target: Target) -> list[bytes | OmzetError]:
        if not files:
            return []
        profile, report = self.folder / PROFILE, self.folder / "verslag.txt"
        sources = [self.folder / f"document{f'-{i}' if i else ''}.docx" for i in range(len(files))]
        results = [source.with_suffix(f".{target.ending}") for source in sources]
        for source, result, data in zip(sources, results, files, strict=True):
            result.unlink(missing_ok=True)
            source.write_bytes(data)
        command = [
            str(self.program), f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--norestore", "--nolockcheck", "--nologo", "--nodefault",
            "--convert-to", target.filter, "--outdir", str(self.folder), *map(str, sources),
        ]  # fmt: skip
        # A file and not a pipe: a grandchild that goes on would keep a pipe open.
        with hold_signals() as interruptible, report.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - the program that was found, our own arguments
                command,
                cwd=self.folder,
                env=os.environ | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(self.folder)),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                **GROUP,
            )
            try:
                with interruptible():
                    is_ended = self._wait(process, results)
            finally:
                stop_group(process)
                remove_pipe(profile.as_uri())
        why = _why_not(report, target) if is_ended else self._too_slow(target)
        return [_whole(result, target) or OmzetError(why) for result in results]

    def _wait(self, process: subprocess.Popen[bytes], results: Sequence[Path]) -> bool:
        """Wait for the end; False when no file was finished in the time that one may take."""
        finished = 0
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(self.seconds)
                return True
            before, finished = finished, sum(result.exists() for result in results[:-1])
            if finished == before:
                return False

    def _too_slow(self, target: Target) -> str:
        return (
            f"LibreOffice was na {self.seconds:g} seconden nog niet klaar en is gestopt. Probeer"
            " het nog eens; lukt het weer niet, open het Word-bestand dan zelf in LibreOffice en"
            f" bewaar het daar als {target.ending}."
        )


@contextlib.contextmanager
def libreoffice(seconds: float) -> Iterator[LibreOffice]:
    """Find LibreOffice and give it a folder, which is gone afterwards; raises OmzetError."""
    program = find_libreoffice()
    with hold_signals() as interruptible, contextlib.ExitStack() as stack:
        remove_leftovers()
        try:
            folder = stack.enter_context(work_folder())
        except OSError as error:
            raise OmzetError(f"Er is geen tijdelijke map te maken ({reason(error)}).") from error
        _make_profile(folder / PROFILE)
        with interruptible():
            yield LibreOffice(program, folder, seconds)


def _make_profile(profile: Path) -> None:
    file = profile / "user" / "registrymodifications.xcu"
    try:
        file.parent.mkdir(parents=True)
        file.write_text(_settings(), "utf-8")
    except OSError as error:
        raise OmzetError(
            f"In de tijdelijke map {profile.parent.parent} is niet te schrijven ({reason(error)})."
        ) from error


def _whole(result: Path, target: Target) -> bytes:
    """Return a file that was made; nothing when it is not there, or not all of it."""
    try:
        data = result.read_bytes()
    except FileNotFoundError:
        return b""
    return data if data.startswith(target.head) and target.tail in data[-1024:] else b""


def _why_not(report: Path, target: Target) -> str:
    lines = report.read_bytes().decode("utf-8", "replace").splitlines()
    said = [line.strip() for line in lines if line.strip() and not line.startswith(_NOISE)]
    last = f"Het zei als laatste: “{said[-1][:300]}”." if said else "Het zei niets."
    return (
        f"LibreOffice maakte geen {target.ending}. {last} Kijk of het onderdeel Writer is"
        " geïnstalleerd, en of LibreOffice het Word-bestand zelf kan openen."
    )


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )
