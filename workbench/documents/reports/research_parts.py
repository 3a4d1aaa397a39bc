"""What a researcher wants to know before starting, and where a description answers it."""

from dataclasses import dataclass

MODULE, RULE = "approach.modules", "approach.modules.*.indication"
"""The list of modules, and by which rule somebody gets one of them."""


@dataclass(frozen=True)
class Part:
    """One chapter: its name in the catalogue, and the starred addresses of its answers."""

    name: str
    paths: tuple[str, ...]
    fields: tuple[str, ...] = ()
    """What is asked of every item, where the chapter groups the items itself."""


BEFORE = (
    Part(
        "programme",
        (
            "colophon.owner.name",
            "colophon.contact.name",
            "colophon.contact.email",
            "colophon.manual.title",
            "colophon.manual.version",
            "colophon.manual.date",
            "colophon.manual.language",
            "research.researchability.ongoing",
        ),
    ),
    Part(
        "group",
        (
            "target_group.final",
            "facets.age",
            "facets.sex",
            "facets.legal_framework",
            "facets.mild_intellectual_disability",
            "target_group.characteristics",
            "target_group.subgroups",
            "target_group.intermediary",
        ),
    ),
    Part(
        "selection",
        (
            "target_group.route",
            "target_group.indications.*.criterion",
            "target_group.indications.*.instrument",
            "target_group.indications.*.threshold",
            "target_group.contraindications.*.criterion",
            "target_group.contraindications.*.instrument",
            "target_group.contraindications.*.threshold",
        ),
    ),
    Part(
        "outcomes",
        (
            "goals.main",
            "goals.subgoals.*.text",
            "goals.subgoals.*.audience",
            "goals.subgoals.*.indicator",
            "goals.subgoals.*.instrument",
            "goals.subgoals.*.moment",
        ),
    ),
)

MODULES = Part(
    "modules",
    (
        "approach.setup",
        "approach.intensity",
        "approach.formats",
        "approach.group_size",
    ),
    (
        "name",
        "activities",
        "function",
        "indication",
        "subgoals",
        "executors",
        "modes",
        "dose.sessions",
        "dose.minutes",
        "dose.frequency",
        "existing.name",
    ),
)

AFTER = (
    Part(
        "integrity",
        (
            "delivery.quality.integrity_instrument",
            "delivery.quality.frequency",
            "delivery.quality.adjustment",
            "delivery.executors",
        ),
    ),
    Part(
        "numbers",
        (
            "research.researchability.participants_per_year",
            "research.researchability.expected_dropout",
        ),
    ),
    Part(
        "design",
        (
            "research.researchability.baseline",
            "research.researchability.comparison",
            "research.researchability.context",
            "delivery.conditions",
        ),
    ),
    Part(
        "ethics",
        (
            "research.researchability.ethics",
            "research.researchability.data_owner",
            "safety.analysis",
            "safety.instrument",
            "safety.privacy_and_media",
        ),
    ),
    Part(
        "studies",
        (
            "research.process_studies",
            "research.effect_studies",
            "research.outcomes",
            "research.comparable",
        ),
    ),
    Part("elements", ("active_elements",)),
)
