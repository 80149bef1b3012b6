// The code blocks of a document.

import { readFile } from "node:fs/promises";

const BLOCK = /^```(\w*)\n([\s\S]*?)^```$/gm;

const LANGUAGES = ["html", "js", "json", "sh", "sql", "text", "ts"];
const CODE = ["js", "ts"];

/** The blocks in these languages, named by file and line. A block in an unknown language is an error. */
export async function blocksOf(path, name, languages = CODE) {
  const text = await readFile(path, "utf8");
  const blocks = [...text.matchAll(BLOCK)].map(({ 1: language, 2: code, index }) => {
    const line = text.slice(0, index).split("\n").length;
    return { language, code, name: `${name}:${line}` };
  });
  const unknown = blocks.find(({ language }) => !LANGUAGES.includes(language));
  if (unknown) throw new Error(`${unknown.name}: a block of the language "${unknown.language}"`);
  return blocks.filter(({ language }) => languages.includes(language));
}

/** A block as a module: its imports, and the rest as a function. A block that exports something is a module already. */
export function moduleOf({ code, name }) {
  if (/^export /m.test(code)) return `// ${name}\n${code}`;
  const imports = [...code.matchAll(/^import .*;.*$/gm)].map(([line]) => line);
  const rest = code.replace(/^import .*;.*\n?/gm, "");
  return `// ${name}\n${imports.join("\n")}\nexport default async function snippet() {\n${rest}\n}\n`;
}
