//! Signatures of answers (docs.iyzico.com, advanced/response-signature-validation).

use hmac::Mac;

use super::Credentials;

/// Whether `signature`, in hex of either case, is the merchant's over `values`, joined with `:`.
///
/// Compared in constant time. A value other than the last that holds a `:` could pass for two, so
/// such an answer never verifies.
pub(crate) fn verify(credentials: &Credentials, values: &[&str], signature: &str) -> bool {
    let mut expected = [0; 32];
    let shifted = values.iter().rev().skip(1).any(|value| value.contains(':'));
    let decoded = base16ct::mixed::decode(signature, &mut expected).is_ok_and(|bytes| bytes.len() == 32);
    if shifted || !decoded {
        return false;
    }
    let mut mac = credentials.keyed();
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            mac.update(b":");
        }
        mac.update(value.as_bytes());
    }
    mac.verify_slice(&expected).is_ok()
}
