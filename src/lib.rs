//! Reads a news article and draws its timeline.
//!
//! Data runs one way; a module imports only what stands to its left:
//!
//! ```text
//! temporal -> article -> timeline -> exchange -> layout -> interact -> view -> api
//! ```

#[cfg(target_arch = "wasm32")]
pub mod api;
pub mod article;
pub mod date;
pub mod exchange;
pub mod find;
pub mod interact;
pub mod layout;
pub mod letter;
pub mod list;
pub mod order;
pub mod span;
pub mod temporal;
pub mod timeline;
#[cfg(target_arch = "wasm32")]
pub mod view;
