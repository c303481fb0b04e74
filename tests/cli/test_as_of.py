"""`--as-of` as people write it: dates and moments to the endpoint's clocks, or a sentence that says what is wrong."""

import pytest

from claimgraph.api.as_of import in_words
from claimgraph.cli.as_of import parse_as_of
from claimgraph.graph.errors import InvalidInput


@pytest.mark.parametrize(
    ("words", "view"),
    [
        ([], {}),
        (["known=2022-11-10"], {"known": "2022-11-10T23:59:59+00:00"}),
        (["recorded=2022-02"], {"recorded": "2022-02-28T23:59:59+00:00"}),
        (["event=2022"], {"event": "2022-12-31T23:59:59+00:00"}),
        (["known=2022-11-10T18:00+02:00"], {"known": "2022-11-10T16:00:00+00:00"}),
        (["known=2022-11-10T18:00:30Z"], {"known": "2022-11-10T18:00:30+00:00"}),
        (
            ["event=2022-11-10, known=2022-11-11", "recorded=2022-11-12"],
            {
                "event": "2022-11-10T23:59:59+00:00",
                "known": "2022-11-11T23:59:59+00:00",
                "recorded": "2022-11-12T23:59:59+00:00",
            },
        ),
    ],
)
def test_what_is_right(words: list[str], view: dict[str, str]) -> None:
    """A date stands for its end, UTC; a moment for itself."""
    assert parse_as_of(words) == view


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("knwon=2022-11-10", "there is no clock 'knwon'; did you mean 'known'?"),
        ("x=2022-11-10", "there is no clock 'x'; write known=…, recorded=… or event=…"),
        ("2022-11-10", "'2022-11-10' names no clock; write known=2022-11-10"),
        ("known=2022-11-10,", "'' names no clock"),
        ("known", "'known' gives no moment; write known=2022-11-10"),
        ("known=", "'' is no date; write known=2022-11-10 (the end of that day, UTC) or known=2022-11-10T18:00+02:00"),
        ("known=2022-13-01", "'2022-13-01' is no date"),
        ("known=2022-11-10~", "'2022-11-10~' is no date"),
        ("known=2022-11-10/..", "'2022-11-10/..' is no date"),
        ("known=asserted+P7D", "'asserted+P7D' is no date"),
        ("known=2022-11-10T25:00Z", "'2022-11-10T25:00Z' is no date"),
        ("known=2022-11-10T18:00", "a time of day needs its zone; known=2022-11-10T18:00Z is UTC"),
        ("known=2022-11-10,known=2022-11-11", "known is given twice"),
    ],
)
def test_what_is_wrong(word: str, said: str) -> None:
    """It is refused in a sentence."""
    with pytest.raises(InvalidInput) as caught:
        parse_as_of([word])
    assert said in str(caught.value)


def test_in_words() -> None:
    """The heading of a board says which moments it shows."""
    assert in_words({}) == ""
    assert (
        in_words(parse_as_of(["recorded=2022-11-10"])) == "The graph as this database held it at 10 Nov 2022 23:59 UTC"
    )
