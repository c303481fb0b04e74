// How much the graph holds; `statistics` is its one Graph node.
// given: MATCH (statistics:Graph)

// name: version
coalesce(statistics.version, 0)

// name: people
COUNT {
  MATCH (person:Person) WHERE person.canonical_id = person.id AND EXISTS { (:Entity {canonical_id: person.id, live: true}) } RETURN person
}

// name: units
COUNT {
  MATCH (unit:Unit) WHERE unit.canonical_id = unit.id AND EXISTS { (:Entity {canonical_id: unit.id, live: true}) } RETURN unit
}

// name: places
COUNT {
  MATCH (place:Place) WHERE place.canonical_id = place.id AND EXISTS { (:Entity {canonical_id: place.id, live: true}) } RETURN place
}

// name: organisations
COUNT {
  MATCH (organisation:Organisation) WHERE organisation.canonical_id = organisation.id AND EXISTS { (:Entity {canonical_id: organisation.id, live: true}) } RETURN organisation
}

// name: events
COUNT {
  MATCH (event:Event) WHERE event.canonical_id = event.id AND EXISTS { (:Entity {canonical_id: event.id, live: true}) } RETURN event
}

// name: things
COUNT {
  MATCH (thing:Thing) WHERE thing.canonical_id = thing.id AND EXISTS { (:Entity {canonical_id: thing.id, live: true}) } RETURN thing
}

// name: claims
COUNT { MATCH (claim:Claim) WHERE claim.live RETURN claim }

// name: retractedClaims
COUNT { MATCH (claim:Claim) WHERE NOT claim.live RETURN claim }

// name: sources
COUNT { MATCH (source:Source) WHERE source.live RETURN source }

// name: issues
COUNT { MATCH (issue:Issue) WHERE issue.claim_count > 0 RETURN issue }

// name: assessments
COUNT { MATCH (assessment:Assessment) WHERE assessment.ended_at IS NULL RETURN assessment }

// name: datasets -> dataset
MATCH (dataset:Dataset)
WITH dataset
ORDER BY dataset.id
