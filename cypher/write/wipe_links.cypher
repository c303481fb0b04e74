// Deletes so many relationships of what an interrupted restore has left: with all of theirs, a few nodes can be too much for a transaction.
// params: limit
MATCH (:Entity|Claim|Source|Issue|Position|Assessment|Dataset|Run)-[link]->()
WITH link
LIMIT $limit
DELETE link
RETURN count(*) AS deleted
