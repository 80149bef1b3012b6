//! Floods of drawn worlds, and counts of what they gave.
//!
//! `IYZICO_WORLDS` says how many worlds each flood draws.

#![allow(dead_code, reason = "each test uses some of them")]

use std::collections::BTreeMap;
use std::env;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use worlds::Bytes;

/// Draws worlds from bytes, so that proptest can shrink one that fails. The bytes are the same at every run.
pub(crate) fn in_worlds(count: u32, mut check: impl FnMut(&mut Bytes<'_>) -> Result<(), TestCaseError>) {
    let config = Config {
        cases: count,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::XorShift, &[7; 16]);
    let check = core::cell::RefCell::new(&mut check);
    let found = TestRunner::new_with_rng(config, rng).run(&proptest::collection::vec(any::<u8>(), 400), |bytes| {
        (check.borrow_mut())(&mut Bytes(&bytes))
    });
    match found {
        Ok(()) => {}
        // The reason shows the smallest world that fails, which says more than its bytes.
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(error) => panic!("{error}"),
    }
}

/// `IYZICO_WORLDS`, or `usual`.
pub(crate) fn count(usual: u32) -> u32 {
    env::var("IYZICO_WORLDS").map_or(usual, |text| text.parse().expect("IYZICO_WORLDS is a number"))
}

/// How often each thing happened in a run.
#[derive(Default)]
pub(crate) struct Figures(BTreeMap<String, u64>);

impl Figures {
    pub(crate) fn count(&mut self, name: &str) {
        match self.0.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                self.0.insert(name.to_owned(), 1);
            }
        }
    }

    pub(crate) fn of(&self, name: &str) -> u64 {
        self.0.get(name).copied().unwrap_or_default()
    }

    pub(crate) fn print(&self, title: &str) {
        println!("{title}");
        for (name, count) in &self.0 {
            println!("{count:>9}  {name}");
        }
    }
}
