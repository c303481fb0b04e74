// One claim as the edge that it draws from its subject to its object.
// given: MATCH (relation:Claim)

// name: type
CASE relation.polarity WHEN 'deny' THEN 'NOT_' ELSE '' END + relation.predicate

// name: subject -> entity
MATCH (relation)-[:SUBJECT]->(member:Entity)
MATCH (entity:Entity {id: member.canonical_id})

// name: object -> entity
MATCH (relation)-[:OBJECT]->(member:Entity)
MATCH (entity:Entity {id: member.canonical_id})

// name: claim -> claim
MATCH (claim:Claim {id: relation.id})

// name: cursor
[toString(relation.sort_at), relation.id]

// name: after
relation.sort_at <= datetime($after_0) AND (relation.sort_at < datetime($after_0) OR relation.id < $after_1)
