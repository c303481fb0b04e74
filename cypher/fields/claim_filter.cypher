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

// name: attributedTo
EXISTS { MATCH (given:Entity {id: $attributedTo}) MATCH (claim)-[:CLAIMED_BY]->(member:Entity) WHERE member.canonical_id = given.canonical_id }

// name: source
claim.source_id = $source

// name: dataset
claim.dataset = $dataset

// name: text
any(said IN [claim.text, claim.quantity_text, claim.value_text] WHERE toLower(said) CONTAINS toLower($text))

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

// name: publishedFrom
claim.published_at >= $publishedFrom

// name: publishedTo
claim.published_at <= $publishedTo

// name: eventFrom
coalesce(claim.event_start_min, claim.event_start_max, claim.event_end_min, claim.event_end_max) IS NOT NULL
AND coalesce(claim.event_end_max >= $eventFrom, true)

// name: eventTo
coalesce(claim.event_start_min, claim.event_start_max, claim.event_end_min, claim.event_end_max) IS NOT NULL
AND coalesce(claim.event_start_min <= $eventTo, true)

// name: atLeast
coalesce(claim.quantity_low, claim.quantity_high) IS NOT NULL
AND coalesce(claim.quantity_high > $atLeast OR (claim.quantity_high = $atLeast AND NOT claim.high_open), true)

// name: atMost
coalesce(claim.quantity_low, claim.quantity_high) IS NOT NULL
AND coalesce(claim.quantity_low < $atMost OR (claim.quantity_low = $atMost AND NOT claim.low_open), true)

// name: and
// Of no filters. Not `true`, and below not `false`: of a constant the planner makes a statement in which no index has a place.
claim.id IS NOT NULL

// name: or
claim.id IS NULL
