//! The JavaScript surface. It passes values and holds no rule. Only these files name `JsValue`.
//!
//! Values cross as JSON text: serde writes it and `JSON.parse` reads it. serde-wasm-bindgen would build the same objects
//! property by property, which takes longer, and by assignment: a setter on a polluted `Object.prototype` would throw through
//! the wasm's frames and leak its stack until the instance is dead. `JSON.parse` defines properties and asks no prototype. So
//! serde-wasm-bindgen is the oracle of the tests (`tests/wasm.rs`): what crosses equals what it builds from the same value.
//!
//! Issues are thrown as JSON text too, and JavaScript makes the error from them. An error made here would cost twenty times as
//! much.

mod allocator;
mod audit;
mod crossing;
mod entropy;
mod forms;
mod login;
mod merchant;
mod readback;
mod terminal;
mod testing;

pub use self::audit::Audit;
pub use self::forms::{draft, refundable, validate};
pub use self::login::Login;
pub use self::merchant::Merchant;
pub use self::readback::{Inquiry, precheck, reconcile};
pub use self::terminal::Terminal;
pub use self::testing::{asked, iyzwsv2, sign_webhook};
