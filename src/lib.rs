//! Reads a news article and draws its timeline: the dates in the text, each with the sentence it comes from and the reason for it.
//!
//! ```
//! use article_timeline::article::{Given, text};
//! use article_timeline::language::Languages;
//! use article_timeline::syntax::Models;
//! use article_timeline::{Options, build};
//!
//! let article = "Bridge closed again\n\n1 November 2016\n\nThe council closed the bridge last Tuesday. It had opened in June 2014.";
//! let languages = Languages::english();
//! let timeline = build(&[text::read(article, &Given::default(), &languages)], &languages, &Models::default(), Options::default());
//! let dates: Vec<String> = timeline.events.iter().filter_map(|event| Some(event.when.extent.earliest?.to_iso())).collect();
//! assert_eq!(dates, ["2014-06-01", "2016-10-25"]);
//! ```
//!
//! Data runs one way; a module imports only what stands to its left:
//!
//! ```text
//! base -> language -> temporal -> article -> syntax -> timeline -> events -> exchange -> layout -> interact -> view -> api
//! ```
//!
//! What stands here below is what most callers need: articles become a [`Timeline`] by [`build`]; [`exchange::json`] writes and reads it;
//! [`temporal::tag`] finds the dates alone. [`layout`] and [`interact`] draw timelines for whoever can measure words.
//!
//! Two programs are made of it, by features: `reader` makes a timeline of whatever carries an article, `widget` draws one. What passes
//! between them is Timeline JSON ([`exchange`]), so neither is compiled with the other's modules.

// What is too heavy to download (clippy.toml) may not come back into the wasm; the command line and tests use the standard library as it is.
// So does the program of other people's formats, which is fetched by the few pages that have one.
#![cfg_attr(
    all(target_arch = "wasm32", not(feature = "exchange")),
    deny(clippy::disallowed_methods, clippy::disallowed_macros)
)]

#[cfg(target_arch = "wasm32")]
#[allow(clippy::disallowed_methods, reason = "what wasm_bindgen's macros write collects too")]
pub mod api;
#[cfg(feature = "reader")]
pub mod article;
pub mod base;
#[cfg(feature = "reader")]
pub mod events;
pub mod exchange;
#[cfg(feature = "widget")]
pub mod interact;
#[cfg(feature = "reader")]
pub mod language;
#[cfg(feature = "widget")]
pub mod layout;
#[cfg(feature = "reader")]
pub mod syntax;
#[cfg(feature = "reader")]
pub mod temporal;
pub mod timeline;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub mod view;

#[cfg(feature = "reader")]
pub use article::Article;
pub use base::error::{Error, ErrorKind};
#[cfg(feature = "reader")]
pub use events::{Options, build};
pub use timeline::{Event, Timeline, When};
