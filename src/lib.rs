//! Reads a news article and draws its timeline.
//!
//! Data runs one way; a module imports only what stands to its left:
//!
//! ```text
//! base -> temporal -> article -> syntax -> timeline -> events -> exchange -> layout -> interact -> view -> api
//! ```

#[cfg(target_arch = "wasm32")]
pub mod api;
pub mod article;
pub mod base;
pub mod events;
pub mod exchange;
pub mod interact;
pub mod layout;
pub mod syntax;
pub mod temporal;
pub mod timeline;
#[cfg(target_arch = "wasm32")]
pub mod view;
