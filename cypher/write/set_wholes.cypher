// The places that canonical places lie in, directly or not: rows of (place, ids or null).
// params: rows
UNWIND $rows AS row
MATCH (place:Entity {id: row[0]})
SET place.wholes = row[1]
RETURN count(place) AS written
