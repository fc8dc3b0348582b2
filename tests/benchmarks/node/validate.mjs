// The least that a program in Node would do: read each plan with its places, and check its shape.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { LineCounter, parseDocument } from "yaml";

const require = createRequire(import.meta.url);
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;

const [schema, ...paths] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
let found = 0;
for (const path of paths) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  if (validate(document.toJS())) continue;
  for (const error of validate.errors) {
    const node = document.getIn(error.instancePath.split("/").slice(1), true);
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    console.log(`${path}:${line}:${col}: ${error.message}`);
    found += 1;
  }
}
process.exit(found ? 1 : 0);
