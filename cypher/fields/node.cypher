// Anything with an id of its own.
// given: CALL db.index.fulltext.queryNodes('entity_names', 'kherson') YIELD node

// name: __typename
CASE WHEN node:Claim THEN 'Claim' WHEN node:Source THEN 'Source' WHEN node:Issue THEN 'Issue' ELSE node.kind END

// name: id
node.id
