"""Which entities may be one, by their names: proposed with scores and evidence, for a person to judge.

habits.py      how people, units and places are named: a table
naming.py      a name taken apart by those habits
likeness.py    how alike two names are, and in which way
candidates.py  which pairs are worth comparing at all
proposals.py   the pairs, best first
"""
