//! Facts about the site that every page shows.

use serde::{Deserialize, Serialize};

use crate::route::PageId;

/// A page in the navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NavEntry {
    /// Where it leads.
    pub page: PageId,
    /// Its short name.
    pub label: String,
}

/// What the owner has filled in about themselves. Empty fields are absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerFacts {
    /// The owner's name.
    pub name: Option<String>,
    /// Who pays for the site.
    pub funding: Option<String>,
    /// The postal address.
    pub address: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The phone number as people write it.
    pub phone: Option<String>,
    /// The opening hours, a line per group of days, in the reader's language.
    pub hours: Vec<String>,
}
