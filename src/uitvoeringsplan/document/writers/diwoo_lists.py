"""The values of DiWoo that we use, with their URIs: diwoo-metadata-lijsten.xsd 0.9.8 (12-08-2025).

Source: https://standaarden.overheid.nl/diwoo/metadata
"""

from __future__ import annotations

from typing import NamedTuple

KERN = "https://identifier.overheid.nl/tooi/def/thes/kern/"
GEMEENTE = "https://identifier.overheid.nl/tooi/id/gemeente/"
_EU = "http://publications.europa.eu/resource/authority/"


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
#: An implementation plan is none of the categories of article 3.3 Woo; who publishes it does so
#: under the general duty of article 3.1, for which the value list has this member.
STANDAARDCATEGORIE = "inspanningsverplichting art 3.1 Woo"
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
