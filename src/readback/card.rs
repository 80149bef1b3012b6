//! Whether a refund or cancel was carried out, by what the reporting service shows of its payment.

use super::alike::{Likeness, SentId};
use super::clock::{LIST_LAG, SUMMARY_LAG, is_in_summary};
use super::inquiry::Search;
use super::picture::{Payment, Reversal, Summary, currency};
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

/// A 2xx success.
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

/// The traces of one request in an answer.
struct Traces<'a> {
    search: Search<'a>,
    kind: Kind,
    id: Option<SentId<'a>>,
    /// `None` for a cancel, which is of the whole.
    price: Option<Amount>,
    currency: Option<&'a str>,
    payment_id: Option<&'a str>,
    item_id: Option<&'a str>,
    payments: Vec<Payment<'a>>,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    Cancel,
    /// Found in the official SDKs only; no page says where the reporting service lists it.
    ChargedFromMerchant,
    Refund,
    /// iyzico chooses the items and may split the amount among them.
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
        // What failed moved nothing, whoever made it.
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
                // Of so little that is left, the rest must fit as well.
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
        // Under a name of ours, where nobody looks for it.
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
        // Asked too early, a contradiction says only that something is on its way.
        let verdict = self.search.absence(how, system_time, lag)?;
        explained?;
        evidence.extend(failed);
        Ok(verdict)
    }

    /// The one payment that the request is about.
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

    /// Whether more rows bear the request's id than stand in the lists that are known.
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

    /// Weighs what stands under the request's own id.
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
        // A payment can be cancelled once only, so the amount says nothing more.
        if self.kind == Kind::Cancel {
            return Ok(Landing::Landed);
        }
        let sum = own
            .iter()
            .try_fold(Amount::ZERO, |sum, reversal| sum.plus(reversal.amount?));
        if sum.is_none() || sum != self.price {
            // Twice the same, or a part.
            return Err(Doubt::OtherAmount);
        }
        Ok(Landing::Landed)
    }

    /// Whether it stands where iyzico lists what was asked for.
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

    /// Whether a row could be the request's, or a part of it, by all that it says but its name. Not by its currency: that is
    /// spelled in several ways, and iyzico may ignore the request's.
    fn fits(&self, reversal: &Reversal<'_>, payment: &Payment<'_>) -> bool {
        // What was sent may stand at a sibling; what was not, nobody has put there.
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

    /// Whether everything that is shown is explained without the request, and what would tell had it landed.
    fn explained(&self, payment: &Payment<'_>, now: Option<i64>) -> Result<Explained, Doubt> {
        let is_other_currency = |reversal: &&Reversal<'_>| matches!((reversal.currency, payment.currency), (Some(shown), Some(paid)) if !shown.eq_ignore_ascii_case(paid));
        let rows = || payment.reversals().filter(|reversal| reversal.state != State::Failed);
        if rows().any(|reversal| is_other_currency(&reversal)) {
            return Err(Doubt::Contradiction);
        }
        let summary = payment.summary.ok_or(Doubt::Incomplete)?;

        // A cancel of the whole agrees with any summary.
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
                // What is more than an amount can be is more than was paid.
                Some(price) => given.and(price).is_none_or(|given| !figures.allow(summary, given)),
                None => false,
            }
        };
        let shows_money = is_cancelled || rows().any(|reversal| reversal.state == State::CarriedOut);
        if !is_paid && shows_money {
            return Err(Doubt::Contradiction);
        }
        // A row of a moment ago may be in the list and not yet in the summary, which then reads as if it were ours.
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

/// `paymentStatus` of a payment that was made.
const PAID: i64 = 1;

/// What would show it, had the request landed.
#[derive(Clone, Copy)]
enum Explained {
    /// The summary would read otherwise
    SummaryTells,
    /// The summary would read the same; a row would be there
    ListsTell,
}

/// What the rows say was given back.
#[derive(Clone, Copy)]
struct Given {
    /// By rows that were carried out.
    certain: Amount,
    /// By rows in doubt, on top.
    doubtful: Amount,
    /// The smallest of the rows in doubt.
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

/// What was paid. The payment's own figure and the sum of its items' may differ by what rounding left.
struct Figures([Option<Amount>; 2]);

impl Figures {
    fn of(payment: &Payment<'_>) -> Result<Self, Doubt> {
        let items = payment.paid_for_items().map_err(|_| Doubt::Contradiction)?;
        Ok(Self([payment.paid, items]))
    }

    /// Whether the summary can read so if this was given back.
    fn allow(&self, summary: Summary, given: Given) -> bool {
        let Given {
            certain,
            doubtful,
            least_doubtful,
        } = given;
        match summary {
            Summary::None => certain == Amount::ZERO,
            // Something, and less than was paid.
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

    /// Whether the items do not add up to the payment, so that one may be left out. None costs less than a kuruş, and rounding
    /// leaves less.
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
