"""Plagen, ruzie or pesten: what follows from three criteria, and that a verdict has dated evidence."""

import json
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from svp_desktop.domain.pest_toets import (
    BewijsDraft,
    Criterium,
    Oordeel,
    ToetsDraft,
    Uitkomst,
    check_toets,
    parse_toets,
    uitkomst,
    uitleg,
)

TODAY = date(2026, 11, 24)
SITUATIES = json.loads(Path(__file__).with_name("situaties.json").read_text(encoding="utf-8"))


def bewijzen(**verdicts: str) -> tuple[BewijsDraft, ...]:
    return tuple(
        BewijsDraft(one, Oordeel(verdicts[one.value]), "Juf Anouk zag het.", "observatie", "20-11-2026")
        for one in Criterium
    )


@pytest.mark.parametrize("item", SITUATIES, ids=[item["situatie"][:40] for item in SITUATIES])
def test_a_written_situation_has_the_outcome_that_was_decided_beforehand(item: dict[str, str]) -> None:
    draft = ToetsDraft(bewijzen=bewijzen(**{one.value: item[one.value] for one in Criterium}), hertoets_op="8-12-2026")
    assert [finding for finding in check_toets(draft, TODAY) if finding.blocks] == []
    assert parse_toets(draft, TODAY)[1] is Uitkomst(item["uitkomst"])


def test_twelve_situations_have_every_outcome() -> None:
    assert len(SITUATIES) == 12
    assert {item["uitkomst"] for item in SITUATIES} == {outcome.value for outcome in Uitkomst}


def test_nothing_but_all_three_is_pesten_and_what_may_become_it_is_never_called_plagen() -> None:
    for opzet, herhaling, macht in product(Oordeel, repeat=3):
        found = uitkomst(opzet, herhaling, macht)
        assert (found is Uitkomst.PESTEN) == ([opzet, herhaling, macht] == [Oordeel.JA] * 3)
        if Oordeel.NEE not in (opzet, herhaling, macht) and found is not Uitkomst.PESTEN:
            assert found is Uitkomst.ONBEKEND
        if (herhaling, macht) == (Oordeel.JA, Oordeel.JA):
            assert found in (Uitkomst.PESTEN, Uitkomst.ONBEKEND)
        assert uitleg(
            [BewijsDraft(one, verdict) for one, verdict in zip(Criterium, (opzet, herhaling, macht), strict=True)]
        )


def test_a_verdict_asks_for_dated_evidence_and_the_unknown_for_a_day() -> None:
    empty = ToetsDraft(bewijzen=(BewijsDraft(Criterium.OPZET, Oordeel.JA), *ToetsDraft().bewijzen[1:]))
    assert [(item.field, item.blocks) for item in check_toets(empty, TODAY)] == [("opzet", True), ("hertoets_op", True)]
    later = BewijsDraft(Criterium.OPZET, Oordeel.JA, "Gezien.", "juf", "25-11-2026")
    draft = ToetsDraft(bewijzen=(later, *ToetsDraft().bewijzen[1:]), hertoets_op="24-11-2026")
    assert {item.message for item in check_toets(draft, TODAY)} == {
        "Deze dag is nog niet geweest.",
        "Kies een dag die nog komt.",
    }
