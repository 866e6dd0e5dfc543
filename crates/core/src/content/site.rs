//! What every page of a language shares.

use crate::{
    from_json::{FromJson, field},
    json::Value,
    route::PageId,
};

/// A group of pages in the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NavGroup {
    /// Its heading.
    pub title: String,
    /// Its pages, in order.
    pub pages: Vec<NavEntry>,
}

impl FromJson for NavGroup {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            title: field(value, "title")?,
            pages: field(value, "pages")?,
        })
    }
}

/// A page in the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NavEntry {
    /// Where it leads.
    pub page: PageId,
    /// Its short name.
    pub label: String,
}

impl FromJson for NavEntry {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            page: field(value, "page")?,
            label: field(value, "label")?,
        })
    }
}
