//! iyzico's error codes: what each means for money, with its source.

use Advice::*;
use Meaning::{Failed, Unknown};

use crate::amount::is_digits;
use crate::doc::Doc;
use crate::json::read_integer;
use crate::named::named;
use crate::table::spec::Access;

named! {
    /// What to do about a failure.
    Advice {
        /// It is too late to cancel today's payment: refund it after the bank's day end.
        AfterDayEnd = "after-day-end",
        /// The keys are wrong, belong to the other environment, or lack permission.
        FixCredentials = "fix-credentials",
        /// The request is wrong: correct it.
        FixRequest = "fix-request",
        /// The bank or iyzico refused, and would refuse the same request again.
        Refused = "refused",
        /// iyzico refused with a code of its own that it does not publish: read back before any new attempt.
        RefusedUnlisted = "refused-unlisted",
        /// The access token has expired or is invalid: renew it and make a new attempt.
        RenewToken = "renew-token",
        /// Nothing happened; a new attempt may succeed later.
        RetryLater = "retry-later",
        /// Refund by item instead of by amount.
        UseItemRefund = "use-item-refund",
    }
}

/// Whether money can have moved.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Meaning {
    /// Nothing moved
    Failed(Advice),
    /// The bank or iyzico may have carried it out
    Unknown,
}

/// One error code.
#[derive(Debug)]
pub struct ErrorCode {
    /// The number
    pub code: u32,
    /// Whether money can have moved
    pub meaning: Meaning,
    /// The published group
    pub group: Option<&'static str>,
    /// The published message
    pub doc: Doc,
    /// The source
    pub source: Doc,
}

const fn row(
    code: u32,
    meaning: Meaning,
    group: Option<&'static str>,
    doc: &'static str,
    source: &'static str,
) -> ErrorCode {
    ErrorCode {
        code,
        meaning,
        group,
        doc: Doc::new(doc),
        source: Doc::new(source),
    }
}

/// What the code and group of a refusal prove.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Proof {
    /// The table lists the code as "not done"
    NotDone(Advice),
    /// An unlisted code of iyzico's own, without a group: it counts only if the answer repeats the request's conversationId
    Unlisted,
    /// The code or the group leaves a doubt
    Doubtful,
    /// Not one of iyzico's codes, or not spelled as iyzico spells codes
    Unreadable,
}

/// Reads the code and group of a refusal. If either leaves a doubt, the doubt wins.
///
/// A code is its exact decimal digits. At a till only codes of six digits are iyzico's own; under `PAYMENT_ERROR` it forwards
/// the codes of its payment service, which have four or five digits. Any other code there comes from the bank or the device
/// (ISO 8583's 91 means that the issuer did not answer).
pub(crate) fn proof(access: Access, code: &str, group: Option<&str>) -> Proof {
    if !is_digits(code) || code.starts_with('0') {
        return Proof::Unreadable;
    }
    if access == Access::Terminal {
        let is_forwarded = group.is_some_and(|group| group.trim().eq_ignore_ascii_case("PAYMENT_ERROR"));
        let digits = if is_forwarded { 4..=6 } else { 6..=6 };
        if !digits.contains(&code.len()) {
            return Proof::Unreadable;
        }
    }
    let number = read_integer(code);
    let place = number.and_then(|number| CODES.binary_search_by_key(&number, |row| row.code.into()).ok());
    let listed = place.and_then(|place| CODES.get(place));
    let is_its_own = |row: &ErrorCode| match (row.group, group) {
        (Some(own), Some(group)) => group.trim().eq_ignore_ascii_case(own),
        _ => false,
    };
    match listed {
        Some(row) if group.is_some_and(is_doubtful) && !is_its_own(row) => Proof::Doubtful,
        Some(row) => match row.meaning {
            Failed(advice) => Proof::NotDone(advice),
            Unknown => Proof::Doubtful,
        },
        None if group.is_some_and(is_doubtful) => Proof::Doubtful,
        // iyzico's own codes. Codes from 10000 are banks', 1 and 2 are system errors, and gateways write HTTP statuses (100 to
        // 599) here.
        None if group.is_none() && access == Access::Merchant && matches!(number, Some(3..=99 | 600..=9999)) => {
            Proof::Unlisted
        }
        None => Proof::Unreadable,
    }
}

