"""How much work a password costs: Argon2id, with parameters that this program accepts and fits to the computer."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from svp_desktop.domain.wachtwoord import normal
from svp_desktop.kluis.keys import KEY_SIZE

_MIB = 1024


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """How much work a password costs: Argon2id parameters for new ways in, and the range that is accepted at all.

    `target` is the time in seconds that `calibrated` aims at; None leaves the parameters as they are.
    """

    memory_kib: int
    iterations: int
    lanes: int
    floor_kib: int
    ceiling_kib: int
    target: tuple[float, float] | None = None
    iterations_range: tuple[int, int] = (2, 10)
    lanes_range: tuple[int, int] = (1, 8)

    @classmethod
    def product(cls) -> "KdfPolicy":
        """256 MiB and 3 passes, at creation fitted to 0.7-1.2 s on this computer, never under 64 MiB."""
        return cls(256 * _MIB, 3, 4, floor_kib=64 * _MIB, ceiling_kib=1024 * _MIB, target=(0.7, 1.2))

    @classmethod
    def for_tests(cls) -> "KdfPolicy":
        """1 MiB: a test of a thousand damaged keyrings would otherwise take hours."""
        return cls(1 * _MIB, 2, 1, floor_kib=1 * _MIB, ceiling_kib=1024 * _MIB)

    def accepts(self, memory_kib: int, iterations: int, lanes: int) -> bool:
        """Whether these parameters may be run: a keyring may ask neither too little nor a machine to its knees."""
        return (
            self.floor_kib <= memory_kib <= self.ceiling_kib
            and self.iterations_range[0] <= iterations <= self.iterations_range[1]
            and self.lanes_range[0] <= lanes <= self.lanes_range[1]
        )

    def calibrated(self, measure: "Callable[[KdfPolicy], float] | None" = None) -> "KdfPolicy":
        """This policy with parameters that take the target time here (or the nearest that the range allows)."""
        if self.target is None:
            return self
        low, high = self.target
        policy = self._scaled(0.0)
        for _ in range(4):
            seconds = (measure or _seconds)(policy)
            following = policy._scaled((low + high) / 2 / seconds)
            if low <= seconds <= high or following == policy:
                break
            policy = following
        return policy

    def _scaled(self, factor: float) -> "KdfPolicy":
        """About `factor` times the work: memory first, up to 256 MiB; passes do the rest."""
        work = self.memory_kib * self.iterations * factor
        memory = int(min(max(work / 3, self.floor_kib), 256 * _MIB)) // _MIB * _MIB
        low, high = self.iterations_range
        return replace(self, memory_kib=memory, iterations=min(max(round(work / memory), low), high))


def _seconds(policy: KdfPolicy) -> float:
    start = time.perf_counter()
    derive("meting", b"\x00" * 16, policy.memory_kib, policy.iterations, policy.lanes, b"")
    return time.perf_counter() - start


def derive(password: str, salt: bytes, memory_kib: int, iterations: int, lanes: int, context: bytes) -> bytes:
    """32 bytes from a password (NFC), bound to `context`."""
    kdf = Argon2id(salt=salt, length=KEY_SIZE, iterations=iterations, lanes=lanes, memory_cost=memory_kib, ad=context)
    # A lone surrogate cannot be in a password that was set, so however it is encoded it opens nothing.
    return kdf.derive(normal(password).encode("utf-8", "surrogatepass"))
