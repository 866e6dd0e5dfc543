//! What centres are compared against.

use serde::{Deserialize, Serialize};

use crate::{checklist::Rule, markup::Node};

/// A group of criteria, such as the multidisciplinary team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionGroup {
    /// The group's id, the same in all languages.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// One sentence on what it is about.
    pub about: String,
    /// Its criteria, in the order in which they are asked.
    pub criteria: Vec<Criterion>,
}

/// A criterion, as a question to a hospital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its id and default importance.
    pub rule: Rule,
    /// The question as a patient would put it.
    pub question: String,
    /// Why it matters, what a good answer sounds like and what is a warning
    /// sign, already drawn.
    pub about: Node,
}
