// Measures the packed package beside others: node bench.mjs [build] [read] [parts] [memory] [start]
//
// IYZICO_TARBALL names the tarball; without it ../pkg is packed. A run of all points writes
// RESULTS.md. A slow machine fails nothing: only a wrong value or a program that ends badly does.

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import { circumstances } from "./machine.mjs";
import { points } from "./points.mjs";
import { benchProject } from "./project.mjs";
import { asMarkdown, asText } from "./table.mjs";

const INTRODUCTION = `Written by the benchmarks, not by hand. A ratio is the median over rounds in which all take their turn, so that a busy
machine slows all alike: 2 means that it takes twice as long as ours. Before anything is timed, all must have made and
verified the right signatures.
`;

const wanted = process.argv.slice(2);
const stranger = wanted.find((name) => !Object.hasOwn(points, name));
if (stranger !== undefined) {
  console.error(`nothing is called ${stranger}; there are: ${Object.keys(points).join(", ")}`);
  process.exit(2);
}

const tarball = process.env.IYZICO_TARBALL && resolve(process.env.IYZICO_TARBALL);
const project = await benchProject(tarball);
try {
  const facts = await circumstances(project);
  console.log(facts.join("\n"));
  const sections = [];
  for (const name of wanted.length ? wanted : Object.keys(points)) {
    const { title, note, measure } = points[name];
    const table = await measure(project);
    console.log(`\n${title}\n\n${asText(table)}\n\n${note}`);
    sections.push(`## ${title}\n\n${asMarkdown(table)}\n\n${note}\n`);
  }
  if (!wanted.length) {
    const head = `# What the last run of \`cargo xtask bench\` measured\n\n${facts.map((fact) => `- ${fact}`).join("\n")}\n`;
    await writeFile(new URL("RESULTS.md", import.meta.url), [head, INTRODUCTION, ...sections].join("\n"));
  }
} finally {
  await project.remove();
}
