//! The state of a page that is on its way.

use hipec_core::route::Route;

/// Why a page could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadError {
    /// The network did not answer.
    Offline,
    /// The server has no such file.
    Missing,
    /// The server answered with another error.
    Server,
    /// What arrived is not what was expected.
    Broken,
    /// What arrived belongs to another release of the site.
    Outdated,
}

/// What the frame shows besides the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// Nothing is on its way.
    Idle,
    /// A page is on its way; the one before stays up meanwhile.
    Underway(Route),
    /// A page could not be had.
    Failed(Route, LoadError),
}
