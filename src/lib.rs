//! Reads a news article and draws its timeline.
//!
//! Data runs one way; a module imports only what stands to its left:
//!
//! ```text
//! base -> temporal -> article -> timeline -> events -> exchange -> layout -> interact -> view -> api
//! ```
//!
//! Two programs are made of it, by features: `reader` makes a timeline of whatever carries an article, `widget` draws one. What passes
//! between them is Timeline JSON (`exchange`), so neither is compiled with the other's modules.

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(feature = "reader")]
pub mod article;
pub mod base;
#[cfg(feature = "reader")]
pub mod events;
pub mod exchange;
#[cfg(feature = "widget")]
pub mod interact;
#[cfg(feature = "widget")]
pub mod layout;
#[cfg(feature = "reader")]
pub mod temporal;
pub mod timeline;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub mod view;
