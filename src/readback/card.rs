//! Reads back a refund or cancel of a card payment from `paymentDetails`.

use super::clock::{LIST_LAG, SUMMARY_LAG, is_in_summary};
use super::inquiry::Search;
use super::payment::{Payment, Reversal, Summary, currency};
use super::similar_id::{Likeness, SentId};
use super::verdict::{Absence, Doubt, Evidence, Landing, Reconciliation, State, non_empty};
use crate::amount::Amount;
use crate::answer::http::{Answer, ERROR_CODE, Received, Status};
use crate::operation::Operation;
use crate::operations::card::payment_details::{CANCEL_CONVERSATION_ID, PAYMENTS, REFUND_CONVERSATION_ID};
use crate::operations::card::{answers, fields};
use crate::request::Asked;
use crate::table::data::Data;
use crate::table::spec::Access;

pub(super) fn weigh(request: &Asked, received: Received<'_>, search: Search<'_>) -> Reconciliation {
    let opened = open(received).and_then(|answer| {
        let data = answer.data(Operation::PaymentDetails.answer())?;
        Ok(Traces::new(request, search, &data).verdict(&answer, data.integer(&answers::SYSTEM_TIME)))
    });
    opened.unwrap_or_else(Reconciliation::doubt)
}

/// Opens the answer; fails unless it is a success under a 2xx status.
fn open(received: Received<'_>) -> Result<Answer<'_>, Doubt> {
    let answer = Answer::open(received, Operation::PaymentDetails.longest_answer())?;
    match answer.status() {
        Some(Status::Failure) if answer.text(ERROR_CODE) == Some(NO_SUCH_PAYMENT) => return Err(Doubt::NotFound),
        Some(Status::Failure) => return Err(Doubt::Refused),
        Some(Status::Success) => {}
        None => return Err(Doubt::Unreadable),
    }
    if answer.names_an_error(Access::Merchant) {
        return Err(Doubt::Contradiction);
    }
    if !matches!(answer.http_status(), 200..300) {
        return Err(Doubt::HttpStatus);
    }
    Ok(answer)
}

const NO_SUCH_PAYMENT: &str = "5087";

/// The evidence for one request in an answer.
struct Traces<'a> {
    search: Search<'a>,
    kind: Kind,
    id: Option<SentId<'a>>,
    /// `None` for a cancel, which is of the whole payment.
    price: Option<Amount>,
    currency: Option<&'a str>,
    payment_id: Option<&'a str>,
    item_id: Option<&'a str>,
    payments: Vec<Payment<'a>>,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    Cancel,
    /// A refund charged to the merchant: it is not documented where the reporting service lists it.
    ChargedFromMerchant,
    Refund,
    /// A refund by amount: iyzico chooses the items, and may split the amount among them.
    RefundOfAmount,
}

impl<'a> Traces<'a> {
    fn new(request: &'a Asked, search: Search<'a>, data: &'a Data) -> Self {
        let values = request.values();
        Self {
            search,
            kind: match request.operation() {
                Operation::Cancel => Kind::Cancel,
                Operation::RefundChargedFromMerchant => Kind::ChargedFromMerchant,
                Operation::RefundV2 => Kind::RefundOfAmount,
                _ => Kind::Refund,
            },
            id: values.text(&fields::CONVERSATION_ID).map(SentId::new),
            price: values.amount(&fields::PRICE),
            currency: values.text(&fields::CURRENCY).and_then(currency),
            payment_id: values.text(&fields::PAYMENT_ID),
            item_id: values.text(&fields::PAYMENT_TRANSACTION_ID),
            payments: data.list(&PAYMENTS).iter().map(Payment::new).collect(),
        }
    }

    fn verdict(&self, answer: &Answer<'_>, system_time: Option<i64>) -> Reconciliation {
        let mut evidence = Vec::new();
        let verdict = self.weigh(answer, system_time, &mut evidence);
        let reversals = evidence.into_iter().map(Evidence::from).collect();
        Reconciliation::new(verdict.unwrap_or_else(Landing::Ambiguous), reversals)
    }

