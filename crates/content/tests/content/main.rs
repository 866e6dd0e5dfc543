//! The checks and drawings of the content, held against the site's own files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may fail loudly"
)]

mod differential;
mod evidence;
mod font;
mod mistakes;
mod owner;
mod real_content;
mod recall;
mod schemas;
mod support;
