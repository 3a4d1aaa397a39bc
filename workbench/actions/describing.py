"""Writing a description: starting it, answering, and adding, removing and ordering items."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.actions.aside import changed_since, gone, is_back, keeping, with_answers
from workbench.actions.desk import Desk, Refused, needs
from workbench.domain.changes import Change, Data, ItemExists, ItemGone, applied
from workbench.domain.paths import (
    NOT_ASKED,
    Shape,
    UnknownPath,
    nearest,
    shape_at,
    star,
    value_at,
)
from workbench.domain.template import Template
from workbench.rules.naming import free_id, returning, slug
from workbench.rules.pointing import taken
from workbench.store.protocol import AlreadyThere, Conflict, Opened, ProgrammeId


@needs("start")
def start(desk: Desk, institution: str, title: str) -> Opened:
    """Store an empty description under a title; raise Refused."""
    if institution not in desk.words.institutions:
        raise Refused("unknown_institution", institution=institution)
    name = slug(title)
    if not name:
        raise Refused("title_needed")
    data = {"template_version": desk.words.template.version, "title": title.strip()}
    try:
        return desk.store.create(ProgrammeId(institution, name), data, desk.person)
    except AlreadyThere:
        raise Refused("title_taken", title=title.strip()) from None


@needs("change")
def answer(
    desk: Desk,
    programme: ProgrammeId,
    path: str,
    value: Any,
    *,
    seen: int | None = None,
    writer: str = "",
    make_items: bool = False,
) -> Opened:
    """Store one answer; None or an empty one takes the answer away.

    With `make_items` an item that is not there yet is added first, as a terminal needs it; `writer`
    names the open screen on which it was typed. Raise Refused, Conflict, NotFound or Unreadable:
    the description is as it was then, and the journal keeps what a colleague was before with.
    """
    shape = answerable(path, desk.words.template)
    tidy = tidied(value)
    if shape.is_items and tidy is not None and not isinstance(tidy, list):
        raise Refused("list_by_items", path=path)

    def propose(data: Data) -> Change:
        change = Change("answer", path, value_at(data, path), tidy)
        return _with_item(data, change) if make_items else change

    with keeping(desk, programme, path, {"answer": tidy}, writer):
        return _changed(desk, programme, propose, seen, writer)


@needs("change")
def add_item(desk: Desk, programme: ProgrammeId, path: str, heading: str) -> tuple[Opened, str]:
    """Add an item to the end of a list and return the description and the item's id."""
    field = desk.words.template.question(path).item
    if field is None:
        raise Refused("unknown_question", path=path)
    filled = {field.heading: heading.strip()} if heading.strip() else {}
    given: list[str] = []

    def propose(data: Data) -> Change:
        items = value_at(data, path) or []
        given.append(free_id(heading or path.rpartition(".")[2], taken(data, path)))
        item = {"id": given[-1], **filled}
        return Change("add", path, None, {"item": item, "position": len(items)})

    return _changed(desk, programme, propose), given[-1]


@needs("change")
def remove_item(
    desk: Desk,
    programme: ProgrammeId,
    path: str,
    item_id: str,
    *,
    seen: int | None = None,
    writer: str = "",
) -> Change:
    """Remove an item from a list and return the change, with which `put_back` undoes it.

    With `seen`, raise Conflict if it was changed since, other than on the open screen `writer`.
    """
    made: list[Change] = []

    def propose(data: Data) -> Change:
        items = value_at(data, path) or []
        ids = [item["id"] for item in items]
        if item_id not in ids:
            raise ItemGone(f"{path}.{item_id}")
        position = ids.index(item_id)
        made.append(Change("remove", path, {"item": items[position], "position": position}, None))
        return made[-1]

    try:
        _changed(desk, programme, propose, seen, writer)
    except Conflict as conflict:
        own = writer and conflict.stamp.writer == writer
        since = conflict.seen or 0
        if not own or changed_since(desk, programme, f"{path}.{item_id}", since, writer):
            raise
        _changed(desk, programme, propose, conflict.stamp.revision, writer)
    return made[-1]


