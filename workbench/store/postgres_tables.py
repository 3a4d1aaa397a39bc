"""The tables in PostgreSQL: each description with its text, its journal line by line."""

from sqlalchemy import (
    BigInteger,
    Column,
    Computed,
    Connection,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.schema import CreateSchema

from workbench.store.protocol import NotStored

VERSION = 4
"""Of the tables; a later workbench adds those that are not there when it first meets older ones."""
SCHEMA = "workbench"

_TABLES = MetaData(schema=SCHEMA)
_MAKING = 0x6E6A69
"""The lock that whoever makes the tables holds, out of all advisory locks of the database."""

VERSIONS = Table("version", _TABLES, Column("version", Integer, primary_key=True))

PROGRAMMES = Table(
    "programmes",
    _TABLES,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("institution", Text, nullable=False),
    Column("name", Text, nullable=False),
    # Bytes, because what is damaged must be kept as it is, whatever its encoding.
    Column("yaml", LargeBinary),
    # The database works out the fingerprint, so that it tells of an edit by hand as well.
    Column("file", Text, Computed("encode(sha256(yaml), 'hex')", persisted=True)),
    Column("size", BigInteger, nullable=False, server_default="0"),
    UniqueConstraint("institution", "name"),
)

JOURNAL = Table(
    "journal",
    _TABLES,
    Column("programme", ForeignKey(PROGRAMMES.c.id), primary_key=True),
    # Where the line begins, counted in bytes as in a file: two lines cannot take one place.
    Column("start", BigInteger, primary_key=True, autoincrement=False),
    Column("line", LargeBinary, nullable=False),
)

VERDICTS = Table(
    "verdicts",
    _TABLES,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("verdict", Text, nullable=False),
)

SHARING = Table(
    "sharing",
    _TABLES,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("decision", Text, nullable=False),
)

ADVICE = Table(
    "advice",
    _TABLES,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("institution", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("drawer", Text, nullable=False),
    Column("line", Text, nullable=False),
    Index("advice_of", "institution", "name", "drawer"),
)

SETTINGS = Table(
    "settings",
    _TABLES,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

PRESENCE = Table(
    "presence",
    _TABLES,
    Column("institution", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("screen", Text, primary_key=True),
    Column("visit", Text, nullable=False),
    Column("time", DateTime(timezone=True), nullable=False, index=True),
)

BRIEFS = Table(
    "briefs",
    _TABLES,
    Column("institution", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("brief", Text, nullable=False),
    Column("contents", Text, nullable=False),
)

VISITS = Table(
    "visits",
    _TABLES,
    Column("person", Text, primary_key=True),
    Column("seen", Text, nullable=False),
)

_ONLY_GROWS = f"""
CREATE OR REPLACE FUNCTION {SCHEMA}.only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- a line without its end was never finished
    IF get_byte(OLD.line, length(OLD.line) - 1) <> 10 THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'a journal only grows';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON {SCHEMA}.journal
  FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.only_grows();
CREATE TRIGGER never_empty BEFORE TRUNCATE ON {SCHEMA}.journal
  FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.only_grows();
"""


def make(connection: Connection) -> None:
    """Make what is not there yet, also if others do so at once; raise NotStored if it is newer."""
    if (_version(connection) or 0) < VERSION:
        connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))
        found = _version(connection)
        if found is None:
            connection.execute(CreateSchema(SCHEMA, if_not_exists=True))
        if (found or 0) < VERSION:
            _TABLES.create_all(connection)
            connection.execute(insert(VERSIONS).values(version=VERSION))
        if found is None:
            connection.execute(text(_ONLY_GROWS))
    if (_version(connection) or VERSION) > VERSION:
        raise NotStored("database_newer")


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(VERSIONS.name, SCHEMA):
        return None
    found: int | None = connection.scalar(select(func.max(VERSIONS.c.version)))
    return found
