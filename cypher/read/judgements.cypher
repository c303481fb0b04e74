// Every judgement that holds: (id, dataset, type, a, b, by, basis, at).
// params:
MATCH (a:Entity)-[judgement:SAME_AS|DIFFERENT_FROM]->(b:Entity)
WHERE judgement.ended_at IS NULL
RETURN judgement.id AS id,
       judgement.dataset AS dataset,
       type(judgement) AS type,
       a.id AS a,
       b.id AS b,
       judgement.by AS by,
       judgement.basis AS basis,
       toString(judgement.at) AS at
ORDER BY id
