//! Reads a news article and draws its timeline.
//!
//! Data runs one way; a module imports only what stands to its left:
//!
//! ```text
//! base -> language -> temporal -> article -> timeline -> events -> exchange -> layout -> interact -> view -> api
//! ```

// What is too heavy to download (clippy.toml) may not come back into the wasm; the command line and tests use the standard library as it is.
#![cfg_attr(target_arch = "wasm32", deny(clippy::disallowed_methods, clippy::disallowed_macros))]

#[cfg(target_arch = "wasm32")]
#[allow(clippy::disallowed_methods, reason = "what wasm_bindgen's macros write collects too")]
pub mod api;
pub mod article;
pub mod base;
pub mod events;
pub mod exchange;
pub mod interact;
pub mod language;
pub mod layout;
pub mod temporal;
pub mod timeline;
#[cfg(target_arch = "wasm32")]
pub mod view;
