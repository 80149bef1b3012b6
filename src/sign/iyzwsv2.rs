//! Request signatures: IYZWSv2
//! (docs.iyzico.com, getting-started/preliminaries/authentication/hmacsha256-auth).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::credentials::Credentials;

/// The random part of a signature: 128 bits from the host's CSPRNG, in hex.
#[derive(Clone, Debug)]
pub struct RandomKey(String);

impl RandomKey {
    /// Takes fresh random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(base16ct::lower::encode_string(&bytes))
    }

    /// Takes a chosen text, to reproduce published signatures. For tests only: with a key that is used twice, an observer can
    /// replay a request.
    pub fn fixed(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text that is signed and sent as `x-iyzi-rnd`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<RandomKey> for String {
    fn from(key: RandomKey) -> Self {
        key.0
    }
}

/// Signs a request: HMAC-SHA256 over random key, path and body, without separators.
///
/// `path` has no host and no query. `body` is exactly what is sent, and empty if nothing is.
pub fn sign(credentials: &Credentials, random_key: &RandomKey, path: &str, body: &str) -> Signed {
    let signature = credentials.hmac(&[random_key.as_str(), path, body]);
    let mut inner = String::with_capacity(ROOM);
    inner.push_str("apiKey:");
    inner.push_str(credentials.api_key());
    inner.push_str("&randomKey:");
    inner.push_str(random_key.as_str());
    inner.push_str("&signature:");
    inner.push_str(&signature);
    Signed { signature, inner }
}

/// Enough for keys of usual length, so that the buffer never grows.
const ROOM: usize = 512;

/// A signature and the stages of its header.
#[derive(Debug)]
pub struct Signed {
    signature: String,
    inner: String,
}

impl Signed {
    /// The signature, 64 lowercase hex digits.
    pub fn signature(&self) -> &str {
        &self.signature
    }

    /// The text inside the header: keys and signature.
    pub fn inner(&self) -> &str {
        &self.inner
    }

    /// The `Authorization` header.
    pub fn authorization(&self) -> String {
        let mut header = String::with_capacity(ROOM);
        header.push_str("IYZWSv2 ");
        STANDARD.encode_string(&self.inner, &mut header);
        header
    }
}
