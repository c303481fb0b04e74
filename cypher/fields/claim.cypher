// One thing said, by one chain, in one source.

// name: id
claim.id

// name: text
claim.text

// name: predicate
claim.predicate

// name: polarity
toUpper(claim.polarity)

// name: modality
toUpper(claim.modality)

// name: condition
claim.condition

// name: subject -> entity
MATCH (claim)-[:SUBJECT]->(member:Entity)
MATCH (entity:Entity {id: member.canonical_id})

// name: object -> entity
MATCH (claim)-[:OBJECT]->(member:Entity)
MATCH (entity:Entity {id: member.canonical_id})

// name: during -> entity
MATCH (claim)-[:DURING]->(member:Entity)
MATCH (entity:Entity {id: member.canonical_id})

// name: claimant -> entity
MATCH (member:Entity {id: claim.claimant_id})
MATCH (entity:Entity {id: member.canonical_id})

// name: attribution -> level
MATCH (claim)-[level:CLAIMED_BY]->(:Entity)
WITH level
ORDER BY level.level

// name: value -> value
claim.quantity_low IS NOT NULL OR claim.quantity_high IS NOT NULL OR claim.value_text IS NOT NULL OR claim.value_kind IS NOT NULL

// name: event -> eventTime
coalesce(claim.event_start_min, claim.event_start_max, claim.event_end_min, claim.event_end_max) IS NOT NULL

// name: asserted -> timeRange
WITH {at_min: claim.asserted_min, at_max: claim.asserted_max} AS timeRange
WHERE coalesce(timeRange.at_min, timeRange.at_max) IS NOT NULL

// name: publishedAt
toString(claim.published_at)

// name: recordedAt
toString(head(claim.recorded_from))

// name: live
claim.live

// name: contested
EXISTS {
  MATCH (claim)-[:REPEATS*0..1]->(told:Claim)
  WHERE EXISTS { (told)-[:CONTRADICTS]-(:Claim) }
}

// name: contradicts -> claimLink
// Two claims may have a link on each issue that both answer, and what only repeats may have its first's beside its own: one is shown.
CALL (claim) {
  MATCH (claim)-[:REPEATS*0..1]->(told:Claim)
  MATCH (told)-[:CONTRADICTS]-(other:Claim)
  RETURN DISTINCT other
}
WITH other, COLLECT { MATCH (claim)-[:REPEATS*0..1]->(told:Claim)-[link:CONTRADICTS]-(other) RETURN link ORDER BY told <> claim, link.issue_id, told.id LIMIT 1 } AS links
WITH {rule: links[0].rule, basis: links[0].basis, strength: links[0].strength, claim_id: other.id, at: other.sort_at} AS claimLink WHERE true /*filter*/
WITH claimLink
ORDER BY claimLink.at DESC, claimLink.claim_id DESC

// name: corroboratedBy -> claimLink
CALL (claim) {
  MATCH (claim)-[:REPEATS*0..1]->(told:Claim)
  MATCH (told)-[:CORROBORATES]-(other:Claim)
  RETURN DISTINCT other
}
WITH other, COLLECT { MATCH (claim)-[:REPEATS*0..1]->(told:Claim)-[link:CORROBORATES]-(other) RETURN link ORDER BY told <> claim, link.issue_id, told.id LIMIT 1 } AS links
WITH {rule: links[0].rule, basis: links[0].basis, strength: links[0].strength, claim_id: other.id, at: other.sort_at} AS claimLink WHERE true /*filter*/
WITH claimLink
ORDER BY claimLink.at DESC, claimLink.claim_id DESC

// name: supersedes -> claimLink
CALL (claim) {
  MATCH (claim)-[:REPEATS*0..1]->(told:Claim)
  MATCH (told)-[:SUPERSEDES]->(other:Claim)
  RETURN DISTINCT other
}
WITH other, COLLECT { MATCH (claim)-[:REPEATS*0..1]->(told:Claim)-[link:SUPERSEDES]->(other) RETURN link ORDER BY told <> claim, link.issue_id, told.id LIMIT 1 } AS links
WITH {rule: links[0].rule, basis: links[0].basis, strength: links[0].strength, claim_id: other.id, at: other.sort_at} AS claimLink WHERE true /*filter*/
WITH claimLink
ORDER BY claimLink.at DESC, claimLink.claim_id DESC

// name: supersededBy -> claimLink
CALL (claim) {
  MATCH (claim)-[:REPEATS*0..1]->(told:Claim)
  MATCH (told)<-[:SUPERSEDES]-(other:Claim)
  RETURN DISTINCT other
}
WITH other, COLLECT { MATCH (claim)-[:REPEATS*0..1]->(told:Claim)<-[link:SUPERSEDES]-(other) RETURN link ORDER BY told <> claim, link.issue_id, told.id LIMIT 1 } AS links
WITH {rule: links[0].rule, basis: links[0].basis, strength: links[0].strength, claim_id: other.id, at: other.sort_at} AS claimLink WHERE true /*filter*/
WITH claimLink
ORDER BY claimLink.at DESC, claimLink.claim_id DESC

// name: repeats -> claimLink
CALL (claim) {
  MATCH (claim)-[:REPEATS]->(other:Claim)
  RETURN DISTINCT other
}
WITH other, COLLECT { MATCH (claim)-[link:REPEATS]->(other) RETURN link ORDER BY link.issue_id LIMIT 1 } AS links
WITH {rule: links[0].rule, basis: links[0].basis, strength: links[0].strength, claim_id: other.id, at: other.sort_at} AS claimLink WHERE true /*filter*/
WITH claimLink
ORDER BY claimLink.at DESC, claimLink.claim_id DESC

// name: repeatedBy -> claimLink
CALL (claim) {
  MATCH (claim)<-[:REPEATS]-(other:Claim)
  RETURN DISTINCT other
}
WITH other, COLLECT { MATCH (claim)<-[link:REPEATS]-(other) RETURN link ORDER BY link.issue_id LIMIT 1 } AS links
WITH {rule: links[0].rule, basis: links[0].basis, strength: links[0].strength, claim_id: other.id, at: other.sort_at} AS claimLink WHERE true /*filter*/
WITH claimLink
ORDER BY claimLink.at DESC, claimLink.claim_id DESC

// name: source -> source
MATCH (claim)-[:STATED_IN]->(source:Source)

// name: locator
COLLECT {
  MATCH (claim)-[stated:STATED_IN]->(:Source)
  RETURN stated.locator
}

// name: quote
claim.quote

// name: quoteLanguage
claim.quote_language

// name: issues -> issue
MATCH (claim)-[:ANSWERS]->(issue:Issue) WHERE issue.claim_count > 0
WITH issue
ORDER BY issue.id

// name: assessments -> assessment
MATCH (claim)<-[:ASSESSES]-(assessment:Assessment) WHERE assessment.ended_at IS NULL
WITH assessment
ORDER BY assessment.scheme, assessment.by, assessment.at, assessment.id

// name: dataset
claim.dataset

// name: raw
claim.raw

// name: extractionConfidence
claim.extraction_confidence

// name: cursor
[toString(claim.sort_at), claim.id]

// name: after_as_oldest_first
claim.sort_at >= datetime($after_0) AND (claim.sort_at > datetime($after_0) OR claim.id > $after_1)

// name: after
claim.sort_at <= datetime($after_0) AND (claim.sort_at < datetime($after_0) OR claim.id < $after_1)
