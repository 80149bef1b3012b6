//! From a caller's params to a request that is ready to send.

mod asked;
mod draft;
mod encoding;
mod endpoint;
pub(crate) mod lines;
mod params;
mod sale;
mod signed;

pub use self::asked::Asked;
pub use self::draft::Draft;
pub(crate) use self::encoding::{write_pair, write_pairs};
pub use self::endpoint::{Endpoint, Environment};
pub use self::params::Params;
pub use self::signed::{Headers, Request};
