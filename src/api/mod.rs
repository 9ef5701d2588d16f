//! What JavaScript calls: three surfaces, one for each program. They take JavaScript's values apart, call the stages and put the answers
//! together; they compute nothing.
//!
//! In and out: JavaScript values. Errors are `Error`s with a `kind`, by which the shell knows them from a panic.

#[cfg(feature = "exchange")]
pub mod exchange;
#[cfg(feature = "reader")]
pub mod languages;
#[cfg(all(feature = "reader", not(feature = "exchange")))]
pub mod reader;
#[cfg(all(feature = "reader", not(feature = "exchange")))]
mod trees;
pub mod values;
#[cfg(feature = "widget")]
pub mod widget;

/// A two-level segregated fit allocator (Masmano et al. 2004): constant time, and a third of the code of the standard one.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();
