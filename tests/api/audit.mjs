// The public audit of GraphQL over HTTP, of the endpoint whose address is given: a line of JSON for each of its checks.
import { auditServer } from "graphql-http";

const [url] = process.argv.slice(2);
for (const { id, name, status, reason } of await auditServer({ url })) {
  console.log(JSON.stringify({ id, name, status, reason }));
}
