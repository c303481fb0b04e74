// A dataset, as it describes itself now, with the vocabulary that it brings.
// params: id, title, licence, redistribute, vocabulary
MERGE (dataset:Dataset {id: $id})
SET dataset.title = $title,
    dataset.licence = $licence,
    dataset.redistribute = $redistribute,
    dataset.vocabulary = $vocabulary
RETURN 1 AS written
