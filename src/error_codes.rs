//! iyzico's error codes and groups: what each means for money, with its source.

use Advice::*;
use Meaning::{Failed, Unknown};

use crate::doc::Doc;
use crate::json::read_integer;

/// What to do about a failure.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Advice {
    /// Too late for today's cancel: refund after the bank's day end
    AfterDayEnd,
    /// The keys are wrong, of the other environment, or not allowed to do this
    FixCredentials,
    /// The request is wrong as it stands
    FixRequest,
    /// Refused by the bank or by iyzico; the same request will be refused again
    Refused,
    /// The access token is not good any more: log in again and send the same request anew
    RenewToken,
    /// Nothing happened; the same request may succeed later
    RetryLater,
    /// Refund by item instead of by amount
    UseItemRefund,
}

impl Advice {
    /// Every advice.
    pub const ALL: &'static [Self] = &[
        Self::AfterDayEnd,
        Self::FixCredentials,
        Self::FixRequest,
        Self::Refused,
        Self::RenewToken,
        Self::RetryLater,
        Self::UseItemRefund,
    ];

    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AfterDayEnd => "after-day-end",
            Self::FixCredentials => "fix-credentials",
            Self::FixRequest => "fix-request",
            Self::Refused => "refused",
            Self::RenewToken => "renew-token",
            Self::RetryLater => "retry-later",
            Self::UseItemRefund => "use-item-refund",
        }
    }
}

/// What a code says about the money.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Meaning {
    /// Nothing moved
    Failed(Advice),
    /// The bank or iyzico may have done it all the same
    Unknown,
}

/// Judges a failure by its code and group; when either leaves a doubt, the doubt wins.
///
/// iyzico asks merchants to go by the group, because many bank codes share one; its own codes below
/// 10000 have no group.
pub(crate) fn judge(code: &str, group: Option<&str>) -> Meaning {
    let by_code = read_integer(code)
        .and_then(|code| CODES.iter().find(|row| i64::from(row.code) == code))
        .map(|row| row.meaning);
    let by_group = group
        .and_then(|group| GROUPS.iter().find(|(name, _)| *name == group))
        .map(|(_, meaning)| *meaning);
    match (by_code, by_group) {
        (Some(Unknown), _) | (_, Some(Unknown)) => Unknown,
        (Some(meaning), _) | (None, Some(meaning)) => meaning,
        // A till or a system that fails in a way no page explains may have finished first.
        (None, None) if matches!(group, Some("DEVICE_ERROR" | "SYSTEM_ERROR")) => Unknown,
        (None, None) => Failed(Refused),
    }
}

/// One error code.
#[derive(Debug)]
pub struct ErrorCode {
    /// The number
    pub code: u32,
    /// What it says about the money
    pub meaning: Meaning,
    /// The message and group as published
    pub doc: Doc,
    /// Where it is published
    pub source: Doc,
}

const fn row(code: u32, meaning: Meaning, doc: &'static str, source: &'static str) -> ErrorCode {
    ErrorCode {
        code,
        meaning,
        doc: Doc::new(doc),
        source: Doc::new(source),
    }
}

/// Groups that decide where a code is not listed.
static GROUPS: &[(&str, Meaning)] = &[
    ("COMMUNICATION_OR_SYSTEM_ERROR", Unknown),
    ("ISSUER_OR_SWITCH_INOPERATIVE", Unknown),
    ("LOCAL_ERROR", Unknown),
    ("REMOTE_ERROR", Unknown),
    ("REQUEST_TIMEOUT", Unknown),
    ("TIMEOUT", Unknown),
    ("TIMEOUT_ERROR", Unknown),
    ("UNKNOWN", Unknown),
    ("APPROVED_COMPLETED", Unknown),
    ("INVALID_AMOUNT", Failed(FixRequest)),
    ("NO_SUCH_ISSUER", Failed(RetryLater)),
    ("REFUND_DECLINE", Failed(RetryLater)),
    ("REQUIRES_DAY_END", Failed(AfterDayEnd)),
];

