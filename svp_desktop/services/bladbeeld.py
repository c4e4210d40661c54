"""Papers of the keys as pixels, for the printer: also for an account that has no school open."""

from svp_desktop.documents import raster


def pagina(pdf: bytes, nummer: int, dpi: float) -> tuple[bytearray, int, int, int]:
    """A page (from 1) as pixels: bytes, width, height, bytes a row. Raises PapierFout."""
    image = raster.render(pdf, nummer, dpi)
    return image.data, image.width, image.height, image.stride


def paginas(pdf: bytes) -> int:
    """How many pages there are. Raises PapierFout."""
    return len(raster.page_sizes(pdf))
