"""A PDF from outside: whoever made it may have meant harm."""

from io import BytesIO
from time import monotonic

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from svp_desktop.documents import buiten_pdf
from svp_desktop.domain.errors import BijlageFout


def pdf(content: bytes = b"", size: str = "[0 0 595 842]", count: int = 1, kids: int = 1) -> bytes:
    """A PDF of which every number may lie: what its pages hold, how large they are and how many there are."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{'3 0 R ' * kids}]>>".encode(),
        f"<</Type/Page/Parent 2 0 R/MediaBox{size}/Contents 4 0 R>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(made + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)


def test_a_page_is_drawn_white_and_as_wide_as_asked() -> None:
    found = buiten_pdf.teken(pdf(b"1 0 0 rg 0 0 300 842 re f"), 1, 400)
    assert (found.breedte, found.hoogte) == (400, 566)
    row = found.data[found.regel * 300 :]
    assert row[4 * 50 : 4 * 50 + 3] == b"\x00\x00\xff"
    assert row[4 * 350 : 4 * 350 + 3] == b"\xff\xff\xff"


def test_a_million_pages_are_refused_and_not_counted_out() -> None:
    began = monotonic()
    with pytest.raises(BijlageFout) as refused:
        buiten_pdf.bladen(pdf(count=1_000_000))
    assert "bladzijden" in refused.value.what
    many = pypdfium2.PdfDocument.new()
    for _ in range(301):
        many.new_page(10, 10)
    kept = BytesIO()
    many.save(kept)
    many.close()
    with pytest.raises(BijlageFout):
        buiten_pdf.bladen(kept.getvalue())
    assert monotonic() - began < 2


@pytest.mark.parametrize(
    "size", ["[0 0 20000 20000]", "[0 0 1 100000]", "[0 0 0 0]", "[0 0 -5 3]", "[0 0 1e30 1e30]", "[]", "(x)"]
)
def test_a_page_of_any_size_stays_within_bounds(size: str) -> None:
    (maat,) = buiten_pdf.bladen(pdf(b"0 0 9 9 re f", size))
    assert 20 <= maat.breedte <= 14_400
    assert 20 <= maat.hoogte <= 14_400
    found = buiten_pdf.teken(pdf(b"0 0 9 9 re f", size), 1, 1_000_000)
    assert found.breedte * found.hoogte <= buiten_pdf.MEESTE_PIXELS


def test_a_page_that_takes_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buiten_pdf, "LANGSTE_TIJD", 0.05)
    began = monotonic()
    with pytest.raises(BijlageFout) as refused:
        buiten_pdf.teken(pdf(b"0 0 595 842 re f\n" * 60_000), 1, 1000)
    assert "te zwaar" in refused.value.what
    assert monotonic() - began < 3


def test_what_cannot_be_read_says_what_to_do() -> None:
    for broken in (b"%PDF-1.7 niets", pdf()[:60], b"%PDF-" + bytes(2000)):
        with pytest.raises(BijlageFout) as refused:
            buiten_pdf.bladen(broken)
        assert "beschadigd" in refused.value.what
    writer = PdfWriter(PdfReader(BytesIO(pdf())))
    writer.encrypt("geheim")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(BijlageFout) as refused:
        buiten_pdf.bladen(locked.getvalue())
    assert "wachtwoord" in refused.value.what
    with pytest.raises(BijlageFout):
        buiten_pdf.teken(pdf(), 2, 100)
