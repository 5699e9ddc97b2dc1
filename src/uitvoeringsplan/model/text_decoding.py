"""The one place where bytes become text: files, standard input, editors, pastes, keyboards.

Text comes in as UTF-8, as UTF-16 or UTF-32 with its byte order mark, or as Windows-1252 (what
Windows calls ANSI). Only the first three say of themselves what they are; any bytes can be taken
for Windows-1252, so a text that was read that way says so and names the words to look at. What is
no text at all is refused by the name of what it is.
"""

from __future__ import annotations

import re

from uitvoeringsplan.errors import GeenTekstError
from uitvoeringsplan.named_tuple import NamedTuple

# The longer mark first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32", "utf-32"),
    (b"\x00\x00\xfe\xff", "UTF-32", "utf-32"),
    (b"\xff\xfe", "UTF-16", "utf-16"),
    (b"\xfe\xff", "UTF-16", "utf-16"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_ZIP = b"PK\x03\x04"
_AS_TEXT = "Sla de inhoud op als tekst met codering UTF-8."
_COPY = f"Kopieer de woorden eruit. {_AS_TEXT}"
_CHOOSE = "Kies een tekstbestand."
_WORD = (
    "Is het een bewerkt plan, dan haalt `uitvoeringsplan inlezen` de antwoorden eruit. Kopieer"
    f" anders de woorden. {_AS_TEXT}"
)
# The first bytes of what is often given by mistake, with what to do about it.
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "een oud Word- of Excel-bestand, of een met een wachtwoord", _COPY),
    (b"%PDF-", "een pdf", _COPY),
    (b"{\\rtf", "een RTF-bestand", _COPY),
    (b"\x89PNG", "een afbeelding", _CHOOSE),
    (b"\xff\xd8\xff", "een afbeelding", _CHOOSE),
    (b"GIF8", "een afbeelding", _CHOOSE),
    (b"II*\x00", "een afbeelding", _CHOOSE),
    (b"MM\x00*", "een afbeelding", _CHOOSE),
    (b"\x1f\x8b", "een ingepakt bestand", _CHOOSE),
    (b"7z\xbc\xaf", "een ingepakt bestand", _CHOOSE),
    (b"PK\x05\x06", "een ingepakt bestand", _CHOOSE),
)
# The names of parts stand unpacked in a zip file.
_PACKAGES = (
    (b"word/", "een Word-bestand"),
    (b"xl/", "een Excel-bestand"),
    (b"ppt/", "een PowerPoint-bestand"),
    (b"opendocument.text", "een ODT-bestand"),
    (b"opendocument.", "een OpenDocument-bestand"),
)
_MAX_WORDS = 5  # to look at
_MAX_WORD = 40  # signs of one of them
_ESCAPED = re.compile("[\udc80-\udcff]+")


class DecodedText(NamedTuple):
    """Text, and the encoding that it was in; `is_certain` is false for what is a good guess."""

    text: str
    encoding: str
    is_certain: bool = True

    @property
    def message(self) -> str:
        """What a user should know of how it was read; nothing when it says of itself what it is."""
        if self.is_certain:
            return ""
        words = dict.fromkeys(w[:_MAX_WORD] for w in self.text.split() if not w.isascii())
        named = ", ".join(list(words)[:_MAX_WORDS])
        more = ", …" if len(words) > _MAX_WORDS else ""
        return (
            f"De tekst is geen UTF-8 en is gelezen als {self.encoding}. Kijk of dit klopt:"
            f" {named}{more}."
        )


def decode_text(data: bytes) -> DecodedText:
    """Return the text in `data`, without its byte order mark and with its line ends as they are.

    Raises GeenTekstError for what is no text, with what it is and what to do about it.
    """
    require_text(data)
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return DecodedText(_decode_marked(data, name, codec), name)
    plain = data.removeprefix(_UTF8_MARK)
    try:
        return DecodedText(plain.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        line = plain.count(b"\n", 0, error.start) + 1
    if len(plain) < len(data):
        raise GeenTekstError(
            f"deze tekst zegt UTF-8 te zijn, maar is het niet (regel {line}). {_AS_TEXT}"
        )
    try:
        return DecodedText(data.decode("cp1252"), "Windows-1252", is_certain=False)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GeenTekstError(
            f"dit is geen tekst in UTF-8, UTF-16 of Windows-1252 (regel {line}). {_AS_TEXT}"
        ) from None


def require_text(data: bytes) -> None:
    """Raise GeenTekstError when the bytes are those of something else than text."""
    if data.startswith(_ZIP):
        names = (name for part, name in _PACKAGES if part in data)
        name = next(names, "een ingepakt bestand (zip)")
        raise GeenTekstError(f"dit is {name}, geen tekst. {_WORD if 'Word' in name else _COPY}")
    for signature, name, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise GeenTekstError(f"dit is {name}, geen tekst. {remedy}")
    if data.startswith(tuple(mark for mark, _, _ in _MARKS)) or b"\x00" not in data:
        return
    if looks_like_utf16(data):
        raise GeenTekstError(f"dit lijkt UTF-16 zonder merkteken vooraan. {_AS_TEXT}")
    raise GeenTekstError(f"dit is geen tekst: er staan bytes met de waarde nul in. {_AS_TEXT}")


def repair_typed(text: str) -> DecodedText:
    """Return what a keyboard or a paste gave, with bytes that were no UTF-8 as Windows-1252.

    Python passes such bytes on as halves of a surrogate pair (PEP 383). All other signs stay.
    """
    found = _ESCAPED.sub(_as_windows_1252, text)
    is_certain = found == text
    return DecodedText(found, "UTF-8" if is_certain else "Windows-1252", is_certain)


def _as_windows_1252(run: re.Match[str]) -> str:
    return run[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _decode_marked(data: bytes, name: str, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise GeenTekstError(f"deze tekst in {name} is beschadigd. {_AS_TEXT}") from None
    if "\x00" in text:
        raise GeenTekstError(
            f"dit is geen tekst: er staan tekens met de waarde nul in ({name}). {_AS_TEXT}"
        )
    return text


def looks_like_utf16(data: bytes) -> bool:
    """Whether nearly every second byte is nil, as in western text in UTF-16."""
    half = len(data) // 2
    return half > 1 and max(data[::2].count(0), data[1::2].count(0)) > half * 0.7
