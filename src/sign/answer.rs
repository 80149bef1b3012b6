//! Signatures of answers (docs.iyzico.com, advanced/response-signature-validation).

use alloc::vec::Vec;

use subtle::ConstantTimeEq;

use super::Credentials;
use crate::ascii::cut;

/// Whether `signature`, in hex of either case, is the merchant's over `values`, joined with `:`.
///
/// Compared in constant time. A value other than the last that holds a `:` could pass for two, so
/// such an answer never verifies.
pub(crate) fn verify(credentials: &Credentials, values: &[&str], signature: &str) -> bool {
    let mut texts = Vec::new();
    for (at, value) in values.iter().enumerate() {
        if at + 1 < values.len() && cut(value, b':').is_some() {
            return false;
        }
        texts.push(if at > 0 { ":" } else { "" });
        texts.push(value);
    }
    equal(&credentials.hmac(&texts), signature)
}

/// Whether two signatures in hex are the same, the second in either case. Takes as long for any two of
/// one length.
pub(crate) fn equal(expected: &str, signature: &str) -> bool {
    expected
        .as_bytes()
        .ct_eq(signature.to_ascii_lowercase().as_bytes())
        .into()
}
