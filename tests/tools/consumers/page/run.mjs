// Runs a page's script without a browser: node run.mjs <file> <task>

import { pathToFileURL } from "node:url";

// Vite's script asks whether it must preload modules itself.
globalThis.document = { createElement: () => ({ relList: { supports: () => true } }) };

await import(pathToFileURL(process.argv[2]));
console.log(`RESULT ${JSON.stringify(await globalThis.refund(JSON.parse(process.argv[3])))}`);
