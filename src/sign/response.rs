//! Signatures of answers (docs.iyzico.com, advanced/response-signature-validation).

use subtle::ConstantTimeEq;

use super::credentials::Credentials;

/// Whether `signature`, hex in either case, is the merchant's HMAC over `values` joined with `:`.
///
/// Compares in constant time. A `:` inside any value but the last would make the join ambiguous: such an answer never verifies.
pub(crate) fn verify(credentials: &Credentials, values: &[impl AsRef<str>], signature: &str) -> bool {
    let mut texts = Vec::with_capacity(2 * values.len());
    for (at, value) in values.iter().map(AsRef::as_ref).enumerate() {
        if at + 1 < values.len() && value.contains(':') {
            return false;
        }
        texts.push(if at > 0 { ":" } else { "" });
        texts.push(value);
    }
    equal(&credentials.hmac(&texts), signature)
}

/// Whether two signatures in hex are equal, the second in either case. The time depends only on their length.
pub(crate) fn equal(expected: &str, signature: &str) -> bool {
    expected
        .as_bytes()
        .ct_eq(signature.to_ascii_lowercase().as_bytes())
        .into()
}
