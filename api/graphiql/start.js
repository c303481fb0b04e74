"use strict";

// Opens GraphiQL on what the address asks, and beside it on the examples that the page holds. Nothing runs by itself.
const address = new URLSearchParams(location.search);
const query = address.get("query") || undefined;
// Given even when empty: GraphiQL would fill in the variables of the tab that was open last.
const variables = query && (address.get("variables") ?? "");
const linked = query ? [{ query, variables }] : [];
const examples = [...document.querySelectorAll("template")].map((example) => ({ query: example.content.textContent }));

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
const fetcher = GraphiQL.createFetcher({ url: location.pathname });

function show(operationName) {
  root.render(
    React.createElement(GraphiQL, {
      fetcher,
      query,
      variables,
      operationName,
      defaultTabs: [...linked, ...examples],
      // The operation that the link names is the one to run until the text is another: then it may be gone.
      onEditQuery: (text) => operationName && text !== query && show(),
    }),
  );
}

show((query && address.get("operationName")) || undefined);
