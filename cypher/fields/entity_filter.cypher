// What each argument of a list of entities asks of an entity.
// given: MATCH (entity:Entity)

// name: kind
entity.kind = $kind

// name: dataset
EXISTS { (:Entity {canonical_id: entity.id, dataset: $dataset, live: true}) }
