"""What a connection may do once it is open: read and write rows. Everything that could carry data out is refused."""

from collections.abc import Callable

import sqlcipher3.dbapi2 as sqlcipher

# `read_uncommitted` is asked by SQLAlchemy when it connects, `data_version` by FTS5 at every read and write.
ALLOWED_PRAGMAS = frozenset({"read_uncommitted", "data_version", "page_count"})
REFUSED_FUNCTIONS = frozenset(
    {"load_extension", "sqlcipher_export", "fts3_tokenizer", "readfile", "writefile", "edit", "fsdir", "sqlite_log"}
)
# Named actions only: changing the schema, ATTACH, DETACH, ANALYZE and REINDEX are not among them.
_ALLOWED_ACTIONS = frozenset(
    {
        sqlcipher.SQLITE_READ,
        sqlcipher.SQLITE_SELECT,
        sqlcipher.SQLITE_INSERT,
        sqlcipher.SQLITE_UPDATE,
        sqlcipher.SQLITE_DELETE,
        sqlcipher.SQLITE_TRANSACTION,
        sqlcipher.SQLITE_SAVEPOINT,
        sqlcipher.SQLITE_RECURSIVE,
    }
)

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


def authorize(action: int, first: str | None, second: str | None, _database: str | None, _source: str | None) -> int:
    """SQLite's question before it prepares a statement; answers SQLITE_OK or SQLITE_DENY."""
    if action == sqlcipher.SQLITE_PRAGMA:
        allowed = (first or "").lower() in ALLOWED_PRAGMAS
    elif action == sqlcipher.SQLITE_FUNCTION:
        allowed = (second or "").lower() not in REFUSED_FUNCTIONS
    else:
        allowed = action in _ALLOWED_ACTIONS
    return int(sqlcipher.SQLITE_OK if allowed else sqlcipher.SQLITE_DENY)
