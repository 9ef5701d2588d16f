//! A sentence's tree, in the words of Universal Dependencies.
//!
//! In: what the parser found. Out: for every word a part of speech, a head, a relation, and how sure each is. It must never learn how they were found.
//! Names are those of <https://universaldependencies.org>; a model says which of them it uses.

/// A sentence's tree: one node for each word, in order. Exactly one has no head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// The words.
    pub nodes: Vec<Node>,
    /// Whether the sentence was too long for one tree, and the roots of its later pieces were hung on the first one's.
    pub cut: bool,
}

/// A word in its tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// What kind of word it is.
    pub pos: Pos,
    /// The word it hangs on, counted from 0; none for the root.
    pub head: Option<usize>,
    /// How it hangs there.
    pub relation: Relation,
    /// How sure all that is.
    pub sure: Sure,
}

/// How likely each of three things is right, from 0 to 1: of a hundred words with 0.9, about ninety are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sure {
    /// The part of speech.
    pub pos: f32,
    /// The head.
    pub head: f32,
    /// The relation, if the head is right.
    pub relation: f32,
}

/// A relation: `nsubj:pass` is the kind `nsubj` with the subtype `pass`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// One of the universal relations.
    pub kind: Dep,
    /// What it is more closely.
    pub subtype: Option<Subtype>,
}

impl Relation {
    /// From its name, as `nsubj:pass`; none if either part is not known.
    ///
    /// ```
    /// use article_timeline::syntax::{Dep, Relation, Subtype};
    /// let relation = Relation::from_name("nsubj:pass");
    /// assert_eq!(relation, Some(Relation { kind: Dep::Nsubj, subtype: Some(Subtype::Pass) }));
    /// assert_eq!(relation.map(|relation| relation.to_string()), Some("nsubj:pass".into()));
    /// assert_eq!(Relation::from_name("nsubj:odd"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Relation> {
        let (kind, subtype) = match name.split_once(':') {
            Some((kind, subtype)) => (kind, Some(Subtype::from_name(subtype)?)),
            None => (name, None),
        };
        Some(Relation { kind: Dep::from_name(kind)?, subtype })
    }
}

impl std::fmt::Display for Relation {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(self.kind.name())?;
        match self.subtype {
            Some(subtype) => {
                out.write_str(":")?;
                out.write_str(subtype.name())
            }
            None => Ok(()),
        }
    }
}

/// An enumeration whose members have names.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($member:ident $text:literal $what:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $what] $member),+
        }

        impl $name {
            /// The name that Universal Dependencies give it.
            pub fn name(self) -> &'static str {
                match self {
                    $($name::$member => $text),+
                }
            }

            /// The member of that name.
            pub fn from_name(name: &str) -> Option<$name> {
                match name {
                    $($text => Some($name::$member),)+
                    _ => None,
                }
            }
        }
    };
}

named! {
    /// A universal part of speech.
    Pos {
        Adj "ADJ" "Adjective.",
        Adp "ADP" "Preposition or postposition.",
        Adv "ADV" "Adverb.",
        Aux "AUX" "Auxiliary verb.",
        Cconj "CCONJ" "Coordinating conjunction.",
        Det "DET" "Determiner.",
        Intj "INTJ" "Interjection.",
        Noun "NOUN" "Noun.",
        Num "NUM" "Numeral.",
        Part "PART" "Particle.",
        Pron "PRON" "Pronoun.",
        Propn "PROPN" "Proper noun.",
        Punct "PUNCT" "Punctuation.",
        Sconj "SCONJ" "Subordinating conjunction.",
        Sym "SYM" "Symbol.",
        Verb "VERB" "Verb.",
        X "X" "None of the others.",
    }
}

named! {
    /// A universal relation.
    Dep {
        Acl "acl" "Clause that modifies a noun.",
        Advcl "advcl" "Clause that modifies a verb.",
        Advmod "advmod" "Adverb that modifies.",
        Amod "amod" "Adjective that modifies.",
        Appos "appos" "The same again in other words.",
        Aux "aux" "Auxiliary.",
        Case "case" "Preposition, postposition, case marker.",
        Cc "cc" "Coordinating conjunction.",
        Ccomp "ccomp" "Clause that completes, with a subject of its own.",
        Clf "clf" "Classifier.",
        Compound "compound" "Compound.",
        Conj "conj" "Coordinated with its head.",
        Cop "cop" "Copula.",
        Csubj "csubj" "Clause that is a subject.",
        Dep "dep" "Some relation.",
        Det "det" "Determiner.",
        Discourse "discourse" "What is said beside the sentence.",
        Dislocated "dislocated" "Moved out of its place.",
        Expl "expl" "Stands for what comes elsewhere.",
        Fixed "fixed" "Of a fixed expression.",
        Flat "flat" "Of a name or another expression without a head.",
        Goeswith "goeswith" "Wrongly written apart.",
        Iobj "iobj" "Second object.",
        List "list" "Of a list.",
        Mark "mark" "Introduces a clause.",
        Nmod "nmod" "Noun that modifies a noun.",
        Nsubj "nsubj" "Subject.",
        Nummod "nummod" "Number that modifies.",
        Obj "obj" "Object.",
        Obl "obl" "Noun that modifies a verb.",
        Orphan "orphan" "What is left where the head was left out.",
        Parataxis "parataxis" "Beside its head, with nothing that joins them.",
        Punct "punct" "Punctuation.",
        Reparandum "reparandum" "Said and taken back.",
        Root "root" "What all else hangs on.",
        Vocative "vocative" "Who is spoken to.",
        Xcomp "xcomp" "Clause that completes and takes its subject from elsewhere.",
    }
}

named! {
    /// A relation more closely: those that several languages have.
    Subtype {
        Agent "agent" "Who does it, of a passive.",
        Arg "arg" "Needed by its head.",
        Caus "caus" "Of a causative.",
        Desc "desc" "A title or a description before a name.",
        Emph "emph" "That lays stress.",
        Foreign "foreign" "Of another language.",
        Gov "gov" "That governs the case.",
        Impers "impers" "Impersonal.",
        Lmod "lmod" "Of place.",
        Lvc "lvc" "Of a light verb.",
        Name "name" "Of a name.",
        Neg "neg" "That denies.",
        Npmod "npmod" "Noun phrase used as an adverb.",
        Outer "outer" "Of the outer clause of two.",
        Pass "pass" "Of a passive.",
        Poss "poss" "That owns.",
        Preconj "preconj" "Before the first of what is coordinated.",
        Predet "predet" "Before the determiner.",
        Prt "prt" "Particle of a verb.",
        Pv "pv" "Of a reflexive verb.",
        Relcl "relcl" "Relative clause.",
        Tmod "tmod" "Of time.",
        Unmarked "unmarked" "Noun phrase without a preposition.",
    }
}