/// The codes that were found published; any other is a refusal.
pub static CODES: &[ErrorCode] = &[
    row(1, Unknown, "System error", DOCS),
    row(2, Unknown, "System error", DOCS),
    row(6, Failed(FixRequest), "The request object is mandatory", DOCS),
    row(7, Failed(FixRequest), "A date has the wrong format", DOCS),
    row(11, Failed(FixRequest), "Invalid request", DOCS),
    row(20, Failed(FixRequest), "conversationId is longer than allowed", DOCS),
    row(22, Failed(FixRequest), "ip is longer than allowed", DOCS),
    row(24, Failed(FixRequest), "A mandatory field is missing", DOCS),
    row(1000, Failed(FixCredentials), "Geçersiz imza", VALIDATION),
    row(1001, Failed(FixCredentials), "Api bilgileri bulunamadı", VALIDATION),
    row(1002, Failed(FixCredentials), "Merchant not found", ORVACON),
    row(1003, Failed(FixCredentials), "Authorization error", ORVACON),
    row(1006, Failed(FixCredentials), "Api key missing", ORVACON),
    row(
        5087,
        Failed(FixRequest),
        "Üye İşyerine Ait Ödeme Kaydı Bulunamadı",
        DOCS,
    ),
    row(
        5266,
        Failed(UseItemRefund),
        "Tutar bazlı iadeyi sadece standart işyeri kullanabilir.",
        IYZICO_JS,
    ),
    row(
        9000,
        Failed(FixCredentials),
        "The merchant's account is frozen",
        VALIDATION,
    ),
    row(10005, Failed(Refused), "DO_NOT_HONOUR: İşlem onaylanmadı", BANK),
    row(10012, Failed(Refused), "INVALID_TRANSACTION: Geçersiz işlem", BANK),
    row(10034, Failed(Refused), "FRAUD_SUSPECT: Dolandırıcılık şüphesi", BANK),
    row(10041, Failed(Refused), "LOST_CARD: Kayıp kart, karta el koyunuz", BANK),
    row(
        10043,
        Failed(Refused),
        "STOLEN_CARD: Çalıntı kart, karta el koyunuz",
        BANK,
    ),
    row(
        10051,
        Failed(Refused),
        "NOT_SUFFICIENT_FUNDS: Kart limiti yetersiz, yetersiz bakiye",
        BANK,
    ),
    row(10054, Failed(Refused), "EXPIRED_CARD: Vadesi dolmuş kart", BANK),
    row(
        10057,
        Failed(Refused),
        "NOT_PERMITTED_TO_CARDHOLDER: Kart sahibi bu işlemi yapamaz",
        BANK,
    ),
    row(
        10058,
        Failed(Refused),
        "NOT_PERMITTED_TO_TERMINAL: Terminalin bu işlemi yapmaya yetkisi yok",
        BANK,
    ),
    row(10084, Failed(Refused), "INVALID_CVC2: CVC2 bilgisi hatalı", BANK),
    row(
        10093,
        Failed(Refused),
        "RESTRICTED_BY_LAW: Kartınız e-ticaret işlemlerine kapalıdır",
        BANK,
    ),
    row(
        10201,
        Failed(Refused),
        "CARD_NOT_PERMITTED: Kart, işleme izin vermedi",
        BANK,
    ),
    row(
        10202,
        Unknown,
        "UNKNOWN: Ödeme işlemi esnasında genel bir hata oluştu",
        BANK,
    ),
    // The bank says that it has approved this before: it may be ours.
    row(10203, Unknown, "APPROVED_COMPLETED: Önceden onaylanan işlem", BANK),
    row(
        10204,
        Unknown,
        "UNKNOWN: Ödeme işlemi esnasında genel bir hata oluştu",
        BANK,
    ),
    row(
        10205,
        Failed(Refused),
        "INVALID_CHARS_IN_EMAIL: E-posta geçerli formatta değil",
        BANK,
    ),
    row(
        10206,
        Failed(Refused),
        "INVALID_CVC2_LENGTH: CVC uzunluğu geçersiz",
        BANK,
    ),
    row(
        10207,
        Failed(Refused),
        "REFER_TO_CARD_ISSUER: Bankanızdan onay alınız",
        BANK,
    ),
    row(
        10208,
        Failed(Refused),
        "INVALID_MERCHANT_OR_SP: Üye işyeri kategori kodu hatalı",
        BANK,
    ),
    row(10209, Failed(Refused), "BLOCKED_CARD: Bloke statülü kart", BANK),
    row(10210, Failed(Refused), "INVALID_CAVV: Hatalı CAVV bilgisi", BANK),
    row(10211, Failed(Refused), "INVALID_ECI: Hatalı ECI bilgisi", BANK),
    row(
        10212,
        Failed(Refused),
        "CVC2_MAX_ATTEMPT: CVC2 yanlış girme deneme sayısı aşıldı",
        BANK,
    ),
    row(10213, Failed(Refused), "BIN_NOT_FOUND: BIN bulunamadı", BANK),
    row(
        10214,
        Unknown,
        "COMMUNICATION_OR_SYSTEM_ERROR: İletişim veya sistem hatası",
        BANK,
    ),
    row(
        10215,
        Failed(Refused),
        "INVALID_CARD_NUMBER: Geçersiz kart numarası",
        BANK,
    ),
    row(10216, Failed(RetryLater), "NO_SUCH_ISSUER: Bankası bulunamadı", BANK),
    row(
        10217,
        Failed(Refused),
        "DEBIT_CARDS_REQUIRES_3DS: Banka kartları sadece 3D Secure işleminde kullanılabilir",
        BANK,
    ),
    row(
        10218,
        Failed(Refused),
        "DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED: Banka kartları ile taksit yapılamaz",
        BANK,
    ),
    row(
        10219,
        Unknown,
        "REQUEST_TIMEOUT: Bankaya gönderilen istek zaman aşımına uğradı",
        BANK,
    ),
    row(10220, Failed(Refused), "DECLINED: Ödeme alınamadı", BANK),
    row(
        10221,
        Failed(Refused),
        "NOT_PERMITTED_TO_FOREIGN_CARD: Terminal yurtdışı kartlara kapalı",
        BANK,
    ),
    row(
        10222,
        Failed(Refused),
        "NOT_PERMITTED_TO_INSTALLMENT: Terminal taksitli işleme kapalı",
        BANK,
    ),
    row(10223, Failed(AfterDayEnd), "REQUIRES_DAY_END: Gün sonu yapılmalı", BANK),
    row(
        10224,
        Failed(Refused),
        "EXCEEDS_WITHDRAWAL_AMOUNT_LIMIT: Para çekme limiti aşılmış",
        BANK,
    ),
    row(10225, Failed(Refused), "RESTRICTED_CARD: Kısıtlı kart", BANK),
    row(
        10226,
        Failed(Refused),
        "EXCEEDS_ALLOWABLE_PIN_TRIES: İzin verilen PIN giriş sayısı aşılmış",
        BANK,
    ),
    row(10227, Failed(Refused), "INVALID_PIN: Geçersiz PIN", BANK),
    row(
        10228,
        Unknown,
        "ISSUER_OR_SWITCH_INOPERATIVE: Banka veya terminal işlem yapamıyor",
        BANK,
    ),
    row(
        10229,
        Failed(Refused),
        "INVALID_EXPIRE_YEAR_MONTH: Son kullanma tarihi geçersiz",
        BANK,
    ),
    row(
        10230,
        Failed(Refused),
        "REQUEST_BLOCKED_BY_BANK: İstek bankadan hata aldı",
        BANK,
    ),
    row(
        10231,
        Failed(Refused),
        "SALES_AMOUNT_LESS_THAN_AWARD: Satış tutarı ödül puanından düşük olamaz",
        BANK,
    ),
    row(10232, Failed(FixRequest), "INVALID_AMOUNT: Geçersiz tutar", BANK),
    row(10233, Failed(Refused), "INVALID_CARD_TYPE: Geçersiz kart tipi", BANK),
    row(
        10234,
        Failed(Refused),
        "NOT_SUFFICIENT_AWARD: Yetersiz ödül puanı",
        BANK,
    ),
    row(
        10235,
        Failed(Refused),
        "AMEX_CAN_USE_ONLY_MR: American Express kart hatası",
        BANK,
    ),
    row(
        10236,
        Unknown,
        "UNKNOWN: Ödeme işlemi esnasında genel bir hata oluştu",
        BANK,
    ),
    row(10240, Unknown, "TIMEOUT: the bank could not be reached in time", DOCS),
    row(10241, Unknown, "REMOTE_ERROR: the bank could not be reached", DOCS),
    row(10242, Unknown, "LOCAL_ERROR: the bank could not be reached", DOCS),
    row(
        10246,
        Failed(RetryLater),
        "REFUND_DECLINE: the refund cannot be done now",
        DOCS,
    ),
    row(50000, Failed(RetryLater), "Request Limit Exceeded", ORVACON),
    row(100_310, Failed(RenewToken), "SYSTEM_ERROR: invalid token", TERMINAL),
    row(
        100_311,
        Failed(RenewToken),
        "SYSTEM_ERROR: Token kullanım süresi dolmuştur!",
        TERMINAL,
    ),
    row(
        380_101,
        Failed(FixCredentials),
        "BUSINESS_ERROR: no device of this user name",
        TERMINAL,
    ),
    row(
        380_102,
        Failed(FixCredentials),
        "SYSTEM_ERROR: no access to this device",
        TERMINAL,
    ),
    row(
        380_103,
        Unknown,
        "TIMEOUT_ERROR: Cihaz yanıtı beklenirken zaman aşımı oluştu!",
        TERMINAL,
    ),
    row(
        380_104,
        Failed(FixRequest),
        "VALIDATION_ERROR, text not published",
        TERMINAL,
    ),
    row(
        380_105,
        Failed(FixRequest),
        "VALIDATION_ERROR, text not published",
        TERMINAL,
    ),
    row(
        380_107,
        Failed(FixRequest),
        "BUSINESS_ERROR: no payment with this paymentId",
        TERMINAL,
    ),
    row(
        380_108,
        Failed(FixRequest),
        "BUSINESS_ERROR: no payment with this id",
        TERMINAL,
    ),
    row(
        380_109,
        Failed(FixRequest),
        "BUSINESS_ERROR: no payment with this orderId",
        TERMINAL,
    ),
    row(
        380_111,
        Failed(FixRequest),
        "VALIDATION_ERROR: transactionReferenceId or paymentId must be given",
        TERMINAL,
    ),
    row(
        380_112,
        Failed(Refused),
        "BUSINESS_ERROR: the amount to void or refund is not available",
        TERMINAL,
    ),
    row(
        380_201,
        Failed(RetryLater),
        "DEVICE_ERROR: the till is busy with an earlier operation",
        TERMINAL,
    ),
    // The till failed in a way that no page explains: it may have finished first.
    row(380_202, Unknown, "DEVICE_ERROR, text not published", TERMINAL),
    row(380_203, Unknown, "DEVICE_ERROR, text not published", TERMINAL),
    row(
        380_204,
        Failed(RenewToken),
        "DEVICE_ERROR: the till could not renew its token, the session has ended",
        TERMINAL,
    ),
    row(380_205, Unknown, "DEVICE_ERROR, text not published", TERMINAL),
];

