// Removes positions that are on no question.
// params:
MATCH (position:Position)
WHERE NOT EXISTS { (position)-[:ON]->(:Issue) }
DETACH DELETE position
