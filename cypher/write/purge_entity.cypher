// Deletes an entity for good, with its assessments and all judgements on it, and keeps hashes by which it is known again.
// params: id, salt, hashes
MATCH (graph:Graph {id: 'graph'})
SET graph.purge_salt = $salt, graph.purged = coalesce(graph.purged, []) + $hashes
WITH graph
MATCH (entity:Entity {id: $id})
OPTIONAL MATCH (entity)<-[:ASSESSES]-(assessment:Assessment)
WITH entity, collect(assessment) AS assessments
FOREACH (assessment IN assessments | DETACH DELETE assessment)
DETACH DELETE entity
RETURN count(*) AS written
