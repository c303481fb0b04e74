// What an argument asks of an entity's relations.
// given: MATCH (relation:Claim)

// name: type
CASE relation.polarity WHEN 'deny' THEN 'NOT_' ELSE '' END + relation.predicate = $type
