// The places that each canonical place lies in, as the graph has them; what is no place any more may still have some.
// params:
MATCH (place:Entity)
WHERE place.wholes IS NOT NULL
RETURN place.id AS id, place.wholes AS wholes
