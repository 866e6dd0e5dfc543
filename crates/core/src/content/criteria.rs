//! What centres are compared against.

use crate::{
    checklist::Rule,
    from_json::{FromJson, field},
    json::Value,
    markup::Node,
};

/// A group of criteria, such as the multidisciplinary team.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Criterion {
    /// Its id and default importance.
    pub rule: Rule,
    /// The question as a patient would put it.
    pub question: String,
    /// Why it matters, what a good answer sounds like and what is a warning
    /// sign, already drawn.
    pub about: Node,
}

impl FromJson for CriterionGroup {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            id: field(value, "id")?,
            title: field(value, "title")?,
            about: field(value, "about")?,
            criteria: field(value, "criteria")?,
        })
    }
}

impl FromJson for Criterion {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            rule: field(value, "rule")?,
            question: field(value, "question")?,
            about: field(value, "about")?,
        })
    }
}
