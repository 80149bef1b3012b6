//! What truly happened to a payment.

use serde_json::{Value, json};

use crate::{Dice, Money};

/// Everything that happened to a payment.
#[derive(Clone, Debug)]
pub struct Truth {
    /// The payment.
    pub payment: Payment,
    /// The request that read-back asks about.
    pub sent: Sent,
    /// Every attempt at a refund or cancel, the oldest first.
    pub events: Vec<Event>,
    /// Whether the request's id was used before, by mistake.
    pub is_id_reused: bool,
}

/// A payment.
#[derive(Clone, Debug)]
pub struct Payment {
    /// iyzico's id.
    pub id: &'static str,
    /// Its currency.
    pub currency: &'static str,
    /// iyzico's `paymentStatus`: 1 is paid.
    pub status: i64,
    /// iyzico's phase.
    pub phase: &'static str,
    /// What was paid for each item.
    pub items: Vec<Money>,
    /// The basket's price. It may be less than what was paid: instalments cost.
    pub price: Money,
    /// The total paid. Rounding may make it differ from the items' sum.
    pub paid: Money,
}

impl Payment {
    /// iyzico's id of an item.
    pub fn item_id(at: usize) -> String {
        format!("2716940{}", at + 1)
    }
}

/// A refund or cancel, as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The operation's name.
    pub operation: &'static str,
    /// Its params.
    pub params: Value,
    /// Its body, if only an earlier version would draft it, because the id may be altered on its way.
    pub legacy_body: Option<String>,
    /// Its own conversationId.
    pub id: Option<&'static str>,
    /// The item of a refund by item.
    pub item: Option<usize>,
    /// The amount; a cancel has none.
    pub price: Option<Money>,
    /// When it was sent by the host's clock, in milliseconds since 1970.
    pub at: i64,
}

/// An attempt at a refund or cancel.
#[derive(Clone, Debug)]
pub struct Event {
    /// When it took effect, or was refused, by the host's clock.
    pub at: i64,
    /// Who made it.
    pub by: Party,
    /// Amounts of items, or the whole payment.
    pub parts: Parts,
    /// Its result.
    pub fate: Fate,
    /// When iyzico's summary begins to count it.
    pub summary_at: i64,
    /// When iyzico's lists begin to show each part; never, if it is not known where iyzico lists it.
    pub lists_at: Vec<i64>,
}

/// The extent of an attempt.
#[derive(Clone, Debug)]
pub enum Parts {
    /// Amounts of items, by their index.
    Items(Vec<(usize, Money)>),
    /// The whole payment.
    Whole,
}

/// Who made an attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Party {
    /// The request that read-back asks about.
    Us,
    /// A person in iyzico's panel, or another program, with an id or without.
    Other(Option<&'static str>),
}

/// The result of an attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fate {
    /// The money moved.
    CarriedOut,
    /// It was refused and nothing moved; iyzico may list it as failed.
    Refused,
    /// iyzico does not know yet; only the bank knows whether the money moved.
    Open {
        /// Whether the money moved.
        moved: bool,
    },
}

impl Event {
    /// Whether it is the request that read-back asks about, and its money moved.
    pub fn is_own_landing(&self) -> bool {
        self.by == Party::Us && self.fate.moved()
    }

    /// Whether all of it is listed at a moment.
    pub fn is_listed(&self, now: i64) -> bool {
        self.lists_at.iter().all(|at| *at <= now)
    }
}

impl Fate {
    /// Whether the money moved.
    pub const fn moved(self) -> bool {
        matches!(self, Self::CarriedOut | Self::Open { moved: true })
    }
}

pub(crate) const SECOND: i64 = 1000;
pub(crate) const MINUTE: i64 = 60 * SECOND;
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;

/// Ids as shops write them. Only an earlier version would draft the last two.
const IDS: [&str; 10] = [
    "c-1",
    "return-7",
    "iade-2026-11-25-siparis-1234567890-kasa-1-deneme-1",
    "0071",
    "12345678901234567890",
    "gid://shop/Order/55 #1:a",
    "Iade 7 Istanbul",
    "shop_order_0000000000000001_R",
    "sipariş-7",
    " c 9 ",
];

/// Ids of others. No alteration turns them into one of the above.
const OTHERS: [Option<&str>; 6] = [
    Some("other-7"),
    None,
    Some("panel-88"),
    Some("4711"),
    Some(""),
    Some("magaza-2026-10-01-iptal-9876543210-subesi"),
];

