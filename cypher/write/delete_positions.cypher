// Removes positions that no claim takes any more.
// params: ids
UNWIND $ids AS id
MATCH (position:Position {id: id})
DETACH DELETE position
