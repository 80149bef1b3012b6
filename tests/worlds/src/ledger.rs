//! A day to audit: what a merchant asked for and recorded, what truly moved, and what iyzico lists.

use serde_json::{Map, Value, json};

use crate::alter::Alteration;
use crate::truth::{DAY, MINUTE};
use crate::{Dice, Money};

/// A day with the days beside it.
#[derive(Debug)]
pub struct LedgerWorld {
    /// The day that is audited.
    pub day: &'static str,
    /// When the first page is asked for.
    pub asked_at: i64,
    /// What the merchant asked for.
    pub intents: Vec<Intent>,
    /// Every movement of money, whoever asked for it.
    pub moves: Vec<Move>,
    /// Whether everything that moved is plainly listed by then.
    pub is_settled: bool,
    list: List,
}

/// A request of the merchant's, and its entry in the books.
#[derive(Debug)]
pub struct Intent {
    /// The entry's id.
    pub id: String,
    /// The operation's name.
    pub operation: &'static str,
    /// Its params.
    pub params: Value,
    /// The entry's state: `done`, `not-done` or `open`.
    pub books: &'static str,
    /// The entry's amount.
    pub amount: Money,
    /// When it was sent.
    pub sent_at: i64,
    /// The bank's reference in the books.
    pub host_reference: Option<String>,
    /// The index of its movement, if money moved.
    pub happened: Option<usize>,
}

/// A movement of money back to a shopper.
#[derive(Debug)]
pub struct Move {
    /// The time.
    pub at: i64,
    /// The currency.
    pub currency: &'static str,
    /// The amount of each item; of a cancel one amount without an item.
    pub parts: Vec<(Option<String>, Money)>,
    /// Whether one of the entries asked for it.
    pub is_ours: bool,
    /// The payment's id.
    pub payment: String,
    host_reference: String,
}

/// How iyzico lists movements in this world.
#[derive(Debug)]
struct List {
    rows: Vec<Row>,
    page_size: usize,
    /// How long after a movement its row is listed.
    lag: i64,
}

/// A row with the time from which it is listed.
#[derive(Debug)]
struct Row {
    at: i64,
    shown: Value,
}

#[derive(Clone, Debug)]
struct Payment {
    id: String,
    conversation_id: String,
    items: Vec<String>,
    shares_id: bool,
}

/// Whose conversationId a refund's row has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Whose {
    Own,
    Payments,
    Nobodys,
}

/// What differs between a payment's entries and its movements: one thing at most, so that there is one right finding.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Trouble {
    None,
    /// The entry says that it did not happen, but it did.
    Late,
    /// The entry is open, and it happened.
    Landed,
    /// The entry is open, and it did not happen.
    Open,
    /// The entry says that it happened, but it did not.
    Missing,
    OtherAmount,
    OtherCurrency,
    /// Somebody else asked for it.
    Elsewhere,
    /// It is held for a review.
    Doubtful,
    /// It was refused, and requested again under another id.
    Retried,
    /// It moved twice, under one id.
    Twice,
}

/// Midnight of 2026-11-20 in Turkey.
const MIDNIGHT: i64 = 1_795_122_000_000;

impl LedgerWorld {
    /// Draws a world.
    pub fn draw(dice: &mut impl Dice) -> Self {
        let ids = dice.pick(&[Whose::Own, Whose::Payments, Whose::Nobodys]);
        let references = dice.pick(&[Whose::Own, Whose::Payments, Whose::Nobodys]);
        // A test bank writes one reference everywhere.
        let one_reference = dice.one_in(6);
        let lag = dice.pick(&[0, 40 * MINUTE, 5 * 60 * MINUTE, DAY - 1]);
        let is_late = !dice.one_in(3);
        let asked_at = if is_late {
            MIDNIGHT + 3 * DAY + dice.between(0, 2 * DAY)
        } else {
            MIDNIGHT + dice.between(0, 2 * DAY)
        };
        let mut draft = Draft {
            ids,
            references,
            one_reference,
            intents: Vec::new(),
            moves: Vec::new(),
            rows: Vec::new(),
            is_plain: true,
            next_id: 100,
        };
        for _ in 0..=dice.below(4) {
            draft.payment(dice);
        }
        let Draft {
            intents,
            moves,
            mut rows,
            is_plain,
            ..
        } = draft;
        rows.sort_by_key(|row| row.at);
        Self {
            day: "2026-11-20",
            asked_at,
            intents,
            moves,
            is_settled: is_late && is_plain,
            list: List {
                rows,
                page_size: 1 + dice.below(5),
                lag,
            },
        }
    }

