//! How a language's text is split into words, as its treebank does it: learned by the trainer, kept in the model.
//!
//! In: lines of the model file. Out: for every place between two signs whether a word ends there, and the exceptions. It must never learn a word of any language.

use std::collections::{BTreeMap, BTreeSet};

/// Endings, exceptions and contexts. As text, four lines:
///
/// ```text
/// n't 's ...                   endings that are words of their own
/// e-mail can|not ...           pieces between white space that are split as they stand here
/// a'aa ...                     contexts between which a word ends
/// 0,00 ...                     contexts between which none ends
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Splitting {
    /// Endings that are words of their own, in small letters.
    pub endings: Vec<String>,
    /// Pieces in small letters, with digits as 0, and where they are cut, in characters.
    pub exceptions: BTreeMap<String, Vec<usize>>,
    /// Contexts between which a word ends.
    pub apart: BTreeSet<Context>,
    /// Contexts between which no word ends.
    pub together: BTreeSet<Context>,
}

/// Four signs: the place asked about lies between the second and the third. Letters are `a`, digits `0`, the edge of the piece a space, [`ANY`] whatever.
pub type Context = [char; 4];

/// Stands for any sign.
pub const ANY: char = 'A';

impl Splitting {
    /// Whether a word ends in the middle of `context`: the closest that was learned decides, and without any a sign ends a word unless it stands beside its like.
    pub fn ends(&self, context: Context) -> bool {
        let [before, left, right, behind] = context;
        let plain = |sign: char| matches!(sign, 'a' | '0');
        let learned = [context, [ANY, left, right, behind], [before, left, right, ANY], [ANY, left, right, ANY]];
        for context in learned {
            if self.apart.contains(&context) {
                return true;
            }
            if self.together.contains(&context) {
                return false;
            }
        }
        left != right && !(plain(left) && plain(right))
    }

    /// The four lines.
    pub fn write(&self) -> String {
        let exceptions = self.exceptions.iter().map(|(piece, cuts)| {
            let signs = piece.chars().enumerate();
            signs.flat_map(|(place, sign)| cuts.contains(&place).then_some('|').into_iter().chain([sign])).collect()
        });
        let exceptions: Vec<String> = exceptions.collect();
        let signs = |contexts: &BTreeSet<Context>| contexts.iter().flatten().collect::<String>();
        format!(
            "{}\n{}\n{}\n{}",
            self.endings.join(" "),
            exceptions.join(" "),
            signs(&self.apart),
            signs(&self.together)
        )
    }

    /// Reads the four lines; none if they are others.
    pub fn read(text: &str) -> Option<Splitting> {
        let mut lines = text.split('\n');
        let (endings, exceptions, apart, together) = (lines.next()?, lines.next()?, lines.next()?, lines.next()?);
        let contexts = |line: &str| -> BTreeSet<Context> {
            let signs: Vec<char> = line.chars().collect();
            signs.as_chunks::<4>().0.iter().copied().collect()
        };
        Some(Splitting {
            endings: endings.split(' ').filter(|ending| !ending.is_empty()).map(str::to_owned).collect(),
            exceptions: exceptions.split(' ').filter(|piece| !piece.is_empty()).map(exception).collect(),
            apart: contexts(apart),
            together: contexts(together),
        })
    }
}

/// `can|not` to `cannot` and the place 3.
fn exception(written: &str) -> (String, Vec<usize>) {
    let mut piece = String::new();
    let mut cuts = Vec::new();
    let mut length = 0;
    for sign in written.chars() {
        if sign == '|' {
            cuts.push(length);
        } else {
            piece.push(sign);
            length += 1;
        }
    }
    (piece, cuts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let splitting = Splitting {
            endings: vec!["'x".into(), "zu".into()],
            exceptions: BTreeMap::from([("amzug".into(), vec![2, 4]), ("st.".into(), vec![])]),
            apart: BTreeSet::from([[ANY, 'a', '-', ' ']]),
            together: BTreeSet::from([['0', ',', '0', ANY], [ANY, '0', ',', '0']]),
        };
        assert_eq!(Splitting::read(&splitting.write()), Some(splitting));
        assert_eq!(Splitting::read(&Splitting::default().write()), Some(Splitting::default()));
        assert_eq!(Splitting::read("only one line"), None);
    }

    #[test]
    fn the_closest_context_decides() {
        let mut splitting = Splitting::default();
        assert!(splitting.ends([' ', '0', ',', ' ']) && !splitting.ends(['a', '.', '.', ' ']));
        assert!(!splitting.ends([' ', '0', 'a', ' ']));
        splitting.together.insert([ANY, '0', ',', '0']);
        assert!(splitting.ends([' ', '0', ',', ' ']) && !splitting.ends([' ', '0', ',', '0']));
        splitting.apart.insert([' ', '0', ',', '0']);
        assert!(splitting.ends([' ', '0', ',', '0']) && !splitting.ends(['0', '0', ',', '0']));
    }
}
