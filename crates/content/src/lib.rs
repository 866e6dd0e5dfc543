//! From the JSON that the owner writes to the documents that are shown.
//!
//! [`source`] is the shape of the files, [`compile()`] turns them into
//! documents of `hipec-core` and reports everything that is wrong on the way,
//! each with file, place, language and a sentence. It reads no files itself:
//! it is given their texts.

pub mod compile;
pub mod coverage;
pub mod evidence;
pub mod files;
pub mod inline;
pub mod problem;
pub mod question;
pub mod report;
pub mod schema;
pub mod source;
pub mod study;

mod alphabet;
mod check;
mod criteria;
pub mod document;
mod draw;
mod index;
mod isolate;
mod paired;
mod parity;
mod reading;
mod resolve;
mod texts;
mod ui;
mod unique;

pub use compile::{Site, compile};
pub use coverage::Coverage;
pub use files::ContentFiles;
pub use problem::Problem;
