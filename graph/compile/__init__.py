"""From a tree of fields to one Cypher statement and back from its one row to the answer. Knows Cypher, not GraphQL.

    selection.py   the tree: what is asked for, with the values of arguments kept apart
    arguments.py   those values checked, and made into the parameters of a statement
    blocks.py      the blocks of `cypher/fields/`, found by type and field and put in with fresh variables
    plan.py        tree → statement and shaper
    pages.py       the same for one page of a list
    cursors.py     where a page stands in its list, as a text that only we read
    views.py       the graph as of other moments: its conditions, put into the blocks
    weighed.py     an issue's claims of the moment, weighed by the rules while the answer is made
    derived.py     the fields that only the rules can answer
    sites.py       where things are shown that the rules name, fetched in a second round
    shape.py       row → answer

How a block of `cypher/fields/` is written:
- `claim.text` answers a field with a plain value.
- `// name: subject -> entity` with clauses leads to one thing or several, as the schema says. It ends before RETURN,
  and puts several in order.
- `// name: value -> value` with a condition shows the same node as another type, or null where it does not hold.
- A page's block ends in WITH and a line that begins with ORDER BY; such lines get the LIMIT, and a count leaves them
  out. The filter and the cursor come in at `/*filter*/`. `claims_by_subject` is the way when `subject` is given,
  `claims_as_object` when the role is that; the first in the file that fits is taken. The ways of one field may have a
  file of their own, `query.changes.cypher`, and end in `// then: changes_of` for what they have in common.
- NEWEST_FIRST turns an order round whose keys all go upwards; a count takes the way of the order itself.
- `$issue` is the argument itself, `$issue_parts` something made of it (`arguments.py`).
- `cursor` and `after` of the listed type give its place in the list, and what comes after it; `claim_filter.cypher`
  has what each argument asks.
- No aggregation (`collect`, `min`) beside other variables: Neo4j takes it for one of the whole statement.
"""
