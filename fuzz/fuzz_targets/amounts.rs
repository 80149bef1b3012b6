//! Every amount that is read has exactly its written value, and every plainly written amount is read.

#![no_main]

use std::cmp::Ordering;

use bigdecimal::{BigDecimal, Zero as _};
use iyzico_reversals::Amount;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &str| -> Corpus {
    // Such exponents cost the reference time and memory, and our readers refuse them.
    let exponent = text.split_once(['e', 'E']).map_or("0", |(_, exponent)| exponent);
    if exponent.trim_start_matches(['+', '-', '0']).len() > 3 {
        assert!(Amount::parse(text).is_err() && Amount::parse_number(text).is_err());
        return Corpus::Reject;
    }

    what_a_caller_writes(text);
    what_javascript_writes(text);
    what_an_answer_writes(text);
    if let Some((left, right)) = text.split_once('<') {
        two(left, right);
    }
    Corpus::Keep
});

/// The plain spelling of a value within the limits, and no other text.
fn what_a_caller_writes(text: &str) {
    let exact = reference(text).filter(|value| {
        value.to_plain_string() == text
            && *value > BigDecimal::zero()
            && is_within_limits(value)
            && value.fractional_digit_count() <= 8
    });
    let amount = Amount::parse(text).ok();
    assert_eq!(amount.is_some(), exact.is_some(), "{text:?}");
    if let (Some(amount), Some(exact)) = (amount, exact) {
        assert_eq!(amount.to_string(), text);
        assert_eq!(amount.normalized().to_string(), exact.normalized().to_plain_string());
        assert_eq!(Amount::from_answer(text), Some(amount));
    }
}

/// Doubles are accepted exactly if they mean what was typed.
fn what_javascript_writes(text: &str) {
    let read = Amount::parse_number(text).ok();
    let Some(double) = text.parse::<f64>().ok().filter(|double| double.is_finite()) else {
        assert!(read.is_none(), "{text:?}");
        return;
    };
    let shortest = double.to_string();
    if read.is_some() {
        assert_eq!(reference(&shortest), reference(text), "{text:?}");
    }
    if shortest == text {
        let digits = reference(text).map_or(0, |value| value.normalized().digits());
        assert_eq!(read.is_some(), digits <= 15 && Amount::parse(text).is_ok(), "{text:?}");
    }
}

/// A JSON number that is not negative, with an exponent or without.
fn what_an_answer_writes(text: &str) {
    let value = reference(text);
    let read = Amount::from_answer(text);
    if let Some(amount) = &read {
        let value = value.as_ref().expect("the reference reads all that we read");
        let canonical = value.normalized().to_plain_string();
        assert_eq!(amount.normalized().to_string(), canonical, "{text:?}");
        assert_eq!(reference(&amount.to_string()).as_ref(), Some(value), "{text:?}");
    }

    // Our reader may refuse digits beyond the limits, and exponents that move the point too far.
    let exponent = text.split_once(['e', 'E']).map_or("0", |(_, exponent)| exponent);
    let is_number = text.starts_with(|first: char| first.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(text).is_ok()
        && exponent
            .parse::<i8>()
            .is_ok_and(|exponent| exponent.unsigned_abs() <= 28);
    if let Some(value) = value.filter(|_| is_number) {
        assert!(read.is_some() || !is_within_limits(&value), "{text:?}");
    }
}

fn two(left: &str, right: &str) {
    let (Some(a), Some(b)) = (Amount::from_answer(left), Amount::from_answer(right)) else {
        return;
    };
    let (Some(exact_a), Some(exact_b)) = (reference(left), reference(right)) else {
        return;
    };
    let order = exact_a.cmp(&exact_b);
    assert_eq!(a.cmp(&b), order, "{left:?} and {right:?}");
    assert_eq!(a == b, order == Ordering::Equal, "{left:?} and {right:?}");
    assert_eq!(a == b, a.to_string() == b.to_string(), "{left:?} and {right:?}");

    is_exact(a.plus(b), &exact_a + &exact_b);
    match order {
        Ordering::Less => assert_eq!(a.minus(b), None, "{left:?} and {right:?}"),
        Ordering::Equal | Ordering::Greater => is_exact(a.minus(b), exact_a - exact_b),
    }
}

fn is_exact(result: Option<Amount>, exact: BigDecimal) {
    match result {
        Some(result) => assert_eq!(result.to_string(), exact.normalized().to_plain_string()),
        None => assert!(!is_within_limits(&exact), "{exact}"),
    }
}

/// At most 20 digits before the point and 8 after it.
fn is_within_limits(value: &BigDecimal) -> bool {
    *value < BigDecimal::new(1.into(), -20) && value.normalized().fractional_digit_count() <= 8
}

fn reference(text: &str) -> Option<BigDecimal> {
    text.parse().ok()
}
