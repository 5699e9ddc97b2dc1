"""What other programs do to a document of ours by themselves: one row for every habit.

Who acts on a habit names its row, and `test_habits.py` holds each row to that and tries it. The
page `docs/andere-programmas.md` shows this table, and says of every program what was really run.
"""

from __future__ import annotations

from uitvoeringsplan.named_tuple import NamedTuple

_LO_FIRST = "LibreOffice 7.4.7"
_LO_OTHER = "LibreOffice 7.4.7 langs odt, fodt, doc en rtf"
_LO_NEW = "LibreOffice 24.8.8, 25.2.3 en 26.8"


class Habit(NamedTuple):
    """A habit: which programs have it, by what it is known, and what becomes of an answer.

    `acts` is the module of this folder that acts on it; `signs` are the words in a document by
    which it is known, where there are such. The sentences are those of the page.
    """

    what: str
    programs: tuple[str, ...]
    known_by: str
    outcome: str
    acts: str
    signs: tuple[str, ...] = ()


MOVED_CONTROL = Habit(
    "Het invulveld van een antwoord gaat de eerste alinea in en verliest zijn code. Van die alinea"
    " blijven de woorden over: vet en cursief zijn weg, regeleinden staan vooraan.",
    (_LO_FIRST,),
    "een invulveld in een regel, met de naam van de vraag en zonder code",
    "de woorden komen uit het bestand, de opmaak van de woorden die bleven uit het plan",
    "places",
)
NAMELESS_CONTROL = Habit(
    "Wordt het bestand daarna nog eens bewaard, dan verliest het invulveld ook zijn naam.",
    (f"{_LO_FIRST}, tweede keer bewaren",),
    "een invulveld zonder naam, code en nummer, onder de bladwijzer van de vraag",
    "hetzelfde als bij het invulveld met een naam",
    "places",
)
LINK_AS_CODE = Habit(
    "Een link in die eerste alinea wordt gewone tekst, met het adres ervoor.",
    (_LO_FIRST, _LO_OTHER),
    "de tekst HYPERLINK met een adres erachter, in wat van het invulveld over is",
    "de link is weer een link; veranderden de woorden zo dat haar eind niet zeker is, dan vraagt"
    " het programma het",
    "lost_dress",
    ("HYPERLINK",),
)
FILL_IN_FIELD = Habit(
    "Een invulveld wordt een veld om in te vullen. Dat van een gegeven verliest zijn naam.",
    (_LO_OTHER,),
    "een veld FILLIN of FORMTEXT aan het begin van een antwoord",
    "van een antwoord hetzelfde als hierboven; een gegeven is niet meer te vinden en wordt genoemd",
    "repair",
    ("FILLIN", "FORMTEXT"),
)
COPIED_BOOKMARK = Habit(
    "De bladwijzer voor een invulveld komt in dat veld, met iets achter zijn naam.",
    ("LibreOffice 7.4.7 langs doc",),
    "een bladwijzer van een antwoord met _Copy_ en een nummer erachter",
    "de bladwijzer telt als die van het antwoord",
    "places",
    ("_Copy_",),
)
REPEATED_CONTROL = Habit(
    "Waar een tekst van schrift wisselt, begint het invulveld opnieuw en staat de tekst er dubbel.",
    (_LO_FIRST,),
    "een tweede invulveld met dezelfde naam, dat op dezelfde woorden eindigt",
    "alleen het eerste telt",
    "repair",
)
SHORT_LINK = Habit(
    "Waar een link van schrift wisselt, eindigt ze te vroeg.",
    (_LO_FIRST,),
    "woorden in de stijl van de link, direct erachter",
    "ze horen weer bij de link",
    "repair",
)
TEXT_CONTROL = Habit(
    "Het invulveld van een antwoord gaat de eerste alinea in, als gewone tekst maar met zijn code.",
    (_LO_NEW,),
    "een invulveld in een regel met de code van een vraag",
    "het antwoord loopt door tot de volgende vraag; opmaak gaat niet verloren",
    "places",
)
CONTROL_IN_LINK = Habit(
    "Staat er een link in die alinea, dan gaat het invulveld met de woorden ervoor de link in.",
    (_LO_NEW,),
    "een link die met een invulveld begint en daarna nog woorden heeft",
    "het invulveld staat weer voor de link",
    "repair",
)
LONG_LINK = Habit(
    "De eerste link van een alinea begint al bij het begin van die alinea.",
    ("LibreOffice 25.2.3 langs rtf",),
    "een link vooraan die in het plan verderop begint",
    "de link begint weer waar ze begon; zijn de woorden ook anders, dan vraagt het programma het",
    "lost_dress",
)
CONTENTS_GOES_ON = Habit(
    "De inhoudsopgave loopt door over het eerste antwoord.",
    ("LibreOffice 26.8 langs rtf",),
    "een tabel, een invulveld of een bladwijzer van een vraag in de inhoudsopgave",
    "wat daar begint hoort niet bij de inhoudsopgave",
    "walk",
)
PLACEHOLDER_FLAG = Habit(
    "Wie in een leeg invulveld iets laat zetten, houdt het merk dat het veld leeg is.",
    ("SuperDoc 2.23.0", "python-docx", "zoeken en vervangen in LibreOffice"),
    "een veld dat zegt leeg te zijn en iets anders toont dan wat er leeg in staat",
    "het programma vraagt of dat het antwoord is",
    "plan_fields",
)
PLACEHOLDER_AS_TEXT = Habit(
    "De aanwijzing van een leeg antwoord is gewone tekst: wie erin klikt en typt, heeft de helft"
    " ervoor en de helft erachter.",
    (_LO_FIRST,),
    "de twee helften van de aanwijzing, met iets ertussen",
    "alleen wat getypt is, telt als antwoord",
    "answer_blocks",
)
DROPPED_CONTROLS = Habit(
    "Alle invulvelden zijn weg, en onderweg verandert er opmaak: vet loopt door, een lijst telt"
    " door, een link of regeleinde gaat verloren.",
    ("AbiWord 3.0.5 en 3.0.6", "ONLYOFFICE 9.4.0 langs odt en rtf"),
    "geen enkele vraag heeft nog een invulveld, wel een bladwijzer, en bij drie of meer antwoorden"
    " is alleen de opmaak anders",
    "bij gelijke woorden blijft het antwoord zoals het was, met één regel die zegt wat er anders"
    " was; bij andere woorden komen alleen die mee",
    "answers",
)
BOOKMARK_ABOVE = Habit(
    "Alle invulvelden zijn weg, en elke bladwijzer staat een alinea te hoog.",
    ("AbiWord 3.0.5 langs rtf",),
    "onder drie of meer bladwijzers staat de regel met de naam van de vraag pas als volgende",
    "het antwoord begint onder die regel",
    "places",
)
NUMBERS_RUN_ON = Habit(
    "De kenmerken van het bestand zijn weg, en een lijst met nummers telt door op de vorige.",
    ("docxcompose",),
    "alleen de nummers zijn anders, en het bestand zegt niet waarmee het is gemaakt",
    "het antwoord blijft zoals het was, met één regel die dat zegt",
    "answers",
)
SIGN_LOST = Habit(
    "Een teken als 🙂 (buiten het eerste vlak van Unicode) wordt een half teken of een vierkantje.",
    ("ONLYOFFICE 9.4.0 langs odt en rtf",),
    "op die plaats staat de helft van het teken, of □",
    "het teken komt uit het plan",
    "rewritten",
    ("□",),
)
OTHER_ADDRESS = Habit(
    "Een adres wordt anders geschreven: met of zonder een schuine streep aan het eind, met % of"
    " met &amp;.",
    (_LO_FIRST, "ONLYOFFICE 9.4.0 langs odt"),
    "twee adressen die hetzelfde zijn als je dat weglaat",
    "het adres blijft zoals het in het plan staat",
    "lost_dress",
)
COMMENT_TAKES_WORDS = Habit(
    "Staat er een opmerking bij de eerste alinea van een antwoord, dan gaat de tekst van die alinea"
    " verloren.",
    (_LO_FIRST,),
    "een antwoord dat begint met een opmerking zonder woorden",
    "het programma vraagt wat er stond; zelf zet het nooit een opmerking op die plek",
    "answers",
)
WORDS_GONE = Habit(
    "Het invulveld is weg en de tekst ook, of alleen de eerste alinea is over.",
    ("eigenpal 1.9.0, in een tabel", "Aspose.Words 26.10, proefversie"),
    "onder de bladwijzer staat niets, of alleen het begin van wat het plan heeft",
    "het programma vraagt of het antwoord leeg of korter moet worden",
    "answers",
)
FIRST_POINT_APART = Habit(
    "Het eerste punt van een lijst komt in een lijst van zichzelf: ook het tweede heeft dan nummer"
    " 1.",
    ("LibreOffice 7.4.7 langs doc", "docxcompose"),
    "een tweede punt met nummer 1, in een antwoord dat verder gelijk is",
    "het programma zegt er niets over",
    "caveats",
)
COLOUR_ON_WORDS = Habit(
    "De kleur van een cel in de kop van een tabel komt op de alinea.",
    ("AbiWord 3.0.6",),
    "een achtergrondkleur in de kop van een tabel",
    "het programma zegt er niets over",
    "caveats",
)

#: Every row by its name, in the order of the page.
HABITS = {name: row for name, row in list(globals().items()) if isinstance(row, Habit)}
