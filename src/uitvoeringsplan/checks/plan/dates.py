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
    for search in (_periode, _vaststelling, _na_de_periode, _herziening, _acties):
        yield from search(keuring)


def _periode(keuring: Keuring) -> Iterator[Bevinding]:
    start, end = _year(keuring, velden.PERIODE_VAN), _year(keuring, velden.PERIODE_TOT)
    if start is not None and end is not None and end < start:
        yield Bevinding(
            Ernst.FOUT,
            f"het plan loopt tot en met {end}, maar begint pas in {start}. Verbeter een van de"
            f" twee.",
            keuring.veld(velden.PERIODE_TOT),
        )


def _vaststelling(keuring: Keuring) -> Iterator[Bevinding]:
    veld, status = keuring.veld(velden.DATUM_VASTSTELLING), keuring.plan.status
    if veld is None or not keuring.counts(veld):
        return
    datum = keuring.shown.value(veld)
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
    datum, end = _datum(keuring, velden.DATUM_VASTSTELLING), _year(keuring, velden.PERIODE_TOT)
    if datum is not None and end is not None and datum.year > end:
        yield Bevinding(
            Ernst.FOUT,
            f"het plan is vastgesteld op {_day(datum)}, na het laatste jaar van het plan ({end})."
            " Verbeter een van de twee.",
            keuring.veld(velden.DATUM_VASTSTELLING),
        )


def _herziening(keuring: Keuring) -> Iterator[Bevinding]:
    herziening = _datum(keuring, velden.DATUM_HERZIENING)
    days = ((velden.DATUM_VASTSTELLING, "de vaststelling"), (velden.DATUM, "de datum"))
    for veld_id, what in days:
        datum = _datum(keuring, veld_id)
        if datum is None:
            continue
        if herziening is not None and herziening < datum:
            yield Bevinding(
                Ernst.FOUT,
                f"de herziening op {_day(herziening)} ligt voor {what} van het plan, {_day(datum)}."
                " Verbeter een van de twee.",
                keuring.veld(velden.DATUM_HERZIENING),
            )
        return


def _acties(keuring: Keuring) -> Iterator[Bevinding]:
    """Find actions in a table with a timeline that are done before they begin."""
    for antwoord in keuring.public:
        vraag = antwoord.vraag
        if vraag.beeld is not Beeldsoort.TIJDLIJN:
            continue
        names = [kolom.id for kolom in vraag.kolommen]
        actie, start, gereed = (names.index(name) for name in ("actie", "start", "gereed"))
        for rij in antwoord.rijen:
            since, until = read_datum(rij[start]), read_datum(rij[gereed])
            if since and until and until < since:
                yield Bevinding(
                    Ernst.FOUT,
                    f"“{rij[actie]}” is gereed op {_day(until)}, maar begint pas op {_day(since)}."
                    " Verbeter een van de twee.",
                    vraag,
                    rij[actie],
                )


def _value(keuring: Keuring, veld_id: str) -> str:
    veld = keuring.veld(veld_id)
    return "" if veld is None else keuring.shown.value(veld)


def _datum(keuring: Keuring, veld_id: str) -> dt.date | None:
    return read_datum(_value(keuring, veld_id))


def _year(keuring: Keuring, veld_id: str) -> int | None:
    value = _value(keuring, veld_id)
    return int(value) if value.isdecimal() and len(value) == 4 else None


def _day(datum: dt.date) -> str:
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
