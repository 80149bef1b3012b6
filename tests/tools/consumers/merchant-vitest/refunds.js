// A merchant's own code: books the outcome of a refund.

import { exchange } from "iyzico-reversals/fetch";

export async function refund(iyzico, books, params, options) {
  const request = iyzico.refund(params);
  const outcome = iyzico.read(request, await exchange(request, options));
  if (outcome.status === "success") books.push(["refunded", outcome.data.price]);
  if (outcome.status === "failure") books.push([outcome.advice, outcome.error.code]);
  if (outcome.status === "unknown") books.push([outcome.advice, outcome.reason]);
}
