"""A real LibreOffice accepts and rejects our tracked changes: the new plan, and the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from control_reader import expected
from libreoffice_judge import gemerkte_content, oordeel, with_marks
from plan_pairs import NAMES, planpaar

from independent_reader import NS, Gelezen
from trials import greep
from uitvoeringsplan.model.answer_markup import ListItem, normalise_runs
from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.libreoffice
# In CI all of them, in a plain run every sixth: real plans and edited ones.
JUDGED = greep(NAMES, 4)


@pytest.fixture(scope="module")
def pairs(plannen):
    return {name: planpaar(plannen, name) for name in NAMES}


@pytest.fixture(scope="module")
def documents(sjabloon, real_lijst, pairs) -> dict[str, bytes]:
    return {
        name: write_tracked(
            sjabloon, real_lijst, old, new, auteur="Gemeente", datum="2026-11-21T10:00:00Z"
        )
        for name, (old, new) in pairs.items()
    }


@pytest.fixture(scope="module")
def besloten(tmp_path_factory, documents) -> tuple[Path, dict[str, tuple[int, int]]]:
    """A folder with all documents as LibreOffice left them, and what it said of each."""
    map_ = tmp_path_factory.mktemp("besloten")
    for number, name in enumerate(JUDGED):
        (map_ / f"{number}.docx").write_bytes(with_marks(documents[name]))
    return map_, oordeel(map_, [f"{number}.docx" for number in range(len(JUDGED))])


@pytest.mark.parametrize("short", ["aan", "ver"], ids=["aangenomen", "verworpen"])
@pytest.mark.parametrize("name", JUDGED)
def test_libreoffice_laat_precies_een_van_beide_plannen_over(
    besloten, documents, real_lijst, pairs, name, short
):
    """Words, paragraphs, points with level and number, bold, italics, rows and fields.

    Two things LibreOffice 7.4 does not do as the format says, and the judge of `revision_judge`
    does: when it takes out a link at the end of a paragraph, the words that come there get the
    link; and a point that was numbered and became something else gets its numbering back, but not
    its number.
    """
    map_, said = besloten
    file = f"{JUDGED.index(name)}.{short}.docx"
    seen, over = said[file]
    assert seen > 0
    assert over == 0
    old, new = pairs[name]
    plan = without_hidden(real_lijst, new if short == "aan" else old)
    found = list(gemerkte_content((map_ / file).read_bytes()))
    for tag, content in found:
        is_vraag = tag not in real_lijst.veld_ids
        moet = expected(
            plan, real_lijst.vraag(tag), in_paragraph=isinstance(content, str), is_vraag=is_vraag
        )
        free = short == "ver" and had_other_number(documents[name], tag)
        assert vergelijkbaar(content, free=free) == vergelijkbaar(moet, free=free), tag
    other = without_hidden(real_lijst, old if short == "aan" else new)
    beantwoord = {v.id for v in real_lijst.vragen if plan.value(v) or other.value(v)}
    assert beantwoord <= {tag for tag, _ in found}


def test_bijna_overal_tellen_ook_de_nummers(documents, real_lijst):
    """How much of the test above leaves the numbers out."""
    every = [(data, vraag.id) for data in documents.values() for vraag in real_lijst.vragen]
    free = [tag for data, tag in every if had_other_number(data, tag)]
    assert 0 < len(free) < len(every) / 25


def had_other_number(data: bytes, tag: str) -> bool:
    """Whether a point in this control was in another numbering, and stayed where it is."""
    path = f"//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']//w:pPrChange//w:numId"
    return bool(Gelezen(data).document.xpath(path, namespaces=NS))


def vergelijkbaar(content: Any, *, free: bool) -> Any:
    """Return blocks with plain words for links; `free`: with any number the same."""
    if not isinstance(content, tuple):
        return content
    result = []
    for block in content:
        bare = block._replace(runs=normalise_runs(s._replace(adres="") for s in block.runs))
        if free and isinstance(bare, ListItem) and bare.number is not None:
            bare = bare._replace(number=0)
        result.append(bare)
    return tuple(result)
