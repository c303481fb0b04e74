// Who says what about a thing
// What is claimed about one person, unit, place, organisation or event, contested claims first, and who claims it. Write a name between the quotes, or part of one; without a name it is the thing that most is said of.
// params:
WITH '' AS name
MATCH (thing:Entity)
WHERE toLower(thing.name) CONTAINS toLower(name)
WITH thing
ORDER BY toLower(thing.name) = toLower(name) DESC, COUNT { (thing)<-[:SUBJECT|OBJECT]-() } DESC
LIMIT 1
MATCH path = (:Entity {canonical_id: thing.canonical_id})<-[:SUBJECT|OBJECT]-(claim:Claim)-[:CLAIMED_BY {level: 0}]->(:Entity)
WHERE claim.live
RETURN path
ORDER BY COUNT { (claim)-[:CONTRADICTS]-() } DESC, claim.sort_at DESC
LIMIT 30
