// What a unit says beyond what every entity does.

// name: echelon
COLLECT {
  MATCH (member:Entity {canonical_id: unit.id}) WHERE member.echelon IS NOT NULL
  RETURN member.echelon
  ORDER BY member.id
  LIMIT 1
}

// name: symbolCode
COLLECT {
  MATCH (member:Entity {canonical_id: unit.id}) WHERE member.symbol_code IS NOT NULL
  RETURN member.symbol_code
  ORDER BY member.id
  LIMIT 1
}
