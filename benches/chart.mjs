// The README's bar chart: one SVG without a script, for light and dark pages.

const WIDTH = 720;
const NAMES = 170;
const VALUES = 70;
const BAR = 18;
const STEP = 26;
const PANEL = 40;

export function chart({ speed, start }) {
  const panels = [
    { title: "Import to the first signed request, ms", bars: start.map(({ name, least }) => ({ name, value: least })) },
    { title: "Build and sign a refund, µs", bars: speed["Node 20"].build.map(timed) },
    { title: "Read and verify its answer, µs", bars: speed["Node 20"].read.map(timed) },
  ];
  let y = 8;
  const drawn = panels.map(({ title, bars }) => {
    const longest = Math.max(...bars.map(({ value }) => value));
    const lines = [text(0, y + 20, "title", title)];
    y += PANEL;
    for (const { name, value } of bars) {
      const own = name === "iyzico-reversals" ? " own" : "";
      const length = Math.max(2, (value / longest) * (WIDTH - NAMES - VALUES));
      lines.push(text(NAMES - 10, y + 14, `name${own}`, name));
      lines.push(`<rect class="bar${own}" x="${NAMES}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="2"/>`);
      lines.push(text(NAMES + length + 8, y + 14, `value${own}`, value < 100 ? value.toFixed(1) : value.toFixed(0)));
      y += STEP;
    }
    y += 6;
    return lines.join("\n");
  });
  const note = text(0, y + 16, "note", "Node 20, the least of many rounds; shorter is faster. Only iyzico-reversals and “by hand” check every field.");
  const height = y + 28;
  const told = panels.map(({ title, bars }) => `${title}: ${bars.map(({ name, value }) => `${name} ${value.toFixed(1)}`).join(", ")}.`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="t d">
<title id="t">iyzico-reversals beside the same work by hand, iyzipay, node:crypto, WebCrypto and @noble/hashes</title>
<desc id="d">${told.join(" ")}</desc>
<style>${STYLE}</style>
${drawn.join("\n")}
${note}
</svg>
`;
}

function timed({ name, microseconds }) {
  return { name, value: microseconds };
}

function text(x, y, kind, content) {
  return `<text class="${kind}" x="${Number(x.toFixed(1))}" y="${y}">${content}</text>`;
}

const STYLE = `
text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #1f2328; }
.title { font-weight: 600; font-size: 15px; }
.name { text-anchor: end; }
.own { font-weight: 600; }
.note { font-size: 13px; fill: #59636e; }
.bar { fill: #8c959f; }
.bar.own { fill: #0969da; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .note { fill: #9198a1; }
  .bar { fill: #6e7681; }
  .bar.own { fill: #58a6ff; }
}
`;
