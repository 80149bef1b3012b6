// Addresses within the page: #/payments/25180208, #/sales/REF-SALE-001, #/bulk/…

export const PLACES = ["payments", "sales", "bulk", "sending"] as const;

export type Place = (typeof PLACES)[number];

export interface Route {
  readonly place: Place;
  readonly id: string | null;
}

export function routeOf(hash: string): Route {
  const [, name, id] = /^#\/(\w+)(?:\/(.+))?$/.exec(hash) ?? [];
  const place = PLACES.find((known) => known === name) ?? "payments";
  return { place, id: place === name && id ? decoded(id) : null };
}

export const addressOf = (place: Place, id?: string): string => (id ? `#/${place}/${encodeURIComponent(id)}` : `#/${place}`);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
