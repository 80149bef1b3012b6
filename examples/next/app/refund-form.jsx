"use client";

import { draft, validate } from "iyzico-reversals";
import { useState } from "react";

export function RefundForm() {
  const [message, setMessage] = useState("");

  async function submit(event) {
    event.preventDefault();
    const { token, paymentId, ...fields } = Object.fromEntries(new FormData(event.currentTarget));
    // A form sends an empty text for a field that was left out.
    const params = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
    const checked = validate("refund", params);
    if (!checked.ok) return setMessage(checked.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
    setMessage("…");
    setMessage(await post(token, { paymentId, intent: draft("refund", checked.value) }));
  }

  return (
    <form onSubmit={submit}>
      <label>Token <input name="token" type="password" required /></label>
      <label>Payment <input name="paymentId" required /></label>
      <label>Item <input name="paymentTransactionId" required /></label>
      <label>Amount <input name="price" inputMode="decimal" placeholder="5.00" /></label>
      {/* The shop's own number of this return: a second click or a reloaded page must not make a second refund. */}
      <label>Return number <input name="conversationId" maxLength={20} pattern="[a-z0-9_\-]+" required /></label>
      <label>
        Reason
        <select name="reason">
          <option value="">–</option>
          <option>BUYER_REQUEST</option>
          <option>DOUBLE_PAYMENT</option>
        </select>
      </label>
      <button>Refund, or ask what became of it</button>
      <output name="message" style={{ whiteSpace: "pre-line" }}>{message}</output>
    </form>
  );
}

async function post(token, body) {
  try {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    const response = await fetch("/api/refunds", { method: "POST", headers, body: JSON.stringify(body) });
    const { state, reason } = await response.json();
    return [state, reason].filter(Boolean).join(": ");
  } catch {
    return "No answer: press again, it refunds once.";
  }
}
