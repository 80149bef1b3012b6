// node release-check.mjs <tag> [repository URL]: prints the changelog's section of this version, or says what does not fit.
//
// The tag must be "v" and the version of Cargo.toml and of pkg-template/package.json, and CHANGELOG.md must have a dated
// section of it: "## 1.2.3, 2026-05-04". Given a repository's URL, the package must name it, or npm refuses its provenance.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/** @returns {{ problems: string[], notes: string }} */
export function checkRelease({ tag, repository, read }) {
  const version = tag?.startsWith("v") ? tag.slice(1) : "";
  if (!SEMVER.test(version)) return { problems: [`the tag "${tag}" is not "v" and a version, such as v1.2.3`], notes: "" };

  const manifest = JSON.parse(read("pkg-template/package.json"));
  const versions = { "Cargo.toml": crateVersion(read("Cargo.toml")), "pkg-template/package.json": manifest.version };
  const problems = Object.entries(versions)
    .filter(([, found]) => found !== version)
    .map(([file, found]) => `${file} has version ${found}, the tag says ${version}`);

  const section = sectionOf(read("CHANGELOG.md"), version);
  if (!section) problems.push(`CHANGELOG.md has no section "## ${version}, <date>"`);
  else if (!isDate(section.date)) problems.push(`CHANGELOG.md gives ${version} no date, but "${section.date}"`);
  else if (!section.notes) problems.push(`CHANGELOG.md says nothing about ${version}`);

  if (repository !== undefined && urlOf(manifest.repository) !== repository) {
    problems.push(`pkg-template/package.json has the repository ${JSON.stringify(urlOf(manifest.repository))}, this is ${repository}`);
  }
  return { problems, notes: section?.notes ?? "" };
}

function crateVersion(toml) {
  const [, table = ""] = /^\[package\]\n([^[]*)/m.exec(toml) ?? [];
  return /^version = "([^"]*)"$/m.exec(table)?.[1];
}

function sectionOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const found = sections.find((section) => section.split(/[,\n]/, 1)[0].trim() === version);
  if (!found) return undefined;
  const [title, ...lines] = found.split("\n");
  return { date: title.split(",").slice(1).join(",").trim(), notes: lines.join("\n").trim() };
}

function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function urlOf(repository) {
  const url = typeof repository === "string" ? repository : repository?.url;
  return url?.replace(/^git\+/, "").replace(/\.git$/, "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag, repository] = process.argv.slice(2);
  const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const { problems, notes } = checkRelease({ tag, repository, read });
  if (problems.length) {
    console.error(problems.join("\n"));
    process.exitCode = 1;
  } else {
    console.log(notes);
  }
}
