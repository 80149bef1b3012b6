// The links of a document, and the files that it names.

import { access, readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

const NOT_SOURCES = new Set([".git", "node_modules", "target", "pkg"]);

/** The relative links that lead to no file, or to no heading of a document. */
export async function brokenLinks(path) {
  const text = withoutCode(await readFile(path, "utf8"));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
  const broken = await Promise.all(links.map(async (link) => ((await leadsSomewhere(path, link)) ? [] : [link])));
  return broken.flat();
}

/** The files in backticks that end no path of `sources`. */
export async function missingFiles(path, sources) {
  const text = withoutCode(await readFile(path, "utf8"));
  const names = [...text.matchAll(/`([\w./-]+\.(?:rs|m?js|ts|json))`/g)].map(([, name]) => name);
  return [...new Set(names)].filter((name) => !sources.some((file) => file.endsWith(`/${name}`)));
}

/** The paths of all source files below a folder. */
export async function sourcesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths = entries.filter(({ name }) => !NOT_SOURCES.has(name)).map(async (entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesIn(path) : [path];
  });
  return (await Promise.all(paths)).flat();
}

async function leadsSomewhere(path, link) {
  const [file, anchor] = link.split("#");
  const target = file ? resolve(dirname(path), file) : path;
  if (!(await access(target).then(() => true, () => false))) return false;
  return anchor === undefined || anchors(await readFile(target, "utf8")).has(anchor);
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchors(text) {
  const headings = [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
  return new Set(headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\p{M} _-]/gu, "").replaceAll(" ", "-")));
}

function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```$/gm, "");
}
