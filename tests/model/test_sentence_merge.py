"""Two people changed one answer: what they make together was written by one of them, or clashes."""

from __future__ import annotations

import pytest

from merge_judge import errors
from random_edits import Blok
from uitvoeringsplan.model.sentence_merge import merge_markup

CLASH = [
    # One sentence, whatever stands between the two changes.
    pytest.param("De gemeente stelt geen geld beschikbaar.",
                 "De gemeente stelt wel geld beschikbaar.",
                 "De gemeente stelt geen mensen beschikbaar.", id="ontkenning"),
    pytest.param("De raad wil dat.", "De raad wil dat niet.", "De raad weigert dat.",
                 id="niet erbij en een ander werkwoord"),
    *(pytest.param(f"Dat is {old} hier.", f"Dat is {one} hier.", f"Dat is {other} hier.", id=old)
      for old, one, other in (
          ("€ 10.000", "€ 10.500", "€ 12.000"), ("12 maart 2027", "13 maart 2027", "12 april 2027"),
          ("10.30 uur", "10.45 uur", "11.30 uur"), ("0,4 fte", "0,8 fte", "1,4 fte"),
          ("2027-2028", "2026-2028", "2027-2029"), ("art. 3.1", "art. 4.1", "art. 3.2"),
          ("j.jansen@a.example", "p.jansen@a.example", "j.jansen@b.example"),
          ("1234 AB", "1235 AB", "1234 AC"), ("J. de Vries", "P. de Vries", "J. de Boer"),
          ("[de site](https://a.example/x)", "[het plan](https://a.example/x)",
           "[de site](https://a.example/y)"))),
    # A dot that may not end the sentence.
    pytest.param("Zie bijv. De Zeilwijk.", "Kijk bijv. De Zeilwijk.", "Zie bijv. De Kern.",
                 id="afkorting"),
    pytest.param("Vraag dhr. Jansen. Of mij.", "Bel dhr. Jansen. Of mij.",
                 "Vraag dhr. Smit. Of mij.", id="titel"),
    # Nothing, a blank or a dot between them.
    pytest.param("Dat mag. Dit ook.", "Dat mag niet. Dit ook.", "Dat mag. Iets anders ook.",
                 id="aan weerszijden van een punt"),
    pytest.param("Dit is het.", "Dit is het. Meer niet.", "Dit is het. En dat.",
                 id="allebei iets erachter"),
    pytest.param("- een\n- twee", "- een\n- nieuw\n- twee", "- een\n- anders\n- twee",
                 id="allebei een punt op een plek"),
    pytest.param("Dit is het. 2027 wordt druk.", "Dit was het toen. 2027 wordt druk.",
                 "Dit is het. 2027 begint rustig.", id="alleen een jaartal ertussen blijft heel"),
    # The same sentence or point: moved, taken away, brought.
    pytest.param("- een\n- twee\n- drie\n- vier\n- vijf", "- twee\n- drie\n- een\n- vier\n- vijf",
                 "- twee\n- drie\n- vier\n- vijf\n- een", id="allebei verplaatst"),
    pytest.param("- een\n- twee\n- drie\n- vier", "- twee\n- drie\n- vier\n- een",
                 "- eentje\n- twee\n- drie\n- vier", id="verplaatst en veranderd"),
    pytest.param("- een\n- twee\n- drie\n- vier", "- twee\n- drie\n- vier\n- een",
                 "- twee\n- drie\n- vier", id="verplaatst en weggehaald"),
    pytest.param("Dit. Een zin hier.\n\nDat staat er.", "Dit. Een zin hier. Ja, dat mag.\n\n"
                 "Dat staat er.", "Dit. Een zin hier.\n\nDat staat er. Ja, dat mag.",
                 id="dezelfde zin op twee plekken erbij"),
    pytest.param("Eerst dit. Dan dat.", "Eerst dit.", "Dan dat. Eerst dit.",
                 id="weg en naar voren"),
    # What hangs on the words above it.
    pytest.param("We doen:\n\n- een\n- twee", "We doen niet:\n\n- een\n- twee",
                 "We doen:\n\n- een\n- iets", id="aanhef"),
    pytest.param("Drie acties:\n\n- een\n- twee\n- drie", "Twee acties:\n\n- een\n- twee\n- drie",
                 "Drie acties:\n\n- een\n- twee\n- drie\n- vier", id="aantal in de aanhef"),
    pytest.param("We doen:\n\n- een\n- twee\n- drie", "We doen:\n\n- een\n\nNiet meer.\n\n- twee\n"
                 "- drie", "We doen:\n\n- een\n- twee\n- drietal", id="een alinea in de lijst"),
    pytest.param("- Wel:\n  - een\n- Niet:\n  - twee", "- Wel:\n  - een\n  - twee",
                 "- Wel:\n  - een\n- Niet:\n  - tweetal", id="punt waar het onder hoort"),
    pytest.param("- een; of\n- twee; of\n- drie", "- een; en\n- twee; of\n- drie",
                 "- een; of\n- twee; of\n- drietal", id="opsomming met of"),
    pytest.param("Wat niet mag\n\nEen vuur maken.", "Wat mag\n\nEen vuur maken.",
                 "Wat niet mag\n\nEen vuur stoken.", id="kop"),
    pytest.param("We doen:\n\n- een\n- twee\n- drie", "Wij doen:\n\n- een\n- drie",
                 "We doen:\n\n- een\n- drie, maar niet nu", id="aanhef en wat samen wegging"),
    pytest.param("We doen:\n\n- een\n- twee\n- drie\n\nDat is het. Zo gaat dat hier.",
                 "We doen:\n\n- een\n- twee. Meer niet.\n- drie\n\nDat is het. Zo gaat dat hier.",
                 "- een\n\nWe doen:\n\nDat is het. Zo gaat dat hier.\n\n- twee\n- drie",
                 id="aanhef en alinea verplaatst"),
    pytest.param("Aanpak\n\n1. een\n2. twee\n\nDat is het hier.\n\nZo gaat het nu.",
                 "Aanpak\n\n1. twee\n\nDat is het hier.\n\nZo gaat het nu.\n\n1. een",
                 "Aanpak\n\n1. eentje\n2. twee\n\nDat is het hier.\n\nZo gaat het nu.",
                 id="punt onder een andere kop"),
    # Numbers that shift.
    pytest.param("1. een\n2. twee\n3. drie", "1. nul\n2. een\n3. twee\n4. drie",
                 "1. een\n2. twee\n3. drietal", id="nummers schuiven"),
    pytest.param("1. een\n2. twee\n\nDat was het. Zo gaat het.", "1. nul\n2. een\n3. twee\n\n"
                 "Dat was het. Zo gaat het.", "1. een\n2. twee\n\nDat was het. Zo gaat punt 2.",
                 id="een verwijzing naar een nummer"),
    pytest.param("De **een. De ander** hier.", "De een. De ander hier.",
                 "De **een. De ander** daar.", id="vet over twee zinnen"),
]  # fmt: skip

