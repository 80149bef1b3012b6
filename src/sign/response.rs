//! Signatures of answers (docs.iyzico.com, advanced/response-signature-validation).

use subtle::ConstantTimeEq;

use super::credentials::Credentials;

/// Whether `signature`, in hex of either case, is the merchant's over `values`, joined with `:`.
///
/// Compared in constant time. A value other than the last that holds a `:` could pass for two, so
/// such an answer never verifies.
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

/// Whether two signatures in hex are the same, the second in either case. Takes as long for any two of
/// one length.
pub(crate) fn equal(expected: &str, signature: &str) -> bool {
    expected
        .as_bytes()
        .ct_eq(signature.to_ascii_lowercase().as_bytes())
        .into()
}
