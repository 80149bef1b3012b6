// Errors are told apart by their code, issues by theirs.

import { IyzicoConfigError, isIyzicoError, IyzicoValidationError, validate } from "iyzico-reversals";
import type { Issue, IssueCode, Params } from "iyzico-reversals";
import { same } from "./same.js";

declare const error: IyzicoValidationError | IyzicoConfigError;
if (error.code === "IYZICO_VALIDATION") same<typeof error, IyzicoValidationError>(true);
else same<typeof error, IyzicoConfigError>(true);
same<typeof error.name, "IyzicoValidationError" | "IyzicoConfigError">(true);
const message: string = error.message;
void message;

declare const thrown: unknown;
if (isIyzicoError(thrown)) same<typeof thrown, IyzicoValidationError | IyzicoConfigError>(true);

const validation = validate("refund", {} as unknown);
if (validation.ok) {
  same<typeof validation.value, Params["refund"]>(true);
  // @ts-expect-error a valid result has no issues
  validation.issues;
} else {
  same<typeof validation.issues, readonly Issue[]>(true);
  same<Issue["code"], IssueCode>(true);
  same<Issue["path"], readonly string[]>(true);
  // @ts-expect-error an invalid result has no value
  validation.value;
}

const codes: IssueCode[] = [
  "missing", "unknown_field", "type", "empty", "control_character", "lone_surrogate", "id_format", "amount_format",
  "amount_zero", "amount_scale", "amount_range", "amount_imprecise", "more_than_up_to", "locale", "currency", "ip", "reason",
  "reason_required", "not_an_object", "unknown_operation", "not_json", "draft_altered", "key_characters", "environment", "base_url",
  "count", "date", "too_long", "no_items", "not_with", "url", "other_sale", "unknown_sale_item", "more_than_returnable_quantity",
  "more_than_returnable_amount", "more_than_total_returnable_amount", "contradiction", "reference_format", "too_many", "body", "method",
  "path", "randomness", "freed",
];
const everyCode: Record<IssueCode, true> = Object.assign({}, ...codes.map((code) => ({ [code]: true })));
void everyCode;
void codes;
// @ts-expect-error no such code
const none: IssueCode = "x";
void none;
