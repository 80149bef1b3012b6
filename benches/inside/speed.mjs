// Prints the times in Node, Deno or Bun: speed.mjs build,read [by-hand-node] [iyzipay] [node-crypto]

import process from "node:process";

import { measure } from "./measure.mjs";

const [points, ...names] = process.argv.slice(2);
const others = [];
for (const name of names) others.push((await import(`./${name}.mjs`)).contender);
console.log(JSON.stringify(await measure(points.split(","), others)));
