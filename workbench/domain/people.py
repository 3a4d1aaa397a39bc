"""The people who work with descriptions, and the institutions they work for."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from workbench.domain.values import Text
from workbench.domain.wording import Wording

Role = Literal["editor", "reader", "advisor", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)


class Person(BaseModel):
    """Somebody at work here: staff of one institution, or an advisor or administrator of NJi."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Text
    role: Role
    institution: str | None = None


class Institution(BaseModel):
    """An institution whose programmes are described here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    later_name: str | None = None
    example: bool = False
    """A made-up institution whose programmes everybody may read, to learn from."""
    remark: Wording | None = None