    fn weigh(
        &self,
        answer: &Answer<'_>,
        system_time: Option<i64>,
        evidence: &mut Vec<Reversal<'a>>,
    ) -> Result<Landing, Doubt> {
        let payment = self.payment()?;
        let times = self.search.times();
        let is_older = |reversal: &Reversal<'_>| {
            let is_older = |created_at| times.is_some_and(|times| times.is_older(created_at));
            reversal.created_at.is_some_and(is_older)
        };
        // Failed rows moved nothing.
        let (own, foreign): (Vec<_>, Vec<_>) = self
            .reversals()
            .partition(|reversal| self.likeness(reversal) == Likeness::Same);
        let (failed, own): (Vec<_>, Vec<_>) = own.into_iter().partition(|own| own.state == State::Failed);
        let foreign = foreign.into_iter().filter(|foreign| foreign.state != State::Failed);

        if !own.is_empty() {
            evidence.extend(&own);
            if own.iter().any(is_older) {
                return Err(Doubt::EarlierRow);
            }
            return self.carried_out(&own, payment);
        }

        let nameless = |reversal: &Reversal<'_>| self.id.is_none() || reversal.conversation_id.is_none();
        let (nameless, named): (Vec<_>, Vec<_>) = foreign.partition(nameless);
        for reversal in named {
            let is_similar = match self.likeness(&reversal) {
                Likeness::Same | Likeness::Alike => true,
                // So little of the id is left that the rest of the row must fit too.
                Likeness::Faint => !is_older(&reversal) && self.fits(&reversal, payment),
                Likeness::Other => false,
            };
            if is_similar {
                evidence.push(reversal);
                return Err(if is_older(&reversal) {
                    Doubt::EarlierRow
                } else {
                    Doubt::SimilarId
                });
            }
        }
        // It has our id in an unexpected place.
        if self.is_named_elsewhere(answer) {
            return Err(Doubt::Elsewhere);
        }
        for reversal in nameless {
            if !is_older(&reversal) && self.fits(&reversal, payment) {
                evidence.push(reversal);
                return Err(match reversal.state {
                    State::CarriedOut => Doubt::NoConversationId,
                    State::Doubtful | State::Failed => Doubt::DoubtfulRow,
                });
            }
        }
        if self.kind == Kind::ChargedFromMerchant {
            return Err(Doubt::Unlisted);
        }

