"""Looking at the spelling of what is typed for one plan.

What it needs is loaded when it begins, so that the first question does not wait for it.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from uitvoeringsplan.plan.drafts import OwnWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.spelling import Spelwoord
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.spelling.spell_process import SpellProcess

_GONE = (
    "De spelling wordt niet meer nagekeken: het hulpprogramma is gestopt. Typen gaat gewoon door."
)
_PATIENCE = 1.5  # seconds that plain lines wait for verdicts
_PATIENCE_FOR_SUGGESTIONS = 3.0  # and for suggestions, which take longer
_DELAY = 0.3  # seconds after the first drawing, so that the first keys come before all this


def find_spelling(file: Planbestand) -> SpellingChecker:
    """Return the spelling for a plan; nothing is looked for or started before it is needed."""
    return SpellingChecker(
        lambda: vocabulary(file.vragenlijst, file.plan), lambda: OwnWords(file.path)
    )


def _find_command() -> Sequence[str] | str:
    """Return what starts the helper, or why there is none."""
    from uitvoeringsplan.spelling.dictionary import find_woordenboek  # noqa: PLC0415
    from uitvoeringsplan.spelling.spell_process import command  # noqa: PLC0415

    dictionary = find_woordenboek()
    return dictionary.why if dictionary.path is None else command(dictionary.path)


class SpellingChecker:
    """The spelling for one plan (`model.spelling.Spelling`); the helper starts at the first text.

    `find_command` gives what starts the helper, or a text that says why there is none.
    """

    def __init__(
        self,
        vocabulary: Callable[[], Iterable[str]],
        own: Callable[[], OwnWords],
        find_command: Callable[[], Sequence[str] | str] = _find_command,
        clock: Callable[[], float] = time.monotonic,
        delay: float = _DELAY,
    ) -> None:
        self.wek: Callable[[], object] = lambda: None
        self.meld: Callable[[str], object] = lambda _zin: None
        self.cursor: Callable[[], int] = lambda: -1
        self._lexicon = vocabulary
        self._own = own
        self._find_command = find_command
        self._clock = clock
        self._delay = delay
        self._later: threading.Timer | None = None
        self._lock = threading.Lock()  # so that it begins once
        self._why: str | None = None  # None before anything was looked for
        self._process: SpellProcess | None = None
        self._answered = threading.Event()  # something came in

    @property
    def why_off(self) -> str:
        """Why nothing is looked at, and how that could be; empty when it is."""
        self._begin()
        return self._why or ""

    @property
    def is_off(self) -> bool:
        """Whether it is known by now that nothing is looked at; asking begins nothing."""
        return bool(self._why)

    def errors(self, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Give where wrong words stand, but for the one at the cursor; only looks them up.

        The first time there is nothing yet; `wek` is called once there may be.
        """
        if self._why is None:
            self._start_later()
            return iter(())
        return self._find_wrong(text, begin, end, self.cursor())

    def all_fouten(self, text: str) -> list[tuple[int, int]]:
        """Return where every wrong word stands, also the one at the cursor."""
        return list(self._find_wrong(text, 0, len(text), -1))

    def is_ready(self, text: str) -> bool:
        """Whether every word of a text has been looked at; what has not is asked for."""
        process = self._begin()
        if process is None:
            return True
        process.check_patience()
        words = {word for _, _, word in _find_words(text, 0, len(text))}
        for word in words:
            process.ask(word)
        return all(process.oordelen.get(word) is not None for word in words)

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        """Return what a word may have to be; None while that is being found."""
        process = self._begin()
        if process is None:
            return ()
        process.check_patience()
        word = _one_form(word)
        process.ask_suggestions(word)
        return process.suggestions[word]

    def remember(self, word: str) -> bool:
        """Take a word for right in this plan; False when that holds only until the end."""
        word = _one_form(word)
        if process := self._begin():
            process.learn(word)
        return self._own().save(word)

    def find_fouten(self, text: str) -> tuple[str, ...]:
        """Return the wrong words of a text, each once; nothing when they are not known in time."""
        if not self._wait(lambda: self.is_ready(text), _PATIENCE):
            return ()
        return tuple(dict.fromkeys(text[start:stop] for start, stop in self.all_fouten(text)))

    def wait_for_voorstellen(self, word: str) -> tuple[str, ...]:
        """Return what a word may have to be; nothing when that takes too long."""
        self._wait(lambda: self.suggestions(word) is not None, _PATIENCE_FOR_SUGGESTIONS)
        return self.suggestions(word) or ()

    def stop(self) -> None:
        """End the helper, or see to it that there never is one."""
        if self._later is not None:
            self._later.cancel()
        with self._lock:
            self._why = self._why or _GONE
            if self._process is not None:
                self._process.stop()
                self._process = None

    def _find_wrong(
        self, text: str, begin: int, end: int, cursor: int
    ) -> Iterator[tuple[int, int]]:
        process = self._begin()
        if process is None:
            return
        process.check_patience()
        for start, stop, word in _find_words(text, begin, end):
            if start <= cursor <= stop:
                continue
            if word not in process.oordelen:
                process.ask(word)
            elif process.oordelen[word] is False:
                yield max(start, begin), min(stop, end)

    def _start_later(self) -> None:
        if self._later is None:

            def begin() -> None:
                self._begin()
                self.wek()

            self._later = threading.Timer(self._delay, begin)
            self._later.daemon = True
            self._later.start()

    def _begin(self) -> SpellProcess | None:
        """Return the helper, started if it was not yet; None when there is none."""
        if self._why is None:
            with self._lock:
                if self._why is None:
                    self._start()
        return self._process

    def _start(self) -> None:
        from uitvoeringsplan.spelling.spell_process import SpellProcess  # noqa: PLC0415

        command = self._find_command()
        if isinstance(command, str):
            self._why = command
            return
        self._process = SpellProcess(
            command, self._known_words, self._came_in, self._gone, self._clock
        )
        self._why = ""

    def _known_words(self) -> Iterable[str]:
        return {*self._lexicon(), *self._own().read()}

    def _came_in(self, is_news: bool) -> None:  # noqa: FBT001 - a callback with one thing to say
        self._answered.set()
        if is_news:
            self.wek()

    def _gone(self) -> None:
        with self._lock:  # it may be gone before it was noted that it is there
            self._process = None
            self._why = _GONE
        self._answered.set()
        self.meld(_GONE)
        self.wek()

    def _wait(self, is_ready: Callable[[], bool], patience: float) -> bool:
        end = self._clock() + patience
        while True:
            self._answered.clear()
            if is_ready():
                return True
            rest = end - self._clock()
            if rest <= 0:
                return False
            self._answered.wait(rest)


