//! What every view can ask for.

use std::{collections::BTreeSet, sync::Arc, sync::Mutex};

use hipec_core::{
    content::{PageData, ShellData},
    locale::Locale,
    route::Route,
    words::ShellText,
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

/// What the blocks of one page need while they are drawn.
#[derive(Debug, Clone)]
pub struct PageCx {
    /// The page's language.
    pub locale: Locale,
    /// The shared words and facts.
    pub shell: Arc<ShellData>,
    /// The ids of the cited sources, in the order of their numbers.
    pub sources: Arc<[String]>,
    /// The numbers drawn so far: the first of each can be linked back to.
    cited: Arc<Mutex<BTreeSet<u16>>>,
}

impl PageCx {
    /// The context of a page that cites these sources.
    #[must_use]
    pub fn new(shell: Arc<ShellData>, sources: impl Iterator<Item = String>) -> Self {
        Self {
            locale: shell.locale,
            shell,
            sources: sources.collect(),
            cited: Arc::default(),
        }
    }

    /// A word of the interface.
    #[must_use]
    pub fn text(&self, key: ShellText) -> String {
        self.shell.words.get(key).to_owned()
    }

    /// Notes that a source has been cited; whether it is the first time.
    #[must_use]
    pub fn cite_first(&self, number: u16) -> bool {
        self.cited
            .lock()
            .is_ok_and(|mut cited| cited.insert(number))
    }

    /// The path of a page in this language.
    #[must_use]
    pub fn path(&self, page: hipec_core::route::PageId) -> String {
        Route::Page(self.locale, page).path()
    }
}
