"""Researchability and TIDieR: every point is there in Kompas, and goes when its answers go.

A row names a point, one answer without which it is only partly there, and all answers without
which nothing of it is left. A point that rests on one answer goes at once.
"""

import pytest

from tests.rules.examples import GONE, addresses, changed, example, programme
from workbench.rules.researchability import researchability
from workbench.rules.tidier import tidier
from workbench.store.words import load_words

KOMPAS = example("kompas")
ASKED = "research.researchability"
MANUAL = "colophon.manual"
POINTS = {
    "bounded_group": (
        "target_group.indications.uitbuiting.instrument",
        ["target_group.final", "target_group.indications", "target_group.contraindications"],
    ),
    "measurable_goals": ("goals.subgoals.rust.moment", ["goals.main", "goals.subgoals"]),
    "phases": ("approach.phases.vooruit.entry", ["approach.phases"]),
    "modules": ("approach.modules.leefgroep.executors", ["approach.modules"]),
    "complete_chain": (
        "approach.modules.vaktherapie.subgoals",
        ["factors", "goals.subgoals", "approach.modules", "rationale.per_subgoal"],
    ),
    "active_elements": ("active_elements.eigen-regie.modules", ["active_elements"]),
    "integrity": (
        "delivery.quality.frequency",
        ["delivery.quality.integrity_instrument", "delivery.quality.frequency"],
    ),
    "manual": (f"{MANUAL}.date", [MANUAL]),
    "numbers": (
        f"{ASKED}.expected_dropout",
        [f"{ASKED}.participants_per_year", f"{ASKED}.expected_dropout"],
    ),
    "baseline": (f"{ASKED}.comparison", [f"{ASKED}.baseline", f"{ASKED}.comparison"]),
    "context": (None, [f"{ASKED}.context"]),
    "ethics": (f"{ASKED}.ethics", [f"{ASKED}.ethics", "safety.analysis"]),
    "data_owner": (None, [f"{ASKED}.data_owner"]),
    "process_evaluation": (
        "research.process_studies.ervaringen.as_intended",
        ["research.process_studies"],
    ),
}
ITEMS = {
    "brief_name": (None, ["title"]),
    "why": ("problem.causes", ["problem", "goals.main", "rationale"]),
    "materials": ("delivery.materials.folder.available_at", ["delivery.materials"]),
    "procedures": (
        "approach.modules.spanning.activities",
        ["approach.recruitment", "approach.modules"],
    ),
    "who_provides": ("delivery.executors.docent.training", ["delivery.executors"]),
    "how": ("approach.modules.online.modes", ["approach.formats", "approach.modules"]),
    "where": ("facets.location", ["facets.settings", "facets.location", "delivery.organisation"]),
    "when_and_how_much": (
        "approach.modules.mentor.dose.sessions",
        ["approach.duration", "approach.intensity", "approach.phases", "approach.modules"],
    ),
    "tailoring": (
        "approach.modules.rechten.deployment",
        ["approach.modules", "target_group.subgroups"],
    ),
    "modifications": ("colophon.revisions", ["colophon.version", "colophon.revisions"]),
    "how_well_planned": (
        "delivery.quality.adjustment",
        [
            f"delivery.quality.{name}"
            for name in ("integrity_instrument", "frequency", "adjustment")
        ],
    ),
    "how_well_actual": (
        "research.process_studies.procesevaluatie.as_intended",
        ["research.process_studies"],
    ),
    "for_whom": (
        "target_group.contraindications",
        ["target_group.final", "target_group.indications", "target_group.contraindications"],
    ),
}
PARTLY = [code for code, (one, _) in POINTS.items() if one]
PARTIAL = [code for code, (one, _) in ITEMS.items() if one]


def described(changes):
    return programme(changed(KOMPAS, changes), load_words())


def point(code, changes):
    return researchability(described(changes), load_words()).point(code)


def item(code, changes):
    return tidier(described(changes), load_words()).item(code)


def without(*paths):
    return dict.fromkeys(paths, GONE)


def test_the_tables_have_a_row_for_every_point_and_item(words):
    assert list(POINTS) == [point.code for point in words.criteria.researchability]
    assert list(ITEMS) == [item.code for item in words.criteria.tidier]


# --- researchability


@pytest.mark.parametrize("code", POINTS)
def test_a_point_is_there_in_the_complete_example(code):
    found = point(code, {})
    assert (found.state, found.coverage.missing) == ("yes", ())
    assert found.coverage.filled


@pytest.mark.parametrize("code", PARTLY)
def test_a_point_is_partly_there_without_one_of_its_answers(code):
    one, _ = POINTS[code]
    found = point(code, without(one))
    assert found.state == "partly"
    assert [lack.path for lack in found.coverage.missing] == [one]


@pytest.mark.parametrize("code", POINTS)
def test_a_point_is_not_there_without_any_of_its_answers(code):
    found = point(code, without(*POINTS[code][1]))
    assert (found.state, found.coverage.filled) == ("no", ())
    assert found.coverage.missing