    /// The day before, the day, and the day after.
    const fn days(&self) -> [&'static str; 3] {
        ["2026-11-19", self.day, "2026-11-21"]
    }

    /// Reads the three lists as a merchant does, page after page, while they fill. `add` gets a day, a page and the answer, if
    /// one came, and returns the page to ask for next.
    pub fn read(&self, dice: &mut impl Dice, mut add: impl FnMut(&str, usize, Option<(u16, &str)>) -> Option<usize>) {
        let mut now = self.asked_at;
        for day in self.days() {
            // A few merchants stop early.
            let patience = if dice.one_in(12) { dice.below(3) } else { 40 };
            let mut next = Some(1);
            for _ in 0..patience {
                let Some(page) = next else { break };
                let answer = self.page(day, page, now, dice);
                next = add(
                    day,
                    page,
                    answer.as_ref().map(|(status, text)| (*status, text.as_str())),
                );
                now += dice.between(100, 90_000);
            }
        }
    }

    /// The answer to the question for a page at this time: iyzico's, or something else.
    fn page(&self, day: &str, number: usize, at: i64, dice: &mut impl Dice) -> Option<(u16, String)> {
        match dice.below(24) {
            21 => return None,
            22 => return Some((502, "<html>Bad gateway</html>".to_owned())),
            23 => {
                let refusal = json!({ "status": "failure", "errorCode": "100001", "errorMessage": "Sistem hatası" });
                return Some((200, refusal.to_string()));
            }
            _ => {}
        }
        let of_day = |row: &&Row| date(row.at).starts_with(day) && row.at + self.list.lag <= at;
        let rows: Vec<_> = self
            .list
            .rows
            .iter()
            .filter(of_day)
            .map(|row| row.shown.clone())
            .collect();
        let pages: Vec<_> = rows.chunks(self.list.page_size).collect();
        let rows = pages.get(number - 1).copied().unwrap_or_default();
        let answer = json!({
            "status": "success", "systemTime": at, "currentPage": number, "totalPageCount": pages.len(), "transactions": rows,
        });
        Some((200, answer.to_string()))
    }
}

impl Move {
    /// The sum of its parts.
    pub fn amount(&self) -> Money {
        self.parts.iter().map(|(_, amount)| *amount).sum()
    }

    /// Its day in Turkey.
    pub fn day(&self) -> String {
        day_of(self.at)
    }
}

/// The day of a time in Turkey.
pub(crate) fn day_of(at: i64) -> String {
    // These worlds are near 2026-11-20.
    format!("2026-11-{:02}", 20 + (at - MIDNIGHT).div_euclid(DAY))
}

/// A time as iyzico writes it.
fn date(at: i64) -> String {
    let time = (at - MIDNIGHT).rem_euclid(DAY) / 1000;
    format!(
        "{} {:02}:{:02}:{:02}",
        day_of(at),
        time / 3600,
        time / 60 % 60,
        time % 60
    )
}

struct Draft {
    ids: Whose,
    references: Whose,
    one_reference: bool,
    intents: Vec<Intent>,
    moves: Vec<Move>,
    rows: Vec<Row>,
    is_plain: bool,
    next_id: u64,
}

impl Draft {
    fn id(&mut self) -> String {
        self.next_id += 1;
        self.next_id.to_string()
    }

    fn payment(&mut self, dice: &mut impl Dice) {
        let items = (0..=dice.below(3)).map(|_| self.id()).collect();
        let payment = Payment {
            id: self.id(),
            conversation_id: format!("order-{}", self.next_id),
            items,
            shares_id: dice.one_in(6),
        };
        let trouble = dice.pick(&[
            Trouble::None,
            Trouble::None,
            Trouble::Late,
            Trouble::Landed,
            Trouble::Open,
            Trouble::Missing,
            Trouble::OtherAmount,
            Trouble::OtherCurrency,
            Trouble::Elsewhere,
            Trouble::Doubtful,
            Trouble::Retried,
            Trouble::Twice,
        ]);
        // Each amount is more than all earlier ones together, so that no two sums are equal.
        let mut largest = 0;
        let mut amount = |dice: &mut dyn FnMut(usize) -> usize| {
            let next = largest + 1 + u64::try_from(dice(40)).expect("small");
            largest += next;
            Money::hundredths(next)
        };
        let mut below = |end| dice.below(end);
        let amounts: Vec<_> = (0..24).map(|_| amount(&mut below)).collect();
        let mut amounts = amounts.into_iter();

        self.rows.push(Row {
            at: MIDNIGHT,
            shown: json!({
                "transactionType": "PAYMENT", "transactionId": self.next_id + 900_000, "transactionStatus": 2,
                "transactionDate": date(MIDNIGHT), "paymentTxId": payment.items[0], "paymentId": payment.id,
                "conversationId": payment.conversation_id, "price": 900, "paidPrice": 900,
            }),
        });

        if dice.one_in(5) {
            // A cancelled payment has nothing else, and may be of any currency.
            let trouble = match trouble {
                Trouble::OtherCurrency | Trouble::Twice => Trouble::None,
                trouble => trouble,
            };
            self.attempt("cancel", &payment, trouble, &mut amounts, dice);
            return;
        }
        let count = 1 + dice.below(4);
        let troubled = dice.below(count);
        for at in 0..count {
            let operation = dice.pick(&["refund", "refundV2", "refund", "refundV2", "refundChargedFromMerchant"]);
            let trouble = if at == troubled { trouble } else { Trouble::None };
            self.attempt(operation, &payment, trouble, &mut amounts, dice);
        }
    }

