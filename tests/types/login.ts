// The login's steps: no drafts, no fingerprint, a body that no log shows.

import { draft, IyzicoTerminalLogin, schemas } from "iyzico-reversals";
import type { LoginRequest, Outcome } from "iyzico-reversals";
import { same } from "./same.js";

const login = new IyzicoTerminalLogin({ clientId: "c", clientSecret: "s", environment: "sandbox" });
const request = login.authorize({ username: "u", password: "p", request_timestamp: "1766660749" });
same<typeof request, LoginRequest<"login.authorize">>(true);
same<typeof request.body, Blob>(true);
same<typeof request.method, "POST">(true);
const answer: Promise<Response> = fetch(request.url, request);
void [answer, schemas["login.authorize"]];

// @ts-expect-error a login has no fingerprint
request.fingerprint;
// @ts-expect-error a timestamp is a string of digits
login.authorize({ username: "u", password: "p", request_timestamp: 1766660749 });
// @ts-expect-error the code is missing
login.token({});
// @ts-expect-error a login can't be drafted
draft("login.authorize", { username: "u", password: "p", request_timestamp: "1" });
// @ts-expect-error a login client signs no drafts
login.sign;
// @ts-expect-error the secret is missing
new IyzicoTerminalLogin({ clientId: "c", environment: "sandbox" });

const coded = login.read(request, { status: 200, text: "{}" });
same<typeof coded, Outcome<"login.authorize">>(true);
if (coded.status === "success") login.token({ code: coded.data.code });
const tokens = login.read(login.token({ code: "c" }), { status: 200, text: "{}" });
if (tokens.status === "success") {
  same<typeof tokens.data.access_token, string>(true);
  same<typeof tokens.data.refresh_token, string | undefined>(true);
  same<typeof tokens.data.expires_in, number | undefined>(true);
  // @ts-expect-error this field belongs to the step before
  tokens.data.code;
  // @ts-expect-error the value may be absent
  login.refresh({ refresh_token: tokens.data.refresh_token });
}
if (tokens.status === "unknown") same<typeof tokens.advice, "retry-later">(true);
