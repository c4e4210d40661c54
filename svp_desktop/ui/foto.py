"""Photos: unpacked with bounds, turned upright, made smaller, and written anew so that place and device are gone.

Only the reader of what the bytes are is asked, never one that guesses; nothing here touches the disk or the screen, so
that it may run in a worker.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from svp_desktop.domain.bijlage import ZIJDE_BEWAARD, BijlageSoort, check_beeld, onleesbaar

#: The longest side, in pixels, of a photo on the screen or on paper.
ZIJDE_GETOOND = 4000
_JPEG_QUALITY = 88
#: A picture without loss that is larger than this (bytes) becomes a JPEG.
_MOST_PNG = 4_000_000


def lees(data: bytes, soort: BijlageSoort, zijde: int) -> QImage:
    """The picture, upright, no side longer than `zijde` pixels. Raises BijlageFout: too large, damaged."""
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(soort.value.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    check_beeld(size.width(), size.height())
    if max(size.width(), size.height()) > zijde:
        # a JPEG is then never unpacked whole
        reader.setScaledSize(
            size.scaled(QSize(zijde, zijde), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    image = reader.read()
    if image.isNull():
        raise onleesbaar()
    return image


def bewerk(data: bytes, soort: BijlageSoort, *, origineel: bool) -> bytes:
    """What is kept: the very bytes, or a smaller photo without what the camera wrote in it. Raises BijlageFout."""
    image = lees(data, soort, ZIJDE_BEWAARD)
    return data if origineel else schrijf(image, met_verlies=soort in (BijlageSoort.JPEG, BijlageSoort.WEBP))


def van_klembord(image: QImage) -> bytes:
    """A picture that was copied, as the bytes of a file. Raises BijlageFout."""
    check_beeld(image.width(), image.height())
    if max(image.width(), image.height()) > ZIJDE_BEWAARD:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(ZIJDE_BEWAARD, ZIJDE_BEWAARD, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return schrijf(image, met_verlies=False)


def schrijf(image: QImage, *, met_verlies: bool) -> bytes:
    """The pixels and nothing else: no place, device, words or profile. Raises BijlageFout."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    clear = image.hasAlphaChannel()
    bare = QImage(image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    if not met_verlies or clear:
        kept = _packed(bare, b"PNG", -1)
        if clear or len(kept) <= _MOST_PNG:
            return kept
    return _packed(bare, b"JPEG", _JPEG_QUALITY)


def _packed(image: QImage, form: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    writer.setQuality(quality)
    if not writer.write(image):
        raise onleesbaar()
    return bytes(buffer.data().data())
