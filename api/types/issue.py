"""Issues: the questions that claims answer."""

import strawberry

from . import lists
from .board import Positions, page_of_positions
from .pages import Node
from .refs import AnEntity


@strawberry.type(description="A question that claims answer. It comes from the claims: nobody lists it by hand.")
class Issue(Node):
    """A question that claims answer."""

    question: str = strawberry.field(description="The question.")
    family: str = strawberry.field(description="What kind of question, from the vocabulary: `withdrawal`.")
    topic: str = strawberry.field(description="What area it belongs to.")
    claim_count: int = strawberry.field(description="How many live claims answer it.")
    contested: bool = strawberry.field(description="Whether any of its claims contradict each other.")
    positions: Positions = strawberry.field(
        resolver=page_of_positions,
        description="What its current claims come down to: those that stand against each other first, then by how many "
        "claimants stand for them.",
    )
    undecided: lists.Claims = strawberry.field(
        resolver=lists.page_of_claims,
        description="Current claims that several positions would take, newest first.",
    )
    about: list[AnEntity] = strawberry.field(
        description="The entities that the question names, in the order of its id."
    )
    claims: lists.Claims = strawberry.field(resolver=lists.claims, description="The live claims that answer it.")
