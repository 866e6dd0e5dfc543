//! The two files that a page is made of.

use super::{CriterionGroup, NavGroup};
use std::sync::Arc;

use crate::{
    from_json::{FromJson, field, optional},
    json::Value,
    locale::Locale,
    markup::Node,
    words::{ChecklistText, ShellText, Words, format_of},
};

/// The shape of the data this program understands. A phone may hold a page of
/// one release and fetch data of the next: what differs is not guessed at, the
/// page is loaded anew.
///
/// It follows the lists of words by itself; raise the first number when a
/// struct of this module changes its shape.
pub const FORMAT: u32 = 3 ^ format_of::<ShellText>() ^ format_of::<ChecklistText>().rotate_left(7);

/// What every page of one language shares.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ShellData {
    /// See [`FORMAT`].
    pub format: u32,
    /// The language.
    pub locale: Locale,
    /// The words of the frame around the pages.
    pub words: Words<ShellText>,
    /// The navigation, group by group.
    pub nav: Vec<NavGroup>,
    /// The opening hours in one line, if there are any.
    pub hours: Option<String>,
    /// The footer, without the page's review state.
    pub footer: Vec<Node>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PageData {
    /// See [`FORMAT`].
    pub format: u32,
    /// The heading of the page.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The classes of the page's element.
    pub class: String,
    /// The page down to what the person operates.
    pub top: Vec<Node>,
    /// The checklist, on its page.
    pub checklist: Option<Arc<ChecklistData>>,
    /// The page from there on.
    pub bottom: Vec<Node>,
    /// The page's review state, for the footer.
    pub review: Option<Node>,
}

/// What the checklist works with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ChecklistData {
    /// The words of the controls.
    pub words: Words<ChecklistText>,
    /// The criteria by group.
    pub groups: Vec<CriterionGroup>,
}

impl FromJson for ShellData {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            format: field(value, "format")?,
            locale: field(value, "locale")?,
            words: field(value, "words")?,
            nav: field(value, "nav")?,
            hours: optional(value, "hours")?,
            footer: field(value, "footer")?,
        })
    }
}

impl FromJson for PageData {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            format: field(value, "format")?,
            title: field(value, "title")?,
            description: field(value, "description")?,
            class: field(value, "class")?,
            top: field(value, "top")?,
            checklist: optional(value, "checklist")?.map(Arc::new),
            bottom: field(value, "bottom")?,
            review: optional(value, "review")?,
        })
    }
}

impl FromJson for ChecklistData {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            words: field(value, "words")?,
            groups: field(value, "groups")?,
        })
    }
}
