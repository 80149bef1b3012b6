// What every consumer does: it asks for a refund and reads what may come back.

export function refund(Iyzico, { config, params, answers }) {
  const iyzico = new Iyzico(config);
  const request = iyzico.refund(params);
  const outcomes = answers.map((answer) => iyzico.read(request, answer));
  iyzico.free();
  return { request, outcomes };
}
