//! How a language's text is split into words, as its treebank does it: learned by the trainer, kept in the model.
//!
//! In: lines of the model file. Out: for every place between two signs whether a word ends there, and the exceptions. It must never learn a word of any language.

use crate::base::find;
use crate::base::list::List;

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
    /// Pieces in small letters, with digits as 0, and where they are cut, in characters; in the pieces' order.
    pub exceptions: Vec<(String, Vec<usize>)>,
    /// Contexts between which a word ends, in order.
    pub apart: Vec<Context>,
    /// Contexts between which no word ends, in order.
    pub together: Vec<Context>,
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
            if self.apart.binary_search(&context).is_ok() {
                return true;
            }
            if self.together.binary_search(&context).is_ok() {
                return false;
            }
        }
        left != right && !(plain(left) && plain(right))
    }

    /// Where a piece is cut that is split as it stands.
    pub fn exception(&self, piece: &str) -> Option<&[usize]> {
        let place = self.exceptions.binary_search_by(|(known, _)| known.as_str().cmp(piece)).ok()?;
        self.exceptions.get(place).map(|(_, cuts)| cuts.as_slice())
    }

    /// Reads the four lines; none if they are others.
    pub fn read(text: &str) -> Option<Splitting> {
        Splitting::of(&mut find::split(text, "\n"))
    }

    pub(super) fn of<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Option<Splitting> {
        let (endings, exceptions, apart, together) = (lines.next()?, lines.next()?, lines.next()?, lines.next()?);
        let words = |line| find::split(line, " ").filter(|word: &&str| !word.is_empty());
        let contexts = |line: &str| line.chars().list().as_chunks::<4>().0.to_vec();
        let read = Splitting {
            endings: words(endings).map(String::from).list(),
            exceptions: words(exceptions).map(exception).list(),
            apart: contexts(apart),
            together: contexts(together),
        };
        let in_order = read.exceptions.is_sorted() && read.apart.is_sorted() && read.together.is_sorted();
        in_order.then_some(read)
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
            exceptions: vec![("amzug".into(), vec![2, 4]), ("st.".into(), vec![])],
            apart: vec![[ANY, 'a', '-', ' ']],
            together: vec![['0', ',', '0', ANY], [ANY, '0', ',', '0']],
        };
        assert_eq!(Splitting::read(&splitting.write()), Some(splitting));
        assert_eq!(Splitting::read(&Splitting::default().write()), Some(Splitting::default()));
        assert_eq!(Splitting::read("only one line"), None);
        assert_eq!(Splitting::read("\nb a\n\n"), None);
    }

    #[test]
    fn the_closest_context_decides() {
        let mut splitting = Splitting::default();
        assert!(splitting.ends([' ', '0', ',', ' ']) && !splitting.ends(['a', '.', '.', ' ']));
        assert!(!splitting.ends([' ', '0', 'a', ' ']));
        splitting.together.push([ANY, '0', ',', '0']);
        assert!(splitting.ends([' ', '0', ',', ' ']) && !splitting.ends([' ', '0', ',', '0']));
        splitting.apart.push([' ', '0', ',', '0']);
        assert!(splitting.ends([' ', '0', ',', '0']) && !splitting.ends(['0', '0', ',', '0']));
    }
}
