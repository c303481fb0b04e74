// A claim with who said it first and handed it on, what it is about, where it stands, the question that it answers, and the
// claims that it is linked with.
// params: id
MATCH (claim:Claim {id: $id})
MATCH path =
  (claim)-[:SUBJECT|OBJECT|DURING|ANSWERS|CLAIMED_BY|STATED_IN|CONTRADICTS|CORROBORATES|REPEATS|SUPERSEDES]-()
  -[link:CLAIMED_BY|PUBLISHED_BY WHERE coalesce(link.level, 0) = 0]->{0,1}()
RETURN path
LIMIT 100
