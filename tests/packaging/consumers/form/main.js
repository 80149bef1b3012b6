import { validate } from "iyzico-reversals";

const form = document.querySelector("form");
form.onsubmit = (event) => {
  event.preventDefault();
  const checked = validate("refund", Object.fromEntries(new FormData(form)));
  form.elements.result.value = checked.ok ? "ok" : checked.issues.map(({ code }) => code).join();
};
