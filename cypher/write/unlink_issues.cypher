// Takes off questions the entities that they are about.
// params: ids
UNWIND $ids AS id
MATCH (:Issue {id: id})-[about:ABOUT]->()
DELETE about
