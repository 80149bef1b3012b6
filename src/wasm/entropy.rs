//! Randomness from the host.

use std::cell::RefCell;
use std::mem;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::issue::{Code, Issues};
use crate::sign::RandomKey;

#[wasm_bindgen]
extern "C" {
    /// Throws if the host has no secure randomness. A Worker has none while its module loads.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &Uint8Array) -> Result<(), JsValue>;
}

/// A fresh random key.
pub(super) fn random_key() -> Result<RandomKey, Issues> {
    // The pool must not be borrowed while the host is called: a caller may have replaced `getRandomValues` with a function that
    // signs, and so comes back here.
    let key = POOL.with_borrow_mut(Pool::take).or_else(|| {
        let fresh = fresh()?;
        POOL.with_borrow_mut(|pool| {
            *pool = fresh;
            pool.take()
        })
    });
    // All zeros: the host filled in nothing.
    key.filter(|key| *key != [0; KEY])
        .map(RandomKey::from_bytes)
        .ok_or_else(|| Issues::one("", Code::Randomness))
}

thread_local! {
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { keys: [[0; KEY]; KEYS], left: 0 }) };
}

/// Random keys from one call to the host. A call takes 5 µs in Node, as long as the rest of a signature.
struct Pool {
    keys: [[u8; KEY]; KEYS],
    left: usize,
}

const KEY: usize = 16;
const KEYS: usize = 16;

/// A full pool.
fn fresh() -> Option<Pool> {
    let bytes = Uint8Array::new_with_length((KEY * KEYS) as u32);
    get_random_values(&bytes).ok()?;
    let mut keys = [[0; KEY]; KEYS];
    // The host may have detached the memory.
    if bytes.length() as usize != KEY * KEYS {
        return None;
    }
    bytes.copy_to(keys.as_flattened_mut());
    Some(Pool { keys, left: KEYS })
}

impl Pool {
    fn take(&mut self) -> Option<[u8; KEY]> {
        self.left = self.left.checked_sub(1)?;
        // Removed from the pool, so that no key is used twice.
        self.keys.get_mut(self.left).map(mem::take)
    }
}
