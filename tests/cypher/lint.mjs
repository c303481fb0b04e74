// Checks every Cypher file without a server: syntax, variables, the names in vocabulary.json, declared parameters.
// Usage: node tests/cypher/lint.mjs [FOLDER]      (FOLDER is cypher/ unless said otherwise)
// Prints `path:line:column: message` for each problem and exits 1 when there is one.
//
// write/, read/            one statement a file, below a header of comments that has a line `// params: a, b`
// schema/                  the same, or a script of statements that each end with a semicolon
// fields/<type>.cypher     blocks, each begun by `// name: subject -> entity`: an expression, or clauses begun by MATCH.
//                          A block is put where the compiler would put it: after MATCH (claim:Claim) in claim.cypher,
//                          or after the line `// given: MATCH …` above it, in the file's head or in the block's own.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const { lintCypherQuery, parseStatementsStrs, testData } = createRequire(import.meta.url)('@neo4j-cypher/language-support');
const vocabulary = JSON.parse(readFileSync(join(here, 'vocabulary.json'), 'utf8'));

// The functions and procedures of Cypher 5 as the package lists them, less the plug-ins that we do without.
const builtIn = (registry) => ({
  'CYPHER 5': Object.fromEntries(
    Object.entries(registry['CYPHER 5']).filter(([name]) => !/^(apoc|gds)\./.test(name)),
  ),
});
const schema = {
  ...vocabulary,
  functions: builtIn(testData.mockSchema.functions),
  procedures: builtIn(testData.mockSchema.procedures),
  defaultLanguage: 'CYPHER 5',
};

const problem = (line, column, message) => ({ line, column, message });

/** Text with comments and quoted strings blanked out, so that a `$` or a `;` in them is not code. */
function codeOf(text) {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );
}

/** Value of a comment line such as `// params: a, b`; undefined without one. */
function directive(text, name) {
  return text.match(new RegExp(`^// ${name}:[ ]*(.*?)[ ]*$`, 'm'))?.[1];
}

function declaredParameters(text) {
  const names = directive(text, 'params') ?? '';
  return names.split(/[\s,]+/).filter(Boolean);
}

function usedParameters(text) {
  return [...new Set([...codeOf(text).matchAll(/\$([A-Za-z_]\w*)/g)].map((found) => found[1]))];
}

