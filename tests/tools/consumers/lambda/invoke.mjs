// Invokes a built handler: node invoke.mjs <file> <task>

import { pathToFileURL } from "node:url";

const built = await import(pathToFileURL(process.argv[2]));
// A CommonJS handler that is bundled as ESM has its exports in the default export.
const { handler } = built.handler ? built : built.default;
console.log(`RESULT ${JSON.stringify(await handler(JSON.parse(process.argv[3])))}`);
