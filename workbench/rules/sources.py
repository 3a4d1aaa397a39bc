"""On which source a rule rests; what no source says is marked as an indication."""

from workbench.domain.wording import Wording

WERKBLAD = Wording(
    nl="Werkblad beschrijving interventie en handleiding, mei 2015",
    en="Form for describing an intervention and its manual, May 2015",
)
SUMMARY = Wording(
    nl="Werkblad beschrijving interventie, mei 2015: samenvatting op één A4, hoogstens 600 woorden",
    en="Form for describing an intervention, May 2015: summary on one A4, 600 words at most",
)
TARGET_GROUP = Wording(
    nl="Criteria voor de beoordeling van interventies: doelgroep en contra-indicaties",
    en="Criteria for assessing interventions: target group and contraindications",
)
GOALS = Wording(
    nl="Criteria voor de beoordeling van interventies: doelen zo SMART mogelijk",
    en="Criteria for assessing interventions: goals as SMART as possible",
)
APPROACH = Wording(
    nl="Criteria voor de beoordeling van interventies: opzet en inhoud van de aanpak",
    en="Criteria for assessing interventions: set-up and content of the approach",
)
FACTORS = Wording(
    nl="Criteria voor de beoordeling van interventies: factoren gekoppeld aan doelen",
    en="Criteria for assessing interventions: factors coupled to goals",
)
RATIONALE = Wording(
    nl="Criteria voor de beoordeling van interventies: waarom deze aanpak deze doelen bereikt",
    en="Criteria for assessing interventions: why this approach reaches these goals",
)
CITATION = Wording(
    nl="Criteria voor de beoordeling van interventies: analyse met gegevens en bronnen",
    en="Criteria for assessing interventions: analysis with data and sources",
)
ELEMENTS = Wording(
    nl="RIVM, werkzame elementen (de koppeling aan bronnen is een indicatie)",
    en="RIVM, active elements (the link with sources is an indication)",
)
EXECUTION = Wording(
    nl="Indicatie: wat het werkblad in hoofdstuk 2 over de uitvoering vraagt",
    en="Indication: what chapter 2 of the form asks about execution",
)
VALIDITY = Wording(
    nl="Movisie, RIVM en Trimbos: hoe lang een erkenning geldt",
    en="Movisie, RIVM and Trimbos: how long a recognition holds",
)
CONSISTENCY = Wording(
    nl="Eigen regel: gepubliceerde beschrijvingen spreken zichzelf soms tegen",
    en="Our own rule: published descriptions sometimes contradict themselves",
)
BSN = Wording(
    nl="AVG en Uitvoeringswet AVG, artikel 46; elfproef voor het burgerservicenummer",
    en="GDPR and its Dutch implementing act, article 46; check digit of the BSN",
)
PRIVACY = Wording(
    nl="AVG: gegevens die naar een persoon leiden horen niet in een beschrijving",
    en="GDPR: data that lead to a person do not belong in a description",
)
SHELTER = Wording(
    nl="NRGD-richtlijn anonimiseren; geheime opvangadressen (indicatie)",
    en="NRGD guideline on anonymising; secret shelter addresses (indication)",
)
SMALL_NUMBERS = Wording(
    nl="Indicatie: kleine aantallen met bijzonderheden wijzen naar een persoon",
    en="Indication: small numbers with details point to a person",
)
