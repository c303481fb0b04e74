// A question that claims answer.

// name: id
issue.id

// name: question
issue.question

// name: family
issue.family

// name: topic
issue.topic

// name: claimCount
issue.claim_count

// name: contested
issue.contested

// name: positions -> position
MATCH (issue)<-[:ON]-(position:Position) WHERE true /*filter*/
WITH position
ORDER BY position.rank, position.id

// name: undecided -> claim
UNWIND issue.undecided AS one
MATCH (claim:Claim {id: one}) WHERE claim.live /*filter*/
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: about -> entity
// In the order of the id, whose parts are the canonical ids less their first word.
MATCH (issue)-[:ABOUT]->(entity:Entity)
WITH DISTINCT entity, size(split(issue.id + '/', '/' + replace(substring(entity.id, 7), '/', ':') + '/')[0]) AS place
ORDER BY place

// name: claims -> claim
MATCH (issue)<-[:ANSWERS]-(claim:Claim) WHERE claim.live /*filter*/
WITH claim
ORDER BY claim.sort_at DESC, claim.id DESC

// name: cursor
[issue.claim_count, issue.id]

// name: after
issue.claim_count <= $after_0 AND (issue.claim_count < $after_0 OR issue.id < $after_1)
