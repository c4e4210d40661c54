"""Pages as pixels, from several threads at once."""

from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import pytest

from svp_desktop.documents import raster
from svp_desktop.documents.vormen import kindbrief
from svp_desktop.domain.errors import PapierFout


def test_a_page_is_rendered_as_rows_of_four_bytes(papers: ModuleType) -> None:
    pdf = kindbrief.make(papers.kind()).pdf
    image = raster.render(pdf, 1, dpi=72)
    assert (image.width, image.height) == (596, 842)
    assert image.stride >= image.width * 4
    assert len(image.data) == image.stride * image.height
    assert image.data[:3] == b"\xff\xff\xff"
    # The light blue of the sky, in the order blue, green, red.
    at = image.stride * 60 + 4 * 250
    assert image.data[at : at + 3] == bytes((0xF2, 0xEF, 0xE4))


def test_sizes_count_the_pages(papers: ModuleType) -> None:
    made = kindbrief.make(papers.kind())
    sizes = raster.page_sizes(made.pdf)
    assert len(sizes) == made.paginas
    assert sizes[0] == pytest.approx((595.28, 841.89), abs=0.01)


def test_three_threads_may_render_at_once(papers: ModuleType) -> None:
    pdf = kindbrief.make(papers.kind()).pdf
    expected = raster.render(pdf, 1, dpi=40).data
    with ThreadPoolExecutor(3) as pool:
        images = list(pool.map(lambda _: raster.render(pdf, 1, dpi=40).data, range(24)))
    assert images == [expected] * 24


@pytest.mark.parametrize("page", [0, 9])
def test_a_page_that_is_not_there_is_said(papers: ModuleType, page: int) -> None:
    with pytest.raises(PapierFout):
        raster.render(kindbrief.make(papers.kind()).pdf, page)


def test_bytes_that_are_no_pdf_are_said() -> None:
    with pytest.raises(PapierFout):
        raster.page_sizes(b"geen pdf")
