//! Counts of what a run found, printed at its end.

use std::collections::BTreeMap;

#[derive(Default)]
pub(crate) struct Figures(BTreeMap<String, u64>);

impl Figures {
    pub(crate) fn count(&mut self, name: &str) {
        match self.0.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                self.0.insert(name.to_owned(), 1);
            }
        }
    }

    pub(crate) fn of(&self, name: &str) -> u64 {
        self.0.get(name).copied().unwrap_or_default()
    }

    pub(crate) fn print(&self, title: &str) {
        println!("{title}");
        for (name, count) in &self.0 {
            println!("{count:>9}  {name}");
        }
    }
}
