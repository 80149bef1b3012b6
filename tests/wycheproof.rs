//! Wycheproof's HMAC-SHA256 vectors.
//!
//! Their keys are random bytes, but a merchant's key is visible ASCII, so the core can't be run on them. Instead, the hmac
//! crate must reproduce every vector, and the core's signer must equal the hmac crate for every key that it accepts. The core
//! must refuse every key of the vectors, because none could travel in a header.

#![allow(clippy::expect_used, reason = "a test may fail")]

use hmac::{Hmac, KeyInit, Mac};
use iyzico_reversals::{Credentials, RandomKey, iyzwsv2, signature};
use proptest::prelude::*;
use sha2::Sha256;
use wycheproof::TestResult;
use wycheproof::mac::{Test, TestName, TestSet};

/// Each vector with the size of its tag in bytes.
fn vectors() -> Vec<(usize, Test)> {
    let set = TestSet::load(TestName::HmacSha256).expect("the vectors are in the crate");
    set.test_groups
        .into_iter()
        .flat_map(|group| group.tests.into_iter().map(move |test| (group.tag_size / 8, test)))
        .collect()
}

fn reference(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn credentials(key: &str) -> Option<Credentials> {
    Credentials::new("api".to_owned().into(), key.to_owned().into()).ok()
}

#[test]
fn the_hmac_crate_reproduces_every_vector() {
    let (mut whole, mut truncated) = (0, 0);
    for (tag_size, vector) in vectors() {
        let tag = reference(&vector.key, &vector.msg);
        let expected = tag.get(..tag_size).expect("a tag of at most 256 bits");
        let holds = expected == vector.tag.as_slice();
        assert_eq!(
            holds,
            vector.result != TestResult::Invalid,
            "{}: {}",
            vector.tc_id,
            vector.comment
        );
        *if tag_size == 32 { &mut whole } else { &mut truncated } += 1;
    }
    assert_eq!((whole, truncated), (87, 87));
}

#[test]
fn no_random_key_is_accepted() {
    for (_, vector) in vectors() {
        let is_visible = !vector.key.is_empty() && vector.key.iter().all(u8::is_ascii_graphic);
        assert!(!is_visible, "{}: this key could be signed with", vector.tc_id);
        // Bytes that are not UTF-8 can't be passed as a key.
        assert!(
            core::str::from_utf8(&vector.key).ok().and_then(credentials).is_none(),
            "{}",
            vector.tc_id
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Keys longer than a block of 64 bytes are hashed first, so the lengths around 64 matter.
    #[test]
    fn the_signer_is_the_same_hmac_for_every_key_it_accepts(key in "[!-~]{1,140}", texts in prop::array::uniform3(".{0,80}")) {
        let keys = credentials(&key).expect("visible ASCII");
        let [random_key, path, body] = texts;
        let whole = format!("{random_key}{path}{body}");
        let expected = base16ct::lower::encode_string(&reference(key.as_bytes(), whole.as_bytes()));
        prop_assert_eq!(&signature(&keys, &whole), &expected);
        let signed = iyzwsv2(&keys, &RandomKey::fixed(&random_key), &path, &body);
        prop_assert_eq!(signed.signature(), expected);
    }

    /// A key is accepted exactly when it is visible ASCII.
    #[test]
    fn no_other_key_is_accepted(key in ".{0,40}") {
        let fits = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic());
        prop_assert_eq!(credentials(&key).is_some(), fits);
    }
}
