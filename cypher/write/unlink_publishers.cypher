// Takes the publisher off sources whose row has changed.
// params: ids
UNWIND $ids AS id
MATCH (source:Source {id: id})-[publishedBy:PUBLISHED_BY]->()
DELETE publishedBy
