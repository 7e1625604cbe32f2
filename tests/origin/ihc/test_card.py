"""The card of the reading of stains: of the series that are shipped, better than neighbours."""

from __future__ import annotations

from ariane.origin.ihc.card import stains_card
from ariane.origin.ihc.reading import content_hash
from ariane.origin.model_file import card_data, load_card


def test_the_shipped_card_is_that_of_the_shipped_series() -> None:
    card = load_card("ihc-series")
    assert card.sha256 == content_hash()
    again = stains_card(card.measured, card.validation)
    assert card_data(again) == card_data(card)


def test_the_reading_loses_less_than_equal_shares_and_than_its_neighbours() -> None:
    card = load_card("ihc-series")
    loss = {line.setting: line for line in card.measured if line.measure == "log-loss"}
    mine = loss["stains-left-out"]
    for other in ("stains-equal-shares", "stains-neighbours"):
        assert mine.high < loss[other].low
    assert mine.n == 225
    assert all(line.low <= line.value <= line.high for line in card.measured)
    assert set(card.validation) == {"PAAD", "BILIARY", "HCC"}
