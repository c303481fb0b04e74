// Questions as the graph has them.
// params: ids
UNWIND $ids AS id
MATCH (issue:Issue {id: id})
RETURN issue.id AS id,
       issue.question AS question,
       issue.family AS family,
       issue.topic AS topic,
       issue.unordered AS unordered,
       COLLECT { MATCH (issue)-[about:ABOUT]->(entity:Entity) RETURN [about.key, entity.id] } AS about
