"use client";

import { draft, Iyzico } from "iyzico-reversals";
import { useEffect } from "react";

import { refund } from "../../shop.js";

export function Desk() {
  useEffect(() => {
    globalThis.refund = (task) => refund(Iyzico, task);
  }, []);
  return <output>{draft("refund", { paymentTransactionId: "1", price: "5.00" }).fingerprint}</output>;
}
