// Entities whose claims these ones' names, sides and identity reach: the members of the same canonical entities, and all who are of their side.
// params: ids
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
MATCH (member:Entity {canonical_id: entity.canonical_id})
CALL (member) {
  RETURN member AS reached
  UNION
  MATCH (partisan:Entity {side: member.id})
  MATCH (reached:Entity {canonical_id: partisan.canonical_id})
  RETURN reached
}
RETURN DISTINCT reached.id AS id
