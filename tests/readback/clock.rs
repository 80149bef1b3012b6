//! An absence counts only when it is late, by the host's clock and by iyzico's.

use crate::pictures::{answers_hold, holds};

#[test]
fn an_absence_counts_only_when_it_is_late() {
    holds("how late it must be");
}

#[test]
fn both_clocks_must_say_that_it_is_late() {
    assert!(!answers_hold("clock").is_empty());
}