        let now = system_time.or_else(|| times.map(|times| times.asked_at));
        let explained = self.explained(payment, now);
        let lag = match explained {
            Ok(Explained::ListsTell) => LIST_LAG,
            Ok(Explained::SummaryTells) | Err(_) => SUMMARY_LAG,
        };
        let how = if failed.is_empty() {
            Absence::Absent
        } else {
            Absence::Failed
        };
        // Soon after sending, a contradiction only shows that something is under way.
        let verdict = self.search.absence(how, system_time, lag)?;
        explained?;
        evidence.extend(failed);
        Ok(verdict)
    }

    /// The payment of the request.
    fn payment(&self) -> Result<&Payment<'a>, Doubt> {
        let is_meant = |payment: &&Payment<'_>| {
            self.payment_id.is_none_or(|id| payment.id == id)
                && self.item_id.is_none_or(|id| payment.item(id).is_some())
        };
        let mut meant = self.payments.iter().filter(is_meant);
        let payment = meant.next().ok_or(Doubt::NotFound)?;
        let is_shown_twice = |id| payment.items.iter().filter(|item| item.id == id).count() > 1;
        if meant.next().is_some() || self.item_id.is_some_and(is_shown_twice) {
            return Err(Doubt::Contradiction);
        }
        Ok(payment)
    }

    fn reversals(&self) -> impl Iterator<Item = Reversal<'a>> {
        self.payments.iter().flat_map(Payment::reversals).copied()
    }

    /// Whether more rows have the request's id than the known lists contain.
    fn is_named_elsewhere(&self, answer: &Answer<'_>) -> bool {
        let Some(sent) = &self.id else {
            return false;
        };
        let is_ours = |id: &str| matches!(sent.likeness(id), Likeness::Same | Likeness::Alike);
        let names = [CANCEL_CONVERSATION_ID.name(), REFUND_CONVERSATION_ID.name()];
        let known = self.reversals().filter_map(|reversal| reversal.conversation_id);
        answer.count(&names, &is_ours) > known.filter(|id| is_ours(id)).count()
    }

    fn likeness(&self, reversal: &Reversal<'_>) -> Likeness {
        match (&self.id, reversal.conversation_id) {
            (Some(sent), Some(shown)) => sent.likeness(shown),
            _ => Likeness::Other,
        }
    }

    /// The verdict by the rows with the request's own id.
    fn carried_out(&self, own: &[Reversal<'_>], payment: &Payment<'_>) -> Result<Landing, Doubt> {
        let is_elsewhere = |reversal: &Reversal<'_>| {
            reversal.payment_id != payment.id
                || !self.is_its_place(reversal)
                || self.is_other_currency(reversal, payment)
        };
        if own.iter().any(is_elsewhere) {
            return Err(Doubt::Elsewhere);
        }
        if own.iter().any(|reversal| reversal.state != State::CarriedOut) {
            return Err(Doubt::DoubtfulRow);
        }
        if payment.status.is_some_and(|status| status != PAID) {
            return Err(Doubt::Contradiction);
        }
        // A payment can be cancelled only once, so the amount adds nothing.
        if self.kind == Kind::Cancel {
            return Ok(Landing::Landed);
        }
        let sum = own
            .iter()
            .try_fold(Amount::ZERO, |sum, reversal| sum.plus(reversal.amount?));
        if sum.is_none() || sum != self.price {
            // Twice the amount, or a part of it.
            return Err(Doubt::OtherAmount);
        }
        Ok(Landing::Landed)
    }

    /// Whether the row is in the list of the request's kind.
    fn is_its_place(&self, reversal: &Reversal<'_>) -> bool {
        match self.kind {
            Kind::Cancel => reversal.item_id.is_none(),
            Kind::ChargedFromMerchant | Kind::Refund => reversal.item_id == self.item_id,
            Kind::RefundOfAmount => true,
        }
    }

    fn is_other_currency(&self, reversal: &Reversal<'_>, payment: &Payment<'_>) -> bool {
        match (reversal.currency, self.currency.or(payment.currency)) {
            (Some(shown), Some(asked)) => !shown.eq_ignore_ascii_case(asked),
            _ => false,
        }
    }

    /// Whether a row could be the request's or a part of it, apart from its id. The currency doesn't count: it is spelled in
    /// several ways, and iyzico may ignore the request's.
    fn fits(&self, reversal: &Reversal<'_>, payment: &Payment<'_>) -> bool {
        // A request that was sent may be listed at another item of the payment. A draft was never sent.
        let was_sent = self.search.was_sent;
        let is_its_item =
            was_sent || reversal.item_id.is_none() || self.item_id.is_none() || reversal.item_id == self.item_id;
        let is_its_amount = match (reversal.amount, self.price) {
            (Some(amount), Some(price)) if self.kind == Kind::RefundOfAmount => amount <= price,
            (Some(amount), Some(price)) => amount == price,
            _ => true,
        };
        reversal.payment_id == payment.id && is_its_item && is_its_amount
    }

    /// Fails if the answer is not fully explained without the request; returns what would show that it landed.
    fn explained(&self, payment: &Payment<'_>, now: Option<i64>) -> Result<Explained, Doubt> {
        let is_other_currency = |reversal: &&Reversal<'_>| matches!((reversal.currency, payment.currency), (Some(shown), Some(paid)) if !shown.eq_ignore_ascii_case(paid));
        let rows = || payment.reversals().filter(|reversal| reversal.state != State::Failed);
        if rows().any(|reversal| is_other_currency(&reversal)) {
            return Err(Doubt::Contradiction);
        }
        let summary = payment.summary.ok_or(Doubt::Incomplete)?;

        // A carried-out cancel agrees with any summary.
        let is_cancelled = payment
            .cancels_in(State::CarriedOut)
            .any(|cancel| payment.is_whole(cancel));
        let is_paid = payment.status.is_none_or(|status| status == PAID);
        let summary_tells = if is_cancelled {
            false
        } else {
            let given = Given::of(rows())?;
            let figures = Figures::of(payment)?;
            if figures.are_missing() && summary != Summary::None {
                return Err(Doubt::Incomplete);
            }
            if !figures.allow(summary, given) || figures.are_exceeded_by(given) {
                return Err(Doubt::Contradiction);
            }
            match self.price {
                // A sum that is too large for an amount is more than was paid.
                Some(price) => given.and(price).is_none_or(|given| !figures.allow(summary, given)),
                None => false,
            }
        };
        let shows_money = is_cancelled || rows().any(|reversal| reversal.state == State::CarriedOut);
        if !is_paid && shows_money {
            return Err(Doubt::Contradiction);
        }
        // A recent row may be in the list and not yet in the summary, which then looks as if it were ours.
        let is_counted = |row: &Reversal<'_>| match (row.created_at, now) {
            (Some(created_at), Some(now)) => is_in_summary(created_at, now),
            _ => false,
        };
        if payment.items.is_empty() {
            return Err(Doubt::Incomplete);
        }
        if summary_tells && is_paid && rows().all(is_counted) {
            Ok(Explained::SummaryTells)
        } else if payment.is_complete && !Figures::of(payment)?.differ() {
            Ok(Explained::ListsTell)
        } else {
            Err(Doubt::Incomplete)
        }
    }
}

