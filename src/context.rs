//! What is on the screen.

use std::sync::Arc;

use hipec_core::{
    content::{PageData, ShellData},
    route::Route,
};

/// A page with everything it is drawn from. Cheap to clone.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// Where we are.
    pub route: Route,
    /// What the pages of this language share; absent where the route has none.
    pub shell: Option<Arc<ShellData>>,
    /// The page.
    pub page: Arc<PageData>,
}
