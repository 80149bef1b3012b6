//! iyzico's answer to `paymentDetails` at some moment, as it arrives through the systems in between.

use core::fmt::Write as _;

use serde_json::{Value, json};

use crate::alter::Alteration;
use crate::truth::{DAY, Event, Fate, MINUTE, Parts, Party, Payment, SECOND, Truth};
use crate::{Dice, Money};

/// What happened, and the answer when the host asked.
#[derive(Clone, Debug)]
pub struct World {
    /// What happened.
    pub truth: Truth,
    /// The answer that the host got.
    pub shown: Shown,
}

/// An answer, and what the tests need to know of it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// When the host asked, by its own clock.
    pub asked_at: i64,
    /// The HTTP status.
    pub http_status: u16,
    /// The body.
    pub text: String,
    /// How often the request is listed in full.
    pub own_listed: usize,
    /// Whether the bounds that the package assumes hold.
    pub is_within: bool,
    /// Whether the picture is whole, late and unaltered: then read-back must decide.
    pub is_complete: bool,
    /// Whether lists and summary show everything that moved, in any spelling. A list of refunds may be left out if the summary
    /// is true.
    pub is_caught_up: bool,
    /// Whether the payment's own status and phase are shown.
    pub shows_status: bool,
}

/// What the systems in between do to a picture.
struct Faults {
    /// In this order.
    ids: Vec<Alteration>,
    /// Fields of rows and payments that are left out.
    missing: Vec<&'static str>,
    /// Lists that are `null` or left out.
    lists: Vec<&'static str>,
    /// Refunds are listed among the cancels.
    among_cancels: bool,
    /// The last item is not shown.
    leaves_item_out: bool,
    /// The lira under another of its codes.
    lira: &'static str,
    /// A summary that stays wrong.
    lie: Option<&'static str>,
    http_status: u16,
    /// By how much iyzico's clock differs from the host's.
    skew: i64,
    zone: &'static str,
    /// The age of the picture by its own `systemTime`: a copy of an earlier answer.
    copy_age: i64,
    /// How much later than usual everything is shown.
    beyond: i64,
}

impl World {
    /// Draws a world.
    pub fn draw(dice: &mut impl Dice) -> Self {
        let truth = Truth::draw(dice);
        let shown = Shown::draw(&truth, dice);
        Self { truth, shown }
    }

    /// The body of the request, if only an earlier version would draft it.
    pub fn legacy_body(&self) -> Option<String> {
        self.truth.sent.legacy_body.clone()
    }
}

impl Shown {
    fn draw(truth: &Truth, dice: &mut impl Dice) -> Self {
        let elapsed = match dice.below(8) {
            0 => dice.between(30 * MINUTE, 3 * 60 * MINUTE),
            1 => 30 * MINUTE,
            2 => dice.between(5 * MINUTE, 30 * MINUTE),
            3 => 5 * MINUTE,
            4 => dice.between(0, 5 * MINUTE),
            5 => dice.pick(&[5 * MINUTE, 30 * MINUTE]) - dice.between(1, 2 * SECOND),
            6 => dice.between(30 * MINUTE, 33 * MINUTE),
            _ => dice.between(35 * MINUTE, 2 * DAY),
        };
        let asked_at = truth.sent.at + elapsed;
        let faults = Faults::draw(dice);
        let now = asked_at - faults.beyond - faults.copy_age;
        let picture = Picture {
            truth,
            faults: &faults,
            now,
        };
        let body = picture.body(asked_at, dice);

        let is_not_listed = |event: &Event| event.at <= asked_at && !event.is_listed(now);
        // Where the lists are not whole, a wrong summary can't be detected.
        let lists_lag = truth.events.iter().any(is_not_listed);
        let is_settled = !lists_lag && !truth.events.iter().any(|event| matches!(event.fate, Fate::Open { .. }));
        let summary_lags = truth
            .events
            .iter()
            .any(|event| event.at <= asked_at && event.summary_at > now);
        let is_lie_believed = faults.lie.is_some() && (lists_lag || !faults.lists.is_empty());
        let is_unaltered = faults.ids.iter().all(|alteration| *alteration == Alteration::None)
            && !faults.leaves_item_out
            && faults.missing.is_empty()
            && faults.lists.is_empty()
            && faults.lie.is_none()
            && !faults.among_cancels
            && faults.http_status == 200
            && faults.copy_age == 0
            && faults.skew.abs() <= MINUTE;
        // A row or a request without an id can't be told from another's.
        let is_named = |event: &Event| !matches!(event.by, Party::Other(None | Some("")));
        let is_told_apart = truth.sent.id.is_some()
            && !truth.is_id_reused
            && truth
                .events
                .iter()
                .all(|event| is_named(event) || event.fate == Fate::Refused);
        Self {
            asked_at,
            http_status: faults.http_status,
            own_listed: truth
                .events
                .iter()
                .filter(|event| event.is_own_landing() && event.is_listed(now) && picture.shows_items_of(event))
                .count(),
            is_within: faults.beyond == 0
                && !is_lie_believed
                && (faults.shows("systemTime") || (faults.skew.abs() <= 2 * MINUTE && faults.copy_age == 0))
                // A clock that is ahead hides the age of a copy.
                && (faults.copy_age == 0 || faults.skew <= 0)
                // An id that was used twice needs dates to be told apart.
                && !(truth.is_id_reused && (faults.zone.is_empty() || !faults.shows("createdDate"))),
            is_complete: is_unaltered
                && is_settled
                && !summary_lags
                && is_told_apart
                && elapsed >= 31 * MINUTE
                && faults.beyond == 0
                && truth.landings() < 2
                && truth.sent.operation != "refundChargedFromMerchant",
            is_caught_up: faults.beyond == 0
                && !lists_lag
                && !summary_lags
                && !faults.lists.contains(&"cancels")
                && !is_lie_believed,
            shows_status: faults.shows("paymentStatus"),
            text: body,
        }
    }
}

