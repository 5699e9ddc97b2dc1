"""The rule on dates and years that cannot be right together.

Each check is a function of its own. It looks at fields by their id; a question set that does not
have them is never at fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model import velden
from uitvoeringsplan.model.bevinding import Bevinding, Ernst, Rule
from uitvoeringsplan.model.datum import datum_in_words, read_datum
from uitvoeringsplan.model.plan import is_required
from uitvoeringsplan.model.vraag import Beeldsoort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.keuring import Keuring


def datums(keuring: Keuring) -> Iterator[Bevinding]:
    """Find dates and years that contradict each other or the status."""
    for zoek in (_periode, _vaststelling, _na_de_periode, _herziening, _acties):
        yield from zoek(keuring)


def _periode(keuring: Keuring) -> Iterator[Bevinding]:
    van, tot = _jaar(keuring, velden.PERIODE_VAN), _jaar(keuring, velden.PERIODE_TOT)
    if van is not None and tot is not None and tot < van:
        yield Bevinding(
            Ernst.FOUT,
            f"het plan loopt tot en met {tot}, maar begint pas in {van}. Verbeter een van de twee.",
            keuring.veld(velden.PERIODE_TOT),
        )


def _vaststelling(keuring: Keuring) -> Iterator[Bevinding]:
    veld, status = keuring.veld(velden.DATUM_VASTSTELLING), keuring.plan.status
    if veld is None or not keuring.counts(veld):
        return
    datum = keuring.getoond.waarde(veld)
    if datum and not keuring.plan.is_definitief:
        yield Bevinding(
            Ernst.FOUT,
            f"het plan is vastgesteld op {datum_in_words(datum)}, maar de status is nog “{status}”."
            " Zet de status op vastgesteld, of haal de datum weg.",
            veld,
        )
    # Where the question set requires the date, the rule `verplicht` says so.
    elif not datum and keuring.plan.is_definitief and not is_required(veld, status):
        yield Bevinding(
            Ernst.FOUT,
            f"de status is “{status}”, maar er staat niet wanneer het plan is vastgesteld. Vul de"
            " datum van het besluit in.",
            veld,
        )


def _na_de_periode(keuring: Keuring) -> Iterator[Bevinding]:
    datum, tot = _datum(keuring, velden.DATUM_VASTSTELLING), _jaar(keuring, velden.PERIODE_TOT)
    if datum is not None and tot is not None and datum.year > tot:
        yield Bevinding(
            Ernst.FOUT,
            f"het plan is vastgesteld op {_dag(datum)}, na het laatste jaar van het plan ({tot})."
            " Verbeter een van de twee.",
            keuring.veld(velden.DATUM_VASTSTELLING),
        )


def _herziening(keuring: Keuring) -> Iterator[Bevinding]:
    herziening = _datum(keuring, velden.DATUM_HERZIENING)
    dagen = ((velden.DATUM_VASTSTELLING, "de vaststelling"), (velden.DATUM, "de datum"))
    for veld_id, wat in dagen:
        datum = _datum(keuring, veld_id)
        if datum is None:
            continue
        if herziening is not None and herziening < datum:
            yield Bevinding(
                Ernst.FOUT,
                f"de herziening op {_dag(herziening)} ligt voor {wat} van het plan, {_dag(datum)}."
                " Verbeter een van de twee.",
                keuring.veld(velden.DATUM_HERZIENING),
            )
        return


def _acties(keuring: Keuring) -> Iterator[Bevinding]:
    """Find actions in a table with a timeline that are done before they begin."""
    for antwoord in keuring.openbaar:
        vraag = antwoord.vraag
        if vraag.beeld is not Beeldsoort.TIJDLIJN:
            continue
        namen = [kolom.id for kolom in vraag.kolommen]
        actie, start, gereed = (namen.index(naam) for naam in ("actie", "start", "gereed"))
        for rij in antwoord.rijen:
            van, tot = read_datum(rij[start]), read_datum(rij[gereed])
            if van and tot and tot < van:
                yield Bevinding(
                    Ernst.FOUT,
                    f"“{rij[actie]}” is gereed op {_dag(tot)}, maar begint pas op {_dag(van)}."
                    " Verbeter een van de twee.",
                    vraag,
                    rij[actie],
                )


def _waarde(keuring: Keuring, veld_id: str) -> str:
    veld = keuring.veld(veld_id)
    return "" if veld is None else keuring.getoond.waarde(veld)


def _datum(keuring: Keuring, veld_id: str) -> dt.date | None:
    return read_datum(_waarde(keuring, veld_id))


def _jaar(keuring: Keuring, veld_id: str) -> int | None:
    waarde = _waarde(keuring, veld_id)
    return int(waarde) if waarde.isdecimal() and len(waarde) == 4 else None


def _dag(datum: dt.date) -> str:
    return datum_in_words(datum.isoformat())


DATE_RULES = (
    Rule(
        "datums",
        "De datums kloppen met elkaar en met de status",
        "Het laatste jaar ligt niet voor het eerste. Een concept heeft nog geen datum van"
        " vaststelling, een vastgesteld plan wel. De herziening komt na de vaststelling. Een actie"
        " is niet gereed voordat ze begint.",
        Ernst.FOUT,
        datums,
    ),
)
