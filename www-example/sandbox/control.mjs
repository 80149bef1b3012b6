// The simulator's own API under /_sandbox/: unsigned, for loopback only, not part of iyzico.
//
// payments, books         a new payment, also one that was never paid or only authorised; what is true of one or all
// sales, sale-books       the same of a till's sales
// panel-refund            a refund in iyzico's panel, see Books
// journal                 every request of iyzico's API with its outcome
// landings                requests that are carried out later
// faults                  faults of the next requests, see faults.mjs, unkind-faults.mjs and list-faults.mjs
// clock                   { speed, advanceBy } -> { now, speed }, see clock.mjs
// unkind                  how much of the truth the read-back and the day's list show, see unkind.mjs; ?paymentId= for what is drawn for one
// settings, reset         how answers are written where iyzico's documents disagree; back to the beginning

import { knownFaults } from "./fault-queue.mjs";

/** Handlers get (body as plain JSON, query, sandbox) and return [HTTP status, JSON]. */
export const controlRoutes = [
  { method: "POST", path: "/_sandbox/payments", handle: (body, _, sandbox) => [201, sandbox.createPayment(body)] },
  { method: "GET", path: "/_sandbox/books", handle: readBooks },
  { method: "POST", path: "/_sandbox/sales", handle: (body, _, sandbox) => [201, sandbox.createSale(body)] },
  { method: "GET", path: "/_sandbox/sale-books", handle: readSaleBooks },
  { method: "POST", path: "/_sandbox/panel-refund", handle: (body, _, sandbox) => [201, sandbox.panelRefund(body)] },
  { method: "GET", path: "/_sandbox/landings", handle: (_, __, sandbox) => [200, { waiting: sandbox.landings() }] },
  { method: "GET", path: "/_sandbox/clock", handle: (_, __, sandbox) => [200, sandbox.clock()] },
  { method: "POST", path: "/_sandbox/clock", handle: (body, _, sandbox) => [200, sandbox.setClock(body)] },
  { method: "GET", path: "/_sandbox/unkind", handle: (_, query, sandbox) => [200, sandbox.unkind(query.get("paymentId") ?? undefined)] },
  { method: "POST", path: "/_sandbox/unkind", handle: (body, _, sandbox) => [200, sandbox.setUnkind(body)] },
  { method: "DELETE", path: "/_sandbox/unkind", handle: beKind },
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
  return [200, { waiting: sandbox.faults(), ...knownFaults() }];
}

function clearFaults(_, __, sandbox) {
  sandbox.clearFaults();
  return [200, { waiting: [] }];
}

function beKind(_, __, sandbox) {
  sandbox.beKind();
  return [200, sandbox.unkind()];
}

function reset(_, __, sandbox) {
  sandbox.reset();
  return [200, { payments: sandbox.allBooks(), sales: sandbox.allSaleBooks() }];
}