impl Faults {
    fn draw(dice: &mut impl Dice) -> Self {
        let often = if dice.one_in(4) { dice.pick(&[1, 1, 2]) } else { 0 };
        let ids = (0..often).map(|_| Alteration::draw(dice)).collect();
        let fields = [
            "currencyCode",
            "createdDate",
            "refundStatus",
            "paymentStatus",
            "paymentRefundStatus",
            "paidPrice",
            "systemTime",
            "currency",
            "refundPrice",
        ];
        let missing = (0..dice.pick(&[0, 0, 0, 0, 0, 1, 2]))
            .map(|_| dice.pick(&fields))
            .collect();
        let lists = (0..dice.pick(&[0, 0, 0, 0, 0, 0, 0, 1]))
            .map(|_| dice.pick(&["cancels", "refunds"]))
            .collect();
        let words = ["NOT_REFUNDED", "PARTIALLY_REFUNDED", "TOTALLY_REFUNDED", "REFUNDED", ""];
        Self {
            ids,
            missing,
            lists,
            among_cancels: dice.one_in(12),
            leaves_item_out: dice.one_in(24),
            lira: dice.pick(&["TRY", "TRY", "TRY", "TRY", "TRY", "TL", "949", "TRY "]),
            lie: dice.one_in(16).then(|| dice.pick(&words)),
            http_status: if dice.one_in(16) {
                dice.pick(&[201, 203, 304, 400, 500, 502, 503, 504, 0])
            } else {
                200
            },
            skew: match dice.below(10) {
                0..=5 => 0,
                6 | 7 => dice.between(-2 * MINUTE, 2 * MINUTE),
                8 => dice.between(-30 * SECOND, 30 * SECOND),
                _ => dice.between(-40 * MINUTE, 40 * MINUTE),
            },
            zone: dice.pick(&["Z", "Z", "+03:00", ""]),
            copy_age: if dice.one_in(8) { dice.between(0, 2 * MINUTE) } else { 0 },
            beyond: if dice.one_in(20) { dice.between(MINUTE, DAY) } else { 0 },
        }
    }

    fn shows(&self, field: &str) -> bool {
        !self.missing.contains(&field)
    }
}

struct Picture<'a> {
    truth: &'a Truth,
    faults: &'a Faults,
    /// The moment that the picture shows.
    now: i64,
}

