// Reads the body of a request, up to a limit.

/** The text; `null` if it has more than `limit` bytes or isn't UTF-8. */
export async function bodyText(call: Request, limit: number): Promise<string | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let text = "";
  let length = 0;
  try {
    for await (const chunk of call.body ?? []) {
      length += chunk.byteLength;
      if (length > limit) return null;
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return null;
  }
}

/** The members of a JSON object; `null` for anything else. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