impl Truth {
    /// Draws what happened.
    pub fn draw(dice: &mut impl Dice) -> Self {
        let payment = payment(dice);
        let sent = sent(&payment, dice);
        let mut truth = Self {
            is_id_reused: sent.id.is_some() && dice.one_in(60),
            events: Vec::new(),
            payment,
            sent,
        };
        truth.attempts(dice);
        truth.events.sort_by_key(|event| event.at);
        truth.settle();
        truth
    }

    fn attempts(&mut self, dice: &mut impl Dice) {
        let sent_at = self.sent.at;
        for _ in 0..dice.pick(&[0, 0, 1, 1, 2, 3]) {
            let age = match dice.below(4) {
                0 => dice.between(DAY, 40 * DAY),
                1 => dice.between(MINUTE, DAY),
                _ => -dice.between(0, 60 * MINUTE),
            };
            let parts = self.parts_of_other(dice);
            let by = Party::Other(dice.pick(&OTHERS));
            self.attempt(sent_at - age, by, parts, dice);
        }
        if self.is_id_reused {
            let parts = self.own_parts(dice);
            let at = sent_at - dice.between(13 * MINUTE, 10 * DAY);
            self.attempt(at, Party::Other(self.sent.id), parts, dice);
        }
        // It never arrived, arrived, or arrived twice.
        for _ in 0..dice.pick(&[0, 0, 0, 1, 1, 1, 1, 2]) {
            let parts = self.own_parts(dice);
            let at = sent_at + dice.between(0, 4 * MINUTE);
            self.attempt(at, Party::Us, parts, dice);
        }
    }

    fn attempt(&mut self, at: i64, by: Party, parts: Parts, dice: &mut impl Dice) {
        let fate = match dice.below(12) {
            0..=7 => Fate::CarriedOut,
            8 | 9 => Fate::Refused,
            10 => Fate::Open { moved: true },
            _ => Fate::Open { moved: false },
        };
        // The bounds count from the sending of ours, and from the event of others, whose sending is not known.
        let from = if by == Party::Us { self.sent.at } else { at };
        let mut shown_at = |most: i64| {
            let latest = from + most;
            match dice.below(3) {
                0 => at,
                1 => latest,
                _ => dice.between(at, latest.max(at)),
            }
        };
        let count = match &parts {
            Parts::Items(parts) => parts.len(),
            Parts::Whole => 1,
        };
        let mut summary_at = shown_at(5 * MINUTE);
        let mut lists_at: Vec<_> = (0..count).map(|_| shown_at(30 * MINUTE)).collect();
        // iyzico does not document where it lists a refund that is charged to the merchant.
        if by == Party::Us && self.sent.operation == "refundChargedFromMerchant" && dice.one_in(2) {
            summary_at = i64::MAX;
            lists_at = vec![i64::MAX; count];
        }
        self.events.push(Event {
            at,
            by,
            parts,
            fate,
            summary_at,
            lists_at,
        });
    }

    fn parts_of_other(&self, dice: &mut impl Dice) -> Parts {
        if dice.one_in(8) {
            return Parts::Whole;
        }
        let item = dice.below(self.payment.items.len());
        let paid = self.payment.items[item];
        // Often of the same amount: two equal partial refunds.
        let amount = match (dice.below(3), self.sent.price) {
            (0, Some(price)) if price <= paid => price,
            (1, _) => paid,
            _ => Money((paid.0 / 3).max(1)),
        };
        Parts::Items(vec![(item, amount)])
    }

    fn own_parts(&self, dice: &mut impl Dice) -> Parts {
        match (self.sent.item, self.sent.price) {
            (Some(item), Some(price)) => Parts::Items(vec![(item, price)]),
            (None, Some(price)) => Parts::Items(self.split(price, dice)),
            _ => Parts::Whole,
        }
    }

    /// Splits an amount over items, as iyzico chooses.
    fn split(&self, price: Money, dice: &mut impl Dice) -> Vec<(usize, Money)> {
        let mut rest = price;
        let mut parts = Vec::new();
        let count = self.payment.items.len();
        let first = dice.below(count);
        for at in 0..count {
            let item = (first + at) % count;
            let part = rest.min(self.payment.items[item]);
            if part > Money(0) {
                parts.push((item, part));
            }
            rest = rest - part;
        }
        parts
    }

