// The peer: @neo4j/graphql behind Apollo Server, over the same graph, with a schema as its users write it.
// PEER_BOLT, PEER_USER, PEER_PASSWORD and PEER_PORT say where; the indexes are the graph's own.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const typeDefs = `#graphql
  type Entity @node {
    id: ID!
    kind: String!
    name: String!
    claims: [Claim!]! @relationship(type: "SUBJECT", direction: IN)
  }
  type Source @node {
    id: ID!
    title: String
    url: String
  }
  type Claim @node @fulltext(indexes: [{ indexName: "claim_texts", queryName: "claimsByText", fields: ["text"] }]) {
    id: ID!
    text: String!
    predicate: String!
    polarity: String!
    modality: String!
    live: Boolean!
    sort_at: DateTime!
    subject: [Entity!]! @relationship(type: "SUBJECT", direction: OUT)
    object: [Entity!]! @relationship(type: "OBJECT", direction: OUT)
    during: [Entity!]! @relationship(type: "DURING", direction: OUT)
    claimant: [Entity!]! @relationship(type: "CLAIMED_BY", direction: OUT)
    source: [Source!]! @relationship(type: "STATED_IN", direction: OUT)
  }
`;

const { PEER_BOLT, PEER_USER, PEER_PASSWORD, PEER_PORT } = process.env;
const driver = neo4j.driver(PEER_BOLT, neo4j.auth.basic(PEER_USER, PEER_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver, features: { excludeDeprecatedFields: { attributeFilters: true } } }).getSchema();
const server = new ApolloServer({ schema, introspection: process.env.PEER_SHOW === "1" });
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(PEER_PORT) } });
console.log("ready");
