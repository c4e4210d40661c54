"""What a check returns: a sentence beside a field."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """Whether a finding stops a save or only asks for attention."""

    BLOKKEREND = "blokkerend"
    LET_OP = "let_op"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of a check: the field's name, the Dutch sentence for the user and its severity."""

    field: str
    message: str
    severity: Severity = Severity.BLOKKEREND

    @property
    def blocks(self) -> bool:
        """True when nothing may be saved while this finding stands."""
        return self.severity is Severity.BLOKKEREND


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Only the findings that stop a save."""
    return tuple(finding for finding in findings if finding.blocks)
