from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.files.file_reading import decode
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.yamltext import heading
from uitvoeringsplan.yamltext.heading import read_heading
from uitvoeringsplan.yamltext.nodes import ScalarNode
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

KEYS = ("soort", "versie")


def read(text: str) -> dict[str, tuple[str, int]]:
    return {
        k: tuple(v)
        for k, v in read_heading(decode(text.encode(), "v", VragenlijstError), KEYS).items()
    }


def by_yaml(text: str) -> dict[str, tuple[str, int]]:
    pairs = read_yaml(decode(text.encode(), "v", VragenlijstError)).pairs
    return {
        key: (one_line(pairs[key][1].text), pairs[key][0].line)
        for key in KEYS
        if key in pairs and isinstance(pairs[key][1], ScalarNode)
    }


@pytest.mark.parametrize(
    "text",
    [
        "soort: polarisatie\nversie: 1\n",
        "# kop\n\nsoort:  radicalisering en extremisme # zie x\nversie: '2026.1'\ntitel: T\n",
        'versie: "3"\r\nsoort: a-b\r\n',
        "soort: a\nversie: 1",
        "\ufeffsoort: é\nversie: 1\n",
    ],
)
def test_gewone_koppen_gaan_zonder_yaml(monkeypatch, text):
    expected = by_yaml(text)
    monkeypatch.setitem(sys.modules, "uitvoeringsplan.yamltext.yaml_tree", None)
    assert read(text) == expected
    assert set(expected) == {*KEYS}


@pytest.mark.parametrize(
    "text",
    [
        "{soort: a, versie: 1}\n",
        "soort: a\n  b\nversie: 1\n",
        "soort: |\n  a\nversie: 1\n",
        'soort: "a\\u00e9"\nversie: 1\n',
        "soort: 'it''s'\nversie: 1\n",
        "soort: [a]\nversie: 1\n",
        "'soort': a\nversie: 1\n",
        "titel: |\n soort: nee\nsoort: a\nversie: 1\n",
        "soort:\nversie:\n",
        "soort: a#b\nversie: 1 #2\n",
        "versie: 1\n",
        "",
    ],
)
def test_een_andere_vorm_leest_yaml(text):
    assert read(text) == by_yaml(text)


@pytest.mark.parametrize("text", ["- a\n", "soort: a\nsoort: b\n", "soort: [\n", "soort: &a b\n"])
def test_wat_geen_kop_heeft_is_een_fout_met_zijn_plaats(text):
    with pytest.raises(VragenlijstError) as error:
        read(text)
    assert error.value.place is not None


_LINES = st.sampled_from(
    ["soort: a", "soort:", "soort: 'a'", "versie: 1", "versie: 1.0 x", "  b", " # c", "",
     "titel: x", "versie: a: b", "soort: a # b", 'soort: "a', "- x", "\tb", "soort : a", "...",
     "---", "? a"]
)  # fmt: skip


@example("soort: a\n\n  b")
@trials(600)
@given(st.lists(_LINES, max_size=5).map("\n".join))
def test_beide_manieren_lezen_hetzelfde(text):
    try:
        expected = by_yaml(text)
    except VragenlijstError:
        return  # what is broken elsewhere in the file is for who reads all of it
    source = decode(text.encode(), "v", VragenlijstError)
    plain = {key: value for key in KEYS if (value := heading._find_plain(source.text, key))}
    assert {key: tuple(value) for key, value in plain.items()}.items() <= expected.items()
