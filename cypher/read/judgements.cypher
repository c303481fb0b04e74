// Every judgement that holds: (id, dataset, type, a, b).
// params:
MATCH (a:Entity)-[judgement:SAME_AS|DIFFERENT_FROM]->(b:Entity)
WHERE judgement.ended_at IS NULL
RETURN judgement.id AS id, judgement.dataset AS dataset, type(judgement) AS type, a.id AS a, b.id AS b
ORDER BY id
