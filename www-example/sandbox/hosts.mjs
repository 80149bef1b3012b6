// The differences between iyzico's APIs: reading bodies, authentication, failure answers, faults.

import { failure } from "./answers.mjs";
import { readFormBody, readJsonBody } from "./call.mjs";
import { CODE, describe, LOGIN_CODE, TERMINAL_CODE } from "./errors.mjs";
import { bears } from "./sales.mjs";
import { authenticate } from "./signature.mjs";
import { terminalFailure } from "./terminal-answers.mjs";

/** Refund, cancel and read-back of card payments: signed requests, the answer to a refund signed too. */
export const cardHost = {
  readBody: readJsonBody,
  authenticate,
  unreadable: CODE.invalidRequest,
  failure,
  side: "card",
  another: anotherPayment,
};

/** The day's list, whose pages can go wrong in ways of their own. */
export const listHost = { ...cardHost, side: "list" };

/** Operations of a physical terminal: a bearer token, nothing signed. */
export const terminalHost = {
  readBody: readJsonBody,
  authenticate: ({ headers }, { logins }) => logins.userOf(bearerOf(headers.authorization)),
  unreadable: TERMINAL_CODE.invalidRequest,
  failure: terminalFailure,
  side: "terminal",
  another: anotherSale,
};

/** The first step of the login, where the form itself says who is calling. */
export const authorizeHost = {
  readBody: readFormBody,
  authenticate: () => null,
  failure: (code, call) => ({
    httpStatus: 401,
    fields: { errorCode: code, description: describe(code, call.locale).message, uri: call.path },
  }),
  side: "login",
};

/** Tokens against a code or a refresh token: Basic credentials, OAuth's answers. */
export const tokenHost = {
  readBody: readFormBody,
  authenticate: ({ headers }, { logins }) => logins.clientOf(basicOf(headers.authorization)),
  failure: (code) => ({ httpStatus: code === LOGIN_CODE.unknownClient ? 401 : 400, fields: { error: code } }),
  side: "login",
};

/** Renewal alone; its page knows no 400. */
export const renewalHost = { ...tokenHost, failure: (code) => ({ httpStatus: 401, fields: { error: code } }) };

function anotherPayment(call, merchant, world) {
  const conversationId = call.field("paymentConversationId");
  const isAskedFor = (payment) =>
    payment.paymentId === call.field("paymentId") ||
    (conversationId !== undefined && payment.conversationId === conversationId) ||
    payment.items.some((item) => item.paymentTransactionId === call.field("paymentTransactionId"));
  return world.books.payments.find((payment) => payment.merchant === merchant && !isAskedFor(payment));
}

function anotherSale(call, user, world) {
  const isAskedFor = (sale) =>
    sale.paymentId === call.field("paymentId") || bears(sale, call.field("transactionReferenceId"));
  return world.sales.sales.find((sale) => sale.user === user && !isAskedFor(sale));
}

const bearerOf = (header = "") => /^Bearer (\S+)$/i.exec(header)?.[1];

function basicOf(header = "") {
  const [, base64 = ""] = /^Basic (\S+)$/i.exec(header) ?? [];
  const [, clientId, clientSecret] = /^([^:]*):(.*)$/s.exec(Buffer.from(base64, "base64").toString("utf8")) ?? [];
  return { clientId, clientSecret };
}
