"""`vragen toon`, `vragen controleer` and `vragen schema`: the question set itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.commands.edge import INPUT
from uitvoeringsplan.commands.output import say, say_json
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.terminal.reports import question_set

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Annotated

    import typer

    from uitvoeringsplan.commands.options import VragenOptie, complete_soort


def toon(
    soort: Annotated[
        str | None,
        typer.Argument(
            metavar="[SOORT]",
            help="Van welke soort. Anders zie je welke er zijn; is er één, dan die.",
            show_default=False,
            autocompletion=complete_soort,
        ),
    ] = None,
    *,
    als_json: Annotated[
        bool,
        typer.Option("--json", help="Schrijf de vragenlijst als JSON, voor andere programma's."),
    ] = False,
    vragen: VragenOptie = None,
) -> int:
    """Laat de vragen zien: hoofdstukken, soorten antwoord, keuzes en uitleg."""
    from uitvoeringsplan.tasks import show_question_set as task  # noqa: PLC0415 - each has its own

    found = task.find_shown(soort or "", vragen)
    if isinstance(found, list):
        if als_json:
            say_json(task.kinds_to_json(found))
        else:
            kinds = [(one.soort, one.versie, one.titel, one.place) for one in found]
            say(question_set.render_kinds(kinds))
    elif als_json:
        say_json(task.to_json(found))
    else:
        say(question_set.render_set(found.vragenlijst, found.vragen_path))
    return 0


def controleer(
    bestand: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND",
            readable=False,
            help="De vragenlijst, of de map waar ze in staat.",
        ),
    ],
    *,
    als_json: Annotated[
        bool,
        typer.Option("--json", help="Schrijf de bevindingen als JSON, voor andere programma's."),
    ] = False,
) -> int:
    """Kijk een vragenlijst en haar sjabloon na, en noem alles wat niet klopt."""
    from uitvoeringsplan.tasks import check_question_set as task  # noqa: PLC0415 - as above

    checked = task.check_question_set(bestand)
    faults = checked.count(Ernst.FOUT)
    if als_json:
        say_json(task.to_json(checked))
    else:
        texts = [one.text for one in checked.bevindingen]
        summary = question_set.summary_of(checked.lijst, checked.sjablonen)
        say(question_set.render_checked(texts, faults, checked.path, summary))
    return INPUT if faults else 0


def schema(
    bestand: Annotated[
        Path | None,
        typer.Argument(
            metavar="[BESTAND]",
            readable=False,
            help="Waar het schema komt. Anders staat het op het scherm.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Schrijf het JSON Schema, waarmee een tekstprogramma aanvult en meekijkt."""
    from uitvoeringsplan.tasks import show_question_set as task  # noqa: PLC0415 - as above
    from uitvoeringsplan.vragenlijst.json_schema import make_json_schema  # noqa: PLC0415 - as above

    if bestand is None:
        say_json(make_json_schema())
    else:
        task.write_schema(bestand)
        say(f"Het schema: {bestand}")
    return 0
