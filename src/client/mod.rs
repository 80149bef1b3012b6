//! Who calls iyzico: a merchant with keys, the holder of a till's access token, and whoever logs in for one.

mod config;
mod login;
mod merchant;
mod terminal;

pub use self::login::Login;
pub use self::merchant::Iyzico;
pub use self::terminal::Terminal;