/** Problems of one statement; `shift` lines stand above `query`'s first line in the file. */
function lintStatement(query, parameters, shift = 0) {
  const known = Object.fromEntries(parameters.map((name) => [name, 0]));
  const { diagnostics } = lintCypherQuery(query, { ...schema, parameters: known });
  return diagnostics.map(({ range, message }) =>
    problem(range.start.line + 1 + shift, range.start.character + 1, message.replace(/ Make sure you didn't .*/, '')),
  );
}

// `claim.text` and `{text: …`, the places where a property is named.
const PROPERTIES = [/(?<![\w.])[a-z]\w*\.(\w+)\b(?![.(])/dg, /(?:[{,]|^)\s*(\w+): /dg];

/** Unknown properties that are written or indexed: there the language service takes any name, since it would be made. */
function lintWrittenProperties(text) {
  return codeOf(text)
    .split('\n')
    .flatMap((line, at) =>
      PROPERTIES.flatMap((pattern) => [...line.matchAll(pattern)])
        .filter((found) => !vocabulary.propertyKeys.includes(found[1]))
        .map((found) => problem(at + 1, found.indices[1][0] + 1, `${found[1]} is not in vocabulary.json`)),
    );
}

function lintStatementFile(text, kind) {
  const isScript = kind === 'schema';
  const found = [];
  const parameters = declaredParameters(text);
  if (directive(text, 'params') === undefined && !isScript) {
    found.push(problem(1, 1, 'the header lacks a line `// params: a, b` (with nothing after it where there are none)'));
  }
  if (parseStatementsStrs(codeOf(text)).filter((one) => one.trim()).length !== 1 && !isScript) {
    found.push(problem(1, 1, 'a file holds one statement'));
  }
  const used = usedParameters(text);
  for (const name of parameters.filter((declared) => !used.includes(declared))) {
    found.push(problem(1, 1, `parameter ${name} is declared but not used`));
  }
  if (kind !== 'read') found.push(...lintWrittenProperties(text));
  return [...found, ...lintStatement(text, parameters)];
}

/** The blocks of a fields file: name, comments and body, and the line that the block begins on. */
function blocksOf(text) {
  const blocks = [];
  let line = 1;
  for (const piece of text.split(/^(?=\/\/ name: )/m)) {
    const name = directive(piece, 'name')?.split(' -> ')[0];
    if (name !== undefined) blocks.push({ name, text: piece, line });
    line += piece.split('\n').length - 1;
  }
  return blocks;
}

/** What binds a type's variable: `claim` is a Claim in claim.cypher, `relatedPlace` a RelatedPlace in related_place.cypher. */
function givenFor(path) {
  const variable = basename(path, '.cypher').replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
  return `MATCH (${variable}:${variable[0].toUpperCase()}${variable.slice(1)})`;
}

/** Code less everything in braces: what stands in a subquery is not the block's own. */
function outside(code) {
  const less = code.replace(/\{[^{}]*\}/g, '');
  return less === code ? code : outside(less);
}

/** A block as a complete statement, its body beginning on the second line. */
function wrapped(body, given) {
  const code = codeOf(body);
  if (!/^\s*(OPTIONAL\s+)?(MATCH|CALL|UNWIND|WITH)\b/i.test(code)) return `${given} RETURN (\n${body}\n) AS value`;
  const end = /\bRETURN\b/i.test(outside(code)) ? '' : 'RETURN 1 AS one';
  return `${given} RETURN COLLECT {\n${body}\n${end} } AS value`;
}

function lintBlock(block, given) {
  const body = codeOf(block.text).trim();
  if (!/^\w+$/.test(block.name)) return [problem(block.line, 1, `"${block.name}" is not a field's name`)];
  if (!body) return [problem(block.line, 1, `field ${block.name} has no Cypher`)];
  const statement = wrapped(block.text, directive(block.text, 'given') ?? given);
  const declared = declaredParameters(block.text);
  const parameters = directive(block.text, 'params') === undefined ? usedParameters(block.text) : declared;
  return lintStatement(statement, parameters, block.line - 2);
}

function lintFieldsFile(text, path) {
  const blocks = blocksOf(text);
  if (!blocks.length) return [problem(1, 1, 'there is no line `// name: FIELD`')];
  const head = text.slice(0, text.search(/^\/\/ name: /m));
  const found = codeOf(head).trim() ? [problem(1, 1, 'Cypher stands above the first `// name: FIELD`')] : [];
  const twice = blocks.filter((block, place) => blocks.findIndex((other) => other.name === block.name) < place);
  found.push(...twice.map((block) => problem(block.line, 1, `field ${block.name} stands here twice`)));
  const given = directive(head, 'given') ?? givenFor(path);
  return [...found, ...blocks.flatMap((block) => lintBlock(block, given))];
}

function lintFile(path) {
  const text = readFileSync(path, 'utf8');
  const kind = basename(dirname(path));
  return kind === 'fields' ? lintFieldsFile(text, path) : lintStatementFile(text, kind);
}

function main(folder) {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.cypher'))
    .sort()
    .map((name) => join(folder, name));
  let problems = 0;
  for (const path of files) {
    for (const { line, column, message } of lintFile(path)) {
      console.log(`${relative(process.cwd(), path)}:${line}:${column}: ${message}`);
      problems += 1;
    }
  }
  console.log(problems ? `${problems} problems in ${files.length} Cypher files` : `${files.length} Cypher files are fine`);
  return problems ? 1 : 0;
}

process.exitCode = main(process.argv[2] ?? join(here, '..', '..', 'cypher'));
