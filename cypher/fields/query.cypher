// Where reading begins. A block with `_by_` or `_as_` in its name is the way to go when that argument is given; the first in the
// file that fits is taken. Those of `changes` stand in `query.changes.cypher`.
// given: MATCH (query:Graph)

// name: entity -> entity
MATCH (member:Entity {id: $id})
MATCH (entity:Entity {id: member.canonical_id})

// name: entities_by_name -> entity
CALL db.index.fulltext.queryNodes('entity_names', $name_query) YIELD node AS found
MATCH (entity:Entity {id: found.canonical_id}) WHERE EXISTS { (:Entity {canonical_id: entity.id, live: true}) } /*filter*/
WITH DISTINCT entity
ORDER BY entity.sort_name, entity.id

// name: entities_by_kind -> entity
MATCH (entity:Entity) USING INDEX entity:Entity(kind, sort_name, id)
WHERE entity.kind = $kind AND entity.sort_name IS NOT NULL AND entity.id IS NOT NULL
  AND entity.canonical_id = entity.id AND EXISTS { (:Entity {canonical_id: entity.id, live: true}) } /*filter*/
WITH entity
ORDER BY entity.kind, entity.sort_name, entity.id

// name: entities -> entity
MATCH (entity:Entity) USING INDEX entity:Entity(sort_name, id)
WHERE entity.sort_name IS NOT NULL AND entity.id IS NOT NULL
  AND entity.canonical_id = entity.id AND EXISTS { (:Entity {canonical_id: entity.id, live: true}) } /*filter*/
WITH entity
ORDER BY entity.sort_name, entity.id

// name: claim -> claim
MATCH (claim:Claim {id: $id}) WHERE true /*asOf: AND claim.live */

