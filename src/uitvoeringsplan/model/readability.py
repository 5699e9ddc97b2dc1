"""What makes an answer hard to read: sentences that are too long, and words that few people use.

Long sentences are counted as `controleer` counts them; it takes the sentences from here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.named_tuple import NamedTuple

# Words of offices that few people use, with words that everybody knows. Our own list, kept short:
# only what stands in many plans and has a plain word that says the same.
PLAIN_WORDS: dict[str, tuple[str, ...]] = {
    "aangaande": ("over",),
    "aanwenden": ("gebruiken",),
    "aanvang": ("begin", "start"),
    "aanvangen": ("beginnen",),
    "additioneel": ("extra",),
    "additionele": ("extra",),
    "adequaat": ("goed", "passend"),
    "adequate": ("goede", "passende"),
    "adresseren": ("aanpakken", "bespreken"),
    "alsmede": ("en", "en ook"),
    "alvorens": ("voordat",),
    "ambiëren": ("willen",),
    "anticiperen op": ("rekening houden met", "vooruitlopen op"),
    "behelst": ("bevat", "gaat over"),
    "beoogt": ("wil", "heeft als doel"),
    "bewerkstelligen": ("zorgen voor", "bereiken"),
    "c.q.": ("of",),
    "conform": ("volgens", "zoals in"),
    "consolideren": ("vasthouden", "versterken"),
    "continueren": ("doorgaan met", "voortzetten"),
    "dermate": ("zo",),
    "derhalve": ("daarom", "dus"),
    "desalniettemin": ("toch",),
    "desbetreffende": ("deze", "die"),
    "dienaangaande": ("daarover",),
    "dientengevolge": ("daardoor",),
    "doch": ("maar",),
    "door middel van": ("met", "door"),
    "effectueren": ("uitvoeren",),
    "faciliteren": ("mogelijk maken", "helpen"),
    "faciliteert": ("maakt mogelijk", "helpt"),
    "fungeert als": ("is", "werkt als"),
    "gedurende": ("tijdens",),
    "geïmplementeerd": ("ingevoerd",),
    "genereren": ("opleveren", "maken"),
    "gremia": ("overleggen", "groepen"),
    "gremium": ("overleg", "groep"),
    "hieromtrent": ("hierover",),
    "implementatie": ("invoering",),
    "implementeren": ("invoeren", "gaan gebruiken"),
    "indien": ("als",),
    "in het kader van": ("voor", "bij"),
    "initiëren": ("beginnen",),
    "integraal": ("in samenhang", "compleet"),
    "integrale": ("samenhangende", "complete"),
    "inzake": ("over",),
    "jegens": ("tegen", "voor"),
    "met betrekking tot": ("over",),
    "middels": ("met", "door"),
    "mitigeren": ("beperken", "kleiner maken"),
    "nadien": ("daarna",),
    "nochtans": ("toch",),
    "omtrent": ("over",),
    "ondanks het feit dat": ("hoewel",),
    "operationaliseren": ("uitwerken",),
    "optimaliseren": ("verbeteren",),
    "prioriteren": ("eerst doen", "een volgorde kiezen voor"),
    "reeds": ("al",),
    "respectievelijk": ("en", "of"),
    "significant": ("duidelijk", "groot"),
    "significante": ("duidelijke", "grote"),
    "stakeholders": ("betrokkenen",),
    "teneinde": ("om",),
    "ten behoeve van": ("voor",),
    "ten aanzien van": ("over", "voor"),
    "ter zake": ("hierover",),
    "tevens": ("ook",),
    "trachten": ("proberen",),
    "uit hoofde van": ("door", "vanwege"),
    "uiteenzetten": ("uitleggen",),
    "vanuit het oogpunt van": ("voor", "vanwege"),
    "verstrekken": ("geven",),
    "vigerend": ("geldend",),
    "vigerende": ("geldende",),
    "voornemens is": ("wil", "is van plan"),
    "voorts": ("verder", "ook"),
    "wederom": ("weer", "opnieuw"),
    "zodoende": ("zo", "daardoor"),
    "zorg dragen voor": ("zorgen voor",),
}
MAX_ZIN = 30  # words
_TELLING = 8  # words that tell a sentence from the others in its paragraph
# A sentence ends before a space with a capital, a digit or a quotation mark behind it.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9À-Ý€])")
# What has a full stop and does not end a sentence, also before a capital.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“‘])(?:art|bijv|bv|blz|ca|dhr|dr|drs|evt|excl|ing|incl|ir|jl|max|mevr|min|mr|nr|o\.a"
    r"|p|par|prof|resp|st|t/m|vgl|[A-Z](?:\.[A-Z])*)\.$",
    re.IGNORECASE,
)
# A paragraph or a point: what ends before an empty line or the head of a point.
_BLOCK = re.compile(r"(?:(?!\n[ ]*\n|\n *(?:-|\d{1,3}\.) +\S).)+", re.DOTALL)
_PATTERN = "|".join(sorted(map(re.escape, PLAIN_WORDS), key=len, reverse=True)).replace(
    "\\ ", r"\s+"
)
_HARD = re.compile(rf"(?<![\w-])(?:{_PATTERN})(?![\w-])", re.IGNORECASE)


class Leesprobleem(NamedTuple):
    """A place that is hard to read: a long sentence (`words` of them), or a hard word.

    It goes from `start` to `end`; for a hard word `plain` has plainer ones.
    """

    start: int
    end: int
    words: int = 0
    plain: tuple[str, ...] = ()


def find_leesproblemen(text: str) -> list[Leesprobleem]:
    """Return what is hard to read, in the order of the text; a part that was seen costs nothing."""
    return [
        problem._replace(start=block.start() + problem.start, end=block.start() + problem.end)
        for block in _BLOCK.finditer(text)
        for problem in _in_block(block[0])
    ]


def count_leesproblemen(text: str) -> str:
    """Return what is hard to read as a few words, such as `2 lange zinnen, 3 moeilijke woorden`."""
    problems = find_leesproblemen(text)
    zinnen = sum(problem.words > 0 for problem in problems)
    words = len(problems) - zinnen
    return ", ".join(
        f"{count} {one if count == 1 else more}"
        for count, one, more in (
            (zinnen, "lange zin", "lange zinnen"),
            (words, "moeilijk woord", "moeilijke woorden"),
        )
        if count
    )


def split_zinnen(text: str) -> list[str]:
    """Return the sentences of one paragraph; a line end in it is a space."""
    result: list[str] = []
    start_at = 0
    for end in _SENTENCE_END.finditer(text):
        # A look at the last letters alone: a long text may have very many points.
        if not _ABBREVIATION.search(text[max(start_at, end.start() - 12) : end.start()]):
            result.append(text[start_at : end.start()])
            start_at = end.end()
    result.append(text[start_at:])
    return [zin for zin in result if zin.strip()]


def count_woorden(zin: str) -> int:
    """Return how many words a sentence has; a sign by itself is none."""
    return sum(any(map(str.isalnum, word)) for word in zin.split())


@lru_cache(maxsize=256)  # a key changes one block of an answer
def _in_block(text: str) -> tuple[Leesprobleem, ...]:
    result = [
        Leesprobleem(*word.span(), plain=PLAIN_WORDS[" ".join(word[0].lower().split())])
        for word in _HARD.finditer(text)
    ]
    place = 0
    lines = (plain_text((block,)) for block in read_markup(text))
    for zin in (zin for line in lines for zin in split_zinnen(line)):
        if (count := count_woorden(zin)) > MAX_ZIN:
            place = _find_zin(text, zin, place)
            result.append(Leesprobleem(place, place, words=count))
            place += 1
    return tuple(sorted(result))


def _find_zin(text: str, zin: str, start_at: int) -> int:
    """Return where a sentence begins in a text with the signs of the markup in it."""
    start = zin.split()[:_TELLING]
    found = re.compile(r"[\W_]+".join(map(re.escape, start))).search(text, start_at)
    return found.start() if found else start_at
