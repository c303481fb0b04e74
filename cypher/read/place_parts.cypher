// Which places lie directly in which, by canonical ids.
// params:
MATCH (part:Place)-[:PART_OF]->(whole:Place)
WHERE part.live AND whole.live
RETURN DISTINCT part.canonical_id AS part, whole.canonical_id AS whole
