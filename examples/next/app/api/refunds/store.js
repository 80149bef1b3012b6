// The ledger: a Redis with Upstash's REST API, as Vercel's marketplace has it. Turn persistence on and eviction off.

export async function read(key) {
  return JSON.parse(await command("GET", key));
}

/** Writes a value unless there is one: whether it was written, and what is there now. */
export async function take(key, value) {
  const taken = (await command("SET", key, JSON.stringify(value), "NX")) === "OK";
  return { taken, value: taken ? value : await read(key) };
}

async function command(...words) {
  const { KV_REST_API_URL, KV_REST_API_TOKEN } = process.env;
  const headers = { Authorization: `Bearer ${KV_REST_API_TOKEN}` };
  const response = await fetch(KV_REST_API_URL, { method: "POST", headers, body: JSON.stringify(words), cache: "no-store" });
  if (!response.ok) throw new Error(`the store answers ${response.status}`);
  return (await response.json()).result;
}