    fn attempt(
        &mut self,
        operation: &'static str,
        payment: &Payment,
        trouble: Trouble,
        amounts: &mut impl Iterator<Item = Money>,
        dice: &mut impl Dice,
    ) {
        let near_midnight = dice.one_in(3);
        let sent_at = if near_midnight {
            MIDNIGHT + dice.pick(&[0, DAY]) - dice.between(-2 * MINUTE, 2 * MINUTE)
        } else {
            MIDNIGHT + dice.between(-DAY / 2, DAY + DAY / 2)
        };
        let is_doubtful = trouble == Trouble::Doubtful;
        self.is_plain &= !is_doubtful;
        if trouble == Trouble::Elsewhere {
            let parts = parts(operation, payment, amounts, dice);
            self.moved(payment, parts, sent_at, None, "TRY", is_doubtful, dice);
            return;
        }

        let id = self.id();
        // Some merchants use the order's id for each of its refunds.
        let reference = if payment.shares_id {
            payment.conversation_id.clone()
        } else {
            format!("return-{id}")
        };
        let has_reference = !dice.one_in(5);
        let parts = parts(operation, payment, amounts, dice);
        let amount: Money = parts.iter().map(|(_, amount)| *amount).sum();
        let has_not_happened = trouble == Trouble::None && dice.one_in(3);
        let (books, happens) = match trouble {
            Trouble::None if has_not_happened => ("not-done", false),
            Trouble::Late => ("not-done", true),
            Trouble::Landed => ("open", true),
            Trouble::Open => ("open", false),
            Trouble::Missing => ("done", false),
            _ => ("done", true),
        };
        let (currency, moved) = match trouble {
            Trouble::OtherCurrency => ("USD", parts.clone()),
            Trouble::OtherAmount => (
                "TRY",
                parts
                    .iter()
                    .map(|(item, _)| (item.clone(), amounts.next().expect("amounts")))
                    .collect(),
            ),
            _ => ("TRY", parts.clone()),
        };
        let late = if trouble == Trouble::Late {
            30 * MINUTE
        } else {
            4 * MINUTE
        };
        let at = sent_at + dice.between(0, late);
        let happened = happens.then(|| {
            let own = has_reference.then(|| reference.clone());
            self.moved(payment, moved, at, Some(own), currency, is_doubtful, dice)
        });
        if !happens && dice.one_in(2) {
            // iyzico may list what it rejected.
            self.row(
                payment,
                &parts[0],
                at,
                has_reference.then_some(&reference),
                "TRY",
                -1,
                None,
                dice,
            );
        }

        let mut params = Map::new();
        match operation {
            "refund" | "refundChargedFromMerchant" => {
                params.insert("paymentTransactionId".to_owned(), json!(parts[0].0));
            }
            _ => {
                params.insert("paymentId".to_owned(), json!(payment.id));
            }
        }
        if operation != "cancel" {
            params.insert("price".to_owned(), json!(amount.to_string()));
            if trouble == Trouble::OtherCurrency || dice.one_in(2) {
                params.insert("currency".to_owned(), json!("TRY"));
            }
        }
        if has_reference {
            params.insert("conversationId".to_owned(), json!(reference));
        }
        if trouble == Trouble::Twice {
            // No entry asked for the second movement.
            let own = has_reference.then(|| reference.clone());
            let again = self.moved(payment, parts.clone(), at, Some(own), "TRY", false, dice);
            self.moves[again].is_ours = false;
        }
        if trouble == Trouble::Retried {
            let id = self.id();
            let mut params = params.clone();
            params.insert("conversationId".to_owned(), json!(format!("return-{id}")));
            self.intents.push(Intent {
                id,
                operation,
                params: Value::Object(params),
                books: "not-done",
                amount,
                sent_at: sent_at - dice.between(1000, 5 * MINUTE),
                host_reference: None,
                happened: None,
            });
        }
        let knows_reference = books == "done" && happened.is_some() && dice.one_in(2);
        self.intents.push(Intent {
            id,
            operation,
            params: Value::Object(params),
            books,
            amount,
            sent_at,
            host_reference: happened
                .filter(|_| knows_reference)
                .map(|moved| self.moves[moved].host_reference.clone()),
            happened,
        });
    }

