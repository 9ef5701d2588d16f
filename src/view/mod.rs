//! The browser's side: paints scenes as elements and turns DOM events into inputs.
//!
//! In: a timeline, an element's shadow root, events. Out: elements, and messages for the page. It decides nothing: where things stand is
//! `layout`'s business, what an input means is `interact`'s.
//!
//! The shell in `www/view.js` owns the listeners and the frames, because after a panic nothing in here runs any more.

pub mod clock;
pub mod data;
pub mod detail;
pub mod dom;
pub mod entry;
pub mod input;
pub mod key;
pub mod measure;
pub mod overview;
pub mod picture;
pub mod render;
pub mod stage;
pub mod story;
pub mod svg;
pub mod widget;
pub mod words;

pub use data::Data;
pub use widget::{Message, Settings, Widget};
