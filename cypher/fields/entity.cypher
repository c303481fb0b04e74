// Entities as readers see them: merged. `entity` is the canonical member; the members are those with its canonical_id.

// name: __typename
entity.kind

// name: id
entity.id

// name: kind
toUpper(entity.kind)

// name: name
entity.name

// name: names
COLLECT {
  MATCH (member:Entity {canonical_id: entity.id})
  UNWIND [member.name] + coalesce(member.names, []) AS name
  WITH DISTINCT name WHERE name <> entity.name
  RETURN name
  ORDER BY name
}

// name: description
COLLECT {
  MATCH (member:Entity {canonical_id: entity.id}) WHERE member.description IS NOT NULL
  RETURN member.description
  ORDER BY member.id
  LIMIT 1
}

// name: externalIds
COLLECT {
  MATCH (member:Entity {canonical_id: entity.id})
  UNWIND coalesce(member.external_ids, []) AS external
  WITH DISTINCT external
  RETURN external
  ORDER BY external
}

// name: named
EXISTS { (:Entity {canonical_id: entity.id, named: true}) }

// name: live
EXISTS { (:Entity {canonical_id: entity.id, live: true}) }

// name: datasets
COLLECT {
  MATCH (member:Entity {canonical_id: entity.id, live: true})
  WITH DISTINCT member.dataset AS dataset
  RETURN dataset
  ORDER BY dataset
}

// name: side -> side
// Members that name no side say nothing; two that name different parties are a conflict, and then there is no answer.
WITH COLLECT {
  MATCH (member:Entity {canonical_id: entity.id})
  MATCH (party:Entity {id: member.side})
  RETURN DISTINCT party.canonical_id
} AS parties
MATCH (side:Entity {id: parties[0]}) WHERE size(parties) = 1

// name: sides -> side
MATCH (member:Entity {canonical_id: entity.id})
MATCH (party:Entity {id: member.side})
MATCH (side:Entity {id: party.canonical_id})
WITH DISTINCT side
ORDER BY side.id

// name: sameAs -> same
MATCH (:Entity {canonical_id: entity.id})-[same:SAME_AS]->(:Entity {canonical_id: entity.id}) WHERE same.ended_at IS NULL
WITH same
ORDER BY same.id

// name: assessments -> assessment
MATCH (:Entity {canonical_id: entity.id})<-[:ASSESSES]-(assessment:Assessment) WHERE assessment.ended_at IS NULL
WITH assessment
ORDER BY assessment.scheme, assessment.by, assessment.at, assessment.id

// name: claims_as_subject -> claim
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(subject_id, sort_at, id)
  WHERE claim.subject_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.subject_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_as_object -> claim
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(object_id, sort_at, id)
  WHERE claim.object_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.object_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_as_during -> claim
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(during_id, sort_at, id)
  WHERE claim.during_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.during_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_as_claimant -> claim
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(claimant_id, sort_at, id)
  WHERE claim.claimant_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.claimant_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_as_any -> claim
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(subject_id, sort_at, id)
  WHERE claim.subject_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.subject_id DESC, claim.sort_at DESC, claim.id DESC
  UNION
  MATCH (claim:Claim) USING INDEX claim:Claim(object_id, sort_at, id)
  WHERE claim.object_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.object_id DESC, claim.sort_at DESC, claim.id DESC
  UNION
  MATCH (claim:Claim) USING INDEX claim:Claim(during_id, sort_at, id)
  WHERE claim.during_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.during_id DESC, claim.sort_at DESC, claim.id DESC
  UNION
  MATCH (claim:Claim) USING INDEX claim:Claim(claimant_id, sort_at, id)
  WHERE claim.claimant_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.claimant_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH DISTINCT claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: relations -> relation
// The claims that natural edges stand for; like those, they are of live claims with an object.
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (relation:Claim) USING INDEX relation:Claim(subject_id, sort_at, id)
  WHERE relation.subject_id = member.id AND relation.sort_at IS NOT NULL AND relation.id IS NOT NULL
    AND relation.object_id IS NOT NULL AND relation.live /*filter*/
  RETURN relation
  ORDER BY relation.subject_id DESC, relation.sort_at DESC, relation.id DESC
  UNION
  MATCH (relation:Claim) USING INDEX relation:Claim(object_id, sort_at, id)
  WHERE relation.object_id = member.id AND relation.sort_at IS NOT NULL AND relation.id IS NOT NULL AND relation.live /*filter*/
  RETURN relation
  ORDER BY relation.object_id DESC, relation.sort_at DESC, relation.id DESC
}
WITH DISTINCT relation
ORDER BY relation.sort_at DESC, relation.id DESC

// name: issues -> issue
CALL (entity) {
  MATCH (issue:Issue)-[:ABOUT]->(entity)
  RETURN issue
  UNION
  MATCH (member:Entity {canonical_id: entity.id})<-[:SUBJECT|OBJECT|DURING]-(claim:Claim)-[:ANSWERS]->(issue:Issue)
  WHERE claim.live
  RETURN issue
}
WITH issue WHERE issue.claim_count > 0 /*filter*/
WITH issue
ORDER BY issue.claim_count DESC, issue.id DESC

// name: sources -> source
MATCH (member:Entity {canonical_id: entity.id})
CALL (member) {
  MATCH (member)<-[:SUBJECT|OBJECT|DURING]-(claim:Claim)-[:STATED_IN]->(source:Source) WHERE claim.live
  RETURN source
  UNION
  MATCH (member)<-[:CLAIMED_BY {level: 0}]-(claim:Claim)-[:STATED_IN]->(source:Source) WHERE claim.live
  RETURN source
}
WITH DISTINCT source WHERE true /*filter*/
WITH source
ORDER BY source.sort_at DESC, source.id DESC

// name: cursor
[entity.sort_name, entity.id]

// name: after
entity.sort_name >= $after_0 AND (entity.sort_name > $after_0 OR entity.id > $after_1)
