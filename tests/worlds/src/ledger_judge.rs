//! Checks an audit's report against what happened.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::ledger::day_of;
use crate::{Intent, LedgerWorld, Money, Move};

impl LedgerWorld {
    /// The merchant's entries. `body` builds the body of an operation from its params.
    pub fn entries(&self, body: impl Fn(&str, &Value) -> String) -> Vec<Value> {
        let entry = |intent: &Intent| {
            let mut entry = json!({
                "id": intent.id, "operation": intent.operation, "body": body(intent.operation, &intent.params),
                "state": intent.books, "sentAt": intent.sent_at,
            });
            if let Some(reference) = &intent.host_reference {
                entry["hostReference"] = json!(reference);
            }
            if intent.operation == "cancel" {
                entry["amount"] = json!(intent.amount.to_string());
            }
            entry
        };
        self.intents.iter().map(entry).collect()
    }

    /// Whether the report must be exact: the lists were read whole and late enough, and nothing in them is in doubt.
    pub fn is_whole(&self, report: &Value) -> bool {
        self.is_settled && report["complete"] == true
    }

    /// What is wrong with an audit's report, `None` if nothing is.
    pub fn objection_to_audit(&self, report: &Value) -> Option<String> {
        let findings = list(&report["findings"]);
        let mut objections = findings.iter().map(|finding| self.objection_to_finding(finding));
        let mut confirmed = list(&report["confirmed"])
            .iter()
            .map(|confirmed| self.objection_to_confirmed(confirmed));
        let said = objections
            .find_map(|objection| objection)
            .or_else(|| confirmed.find_map(|objection| objection));
        let said = said.or_else(|| objection_to_sums(report));
        if said.is_some() || !self.is_whole(report) {
            return said;
        }
        let mut found: Vec<_> = findings
            .iter()
            .map(|finding| {
                (
                    finding["entry"].as_str().unwrap_or_default(),
                    finding["kind"].as_str().unwrap_or_default(),
                )
            })
            .collect();
        found.sort_unstable();
        let expected = self.expected();
        if found != expected {
            return Some(format!("found {found:?}, but it is {expected:?}"));
        }
        self.objection_to_totals(report)
    }

    fn moved(&self, intent: &Intent) -> Option<&Move> {
        intent.happened.map(|moved| &self.moves[moved])
    }

    /// The day whose audit reports an intent.
    fn day_of(&self, intent: &Intent) -> String {
        self.moved(intent).map_or_else(|| day_of(intent.sent_at), Move::day)
    }

    fn is_as_booked(&self, intent: &Intent) -> bool {
        let moved = self.moved(intent);
        moved.is_some_and(|moved| moved.amount() == intent.amount && moved.currency == "TRY")
    }

    fn objection_to_finding(&self, finding: &Value) -> Option<String> {
        let kind = finding["kind"].as_str()?;
        if kind == "unexpected" {
            let row = &finding["rows"][0];
            let amount = row["amount"].as_str().and_then(Money::read);
            let is_of = |moved: &&Move| {
                row["paymentId"] == moved.payment && moved.parts.iter().any(|(_, part)| Some(*part) == amount)
            };
            let is_elsewhere = self.moves.iter().filter(is_of).any(|moved| !moved.is_ours);
            return (!is_elsewhere).then(|| format!("unexpected, but asked for here: {row}"));
        }
        let intent = self.intents.iter().find(|intent| finding["entry"] == intent.id)?;
        let happened = self.moved(intent).is_some();
        let is_so = match kind {
            "missing" => intent.books == "done" && !happened,
            "late" => intent.books == "not-done" && happened,
            "landed" => intent.books == "open" && happened,
            "different" => happened && !self.is_as_booked(intent),
            _ => true,
        };
        (!is_so).then(|| format!("{} is not {kind}", intent.id))
    }

    fn objection_to_confirmed(&self, confirmed: &Value) -> Option<String> {
        let intent = self.intents.iter().find(|intent| confirmed["entry"] == intent.id);
        let is_so = intent.is_some_and(|intent| {
            let moved = self.moved(intent);
            intent.books == "done" && moved.is_some_and(|moved| moved.amount() == intent.amount)
        });
        (!is_so).then(|| format!("confirmed: {confirmed}"))
    }

    /// The findings that a whole report must have: entry and kind.
    fn expected(&self) -> Vec<(&str, &'static str)> {
        let mut expected = Vec::new();
        for intent in self.intents.iter().filter(|intent| self.day_of(intent) == self.day) {
            let kind = match (intent.books, self.moved(intent)) {
                ("done", Some(_)) if self.is_as_booked(intent) => continue,
                ("not-done", None) => continue,
                ("done", Some(_)) => "different",
                ("done", None) if intent.operation == "refundChargedFromMerchant" => "undecided",
                ("done", None) => "missing",
                ("not-done", Some(_)) => "late",
                (_, Some(_)) => "landed",
                (_, None) => "undecided",
            };
            expected.push((intent.id.as_str(), kind));
        }
        for moved in self
            .moves
            .iter()
            .filter(|moved| !moved.is_ours && moved.day() == self.day)
        {
            // One finding for each row.
            expected.extend(moved.parts.iter().map(|_| ("", "unexpected")));
        }
        expected.sort_unstable();
        expected
    }

    /// The sums of a whole report must be what truly moved, and what the entries say.
    fn objection_to_totals(&self, report: &Value) -> Option<String> {
        let mut listed: BTreeMap<_, Money> = BTreeMap::new();
        for moved in self.moves.iter().filter(|moved| moved.day() == self.day) {
            let sum = listed.entry(moved.currency).or_default();
            *sum = *sum + moved.amount();
        }
        let is_booked = |intent: &&Intent| intent.books == "done" && self.day_of(intent) == self.day;
        let booked: Money = self.intents.iter().filter(is_booked).map(|intent| intent.amount).sum();
        // A row without a currency has the payment's, which is always the lira here.
        let of = |currency: &str, name: &str| {
            let is_of =
                |total: &&Value| total["currency"] == currency || (currency == "TRY" && total["currency"].is_null());
            list(&report["totals"])
                .iter()
                .filter(is_of)
                .map(|total| money(&total[name]))
                .sum::<Money>()
        };
        let other = listed
            .iter()
            .find(|(currency, listed)| of(currency, "listed") != **listed);
        if let Some((currency, listed)) = other {
            return Some(format!("{listed} {currency} moved"));
        }
        (of("TRY", "booked") != booked).then(|| format!("{booked} is booked"))
    }
}

/// The sums of any report must add up.
fn objection_to_sums(report: &Value) -> Option<String> {
    let booked = ["/confirmed", "/missing", "/different/booked", "/undecided/booked"];
    let listed = [
        "/confirmed",
        "/landed",
        "/late",
        "/unexpected",
        "/different/listed",
        "/undecided/listed",
    ];
    list(&report["totals"]).iter().find_map(|total| {
        let at = |path: &str| money(total.pointer(path).unwrap_or(&Value::Null));
        let sum = |paths: &[&str]| paths.iter().map(|path| at(path)).sum::<Money>();
        let adds_up = at("/booked") == sum(&booked) && at("/listed") == sum(&listed);
        (!adds_up).then(|| format!("does not add up: {total}"))
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn money(value: &Value) -> Money {
    value.as_str().and_then(Money::read).expect("an amount")
}
