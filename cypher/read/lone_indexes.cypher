// Range indexes that stand by themselves, for no constraint.
// params:
SHOW INDEXES YIELD name, type, owningConstraint
WHERE type = 'RANGE' AND owningConstraint IS NULL
RETURN name
