// Where rows come from, and under what licence.

// name: id
dataset.id

// name: title
dataset.title

// name: licence
dataset.licence

// name: redistribute
coalesce(dataset.redistribute, false)
