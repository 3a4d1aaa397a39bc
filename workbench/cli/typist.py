"""Who types in a terminal: the name, and the role in which the table of rights is asked.

Whoever can type here can open the files as well: the role guards against mistakes only.
"""

import getpass
import os
from argparse import Namespace
from typing import get_args

from workbench.actions.desk import Refused
from workbench.domain.people import Person, Role


def typist(asked: Namespace, institution: str, usual: Role = "editor") -> Person:
    """Return who types, for the institution of a description unless another one is named.

    Raise Refused for a role in the environment that there is not.
    """
    said = asked.role or os.environ.get("WORKBENCH_ROLE") or usual
    if said not in get_args(Role):
        raise Refused("no_such_role", role=said, roles=", ".join(get_args(Role)))
    works_at = asked.at or os.environ.get("WORKBENCH_INSTITUTION") or institution
    staff = said in ("editor", "reader")
    return Person(name=_who(), role=said, institution=works_at if staff else None)


def keeper(asked: Namespace) -> Person:
    """Return who looks after all programmes at once: an administrator, unless it is said."""
    return typist(asked, "", "administrator")


def _who() -> str:
    try:
        name = os.environ.get("WORKBENCH_PERSON") or getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container may run under a number without a name
        name = ""
    return "".join(letter for letter in name if letter.isprintable()) or "?"
