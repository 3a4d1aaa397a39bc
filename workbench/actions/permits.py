"""Permission to save from a page: one person, one description, one open screen, some hours."""

import hashlib
import json
from dataclasses import asdict, dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import ValidationError

from workbench.domain.people import Person
from workbench.domain.wording import LANGUAGES, Language
from workbench.store.protocol import ProgrammeId

HOURS = 8
"""How long a permit holds; every drawing of the page hands out a new one."""


class NoPermit(Exception):
    """This is no permit, or it has expired."""


@dataclass(frozen=True)
class Permit:
    """Who may save in which description, from which open screen, in which language."""

    person: Person
    programme: ProgrammeId
    writer: str
    language: Language


def signed(permit: Permit, secret: str) -> str:
    """Return a permit as a word that nobody can make without the secret."""
    who, where = permit.person.model_dump(), asdict(permit.programme)
    return _sealer(secret).dumps([who, where, permit.writer, permit.language])


def permitted(token: str, secret: str) -> Permit:
    """Return the permit in a word; raise NoPermit."""
    try:
        who, where, writer, language = _sealer(secret).loads(token, max_age=HOURS * 3600)
        permit = Permit(Person.model_validate(who), ProgrammeId(**where), str(writer), language)
    except (BadSignature, ValidationError, TypeError, ValueError):
        raise NoPermit from None
    if language not in LANGUAGES:
        raise NoPermit
    return permit


def alias(person: Person, secret: str) -> str:
    """Return a word that stands for a person in a browser, and does not tell who it is."""
    said = json.dumps(person.model_dump(), sort_keys=True)
    return hashlib.sha256(f"{secret}\n{said}".encode()).hexdigest()[:24]


def _sealer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(
        secret, salt="workbench.typing", signer_kwargs={"digest_method": hashlib.sha256}
    )
