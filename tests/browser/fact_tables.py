"""Which fact of a record answers which question: by key and path, never in the record's words.

A fact that stands in no table, or a key that the record no longer has, makes the test fail.
"""

from tests.browser.fact_records import Ages, Card, Choice, Day, Links, Months, Text, Yes

PHASES = ("fasen B", "fasen B/2", "fasen B/3")
SUBGOALS = "doelen A+B (drie, samenhangend)"
PLACES = "milieus B, per fase"
WEB_PAGE = Choice("type", labels=("Webpagina",))

ASJA = (
    Text("title", ("titel",)),
    Text("colophon.owner.name", ("eigenaar",)),
    Card(
        "colophon.recognitions",
        "A gericht op",
        (
            Choice("level", ("A erkend als",)),
            Text("committee", ("A door",)),
            Day("date", ("A op",)),
            Text("remark", ("A leeftijd",), keyed=True),
        ),
    ),
    Card(
        "colophon.recognitions",
        "C gericht op",
        (Choice("level", ("C erkend als",)), Text("remark", ("C leeftijd/2",))),
    ),
    Choice("facets.focus", ("A gericht op", "C gericht op")),
    Ages("facets.age", ("C leeftijd",)),
    Choice("facets.sex", ("A doelgroep",)),
    Choice("facets.aims", ("A doel",)),
    Choice("facets.method", ("A methode",)),
    Choice("facets.location", ("A locatie",)),
    Choice("facets.provision", ("A uitvoering",)),
    Text("summary.target_group", ("doelgroep A",)),
    Text("target_group.final", ("doelgroep C",)),
    Card("target_group.characteristics", "doelgroep A/2"),
    *(
        Card("target_group.subgroups", group, (Ages("age", (group,)),))
        for group in ("groepen B", "groepen B/2", "groepen B/3")
    ),
    Card("target_group.intermediary", "doelgroep C/2"),
    *(Card("goals.subgoals", goal) for goal in (SUBGOALS, f"{SUBGOALS}/2", f"{SUBGOALS}/3")),
    Card(
        "goals.subgoals",
        "ouders en gezin",
        (Choice("audience", labels=("Ouders of anderen om de jongere heen",)),),
    ),
    Text("approach.setup", ("duur/2", "per milieu", "per milieu/2", "per milieu/3"), keyed=True),
    Months("approach.duration", ("duur",)),
    Text("approach.intensity", ("aanpak C",)),
    Yes("approach.around_the_clock", ("aanpak C",)),
    Choice("approach.formats", ("aanpak C/8",), labels=("Individueel", "Groep", "Gezin")),
    *(Card("approach.phases", phase) for phase in PHASES),
    Text("approach.climate", ("aanpak C/2", "bejegening B")),
    *(
        Card("approach.modules", place, (Links("phases", PHASES),))
        for place in (PLACES, f"{PLACES}/2", f"{PLACES}/3")
    ),
    *(Card("approach.modules", f"aanpak C/{n}") for n in (3, 4, 5, 6, 7, 8)),
    Text("aftercare.follow_up", ("laatste fase",)),
    Card("literature", "A", (WEB_PAGE, Text("url", ("SOURCE",)))),
    Card("literature", None, (WEB_PAGE, Text("url", ("SOURCE/2",)))),
    Card("literature", "C", (WEB_PAGE, Text("url", ("SOURCE/3",)))),
)

PINQ = (
    Text("title", ("titel",)),
    Text("colophon.owner.name", ("eigenaar",)),
    Text("colophon.advisor", ("onderbouwing/3",)),
    Card(
        "colophon.recognitions",
        "gericht op",
        (
            Choice("level", ("erkend als",)),
            Text("committee", ("door",)),
            Text("remark", ("erkend als",)),
        ),
    ),
    Choice("facets.focus", ("gericht op",)),
    Ages("facets.age", ("leeftijd",)),
    Choice("facets.aims", ("doel",)),
    Choice("facets.method", ("methode",)),
    Choice("facets.settings", ("opzet",), labels=("Gesloten (JeugdzorgPlus)",)),
    Choice("facets.location", ("locatie",)),
    Choice("facets.provision", ("uitvoering",)),
    Text("target_group.final", ("doelgroep",)),
    Card("target_group.intermediary", "doelgroep/3"),
    Card("target_group.indications", "doelgroep/2"),
    Card("target_group.indications", "opzet/3"),
    Text("goals.main", ("hoofddoel",)),
    Text("approach.setup", ("opzet",)),
    Months("approach.duration", ("opzet/2",)),
    *(
        Card("approach.modules", theme)
        for theme in ("thema's", "thema's/2", "thema's/3", "thema's/4", "thema's/5")
    ),
    Text("rationale.overall", ("onderbouwing", "onderbouwing/2")),
    *(
        Card("literature", None, (WEB_PAGE, Text("url", (source,))))
        for source in ("SOURCE", "SOURCE/2", "SOURCE/3")
    ),
)

TABLES = {
    "nl_asja_factrecord.txt": ASJA,
    "nl_pinq_gesloten_factrecord.txt": PINQ,
}
LISTED = ("groepen B",)
"""Keys with several facts behind them, separated by commas."""
