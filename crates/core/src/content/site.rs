//! What every page of a language shares.

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
