// What the colours mean
// One node of each kind.
// params:
MATCH (node:Person) RETURN node LIMIT 1
UNION MATCH (node:Unit) RETURN node LIMIT 1
UNION MATCH (node:Place) RETURN node LIMIT 1
UNION MATCH (node:Organisation) RETURN node LIMIT 1
UNION MATCH (node:Event) RETURN node LIMIT 1
UNION MATCH (node:Thing) RETURN node LIMIT 1
UNION MATCH (node:Claim) RETURN node LIMIT 1
UNION MATCH (node:Source) RETURN node LIMIT 1
UNION MATCH (node:Issue {contested: true}) RETURN node LIMIT 1
UNION MATCH (node:Issue {contested: false}) RETURN node LIMIT 1
UNION MATCH (node:Position) RETURN node LIMIT 1
UNION MATCH (node:Assessment) RETURN node LIMIT 1
