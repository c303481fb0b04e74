// Whether nothing was ever loaded.
// params:
RETURN NOT EXISTS { (:Entity) } AND NOT EXISTS { (:Dataset) } AND NOT EXISTS { (:Run) } AS empty
