// Which tags may be released.

import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { checkRelease } from "../../.github/release-check.mjs";

const URL_OF_REPOSITORY = "https://github.com/owner/name";
const GOOD = {
  "Cargo.toml": '[package]\nname = "x"\nversion = "1.2.3"\n\n[dependencies]\nversion = "9.9.9"\n',
  "pkg-template/package.json": JSON.stringify({ version: "1.2.3", repository: { url: `git+${URL_OF_REPOSITORY}.git` } }),
  "CHANGELOG.md": "# Changelog\n\n## 1.2.3, 2026-05-04\n\n- What is new.\n\n## 1.2.2, 2026-01-02\n\n- What is old.\n",
};

function check({ tag = "v1.2.3", repository, ...files } = {}) {
  return checkRelease({ tag, repository, read: (name) => files[name] ?? GOOD[name] });
}

test("a tag that fits gives the notes of its section alone", () => {
  deepEqual(check({ repository: URL_OF_REPOSITORY }), { problems: [], notes: "- What is new." });
});

test("a tag of another form is refused", () => {
  for (const tag of ["", "1.2.3", "v1.2", "v1.2.3.4", "vv1.2.3", "v1.2.3\n", "v1.2.3 ", "release"]) {
    match(check({ tag }).problems.join(), /^the tag/, tag);
  }
});

test("a tag of another version is refused for each file", () => {
  for (const tag of ["v1.2.4", "v1.2.2", "v1.2.3-rc.1"]) {
    const { problems } = check({ tag });
    deepEqual(problems.slice(0, 2).map((problem) => problem.split(" ")[0]), ["Cargo.toml", "pkg-template/package.json"]);
  }
});

test("each file counts alone", () => {
  for (const name of ["Cargo.toml", "pkg-template/package.json"]) {
    const { problems } = check({ [name]: GOOD[name].replace("1.2.3", "1.2.4") });
    deepEqual(problems, [`${name} has version 1.2.4, the tag says 1.2.3`]);
  }
});

test("the changelog needs a dated section that says something", () => {
  const titled = (title) => check({ "CHANGELOG.md": `# Changelog\n\n## ${title}\n\n- What is new.\n` }).problems.join();
  match(titled("1.2.30, 2026-05-04"), /no section/);
  match(titled("1.2.3, not released"), /"not released"/);
  match(titled("1.2.3"), /no date/);
  match(titled("1.2.3, 2026-13-04"), /no date/);
  match(check({ "CHANGELOG.md": "## 1.2.3, 2026-05-04\n\n## 1.2.2, 2026-01-02\n\n- Old.\n" }).problems.join(), /says nothing/);
});

test("with a repository given, the package must name it", () => {
  match(check({ repository: "https://github.com/owner/another" }).problems.join(), /repository/);
  match(check({ repository: URL_OF_REPOSITORY, "pkg-template/package.json": '{"version":"1.2.3"}' }).problems.join(), /repository undefined/);
});

test("as a program it fails with what is wrong, about the files of this repository", () => {
  const program = fileURLToPath(new URL("../../.github/release-check.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "v999.0.0"], { encoding: "utf8" });
  deepEqual([status, stdout], [1, ""]);
  match(stderr, /^Cargo\.toml has version \d+\.\d+\.\d+, the tag says 999\.0\.0$/m);
  equal(/undefined/.test(stderr), false);
});
