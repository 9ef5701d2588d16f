//! A sentence's tree: its words with parts of speech, heads and relations (Universal Dependencies), each arc with how sure it is.
//!
//! In: nodes in text order. Out: children, the stretch under a node, the way up.
//! It must never learn where trees come from or what is made of them.

use crate::base::list::List;
use crate::base::span::Span;

/// One word or sign of a sentence.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Node {
    /// Its place in the block's text, in bytes.
    pub span: Span,
    /// Its part of speech.
    pub pos: Pos,
    /// The word it depends on; `None` for the root.
    pub head: Option<usize>,
    /// How it depends on its head.
    pub relation: Relation,
    /// How sure the arc is, from 0 to 1.
    pub sure: f32,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident, $other:ident: $($variant:ident $written:literal),* $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs, reason = "the names are those of Universal Dependencies, spelled out")]
        pub enum $name { $($variant),* }

        impl $name {
            /// By its name in the treebanks; an unknown subtype is its main type, an unknown type the most general one.
            pub fn named(written: &str) -> $name {
                match written {
                    $($written => $name::$variant,)*
                    _ => match written.split_once(':') {
                        Some((main, _)) => $name::named(main),
                        None => $name::$other,
                    },
                }
            }
        }
    };
}

named! {
    /// Universal parts of speech.
    Pos, Other:
    Adjective "ADJ", Adposition "ADP", Adverb "ADV", Auxiliary "AUX", Coordinator "CCONJ", Determiner "DET", Interjection "INTJ",
    Noun "NOUN", Number "NUM", Particle "PART", Pronoun "PRON", Name "PROPN", Sign "PUNCT", Subordinator "SCONJ", Symbol "SYM",
    Verb "VERB", Other "X",
}

named! {
    /// Universal relations, with the subtypes that this stage asks for.
    Relation, Dep:
    Acl "acl", Relative "acl:relcl", Advcl "advcl", Advmod "advmod", Amod "amod", Appos "appos", Aux "aux", AuxPassive "aux:pass",
    Case "case", Cc "cc", Ccomp "ccomp", Compound "compound", Conj "conj", Cop "cop", Csubj "csubj", Dep "dep", Det "det",
    Discourse "discourse", Dislocated "dislocated", Expletive "expl", Fixed "fixed", Flat "flat", Goeswith "goeswith", Iobj "iobj",
    List "list", Mark "mark", Nmod "nmod", Possessor "nmod:poss", Subject "nsubj", SubjectPassive "nsubj:pass", Nummod "nummod",
    Object "obj", Oblique "obl", Agent "obl:agent", Orphan "orphan", Parataxis "parataxis", Punct "punct", Reparandum "reparandum",
    Root "root", Vocative "vocative", Xcomp "xcomp",
}

impl Relation {
    /// Whether a clause hangs on it.
    pub fn opens_clause(self) -> bool {
        use Relation::{Acl, Advcl, Ccomp, Csubj, Parataxis, Relative, Root, Xcomp};
        matches!(self, Acl | Relative | Advcl | Ccomp | Csubj | Parataxis | Root | Xcomp)
    }

    /// Whether it is that of a subject, be it a noun or a clause.
    pub fn is_subject(self) -> bool {
        matches!(self, Relation::Subject | Relation::SubjectPassive | Relation::Csubj)
    }
}

/// A sentence's nodes in text order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tree {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// First and last node under each node, itself included.
    edges: Vec<(usize, usize)>,
}

impl Tree {
    /// A tree of these nodes. A head that lies outside, or in a circle, counts as none: any list gives a tree.
    pub fn new(mut nodes: Vec<Node>) -> Tree {
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
        Tree { nodes, edges }
    }

    /// A node by its place; `None` beyond the end.
    pub fn node(&self, place: usize) -> Option<&Node> {
        self.nodes.get(place)
    }

    /// The place of a node's head.
    pub fn head(&self, place: usize) -> Option<usize> {
        self.node(place)?.head
    }

    /// A node's relation.
    pub fn relation(&self, place: usize) -> Relation {
        self.node(place).map_or(Relation::Dep, |node| node.relation)
    }

    /// A node's part of speech.
    pub fn pos(&self, place: usize) -> Pos {
        self.node(place).map_or(Pos::Other, |node| node.pos)
    }

    /// The nodes that hang on a node, in text order.
    pub fn children(&self, place: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let (first, last) = self.edge(place);
        (first..last + 1).filter(move |&child| self.head(child) == Some(place))
    }

    /// The first child with one of these relations.
    pub fn child(&self, place: usize, wanted: impl Fn(Relation) -> bool) -> Option<usize> {
        self.children(place).find(|&child| wanted(self.relation(child)))
    }

    /// First and last node under a node, both inclusive.
    pub fn edge(&self, place: usize) -> (usize, usize) {
        self.edges.get(place).copied().unwrap_or((place, place))
    }

    /// The node and all above it, nearest first.
    pub fn upwards(&self, place: usize) -> impl Iterator<Item = usize> + '_ {
        core::iter::successors(Some(place), |&place| self.head(place))
    }

    /// Whether a node is another or hangs below it.
    pub fn is_under(&self, place: usize, top: usize) -> bool {
        let (first, last) = self.edge(top);
        (first..=last).contains(&place) && self.upwards(place).any(|above| above == top)
    }
}

#[cfg(test)]
pub(in crate::events) mod written {
    //! Trees written down by hand: `word/UPOS/head/relation`, heads counted from 1, 0 for the root; words are joined by spaces, save where
    //! `~` in front of a word says that it follows without one.

    use super::{Node, Pos, Relation, Span, Tree};

    /// The text and the tree.
    pub fn tree(notation: &str) -> (String, Tree) {
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
                pos: Pos::named(pos),
                head: head.checked_sub(1),
                relation: Relation::named(relation),
                sure: 1.0,
            });
        }
        (text, Tree::new(nodes))
    }
}

#[cfg(test)]
mod tests {
    use super::written::tree;
    use super::*;

    #[test]
    fn children_edges_and_the_way_up() {
        let (text, tree) = tree("The/DET/2/det club/NOUN/3/nsubj sold/VERB/0/root its/PRON/5/nmod:poss ground/NOUN/3/obj");
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

    #[test]
    fn an_unknown_subtype_is_its_main_type() {
        assert_eq!(Relation::named("obl:unmarked"), Relation::Oblique);
        assert_eq!(Relation::named("nsubj:pass"), Relation::SubjectPassive);
        assert_eq!(Relation::named("nonsense"), Relation::Dep);
        assert_eq!(Pos::named("nonsense"), Pos::Other);
    }
}
