// Sends a request once and brings back what came, or that nothing did.

export type Answer = readonly [status: number | null, text: string | null];

interface Sendable extends RequestInit {
  readonly url: string;
}

/** Never throws: cut off, refused or timed out, the request may have been carried out all the same. */
export async function exchange(request: Sendable, patience: number): Promise<Answer> {
  const { url, ...init } = request;
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) });
    return [response.status, await response.text()];
  } catch {
    return [null, null];
  }
}
