"""FollowTheMoney: entities and statements; each value of a property is a claim of its dataset's."""
