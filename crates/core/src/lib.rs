//! What the site knows, without a browser.
//!
//! Locales, routes, the documents that pages are drawn from, and the centre
//! checklist. Nothing here touches a DOM, a clock, storage or a file, which
//! the dependency list of this crate makes a fact the compiler checks.

pub mod checklist;
pub mod content;
pub mod date;
pub mod drawing;
pub mod from_json;
pub mod head;
pub mod json;
pub mod locale;
pub mod markup;
pub mod picks;
pub mod qr;
pub mod route;
pub mod search;
pub mod words;
