//! The JavaScript surface: crosses values and holds no rule of its own. The only files that name `JsValue`.
//!
//! Values cross as JSON text that serde writes and `JSON.parse` reads. serde-wasm-bindgen would build the same objects
//! member by member, which takes longer, and it assigns: a setter on a polluted `Object.prototype` would throw through
//! the wasm's frames, which leaks its stack until the instance is dead, where `JSON.parse` defines members and asks no
//! prototype. So it stays the oracle of the tests (`tests/wasm.rs`): what crosses is what it makes of the same value.
//!
//! Issues are thrown as JSON text, too. JavaScript makes the error of its own realm from them; one made here would cost
//! twenty times as much.

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
