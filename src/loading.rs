//! What can happen to a page on its way.

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

/// A page that could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure {
    /// Where the reader wanted to go.
    pub route: Route,
    /// Why it did not work.
    pub error: LoadError,
}
