// Every refusal this simulator can give: its name here, iyzico's code, group and words.

/** Names of the refusals. */
export const CODE = {
  invalidRequest: "11",
  fieldMissing: "24",
  badSignature: "1000",
  unknownApiKey: "1001",
  paymentNotFound: "5087",
  standardMerchantsOnly: "5266",
  declinedByBank: "10220",
  bankTimeout: "10219",
  // Assumptions: iyzico publishes no code for the cases below, so documented codes near in meaning stand in.
  amountNotAllowed: "10232",
  currencyNotOfPayment: "11",
  nothingLeft: "10012",
  alreadyCancelled: "10012",
  refundedBeforeCancel: "10012",
  cancelTooLate: "10012",
  refundTooLate: "10012",
};

// Turkish words are iyzico's where it publishes them (all but 1, 11, 24, 10246 and 50000); the English ones are ours.
const TEXTS = {
  1: { tr: "Sistem hatası", en: "System error" },
  11: { tr: "Geçersiz istek", en: "Invalid request" },
  24: { tr: "Zorunlu alan gönderilmedi", en: "A mandatory field is missing" },
  1000: { tr: "Geçersiz imza", en: "Invalid signature" },
  1001: { tr: "Api bilgileri bulunamadı", en: "Api credentials not found" },
  5087: { tr: "Üye İşyerine Ait Ödeme Kaydı Bulunamadı", en: "Payment of this merchant not found" },
  5266: {
    tr: "Tutar bazlı iadeyi sadece standart işyeri kullanabilir.",
    en: "Only a standard merchant can use the amount based refund.",
  },
  10012: { group: "INVALID_TRANSACTION", tr: "Geçersiz işlem", en: "Invalid transaction" },
  10214: {
    group: "COMMUNICATION_OR_SYSTEM_ERROR",
    tr: "İletişim veya sistem hatası",
    en: "Communication or system error",
  },
  10219: {
    group: "REQUEST_TIMEOUT",
    tr: "Bankaya gönderilen istek zaman aşımına uğradı",
    en: "The request sent to the bank timed out",
  },
  10220: { group: "DECLINED", tr: "Ödeme alınamadı", en: "The payment was declined" },
  10223: { group: "REQUIRES_DAY_END", tr: "Gün sonu yapılmalı", en: "The end of day must be done first" },
  10228: {
    group: "ISSUER_OR_SWITCH_INOPERATIVE",
    tr: "Banka veya terminal işlem yapamıyor",
    en: "The bank or the terminal cannot process now",
  },
  10232: { group: "INVALID_AMOUNT", tr: "Geçersiz tutar", en: "Invalid amount" },
  10246: { group: "REFUND_DECLINE", tr: "İade şu anda yapılamıyor", en: "The refund cannot be done now" },
  50000: { tr: "İstek limiti aşıldı", en: "Request Limit Exceeded" },
};

/** Thrown by a rule; becomes the failure answer. `field` names what code 24 is about. */
export class Refusal extends Error {
  constructor(code, field) {
    super(describe(code, "en", field).message);
    this.code = code;
    this.field = field;
  }
}

/** Thrown when the simulator itself is used wrongly; no answer of iyzico's. */
export class Misuse extends Error {}

/** Whether a code has a text here. */
export const isKnownCode = (code) => Object.hasOwn(TEXTS, code);

/** The group and the message of a code, in Turkish unless English is asked for. */
export function describe(code, locale, field) {
  const text = TEXTS[code];
  const message = text[locale === "en" ? "en" : "tr"];
  return { group: text.group, message: field ? `${message}: ${field}` : message };
}
