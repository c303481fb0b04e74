// One level of an attribution.
// given: MATCH (:Claim)-[attributionLevel:CLAIMED_BY]->(:Entity)

// name: level
attributionLevel.level

// name: verb
attributionLevel.verb

// name: mode
toUpper(attributionLevel.mode)

// name: at -> timeRange
coalesce(attributionLevel.at_min, attributionLevel.at_max) IS NOT NULL

// name: entity -> entity
WITH endNode(attributionLevel) AS member
MATCH (entity:Entity {id: member.canonical_id})
