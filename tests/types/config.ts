// There is one place to send to, and it is named.

import { Iyzico } from "iyzico-reversals";

const keys = { apiKey: "a", secretKey: "s" };
new Iyzico({ ...keys, environment: "sandbox" });
new Iyzico({ ...keys, environment: "live" });
new Iyzico({ ...keys, baseUrl: "https://example.com" });

// @ts-expect-error environment has no default
new Iyzico(keys);
// @ts-expect-error environment and baseUrl exclude each other
new Iyzico({ ...keys, environment: "sandbox", baseUrl: "https://example.com" });
// @ts-expect-error no such environment
new Iyzico({ ...keys, environment: "production" });
// @ts-expect-error the secret is missing
new Iyzico({ apiKey: "a", environment: "sandbox" });
// @ts-expect-error no such setting
new Iyzico({ ...keys, environment: "sandbox", timeout: 5 });

{
  using iyzico = new Iyzico({ ...keys, environment: "sandbox" });
  iyzico.free();
}
