// The places that each canonical place lies in, as the graph has them.
// params:
MATCH (place:Place)
WHERE place.wholes IS NOT NULL
RETURN place.id AS id, place.wholes AS wholes
