//! One file a page, or a kind of page.

pub mod article;
pub mod checklist;
pub mod failed;
pub mod languages;
pub mod not_found;
