// Records judgements: rows of (id, dataset, type, a, b, by, basis, at).
// params: rows, now
UNWIND $rows AS row
MATCH (a:Entity {id: row[3]})
MATCH (b:Entity {id: row[4]})
CREATE (a)-[judgement:$(row[2]) {id: row[0], dataset: row[1], by: row[5], basis: row[6], at: datetime(row[7]), recorded_at: $now}]->(b)
RETURN count(judgement) AS written
