"""A finished Word file in other formats, and its metadata, as files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from uitvoeringsplan.errors import GebruikError, bedoel_je
from uitvoeringsplan.tasks.vervangen import DIWOO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from uitvoeringsplan.document.writers.stylesheet import Huiskleuren
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.tasks.omzetten import Formaat

FORMATEN = ("md", "html", "odt", "pdf")
_VAN_LIBREOFFICE = ("odt", "pdf")


class Uitgave(NamedTuple):
    """A file to write beside the Word file: of `FORMATEN`, or the metadata."""

    soort: str
    data: bytes


def lees_formaten(gevraagd: Iterable[str]) -> tuple[str, ...]:
    """Return the formats of `--naar`, each once; raises GebruikError for an unknown one."""
    namen = [naam.strip().lower().lstrip(".") for deel in gevraagd for naam in deel.split(",")]
    for naam in filter(None, namen):
        if naam not in (*FORMATEN, "docx"):
            raise GebruikError(
                f"“{naam}” is geen formaat.{bedoel_je(naam, FORMATEN)} Kies uit"
                f" {', '.join(FORMATEN)}; het Word-bestand komt er altijd bij."
            )
    return tuple(naam for naam in FORMATEN if naam in namen)


def andere_formaten(
    word: Path,
    docx: bytes,
    formaten: Iterable[str],
    huisstijl: Huisstijl | None = None,
    sleutel: str = "",
) -> Iterator[Uitgave]:
    """Yield the finished document in other formats; raises OmzetError or SjabloonError.

    `sleutel` is the key of its plan.
    """
    formaten = tuple(formaten)
    zelf = [naam for naam in formaten if naam not in _VAN_LIBREOFFICE]
    if zelf:
        # Who only wants Word does not wait for what reads and writes the rest.
        from uitvoeringsplan.document.reader import lees_document  # noqa: PLC0415

        document = lees_document(docx, str(word))
        if "md" in zelf:
            from uitvoeringsplan.document.writers.markdown import naar_md  # noqa: PLC0415

            yield _gemerkt("md", naar_md(document).encode(), sleutel)
        if "html" in zelf:
            from uitvoeringsplan.document.writers.html import naar_html  # noqa: PLC0415

            pagina = naar_html(document, _kleuren(huisstijl))
            yield _gemerkt("html", pagina.encode(), sleutel)
    rest = tuple(cast("Formaat", naam) for naam in formaten if naam in _VAN_LIBREOFFICE)
    if rest:
        from uitvoeringsplan.tasks.omzetten import zet_om_naar  # noqa: PLC0415

        for naam, data in zet_om_naar(docx, rest, pad=str(word)).items():
            yield _gemerkt(naam, data, sleutel)


def metadata(
    vragenlijst: Vragenlijst,
    plan: Plan,
    formaten: Iterable[str],
    adres: str = "",
    sleutel: str = "",
) -> tuple[Uitgave, tuple[str, ...]]:
    """Return the metadata of the document that will be published, and what it still misses.

    That is the PDF when there is one, else the Word file; `adres` is where it will be on the web.
    Raises PublicatieError for a plan that is not public, GebruikError for an address that is none.
    """
    from uitvoeringsplan.document.writers.diwoo import naar_diwoo  # noqa: PLC0415 - few ask for it
    from uitvoeringsplan.word.eigenschappen import titel  # noqa: PLC0415

    diwoo = naar_diwoo(
        vragenlijst,
        plan,
        titel=titel(vragenlijst, plan),
        adres=adres,
        formaat="pdf" if "pdf" in formaten else "docx",
    )
    mist = tuple(een.wat for een in diwoo.ontbreekt)
    return _gemerkt(DIWOO, diwoo.xml, sleutel), mist


def _gemerkt(soort: str, data: bytes, sleutel: str) -> Uitgave:
    from uitvoeringsplan.document.writers.marks import gemerkt  # noqa: PLC0415 - not for Word alone

    return Uitgave(soort, gemerkt(data, soort, sleutel))


def _kleuren(huisstijl: Huisstijl | None) -> Huiskleuren:
    from uitvoeringsplan.document.writers.stylesheet import HUISSTIJL  # noqa: PLC0415

    if huisstijl is None:
        return HUISSTIJL
    return HUISSTIJL._replace(
        accent=huisstijl.accent or HUISSTIJL.accent,
        letter=huisstijl.letter_tekst or HUISSTIJL.letter,
        kopletter=huisstijl.letter_koppen or HUISSTIJL.kopletter,
    )
