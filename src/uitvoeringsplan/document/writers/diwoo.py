"""What a plan knows about itself, as metadata for publication under the Woo (DiWoo 0.9.8).

Source: https://standaarden.overheid.nl/diwoo/metadata, the schemas diwoo-metadata.xsd and
diwoo-metadata-lijsten.xsd. Only facts of the plan are written. What the standard or the Woo index
needs and the plan does not say is left out and named, never filled in by guess.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from uitvoeringsplan.errors import GebruikError, PublicatieError, did_you_mean
from uitvoeringsplan.model import velden
from uitvoeringsplan.model.datum import datum_in_words, read_datum
from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

CORE = "https://identifier.overheid.nl/tooi/def/thes/kern/"
GEMEENTE = "https://identifier.overheid.nl/tooi/id/gemeente/"
_EU = "http://publications.europa.eu/resource/authority/"
#: An implementation plan is none of the categories of article 3.3 Woo; who publishes it does so
#: under the general duty of article 3.1, for which the value list has this member.
STANDAARDCATEGORIE = "inspanningsverplichting art 3.1 Woo"
_DIWOO = "https://standaarden.overheid.nl/diwoo/metadata/"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_BODIES = {
    "burgemeester": "de burgemeester",
    "college": "het college",
    "gemeenteraad": "de gemeenteraad",
}
_ADDRESS = re.compile(r"https?://[^\s<>\"/?#]+[^\s<>\"]*", re.IGNORECASE)
_LONGEST_ADDRESS = 2047  # by the sitemap protocol


class ListValue(NamedTuple):
    """A member of a value list."""

    label: str
    uri: str


PLAN = ListValue("plan", f"{CORE}c_5b1055aa")
VASTSTELLING = ListValue("vaststelling", f"{CORE}c_641ecd76")
DUTCH = ListValue("Nederlands", f"{_EU}language/NLD")
#: By the end of a file name. Markdown is not on the list.
FORMATS = {
    "docx": ListValue("Word DOCX", f"{_EU}file-type/DOCX"),
    "html": ListValue("HTML", f"{_EU}file-type/HTML"),
    "odt": ListValue("ODT", f"{_EU}file-type/ODT"),
    "pdf": ListValue("PDF", f"{_EU}file-type/PDF"),
}
CATEGORIEEN = {
    label: ListValue(label, CORE + code)
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


class MissingFact(NamedTuple):
    """A fact that publication needs: in words, and the field of the plan when there is one."""

    what: str
    gegeven: str = ""


class Diwoo(NamedTuple):
    """The metadata as XML, and what is still missing in it."""

    xml: bytes
    missing: tuple[MissingFact, ...]


class _Node(NamedTuple):
    """An element of the DiWoo namespace: its name, what it holds, and the URI of its value."""

    name: str
    content: str | tuple[_Node, ...]
    uri: str = ""


def write_diwoo(
    vragenlijst: Vragenlijst,
    plan: Plan,
    *,
    titel: str,
    adres: str = "",
    formaat: str = "docx",
    category: str = "",
) -> Diwoo:
    """Return the metadata of the public document of a plan.

    With `adres`, where the document will be on the web, the result is a sitemap with one entry;
    without it, the `Document` that belongs in such an entry. `category` is a name or a code of
    the value list; else the field `informatiecategorie` of the plan says it, or the default.
    Raises PublicatieError for a plan that stays internal, GebruikError for a wrong option.
    """
    visible = without_hidden(vragenlijst, plan)
    facts = {field.id: visible.value(field) for field in vragenlijst.gegevens}
    if "intern" in facts.get(velden.OPENBAARHEID, "").casefold():
        raise PublicatieError(
            "Dit plan is alleen voor intern gebruik; daar horen geen metadata voor publicatie bij."
            " Zet het gegeven “openbaarheid” op “openbaar” als het plan wel naar buiten mag."
        )
    if adres and not (_ADDRESS.fullmatch(adres) and len(adres) <= _LONGEST_ADDRESS):
        raise GebruikError(
            f"“{adres[:80]}” is geen webadres. Schrijf het hele adres van het document, zoals"
            " https://www.oudermeer.example/uitvoeringsplan.docx."
        )
    kind = _category(category or facts.get(velden.INFORMATIECATEGORIE, ""))
    nodes = tuple(_nodes(facts, plan, vragenlijst, titel, formaat, kind))
    document = _Node("Document", (_Node("DiWoo", nodes),))
    return Diwoo(_xml(document, adres), tuple(_missing(facts, plan, titel, adres)))


def _nodes(
    facts: Mapping[str, str],
    plan: Plan,
    vragenlijst: Vragenlijst,
    titel: str,
    formaat: str,
    category: ListValue,
) -> Iterator[_Node]:
    """Return the elements in the order of the schema, only those that something is known of."""
    if attribute := facts.get(velden.ATTRIBUTE):
        yield _Node("identifiers", (_Node("identifier", attribute),))
    gemeente, code = facts.get(velden.GEMEENTE, ""), _code(facts)
    if gemeente:
        # The label is written as the value list writes it.
        organisation = f"gemeente {gemeente}", f"{GEMEENTE}{code}" if code else ""
        yield _Node("publisher", *organisation)
        yield _Node("verantwoordelijke", *organisation)
    if titel:
        yield _Node("titelcollectie", (_Node("officieleTitel", titel),))
    if description := _summary(facts, plan, vragenlijst.titel):
        yield _Node("omschrijvingen", (_Node("omschrijving", description),))
    words = dict.fromkeys(("uitvoeringsplan", vragenlijst.soort))
    yield _Node(
        "classificatiecollectie",
        (
            _Node("informatiecategorieen", (_from_list("informatiecategorie", category),)),
            _Node("documentsoorten", (_from_list("documentsoort", PLAN),)),
            _Node("trefwoorden", tuple(_Node("trefwoord", word) for word in words)),
        ),
    )
    if datum := read_datum(facts.get(velden.DATUM, "")):
        yield _Node("creatiedatum", datum.isoformat())
    yield from _validity(facts)
    yield _from_list("language", DUTCH)
    if formaat in FORMATS:
        yield _from_list("format", FORMATS[formaat])
    if decision := _decision(facts, plan):
        operation = [_from_list("soortHandeling", VASTSTELLING), _Node("atTime", decision)]
        operation += [_Node("wasAssociatedWith", *organisation)] if gemeente else []
        yield _Node("documenthandelingen", (_Node("documenthandeling", tuple(operation)),))


def _missing(facts: Mapping[str, str], plan: Plan, titel: str, adres: str) -> Iterator[MissingFact]:
    if not facts.get(velden.GEMEENTE):
        yield MissingFact("de gemeente", velden.GEMEENTE)
    if not _code(facts):
        yield MissingFact("de gemeentecode", velden.GEMEENTECODE)
    if not titel:
        yield MissingFact("de titel")
    if not plan.is_definitief:
        yield MissingFact("de vaststelling van het plan", velden.STATUS)
    elif not _decision(facts, plan):
        yield MissingFact("de datum waarop het plan is vastgesteld", velden.DATUM_VASTSTELLING)
    if not adres:
        yield MissingFact("het webadres van het document (--adres)")


def _category(asked: str) -> ListValue:
    """Return a category of the Woo by its name, its code or its URI."""
    if not asked:
        return CATEGORIEEN[STANDAARDCATEGORIE]
    word = asked.strip().replace("'", "’").casefold()
    for kind in CATEGORIEEN.values():
        if word in (kind.label.casefold(), kind.uri, kind.uri.removeprefix(CORE)):
            return kind
    raise GebruikError(
        f"“{asked}” is geen informatiecategorie van de Woo.{did_you_mean(word, CATEGORIEEN)}"
        f" Laat de categorie weg voor “{STANDAARDCATEGORIE}”."
    )


def _summary(facts: Mapping[str, str], plan: Plan, titel: str) -> str:
    """Return a few sentences of facts, or nothing when not even the municipality is known."""
    gemeente = facts.get(velden.GEMEENTE)
    if not gemeente:
        return ""
    first_year, last_year = facts.get(velden.PERIODE_VAN, ""), facts.get(velden.PERIODE_TOT, "")
    years = " tot en met ".join(dict.fromkeys(filter(None, (first_year, last_year))))
    sentences = [f"{titel} van de gemeente {gemeente}{f' voor {years}' if years else ''}."]
    if versie := facts.get(velden.VERSIE):
        sentences.append(f"Versie {versie}.")
    if plan.is_definitief and (day := facts.get(velden.DATUM_VASTSTELLING)):
        body = facts.get(velden.VASTGESTELD_DOOR, "")
        door = f" door {_BODIES.get(body.casefold(), body)}" if body else ""
        sentences.append(f"Vastgesteld{door} op {datum_in_words(day)}.")
    if frame := facts.get(velden.FRAME):
        sentences.append(f"Hoort bij: {frame.rstrip('.')}.")
    if plan.status == "vervallen":
        sentences.append("Het plan is vervallen.")
    return " ".join(sentences)


def _validity(facts: Mapping[str, str]) -> Iterator[_Node]:
    first_year, last_year = facts.get(velden.PERIODE_VAN, ""), facts.get(velden.PERIODE_TOT, "")
    if (
        all(re.fullmatch(r"[0-9]{4}", year) for year in (first_year, last_year))
        and "0001" <= first_year <= last_year
    ):
        start = _Node("begindatum", f"{first_year}-01-01T00:00:00")
        yield _Node("geldigheid", (start, _Node("einddatum", f"{last_year}-12-31T23:59:59")))


def _decision(facts: Mapping[str, str], plan: Plan) -> str:
    """Return when the plan was adopted; a date of a plan that is not adopted is an intention."""
    day = read_datum(facts.get(velden.DATUM_VASTSTELLING, "")) if plan.is_definitief else None
    return f"{day.isoformat()}T00:00:00" if day else ""


def _code(facts: Mapping[str, str]) -> str:
    code = facts.get(velden.GEMEENTECODE, "").lower()
    return code if re.fullmatch(r"gm[0-9]{4}", code) else ""


def _from_list(name: str, value: ListValue) -> _Node:
    return _Node(name, value.label, value.uri)


def _xml(document: _Node, adres: str) -> bytes:
    heading = '<?xml version="1.0" encoding="UTF-8"?>\n'
    diwoo = f' xmlns:diwoo="{_DIWOO}"'
    if not adres:
        return (heading + _written(document, 0, diwoo)).encode()
    return (
        f'{heading}<urlset xmlns="{_SITEMAP}"{diwoo}>\n  <url>\n    <loc>{escape(adres)}</loc>\n'
        f"{_written(document, 2)}  </url>\n</urlset>\n"
    ).encode()


def _written(node: _Node, deep: int, extra: str = "") -> str:
    indent, name = "  " * deep, f"diwoo:{node.name}"
    uri = f" resource={quoteattr(node.uri)}" if node.uri else ""
    start = f"{indent}<{name}{extra}{uri}>"
    if isinstance(node.content, str):
        return f"{start}{escape(node.content)}</{name}>\n"
    inner = "".join(_written(kind, deep + 1) for kind in node.content)
    return f"{start}\n{inner}{indent}</{name}>\n"
