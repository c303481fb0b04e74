// How two people are connected
// The shortest ways from one to the other over what is claimed: lines between things, and claims about them or by them. Write a name between each pair of quotes; without names they are the two that most is said of.
// params:
WITH '' AS name, '' AS other_name
MATCH (person:Person)
WHERE toLower(person.name) CONTAINS toLower(name)
WITH person, other_name
ORDER BY toLower(person.name) = toLower(name) DESC, COUNT { (person)<-[:SUBJECT|OBJECT]-() } DESC
LIMIT 1
MATCH (other:Person)
WHERE other <> person AND toLower(other.name) CONTAINS toLower(other_name)
WITH person, other
ORDER BY toLower(other.name) = toLower(other_name) DESC, COUNT { (other)<-[:SUBJECT|OBJECT]-() } DESC
LIMIT 1
MATCH path = SHORTEST 8
  (person)(
    ()-[step WHERE step.claim_id IS NOT NULL OR step.level = 0 OR type(step) IN ['SUBJECT', 'OBJECT', 'DURING']]-()
  ){1,8}(other)
RETURN path