impl Picture<'_> {
    fn body(&self, asked_at: i64, dice: &mut impl Dice) -> String {
        let mut payments = vec![self.payment(dice)];
        if dice.one_in(10) {
            payments.insert(dice.below(2), another_payment());
        }
        let mut body = json!({ "status": "success", "locale": "tr", "payments": payments });
        if self.faults.shows("systemTime") {
            let time = asked_at - self.faults.copy_age + self.faults.skew;
            body["systemTime"] = if dice.one_in(4) {
                json!(time.to_string())
            } else {
                json!(time)
            };
        }
        body.to_string()
    }

    fn payment(&self, dice: &mut impl Dice) -> Value {
        let payment = &self.truth.payment;
        let (cancels, refunds) = self.rows(dice);
        let items: Vec<_> = payment
            .items
            .iter()
            .enumerate()
            .take(payment.items.len() - usize::from(self.is_item_left_out()))
            .map(|(at, paid)| {
                let mut item = json!({
                    "paymentTransactionId": Payment::item_id(at), "transactionStatus": 2,
                    "price": paid.spelled(dice), "paidPrice": paid.spelled(dice),
                });
                let own: Vec<_> = refunds
                    .iter()
                    .filter(|(of, _)| *of == at)
                    .map(|(_, row)| row.clone())
                    .collect();
                self.list(&mut item, "refunds", own, dice);
                item
            })
            .collect();
        let mut shown = json!({
            "paymentId": payment.id, "phase": payment.phase, "itemTransactions": items,
            "price": payment.price.spelled(dice),
        });
        for (name, value) in [
            ("paymentStatus", json!(payment.status)),
            (
                "paymentRefundStatus",
                json!(self.faults.lie.unwrap_or_else(|| self.summary(dice))),
            ),
            ("paidPrice", payment.paid.spelled(dice)),
            ("currency", json!(self.currency(dice))),
        ] {
            if self.faults.shows(name) {
                shown[name] = value;
            }
        }
        self.list(&mut shown, "cancels", cancels, dice);
        shown
    }

    fn shows_items_of(&self, event: &Event) -> bool {
        let shown = self.truth.payment.items.len() - usize::from(self.is_item_left_out());
        match &event.parts {
            Parts::Items(parts) => parts.iter().all(|(item, _)| *item < shown),
            Parts::Whole => true,
        }
    }

    /// Whether an item is left out: only where the total paidPrice is shown, which gives it away.
    fn is_item_left_out(&self) -> bool {
        self.faults.leaves_item_out && self.faults.shows("paidPrice") && self.truth.payment.items.len() > 1
    }

    fn list(&self, of: &mut Value, name: &str, rows: Vec<Value>, dice: &mut impl Dice) {
        match self.faults.lists.contains(&name) {
            false => of[name] = json!(rows),
            true if dice.one_in(2) => of[name] = Value::Null,
            true => {}
        }
    }

    /// The rows of the cancels, and the rows of each item.
    fn rows(&self, dice: &mut impl Dice) -> (Vec<Value>, Vec<(usize, Value)>) {
        let mut cancels = Vec::new();
        let mut refunds = Vec::new();
        for (at, event) in self.truth.events.iter().enumerate() {
            // A refusal may leave no row.
            let is_left_out = event.fate == Fate::Refused && dice.one_in(2);
            if is_left_out || event.lists_at.iter().all(|at| *at > self.now) {
                continue;
            }
            match &event.parts {
                Parts::Whole => {
                    // A cancel's amount is the basket's price or the paidPrice.
                    let whole = dice.pick(&[self.truth.payment.paid, self.truth.payment.price]);
                    cancels.push(self.row(at, event, "cancelConversationId", whole, dice));
                }
                Parts::Items(parts) if self.faults.among_cancels => {
                    let sum = parts.iter().map(|(_, part)| *part).sum();
                    cancels.push(self.row(at, event, "cancelConversationId", sum, dice));
                }
                Parts::Items(parts) => {
                    let shown = parts.iter().zip(&event.lists_at).filter(|(_, at)| **at <= self.now);
                    for (&(item, part), _) in shown {
                        refunds.push((item, self.row(at, event, "refundConversationId", part, dice)));
                    }
                }
            }
        }
        (cancels, refunds)
    }

    fn row(&self, at: usize, event: &Event, id_name: &str, amount: Money, dice: &mut impl Dice) -> Value {
        let faults = self.faults;
        let mut row = json!({ id_name: self.shown_id(event, dice), "hostReference": format!("mock{at}") });
        row[if id_name.starts_with("cancel") {
            "refundId"
        } else {
            "refundTxId"
        }] = json!(30_000_000 + at);
        if faults.shows("refundPrice") {
            row["refundPrice"] = amount.spelled(dice);
        }
        if faults.shows("currencyCode") {
            row["currencyCode"] = json!(self.currency(dice));
        }
        if faults.shows("createdDate") {
            row["createdDate"] = json!(date(event.at + faults.skew, faults.zone));
        }
        let (status, error) = match event.fate {
            Fate::CarriedOut => (json!(1), Value::Null),
            Fate::Refused => (
                json!(0),
                dice.pick(&[("10220", "DECLINED"), ("10051", ""), ("10012", "")])
                    .into_error(),
            ),
            Fate::Open { .. } => match dice.below(6) {
                0 => (json!(0), Value::Null),
                1 => (json!(2), Value::Null),
                2 => (json!(0), ("10219", "REQUEST_TIMEOUT").into_error()),
                3 => (json!(0), ("99999", "").into_error()),
                4 => (json!(1), ("10220", "DECLINED").into_error()),
                _ => (json!(0), ("10220", "System_Error").into_error()),
            },
        };
        if faults.shows("refundStatus") {
            row["refundStatus"] = if dice.one_in(6) {
                json!(status.to_string())
            } else {
                status
            };
        }
        if let Value::Object(error) = error {
            for (name, value) in error {
                row[name] = value;
            }
        }
        row
    }

    fn shown_id(&self, event: &Event, dice: &mut impl Dice) -> Value {
        match event.by {
            Party::Us => self
                .truth
                .sent
                .id
                .map_or(Value::Null, |id| Alteration::all(&self.faults.ids, id, dice)),
            Party::Other(Some(id)) => Alteration::all(&self.faults.ids, id, dice),
            Party::Other(None) => Value::Null,
        }
    }

    fn currency(&self, dice: &mut impl Dice) -> &'static str {
        match self.truth.payment.currency {
            "TRY" => dice.pick(&["TRY", self.faults.lira]),
            currency => currency,
        }
    }

    fn summary(&self, dice: &mut impl Dice) -> &'static str {
        let payment = &self.truth.payment;
        let shown = |event: &&Event| event.fate.moved() && event.summary_at <= self.now;
        let mut given = Money(0);
        for event in self.truth.events.iter().filter(shown) {
            match &event.parts {
                // Whether a cancel shows in the summary is not documented.
                Parts::Whole => return dice.pick(&["NOT_REFUNDED", "TOTALLY_REFUNDED"]),
                Parts::Items(parts) => given = given + parts.iter().map(|(_, part)| *part).sum(),
            }
        }
        let sum: Money = payment.items.iter().copied().sum();
        // A remainder of rounding belongs to no item.
        match given {
            Money(0) => "NOT_REFUNDED",
            given if given >= sum => "TOTALLY_REFUNDED",
            _ => "PARTIALLY_REFUNDED",
        }
    }
}

