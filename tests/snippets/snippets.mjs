// Tests the documents: node snippets.mjs
//
// Compiles every code block in strict TypeScript against the packed package, runs those that the simulator or PostgreSQL can
// answer, and checks that every link leads somewhere and every named file exists. IYZICO_TARBALL names the tarball.

import { deepEqual, equal, ok } from "node:assert/strict";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { Report } from "../support/report.mjs";
import { run } from "../support/program.mjs";
import { installed } from "../support/project.mjs";
import { blocksOf, moduleOf } from "./blocks.mjs";
import { brokenLinks, missingFiles, sourcesIn } from "./links.mjs";
import { runs } from "./runs.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");

const STRICT = {
  target: "es2022",
  lib: ["es2022", "esnext.disposable", "dom", "dom.iterable"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
};
/** Documents that name files of the repository, not of a reader's project. */
const REPOSITORY = ["README.md", "SECURITY.md", "tests/README.md", "www-example/admin/README.md"];
let runCount = 0;

if (!process.env.IYZICO_TARBALL) {
  console.error("IYZICO_TARBALL names no tarball");
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), "iyzico-snippets-"));
const report = new Report();
try {
  await writeFile(join(folder, "package.json"), '{ "name": "reader", "private": true, "type": "module" }\n');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", resolve(process.env.IYZICO_TARBALL)], { cwd: folder });
  for (const name of ["frameworks.d.ts", "reader.d.ts"]) await cp(join(HERE, name), join(folder, name));
  await mkdir(join(folder, "blocks"));
  const names = await documents();
  const blocks = (await Promise.all(names.map((name) => blocksOf(join(ROOT, name), name)))).flat();
  const sql = (await Promise.all(names.map((name) => blocksOf(join(ROOT, name), name, ["sql"])))).flat();
  await report.step("snippets", (check) => compileAll(blocks, check));
  await report.step("run", async (check) => {
    for (const [name, { marks, hold, rewrite = (code) => code }] of Object.entries(runs)) {
      await check(name, async () => {
        const found = blocks.filter(({ code }) => marks.every((mark) => code.includes(mark)));
        ok(found.length, `no block has ${marks.join(" and ")}`);
        for (const { name, code } of found) await hold((world) => runBlock({ name, code: rewrite(code) }, world), { sql });
      });
    }
  });
  await report.step("links", async (check) => {
    for (const name of names) await check(`${name} has no broken link`, async () => deepEqual(await brokenLinks(join(ROOT, name)), []));
  });
  await report.step("files", async (check) => {
    const sources = await sourcesIn(ROOT);
    for (const name of REPOSITORY) await check(`${name} names existing files`, async () => deepEqual(await missingFiles(join(ROOT, name), sources), []));
  });
} finally {
  await rm(folder, { recursive: true });
}
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed || !report.passed ? 1 : 0;

/** The documents of the repository and of the package. */
async function documents() {
  const folders = ["", "pkg-template", "pkg-template/docs", "examples", "tests", "www-example/worker", "www-example/admin"];
  const lists = folders.map(async (folder) => {
    const files = await readdir(join(ROOT, folder)).catch(() => []);
    return files.filter((file) => file.endsWith(".md")).sort().map((file) => join(folder, file));
  });
  return (await Promise.all(lists)).flat();
}

/** Compiles all blocks together, and reports the errors of each. */
async function compileAll(blocks, check) {
  for (const [at, block] of blocks.entries()) await writeFile(join(folder, `blocks/b${at}.ts`), moduleOf(block));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: STRICT, include: ["blocks/*.ts", "*.d.ts"] }));
  const errors = await run(installed(".bin/tsc"), ["--project", folder, "--pretty", "false"], { cwd: folder }).then(() => "", (error) => error.message);
  for (const [at, block] of blocks.entries()) {
    await check(`${block.name} compiles`, () => {
      const own = errors.split("\n").filter((line) => line.includes(`b${at}.ts(`));
      equal(own.join("\n"), "", block.code);
    });
  }
  await check("nothing else is wrong", () => equal(errors.split("\n").filter((line) => /error TS/.test(line) && !/b\d+\.ts\(/.test(line)).join("\n"), ""));
}

/** Runs a block as it stands, stripped of types, with these globals, and gives what it returned. */
async function runBlock(block, world) {
  const names = Object.keys(world);
  const { transform } = await import("esbuild");
  const source = moduleOf(block).replace("async function snippet()", `async function snippet({ ${names.join(", ")} })`);
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "node20" });
  const file = join(folder, `run-${block.name.replace(/\W/g, "-")}-${(runCount += 1)}.mjs`);
  await writeFile(file, code);
  const { default: snippet } = await import(file);
  return typeof snippet === "function" ? snippet(world) : snippet;
}
