// The worker's responses and their common headers.

import type { Refusal } from "./refusal.js";

const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
};

export const json = (value: unknown, status = 200) => Response.json(value, { status, headers: HEADERS });

export const csv = (text: string, name: string) =>
  new Response(text, {
    headers: { ...HEADERS, "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}"` },
  });

export const noContent = () => new Response(null, { status: 204, headers: HEADERS });

export function refuse({ status, ...error }: Refusal): Response {
  return json({ error }, status);
}
