// Marks sources that their dataset no longer describes.
// params: ids
UNWIND $ids AS id
MATCH (source:Source {id: id})
SET source.live = false
RETURN count(source) AS written
