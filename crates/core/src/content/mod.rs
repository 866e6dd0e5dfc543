//! What a page is drawn from.
//!
//! These are documents *after* all checks: links point to pages that exist,
//! citations are numbered, terms carry their meaning. What people write is a
//! different shape and lives in the `hipec-content` crate, which turns one
//! into the other at build time. So nothing here can dangle.

mod article;
mod block;
mod bundle;
mod criteria;
mod rich;
mod site;

pub use article::{Article, Citation, Review, Reviewer, TermNote};
pub use block::{
    Advice, AdviceKind, Block, Callout, CalloutKind, Figure, FigureId, Finding, PageCard, Question,
    Questions, Step, Table, Verdict,
};
pub use bundle::{
    Body, ChecklistPage, FORMAT, Island, IslandRef, LanguageCard, PageData, ShellData,
};
pub use criteria::{Criterion, CriterionGroup};
pub use rich::{Inline, Rich, plain_text};
pub use site::{NavEntry, OwnerFacts};