/// An earlier payment attempt with the same paymentConversationId.
fn another_payment() -> Value {
    json!({
        "paymentId": "25180207", "paymentStatus": 0, "paymentRefundStatus": "NOT_REFUNDED", "paidPrice": 10, "currency": "TRY",
        "cancels": [], "itemTransactions": [{ "paymentTransactionId": "27169300", "paidPrice": 10, "refunds": [] }],
    })
}

trait IntoError {
    fn into_error(self) -> Value;
}

impl IntoError for (&str, &str) {
    fn into_error(self) -> Value {
        let (code, group) = self;
        match group {
            "" => json!({ "errorCode": code }),
            group => json!({ "errorCode": code, "errorGroup": group, "errorMessage": "hata" }),
        }
    }
}

/// A moment as iyzico writes it: in UTC, or in Istanbul's time with or without its zone.
fn date(at: i64, zone: &str) -> String {
    let shift = if zone == "Z" { 0 } else { 3 * 60 * MINUTE };
    let seconds = (at + shift).div_euclid(1000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Civil date of a day count (Howard Hinnant's algorithm).
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    let mut text = String::new();
    let _ = write!(
        text,
        "{year:04}-{month:02}-{:02}T{:02}:{:02}:{:02}{zone}",
        doy - (153 * mp + 2) / 5 + 1,
        second / 3600,
        second / 60 % 60,
        second % 60
    );
    text
}
