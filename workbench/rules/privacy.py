"""Personal data in a description: what holds reports back, what only warns, and what was cleared.

The text itself always stays with its writer; only a report waits, until the words are gone or
somebody recorded why they are no personal data.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from hashlib import sha256

from workbench.domain.findings import Finding
from workbench.domain.notes import Clearance
from workbench.domain.programme import Programme
from workbench.rules import identifiers, sources, traces
from workbench.rules.check import Check, Found, rule
from workbench.rules.identifiers import Hit
from workbench.rules.subject import Spot, Subject

CONTACT = (
    "colophon.owner.", "colophon.contact.", "colophon.authors.", "colophon.advisor",
)  # fmt: skip
"""Where people at work are named on purpose."""
REFERENCES = ("literature.",)
"""Where numbers and names belong to publications."""
FICTION = "practice_example.text"

Detector = Callable[[str], Iterable[Hit]]


@rule("P01", "error", sources.BSN, blocks_reports=True)
def citizen_number(subject: Subject) -> Iterator[Found]:
    """Yield every BSN that the words around it do not explain as something else."""
    yield from _found("P01", _certain, subject.said)
    yield from _found("P01", identifiers.bsns_in_name, _names(subject))


@rule("P02", "error", sources.PRIVACY, blocks_reports=True)
def bank_account(subject: Subject) -> Iterator[Found]:
    """Yield every bank account number."""
    yield from _found("P02", identifiers.ibans, subject.said)


@rule("P03", "error", sources.PRIVACY, blocks_reports=True)
def birth_date(subject: Subject) -> Iterator[Found]:
    """Yield every full birth date."""
    yield from _found("P03", identifiers.birth_dates, subject.said)


@rule("P04", "error", sources.PRIVACY, blocks_reports=True)
def telephone(subject: Subject) -> Iterator[Found]:
    """Yield every telephone number outside the colophon."""
    yield from _found("P04", identifiers.phones, _outside(subject, CONTACT + REFERENCES))


@rule("P05", "error", sources.PRIVACY, blocks_reports=True)
def email(subject: Subject) -> Iterator[Found]:
    """Yield every e-mail address outside the colophon."""
    yield from _found("P05", identifiers.emails, _outside(subject, CONTACT))


@rule("P06", "warning", sources.PRIVACY)
def name_with_age(subject: Subject) -> Iterator[Found]:
    """Yield every name with an age, but not in an example that says it is made up."""
    spots = _outside(subject, CONTACT + REFERENCES)
    if subject.programme.practice_example.origin:
        spots = (spot for spot in spots if spot.path != FICTION)
    yield from _found("P06", traces.names_with_age, spots)


@rule("P07", "warning", sources.PRIVACY)
def street(subject: Subject) -> Iterator[Found]:
    """Yield every street with a house number outside the colophon."""
    yield from _found("P07", traces.streets, _outside(subject, CONTACT + REFERENCES))


@rule("P08", "warning", sources.PRIVACY)
def postcode(subject: Subject) -> Iterator[Found]:
    """Yield every postcode outside the colophon."""
    yield from _found("P08", traces.postcodes, _outside(subject, CONTACT + REFERENCES))


@rule("P09", "warning", sources.SHELTER)
def secret_place(subject: Subject) -> Iterator[Found]:
    """Yield every secret address of which the text says where it is."""
    yield from _found("P09", traces.secret_places, _outside(subject, REFERENCES))


@rule("P10", "warning", sources.SMALL_NUMBERS)
def small_number(subject: Subject) -> Iterator[Found]:
    """Yield every small number of young people with details, in what is told about research."""
    smallest = int(subject.words.criteria.limits.small_group.value)
    studies = (spot for spot in subject.said if spot.path.startswith("research."))
    yield from _found("P10", _few(smallest), studies)


@rule("P11", "warning", sources.BSN)
def perhaps_citizen_number(subject: Subject) -> Iterator[Found]:
    """Yield every number that passes the test of the BSN while no word says what it is."""
    yield from _found("P11", _uncertain, subject.said)


def held_back(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that hold reports back."""
    return [finding for finding in findings if finding.rule.blocks_reports]


def uncleared(subject: Subject) -> list[Finding]:
    """Return what looks like personal data and was not recorded as none."""
    found = (finding for check in CHECKS for finding in check.findings(subject))
    return [finding for finding in found if not is_cleared(subject.programme, finding)]


def personal_in(text: str) -> str:
    """Return the first words of a text that certainly are personal data; nothing without them."""
    written = (identifiers.ibans, identifiers.birth_dates, identifiers.phones, identifiers.emails)
    return next((hit.shown for detect in (_certain, *written) for hit in _hits(detect, text)), "")


def is_cleared(programme: Programme, finding: Finding) -> bool:
    """Return whether somebody recorded why these very words are no personal data."""
    return clearance_of(programme, finding) is not None


def clearance_of(programme: Programme, finding: Finding) -> Clearance | None:
    """Return who recorded why these very words are no personal data, and why; None if nobody."""
    note = programme.about.get(finding.path)
    here = note.no_personal_data if note else []
    return next((c for c in here if c.id == finding.fingerprint and c.reason.strip()), None)


def cleared(subject: Subject) -> list[Finding]:
    """Return what looks like personal data but was recorded as none."""
    found = (finding for check in CHECKS for finding in check.findings(subject))
    return [finding for finding in found if is_cleared(subject.programme, finding)]


def fingerprint(code: str, path: str, words: str) -> str:
    """Return what identifies these words at this address for this rule, spelling aside."""
    plain = re.sub(r"[\W_]+", "", words).casefold()
    return sha256(f"{code}\n{path}\n{plain}".encode()).hexdigest()[:16]


def _found(code: str, detect: Detector, spots: Iterable[Spot]) -> Iterator[Found]:
    seen = set()
    for spot in spots:
        for hit in _hits(detect, spot.text):
            mark = fingerprint(code, spot.path, hit.words)
            if mark not in seen:
                seen.add(mark)
                yield Found(spot.path, {"found": hit.shown}, mark)


@lru_cache(maxsize=20_000)
def _hits(detect: Detector, text: str) -> tuple[Hit, ...]:
    """Return the hits in a text; most texts are the same as at the check before."""
    return tuple(detect(text))


@cache
def _few(smallest: int) -> Detector:
    return partial(traces.small_numbers, smallest=smallest)


def _certain(text: str) -> Iterator[Hit]:
    return (hit for hit in identifiers.bsns(text) if hit.weight == "person")


def _uncertain(text: str) -> Iterator[Hit]:
    return (hit for hit in identifiers.bsns(text) if hit.weight == "unknown")


def _names(subject: Subject) -> Iterator[Spot]:
    return (Spot(path, path.rpartition(".")[2]) for path in subject.items)


def _outside(subject: Subject, places: tuple[str, ...]) -> Iterator[Spot]:
    return (spot for spot in subject.said if not spot.path.startswith(places))


CHECKS: tuple[Check, ...] = (
    citizen_number,
    bank_account,
    birth_date,
    telephone,
    email,
    name_with_age,
    street,
    postcode,
    secret_place,
    small_number,
    perhaps_citizen_number,
)
