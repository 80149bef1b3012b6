// The links of a document.

import { access, readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** The relative links that lead to no file, or to no heading of a document. */
export async function brokenLinks(path) {
  const text = withoutCode(await readFile(path, "utf8"));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
  const broken = await Promise.all(links.map(async (link) => ((await leadsSomewhere(path, link)) ? [] : [link])));
  return broken.flat();
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
