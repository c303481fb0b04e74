// Query.changes. Each way leads to claims, and `changes_of` goes on to what happened to each of them. Given an order, the compiler turns
// the last line round.
// given: MATCH (query:Graph)

// name: changes_by_issue -> change
// The issue as in `query.cypher` (in one line, as what begins a line with ORDER BY gets the page's LIMIT).
WITH COLLECT {
  UNWIND range(0, size($issue_parts) - 1) AS nth
  OPTIONAL MATCH (member:Entity {id: 'entity/' + replace($issue_parts[nth], ':', '/')})
  WITH nth, coalesce(replace(substring(member.canonical_id, 7), '/', ':'), $issue_parts[nth]) AS part ORDER BY nth
  RETURN part
} AS parts
WITH reduce(address = $issue_family, part IN parts | address + '/' + part) AS ordered,
     reduce(address = $issue_family, part IN COLLECT { UNWIND parts AS part RETURN part ORDER BY part } | address + '/' + part) AS sorted
MATCH (issue:Issue) WHERE issue.id IN [ordered, sorted] AND (issue.id = ordered OR issue.unordered)
MATCH (issue)<-[:ANSWERS]-(claim:Claim)
// then: changes_of

// name: changes_by_entity -> change
MATCH (given:Entity {id: $entity})
MATCH (member:Entity {canonical_id: given.canonical_id})
CALL (member) {
  MATCH (claim:Claim) USING INDEX claim:Claim(subject_id, sort_at, id)
  WHERE claim.subject_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (claim:Claim) USING INDEX claim:Claim(object_id, sort_at, id)
  WHERE claim.object_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (claim:Claim) USING INDEX claim:Claim(during_id, sort_at, id)
  WHERE claim.during_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (claim:Claim) USING INDEX claim:Claim(claimant_id, sort_at, id)
  WHERE claim.claimant_id = member.id AND claim.sort_at IS NOT NULL AND claim.id IS NOT NULL
  RETURN claim
}
WITH DISTINCT claim
// then: changes_of

// name: changes_as_newest_first -> change
// As `changes`, but no further back than the page goes. A claim's last change is at its `changed_at`: so as many claims as the page is
// long, taken from the end, have the page's changes, and none of those comes before the last of these claims. One more, as the cursor may
// stand between the changes of its claim. What is superseded is told of the older claim, which may stand anywhere.
WITH COLLECT {
  MATCH (least:Claim) USING INDEX least:Claim(changed_at, id)
  WHERE least.changed_at >= $since AND least.changed_at <= datetime($until) AND least.id IS NOT NULL
    AND (least.changed_at < datetime($until) OR least.id < $until_key)
  RETURN [least.changed_at, least.id] ORDER BY least.changed_at DESC, least.id DESC SKIP $first + 1 LIMIT 1
} AS found
WITH coalesce(found[0][0], $since) AS begin, coalesce(found[0][1], '') AS begin_id
CALL (begin, begin_id) {
  MATCH (claim:Claim) USING INDEX claim:Claim(changed_at, id)
  WHERE claim.changed_at >= begin AND claim.id IS NOT NULL AND (claim.changed_at > begin OR claim.id >= begin_id)
  RETURN claim
  UNION
  MATCH (newer:Claim) USING INDEX newer:Claim(changed_at, id)
  WHERE newer.changed_at >= begin AND newer.id IS NOT NULL
  MATCH (newer)-[:SUPERSEDES]->(claim:Claim) WHERE newer.changed_at > begin OR claim.id >= begin_id
  RETURN claim
}
// then: changes_of

// name: changes -> change
// What changed since, and what was superseded since: once both are recorded.
CALL () {
  MATCH (claim:Claim) USING INDEX claim:Claim(changed_at, id)
  WHERE claim.changed_at >= $since AND claim.id IS NOT NULL
  RETURN claim
  UNION
  MATCH (newer:Claim) USING INDEX newer:Claim(changed_at, id)
  WHERE newer.changed_at >= $since AND newer.id IS NOT NULL
  MATCH (newer)-[:SUPERSEDES]->(claim:Claim)
  RETURN claim
}
// then: changes_of

// name: changes_of -> change
// given: MATCH (claim:Claim)
CALL (claim) {
  UNWIND range(0, size(claim.recorded_from) - 1) AS nth
  RETURN claim.recorded_from[nth] AS moment, CASE nth WHEN 0 THEN 0 ELSE 1 END AS place, null AS superseder
  UNION ALL
  UNWIND claim.recorded_to AS moment
  RETURN moment, 2 AS place, null AS superseder
  UNION ALL
  MATCH (claim)<-[:SUPERSEDES]-(newer:Claim)
  WITH DISTINCT newer, last(newer.recorded_from) AS latest, last(claim.recorded_from) AS own
  RETURN CASE WHEN own > latest THEN own ELSE latest END AS moment, 3 AS place, newer.id AS superseder
}
WITH claim.id AS told, moment, place, superseder WHERE moment >= $since
WITH moment, told, place, superseder, {
  at: moment,
  kind: ['NEW', 'RETURNED', 'RETRACTED', 'SUPERSEDED'][place],
  claim_id: told,
  by_id: superseder,
  key: told + ' ' + place + coalesce(' ' + superseder, '')
} AS change WHERE true /*filter*/
WITH change, moment, told, place, superseder
ORDER BY moment, told, place, superseder
