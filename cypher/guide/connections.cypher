// What a thing is connected with
// One line for each claim that joins two things, in the claim's own words; claims that contradict each other are lines side by side. Write a name between the quotes; without one it is the thing with most connections.
// params:
WITH '' AS name
MATCH (thing:Entity)
WHERE toLower(thing.name) CONTAINS toLower(name)
WITH thing
ORDER BY toLower(thing.name) = toLower(name) DESC, COUNT { (thing)<-[:OBJECT]-() } DESC
LIMIT 1
MATCH path = (:Entity {canonical_id: thing.canonical_id})-[edge]-(:Entity)
WHERE edge.claim_id IS NOT NULL
RETURN path
LIMIT 40
