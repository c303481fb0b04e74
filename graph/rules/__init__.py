"""Who contradicts whom: pure functions over the claims that answer one issue. No database, no clock, no text matching.

    figures.py     quantities as intervals
    answers.py     a claim as the rules see it, and what they know beside it
    threads.py     what one claimant says of one thing, in order
    history.py     what one claimant said over time: repeats, self-updates, and so what is current
    exclusion.py   the rules that set two claims against each other, each with its basis
    agreement.py   when two claims bear each other out
    pairs.py       which claims can exclude each other at all
    occasions.py   what a position leaves of when something happens once
    positions.py   current claims parted into positions that hold together
    labels.py      what claims and positions say, in a few words
    board.py       all of it for one issue

docs/rules.md says what each rule means, with an example. RULES_VERSION is raised whenever the same evidence would give
other links; the next load then derives everything anew.
"""

RULES_VERSION = 6
