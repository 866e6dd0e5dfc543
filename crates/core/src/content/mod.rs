//! What travels to the browser.
//!
//! These are pages *after* all checks, already drawn into [`crate::markup`];
//! only what the person operates is data. What people write is a different
//! shape and lives in the `hipec-content` crate, which turns one into the
//! other at build time.

mod bundle;
mod criteria;
mod site;

pub use bundle::{ChecklistData, FORMAT, PageData, ShellData};
pub use criteria::{Criterion, CriterionGroup};
pub use site::{NavEntry, NavGroup};
