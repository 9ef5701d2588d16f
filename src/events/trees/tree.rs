//! A sentence's tree in its text: every word with its place, and the ways up and down.
//!
//! In: the parser's tree and the words' places. Out: children, the stretch under a node, the way up.
//! It must never learn what is made of them.

use crate::base::list::List;
use crate::base::span::Span;
use crate::base::steps::step;
use crate::syntax::{Dep, Pos, Relation, Subtype, Tree};

/// One word or sign of a sentence.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::events) struct Node {
    /// Its place in the block's text, in bytes.
    pub(in crate::events) span: Span,
    pub(in crate::events) pos: Pos,
    /// The word it depends on; `None` for the root.
    pub(in crate::events) head: Option<usize>,
    pub(in crate::events) role: Role,
    /// How sure head and role are, from 0 to 1.
    pub(in crate::events) sure: f32,
}

/// What a word is to its head, as far as this stage tells relations apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::events) enum Role {
    Acl,
    Advcl,
    Advmod,
    Agent,
    Amod,
    Appos,
    Aux,
    AuxPassive,
    Case,
    Cc,
    Ccomp,
    Compound,
    Conj,
    Cop,
    Csubj,
    Det,
    Discourse,
    Expletive,
    Fixed,
    Flat,
    Goeswith,
    Mark,
    Nmod,
    Nummod,
    Object,
    Oblique,
    Other,
    Parataxis,
    Possessor,
    Punct,
    Relative,
    Root,
    Subject,
    SubjectPassive,
    Vocative,
    Xcomp,
}

impl From<Relation> for Role {
    fn from(relation: Relation) -> Role {
        match (relation.kind, relation.subtype) {
            (Dep::Acl, Some(Subtype::Relcl)) => Role::Relative,
            (Dep::Acl, _) => Role::Acl,
            (Dep::Advcl, _) => Role::Advcl,
            (Dep::Advmod, _) => Role::Advmod,
            (Dep::Amod, _) => Role::Amod,
            (Dep::Appos, _) => Role::Appos,
            (Dep::Aux, Some(Subtype::Pass)) => Role::AuxPassive,
            (Dep::Aux, _) => Role::Aux,
            (Dep::Case, _) => Role::Case,
            (Dep::Cc, _) => Role::Cc,
            (Dep::Ccomp, _) => Role::Ccomp,
            (Dep::Compound, _) => Role::Compound,
            (Dep::Conj, _) => Role::Conj,
            (Dep::Cop, _) => Role::Cop,
            (Dep::Csubj, _) => Role::Csubj,
            (Dep::Det, _) => Role::Det,
            (Dep::Discourse, _) => Role::Discourse,
            (Dep::Expl, _) => Role::Expletive,
            (Dep::Fixed, _) => Role::Fixed,
            (Dep::Flat, _) => Role::Flat,
            (Dep::Goeswith, _) => Role::Goeswith,
            (Dep::Mark, _) => Role::Mark,
            (Dep::Nmod, Some(Subtype::Poss)) => Role::Possessor,
            (Dep::Nmod, _) => Role::Nmod,
            (Dep::Nsubj, Some(Subtype::Pass)) => Role::SubjectPassive,
            (Dep::Nsubj, _) => Role::Subject,
            (Dep::Nummod, _) => Role::Nummod,
            (Dep::Obj, _) => Role::Object,
            (Dep::Obl, Some(Subtype::Agent)) => Role::Agent,
            (Dep::Obl, _) => Role::Oblique,
            (Dep::Parataxis, _) => Role::Parataxis,
            (Dep::Punct, _) => Role::Punct,
            (Dep::Root, _) => Role::Root,
            (Dep::Vocative, _) => Role::Vocative,
            (Dep::Xcomp, _) => Role::Xcomp,
            _ => Role::Other,
        }
    }
}

impl Role {
    /// Whether it is that of a subject, be it a noun or a clause.
    pub(in crate::events) fn is_subject(self) -> bool {
        matches!(self, Role::Subject | Role::SubjectPassive | Role::Csubj)
    }
}

/// A sentence's nodes in text order.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::events) struct TextTree {
    /// The nodes.
    pub(in crate::events) nodes: Vec<Node>,
    /// First and last node under each node, itself included.
    edges: Vec<(usize, usize)>,
    /// The nodes that have a head, by their heads and then in text order, with those heads in front.
    below: Vec<(usize, usize)>,
}

impl TextTree {
    /// The parser's tree of the words in `kept`, with the places of all words; those in brackets hang on the sign that opens, and that on the
    /// word before.
    pub(in crate::events) fn of(tree: &Tree, words: &[Span], kept: &[usize], bracketed: &[Option<usize>]) -> TextTree {
        let mut parsed = tree.nodes.iter();
        let nodes = words.iter().enumerate().map(|(place, &span)| match bracketed.get(place).copied().flatten() {
            Some(open) => {
                let before = (0..open).rev().find(|&before| bracketed.get(before) == Some(&None));
                let (head, role) = if open == place { (before, Role::Parataxis) } else { (Some(open), Role::Punct) };
                Node { span, pos: Pos::X, head, role, sure: 1.0 }
            }
            None => match parsed.next() {
                Some(node) => Node {
                    span,
                    pos: node.pos,
                    head: node.head.and_then(|head| kept.get(head).copied()),
                    role: node.relation.into(),
                    sure: node.sure.head * node.sure.relation,
                },
                None => Node { span, pos: Pos::X, head: None, role: Role::Other, sure: 0.0 },
            },
        });
        TextTree::new(nodes.list())
    }

