"""Random figures whose relation is known: they share numbers, or they share none."""

import random

from claimgraph.graph.records import Value


def one(chance: random.Random, dimension: str, unit: str) -> Value:
    """Some figure that is not nought."""
    low = float(chance.randrange(1, 50_000))
    return chance.choice(
        [
            Value(low, low, unit=unit, dimension=dimension),
            Value(low, low + chance.randrange(1, 900), unit=unit, dimension=dimension),
            Value(low=low, unit=unit, dimension=dimension),
            Value(high=low, unit=unit, dimension=dimension),
            Value(low, low, approximate=True, unit=unit, dimension=dimension),
            Value(low=0.0, low_open=True, unit=unit, dimension=dimension, quantity_text="very many"),
        ]
    )


def apart(chance: random.Random, dimension: str, unit: str) -> tuple[Value, Value]:
    """Two figures that share no number; which is the greater is left to chance."""
    most = float(chance.randrange(1, 40_000))
    least = most + chance.randrange(1, 5_000)
    pair = [
        Value(chance.choice([None, most, most / 2]), most, unit=unit, dimension=dimension),
        Value(least, chance.choice([None, least, least * 2]), unit=unit, dimension=dimension),
    ]
    chance.shuffle(pair)
    return pair[0], pair[1]


def touching_apart(chance: random.Random, dimension: str, unit: str) -> tuple[Value, Value]:
    """Two that end at one number, which at least one of them leaves out."""
    border = float(chance.randrange(0, 5_000))
    below_open, above_open = chance.choice([(True, False), (False, True), (True, True)])
    lowest = chance.choice([None, border - chance.randrange(1, 90)])
    highest = chance.choice([None, border + chance.randrange(1, 90)])
    pair = [
        Value(lowest, border, high_open=below_open, unit=unit, dimension=dimension),
        Value(border, highest, low_open=above_open, unit=unit, dimension=dimension),
    ]
    chance.shuffle(pair)
    return pair[0], pair[1]


def meeting(chance: random.Random, dimension: str, unit: str) -> tuple[Value, Value]:
    """Two figures that share the number `shared` at the least, in different bounds."""
    shared = float(chance.randrange(10, 40_000))
    down, up = shared - chance.randrange(1, 10), shared + chance.randrange(1, 10)
    forms = [
        Value(shared, shared, unit=unit, dimension=dimension),
        Value(down, shared, unit=unit, dimension=dimension),
        Value(shared, up, unit=unit, dimension=dimension),
        Value(low=down, low_open=True, unit=unit, dimension=dimension),
        Value(high=shared, unit=unit, dimension=dimension),
        Value(high=up, high_open=True, unit=unit, dimension=dimension),
        Value(shared, shared, approximate=True, unit=unit, dimension=dimension),
    ]
    first, second = chance.sample(forms, 2)
    return first, second


def exactly(number: float, dimension: str, unit: str) -> Value:
    """Just that many."""
    return Value(number, number, unit=unit, dimension=dimension)
