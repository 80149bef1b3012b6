// All refusals of the simulator: name, iyzico's code, group and message.

/** Names of the card side's refusals. */
export const CODE = {
  wrongDate: "7",
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
  neverPaid: "10012",
};

/** Names of the terminal side's refusals. */
export const TERMINAL_CODE = {
  invalidToken: "100310",
  tokenExpired: "100311",
  foreignDevice: "380102",
  deviceTimeout: "380103",
  paymentNotFound: "380107",
  saleNotFound: "380108",
  nothingAskedFor: "380111",
  notReturnable: "380112",
  deviceBusy: "380201",
  // Assumptions: iyzico lists 380104 and 380105 as validation errors without a word, so they stand in for these cases.
  invalidRequest: "380104",
  fieldMissing: "380104",
  fieldInvalid: "380104",
  referenceTaken: "380105",
  lineNotFound: "380105",
  // Assumptions: no code is published for a void that comes too late or twice; what it asks for is not there to be given.
  voidTooLate: "380112",
  alreadyVoided: "380112",
  refundedBeforeVoid: "380112",
};

/** Names of the login's refusals: OAuth's own words, because iyzico documents the fields of such an answer and no values. */
export const LOGIN_CODE = {
  fieldMissing: "invalid_request",
  unknownClient: "invalid_client",
  unknownUser: "access_denied",
  spentGrant: "invalid_grant",
  unknownGrantType: "unsupported_grant_type",
};

// Turkish words are iyzico's where it publishes them: on the card side all but 1, 11, 24, 10246 and 50000, on the
// terminal side 100311 and 380103. The English ones are ours.
const TEXTS = {
  1: { tr: "Sistem hatası", en: "System error" },
  7: { tr: "Tarih biçimi hatalı", en: "A date has the wrong format" },
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
  100310: { group: "SYSTEM_ERROR", tr: "Token geçersiz", en: "The token is invalid" },
  100311: { group: "SYSTEM_ERROR", tr: "Token kullanım süresi dolmuştur!", en: "The access token has expired" },
  380102: { group: "SYSTEM_ERROR", tr: "Bu cihaza erişim yetkisi yok", en: "No access to this device" },
  380103: {
    group: "TIMEOUT_ERROR",
    tr: "Cihaz yanıtı beklenirken zaman aşımı oluştu!",
    en: "The device did not answer in time",
  },
  380104: { group: "VALIDATION_ERROR", tr: "Alan eksik veya geçersiz", en: "A field is missing or invalid" },
  380105: { group: "VALIDATION_ERROR", tr: "İşlem bilgileri bu satışa uymuyor", en: "The request does not fit this sale" },
  380107: { group: "BUSINESS_ERROR", tr: "paymentId ile ödeme bulunamadı", en: "No payment with this paymentId" },
  380108: { group: "BUSINESS_ERROR", tr: "Bu kimlikle ödeme bulunamadı", en: "No payment with this id" },
  380111: {
    group: "VALIDATION_ERROR",
    tr: "transactionReferenceId veya paymentId gönderilmelidir",
    en: "transactionReferenceId or paymentId must be given",
  },
  380112: {
    group: "BUSINESS_ERROR",
    tr: "İptal veya iade edilecek tutar hesapta yok",
    en: "The amount to void or refund is not available",
  },
  380201: { group: "DEVICE_ERROR", tr: "Terminal önceki işlemle meşgul", en: "The terminal is busy with an earlier operation" },
};

const LOGIN_TEXTS = {
  invalid_request: { tr: "Zorunlu alan eksik veya geçersiz", en: "A mandatory field is missing or invalid" },
  invalid_client: { tr: "İstemci bilgileri bulunamadı", en: "Client not found" },
  access_denied: { tr: "Kullanıcı adı veya parola hatalı", en: "Wrong user name or password" },
  invalid_grant: { tr: "Kod veya token kullanılmış ya da geçersiz", en: "The code or token is used up or invalid" },
  unsupported_grant_type: { tr: "grant_type desteklenmiyor", en: "Unsupported grant_type" },
};

/** Thrown by a rule; becomes the failure answer. `field` names the field that it is about, if any. */
export class Refusal extends Error {
  constructor(code, field) {
    super(describe(code, "en", field).message);
    this.code = code;
    this.field = field;
  }
}

/** Thrown when the simulator itself is used wrongly; no answer of iyzico's. */
export class Misuse extends Error {}

/** Whether this is a code of iyzico's that has a text here. */
export const isKnownCode = (code) => Object.hasOwn(TEXTS, code);

/** The group and the message of a code, in Turkish unless English is asked for. */
export function describe(code, locale, field) {
  const text = TEXTS[code] ?? LOGIN_TEXTS[code];
  const message = text[locale === "en" ? "en" : "tr"];
  return { group: text.group, message: field ? `${message}: ${field}` : message };
}