/// What the Terminal API answers when it knows nothing under an id.
pub(crate) const TERMINAL_NOT_FOUND: &[&str] = &["380107", "380108", "380109"];

const BANK: &str = "iyzico gitbook (2018), banka-hatalari";
const DOCS: &str = "docs.iyzico.com, add-ons/error-codes";
const IYZICO_JS: &str = "sandbox answer quoted in feroxbyte/iyzico-js, refund.test.ts";
const ORVACON: &str = "summary of iyzico's pages in orvacon/orvacon";
const TERMINAL: &str = "docs.iyzico.com, terminal-api-integration/error-codes";
const VALIDATION: &str = "iyzico gitbook (2018), validasyon-hatalari";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once_and_in_order() {
        assert!(CODES.windows(2).all(|pair| matches!(pair, [a, b] if a.code < b.code)));
    }

    #[test]
    fn the_doubt_wins() {
        assert_eq!(judge("10220", Some("DECLINED")), Failed(Refused));
        assert_eq!(judge("10220", Some("TIMEOUT")), Unknown);
        assert_eq!(judge("10219", Some("DECLINED")), Unknown);
        assert_eq!(judge("99999", Some("REQUEST_TIMEOUT")), Unknown);
        assert_eq!(judge("99999", Some("REQUIRES_DAY_END")), Failed(AfterDayEnd));
        assert_eq!(judge("99999", None), Failed(Refused));
        assert_eq!(judge("380299", Some("DEVICE_ERROR")), Unknown);
        assert_eq!(judge("380201", Some("DEVICE_ERROR")), Failed(RetryLater));
        assert_eq!(judge("100311", Some("SYSTEM_ERROR")), Failed(RenewToken));
        assert_eq!(judge("380299", Some("BANK_ERROR")), Failed(Refused));
        assert_eq!(judge("not a number", None), Failed(Refused));
    }
}
