import { RefundForm } from "./refund-form.jsx";

export default function Page() {
  return <RefundForm />;
}