TOGETHER = [
    pytest.param("De wijk is rustig. De buurt is veilig.",
                 "Elke wijk is rustig. De buurt is veilig.",
                 "De wijk is rustig. De buurt is gezellig.",
                 "Elke wijk is rustig. De buurt is gezellig.", id="twee zinnen"),
    pytest.param("Een.\n\nTwee hier.\n\nDrie.", "Eén.\n\nTwee hier.\n\nDrie.",
                 "Een.\n\nTwee hier.\n\nDrie!", "Eén.\n\nTwee hier.\n\nDrie!", id="alinea's"),
    pytest.param("Zo is het.\n\nWeg ermee.\n\nDit blijft staan.", "Zo is het.\n\nDit blijft staan.",
                 "Zo is het.\n\nWeg ermee.\n\nDit blijft liggen.",
                 "Zo is het.\n\nDit blijft liggen.",
                 id="een alinea weg naast een wijziging met een woord ertussen"),
    pytest.param("We doen:\n\n- een\n- twee\n- drie", "We doen:\n\n- eentje\n- twee\n- drie",
                 "We doen:\n\n- een\n- twee\n- drie\n- vier",
                 "We doen:\n\n- eentje\n- twee\n- drie\n- vier", id="punten"),
    pytest.param("1. een\n2. twee\n3. drie", "1. eentje\n2. twee\n3. drie",
                 "1. een\n2. twee\n3. drie\n4. vier", "1. eentje\n2. twee\n3. drie\n4. vier",
                 id="een nummer erachter"),
    pytest.param("Een **zin** hier. Nog een.", "Een zin hier. Nog een.",
                 "Een **zin** hier. Nog *een* daar.", "Een zin hier. Nog *een* daar.", id="vet"),
    pytest.param("Een zin. En nog een. Slot.", "Een zin. En nog een. Slot hier.",
                 "Een zin. En nog een. Slot hier.", "Een zin. En nog een. Slot hier.",
                 id="hetzelfde"),
    pytest.param("Een zin. Dan dit. Slot.", "De zin. Dan dit. Slot hier.",
                 "De zin. Dan dit. Slot.", "De zin. Dan dit. Slot hier.",
                 id="wat de een al van de ander had"),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "one", "other"), CLASH)
