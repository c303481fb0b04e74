// Every dataset, with the vocabulary that it brings.
// params:
MATCH (dataset:Dataset)
RETURN dataset.id AS id,
       dataset.title AS title,
       dataset.licence AS licence,
       dataset.redistribute AS redistribute,
       dataset.vocabulary AS vocabulary
ORDER BY id