    /// Moves money, lists it, and returns the index of the movement. `asked` is the conversationId of the entry's request.
    #[allow(clippy::too_many_arguments, reason = "what a move is")]
    fn moved(
        &mut self,
        payment: &Payment,
        parts: Vec<(Option<String>, Money)>,
        at: i64,
        asked: Option<Option<String>>,
        currency: &'static str,
        is_doubtful: bool,
        dice: &mut impl Dice,
    ) -> usize {
        let is_ours = asked.is_some();
        let own_id = asked.unwrap_or_else(|| Some(format!("panel-{}", self.next_id)));
        let host_reference = if self.one_reference {
            "mock00007iyzihostrfn".to_owned()
        } else {
            format!("host-{}", self.id())
        };
        let status = if is_doubtful { 0 } else { dice.pick(&[2, 1]) };
        for part in &parts {
            self.row(
                payment,
                part,
                at,
                own_id.as_ref(),
                currency,
                status,
                Some(&host_reference),
                dice,
            );
        }
        self.moves.push(Move {
            at,
            currency,
            parts,
            is_ours,
            payment: payment.id.clone(),
            host_reference,
        });
        self.moves.len() - 1
    }

    #[allow(clippy::too_many_arguments, reason = "what a row says")]
    fn row(
        &mut self,
        payment: &Payment,
        (item, amount): &(Option<String>, Money),
        at: i64,
        own_id: Option<&String>,
        currency: &str,
        status: i64,
        own_reference: Option<&String>,
        dice: &mut impl Dice,
    ) {
        let number = self.id();
        let mut row = Map::new();
        let mut put = |name: &str, value: Value| row.insert(name.to_owned(), value);
        put(
            "transactionType",
            json!(if item.is_some() { "REFUND" } else { "CANCEL" }),
        );
        put("transactionDate", json!(date(at)));
        put(
            "transactionId",
            if dice.one_in(2) {
                json!(number)
            } else {
                json!(50_000 + self.next_id)
            },
        );
        put("transactionStatus", json!(status));
        put("paymentId", json!(payment.id));
        put("paymentTxId", json!(item.as_ref().unwrap_or(&payment.items[0])));
        // A refund's price and paidPrice are both the amount; a cancelled basket may have had another price.
        let price = if item.is_some() {
            *amount
        } else {
            *amount + Money::hundredths(3)
        };
        put("price", price.spelled(dice));
        put("paidPrice", amount.spelled(dice));
        if !dice.one_in(6) || currency != "TRY" {
            put("transactionCurrency", json!(currency));
        }
        let id = match self.ids {
            Whose::Own => own_id.map(|id| {
                let alteration = if dice.one_in(3) {
                    Alteration::draw(dice)
                } else {
                    Alteration::None
                };
                Alteration::all(&[alteration], id, dice)
            }),
            Whose::Payments => Some(json!(payment.conversation_id)),
            Whose::Nobodys => None,
        };
        if let Some(id) = id {
            put("conversationId", id);
        }
        let reference = match self.references {
            Whose::Own => own_reference.cloned(),
            Whose::Payments => Some(format!("host-of-{}", payment.id)),
            Whose::Nobodys => None,
        };
        if let Some(reference) = reference {
            put("hostReference", json!(reference));
        }
        self.rows.push(Row {
            at,
            shown: Value::Object(row),
        });
    }
}

/// The refunded amount of each item: one for a refund, several for a payment's refund, none in particular for a cancel.
fn parts(
    operation: &str,
    payment: &Payment,
    amounts: &mut impl Iterator<Item = Money>,
    dice: &mut impl Dice,
) -> Vec<(Option<String>, Money)> {
    let mut amount = || amounts.next().expect("there are enough");
    match operation {
        "cancel" => vec![(None, amount())],
        "refundV2" => {
            let count = 1 + dice.below(payment.items.len());
            payment
                .items
                .iter()
                .take(count)
                .map(|item| (Some(item.clone()), amount()))
                .collect()
        }
        _ => vec![(Some(payment.items[dice.below(payment.items.len())].clone()), amount())],
    }
}
