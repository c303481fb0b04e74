// Gives corrected entities the label of the kind that they are now.
// rows: graph/rows.py, ENTITY
// params: rows
UNWIND $rows AS row
MATCH (entity:Entity {id: row[0]})
REMOVE entity:Person:Unit:Place:Organisation:Event:Thing
SET entity:$(row[2])
RETURN count(entity) AS written
