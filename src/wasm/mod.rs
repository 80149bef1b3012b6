//! The functions that JavaScript calls. They pass values and contain no rules. Only these files use `JsValue`.
//!
//! Values are passed as JSON text: serde writes it and `JSON.parse` reads it. serde-wasm-bindgen is slower, because it builds
//! objects property by property, and it assigns properties: a setter on a polluted `Object.prototype` would throw through the
//! wasm's frames and leak its stack until the instance is dead. `JSON.parse` defines properties, so no setter runs. The tests use
//! serde-wasm-bindgen as an oracle (`tests/wasm.rs`): both must produce equal values.
//!
//! Issues are thrown as JSON text too, and JavaScript makes the error. Making it here takes twenty times as long.

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
