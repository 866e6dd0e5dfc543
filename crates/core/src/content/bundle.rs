//! What travels to the browser: in the first page's HTML, then as JSON.

use serde::{Deserialize, Serialize};

use super::{Article, CriterionGroup, NavEntry, OwnerFacts};
use crate::{
    locale::Locale,
    words::{ChecklistText, ShellText, Words, format_of},
};

/// The shape of the data this program understands. A phone may hold a page of
/// one release and fetch data of the next: what differs is not guessed at, the
/// page is loaded anew.
///
/// It follows the lists of words by itself; raise the first number when a
/// struct or an enum of this module changes its shape.
pub const FORMAT: u32 = 1 ^ format_of::<ShellText>() ^ format_of::<ChecklistText>().rotate_left(7);

/// What every page of one language shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShellData {
    /// See [`FORMAT`].
    pub format: u32,
    /// The language.
    pub locale: Locale,
    /// The words of the frame around the pages.
    pub words: Words<ShellText>,
    /// The navigation.
    pub nav: Vec<NavEntry>,
    /// The owner and the opening hours.
    pub owner: OwnerFacts,
}

/// What one page is drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageData {
    /// See [`FORMAT`].
    pub format: u32,
    /// The page itself.
    pub body: Body,
}

/// The kinds of pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// A page of text.
    Article(Article),
    /// The centre checklist.
    Checklist(Box<ChecklistPage>),
    /// The choice of a language, which speaks all of them.
    Languages(Vec<LanguageCard>),
    /// What is shown in place of a page that does not exist.
    NotFound(Vec<LanguageCard>),
}

/// The checklist's page: its introduction, its criteria and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistPage {
    /// Title, introduction, sources and terms.
    pub article: Article,
    /// The words of the controls.
    pub words: Words<ChecklistText>,
    /// The criteria by group.
    pub groups: Vec<CriterionGroup>,
}

/// A greeting in one language, with one way on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageCard {
    /// The language of the greeting and of where it leads.
    pub locale: Locale,
    /// Its heading.
    pub title: String,
    /// Its sentence.
    pub text: String,
    /// The words of the link to that language's home.
    pub action: String,
    /// What is said where the language was chosen here before.
    pub last_time: String,
    /// What is said where the browser's settings ask for the language.
    pub suggested: String,
}

/// What stands in a page's HTML so that the program can take the page over
/// without fetching anything.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Island {
    /// The shared part, where the page has a language.
    pub shell: Option<ShellData>,
    /// The page.
    pub page: PageData,
}

/// [`Island`], borrowed, for writing.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct IslandRef<'a> {
    /// The shared part, where the page has a language.
    pub shell: Option<&'a ShellData>,
    /// The page.
    pub page: &'a PageData,
}
