//! Finds parts that add up to amounts: a refund of a payment may be listed in parts, one per item.

use crate::amount::Amount;

/// An amount and the parts that could belong to it, with their keys, in order of preference.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) key: usize,
    pub(super) amount: Amount,
    pub(super) parts: Vec<(usize, Amount)>,
}

/// Assigns parts to as many amounts as possible, so that they add up exactly and no part is used twice. Also returns whether
/// the search was exhaustive: it stops after [`MAX_STEPS`].
pub(super) fn distribute(wanted: &[Wanted]) -> (Vec<(usize, Vec<usize>)>, bool) {
    let mut search = Search {
        steps: MAX_STEPS,
        best: Vec::new(),
        used: Vec::new(),
        sums: Vec::new(),
    };
    search.from(wanted);
    (search.best, search.steps > 0)
}

/// The most steps; enough for a payment with a dozen refunds.
const MAX_STEPS: u32 = 50_000;

struct Search {
    steps: u32,
    best: Vec<(usize, Vec<usize>)>,
    used: Vec<usize>,
    sums: Vec<(usize, Vec<usize>)>,
}

impl Search {
    fn from(&mut self, wanted: &[Wanted]) {
        if self.sums.len() > self.best.len() {
            self.best.clone_from(&self.sums);
        }
        let Some((first, rest)) = wanted.split_first() else {
            return;
        };
        // Even if all remaining amounts are found, this can't beat the best.
        if self.sums.len() + wanted.len() <= self.best.len() || self.steps == 0 {
            return;
        }
        self.fill(first, &first.parts, first.amount, &mut Vec::new(), rest);
        self.from(rest);
    }

    fn fill(
        &mut self,
        wanted: &Wanted,
        parts: &[(usize, Amount)],
        left: Amount,
        sum: &mut Vec<usize>,
        rest: &[Wanted],
    ) {
        if left == Amount::ZERO {
            self.sums.push((wanted.key, sum.clone()));
            self.from(rest);
            self.sums.pop();
            return;
        }
        let Some(((part, amount), others)) = parts.split_first() else {
            return;
        };
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        if let Some(left) = left
            .minus(*amount)
            .filter(|_| *amount != Amount::ZERO && !self.used.contains(part))
        {
            self.used.push(*part);
            sum.push(*part);
            self.fill(wanted, others, left, sum, rest);
            sum.pop();
            self.used.pop();
        }
        self.fill(wanted, others, left, sum, rest);
    }
}