/// Whether a group names a time-out or a communication, remote, system or unknown error, in any spelling.
fn is_doubtful(group: &str) -> bool {
    let mut letters = String::new();
    for letter in group.chars() {
        match letter {
            // A Turkish locale maps i to İ and I to ı.
            'İ' | 'ı' => letters.push('I'),
            letter if letter.is_ascii_alphanumeric() => letters.push(letter.to_ascii_uppercase()),
            _ => {}
        }
    }
    DOUBTFUL.iter().any(|word| letters.contains(word))
}

/// Words in iyzico's groups for unfinished operations (`COMMUNICATION_OR_SYSTEM_ERROR`, `ISSUER_OR_SWITCH_INOPERATIVE`,
/// `LOCAL_ERROR`, `REMOTE_ERROR`, `REQUEST_TIMEOUT`, `UNKNOWN`) and for operations done before (`APPROVED_COMPLETED`), and
/// words with the same meaning.
const DOUBTFUL: &[&str] = &[
    "ALREADY",
    "APPROVED",
    "COMM",
    "CONNECTION",
    "DUPLICATE",
    "GATEWAY",
    "GENERAL",
    "HOST",
    "ILETISIM",
    "INOPERATIVE",
    "INTERNAL",
    "LOCALERROR",
    "NETWORK",
    "PENDING",
    "PROCESSING",
    "PROGRESS",
    "REMOTE",
    "RESPONSE",
    "SERVER",
    "SISTEM",
    "SYSTEM",
    "TIMEDOUT",
    "TIMEOUT",
    "UNAVAILABLE",
    "UNEXPECTED",
    "UNKNOWN",
    "UNREACHABLE",
    "ZAMANASIMI",
];

/// Whether a refusal with this code counts under this HTTP status: not under one of a time-out, a limit or a server failure,
/// which a gateway may send.
pub(crate) const fn counts_under(http_status: u16, code: &str) -> bool {
    match http_status {
        // Proxies write 499 when the caller gave up.
        408 | 425 | 499 => false,
        // 50000 is iyzico's code for its request limit.
        429 | 503 => matches!(code.as_bytes(), b"50000"),
        200 | 400..=499 => true,
        _ => false,
    }
}

