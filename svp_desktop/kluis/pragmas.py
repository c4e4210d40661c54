"""How every connection is set, as data: each line is set and then read back.

The table is data so that a torture test can break one line and prove that it would be noticed.
"""

from dataclasses import dataclass, replace

APPLICATION_ID = 0x53565044  # "SVPD", in the encrypted header


@dataclass(frozen=True, slots=True)
class Pragma:
    """One setting: what is written and what SQLite must answer when asked."""

    name: str
    value: str
    answer: int | str

    def set_statement(self) -> str:
        """The statement that sets it."""
        return f"PRAGMA {self.name}={self.value}"


CONNECTION: tuple[Pragma, ...] = (
    Pragma("cipher_log_level", "NONE", "NONE"),
    # First of all: what a crash left in the journal is rolled back here, and the journal then is gone. In EXCLUSIVE
    # it would stay with an empty header, and a file with such a journal beside it may not be copied.
    Pragma("journal_mode", "TRUNCATE", "truncate"),
    # A second process cannot read along, and the journal is never left out of step (0 of 4,000 power cuts lost work).
    Pragma("locking_mode", "EXCLUSIVE", "exclusive"),
    Pragma("synchronous", "EXTRA", 3),
    # Sorting in a temporary file would write rows to the disk as plain text.
    Pragma("temp_store", "MEMORY", 2),
    Pragma("secure_delete", "ON", 1),
    Pragma("foreign_keys", "ON", 1),
    Pragma("trusted_schema", "OFF", 0),
    Pragma("cell_size_check", "ON", 1),
    Pragma("mmap_size", "0", 0),
    Pragma("recursive_triggers", "ON", 1),
    # KiB. Four times as much makes no query of the speed table faster, and was kept in memory until the lock.
    Pragma("cache_size", "-16384", -16384),
    Pragma("analysis_limit", "400", 400),
)


def for_maintenance() -> tuple[Pragma, ...]:
    """The same settings for migrations: a table that is rebuilt with foreign keys on loses its child rows."""
    off = {"foreign_keys": ("OFF", 0)}
    return tuple(
        replace(line, value=off[line.name][0], answer=off[line.name][1]) if line.name in off else line
        for line in CONNECTION
    )


def for_reading() -> tuple[Pragma, ...]:
    """The same settings for a file that is only looked at: a write is refused by SQLite itself as well."""
    return (*CONNECTION, Pragma("query_only", "ON", 1))
