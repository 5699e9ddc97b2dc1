"""What a plan knows about itself, as metadata for publication under the Woo (DiWoo 0.9.8).

Source: https://standaarden.overheid.nl/diwoo/metadata, the schemas diwoo-metadata.xsd and
diwoo-metadata-lijsten.xsd. Only facts of the plan are written. What the standard or the Woo index
needs and the plan does not say is left out and named, never filled in by guess.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from uitvoeringsplan.errors import GebruikError, PublicatieError, bedoel_je
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.datum import in_woorden, lees_datum
from uitvoeringsplan.model.plan import zonder_verborgen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
GEMEENTE = "https://identifier.overheid.nl/tooi/id/gemeente/"
_EU = "http://publications.europa.eu/resource/authority/"
#: An implementation plan is none of the categories of article 3.3 Woo; who publishes it does so
#: under the general duty of article 3.1, for which the value list has this member.
STANDAARDCATEGORIE = "inspanningsverplichting art 3.1 Woo"
_DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ORGANEN = {
    "burgemeester": "de burgemeester",
    "college": "het college",
    "gemeenteraad": "de gemeenteraad",
}
_ADRES = re.compile(r"https?://[^\s<>\"/?#]+[^\s<>\"]*", re.IGNORECASE)
_LANGSTE_ADRES = 2047  # by the sitemap protocol


class Waarde(NamedTuple):
    """A member of a value list."""

    label: str
    uri: str


PLAN = Waarde("plan", f"{KERN}c_5b1055aa")
VASTSTELLING = Waarde("vaststelling", f"{KERN}c_641ecd76")
NEDERLANDS = Waarde("Nederlands", f"{_EU}language/NLD")
#: By the end of a file name. Markdown is not on the list.
FORMATEN = {
    "docx": Waarde("Word DOCX", f"{_EU}file-type/DOCX"),
    "html": Waarde("HTML", f"{_EU}file-type/HTML"),
    "odt": Waarde("ODT", f"{_EU}file-type/ODT"),
    "pdf": Waarde("PDF", f"{_EU}file-type/PDF"),
}
CATEGORIEEN = {
    label: Waarde(label, KERN + code)
    for label, code in (
        ("Woo-verzoeken en -besluiten", "c_3baef532"),
        ("adviezen", "c_99a836c7"),
        ("agenda’s en besluitenlijsten bestuurscolleges", "c_3a248e3a"),
        ("bereikbaarheidsgegevens", "c_89ee6784"),
        ("beschikkingen", "c_46a81018"),
        ("bij vertegenwoordigende organen ingekomen stukken", "c_8c840238"),
        ("convenanten", "c_8fc2335c"),
        (STANDAARDCATEGORIE, "c_816e508d"),
        ("jaarplannen en jaarverslagen", "c_c6cd1213"),
        ("klachtoordelen", "c_a870c43d"),
        ("onderzoeksrapporten", "c_fdaee95e"),
        ("ontwerpen van wet- en regelgeving met adviesaanvraag", "c_759721e2"),
        ("organisatie en werkwijze", "c_40a05794"),
        ("overige besluiten van algemene strekking", "c_aab6bfc7"),
        ("subsidieverplichtingen anders dan met beschikking", "c_cf268088"),
        ("vergaderstukken Staten-Generaal", "c_c76862ab"),
        ("vergaderstukken decentrale overheden", "c_db4862c3"),
        ("wetten en algemeen verbindende voorschriften", "c_139c6280"),
    )
}


class Ontbrekend(NamedTuple):
    """A fact that publication needs: in words, and the field of the plan when there is one."""

    wat: str
    gegeven: str = ""


class Diwoo(NamedTuple):
    """The metadata as XML, and what is still missing in it."""

    xml: bytes
    ontbreekt: tuple[Ontbrekend, ...]


class _Knoop(NamedTuple):
    """An element of the DiWoo namespace: its name, what it holds, and the URI of its value."""

    naam: str
    inhoud: str | tuple[_Knoop, ...]
    uri: str = ""


def naar_diwoo(
    vragenlijst: Vragenlijst,
    plan: Plan,
    *,
    titel: str,
    adres: str = "",
    formaat: str = "docx",
    categorie: str = "",
) -> Diwoo:
    """Return the metadata of the public document of a plan.

    With `adres`, where the document will be on the web, the result is a sitemap with one entry;
    without it, the `Document` that belongs in such an entry. `categorie` is a name or a code of
    the value list; else the field `informatiecategorie` of the plan says it, or the default.
    Raises PublicatieError for a plan that stays internal, GebruikError for a wrong option.
    """
    zichtbaar = zonder_verborgen(vragenlijst, plan)
    feiten = {veld.id: zichtbaar.waarde(veld) for veld in vragenlijst.gegevens}
    if "intern" in feiten.get(velden.OPENBAARHEID, "").casefold():
        raise PublicatieError(
            "Dit plan is alleen voor intern gebruik; daar horen geen metadata voor publicatie bij."
            " Zet het gegeven “openbaarheid” op “openbaar” als het plan wel naar buiten mag."
        )
    if adres and not (_ADRES.fullmatch(adres) and len(adres) <= _LANGSTE_ADRES):
        raise GebruikError(
            f"“{adres[:80]}” is geen webadres. Schrijf het hele adres van het document, zoals"
            " https://www.oudermeer.example/uitvoeringsplan.docx."
        )
    soort = _categorie(categorie or feiten.get(velden.INFORMATIECATEGORIE, ""))
    knopen = tuple(_knopen(feiten, plan, vragenlijst, titel, formaat, soort))
    document = _Knoop("Document", (_Knoop("DiWoo", knopen),))
    return Diwoo(_xml(document, adres), tuple(_ontbreekt(feiten, plan, titel, adres)))


def _knopen(
    feiten: Mapping[str, str],
    plan: Plan,
    vragenlijst: Vragenlijst,
    titel: str,
    formaat: str,
    categorie: Waarde,
) -> Iterator[_Knoop]:
    """Return the elements in the order of the schema, only those that something is known of."""
    if kenmerk := feiten.get(velden.KENMERK):
        yield _Knoop("identifiers", (_Knoop("identifier", kenmerk),))
    gemeente, code = feiten.get(velden.GEMEENTE, ""), _code(feiten)
    if gemeente:
        # The label is written as the value list writes it.
        organisatie = f"gemeente {gemeente}", f"{GEMEENTE}{code}" if code else ""
        yield _Knoop("publisher", *organisatie)
        yield _Knoop("verantwoordelijke", *organisatie)
    if titel:
        yield _Knoop("titelcollectie", (_Knoop("officieleTitel", titel),))
    if omschrijving := _omschrijving(feiten, plan, vragenlijst.titel):
        yield _Knoop("omschrijvingen", (_Knoop("omschrijving", omschrijving),))
    woorden = dict.fromkeys(("uitvoeringsplan", vragenlijst.soort))
    yield _Knoop(
        "classificatiecollectie",
        (
            _Knoop("informatiecategorieen", (_uit_lijst("informatiecategorie", categorie),)),
            _Knoop("documentsoorten", (_uit_lijst("documentsoort", PLAN),)),
            _Knoop("trefwoorden", tuple(_Knoop("trefwoord", woord) for woord in woorden)),
        ),
    )
    if datum := lees_datum(feiten.get(velden.DATUM, "")):
        yield _Knoop("creatiedatum", datum.isoformat())
    yield from _geldigheid(feiten)
    yield _uit_lijst("language", NEDERLANDS)
    if formaat in FORMATEN:
        yield _uit_lijst("format", FORMATEN[formaat])
    if besluit := _besluit(feiten, plan):
        handeling = [_uit_lijst("soortHandeling", VASTSTELLING), _Knoop("atTime", besluit)]
        handeling += [_Knoop("wasAssociatedWith", *organisatie)] if gemeente else []
        yield _Knoop("documenthandelingen", (_Knoop("documenthandeling", tuple(handeling)),))


def _ontbreekt(
    feiten: Mapping[str, str], plan: Plan, titel: str, adres: str
) -> Iterator[Ontbrekend]:
    if not feiten.get(velden.GEMEENTE):
        yield Ontbrekend("de gemeente", velden.GEMEENTE)
    if not _code(feiten):
        yield Ontbrekend("de gemeentecode", velden.GEMEENTECODE)
    if not titel:
        yield Ontbrekend("de titel")
    if not plan.is_definitief:
        yield Ontbrekend("de vaststelling van het plan", velden.STATUS)
    elif not _besluit(feiten, plan):
        yield Ontbrekend("de datum waarop het plan is vastgesteld", velden.DATUM_VASTSTELLING)
    if not adres:
        yield Ontbrekend("het webadres van het document (--adres)")


def _categorie(gevraagd: str) -> Waarde:
    """Return a category of the Woo by its name, its code or its URI."""
    if not gevraagd:
        return CATEGORIEEN[STANDAARDCATEGORIE]
    woord = gevraagd.strip().replace("'", "’").casefold()
    for soort in CATEGORIEEN.values():
        if woord in (soort.label.casefold(), soort.uri, soort.uri.removeprefix(KERN)):
            return soort
    raise GebruikError(
        f"“{gevraagd}” is geen informatiecategorie van de Woo.{bedoel_je(woord, CATEGORIEEN)}"
        f" Laat de categorie weg voor “{STANDAARDCATEGORIE}”."
    )


def _omschrijving(feiten: Mapping[str, str], plan: Plan, titel: str) -> str:
    """Return a few sentences of facts, or nothing when not even the municipality is known."""
    gemeente = feiten.get(velden.GEMEENTE)
    if not gemeente:
        return ""
    van, tot = feiten.get(velden.PERIODE_VAN, ""), feiten.get(velden.PERIODE_TOT, "")
    jaren = " tot en met ".join(dict.fromkeys(filter(None, (van, tot))))
    zinnen = [f"{titel} van de gemeente {gemeente}{f' voor {jaren}' if jaren else ''}."]
    if versie := feiten.get(velden.VERSIE):
        zinnen.append(f"Versie {versie}.")
    if plan.is_definitief and (dag := feiten.get(velden.DATUM_VASTSTELLING)):
        orgaan = feiten.get(velden.VASTGESTELD_DOOR, "")
        door = f" door {_ORGANEN.get(orgaan.casefold(), orgaan)}" if orgaan else ""
        zinnen.append(f"Vastgesteld{door} op {in_woorden(dag)}.")
    if kader := feiten.get(velden.KADER):
        zinnen.append(f"Hoort bij: {kader.rstrip('.')}.")
    if plan.status == "vervallen":
        zinnen.append("Het plan is vervallen.")
    return " ".join(zinnen)


def _geldigheid(feiten: Mapping[str, str]) -> Iterator[_Knoop]:
    van, tot = feiten.get(velden.PERIODE_VAN, ""), feiten.get(velden.PERIODE_TOT, "")
    if all(re.fullmatch(r"[0-9]{4}", jaar) for jaar in (van, tot)) and "0001" <= van <= tot:
        begin = _Knoop("begindatum", f"{van}-01-01T00:00:00")
        yield _Knoop("geldigheid", (begin, _Knoop("einddatum", f"{tot}-12-31T23:59:59")))


def _besluit(feiten: Mapping[str, str], plan: Plan) -> str:
    """Return when the plan was adopted; a date of a plan that is not adopted is an intention."""
    dag = lees_datum(feiten.get(velden.DATUM_VASTSTELLING, "")) if plan.is_definitief else None
    return f"{dag.isoformat()}T00:00:00" if dag else ""


def _code(feiten: Mapping[str, str]) -> str:
    code = feiten.get(velden.GEMEENTECODE, "").lower()
    return code if re.fullmatch(r"gm[0-9]{4}", code) else ""


def _uit_lijst(naam: str, waarde: Waarde) -> _Knoop:
    return _Knoop(naam, waarde.label, waarde.uri)


def _xml(document: _Knoop, adres: str) -> bytes:
    kop = '<?xml version="1.0" encoding="UTF-8"?>\n'
    diwoo = f' xmlns:diwoo="{_DIWOO}"'
    if not adres:
        return (kop + _geschreven(document, 0, diwoo)).encode()
    return (
        f'{kop}<urlset xmlns="{_SITEMAP}"{diwoo}>\n  <url>\n    <loc>{escape(adres)}</loc>\n'
        f"{_geschreven(document, 2)}  </url>\n</urlset>\n"
    ).encode()


def _geschreven(knoop: _Knoop, diep: int, extra: str = "") -> str:
    inspringing, naam = "  " * diep, f"diwoo:{knoop.naam}"
    uri = f" resource={quoteattr(knoop.uri)}" if knoop.uri else ""
    begin = f"{inspringing}<{naam}{extra}{uri}>"
    if isinstance(knoop.inhoud, str):
        return f"{begin}{escape(knoop.inhoud)}</{naam}>\n"
    binnen = "".join(_geschreven(kind, diep + 1) for kind in knoop.inhoud)
    return f"{begin}\n{binnen}{inspringing}</{naam}>\n"
