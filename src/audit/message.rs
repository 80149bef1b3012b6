//! The messages of findings, in English and Turkish.

use super::entry::Entry;
use super::finding::{Cause, FindingKind};
use super::matching::Found;
use super::row::{Kind, Row, sum};
use crate::amount::Amount;
use crate::issue::Locale;

/// The message of a finding about an entry.
pub(super) fn of_entry(locale: Locale, entry: &Entry, found: &Found<'_>, kind: FindingKind, cause: Cause) -> String {
    let currency = entry.currency.as_deref();
    let booked = money(entry.amount, currency);
    let seen = money(
        sum(&found.rows),
        found.rows.iter().find_map(|row| row.currency.as_deref()),
    );
    let (id, target) = (&entry.id, entry.target.id());
    let operation = entry.operation;
    let subject = match locale {
        Locale::En => format!("Entry {id} ({operation}{booked} at {target})"),
        Locale::Tr => format!("{id} kaydı ({target} için {operation}{booked})"),
    };
    let sentence = match (locale, kind) {
        (Locale::En, FindingKind::Different) => format!("happened by your books; iyzico's list has{seen} for it"),
        (Locale::Tr, FindingKind::Different) => {
            format!("defterinizde gerçekleşmiş, ama iyzico'nun listesinde{seen} olarak var")
        }
        (Locale::En, FindingKind::Landed) => {
            format!("is open in your books; iyzico's list has it with{seen}: it happened")
        }
        (Locale::Tr, FindingKind::Landed) => {
            format!("defterinizde açık, ama iyzico'nun listesinde{seen} olarak var: gerçekleşmiş")
        }
        (Locale::En, FindingKind::Late) => format!("did not happen by your books; iyzico's list has it with{seen}"),
        (Locale::Tr, FindingKind::Late) => {
            format!("defterinizde gerçekleşmemiş, ama iyzico'nun listesinde{seen} olarak var")
        }
        (Locale::En, FindingKind::Missing) => "happened by your books; iyzico's lists do not have it".to_owned(),
        (Locale::Tr, FindingKind::Missing) => "defterinizde gerçekleşmiş; iyzico'nun listelerinde yok".to_owned(),
        (Locale::En, _) => "can't be decided by these lists".to_owned(),
        (Locale::Tr, _) => "bu listelerle karara bağlanamıyor".to_owned(),
    };
    ended(locale, &format!("{subject} {sentence}"), cause)
}

/// The message of a finding about a row without an entry.
pub(super) fn of_row(locale: Locale, row: &Row, kind: FindingKind, cause: Cause) -> String {
    let target = row.item.as_deref().or(row.payment.as_deref()).unwrap_or("?");
    let amount = money(row.amount(), row.currency.as_deref());
    let what = match (locale, row.kind) {
        (Locale::En, Kind::Cancel) => "A cancel",
        (Locale::En, Kind::Refund) => "A refund",
        (Locale::Tr, Kind::Cancel) => "Bir iptal",
        (Locale::Tr, Kind::Refund) => "Bir iade",
    };
    let sentence = match (locale, kind) {
        (Locale::En, FindingKind::Unexpected) => {
            format!("{what} of{amount} at {target} is on iyzico's list and not in your books")
        }
        (Locale::Tr, FindingKind::Unexpected) => {
            format!("{what} ({target} için{amount}) iyzico'nun listesinde var, defterinizde yok")
        }
        (Locale::En, _) => format!("{what} of{amount} at {target} can't be decided by these lists"),
        (Locale::Tr, _) => format!("{what} ({target} için{amount}) bu listelerle karara bağlanamıyor"),
    };
    ended(locale, &sentence, cause)
}

/// An amount with its currency and a space before it.
fn money(amount: Option<Amount>, currency: Option<&str>) -> String {
    let amount = amount.map(|amount| format!(" {amount}"));
    let currency = currency.map(|currency| format!(" {currency}"));
    [amount, currency].into_iter().flatten().collect()
}

/// The sentence, with the reason if that adds something.
fn ended(locale: Locale, sentence: &str, cause: Cause) -> String {
    let (en, tr) = match cause {
        Cause::Absent | Cause::Amount | Cause::Listed => return format!("{sentence}."),
        Cause::Currency => ("the currency is another", "para birimi farklı"),
        Cause::DoubtfulRow => (
            "its row is neither approved nor rejected",
            "satırı ne onaylanmış ne reddedilmiş",
        ),
        Cause::EarlierRow => ("its row is older than the request", "satırı istekten daha eski"),
        Cause::EmptyList => ("the list of the day is empty", "o günün listesi boş"),
        Cause::Incomplete => ("the lists are incomplete", "listeler eksik"),
        Cause::Rejected => ("one of them shows it as rejected", "birinde reddedilmiş görünüyor"),
        Cause::Target => ("the item or payment is another", "kalemi ya da ödemesi farklı"),
        Cause::TooEarly => ("it is too early: they lag", "henüz erken: listeler gecikmeli gelir"),
        Cause::TooManyRows => ("its payment has too many rows", "ödemesinin satırı çok fazla"),
        Cause::UnclearAmount => ("its row has no clear amount", "satırının tutarı belirsiz"),
        Cause::Unlisted => (
            "nobody knows where iyzico lists this operation",
            "bu işlemin nerede listelendiği bilinmiyor",
        ),
    };
    format!("{sentence}: {}.", locale.pick(en, tr))
}
