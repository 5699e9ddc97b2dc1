"""What words in a form are: a prompt of Word's own, an instruction, a signature, a yes or a no.

Everything here is about Dutch and English, and the prompts of Word in German and French too.
"""

from __future__ import annotations

import re

_THING = "tekst|text|texte|datum|date|inhoud|content|afbeelding|picture|getal|number|item"
_CHOSEN = (
    "item|bouwsteen|building block|datum|date|optie|option|naam|name|element|keuze|value|waarde"
)
#: What Word shows in an empty control by itself, and what people write there that says no more.
_GENERIC = re.compile(
    "(?i)"
    rf"(?:klik|tik|typ|click|tap|type|klicken|cliquez|appuyez)\b.{{0,60}}\b(?:{_THING})\b.{{0,40}}"
    r"|(?:klik|tik|typ|click|tap|type)\s+(?:hier|here)"
    r"|(?:enter|vul|voer|typ|type|insert|add)\s+"
    r"(?:any content|text|tekst|date|datum|details?)\b.{0,80}"
    r"|(?:enter|vul|voer|insert|add)\s+(?:here|hier)(?:\s+in)?"
    r"|(?:kies|choose|select|pick|selecteer)\s+(?:een|an?|the|de|het|uw|your)?\s*"
    rf"(?:{_CHOSEN})"
    r"|(?:w[äa]hlen sie|choisissez)\b.{0,40}"
    r"|(?:input|invoer|invul)?\s*(?:text|tekst|veld|field)"
    r"|(?:your|uw|jouw)\s+(?:text|tekst)(?:\s+(?:here|hier))?"
)
_THING_IN = re.compile(
    r"(?i)^(?:pick|choose|select|enter|insert|kies|selecteer|vul|voer)\s+(?:a|an|the|een|de)?\s*"
    r"(date|datum|name|naam|time|tijd)(?:\s+(?:here|hier|in))?\.?$"
)
_BRACKETS = re.compile(r"^[\[<{«(]+\s*(.*?)\s*[\]>}»)]+$", re.DOTALL)
#: A text that is a prompt by its looks alone.
BRACKETED = re.compile(r"\s*\$?[\[<«].*[\]>»]\s*", re.DOTALL)
# What a prompt begins with before it names what to fill in.
_ASKS = re.compile(
    r"(?i)^(?:please\s+|gelieve\s+)?(?:"
    r"(?:click|tap|klik|tik)(?:\s+or\s+tap|\s+of\s+tik)?(?:\s+here|\s+hier)?"
    r"(?:\s+to|\s+om|\s+als\s+u)?(?:\s+(?:enter|add|insert|type|fill\s+in|select|choose))?"
    r"|enter|insert|type|fill\s+in|provide|state|specify|select|choose|pick|add|give"
    r"|vul|voer|typ|noem|geef|kies|selecteer|vermeld|schrijf)\s+(?:hier\s+|here\s+)?"
    r"(?:(?:the|an?|your|de|het|een|uw|je|jouw)\s+)?"
)
_BEHIND = re.compile(
    r"(?i)\s+(?:here|hier|in|in te (?:voeren|vullen)|wilt invoeren|invoeren|op)"
    r"\s*(?:in|below|here|hieronder)?$"
)
_EXAMPLE = re.compile(r"(?i)[,;]?\s*(?:e\.g\.|for example|bijv(?:oorbeeld|\.)|bv\.)\s*(.*)$")
#: What somebody else does with the form, and no answer in it.
_OFFICIAL = re.compile(
    r"(?i)\b(?:for (?:official|office|internal) use|office use only|niet invullen"
    r"|do not (?:fill|write|complete)|niet beschrijven"
    r"|in te vullen door (?:de )?(?:gemeente|afdeling|behandelaar|organisatie|instantie)"
    r"|alleen voor (?:intern|ambtelijk|officieel) gebruik|ruimte voor (?:stempel|de gemeente))"
)
_SIGNATURE = re.compile(
    r"(?i)^(?:digital\s+|digitale\s+)?(?:handtekening|paraaf|signature|signed|getekend|initials"
    r"|ondertekening|voor akkoord)\b"
)
_NOTES = re.compile(
    r"(?i)^(?:notes?|opmerking(?:en)? voor de invuller|toelichting|uitleg|guidance|instructions?"
    r"|instructies)$"
)
_REFERS = re.compile(
    r"(?i)\b(?:table|tables|tabel|tabellen) (?:below|hieronder)"
    r"|\b(?:must|shall|may|moet|mag|dient)\b.{0,80}\b(?:appear|attached|be|worden|zijn)\b"
)
_VERB = re.compile(
    r"(?i)^\(?(?:please\s+)?(?:describe|provide|list|identify|attach|explain|insert|state|include"
    r"|specify|document|enter|summari[sz]e|give|indicate|name|outline|beschrijf|geef|licht|vermeld"
    r"|noem|leg|omschrijf|schrijf|som|benoem|motiveer|onderbouw|vul)\b"
)
_YES, _NO = frozenset(("yes", "ja", "oui", "y", "j")), frozenset(("no", "nee", "neen", "non", "n"))
_SEVERAL = re.compile(
    r"(?i)all (?:that|which) apply|all applicable|one or (?:more|both)|een of (?:meer|beide)"
    r"|één of (?:meer|beide)|meerdere"
    r"|meer(?:dere)? (?:antwoorden|keuzes|opties|mogelijk)|wat van toepassing is"
)
_ONE = re.compile(
    r"(?i)(?:only|select|choose|check|tick) (?:only )?one\b|one of|een van de|één van de|maar één"
    r"|één (?:antwoord|keuze|optie|hokje)|slechts (?:een|één)"
)
_NEEDED = re.compile(r"(?i)\((?:verplicht|required|mandatory)\)|(?<=\S)\s*\*+\s*$|^\*\s*")
_NUMBERING = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zA-Z][.)])\s+(?=\S)")
_EDGE = " \t\n\u00a0:;,.…_-–—=•·|/€$£#*"
_LETTERS = re.compile(r"[^\W\d_]")
#: How a column with a number for every row is called: its rows are a list that grows.
_SERIAL = frozenset(("s/n", "no", "nr", "nr.", "no.", "#", "volgnr", "volgnummer", "serial no"))
_DAY_PARTS = (
    ("dag", "day", "dd"),
    ("maand", "month", "mm"),
    ("jaar", "year", "jjjj", "yyyy", "yy"),
)
_DAY = {name: part for part, names in enumerate(_DAY_PARTS) for name in names}
_DATE = re.compile(r"(?i)\b(?:\w*datum|date|deadline)\b")
MAX_LABEL = 80


