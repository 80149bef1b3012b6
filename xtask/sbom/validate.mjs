// Whether a file is valid CycloneDX 1.6, unknown members included.

import { readFile } from "node:fs/promises";

import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const [file] = process.argv.slice(2);
const text = await readFile(file, "utf8");
const errors = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
if (errors !== null) {
  console.error(`${file} is not valid CycloneDX 1.6:`, errors);
  process.exit(1);
}
console.log(`valid CycloneDX 1.6 with ${JSON.parse(text).components.length} components`);
