// Removes those of these questions that no claim answers, not even a retracted one.
// params: ids
UNWIND $ids AS id
MATCH (issue:Issue {id: id})
WHERE NOT EXISTS { (issue)<-[:ANSWERS]-() }
DETACH DELETE issue
