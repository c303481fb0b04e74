// Every place that a dataset still describes, with each place that it lies in: a list of (place, whole).
// params:
MATCH (place:Place)-[:PART_OF]->(whole:Place)
WHERE place.live
RETURN collect([place.id, whole.id]) AS edges
