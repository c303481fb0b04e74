// New entities; each is its own canonical one until a judgement says otherwise.
// rows: graph/rows.py, ENTITY
// params: rows
UNWIND $rows AS row
CREATE (entity:Entity:$(row[2]) {id: row[0], canonical_id: row[0]})
RETURN count(entity) AS written
