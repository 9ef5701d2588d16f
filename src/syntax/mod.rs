//! Parts of speech and dependency trees of a sentence, by a small network.
//!
//! ```text
//! text -> tokens -> rows of features -> network (integers in its sums) -> scores -> tree
//! ```
//!
//! In: a sentence and a [`Model`]. Out: its [`Tree`]. It must never learn what a date or an event is, nor a word of any language: what it knows of a language
//! is in the model, a value that is handed in.

pub mod decode;
pub mod features;
pub mod math;
pub mod model;
mod models;
pub mod network;
pub mod pack;
pub mod shape;
pub mod splitting;
pub mod tokens;
pub mod tree;

pub use model::Model;
pub use models::Models;
pub use network::Parser;
pub use tree::{Dep, Node, Pos, Relation, Subtype, Sure, Tree};
