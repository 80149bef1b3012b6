// Standard Schema: form libraries infer the params from it.

import { schemas } from "iyzico-reversals";
import type { OperationName, Params } from "iyzico-reversals";
import { same } from "./same.js";

same<keyof typeof schemas, OperationName>(true);

// The interface as https://standardschema.dev prints it.
interface StandardSchemaV1<Input, Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
type Result<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: ReadonlyArray<{ readonly message: string; readonly path?: ReadonlyArray<PropertyKey> | undefined }> };

const standard: StandardSchemaV1<Params["refund"], Params["refund"]> = schemas.refund;
void standard;
const till: StandardSchemaV1<Params["terminal.refund"], Params["terminal.refund"]> = schemas["terminal.refund"];
void till;
// @ts-expect-error this is another operation's schema
const other: StandardSchemaV1<Params["cancel"], Params["cancel"]> = schemas.refund;
void other;
