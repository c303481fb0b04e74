// Which of these entities, sources and claims the graph has: what each is, its dataset, and whether that still holds it.
// params: ids
UNWIND $ids AS id
CALL (id) {
  MATCH (node:Entity {id: id}) RETURN node, node.kind AS kind
  UNION ALL
  MATCH (node:Source {id: id}) RETURN node, 'Source' AS kind
  UNION ALL
  MATCH (node:Claim {id: id}) RETURN node, 'Claim' AS kind
}
RETURN id, kind, node.dataset AS dataset, node.live AS live
