// Who contradicts whom
// Claims that exclude each other, joined in red, with who makes them and the question that they answer.
// params:
OPTIONAL MATCH path =
  (:Entity)<-[:CLAIMED_BY {level: 0}]-(claim:Claim)-[:CONTRADICTS]->(other:Claim)-[:CLAIMED_BY {level: 0}]->(:Entity)
OPTIONAL MATCH asked = (claim)-[:ANSWERS]->(:Issue)<-[:ANSWERS]-(other)
WITH path, asked
LIMIT 40
WITH collect(path) + collect(asked) AS paths
UNWIND CASE paths WHEN [] THEN ['No claims contradict each other here yet.'] ELSE paths END AS contested
RETURN contested