    /// Refuses, in the order of time, what is more than the payment has left.
    fn settle(&mut self) {
        let mut left = self.payment.items.clone();
        let mut is_open = self.payment.status == 1;
        let is_charged = self.payment.phase != "PRE_AUTH";
        let whole: Money = self.payment.items.iter().copied().sum();
        for event in &mut self.events {
            let fits = match &event.parts {
                Parts::Whole => left.iter().copied().sum::<Money>() == whole,
                Parts::Items(parts) => {
                    // Several parts of one item add up.
                    let mut rest = left.clone();
                    is_charged
                        && parts.iter().all(|&(item, part)| {
                            let fits = part <= rest[item];
                            rest[item] = Money(rest[item].0.saturating_sub(part.0));
                            fits
                        })
                }
            };
            if !(is_open && fits) {
                event.fate = Fate::Refused;
            }
            if !event.fate.moved() {
                continue;
            }
            match &event.parts {
                Parts::Whole => is_open = false,
                Parts::Items(parts) => {
                    for &(item, part) in parts {
                        left[item] = left[item] - part;
                    }
                }
            }
        }
    }

    /// How often the money of the request moved.
    pub fn landings(&self) -> usize {
        self.events.iter().filter(|event| event.is_own_landing()).count()
    }

    /// What is left of each item at a moment of the host's clock.
    pub fn left(&self, now: i64) -> Vec<Money> {
        let mut left = self.payment.items.clone();
        for event in self.events.iter().filter(|event| event.fate.moved() && event.at <= now) {
            match &event.parts {
                Parts::Whole => left.fill(Money(0)),
                Parts::Items(parts) => {
                    for &(item, part) in parts {
                        left[item] = left[item] - part;
                    }
                }
            }
        }
        left
    }
}

fn payment(dice: &mut impl Dice) -> Payment {
    let figures = [
        Money::hundredths(1000),
        Money::hundredths(500),
        Money::hundredths(1),
        Money::hundredths(1234),
        Money(33_333_333),
        Money::hundredths(9_999_999_999),
    ];
    let items: Vec<_> = (0..dice.pick(&[1, 1, 2, 3])).map(|_| dice.pick(&figures)).collect();
    let sum: Money = items.iter().copied().sum();
    Payment {
        id: "25180208",
        currency: dice.pick(&["TRY", "TRY", "TRY", "EUR"]),
        status: dice.pick(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 2]),
        phase: dice.pick(&["AUTH", "AUTH", "AUTH", "AUTH", "AUTH", "POST_AUTH", "PRE_AUTH"]),
        price: if dice.one_in(8) { Money(sum.0 / 50 + 1) } else { sum },
        paid: if dice.one_in(12) { Money(sum.0 + 1) } else { sum },
        items,
    }
}

fn sent(payment: &Payment, dice: &mut impl Dice) -> Sent {
    let operation = dice.pick(&[
        "refund",
        "refund",
        "refund",
        "refundV2",
        "refundV2",
        "cancel",
        "cancel",
        "refundChargedFromMerchant",
    ]);
    let id = (!dice.one_in(12)).then(|| dice.pick(&IDS));
    let item = operation.starts_with("refund") && operation != "refundV2";
    let item = item.then(|| dice.below(payment.items.len()));
    let most = item.map_or_else(|| payment.items.iter().copied().sum(), |item| payment.items[item]);
    let price = (operation != "cancel").then(|| match dice.below(3) {
        0 => Money((most.0 / 2).max(1)),
        1 => most,
        _ => Money((most.0 / 3).max(1)),
    });
    let mut params = json!({});
    if let Some(id) = id {
        params["conversationId"] = json!(id);
    }
    match item {
        Some(item) => params["paymentTransactionId"] = json!(Payment::item_id(item)),
        None => params["paymentId"] = json!(payment.id),
    }
    if let Some(price) = price {
        params["price"] = json!(price.to_string());
        if dice.one_in(3) {
            params["currency"] = json!(payment.currency);
        }
    }
    let is_legacy = id.is_some_and(|id| !id.is_ascii() || id.trim().len() != id.len());
    // Every version writes the fields in this order.
    let legacy_body = is_legacy.then(|| {
        let text = |name: &str| Some(format!("\"{name}\":{}", params.get(name)?));
        let members = [
            text("conversationId"),
            text("paymentTransactionId"),
            text("paymentId"),
            price.map(|price| format!("\"price\":{price}")),
            text("currency"),
        ];
        format!("{{{}}}", members.into_iter().flatten().collect::<Vec<_>>().join(","))
    });
    Sent {
        operation,
        params,
        legacy_body,
        id,
        item,
        price,
        at: 1_764_100_000_000 + dice.between(0, DAY),
    }
}
