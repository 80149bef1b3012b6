// The task of every consumer: requests a refund and reads the possible answers.

export function refund(Iyzico, { config, params, answers }) {
  const iyzico = new Iyzico(config);
  const request = iyzico.refund(params);
  const outcomes = answers.map((answer) => iyzico.read(request, answer));
  iyzico.free();
  return { request, outcomes };
}
