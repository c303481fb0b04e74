// What each key of a claim filter asks of a claim. An entity's id stands for all members of what it was merged into.
// given: MATCH (claim:Claim)

// name: predicate
claim.predicate = $predicate

// name: dimension
claim.dimension = $dimension

// name: subject
EXISTS { MATCH (given:Entity {id: $subject}) MATCH (member:Entity {id: claim.subject_id}) WHERE member.canonical_id = given.canonical_id }

// name: object
EXISTS { MATCH (given:Entity {id: $object}) MATCH (member:Entity {id: claim.object_id}) WHERE member.canonical_id = given.canonical_id }

// name: during
EXISTS { MATCH (given:Entity {id: $during}) MATCH (member:Entity {id: claim.during_id}) WHERE member.canonical_id = given.canonical_id }

// name: claimant
EXISTS { MATCH (given:Entity {id: $claimant}) MATCH (member:Entity {id: claim.claimant_id}) WHERE member.canonical_id = given.canonical_id }

// name: source
claim.source_id = $source

// name: dataset
claim.dataset = $dataset

// name: polarity
claim.polarity = $polarity

// name: modality
claim.modality = $modality

// name: family
EXISTS { (claim)-[:ANSWERS]->(:Issue {family: $family}) }

// name: contested
EXISTS { MATCH (claim)-[:REPEATS*0..1]->(told:Claim) WHERE EXISTS { (told)-[:CONTRADICTS]-(:Claim) } } = $contested

// name: assertedFrom
coalesce(claim.asserted_min, claim.asserted_max) IS NOT NULL AND coalesce(claim.asserted_max >= $assertedFrom, true)

// name: assertedTo
coalesce(claim.asserted_min, claim.asserted_max) IS NOT NULL AND coalesce(claim.asserted_min <= $assertedTo, true)
