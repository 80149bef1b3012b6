// Measures the packed package beside others: node bench.mjs [speed] [parts] [native] [start] [memory]
//
// IYZICO_TARBALL names the tarball; without it ../pkg is packed. IYZICO_SIZES has the sizes of
// `cargo xtask size` as JSON. A run of all points writes RESULTS.md and results.svg. Only a wrong value or a crash
// fails the run, never a slow machine.

import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import { chart } from "./chart.mjs";
import { circumstances, load } from "./machine.mjs";
import { points } from "./points.mjs";
import { benchProject } from "./project.mjs";
import { asMarkdown, asText } from "./table.mjs";
import { againstTargets } from "./targets.mjs";

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

const started = performance.now();
const tarball = process.env.IYZICO_TARBALL && resolve(process.env.IYZICO_TARBALL);
const project = await benchProject(tarball);
try {
  const facts = await circumstances();
  console.log(facts.join("\n"));
  const found = {};
  const sections = [];
  const show = (title, table, note) => {
    console.log(`\n${title}\n\n${asText(table)}\n${note && `\n${note}\n`}`);
    return `## ${title}\n\n${asMarkdown(table)}\n${note && `\n${note}\n`}`;
  };
  for (const name of wanted.length ? wanted : Object.keys(points)) {
    const { title, note, measure, table } = points[name];
    found[name] = await measure(project);
    sections.push(show(title, table(found[name]), note));
  }
  const targets = againstTargets(found, process.env.IYZICO_SIZES && JSON.parse(process.env.IYZICO_SIZES));
  if (targets.rows.length) sections.unshift(show("Against the targets", targets, ""));
  console.log(`load ${load()} at the end, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (!wanted.length) {
    const head = `# What the last run of \`cargo xtask bench\` measured\n\n${facts.map((fact) => `- ${fact}`).join("\n")}\n`;
    await writeFile(new URL("RESULTS.md", import.meta.url), [head, INTRODUCTION, ...sections].join("\n"));
    await writeFile(new URL("results.svg", import.meta.url), chart(found));
  }
} finally {
  await project.remove();
}