def has_letters(text: str, at_least: int = 2) -> bool:
    """Whether there are enough letters in a text to name anything."""
    return len(_LETTERS.findall(text)) >= at_least


def without_brackets(text: str) -> str:
    """Return what stands between brackets when that is the whole text, else the text."""
    found = _BRACKETS.match(text.strip())
    return found[1] if found else text.strip()


def is_generic(text: str) -> bool:
    """Whether a prompt or title says nothing about what goes there."""
    bare = without_brackets(text).strip(_EDGE)
    return not has_letters(bare) or _GENERIC.fullmatch(bare) is not None


def words_of_prompt(text: str) -> str:
    """Return what a prompt asks for, in its own words; empty for one of Word's own."""
    bare = without_brackets(" ".join(text.split()))
    bare = _EXAMPLE.sub("", bare)
    if is_generic(bare):
        return _thing_in(bare)
    bare = _ASKS.sub("", bare)
    bare = _BEHIND.sub("", bare.rstrip(_EDGE)).strip(_EDGE)
    return tidy(bare.replace("_", " ")) if has_letters(bare) and not is_generic(bare) else ""


def _thing_in(text: str) -> str:
    """Return the one word that a prompt of Word's own has for what it takes, if it says more."""
    found = _THING_IN.search(text)
    return found[1].capitalize() if found else ""


def example_in(text: str) -> str:
    """Return the example that a prompt gives; empty when it gives none."""
    found = _EXAMPLE.search(without_brackets(text))
    return found[1].strip(" .)]") if found else ""


def tidy(text: str) -> str:
    """Return a label without what leads to its place: a colon, a currency, a line."""
    text = " ".join(text.split())
    text = _NEEDED.sub("", text)
    text = text.strip(_EDGE.replace("#", "").replace(".", "") + "]}")
    return (
        re.sub(r"\s+([?:])", r"\1", text).rstrip(" .") if not re.search(r"\b\w\.$", text) else text
    )


def without_number(text: str) -> str:
    """Return a label without the number before it."""
    return _NUMBERING.sub("", text).lstrip(" -–—")


def is_needed(text: str) -> bool:
    """Whether a label says that an answer must be there."""
    return _NEEDED.search(text) is not None


def is_official(text: str) -> bool:
    """Whether a place is for who receives the form."""
    return _OFFICIAL.search(text) is not None


def is_signature(text: str) -> bool:
    """Whether a label asks for a signature."""
    return _SIGNATURE.match(tidy(text)) is not None


def is_notes(text: str) -> bool:
    """Whether a column holds notes for who fills in the form."""
    return _NOTES.match(tidy(text)) is not None


def is_serial(text: str) -> bool:
    """Whether a column holds a number for every row."""
    return text.strip().rstrip(":").casefold() in _SERIAL


def is_instruction(text: str) -> bool:
    """Whether words between brackets tell what to do elsewhere: no place to fill in."""
    return _REFERS.search(text) is not None


def asks_to_write(text: str) -> bool:
    """Whether a paragraph begins by asking to describe or list something."""
    return _VERB.match(text.strip()) is not None


def is_yes_or_no(choices: tuple[str, ...]) -> bool:
    """Whether these are yes and no."""
    folded = [choice.casefold().strip(" .") for choice in choices]
    return len(folded) == 2 and folded[0] in _YES and folded[1] in _NO


def says_several(text: str) -> bool:
    """Whether more than one of the choices may be ticked."""
    return _SEVERAL.search(text) is not None


def says_one(text: str) -> bool:
    """Whether only one of the choices may be ticked."""
    return _ONE.search(text) is not None


def date_part(text: str) -> int | None:
    """Return 0, 1 or 2 for what names a day, a month or a year."""
    return _DAY.get(tidy(text).strip("()[] ").casefold())


def names_date(text: str) -> bool:
    """Whether a label asks for a date."""
    return _DATE.search(text) is not None


def shortened(text: str) -> str:
    """Return a label of no more than one line, cut between words."""
    if len(text) <= MAX_LABEL:
        return text
    first = re.match(rf"(.{{20,{MAX_LABEL}}}?[.?!])\s+[A-Z(]", text)
    if first:
        return first[1].rstrip(".")
    return text[: MAX_LABEL - 1].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"
