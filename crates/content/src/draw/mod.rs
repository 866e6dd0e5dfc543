//! From documents to markup: what every kind of block looks like.
//!
//! This runs when the site is built. The browser gets the result and needs
//! nothing of this module.

mod blocks;
mod circuit;
mod criteria;
mod facts;
mod footer;
mod greeting;
mod journey;
mod kept;
mod lists;
mod page;
mod peritoneum;
mod rich;
mod sketch;
mod studies;

use hipec_core::{
    locale::Locale,
    markup::{Element, link},
    route::{PageId, Route},
    words::{PageText, ShellText, Words},
};

pub(crate) use criteria::about;
pub(crate) use footer::footer;
pub(crate) use greeting::{languages, not_found, not_found_everywhere};
pub(crate) use page::{Drawn, article};

use crate::document::Citation;

/// What the owner has filled in about themselves, in one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct OwnerFacts {
    pub(crate) name: Option<String>,
    pub(crate) funding: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) hours: Vec<String>,
}

/// The words and facts of one language.
pub(crate) struct Language {
    pub(crate) locale: Locale,
    pub(crate) shell: Words<ShellText>,
    pub(crate) page: Words<PageText>,
    pub(crate) owner: OwnerFacts,
}

impl Language {
    fn text(&self, key: PageText) -> String {
        self.page.get(key).to_owned()
    }

    fn shell(&self, key: ShellText) -> String {
        self.shell.get(key).to_owned()
    }

    fn link(&self, page: PageId) -> Element {
        link(Route::Page(self.locale, page), None)
    }
}

/// What the texts of one page need while they are drawn.
pub(crate) struct Desk<'a> {
    pub(crate) language: &'a Language,
    /// The cited sources, in the order of their numbers.
    pub(crate) sources: &'a [Citation],
}

impl<'a> Desk<'a> {
    pub(crate) fn new(language: &'a Language, sources: &'a [Citation]) -> Self {
        Self { language, sources }
    }

    fn text(&self, key: PageText) -> String {
        self.language.text(key)
    }
}
