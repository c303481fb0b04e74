// How well one thing fits a search.
// given: CALL db.index.fulltext.queryNodes('entity_names', 'kherson') YIELD node, score

// name: score
score