// name: claims_by_subject -> claim
MATCH (given:Entity {id: $subject})
MATCH (member:Entity {canonical_id: given.canonical_id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(subject_id, sort_at, id)
  WHERE claim.subject_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.subject_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_by_object -> claim
MATCH (given:Entity {id: $object})
MATCH (member:Entity {canonical_id: given.canonical_id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(object_id, sort_at, id)
  WHERE claim.object_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.object_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_by_during -> claim
MATCH (given:Entity {id: $during})
MATCH (member:Entity {canonical_id: given.canonical_id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(during_id, sort_at, id)
  WHERE claim.during_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.during_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_by_claimant -> claim
MATCH (given:Entity {id: $claimant})
MATCH (member:Entity {canonical_id: given.canonical_id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(claimant_id, sort_at, id)
  WHERE claim.claimant_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
  RETURN claim
  ORDER BY claim.claimant_id DESC, claim.sort_at DESC, claim.id DESC
}
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: claims_by_source -> claim
MATCH (claim:Claim) USING INDEX claim:Claim(source_id, sort_at, id)
WHERE claim.source_id = $source AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
WITH claim
ORDER BY claim.source_id DESC, claim.sort_at DESC, claim.id DESC

// name: claims_by_predicate -> claim
MATCH (claim:Claim) USING INDEX claim:Claim(predicate, sort_at, id)
WHERE claim.predicate = $predicate AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
WITH claim
ORDER BY claim.predicate DESC, claim.sort_at DESC, claim.id DESC

// name: claims -> claim
MATCH (claim:Claim) USING INDEX claim:Claim(sort_at, id)
WHERE claim.sort_at IS NOT NULL AND claim.id IS NOT NULL AND claim.live /*filter*/
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: issue -> issue
// An id from before a merge: each of its parts that is an entity is put as that entity's canonical id; where a question is the same
// both ways round, the merge may have turned them round.
WITH COLLECT {
  UNWIND range(0, size($id_parts) - 1) AS at
  OPTIONAL MATCH (member:Entity {id: 'entity/' + replace($id_parts[at], ':', '/')})
  WITH at, coalesce(replace(substring(member.canonical_id, 7), '/', ':'), $id_parts[at]) AS part
  ORDER BY at
  RETURN part
} AS parts
WITH reduce(address = $id_family, part IN parts | address + '/' + part) AS ordered,
     reduce(address = $id_family, part IN COLLECT { UNWIND parts AS part RETURN part ORDER BY part } | address + '/' + part) AS sorted
MATCH (issue:Issue)
WHERE issue.id IN [ordered, sorted] AND (issue.id = ordered OR issue.unordered) /*asOf: AND issue.claim_count > 0 */

// name: issues_by_about -> issue
MATCH (given:Entity {id: $about})
MATCH (entity:Entity {id: given.canonical_id})
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

// name: issues_by_view -> issue
// Their counts are the view's, so no index has them in order.
MATCH (issue:Issue) WHERE issue.claim_count > 0 /*filter*/
WITH issue
ORDER BY issue.claim_count DESC, issue.id DESC

// name: issues_by_contested -> issue
MATCH (issue:Issue) USING INDEX issue:Issue(contested, claim_count, id)
WHERE issue.contested = $contested AND issue.claim_count > 0 AND issue.id IS NOT NULL /*filter*/
WITH issue
ORDER BY issue.contested DESC, issue.claim_count DESC, issue.id DESC

// name: issues -> issue
MATCH (issue:Issue) USING INDEX issue:Issue(claim_count, id)
WHERE issue.claim_count > 0 AND issue.id IS NOT NULL /*filter*/
WITH issue
ORDER BY issue.claim_count DESC, issue.id DESC

// name: source -> source
MATCH (source:Source {id: $id})

// name: sources_by_publisher -> source
MATCH (given:Entity {id: $publisher})
MATCH (member:Entity {canonical_id: given.canonical_id})
CALL (member) {
  MATCH (source:Source) USING INDEX source:Source(publisher_id, sort_at, id)
  WHERE source.publisher_id = member.id AND source.sort_at IS NOT NULL AND source.id IS NOT NULL AND source.live /*filter*/
  RETURN source
  ORDER BY source.publisher_id DESC, source.sort_at DESC, source.id DESC
}
WITH source
ORDER BY source.sort_at DESC, source.id DESC

// name: sources -> source
MATCH (source:Source) USING INDEX source:Source(sort_at, id)
WHERE source.sort_at IS NOT NULL AND source.id IS NOT NULL AND source.live /*filter*/
WITH source
ORDER BY source.sort_at DESC, source.id DESC

// name: search -> node, score
CALL () {
  CALL db.index.fulltext.queryNodes('entity_names', $text_query) YIELD node AS found, score AS rank
  MATCH (node:Entity {id: found.canonical_id}) WHERE EXISTS { (:Entity {canonical_id: node.id, live: true}) }
  RETURN node, max(rank) AS score
  UNION
  CALL db.index.fulltext.queryNodes('claim_texts', $text_query) YIELD node AS found, score AS rank
  WITH found AS claim, rank AS score WHERE claim.live
  RETURN claim AS node, score
}
WITH node, score WHERE true /*filter*/
WITH node, score
ORDER BY score DESC, node.id

// name: statistics -> statistics
OPTIONAL MATCH (statistics:Graph {id: 'graph'})

// name: node -> node
MATCH (found:Entity|Claim|Source|Issue {id: $id})
MATCH (node:Entity|Claim|Source|Issue {id: coalesce(found.canonical_id, found.id)})
WHERE true /*asOf: AND (NOT node:Claim OR EXISTS { MATCH (claim:Claim {id: node.id}) WHERE claim.live })
  AND (NOT node:Issue OR EXISTS { MATCH (issue:Issue {id: node.id}) WHERE issue.claim_count > 0 })
*/

// name: nodes -> node
// In the order of the ids, and once however often it is named, or by however many members.
WITH COLLECT {
  UNWIND range(0, size($ids) - 1) AS at
  MATCH (found:Entity|Claim|Source|Issue {id: $ids[at]})
  WITH coalesce(found.canonical_id, found.id) AS address, min(at) AS place
  ORDER BY place
  RETURN address
} AS addresses
UNWIND addresses AS address
MATCH (node:Entity|Claim|Source|Issue {id: address})
WHERE true /*asOf: AND (NOT node:Claim OR EXISTS { MATCH (claim:Claim {id: node.id}) WHERE claim.live })
  AND (NOT node:Issue OR EXISTS { MATCH (issue:Issue {id: node.id}) WHERE issue.claim_count > 0 })
*/
