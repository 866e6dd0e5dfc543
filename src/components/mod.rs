//! Small views without knowledge of pages.

pub mod article_parts;
pub mod block;
pub mod footer;
pub mod header;
pub mod icon;
pub mod motif;
pub mod rich;