/// All published codes. A code that is not here proves nothing by itself.
pub static CODES: &[ErrorCode] = &[
    row(1, Unknown, None, "System error", DOCS),
    row(2, Unknown, None, "System error", DOCS),
    row(6, Failed(FixRequest), None, "The request object is mandatory", DOCS),
    row(7, Failed(FixRequest), None, "A date has the wrong format", DOCS),
    row(11, Failed(FixRequest), None, "Invalid request", DOCS),
    row(
        20,
        Failed(FixRequest),
        None,
        "conversationId is longer than allowed",
        DOCS,
    ),
    row(22, Failed(FixRequest), None, "ip is longer than allowed", DOCS),
    row(24, Failed(FixRequest), None, "A mandatory field is missing", DOCS),
    row(1000, Failed(FixCredentials), None, "Geçersiz imza", VALIDATION),
    row(
        1001,
        Failed(FixCredentials),
        None,
        "Api bilgileri bulunamadı",
        VALIDATION,
    ),
    row(1002, Failed(FixCredentials), None, "Merchant not found", ORVACON),
    row(1003, Failed(FixCredentials), None, "Authorization error", ORVACON),
    row(1006, Failed(FixCredentials), None, "Api key missing", ORVACON),
    row(
        5087,
        Failed(FixRequest),
        None,
        "Üye İşyerine Ait Ödeme Kaydı Bulunamadı",
        DOCS,
    ),
    row(
        5266,
        Failed(UseItemRefund),
        None,
        "Tutar bazlı iadeyi sadece standart işyeri kullanabilir.",
        IYZICO_JS,
    ),
    row(
        9000,
        Failed(FixCredentials),
        None,
        "The merchant's account is frozen",
        VALIDATION,
    ),
    row(10005, Failed(Refused), Some("DO_NOT_HONOUR"), "İşlem onaylanmadı", BANK),
    row(
        10012,
        Failed(Refused),
        Some("INVALID_TRANSACTION"),
        "Geçersiz işlem",
        BANK,
    ),
    row(
        10034,
        Failed(Refused),
        Some("FRAUD_SUSPECT"),
        "Dolandırıcılık şüphesi",
        BANK,
    ),
    row(
        10041,
        Failed(Refused),
        Some("LOST_CARD"),
        "Kayıp kart, karta el koyunuz",
        BANK,
    ),
    row(
        10043,
        Failed(Refused),
        Some("STOLEN_CARD"),
        "Çalıntı kart, karta el koyunuz",
        BANK,
    ),
    row(
        10051,
        Failed(Refused),
        Some("NOT_SUFFICIENT_FUNDS"),
        "Kart limiti yetersiz, yetersiz bakiye",
        BANK,
    ),
    row(10054, Failed(Refused), Some("EXPIRED_CARD"), "Vadesi dolmuş kart", BANK),
    row(
        10057,
        Failed(Refused),
        Some("NOT_PERMITTED_TO_CARDHOLDER"),
        "Kart sahibi bu işlemi yapamaz",
        BANK,
    ),
    row(
        10058,
        Failed(Refused),
        Some("NOT_PERMITTED_TO_TERMINAL"),
        "Terminalin bu işlemi yapmaya yetkisi yok",
        BANK,
    ),
    row(
        10084,
        Failed(Refused),
        Some("INVALID_CVC2"),
        "CVC2 bilgisi hatalı",
        BANK,
    ),
    row(
        10093,
        Failed(Refused),
        Some("RESTRICTED_BY_LAW"),
        "Kartınız e-ticaret işlemlerine kapalıdır",
        BANK,
    ),
    row(
        10201,
        Failed(Refused),
        Some("CARD_NOT_PERMITTED"),
        "Kart, işleme izin vermedi",
        BANK,
    ),
    row(
        10202,
        Unknown,
        Some("UNKNOWN"),
        "Ödeme işlemi esnasında genel bir hata oluştu",
        BANK,
    ),
    // The bank has approved this before: it may be this request.
    row(
        10203,
        Unknown,
        Some("APPROVED_COMPLETED"),
        "Önceden onaylanan işlem",
        BANK,
    ),
    row(
        10204,
        Unknown,
        Some("UNKNOWN"),
        "Ödeme işlemi esnasında genel bir hata oluştu",
        BANK,
    ),
    row(
        10205,
        Failed(Refused),
        Some("INVALID_CHARS_IN_EMAIL"),
        "E-posta geçerli formatta değil",
        BANK,
    ),
    row(
        10206,
        Failed(Refused),
        Some("INVALID_CVC2_LENGTH"),
        "CVC uzunluğu geçersiz",
        BANK,
    ),
    row(
        10207,
        Failed(Refused),
        Some("REFER_TO_CARD_ISSUER"),
        "Bankanızdan onay alınız",
        BANK,
    ),
    row(
        10208,
        Failed(Refused),
        Some("INVALID_MERCHANT_OR_SP"),
        "Üye işyeri kategori kodu hatalı",
        BANK,
    ),
    row(10209, Failed(Refused), Some("BLOCKED_CARD"), "Bloke statülü kart", BANK),
    row(
        10210,
        Failed(Refused),
        Some("INVALID_CAVV"),
        "Hatalı CAVV bilgisi",
        BANK,
    ),
    row(10211, Failed(Refused), Some("INVALID_ECI"), "Hatalı ECI bilgisi", BANK),
    row(
        10212,
        Failed(Refused),
        Some("CVC2_MAX_ATTEMPT"),
        "CVC2 yanlış girme deneme sayısı aşıldı",
        BANK,
    ),
    row(10213, Failed(Refused), Some("BIN_NOT_FOUND"), "BIN bulunamadı", BANK),
    row(
        10214,
        Unknown,
        Some("COMMUNICATION_OR_SYSTEM_ERROR"),
        "İletişim veya sistem hatası",
        BANK,
    ),
    row(
        10215,
        Failed(Refused),
        Some("INVALID_CARD_NUMBER"),
        "Geçersiz kart numarası",
        BANK,
    ),
    row(
        10216,
        Failed(RetryLater),
        Some("NO_SUCH_ISSUER"),
        "Bankası bulunamadı",
        BANK,
    ),
    row(
        10217,
        Failed(Refused),
        Some("DEBIT_CARDS_REQUIRES_3DS"),
        "Banka kartları sadece 3D Secure işleminde kullanılabilir",
        BANK,
    ),
    row(
        10218,
        Failed(Refused),
        Some("DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED"),
        "Banka kartları ile taksit yapılamaz",
        BANK,
    ),
    row(
        10219,
        Unknown,
        Some("REQUEST_TIMEOUT"),
        "Bankaya gönderilen istek zaman aşımına uğradı",
        BANK,
    ),
    row(10220, Failed(Refused), Some("DECLINED"), "Ödeme alınamadı", BANK),
    row(
        10221,
        Failed(Refused),
        Some("NOT_PERMITTED_TO_FOREIGN_CARD"),
        "Terminal yurtdışı kartlara kapalı",
        BANK,
    ),
    row(
        10222,
        Failed(Refused),
        Some("NOT_PERMITTED_TO_INSTALLMENT"),
        "Terminal taksitli işleme kapalı",
        BANK,
    ),
    row(
        10223,
        Failed(AfterDayEnd),
        Some("REQUIRES_DAY_END"),
        "Gün sonu yapılmalı",
        BANK,
    ),
    row(
        10224,
        Failed(Refused),
        Some("EXCEEDS_WITHDRAWAL_AMOUNT_LIMIT"),
        "Para çekme limiti aşılmış",
        BANK,
    ),
    row(10225, Failed(Refused), Some("RESTRICTED_CARD"), "Kısıtlı kart", BANK),
    row(
        10226,
        Failed(Refused),
        Some("EXCEEDS_ALLOWABLE_PIN_TRIES"),
        "İzin verilen PIN giriş sayısı aşılmış",
        BANK,
    ),
    row(10227, Failed(Refused), Some("INVALID_PIN"), "Geçersiz PIN", BANK),
    row(
        10228,
        Unknown,
        Some("ISSUER_OR_SWITCH_INOPERATIVE"),
        "Banka veya terminal işlem yapamıyor",
        BANK,
    ),
    row(
        10229,
        Failed(Refused),
        Some("INVALID_EXPIRE_YEAR_MONTH"),
        "Son kullanma tarihi geçersiz",
        BANK,
    ),
    row(
        10230,
        Failed(Refused),
        Some("REQUEST_BLOCKED_BY_BANK"),
        "İstek bankadan hata aldı",
        BANK,
    ),
    row(
        10231,
        Failed(Refused),
        Some("SALES_AMOUNT_LESS_THAN_AWARD"),
        "Satış tutarı ödül puanından düşük olamaz",
        BANK,
    ),
    row(
        10232,
        Failed(FixRequest),
        Some("INVALID_AMOUNT"),
        "Geçersiz tutar",
        BANK,
    ),
    row(
        10233,
        Failed(Refused),
        Some("INVALID_CARD_TYPE"),
        "Geçersiz kart tipi",
        BANK,
    ),
    row(
        10234,
        Failed(Refused),
        Some("NOT_SUFFICIENT_AWARD"),
        "Yetersiz ödül puanı",
        BANK,
    ),
    row(
        10235,
        Failed(Refused),
        Some("AMEX_CAN_USE_ONLY_MR"),
        "American Express kart hatası",
        BANK,
    ),
    row(
        10236,
        Unknown,
        Some("UNKNOWN"),
        "Ödeme işlemi esnasında genel bir hata oluştu",
        BANK,
    ),
    row(
        10240,
        Unknown,
        Some("TIMEOUT"),
        "the bank could not be reached in time",
        DOCS,
    ),
    row(
        10241,
        Unknown,
        Some("REMOTE_ERROR"),
        "the bank could not be reached",
        DOCS,
    ),
    row(
        10242,
        Unknown,
        Some("LOCAL_ERROR"),
        "the bank could not be reached",
        DOCS,
    ),
    row(
        10246,
        Failed(RetryLater),
        Some("REFUND_DECLINE"),
        "the refund cannot be done now",
        DOCS,
    ),
    row(50000, Failed(RetryLater), None, "Request Limit Exceeded", ORVACON),
    row(
        100_001,
        Unknown,
        None,
        "Sistem hatası: the general error of /v2",
        SDK_ISSUES,
    ),
    row(
        100_310,
        Failed(RenewToken),
        Some("SYSTEM_ERROR"),
        "invalid token",
        TERMINAL,
    ),
    row(
        100_311,
        Failed(RenewToken),
        Some("SYSTEM_ERROR"),
        "Token kullanım süresi dolmuştur!",
        TERMINAL,
    ),
    row(
        380_101,
        Failed(FixCredentials),
        Some("BUSINESS_ERROR"),
        "no device of this user name",
        TERMINAL,
    ),
    row(
        380_102,
        Failed(FixCredentials),
        Some("SYSTEM_ERROR"),
        "no access to this device",
        TERMINAL,
    ),
    row(
        380_103,
        Unknown,
        Some("TIMEOUT_ERROR"),
        "Cihaz yanıtı beklenirken zaman aşımı oluştu!",
        TERMINAL,
    ),
    row(
        380_104,
        Failed(FixRequest),
        Some("VALIDATION_ERROR"),
        "text not published",
        TERMINAL,
    ),
    row(
        380_105,
        Failed(FixRequest),
        Some("VALIDATION_ERROR"),
        "text not published",
        TERMINAL,
    ),
    row(
        380_107,
        Failed(FixRequest),
        Some("BUSINESS_ERROR"),
        "no payment with this paymentId",
        TERMINAL,
    ),
    row(
        380_108,
        Failed(FixRequest),
        Some("BUSINESS_ERROR"),
        "no payment with this id",
        TERMINAL,
    ),
    row(
        380_109,
        Failed(FixRequest),
        Some("BUSINESS_ERROR"),
        "no payment with this orderId",
        TERMINAL,
    ),
    row(
        380_111,
        Failed(FixRequest),
        Some("VALIDATION_ERROR"),
        "transactionReferenceId or paymentId must be given",
        TERMINAL,
    ),
    row(
        380_112,
        Failed(Refused),
        Some("BUSINESS_ERROR"),
        "the amount to void or refund is not available",
        TERMINAL,
    ),
    row(
        380_201,
        Failed(RetryLater),
        Some("DEVICE_ERROR"),
        "the till is busy with an earlier operation",
        TERMINAL,
    ),
    // Undocumented failure of the till: it may have finished first.
    row(380_202, Unknown, Some("DEVICE_ERROR"), "text not published", TERMINAL),
    row(380_203, Unknown, Some("DEVICE_ERROR"), "text not published", TERMINAL),
    row(
        380_204,
        Failed(RenewToken),
        Some("DEVICE_ERROR"),
        "the till could not renew its token, the session has ended",
        TERMINAL,
    ),
    row(380_205, Unknown, Some("DEVICE_ERROR"), "text not published", TERMINAL),
];

