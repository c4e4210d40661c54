"""Drawings as data, the logo, and the standard texts: what ships is whole."""

from io import BytesIO
from types import ModuleType

import pytest
from PIL import Image

from svp_desktop.documents import illustrations, logo
from svp_desktop.documents.teksten import brieftekst_naar_dict, brieftekst_van_dict, standaardtekst, standaardteksten
from svp_desktop.documents.vormen import brief
from svp_desktop.domain.errors import PapierFout
from svp_desktop.domain.papier import PapierSoort, Tekening
from svp_desktop.domain.papier_soorten import SPECS, Vorm
from svp_desktop.domain.school import Bouw


def _tokens(items: object) -> set[str]:
    found: set[str] = set()
    for item in items:
        found |= _tokens(item.items) if isinstance(item, illustrations.Group) else {item.fill} - {None}
    return found


def test_every_drawing_uses_only_the_known_colours() -> None:
    known = set(illustrations.colours())
    for tekening in Tekening:
        assert _tokens(illustrations.scene(tekening.value).items) <= known
    for code in illustrations.vignettes():
        assert _tokens(illustrations.vignette(code).items) <= known
    for hair in range(4):
        assert _tokens(illustrations.person(hair).items) <= known | {"kleed"}


def test_every_block_of_the_standard_texts_has_its_picture() -> None:
    for (soort, _), text in standaardteksten().items():
        for blok in text.blokken:
            assert blok.beeld or SPECS[soort].vorm is not Vorm.KINDBRIEF
            assert not blok.beeld or blok.beeld in illustrations.vignettes()


def test_paths_become_absolute_segments() -> None:
    found = illustrations.segments("M1 1 l2 0 v3 h-2 q1 1 2 0 c0 1 1 1 1 0 Z m1 1 L5 5")
    assert found[:4] == (("M", (1, 1)), ("L", (3, 1)), ("L", (3, 4)), ("L", (1, 4)))
    assert found[4][0] == "C"
    assert found[4][1][-2:] == (3, 4)
    assert found[5][1] == (3, 5, 4, 5, 4, 4)
    assert found[6:] == (("Z", ()), ("M", (2, 2)), ("L", (5, 5)))


def test_a_path_without_a_command_is_refused() -> None:
    with pytest.raises(ValueError, match="command"):
        illustrations.segments("1 1 L2 2")


def _picture(width: int, height: int, kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (20, 90, 60)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_made_small_and_printed(papers: ModuleType, kind: str) -> None:
    prepared = logo.prepare(_picture(2400, 1200, kind))
    assert Image.open(BytesIO(prepared)).size == (600, 300)
    head = papers.HOOFD.__class__(naam="De Boei", logo=_picture(900, 300, kind))
    made = brief.make(papers.ouders(hoofd=head))
    assert made.pdf == brief.make(papers.ouders(hoofd=head)).pdf
    assert b"/Subtype /Image" in made.pdf


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"x" * 40, _picture(40, 40)[:60], b"GIF89a" + b"0" * 99]
)
def test_what_is_no_picture_is_refused_as_logo(data: bytes) -> None:
    with pytest.raises(PapierFout) as caught:
        logo.prepare(data)
    assert "logo" in caught.value.what


def test_standard_texts_survive_the_kluis() -> None:
    for text in standaardteksten().values():
        assert brieftekst_van_dict(brieftekst_naar_dict(text)) == text


def test_letters_to_adults_are_the_same_for_every_bouw() -> None:
    assert len({id(standaardtekst(PapierSoort.AANKONDIGING_OUDERS, bouw)) for bouw in Bouw}) == 1
