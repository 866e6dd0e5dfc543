//! A page after all checks, before it is drawn: links point to pages that
//! exist, citations are numbered, terms carry their meaning.

mod article;
mod block;
mod rich;

pub use article::{Article, Citation, Review, Reviewer, TermNote};
pub use block::{
    Advice, AdviceKind, Block, Callout, CalloutKind, Figure, FigureId, Finding, PageCard, Question,
    Questions, Step, Table, Verdict,
};
#[cfg(test)]
pub(crate) use rich::plain_text;
pub use rich::{Inline, Rich};
