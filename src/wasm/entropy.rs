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
    /// Throws where the host has no secure randomness; a Worker has none while its module loads.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &Uint8Array) -> Result<(), JsValue>;
}

/// A key that was not given before.
pub(super) fn random_key() -> Result<RandomKey, Issues> {
    // The host is asked while nobody holds the pool: it may be a function of the caller's that signs something itself.
    let key = POOL.with_borrow_mut(Pool::take).or_else(|| {
        let fresh = fresh()?;
        POOL.with_borrow_mut(|pool| {
            *pool = fresh;
            pool.take()
        })
    });
    // Nothing but zeros is no randomness.
    key.filter(|key| *key != [0; KEY])
        .map(RandomKey::from_bytes)
        .ok_or_else(|| Issues::one("", Code::Randomness))
}

thread_local! {
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { keys: [[0; KEY]; KEYS], left: 0 }) };
}

/// Asked of the host many at a time: a call costs Node 5 µs, as much as all the rest of a signature.
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
    // A host may have taken its memory away.
    if bytes.length() as usize != KEY * KEYS {
        return None;
    }
    bytes.copy_to(keys.as_flattened_mut());
    Some(Pool { keys, left: KEYS })
}

impl Pool {
    fn take(&mut self) -> Option<[u8; KEY]> {
        self.left = self.left.checked_sub(1)?;
        // Taken out, so that no key can be given twice.
        self.keys.get_mut(self.left).map(mem::take)
    }
}
