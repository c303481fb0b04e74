// Every judgement, ended ones too: (type, a, b, properties), in order.
// params:
MATCH (a:Entity)-[judgement:SAME_AS|DIFFERENT_FROM]->(b:Entity)
RETURN type(judgement) AS type, a.id AS a, b.id AS b, properties(judgement) AS properties
ORDER BY judgement.id, judgement.recorded_at
