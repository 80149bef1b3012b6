// The few drawings of the page, as strokes on a grid of 20.

const STROKES = {
  back: "M5 8h7a4 4 0 0 1 0 8H7M5 8l3.5-3.5M5 8l3.5 3.5",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  cross: "M6 6l8 8M14 6l-8 8",
  eye: "M2.5 10S5.2 4.8 10 4.8 17.5 10 17.5 10 14.8 15.2 10 15.2 2.5 10 2.5 10zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  file: "M6 2.8h5.2L15 6.6v10.6H6zM11 3v4h4",
  offline: "M3 3l14 14M6.6 11.4A5 5 0 0 1 9 10.1M4 8.6a9 9 0 0 1 2.7-1.8M10 7a9 9 0 0 1 6 1.9M10 15.2h.01",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4",
  wait: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l2.6 1.8",
} as const;

export type IconName = keyof typeof STROKES;

/** A drawing beside words that say the same; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  return svg;
}
