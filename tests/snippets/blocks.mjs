// The code blocks of a README.

import { readFile } from "node:fs/promises";

const BLOCK = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** What stands in a README beside code: commands, output, diagrams. An unknown language is a mistake. */
const NOT_CODE = ["sh", "text"];
const CODE = ["js", "ts"];

/** Every block that is code, with the line it begins on. */
export async function blocksOf(path, name) {
  const text = await readFile(path, "utf8");
  const all = [...text.matchAll(BLOCK)].map(([, language, code, ], at, list) => ({ language, code, at }));
  const lines = [...text.matchAll(BLOCK)].map((match) => text.slice(0, match.index).split("\n").length);
  const unknown = all.filter(({ language }) => ![...NOT_CODE, ...CODE].includes(language));
  if (unknown.length) throw new Error(`${name}:${lines[unknown[0].at]}: a block of the language "${unknown[0].language}"`);
  return all.filter(({ language }) => CODE.includes(language)).map(({ code, at }) => ({ code, name: `${name}:${lines[at]}` }));
}

/** The block as a module: its imports, and the rest as the function that it would stand in. A module of its own stays one. */
export function moduleOf({ code, name }) {
  const isModule = /^export /m.test(code);
  const [imports, rest] = [/^import .*;.*$/gm, /^import .*;.*\n?/gm];
  if (isModule) return `// ${name}\n${code}`;
  const head = [...code.matchAll(imports)].map(([line]) => line);
  return `// ${name}\n${head.join("\n")}\nexport default async function snippet() {\n${code.replace(rest, "")}\n}\n`;
}
