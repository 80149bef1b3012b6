// A project that has installed the package, the benchmarks and the packages to compare with.

import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { installed, Project } from "../tests/support/project.mjs";

export async function benchProject(tarball) {
  const project = await Project.create(tarball);
  await cp(fileURLToPath(new URL("inside", import.meta.url)), project.path("benches"), { recursive: true });
  for (const name of ["@noble/hashes", "iyzipay", "valibot"]) {
    const link = project.path("node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    // Linked, so that each finds its own dependencies beside its real path.
    await symlink(installed(name), link);
  }
  return project;
}
