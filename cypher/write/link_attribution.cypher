// Links new claims to everyone in their attribution: rows of (claim, entity, level, verb, mode, at_min, at_max).
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row[0]})
MATCH (entity:Entity {id: row[1]})
CREATE (claim)-[:CLAIMED_BY {level: row[2], verb: row[3], mode: row[4], at_min: datetime(row[5]), at_max: datetime(row[6])}]->(entity)
RETURN count(*) AS written
