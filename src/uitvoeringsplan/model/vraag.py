"""One question: what it asks, what helps to answer it, and which answers fit."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    import re
    from decimal import Decimal

    from uitvoeringsplan.model.voorwaarde import Voorwaarde


class Shape(StrEnum):
    """What an answer is made of, in the project file and in a document."""

    LINE = "line"
    BLOCKS = "blocks"  # paragraphs and points, with markup
    TABLE = "table"  # rows of cells


class Asking(StrEnum):
    """The form in which a terminal asks for an answer."""

    TEXT = "text"  # one line, or several
    CHOICE = "choice"
    CHOICES = "choices"
    TABLE = "table"


class VraagType:
    """A type of question: what fits, how it is stored, shown, asked for and read back.

    As it stands here it is a text in paragraphs, in which everything fits. Every other type is a
    class in `model.types` with what is different, and an entry in `TYPES`. What every method
    gets as `text` is cleaned and not empty; a stored answer is what `normalise` returned.
    """

    name = "tekst"  # in the key `type` of a question
    shape = Shape.BLOCKS
    asking = Asking.TEXT
    has_choices = False  # whether a question of this type has `keuzes`, and needs them
    holds_names = False  # whether an answer may be the name of a person, or `functie` instead of it
    separator = "\n\n"  # between two parts of an answer that were added to each other

    def __str__(self) -> str:
        return self.name

    @property
    def is_block(self) -> bool:
        """Whether the answer is stored as a block of lines."""
        return self.shape is not Shape.LINE

    def normalise(self, vraag: Vraag, text: str) -> str:
        """Return the answer in the form of its type; raises AntwoordError when it does not fit."""
        del vraag
        return text

    def measure(self, text: str) -> tuple[int | Decimal, str]:
        """Return the size of a stored answer that the bounds are about, and its unit.

        A size with a fraction is a Decimal and keeps it: rounded, 20000.01 would fit under a bound
        of 20000.
        """
        return len(text), " tekens"

    def in_words(self, vraag: Vraag, text: str) -> str:
        """Return a stored answer as people write it; it is stored as the same answer again.

        A text that is no answer comes back unchanged.
        """
        del vraag
        return text

    def on_a_line(self, vraag: Vraag, text: str) -> str:
        """Return a stored answer as it reads inside a line of a document."""
        del vraag
        # Only who makes a document needs the markup.
        from uitvoeringsplan.model.answer_markup import plain_text, read_markup  # noqa: PLC0415

        return plain_text(read_markup(text)).replace("\n", "; ")

    def off_a_line(self, text: str) -> str:
        """Return what somebody changed inside a line of a document as it is typed elsewhere."""
        return text

    def as_shown(self, vraag: Vraag, text: str) -> str:
        """Return a stored answer with its parts in the order in which a document shows them."""
        del vraag
        return text

    def choices(self, vraag: Vraag) -> tuple[str, ...]:
        """Return what there is to choose from."""
        return vraag.keuzes

    def hint(self, vraag: Vraag) -> str:
        """Return how an answer is typed in plain lines; nothing for plain text."""
        del vraag
        return ""

    def compared(self, vraag: Vraag, value: str) -> str:
        """Return what a condition compares with; raises AntwoordError when it never holds."""
        del vraag
        return value

    def is_carried_over(self, vraag: Vraag) -> bool:
        """Whether the answer of one plan says something in a next one, as a field of it."""
        del vraag
        return True

    def sort_key(self, text: str) -> tuple[int, str]:
        """Return what a table is sorted by when this is an answer in a cell."""
        return 0, text.casefold()

    def merge(self, vraag: Vraag, basis: str, one: str, other: str) -> str | None:
        """Return `basis` with the changes of both; None when they clash."""
        del vraag
        # Most answers are changed by one person only.
        from uitvoeringsplan.model.sentence_merge import merge_markup  # noqa: PLC0415

        return merge_markup(basis, one, other)


class LineType(VraagType):
    """A type whose answer is one line, in which every sign is a letter."""

    shape = Shape.LINE
    separator = "\n"

    def on_a_line(self, vraag: Vraag, text: str) -> str:
        """Return the answer as people write it."""
        return self.in_words(vraag, text)

    def compared(self, vraag: Vraag, value: str) -> str:
        """Return the value as it would be stored."""
        return vraag.normalise(value)

    def merge(self, vraag: Vraag, basis: str, one: str, other: str) -> str | None:
        """Return nothing: half of one value and half of another is a value that nobody gave."""
        del vraag, basis, one, other
        return None


class RegelType(LineType):
    """A line of words."""

    name = "regel"
    holds_names = True

    def merge(self, vraag: Vraag, basis: str, one: str, other: str) -> str | None:
        """Return the version that has every change of the other one, if there is one."""
        del vraag
        from uitvoeringsplan.model.answer_markup import Paragraph, Run  # noqa: PLC0415 - as above
        from uitvoeringsplan.model.sentence_merge import find_superset  # noqa: PLC0415 - as above
        from uitvoeringsplan.model.sentences import read_zinnen  # noqa: PLC0415 - as above

        old, *versies = (read_zinnen([Paragraph((Run(text),))]) for text in (basis, one, other))
        most = find_superset(old, versies)
        return None if most is None else (one, other)[most]


TEXT = VraagType()
LINE = RegelType()


class Verplicht(StrEnum):
    """From when an answer is required; a draft may always have gaps."""

    NEE = "nee"
    ALTIJD = "altijd"
    VASTGESTELD = "vastgesteld"


class Hulpmiddel(NamedTuple):
    """A publication, training or tool that helps to answer; `adres` is empty when unknown."""

    id: str
    titel: str
    adres: str = ""
    opmerking: str = ""


class Kolom(NamedTuple):
    """A column of a table; the answers of its `type` are one line."""

    id: str
    label: str
    type: VraagType = LINE
    keuzes: tuple[str, ...] = ()
    verplicht: bool = False  # in every row
    is_functie: bool = False

    @property
    def vraag(self) -> Vraag:
        """The column as the question that one cell of it answers."""
        return Vraag(
            id=self.id,
            label=self.label,
            vraag=self.label,
            type=self.type,
            keuzes=self.keuzes,
            verplicht=Verplicht.ALTIJD if self.verplicht else Verplicht.NEE,
            is_functie=self.is_functie,
        )


class Beeldsoort(StrEnum):
    """What the document draws from the rows of a table."""

    TIJDLIJN = "tijdlijn"
    TEGENSTELLINGEN = "tegenstellingen"


#: The columns that a drawing is made from.
NEEDED_FOR_BEELD = {
    Beeldsoort.TIJDLIJN: ("actie", "start", "gereed", "stand"),
    Beeldsoort.TEGENSTELLINGEN: ("wij", "zij", "thema", "voorvallen"),
}


class Controle(NamedTuple):
    """Bounds: of a number its value, of a table its rows, of other answers their characters.

    Without `hoofdletters` an answer of one line is stored in small letters.
    """

    min: int | None = None
    max: int | None = None
    patroon: re.Pattern[str] | None = None
    melding: str = ""
    hoofdletters: bool = True


NO_CONTROLE = Controle()
NIETS_VASTGELEGD = "Hierover is in dit plan niets vastgelegd."


class Vraag(NamedTuple):
    """A question of the set, or a field of the plan itself.

    `id` is stable for ever: it is the key in the project file and the tag in Word. `label` is the
    short caption in the document, `vraag` the full question in the terminal. The question counts
    only when `als` holds. A table has `kolommen`; the document sorts its rows by the column
    `sorteer`, and draws them when there is a `beeld`. `leeg` is what an adopted plan says when
    there is no answer. `is_functie` says that the answer is what somebody does, or a team: no name
    of a person.
    """

    id: str
    label: str
    vraag: str
    type: VraagType = TEXT
    verplicht: Verplicht = Verplicht.NEE
    toelichting: str = ""
    voorbeeld: str = ""
    hulpmiddelen: tuple[Hulpmiddel, ...] = ()
    standaard: str = ""
    keuzes: tuple[str, ...] = ()
    kolommen: tuple[Kolom, ...] = ()
    sorteer: str = ""
    beeld: Beeldsoort | None = None
    leeg: str = ""
    als: Voorwaarde | None = None
    controle: Controle = NO_CONTROLE
    was: tuple[str, ...] = ()
    is_functie: bool = False

    @property
    def empty_text(self) -> str:
        """What an adopted plan says when nobody answered this question."""
        return self.leeg or NIETS_VASTGELEGD

    def normalise(self, text: str) -> str:
        """Return the answer as it is stored: cleaned, and in the form of its type.

        Raises AntwoordError when the text does not fit; an empty answer always fits.
        """
        text = self._cleaned(text)
        if not text:
            return ""
        text = self.type.normalise(self, text)
        if text:  # dashes alone are no choices
            self._check_bounds(text)
        return text

    def _cleaned(self, text: str) -> str:
        if self.type.is_block:
            return clean(text)
        line = one_line(text)
        return line if self.controle.hoofdletters else line.lower()

    def in_words(self, text: str) -> str:
        """Return a stored answer as people write it, its dates in words; the type keeps the rest.

        What comes back is stored as the same answer again. A text that is no answer is unchanged.
        """
        return self.type.in_words(self, text) if text else ""

    def _check_bounds(self, text: str) -> None:
        bound = self.controle
        size, unit = self.type.measure(text)
        if bound.min is not None and size < bound.min:
            message = bound.melding or f"Het antwoord moet minstens {bound.min}{unit} zijn."
        elif bound.max is not None and size > bound.max:
            message = bound.melding or f"Het antwoord mag hooguit {bound.max}{unit} zijn."
        elif bound.patroon is not None and not bound.patroon.fullmatch(text):
            message = bound.melding or f"“{text}” heeft niet de vorm die hier nodig is."
        else:
            return
        raise AntwoordError(self.id, message)