@needs("change")
def put_back(desk: Desk, programme: ProgrammeId, removed: Change) -> Opened:
    """Undo a removal: the item returns to its place with all its answers.

    Under another id where its own was given to a new item meanwhile; nothing points at it then. If
    a colleague has put it back already, it stays as that colleague left it.
    """
    if is_back(desk, programme, removed):
        return desk.store.open(programme)
    return _changed(desk, programme, lambda data: returning(removed, data))


@needs("change")
def bring_back(
    desk: Desk,
    programme: ProgrammeId,
    item_path: str,
    answers: Mapping[str, Any],
    *,
    writer: str = "",
) -> Opened:
    """Put an item that somebody removed back as it last was, with these answers in it.

    Raise Refused if it is there again, or if the journal does not know it.
    """
    last = gone(desk, programme, item_path)
    if last is None:
        there = value_at(desk.store.open(programme).data, item_path) is not None
        raise Refused("item_exists" if there else "item_unknown")
    item = with_answers(item_path, last.item, {p: tidied(v) for p, v in answers.items()})
    add = {"item": item, "position": last.position}

    def propose(_: Data) -> Change:
        return Change("add", item_path.rpartition(".")[0], None, add)

    return _changed(desk, programme, propose, writer=writer)


@needs("change")
def move_item(desk: Desk, programme: ProgrammeId, path: str, item_id: str, by: int) -> Opened:
    """Move an item up (-1) or down (1) in its list; at the edge it stays."""

    def propose(data: Data) -> Change:
        ids = [item["id"] for item in value_at(data, path) or []]
        if item_id not in ids:
            raise ItemGone(f"{path}.{item_id}")
        place = max(0, min(len(ids) - 1, ids.index(item_id) + by))
        others = [other for other in ids if other != item_id]
        return Change("order", path, ids, [*others[:place], item_id, *others[place:]])

    return _changed(desk, programme, propose)


def answerable(path: str, template: Template) -> Shape:
    """Return the shape of the answer at a path; raise Refused where nothing is asked."""
    if path.partition(".")[0] in NOT_ASKED:
        raise Refused("no_question", path=path)
    try:
        starred = star(path)
        template.question(starred)
    except UnknownPath:
        raise _unknown(path) from None
    except KeyError:
        key = "fixed_id" if path.endswith(".id") else "no_question"
        raise Refused(key, path=path) from None
    if starred.endswith(".*"):
        raise Refused("no_question", path=path)
    return shape_at(path)


def _unknown(path: str) -> Refused:
    near = nearest(path)
    if near is None:
        return Refused("unknown_question", path=path)
    return Refused("unknown_question_like", path=path, suggestion=near)


def _with_item(data: Data, change: Change) -> Change:
    """Return the change, or the one that adds its item with the answer if that is not there yet."""
    place = star(change.path).split(".")
    if "*" not in place or change.new is None:
        return change
    parts, n = change.path.split("."), place.index("*")
    list_path, item_id = ".".join(parts[:n]), parts[n]
    items = value_at(data, list_path) or []
    if any(item["id"] == item_id for item in items):
        return change
    add = Change("add", list_path, None, {"item": {"id": item_id}, "position": len(items)})
    item = value_at(applied(applied(data, add), change), f"{list_path}.{item_id}")
    return Change("add", list_path, None, {"item": item, "position": len(items)})


def tidied(value: Any) -> Any:
    """Return the value as it is stored: one kind of line end, and None for an empty one."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return None if value in ("", []) else value


def _need_seen(desk: Desk, programme: ProgrammeId, seen: int) -> None:
    """Raise Refused for a revision that nobody can have seen: it is not there."""
    newest = desk.store.open(programme).revision
    if not 0 <= seen <= newest:
        raise Refused("seen_ahead", seen=seen, newest=newest)


def _changed(
    desk: Desk,
    programme: ProgrammeId,
    propose: Callable[[Data], Change],
    seen: int | None = None,
    writer: str = "",
) -> Opened:
    if seen is not None:
        _need_seen(desk, programme, seen)
    try:
        return desk.store.change(programme, desk.person, propose, seen, writer)
    except ItemGone:
        raise Refused("item_gone", seen=seen) from None
    except ItemExists:
        raise Refused("item_exists") from None
