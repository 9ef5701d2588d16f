//! What a format can't say, counted: "background of 3 entries".
//!
//! In: one remark at a time. Out: a list of short phrases. It must never learn of formats.

/// What went missing, each thing once with its count.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Lost(Vec<(String, usize)>);

impl Lost {
    /// One more entry lost this.
    pub(crate) fn add(&mut self, what: &str) {
        match self.0.iter_mut().find(|(known, _)| known == what) {
            Some((_, count)) => *count += 1,
            None => self.0.push((what.to_owned(), 1)),
        }
    }

    /// The same, where it is so.
    pub(crate) fn add_if(&mut self, is_so: bool, what: &str) {
        if is_so {
            self.add(what);
        }
    }

    /// As phrases.
    pub(crate) fn into_list(self) -> Vec<String> {
        let phrase = |(what, count): (String, usize)| match count {
            1 => what,
            _ => format!("{what} ({count} times)"),
        };
        self.0.into_iter().map(phrase).collect()
    }
}
