"""Photos from outside: what is kept of them, and what may not be unpacked."""

import struct
import zlib
from io import BytesIO
from time import monotonic

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from svp_desktop.domain.bijlage import BijlageSoort, soort_van
from svp_desktop.domain.errors import BijlageFout
from svp_desktop.ui import foto


def jpeg(width: int, height: int, turned: int = 1) -> bytes:
    """A photo of a phone: left red, right blue, with a place, a device, and the way the phone was held."""
    image = Image.new("RGB", (width, height), (255, 0, 0))
    image.paste((0, 0, 255), (width // 2, 0, width, height))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Merkteken", "Telefoon 9", turned
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 50.0, 33.0)})
    kept = BytesIO()
    image.save(kept, "JPEG", exif=exif, comment=b"Merkteken")
    return kept.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kB that says it has this many pixels."""

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(bytes(3_000_000))) + part(b"IEND", b"")
    )


def test_place_and_device_are_gone_and_the_photo_is_smaller_and_upright() -> None:
    given = jpeg(3000, 1000, turned=6)
    assert b"Merkteken" in given
    kept = foto.bewerk(given, BijlageSoort.JPEG, origineel=False)
    assert soort_van(kept) is BijlageSoort.JPEG
    assert b"Merkteken" not in kept
    assert b"Exif" not in kept
    image = QImage.fromData(kept)
    assert max(image.width(), image.height()) == 2000
    assert image.height() > image.width(), "the phone was held upright"
    assert image.pixelColor(image.width() // 2, 50).red() > 200
    assert image.pixelColor(image.width() // 2, image.height() - 50).blue() > 200


def test_the_original_is_kept_to_the_bit_when_asked() -> None:
    given = jpeg(300, 200)
    assert foto.bewerk(given, BijlageSoort.JPEG, origineel=True) == given


def test_words_in_a_png_are_gone_and_what_is_clear_stays_clear() -> None:
    words = PngInfo()
    words.add_text("Author", "Merkteken")
    store = BytesIO()
    Image.new("RGBA", (40, 30), (0, 255, 0, 0)).save(store, "PNG", pnginfo=words)
    kept = foto.bewerk(store.getvalue(), BijlageSoort.PNG, origineel=False)
    assert b"Merkteken" not in kept
    assert QImage.fromData(kept).pixelColor(5, 5).alpha() == 0


@pytest.mark.parametrize("form", ["WEBP", "GIF"])
def test_other_forms_are_read(form: str) -> None:
    store = BytesIO()
    Image.new("RGB", (64, 48), (10, 200, 10)).save(store, form)
    kept = foto.bewerk(store.getvalue(), soort_van(store.getvalue()), origineel=False)
    assert QImage.fromData(kept).size().toTuple() == (64, 48)


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (9000, 9000), (1_000_000, 1), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_not_unpacked(width: int, height: int) -> None:
    began = monotonic()
    for original in (True, False):
        with pytest.raises(BijlageFout):
            foto.bewerk(bomb(width, height), BijlageSoort.PNG, origineel=original)
    assert monotonic() - began < 0.5


@pytest.mark.qt_log_ignore("JPEG", "libpng", extend=True)
def test_what_cannot_be_read_is_refused_whatever_it_says_it_is() -> None:
    for data, soort in (
        (jpeg(50, 50)[:200], BijlageSoort.JPEG),
        (b"\xff\xd8\xff" + bytes(500), BijlageSoort.JPEG),
        (b"GIF89a", BijlageSoort.GIF),
        (bomb(0, 0), BijlageSoort.PNG),
        (b"RIFF\0\0\0\0WEBP", BijlageSoort.WEBP),
        (jpeg(50, 50), BijlageSoort.PNG),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", BijlageSoort.PNG),
    ):
        with pytest.raises(BijlageFout):
            foto.bewerk(data, soort, origineel=True)


def test_a_copied_picture_becomes_a_small_png() -> None:
    image = QImage(4000, 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.blue)
    kept = foto.van_klembord(image)
    assert soort_van(kept) is BijlageSoort.PNG
    assert QImage.fromData(kept).width() == 2000
    with pytest.raises(BijlageFout):
        foto.van_klembord(QImage())
