//! What an issue says, for Rust programs; the npm package's errors.js says the same from the same tables.

use alloc::string::String;

use serde::ser::{Serialize, Serializer};

use super::issue::{Detail, Issue, Locale, MEANT};
use crate::ascii::cut;
use crate::json::{self, ObjectWriter, write_texts};

impl Issue {
    /// What is wrong and what would be right, for people.
    pub fn message(&self) -> String {
        let mut detail = String::from(match &self.problem.detail {
            Detail::Text(text) => text,
            Detail::Wanted(wanted) => self.locale.of(wanted.said()),
        });
        if let Some(meant) = self.problem.meant {
            fill(self.locale.of(MEANT), meant, &mut detail);
        }
        let mut message = String::new();
        fill(self.locale.of(self.code().said()), &detail, &mut message);
        message
    }

    /// The issues as JSON text.
    pub fn list_to_json(issues: &[Self]) -> String {
        let mut out = String::from("[");
        for issue in issues {
            out.push_str(if out.len() > 1 { "," } else { "" });
            issue.write(&mut out);
        }
        out.push(']');
        out
    }

    fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        write_texts(self.path(), object.name("path"));
        object.plain("code", self.code().as_str());
        object.text("message", &self.message());
        object.end();
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = String::new();
        self.write(&mut json);
        json::serialize(&json, serializer)
    }
}

impl Locale {
    const fn of(self, (en, tr): (&'static str, &'static str)) -> &'static str {
        match self {
            Self::En => en,
            Self::Tr => tr,
        }
    }
}

/// Adds the sentence with the detail in the place of its `%`.
fn fill(sentence: &str, detail: &str, out: &mut String) {
    let (before, after) = cut(sentence, b'%').unwrap_or((sentence, ""));
    for part in [before, detail, after] {
        out.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use crate::field::issue::{Code, Wanted};

    #[test]
    fn a_detail_has_one_place_at_most() {
        for (en, tr) in Code::ALL.iter().map(|code| code.said()) {
            assert!(en.matches('%').count() <= 1, "{en}");
            assert_eq!(en.contains('%'), tr.contains('%'), "{en} / {tr}");
        }
        for (en, tr) in Wanted::ALL.iter().map(|wanted| wanted.said()) {
            assert!(!en.contains('%') && !tr.contains('%'), "{en} / {tr}");
        }
    }
}
