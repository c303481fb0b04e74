// Removes natural edges of one type by the claims that they stand for. RELATION stands for a type of the vocabulary.
// params: ids
UNWIND $ids AS id
MATCH ()-[relation:RELATION {claim_id: id}]->()
DELETE relation
RETURN count(relation) AS written
