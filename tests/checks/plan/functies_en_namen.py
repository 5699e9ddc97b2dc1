"""A hundred functions and teams, and a hundred names, as people type them in a plan."""

from __future__ import annotations

FUNCTIES = """
wethouder Samenleving
burgemeester
burgemeester (openbare orde en veiligheid)
wethouder Jeugd en Onderwijs
Wethouder Sociaal Domein
wethouder Zorg, Welzijn en Wonen
wethouder van Financiën
Burgemeester van Oudermeer
loco-burgemeester
portefeuillehouder Veiligheid
portefeuillehouder integratie en samenleven
gemeentesecretaris
raadsgriffier
adviseur veiligheid, team Openbare Orde en Veiligheid
Adviseur Openbare Orde en Veiligheid
adviseur OOV
Beleidsadviseur Sociale Stabiliteit
beleidsmedewerker integratie
Beleidsmedewerker Jeugd
senior beleidsmedewerker Maatschappelijke Ontwikkeling
strategisch adviseur Bestuur
procesregisseur polarisatie en radicalisering
Procesregisseur Zorg en Veiligheid
wijkregisseur
wijkregisseur Zeilwijk
Gebiedsregisseur Noord
gebiedsmanager Centrum
wijkmanager De Kade
teamleider Wijken
Teammanager Veiligheid
Teamleider Toezicht & Handhaving
hoofd Communicatie
afdelingshoofd Samenleving
directeur Stichting Welzijn Oudermeer
coördinator Preventie
coördinator sleutelfiguren
Coördinator Lokaal Netwerk
programmamanager Weerbaarheid
projectleider De Wijkverbinder
communicatieadviseur
woordvoerder van de burgemeester
privacy officer
functionaris gegevensbescherming
CISO
juridisch adviseur
jurist Openbare Orde
jongerenwerker
jongerenwerkers van Welzijn Oudermeer
opbouwwerker Westdijk
buurtsportcoach
leerplichtambtenaar
boa
boa's team Handhaving
wijkagent
wijkagent Centrum
Operationeel expert wijk
teamchef politie
Teamchef Basisteam Waterweg
officier van justitie
consulent Participatie
accountmanager Onderwijs
adviseur Diversiteit en Inclusie
antidiscriminatievoorziening RADAR
RADAR Rotterdam
GGD Rotterdam-Rijnmond
Zorg- en Veiligheidshuis
Veiligheidshuis Rotterdam-Rijnmond
Veiligheidsalliantie regio Rotterdam
team OOV
Team Openbare Orde en Veiligheid
team Veiligheid, Vergunningen en Handhaving
Team Samenleving
Team De Zeilwijk
wijkteam Noord
Wijkteam de Linie
Sociaal Team
afdeling Maatschappelijke Zaken
Afdeling Bestuur en Communicatie
Cluster Samenleving
domein Sociaal
Bureau Halt
Bureau Veiligheid
Huis van de Wijk
Hart van de Samenleving
Stadsmarinier
stadsmarinier Zuid
Kabinet en Protocol
concerncontroller
MT-lid Sociaal
directieteam
kerngroep polarisatie
driehoek
het college
gemeenteraad
griffie
netwerkpartners
externe projectleider
trainer van KIS
onderzoeker Kenniscentrum
adviseur Informatie en Data
""".strip().split("\n")

NAMES = """
Jan de Vries
J. de Vries
J.P. van den Berg
mevrouw Jansen
Mevr. A. Bakker
dhr. Visser
de heer Smit
drs. P. Hendriks
mr. dr. K. van Loon
Fatima El Amrani
Fatima el Amrani, adviseur veiligheid
Mohammed Yilmaz
M. Yilmaz
Ahmed Aboutaleb
wethouder Jansen
wethouder De Boer
wethouder Van Dijk
burgemeester Hoekstra
Burgemeester Van der Meer
burgemeester A. van Dam
wethouder Peter Meijer
wethouder Marja van der Tak
wethouder mevrouw De Groot
Anne-Marie de Wit
Anne Marie de Wit
Willem van Oranje
Willem-Jan Verhoeven
Sjoerd Dijkstra
Femke Postma
Karin Brouwer (teamleider Wijken)
adviseur veiligheid Karin Brouwer
teamleider Wijken: K. Brouwer
An de Vries
Bea Visser
Pieter Bos
Kees Vos
Marieke van 't Hof
Tim in 't Veld
Ali Demir
Ayse Kaya
Zeynep Öztürk
Youssef Bakkali
Samira Ouali
Hassan Ben Ali
Rachid El Idrissi
Soufiane Marcouch
Ricardo Pinas
Sharon Singh
Thanh Nguyen
Priya Singh
Wouter Koolmees
Annelies Verbeek
Lotte Timmermans
Daan Kuipers
Emma Mulder
Sanne Willems
Bram Peters
jan de vries
petra van den heuvel
JAN DE VRIES
Jan
Fatima
Karin
Xaviera van der Zee
Ruben van Leeuwen
Esther van Rijn
Bart Jan Smeets
Dirk-Jan Oosterhuis
Thea ten Brink
Henk ter Horst
Ria den Hartog
Corrie van de Ven
R. Oosterveen
T.H. Smits
prof. dr. L. Janssen
ir. W. Scholten
ing. B. de Graaf
De Vries, Jan
Jansen, P.
beleidsmedewerker Sanne Bakker
Wijkagent Ibrahim Şahin
projectleider L. Maas
coördinator Ellen Wouters
griffier M. Hermans
gemeentesecretaris Driessen
directeur Verhoeven
contactpersoon: Ingrid Claassen
Ingrid
Gert-Jan Schouten
Marjan Minnesma
Onno Hoes
Hubert Bruls
Femke Halsema
Sharon Dijksma
Mirjam Sterk
Goedele Liekens
Kwame Mensah
Wei Zhang
Oleksandr Kovalenko
Agnieszka Nowak
""".strip().split("\n")
