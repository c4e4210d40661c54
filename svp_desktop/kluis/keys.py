"""One user's secret and everything that comes from it: sealing, opening and signing. Nothing home-made.

user secret (32 random bytes) -HKDF-> X25519 pair (opens slots) and Ed25519 key (signs generations and grants).
"""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from svp_desktop.domain.errors import BestandBeschadigd

KEY_SIZE = 32
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def b64(data: bytes) -> str:
    """Bytes as the keyring writes them."""
    return base64.b64encode(data).decode()


def unb64(text: str) -> bytes:
    """Bytes of a field that the schema has checked."""
    return base64.b64decode(text, validate=True)


def wipe(key: bytearray) -> None:
    """Overwrite a key in memory. Copies that Python or a library made stay until the process ends."""
    key[:] = bytes(len(key))


def mark(key: bytes | bytearray) -> bytes:
    """What stands for the key of a compartment where the key itself may not be; useless for opening it."""
    return hashlib.sha256(b"svp 1 getuige" + key).digest()


class UserSecret:
    """The secret of one user while the kluis is open."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_SIZE:
            raise ValueError("a user secret is 32 bytes")
        self._secret = bytearray(secret)

    def public_key(self) -> bytes:
        """The X25519 public key that others seal to."""
        return self._x25519().public_key().public_bytes_raw()

    def sign_key(self) -> bytes:
        """The Ed25519 public key that others verify with."""
        return self._ed25519().public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """64 bytes that only this user can make."""
        return self._ed25519().sign(message)

    def open(self, sealed: bytes, info: bytes) -> bytearray:
        """What was sealed to this user in this context. Raises BestandBeschadigd."""
        return _open(sealed, self._x25519(), info)

    def reveal(self) -> bytes:
        """The bytes themselves, to be wrapped in another way in."""
        return bytes(self._secret)

    def wipe(self) -> None:
        """Overwrite the secret."""
        wipe(self._secret)

    def derived(self, info: bytes) -> bytes:
        """32 bytes for another use of this secret: the user's own state in the keyring."""
        return self._derive(b"svp 1 use " + info)

    def _x25519(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self._derive(b"svp 1 x25519"))

    def _ed25519(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._derive(b"svp 1 ed25519"))

    def _derive(self, info: bytes) -> bytes:
        return HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=None, info=info).derive(self._secret)


class SheetKey:
    """The key pair of something printed: a herstelblad, or two envelopes together."""

    def __init__(self, code: bytes, info: bytes) -> None:
        raw = HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=None, info=info).derive(code)
        self._key = X25519PrivateKey.from_private_bytes(raw)

    def public_key(self) -> bytes:
        """What is sealed to."""
        return self._key.public_key().public_bytes_raw()

    def unseal(self, sealed: bytes, info: bytes) -> bytearray:
        """What was sealed to this sheet in this context. Raises BestandBeschadigd."""
        return _open(sealed, self._key, info)


def seal(data: bytes, public_key: bytes, info: bytes) -> bytes:
    """Seal to a public key in this context (48 bytes longer than `data`). Raises ValueError for an unusable key."""
    return _SUITE.encrypt(data, X25519PublicKey.from_public_bytes(public_key), info=info)


def _open(sealed: bytes, key: X25519PrivateKey, info: bytes) -> bytearray:
    try:
        return bytearray(_SUITE.decrypt(sealed, key, info=info))
    except (InvalidTag, ValueError):
        raise BestandBeschadigd from None


def verify(signature: bytes, message: bytes, sign_key: bytes) -> None:
    """Raises BestandBeschadigd when this signature was not made by the holder of `sign_key`."""
    try:
        Ed25519PublicKey.from_public_bytes(sign_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise BestandBeschadigd from None
