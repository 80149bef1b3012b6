// JSON that keeps the text of every number, because a float would lose what was sent and how it was spelled.

export class NumberText {
  constructor(text) {
    this.text = text;
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const MARK = "\u0000number";

/** Throws a SyntaxError like JSON.parse; every number comes back as a NumberText. */
export function parseJson(text) {
  // Node 20 has no reviver with source text: check the grammar first, then wrap each number token and read again.
  JSON.parse(text);
  const wrapped = text.replace(TOKEN, (token) => (token[0] === '"' ? token : JSON.stringify({ [MARK]: token })));
  return JSON.parse(wrapped, (_, value) => (value?.[MARK] === undefined ? value : new NumberText(value[MARK])));
}

/** Writes in the order of the keys; leaves out what is undefined. */
export function writeJson(value) {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join(",")}}`;
}