/// The `paymentStatus` of a paid payment.
const PAID: i64 = 1;

/// What would show that the request landed.
#[derive(Clone, Copy)]
enum Explained {
    /// The summary would differ
    SummaryTells,
    /// Only a row: the summary would be the same
    ListsTell,
}

/// The refunded amounts, according to the rows.
#[derive(Clone, Copy)]
struct Given {
    /// Of carried-out rows.
    certain: Amount,
    /// Of doubtful rows.
    doubtful: Amount,
    /// The smallest doubtful row.
    least_doubtful: Option<Amount>,
}

impl Given {
    fn of<'r>(rows: impl Iterator<Item = &'r Reversal<'r>>) -> Result<Self, Doubt> {
        let mut given = Self {
            certain: Amount::ZERO,
            doubtful: Amount::ZERO,
            least_doubtful: None,
        };
        for row in rows {
            let amount = row.amount.ok_or(Doubt::Incomplete)?;
            let sum = if row.state == State::CarriedOut {
                &mut given.certain
            } else {
                given.least_doubtful = Some(given.least_doubtful.map_or(amount, |least| least.min(amount)));
                &mut given.doubtful
            };
            *sum = sum.plus(amount).ok_or(Doubt::Contradiction)?;
        }
        Ok(given)
    }

    fn and(self, price: Amount) -> Option<Self> {
        let certain = self.certain.plus(price)?;
        Some(Self { certain, ..self })
    }
}

/// The paid amount. The payment's figure and the sum of its items may differ by rounding.
struct Figures([Option<Amount>; 2]);

impl Figures {
    fn of(payment: &Payment<'_>) -> Result<Self, Doubt> {
        let items = payment.paid_for_items().map_err(|_| Doubt::Contradiction)?;
        Ok(Self([payment.paid, items]))
    }

    /// Whether the summary fits this refunded amount.
    fn allow(&self, summary: Summary, given: Given) -> bool {
        let Given {
            certain,
            doubtful,
            least_doubtful,
        } = given;
        match summary {
            Summary::None => certain == Amount::ZERO,
            // More than zero and less than was paid.
            Summary::Part if certain == Amount::ZERO => {
                self.any(|paid| least_doubtful.is_some_and(|least| least < paid))
            }
            Summary::Part => self.any(|paid| certain < paid),
            Summary::Other => false,
            Summary::All => self.any(|paid| certain <= paid && paid.less(certain) <= doubtful),
        }
    }

    fn are_missing(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    fn are_exceeded_by(&self, given: Given) -> bool {
        !self.are_missing() && !self.any(|paid| given.certain <= paid)
    }

    /// Whether the items don't add up to the payment, so that one may be missing. No item costs less than a kuruş, and rounding
    /// differs by less.
    fn differ(&self) -> bool {
        match self.0 {
            [Some(paid), Some(items)] => paid.max(items).less(paid.min(items)) >= Amount::hundredths(1),
            _ => false,
        }
    }

    fn any(&self, holds: impl Fn(Amount) -> bool) -> bool {
        self.0.iter().flatten().any(|paid| holds(*paid))
    }
}

impl From<Reversal<'_>> for Evidence {
    fn from(reversal: Reversal<'_>) -> Self {
        Self {
            id: non_empty(reversal.id()),
            reference: non_empty(reversal.conversation_id),
            payment_id: non_empty(Some(reversal.payment_id)),
            payment_transaction_id: non_empty(reversal.item_id),
            amount: reversal.amount,
            currency: non_empty(reversal.currency),
            created_date: non_empty(reversal.created_date()),
            host_reference: non_empty(reversal.host_reference()),
            state: reversal.state,
        }
    }
}
