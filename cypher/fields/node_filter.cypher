// What each argument of a search asks of what it finds.
// given: CALL db.index.fulltext.queryNodes('entity_names', 'kherson') YIELD node

// name: kinds
CASE WHEN node:Claim THEN 'Claim' ELSE node.kind END IN $kinds
