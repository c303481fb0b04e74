// Every place that a dataset still describes, with each place that it lies in: (place, whole).
// params:
MATCH (place:Place)-[:PART_OF]->(whole:Place)
WHERE place.live
RETURN place.id AS place, whole.id AS whole