def _find_words(text: str, begin: int, end: int) -> list[Spelwoord]:
    from uitvoeringsplan.model.spelling import find_spelwoorden  # noqa: PLC0415

    return find_spelwoorden(text, begin, end)


def _one_form(word: str) -> str:
    """Return a word as the helper knows it."""
    return next((one.word for one in _find_words(word, 0, len(word))), word)


def vocabulary(vragenlijst: Vragenlijst, plan: Plan) -> set[str]:
    """Return the words that are right in a plan: those of the questions, and the names in it.

    Not those of the examples, which nobody needs to type, nor what is no name in the fields of the
    plan, where a mistake may stand.
    """
    from uitvoeringsplan.model.spelling import read_spelwoorden  # noqa: PLC0415

    out = read_spelwoorden(_texts(vragenlijst))
    for veld in vragenlijst.gegevens:
        if veld.type.holds_names:
            out |= {word for word in read_spelwoorden([plan.value(veld)]) if word[0].isupper()}
    return out


def _texts(vragenlijst: Vragenlijst) -> Iterator[str]:
    yield vragenlijst.titel
    for hulpmiddel in vragenlijst.hulpmiddelen:
        yield from (hulpmiddel.titel, hulpmiddel.opmerking)
    for hoofdstuk in vragenlijst.hoofdstukken:
        yield from (hoofdstuk.titel, hoofdstuk.inleiding)
        for row in hoofdstuk.rijen:
            yield from (row.titel, row.wat, row.hoe, row.lokaal)
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        yield from (vraag.label, vraag.vraag, vraag.toelichting, vraag.leeg, *vraag.keuzes)
        for column in vraag.kolommen:
            yield from (column.label, *column.keuzes)
