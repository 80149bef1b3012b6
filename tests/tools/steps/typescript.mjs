// TypeScript: every version and module resolution, in ESM and CommonJS packages. The output runs in Node.

import { cp, mkdir, writeFile } from "node:fs/promises";

import { checkShop, program } from "../checks.mjs";

// 5.4 does not know it yet.
const STRICTER = { noUncheckedSideEffectImports: true };

// Versions before 7 have `node10`. 6 warns about it.
const VERSIONS = {
  "typescript-5.4": { tool: "typescript54", node10: {}, flags: {} },
  "typescript-5.9": { tool: "typescript", node10: {}, flags: STRICTER },
  "typescript-6": { tool: "typescript6", node10: { ignoreDeprecations: "6.0" }, flags: STRICTER },
  "typescript-7": { tool: "typescript7", flags: STRICTER },
};

const STRICT = {
  target: "es2022",
  // Neither DOM nor Node types.
  lib: ["es2022"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  declaration: true,
  isolatedModules: true,
  skipLibCheck: false,
  rootDir: ".",
  outDir: "dist",
};

export const steps = {
  ...Object.fromEntries(Object.entries(VERSIONS).map(([name, version]) => [name, (given) => everyProject(name, version, given)])),

  // A service for a framework such as Nest: decorators, compiled to CommonJS.
  "typescript-service": async ({ workshop, check }) => {
    await cp(workshop.path("typescript/shop.ts"), workshop.path("service/shop.ts"));
    await compile(workshop, "typescript", "service");
    await checkShop(check, "the service", program(workshop, process.execPath, ["dist/main.js"], "service"));
  },
};

async function everyProject(name, { tool, node10, flags }, { workshop, check }) {
  for (const [project, { type, options, files }] of Object.entries(projects(node10))) {
    const folder = `typescript/${name}/${project}`;
    await mkdir(workshop.path(folder), { recursive: true });
    for (const file of files) await cp(workshop.path("typescript", file), workshop.path(folder, file));
    await writeFile(workshop.path(folder, "package.json"), JSON.stringify({ name: "shop", private: true, type }));
    await writeFile(workshop.path(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...STRICT, ...flags, ...options }, files }));
    let isCompiled = false;
    await check(`${project} compiles`, async () => {
      await compile(workshop, tool, folder);
      isCompiled = true;
    });
    if (!isCompiled || options.noEmit) continue;
    if (files.includes("main.ts")) await checkShop(check, project, program(workshop, process.execPath, ["dist/main.js"], folder));
    if (files.includes("require.cts")) await check(`${project} requires`, () => workshop.run(process.execPath, ["dist/require.cjs"], folder).then(() => {}));
  }
}

function projects(node10) {
  const files = ["shop.ts", "main.ts", "merchant.ts"];
  const all = {};
  for (const resolution of ["node16", "nodenext"]) {
    const options = { module: resolution, moduleResolution: resolution };
    all[`${resolution} esm`] = { type: "module", options: { ...options, verbatimModuleSyntax: true }, files: [...files, "require.cts"] };
    all[`${resolution} commonjs`] = { type: "commonjs", options, files };
  }
  const bundler = { moduleResolution: "bundler" };
  all["bundler esm"] = { type: "module", options: { ...bundler, module: "esnext", verbatimModuleSyntax: true }, files };
  // As in the templates of Next and others, where the bundler picks the module format.
  const page = { ...bundler, module: "esnext", lib: ["es2022", "dom"], noEmit: true };
  all["bundler without a type"] = { options: page, files: ["merchant.ts", "host.ts"] };
  all["bundler commonjs"] = { type: "commonjs", options: { ...bundler, module: "preserve" }, files: ["require.cts"] };
  if (node10) all["node10 commonjs"] = { type: "commonjs", options: { ...node10, module: "commonjs", moduleResolution: "node10" }, files };
  return all;
}

function compile(workshop, tool, folder) {
  const cli = workshop.tool(`${tool}/bin/tsc`);
  return workshop.run(process.execPath, [cli, "--project", ".", "--pretty", "false"], folder);
}
