// Someone's word that two entities are the same thing.
// given: MATCH (:Entity)-[sameAs:SAME_AS]->(:Entity)

// name: by
sameAs.by

// name: basis
sameAs.basis

// name: at
toString(sameAs.at)

// name: dataset
sameAs.dataset

// name: entity -> member
WITH startNode(sameAs) AS one, endNode(sameAs) AS other
WITH CASE WHEN one.id > other.id THEN one ELSE other END AS member

// name: other -> member
WITH startNode(sameAs) AS one, endNode(sameAs) AS other
WITH CASE WHEN one.id > other.id THEN other ELSE one END AS member
