// A table as aligned text and as markdown. The first column is text, the rest mostly numbers.

export function asText({ columns, rows }) {
  const lines = [columns, ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const last = columns.length - 1;
  return lines
    .map((line) => line.map((cell, at) => (at === 0 || at === last ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("   ").trimEnd())
    .join("\n");
}

export function asMarkdown({ columns, rows }) {
  const last = columns.length - 1;
  const rule = columns.map((_, at) => (at === 0 || at === last ? "---" : "---:"));
  return [columns, rule, ...rows].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
