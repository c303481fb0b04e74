// Anything with an id of its own.
// given: CALL db.index.fulltext.queryNodes('entity_names', 'kherson') YIELD node

// name: __typename
CASE WHEN node:Claim THEN 'Claim' ELSE node.kind END

// name: id
node.id
