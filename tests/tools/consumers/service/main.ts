import { Iyzico } from "iyzico-reversals";

import { RefundsService } from "./refunds.service";

declare const process: { readonly argv: readonly string[] };
declare const console: { log(line: string): void };

const service = new RefundsService(new Iyzico({ apiKey: "sandbox-api-key", secretKey: "sandbox-secret-key", environment: "sandbox" }));
if (service.read("1").status !== "unknown") throw new Error("no answer is unknown");
service.shop(JSON.parse(process.argv[2] ?? "")).then((done) => console.log(`RESULT ${JSON.stringify(done)}`));