    /// A tree of these nodes. A head that lies outside, or in a circle, counts as none: any list gives a tree.
    pub(in crate::events) fn new(mut nodes: Vec<Node>) -> TextTree {
        let count = nodes.len();
        for place in 0..count {
            let mut above = nodes.get(place).and_then(|node| node.head);
            let mut steps = 0;
            while let Some(head) = above.filter(|&head| head < count && steps <= count) {
                above = nodes.get(head).and_then(|node| node.head);
                steps += 1;
            }
            if above.is_some()
                && let Some(node) = nodes.get_mut(place)
            {
                node.head = None;
            }
        }
        let mut edges = (0..count).map(|place| (place, place)).list();
        for place in 0..count {
            let mut above = nodes.get(place).and_then(|node| node.head);
            while let Some(head) = above {
                if let Some(edge) = edges.get_mut(head) {
                    *edge = (edge.0.min(place), edge.1.max(place));
                }
                above = nodes.get(head).and_then(|node| node.head);
            }
        }
        let mut below = nodes.iter().enumerate().filter_map(|(place, node)| Some((node.head?, place))).list();
        crate::base::order::sort_by(&mut below, Ord::cmp);
        TextTree { nodes, edges, below }
    }

    /// A node by its place; `None` beyond the end.
    pub(in crate::events) fn node(&self, place: usize) -> Option<&Node> {
        self.nodes.get(place)
    }

    /// The place of a node's head.
    pub(in crate::events) fn head(&self, place: usize) -> Option<usize> {
        self.node(place)?.head
    }

    /// What a node is to its head.
    pub(in crate::events) fn role(&self, place: usize) -> Role {
        self.node(place).map_or(Role::Other, |node| node.role)
    }

    /// A node's part of speech.
    pub(in crate::events) fn pos(&self, place: usize) -> Pos {
        self.node(place).map_or(Pos::X, |node| node.pos)
    }

    /// The nodes that hang on a node, in text order.
    pub(in crate::events) fn children(&self, place: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        step();
        let first = self.below.partition_point(|(head, _)| *head < place);
        let end = self.below.partition_point(|(head, _)| *head <= place);
        self.below.get(first..end).unwrap_or(&[]).iter().map(|(_, child)| *child)
    }

    /// The first child with a role that is wanted.
    pub(in crate::events) fn child(&self, place: usize, wanted: impl Fn(Role) -> bool) -> Option<usize> {
        self.children(place).find(|&child| wanted(self.role(child)))
    }

    /// First and last node under a node, both inclusive.
    pub(in crate::events) fn edge(&self, place: usize) -> (usize, usize) {
        self.edges.get(place).copied().unwrap_or((place, place))
    }

    /// The node and all above it, nearest first.
    pub(in crate::events) fn upwards(&self, place: usize) -> impl Iterator<Item = usize> + '_ {
        core::iter::successors(Some(place), |&place| {
            step();
            self.head(place)
        })
    }

    /// Whether a node is another or hangs below it.
    pub(in crate::events) fn is_under(&self, place: usize, top: usize) -> bool {
        let (first, last) = self.edge(top);
        (first..=last).contains(&place) && self.upwards(place).any(|above| above == top)
    }
}

#[cfg(test)]
pub(in crate::events) mod written {
    //! Trees written down by hand: `word/UPOS/head/relation`, heads counted from 1, 0 for the root; words are joined by spaces, save where
    //! `~` in front of a word says that it follows without one.

    use super::{Node, Pos, Relation, Span, TextTree};

    /// The text and the tree.
    pub(in crate::events) fn tree(notation: &str) -> (String, TextTree) {
        let mut text = String::new();
        let mut nodes = Vec::new();
        for word in notation.split_whitespace() {
            let parts: Vec<&str> = word.rsplitn(4, '/').collect();
            let [relation, head, pos, word] = parts[..] else { panic!("{word}: word/UPOS/head/relation") };
            let joined = word.strip_prefix('~');
            if joined.is_none() && !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(joined.unwrap_or(word));
            let head: usize = head.parse().unwrap();
            nodes.push(Node {
                span: Span::new(start, text.len()),
                pos: Pos::from_name(pos).unwrap_or_else(|| panic!("{pos} is no part of speech")),
                head: head.checked_sub(1),
                role: Relation::from_name(relation).unwrap_or_else(|| panic!("{relation} is no relation")).into(),
                sure: 1.0,
            });
        }
        (text, TextTree::new(nodes))
    }
}

#[cfg(test)]
mod tests {
    use super::written::tree;

    #[test]
    fn children_edges_and_the_way_up() {
        let (text, tree) =
            tree("The/DET/2/det club/NOUN/3/nsubj sold/VERB/0/root its/PRON/5/nmod:poss ground/NOUN/3/obj");
        assert_eq!(text, "The club sold its ground");
        assert_eq!(tree.children(2).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(tree.edge(4), (3, 4));
        assert_eq!(tree.upwards(0).collect::<Vec<_>>(), [0, 1, 2]);
        assert!(tree.is_under(3, 4) && !tree.is_under(3, 1));
    }

    #[test]
    fn heads_in_a_circle_or_outside_are_no_heads() {
        let (_, circle) = tree("a/NOUN/2/nmod b/NOUN/1/nmod c/NOUN/9/nmod");
        assert!((0..3).all(|place| circle.upwards(place).count() <= 3));
        assert_eq!(circle.head(2), None);
    }
}
