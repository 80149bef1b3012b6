// A webhook narrows by ok, and its event by the shape.

import { Iyzico } from "iyzico-reversals";
import type { Webhook, WebhookEvents, WebhookRefusal } from "iyzico-reversals";
import { same } from "./same.js";

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
const found = iyzico.verifyWebhook({ headers: new Headers(), body: "{}" });
same<typeof found, Webhook>(true);
iyzico.verifyWebhook({ headers: { "x-iyz-signature-v3": "a", accept: ["b", "c"], cookie: undefined }, body: "{}" });
iyzico.verifyWebhook({ signature: "a", body: "{}", merchantId: 3404590 });
iyzico.verifyWebhook({ signature: null, body: "{}", merchantId: "3404590" });
// @ts-expect-error the body is required
iyzico.verifyWebhook({ signature: "a" });
// @ts-expect-error the text, not the parsed body
iyzico.verifyWebhook({ signature: "a", body: {} });

// @ts-expect-error event needs a check of ok first
found.event;

if (!found.ok) {
  same<typeof found.reason, WebhookRefusal>(true);
  same<WebhookRefusal, "field-missing" | "malformed" | "signature-missing" | "signature-wrong" | "too-large">(true);
  same<typeof found.field, string | null>(true);
  // @ts-expect-error a refused webhook has no event
  found.event;
} else {
  const type: string = found.event.iyziEventType;
  void type;
  switch (found.shape) {
    case "hosted": {
      same<typeof found.event, WebhookEvents["hosted"]>(true);
      same<typeof found.event.token, string>(true);
      const names: readonly (keyof WebhookEvents["hosted"])[] = found.ids;
      for (const name of names) void found.event[name];
      break;
    }
    case "direct": {
      same<typeof found.event.paymentId, string>(true);
      // @ts-expect-error only a hosted page's event has this field
      found.event.token;
      break;
    }
    case "subscription": {
      same<typeof found.event.orderReferenceCode, string>(true);
      // @ts-expect-error a subscription's event has no status
      found.event.status;
      break;
    }
    default: {
      const nothingElse: never = found;
      void nothingElse;
    }
  }
}
