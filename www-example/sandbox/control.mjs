// The simulator's own API under /_sandbox/: unsigned, for loopback only, no part of iyzico.

import { knownFaults } from "./faults.mjs";

/** Handlers get (body as plain JSON, query, sandbox) and return [HTTP status, JSON]. */
export const controlRoutes = [
  { method: "POST", path: "/_sandbox/payments", handle: (body, _, sandbox) => [201, sandbox.createPayment(body)] },
  { method: "GET", path: "/_sandbox/books", handle: readBooks },
  { method: "POST", path: "/_sandbox/sales", handle: (body, _, sandbox) => [201, sandbox.createSale(body)] },
  { method: "GET", path: "/_sandbox/sale-books", handle: readSaleBooks },
  { method: "GET", path: "/_sandbox/journal", handle: (_, __, sandbox) => [200, { requests: sandbox.journal() }] },
  { method: "POST", path: "/_sandbox/faults", handle: armFault },
  { method: "GET", path: "/_sandbox/faults", handle: listFaults },
  { method: "DELETE", path: "/_sandbox/faults", handle: clearFaults },
  { method: "POST", path: "/_sandbox/settings", handle: (body, _, sandbox) => [200, sandbox.configure(body)] },
  { method: "POST", path: "/_sandbox/reset", handle: reset },
];

function readBooks(_, query, sandbox) {
  const paymentId = query.get("paymentId");
  if (paymentId === null) return [200, { payments: sandbox.allBooks() }];
  const books = sandbox.books(paymentId);
  return books ? [200, books] : [404, { error: `no payment "${paymentId}"` }];
}

function readSaleBooks(_, query, sandbox) {
  const paymentId = query.get("paymentId");
  if (paymentId === null) return [200, { sales: sandbox.allSaleBooks() }];
  const books = sandbox.saleBooks(paymentId);
  return books ? [200, books] : [404, { error: `no sale "${paymentId}"` }];
}

function armFault(body, _, sandbox) {
  sandbox.fault(body);
  return [201, { waiting: sandbox.faults() }];
}

function listFaults(_, __, sandbox) {
  return [200, { waiting: sandbox.faults(), known: knownFaults() }];
}

function clearFaults(_, __, sandbox) {
  sandbox.clearFaults();
  return [200, { waiting: [] }];
}

function reset(_, __, sandbox) {
  sandbox.reset();
  return [200, { payments: sandbox.allBooks(), sales: sandbox.allSaleBooks() }];
}
