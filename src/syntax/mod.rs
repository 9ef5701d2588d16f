//! Parts of speech and dependency trees of a sentence, by a small network.
//!
//! ```text
//! text -> tokens -> rows of features -> network (integers in its sums) -> scores -> tree
//! ```
//!
//! In: a sentence and a [`Model`]. Out: its [`Tree`]. It must never learn what a date or an event is, nor a word of any language: what it knows of a language
//! is in the model, a value that is handed in.

pub mod decode;
mod dot;
pub mod features;
pub mod math;
pub mod model;
pub mod network;
pub mod pack;
pub mod registry;
pub mod shape;
pub mod splitting;
pub mod tokens;
pub mod tree;
#[cfg_attr(
    target_arch = "wasm32",
    allow(
        clippy::disallowed_methods,
        clippy::disallowed_macros,
        reason = "only a training writes models, and no wasm trains"
    )
)]
mod writing;

pub use model::Model;
pub use network::Parser;
pub use registry::Models;
pub use tree::{Dep, Node, Pos, Relation, Subtype, Sure, Tree};
