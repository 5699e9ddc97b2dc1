"""What changed in an answer, in so many lines: what is shown is true, what is not is counted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.terminal.reports.changed_sentences import EVERYTHING, ChangedSentences
from uitvoeringsplan.terminal.visible import GREEN, KLEUR, RED

VRAAG = Vraag(id="doel", label="Doel", vraag="Wat is het doel?")
TABEL = Vraag(
    id="acties", label="Acties", vraag="Welke?", type=TYPES["tabel"],
    kolommen=(Kolom("actie", "Actie"), Kolom("start", "Start"), Kolom("wie", "Wie")),
)  # fmt: skip
_NAMES = ("wijk", "buurt", "stad", "school", "club")
ZINNEN = tuple(f"De {name} doet elk jaar mee." for name in _NAMES)
LANG = " ".join(ZINNEN)


def lines(old, new, most=EVERYTHING, vraag=VRAAG, kolommen=80, kleur=False):
    return ChangedSentences(vraag, old, new).lines(kolommen, most, margin="  ", kleur=kleur)


def line(old, new, vraag=VRAAG, kolommen=80):
    return ChangedSentences(vraag, old, new).line(kolommen, "Word: ", margin="", kleur=False)


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        (LANG.replace("stad", "streek"), ["De [-stad-]{+streek+} doet elk jaar mee."]),
        (LANG.replace("De stad", "Dit komt erbij. De stad"), ["{+Dit komt erbij.+}"]),
        # A comparison of words finds “stad doet elk jaar mee. De” in between.
        (LANG.replace(f"{ZINNEN[2]} ", ""), ["[-De stad doet elk jaar mee.-]"]),
        (LANG.replace(ZINNEN[3], "Heel iets anders. Met nog een zin."),
         ["[-De school doet elk jaar mee-]{+Heel iets anders. Met nog een zin+}."]),
        (f"{LANG}\n\n- een punt\n- nog een", ["- {+een punt+}", "- {+nog een+}"]),
        (LANG.replace("buurt", "**buurt**"), ["De [-buurt-]{+**buurt**+} doet elk jaar mee."]),
    ],
)  # fmt: skip
def test_alleen_de_zinnen_die_veranderden(new, shown):
    assert lines(LANG, new) == [f"  {one}" for one in shown]


def test_wat_er_niet_meer_bij_kan_is_geteld():
    new = LANG.replace("elk jaar", "nooit")
    assert len(lines(LANG, new)) == 5
    assert lines(LANG, new, 3)[2:] == ["  en nog 3 zinnen"]
    assert lines(LANG, new, 5) == lines(LANG, new)
    assert lines(LANG, LANG.replace("elk jaar", "nooit", 2), 1) == [
        "  De wijk doet [-elk jaar-]{+nooit+} mee. (en nog 1 zin)"
    ]


def test_van_wat_ging_en_wat_kwam_is_er_iets():
    assert lines(f"{LANG}\n\n{LANG}", "Kort.", 3) == [
        "  [-De wijk doet elk jaar mee.-]", "  {+Kort.+}", "  en nog 9 zinnen",
    ]  # fmt: skip


def test_een_regel_laat_de_verandering_zelf_zien():
    """It stands at the end of a long sentence, and there is no room for all before it."""
    long = "Wie meedoet aan het overleg van de wijk krijgt van de gemeente een vaste vergoeding van"
    assert line(f"**Let op:** {long} € 20.", f"**Let op:** {long} € 25.") == (
        "Word: … vergoeding van € [-20-]{+25+}."
    )
    assert line(f"{long} € 20.", f"{long} {'heel ' * 40}veel.") == (
        "Word: … vergoeding van [-€ 20-]{+heel heel heel … heel heel veel+}."
    )
    assert line(LANG, LANG.replace("elk jaar", "nooit")).endswith("(en nog 4 zinnen)")


def test_van_een_tabel_staan_de_rij_en_de_cel_er():
    old = "| een | maart | An |\n| twee | mei | Bo |\n| drie | juni | Cor |"
    new = "| een | maart | An |\n| twee | juli | Bo |\n| vier | mei | Di |"
    assert lines(old, new, vraag=TABEL) == [
        "  Rij 2: Actie: twee; Start: [-mei-]{+juli+}",
        "  Rij 3 van eerst: [-Actie: drie; Start: juni; Wie: Cor-]",
        "  Rij 3: {+Actie: vier; Start: mei; Wie: Di+}",
    ]
    assert lines(old, new, 2, vraag=TABEL)[-1] == "  en nog 2 rijen"
    assert (
        line(old, new, vraag=TABEL) == "Word: Rij 2: twee; Start: [-mei-]{+juli+} (en nog 2 rijen)"
    )


def test_een_tabel_van_toen_en_een_andere_schrijfwijze():
    assert "andere kolommen" in lines("| a | b |", "| a | b | c |", vraag=TABEL)[0]
    assert lines("**een** **twee**", "**een twee**") == [
        "  Er verandert geen woord: het staat alleen anders opgeschreven."
    ]


def test_met_kleur_staat_er_hetzelfde():
    new = LANG.replace("stad", "streek")
    (coloured,) = lines(LANG, new, kleur=True)
    assert (RED in coloured, GREEN in coloured) == (True, True)
    assert re.sub(KLEUR, "", coloured) == lines(LANG, new)[0]


def test_nooit_meer_regels_en_altijd_evenveel_zinnen():
    words = st.lists(
        st.sampled_from([*ZINNEN, "Iets anders.", "Nieuw is dit. En dat."]), max_size=9
    )

    @trials(60)
    @given(words.map(" ".join), words.map(" ".join), st.integers(1, 9))
    def try_it(old, new, most):
        if old == new:
            return
        every = lines(old, new, kolommen=10_000)
        shown = lines(old, new, most, kolommen=10_000)
        assert len(shown) <= most
        signs = re.compile(r"\[-|\{\+|anders opgeschreven")
        assert all(signs.search(one) for one in every)
        assert shown == every or "en nog " in shown[-1] or shown[-1].endswith(" …")

    try_it()
