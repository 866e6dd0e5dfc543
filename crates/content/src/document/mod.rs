//! A page after all checks, before it is drawn: links point to pages that
//! exist, citations are numbered, terms carry their meaning.

mod article;
mod block;
mod rich;

pub use article::{Article, Citation, Review, Reviewer, TermNote};
pub use block::{
    Advice, AdviceKind, Block, Callout, CalloutKind, EvidenceRow, Figure, FigureId, Finding,
    GlossaryEntry, JourneyStep, PageCard, Pick, PickGroup, Question, Questions, Share, SourceEntry,
    Step, Study, StudyGroup, StudyLine, Table, Verdict,
};
#[cfg(test)]
pub(crate) use rich::plain_text;
pub use rich::{Inline, Rich};
