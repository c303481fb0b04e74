// Claims that no natural edge stands for any more.
// params: ids
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
REMOVE claim.relation
RETURN count(claim) AS written