def test_what_is_partly_there_counts_for_half():
    words = load_words()
    counts = [
        researchability(described(without(*paths)), words).count
        for paths in ([], [f"{MANUAL}.date"], [MANUAL], [MANUAL, f"{ASKED}.context"])
    ]
    assert counts == [14, 13.5, 13, 12]


@pytest.mark.parametrize("code", POINTS)
def test_only_the_four_blocking_points_hold_research_back(code):
    found = researchability(described(without(*POINTS[code][1])), load_words())
    held = code in {"bounded_group", "measurable_goals", "modules", "manual"}
    assert (code in [point.code for point in found.blocking]) == held


def test_a_blocking_point_that_is_partly_there_still_holds_research_back():
    found = researchability(described(without(f"{MANUAL}.version")), load_words())
    assert [point.number for point in found.blocking] == [8]


def test_a_module_on_indication_must_say_for_whom_and_a_fixed_one_need_not():
    path = "approach.modules.traumabehandeling"
    open_one = without(f"{path}.indication")
    assert [lack.path for lack in point("modules", open_one).coverage.missing] == [
        f"{path}.indication"
    ]
    assert point("modules", {**open_one, f"{path}.deployment": "fixed"}).state == "yes"


def test_the_chain_is_not_whole_when_a_goal_has_no_module():
    found = point("complete_chain", {"approach.modules.onderwijs.subgoals": ["rust"]})
    (lack,) = found.coverage.missing
    assert (found.state, lack.path) == ("partly", "goals.subgoals.school.text")
    assert "Geen enkel onderdeel" in lack.wording.nl


def test_the_chain_is_not_whole_for_each_goal_without_a_mechanism():
    gone = without("rationale.per_subgoal.v-rust", "rationale.per_subgoal.v-school")
    missing = point("complete_chain", gone).coverage.missing
    assert [lack.path for lack in missing] == ["rationale.per_subgoal"] * 2
    assert len({lack.wording.nl for lack in missing}) == 2


def test_a_link_to_something_that_is_gone_is_no_answer():
    path = "approach.modules.mentor.executors"
    found = point("modules", {path: ["iemand-die-weg-is"]})
    assert [lack.path for lack in found.coverage.missing] == [path]
    assert point("modules", {path: ["iemand-die-weg-is", "mentor"]}).state == "yes"


def test_no_participants_is_a_number():
    assert point("numbers", {f"{ASKED}.participants_per_year": 0}).state == "yes"


# --- TIDieR


@pytest.mark.parametrize("code", ITEMS)
def test_an_item_is_reported_in_full_in_the_complete_example(code):
    assert (item(code, {}).state, item(code, {}).coverage.missing) == ("full", ())


@pytest.mark.parametrize("code", PARTIAL)
def test_an_item_is_partly_reported_without_one_of_its_answers(code):
    one, _ = ITEMS[code]
    found = item(code, without(one))
    assert found.state == "partial"
    assert [lack.path for lack in found.coverage.missing] == [one]


@pytest.mark.parametrize("code", ITEMS)
def test_an_item_is_not_reported_without_any_of_its_answers(code):
    found = item(code, without(*ITEMS[code][1]))
    assert (found.state, found.coverage.filled) == ("none", ())


# --- both


def test_an_answer_that_does_not_apply_is_not_asked_but_does_not_stand_for_a_whole_item():
    empty = without("target_group.contraindications")
    note = {"about": KOMPAS["about"] | {"target_group.contraindications": reason("Geen.")}}
    assert item("for_whom", {**empty, **note}).state == "full"
    assert point("bounded_group", {**empty, **note}).state == "yes"
    studies = {"about": KOMPAS["about"] | {"research.process_studies": reason("Nog niet.")}}
    none = item("how_well_actual", {**without("research.process_studies"), **studies})
    assert none.state == "none"
    assert [lack.path for lack in none.coverage.missing] == ["research.process_studies"]


def reason(text):
    return {"not_applicable": text}


def test_an_item_of_a_list_with_nothing_but_its_name_in_the_file_is_no_answer():
    found = item("for_whom", {"target_group.indications": [{"id": "leeg"}]})
    assert "target_group.indications" in [lack.path for lack in found.coverage.missing]


def test_what_is_there_is_told_per_question_and_what_lacks_per_place():
    path = "approach.modules.girls-talk.activities"
    told = point("modules", without(path)).told("nl")
    (there,) = [one for one in told["there"] if one["question"] == "Wat doen jullie concreet?"]
    everywhere = addresses(KOMPAS, "approach.modules.*.activities")
    assert there["asked"] == len(everywhere)
    assert there["paths"] == [at for at in everywhere if at != path]
    assert told["lacks"] == [
        {"path": path, "what": "onderdeel Girls' Talk: Wat doen jullie concreet?"}
    ]
    assert told["state"] == "partly"


def test_the_profiles_are_told_to_programs():
    words = load_words()
    kompas = described({})
    told = researchability(kompas, words).told("en")
    assert (told["count"], told["of"], told["blocking"]) == (14, 14, [])
    assert [point["number"] for point in told["points"]] == list(range(1, 15))
    told = tidier(kompas, words).told("en")
    assert (told["full"], told["partial"], told["none"]) == (13, 0, 0)
    assert told["items"][-1]["name"] == "For whom"
