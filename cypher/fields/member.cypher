// An entity as one dataset describes it, before merging.
// given: MATCH (member:Entity)

// name: id
member.id

// name: dataset
member.dataset

// name: kind
toUpper(member.kind)

// name: name
member.name

// name: names
COLLECT {
  UNWIND coalesce(member.names, []) AS name
  WITH DISTINCT name WHERE name <> member.name
  RETURN name
  ORDER BY name
}

// name: description
member.description
