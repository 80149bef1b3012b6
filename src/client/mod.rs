//! Configured clients: a merchant with keys, a terminal with an access token, and the login.

mod config;
mod login;
mod merchant;
mod terminal;

pub use self::login::Login;
pub use self::merchant::Iyzico;
pub use self::terminal::Terminal;