def test_wat_niemand_schreef_botst(basis, one, other):
    assert merge_markup(basis, one, other) is None
    assert merge_markup(basis, other, one) is None


@pytest.mark.parametrize(("basis", "one", "other", "together"), TOGETHER)
def test_zinnen_van_ieder_gaan_samen(basis, one, other, together):
    assert merge_markup(basis, one, other) == together
    assert merge_markup(basis, other, one) == together


def test_zesduizend_woorden_worden_niet_met_elkaar_vergeleken(monkeypatch):
    """Work is counted: how many pairs of pieces may ever be laid beside each other."""
    from uitvoeringsplan.model import alignment  # noqa: PLC0415

    done = 0
    every = alignment._all_pairs

    def tel(old, new, bereik, is_los):
        nonlocal done
        done += bereik.pairs
        return every(old, new, bereik, is_los)

    monkeypatch.setattr(alignment, "_all_pairs", tel)
    words = [f"woord{n % 7}" for n in range(6_000)]
    one, other = (" ".join("anders" if n % 9 == k else w for n, w in enumerate(words))
                  for k in (0, 4))  # fmt: skip
    assert merge_markup(" ".join(words), one, other) is None
    assert done < 50 * len(words)


# The judge of the random answers sees every fault that it is there for.

_LIJST = [Blok(-1, False, [["We doen:"]]), Blok(0, False, [["een"]]), Blok(0, False, [["twee"]])]


def _paragraph(*zinnen):
    return [Blok(-1, False, [zin.split(" ") for zin in zinnen])]


@pytest.mark.parametrize(
    ("basis", "one", "other", "together", "error"),
    [
        (_paragraph("Wij stelt geen geld."), _paragraph("Wij stelt wel geld."),
         _paragraph("Wij stelt geen mensen."), "Wij stelt wel mensen.", "niemand schreef"),
        (_paragraph("Een.", "Twee."), _paragraph("Eén.", "Twee."), _paragraph("Een.", "Drie."),
         "Eén. Drie.", "eigen buren"),
        (_paragraph("Een.", "Twee."), _paragraph("Eén.", "Twee."), _paragraph("Een.", "Twee.",
        "Vier."),
         "Een. Twee. Vier.", "staat er nog"),
        (_paragraph("Een.", "Twee.", "Drie."), _paragraph("Twee.", "Een.", "Drie."),
         _paragraph("Twee.", "Drie.", "Een."), "Een. Twee. Drie. Een.", "dubbel"),
        (_paragraph("Een.", "Twee.", "Drie."), _paragraph("Eén.", "Twee.", "Drie."),
         _paragraph("Een.", "Twee.", "Vier."), "Eén. Vier.", "beiden lieten staan"),
        (_LIJST, [Blok(-1, False, [["We doen niet:"]]), *_LIJST[1:]],
         [*_LIJST[:2], Blok(0, False, [["drie"]])], "We doen niet:\n\n- een\n- drie",
         "hangt aan woorden"),
    ],
)  # fmt: skip
def test_de_rechter_ziet_elke_fout(basis, one, other, together, error):
    assert any(error in seen for seen in errors(basis, (one, other), together))
