// Deletes so many nodes of what an interrupted restore has left, with all that hangs on them.
// params: limit
MATCH (node:Entity|Claim|Source|Issue|Position|Assessment|Dataset|Run)
WITH node
LIMIT $limit
DETACH DELETE node
RETURN count(*) AS deleted
