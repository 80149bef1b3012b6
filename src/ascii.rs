//! Text of which only ASCII counts: ids, numbers, addresses.
//!
//! core's own splitting looks for characters of every script: 2 KB more of the wasm.

/// Whether every byte is as `wanted`.
pub(crate) fn is_all(text: &str, wanted: fn(&u8) -> bool) -> bool {
    text.as_bytes().iter().all(wanted)
}

/// Whether it is decimal digits, at least one.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && is_all(text, u8::is_ascii_digit)
}

/// Whether a URL holds the byte as it stands (RFC 3986, 2.3).
pub(crate) const fn is_unreserved(byte: &u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~')
}

/// What stands before and after the first `mark`, an ASCII character.
pub(crate) fn cut(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    let (before, marked) = text.split_at_checked(at)?;
    Some((before, marked.get(1..)?))
}

/// The parts between the marks, one more than there are marks.
pub(crate) struct Parts<'a> {
    left: Option<&'a str>,
    mark: u8,
}

impl<'a> Parts<'a> {
    /// The parts of `text` between each `mark`, an ASCII character.
    pub(crate) const fn new(text: &'a str, mark: u8) -> Self {
        Self { left: Some(text), mark }
    }

    /// What was not cut yet; `None` after the last part.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn left(&self) -> Option<&'a str> {
        self.left
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let left = self.left?;
        let (part, left) = match cut(left, self.mark) {
            Some((part, left)) => (part, Some(left)),
            None => (left, None),
        };
        self.left = left;
        Some(part)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn cuts_as_the_standard_library_does(text in "[.:ş😀a]{0,8}") {
            prop_assert_eq!(cut(&text, b':'), text.split_once(':'));
            prop_assert_eq!(Parts::new(&text, b'.').collect::<Vec<_>>(), text.split('.').collect::<Vec<_>>());
        }
    }
}
