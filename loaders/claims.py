"""A claim as the graph keeps it: checked against the vocabulary, units converted, its id computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..graph.ids import claim_id
from ..graph.quantities import Quantity, to_unit
from ..graph.records import Claim, Kind, Modality, Range, Span, Value
from ..graph.vocabulary import Holds, Predicate, ValueType, Vocabulary, nearest
from .moments import check_order

if TYPE_CHECKING:
    from .places import Problems
    from .references import References
    from .row import Row

_SPEAKERS = (Kind.PERSON, Kind.UNIT, Kind.ORGANISATION)
_CERTAIN = (Modality.ASSERTED, Modality.PROBABLE, Modality.POSSIBLE)


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """Checks one claim against everything else in the input."""

    claim: Claim
    row: Row
    vocabulary: Vocabulary
    references: References

    def compiled(self) -> Claim:
        """The claim as the graph keeps it. What is wrong with it is noted."""
        before = len(self._problems)
        predicate = self._predicate()
        self._check_references(predicate)
        self._check_attribution()
        self._check_modality()
        check_order(self.claim, self.row, self._problems)
        claim = self.claim
        if predicate:
            value, event = self._value(predicate), _at_assertion(claim, predicate)
            if value is not claim.value or event is not claim.event:
                claim = replace(claim, value=value, event=event)
        identifier = claim_id(claim)
        sound = self.row.sound and len(self._problems) == before
        if sound and claim.id and claim.id != identifier:
            self._note("id", f"what the claim says gives it the id '{identifier}'; leave the id out or mend it")
        return claim if claim.id == identifier else replace(claim, id=identifier)

    @property
    def _problems(self) -> Problems:
        return self.references.problems

    def _note(self, field: str, message: str) -> None:
        self._problems.note(self.row, field, message)

    def _predicate(self) -> Predicate | None:
        """The predicate's definition; None if there is none to check against."""
        name = self.claim.predicate
        if name in self.references.broken:
            return None
        if name not in self.vocabulary.predicates and self.references.complete:
            self._note("predicate", f"there is no predicate '{name}'{nearest(name, self.vocabulary.predicates)}")
        return self.vocabulary.predicates.get(name)

    def _check_references(self, predicate: Predicate | None) -> None:
        claim, row, entity = self.claim, self.row, self.references.entity
        entity(claim.subject, row, "subject", predicate.subject if predicate else ())
        if claim.object:
            entity(claim.object, row, "object", predicate.object if predicate else ())
        if claim.during:
            entity(claim.during, row, "during", (Kind.EVENT,))
        if predicate and predicate.object and not (claim.object or predicate.object_optional):
            kinds = " or ".join(kind.value for kind in predicate.object)
            self._note("object", f"is missing; {claim.predicate} needs one ({kinds})")
        if predicate and claim.object and not predicate.object:
            self._note("object", f"{claim.predicate} takes no object")

    def _check_attribution(self) -> None:
        source = self.references.source(self.claim.source, self.row, self.claim.dataset)
        levels = self.claim.attribution
        if not levels:
            self._note("attribution", "is empty; it names at least the source's publisher")
        elif source and levels[-1].entity != source.publisher:
            message = f"the last level is the source's publisher, '{source.publisher}'"
            self._note(f"attribution[{len(levels) - 1}].entity", message)
        for index, level in enumerate(levels if not source else levels[:-1]):
            self.references.entity(level.entity, self.row, f"attribution[{index}].entity", _SPEAKERS)

    def _check_modality(self) -> None:
        conditional = self.claim.modality is Modality.CONDITIONAL
        if conditional and not self.claim.condition:
            self._note("condition", "is missing; modality conditional says on what it depends")
        if self.claim.condition and not conditional:
            self._note("condition", "belongs to modality conditional")

    def _value(self, predicate: Predicate) -> Value:
        """The value in its dimension's unit."""
        value, name = self.claim.value, self.claim.predicate
        if misplaced := _misplaced(value, predicate, name):
            self._note(*misplaced)
            return value
        if not (value.is_quantity or value.kind) or predicate.value is not ValueType.QUANTITY:
            return value
        dimension = value.dimension or predicate.dimensions[0]
        if dimension not in predicate.dimensions:
            known, hint = ", ".join(predicate.dimensions), nearest(dimension, predicate.dimensions)
            self._note("value.dimension", f"'{dimension}' is none of {name}'s: {known}{hint}")
            return value
        return self._measured(value, dimension) if value.is_quantity else replace(value, dimension=dimension)

    def _measured(self, value: Value, dimension: str) -> Value:
        definition = self.vocabulary.dimensions.get(dimension)
        if not definition:  # something is wrong with it, and has been noted
            return value
        if value.unit == definition.unit and value.dimension == dimension:
            return value
        given = Quantity(value.low, value.high, unit=value.unit)
        try:
            quantity = to_unit(given, definition.unit, self.vocabulary.count_names)
        except ValueError as error:
            self._note("value.unit", str(error))
            return value
        return replace(value, low=quantity.low, high=quantity.high, unit=quantity.unit, dimension=dimension)


def _misplaced(value: Value, predicate: Predicate, name: str) -> tuple[str, str] | None:
    """The first field of a value that does not belong there, and why."""
    takes, stated = predicate.value, value.is_quantity or value.kind
    numeric, textual = takes is ValueType.QUANTITY, takes is ValueType.TEXT
    no_quantity = f"{name} takes no quantity" + ("; its value is a text (`value`)" if textual else "")
    no_text = f"{name} takes no text as its value" + ("; its value is a `quantity`" if numeric else "")
    nothing_counted = "belongs to a quantity, and there is none"
    wrong = (
        (not numeric and (value.is_quantity or value.unit), "low", no_quantity),
        (not numeric and value.dimension, "dimension", no_quantity),
        (not textual and value.text, "text", no_text),
        (not numeric and not textual and value.kind, "kind", f"{name} takes no value"),
        (
            value.kind and (value.is_quantity or value.text),
            "kind",
            "a value is given, or said to be unknown or none",
        ),
        (value.dimension and not stated, "dimension", nothing_counted),
        (value.quantity_text and not stated, "quantity_text", nothing_counted),
        (value.unit and not value.is_quantity, "unit", nothing_counted),
    )
    return next(((f"value.{field}", message) for is_wrong, field, message in wrong if is_wrong), None)


def _at_assertion(claim: Claim, predicate: Predicate) -> Span:
    """A state told in the present tense, without a date, holds at its assertion."""
    told = predicate.holds is Holds.STATE and claim.modality in _CERTAIN
    if told and claim.event == Span() and claim.asserted != Range():
        return Span(start_max=claim.asserted.max, end_min=claim.asserted.min)
    return claim.event
