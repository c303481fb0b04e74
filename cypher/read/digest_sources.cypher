// Live sources as the digest takes them, with their publishers.
// params: after, limit
MATCH (source:Source)
WHERE source.id > $after AND source.live
WITH source
ORDER BY source.id
LIMIT $limit
RETURN collect([
  source.id,
  properties(source),
  COLLECT { MATCH (source)-[:PUBLISHED_BY]->(publisher:Organisation) RETURN publisher.id ORDER BY publisher.id }
]) AS rows
