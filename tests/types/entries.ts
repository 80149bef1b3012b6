// The other entries.

import { Iyzico, instantiate } from "iyzico-reversals/slim";
import { iyzwsv2, sign, signWebhookForTests } from "iyzico-reversals/testing";
import { same } from "./same.js";

declare const core: WebAssembly.Module;
same<ReturnType<typeof instantiate>, void>(true);
instantiate(core);
// @ts-expect-error the wasm module is required
instantiate();
new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });

const { text, signature, inner, authorization } = iyzwsv2({ apiKey: "a", secretKey: "s", randomKey: "r", path: "/", body: "{}" });
const texts: string[] = [text, signature, inner, authorization, sign("secret", "text")];
void texts;
const webhookSignature: string = signWebhookForTests({ secretKey: "s", body: "{}", merchantId: 3404590 });
void webhookSignature;
// @ts-expect-error a body is a string: a parsed body is not the signed text
signWebhookForTests({ secretKey: "s", body: {} });
// @ts-expect-error the random key is required
iyzwsv2({ apiKey: "a", secretKey: "s", path: "/", body: "{}" });