/// The Terminal API's codes for an unknown id.
pub(crate) const TERMINAL_NOT_FOUND: &[&str] = &["380107", "380108", "380109"];

const BANK: &str = "iyzico gitbook (2018), banka-hatalari";
const DOCS: &str = "docs.iyzico.com, add-ons/error-codes";
const IYZICO_JS: &str = "sandbox answer quoted in feroxbyte/iyzico-js, refund.test.ts";
const ORVACON: &str = "summary of iyzico's pages in orvacon/orvacon";
const SDK_ISSUES: &str = "reports in iyzipay-php (116) and iyzipay-python (71)";
const TERMINAL: &str = "docs.iyzico.com, terminal-api-integration/error-codes";
const VALIDATION: &str = "iyzico gitbook (2018), validasyon-hatalari";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_once_and_in_order() {
        assert!(CODES.windows(2).all(|pair| matches!(pair, [a, b] if a.code < b.code)));
    }

    fn at_card(code: &str, group: Option<&str>) -> Proof {
        proof(Access::Merchant, code, group)
    }

    fn advice(proof: Proof) -> Option<Advice> {
        match proof {
            Proof::NotDone(advice) => Some(advice),
            _ => None,
        }
    }

    #[test]
    fn the_doubt_wins() {
        assert_eq!(advice(at_card("10220", Some("DECLINED"))), Some(Refused));
        assert_eq!(advice(at_card("10220", Some("DO_NOT_HONOUR"))), Some(Refused));
        for group in [
            "TIMEOUT",
            "timeout",
            " Time-out ",
            "REQUEST_TIMEOUT",
            "System_Error",
            "COMMUNICATION_OR_SYSTEM_ERROR",
            "remote error",
            "LOCAL_ERROR",
            "unknown",
            "APPROVED_COMPLETED",
            "REQUEST_TİMEOUT",
            "tımeout",
            "SİSTEM_HATASI",
            "NETWORK_ERROR",
            "NO_RESPONSE",
            "ALREADY_REFUNDED",
        ] {
            assert_eq!(at_card("10220", Some(group)), Proof::Doubtful, "{group}");
            assert_eq!(at_card("99999", Some(group)), Proof::Doubtful, "{group}");
        }
        for code in ["1", "2", "10203", "10219", "10240", "100001", "380103"] {
            assert_eq!(at_card(code, None), Proof::Doubtful, "{code}");
            assert_eq!(at_card(code, Some("DECLINED")), Proof::Doubtful, "{code}");
        }
        // The table lists these codes with this group.
        assert_eq!(advice(at_card("100311", Some("SYSTEM_ERROR"))), Some(RenewToken));
        assert_eq!(advice(at_card("100311", Some(" system_error"))), Some(RenewToken));
        assert_eq!(at_card("100311", Some("TIMEOUT_ERROR")), Proof::Doubtful);
    }

    #[test]
    fn a_code_that_is_not_listed_proves_little() {
        for code in ["3", "5999", "9999"] {
            assert_eq!(at_card(code, None), Proof::Unlisted, "{code}");
            assert_eq!(at_card(code, Some("DECLINED")), Proof::Unreadable, "{code}");
            assert_eq!(proof(Access::Terminal, code, None), Proof::Unreadable, "{code}");
        }
        for code in [
            "100",
            "404",
            "504",
            "599",
            "10999",
            "99999",
            "123456",
            "99999999999999999999",
        ] {
            assert_eq!(at_card(code, None), Proof::Unreadable, "{code}");
        }
        for code in [
            "",
            "0",
            "010220",
            "10220.0",
            "1.022e4",
            "+10220",
            "-1",
            " 10220",
            "x10220",
            "١٠٢٢٠",
        ] {
            assert_eq!(at_card(code, None), Proof::Unreadable, "{code}");
        }
    }

    #[test]
    fn a_till_forwards_codes_of_others() {
        let at_till = |code, group| proof(Access::Terminal, code, group);
        assert_eq!(advice(at_till("380112", None)), Some(Refused));
        assert_eq!(advice(at_till("380201", Some("DEVICE_ERROR"))), Some(RetryLater));
        assert_eq!(advice(at_till("10220", Some("PAYMENT_ERROR"))), Some(Refused));
        assert_eq!(advice(at_till("5087", Some("payment_error"))), Some(FixRequest));
        for (code, group) in [
            ("10220", Some("BANK_ERROR")),
            ("10220", None),
            ("91", Some("BANK_ERROR")),
            ("05", Some("BANK_ERROR")),
            ("5999", Some("PAYMENT_ERROR")),
            ("91", Some("PAYMENT_ERROR")),
            ("380299", Some("DEVICE_ERROR")),
        ] {
            assert_eq!(at_till(code, group), Proof::Unreadable, "{code} {group:?}");
        }
        assert_eq!(at_till("380103", Some("TIMEOUT_ERROR")), Proof::Doubtful);
    }

    #[test]
    fn a_gateways_status_proves_nothing() {
        for status in [200, 400, 401, 403, 404, 422, 498] {
            assert!(counts_under(status, "10220"), "{status}");
        }
        for status in [0, 100, 201, 302, 408, 425, 429, 499, 500, 502, 503, 504, 599] {
            assert!(!counts_under(status, "10220"), "{status}");
        }
        assert!(counts_under(429, "50000") && counts_under(503, "50000") && !counts_under(500, "50000"));
    }
}
