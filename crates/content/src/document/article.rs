//! A page of text.

use super::{block::Block, rich::Rich};
use hipec_core::date::Date;

/// A page of text, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The heading of the page and the title of the window.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The first sentences, set larger.
    pub lead: Rich,
    /// When it was last looked at, and by whom.
    pub review: Review,
    /// The text.
    pub blocks: Vec<Block>,
    /// What it cites, in the order of the numbers.
    pub sources: Vec<Citation>,
    /// The terms it explains.
    pub terms: Vec<TermNote>,
}

/// When a page was last looked at, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The day the text was last changed or checked.
    pub updated: Date,
    /// The clinician who reviewed it, once one has.
    pub clinician: Option<Reviewer>,
    /// The native medical translator who reviewed it, once one has.
    pub translator: Option<Reviewer>,
}

/// Who reviewed a page, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    /// The reviewer's name and role, as it is to be shown.
    pub name: String,
    /// The day of the review.
    pub date: Date,
}

/// A source as it stands in a page's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The source's id; its anchor is `source-<id>`.
    pub id: String,
    /// The title, in the language of the source.
    pub title: String,
    /// Who wrote it, journal and year, where known.
    pub details: String,
    /// Enough to recognise it: the details, with the title where nobody is
    /// known to have written it.
    pub short: String,
    /// Where to find it.
    pub url: String,
}

/// A term that a page explains in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermNote {
    /// The id that [`Inline::Term`](super::Inline::Term) names.
    pub id: String,
    /// The term.
    pub term: String,
    /// What it means, in plain words.
    pub meaning: String,
    /// The English term, to show to a doctor; `None` on English pages.
    pub english: Option<String>,
}
