// Takes a place out of the places that it was part of.
// params: ids
UNWIND $ids AS id
MATCH (place:Entity {id: id})-[partOf:PART_OF]->()
DELETE partOf
