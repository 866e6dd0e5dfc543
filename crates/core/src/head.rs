//! What a page says about itself to the window, search engines and previews.

use crate::{
    content::{PageData, ShellData},
    locale::Locale,
    route::{PageId, Route},
    words::ShellText,
};

/// The parts of a page's `<head>` that differ from page to page. Addresses
/// are paths: who prints them knows the site's origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The window's title.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The language of the page. The choice of languages counts as English.
    pub locale: Locale,
    /// The page's one true path; none for what should not be indexed.
    pub canonical: Option<String>,
    /// The page in every language, as `hreflang` and path.
    pub alternates: Vec<(&'static str, String)>,
}

impl Head {
    /// The head of a page. `shell` is absent where the page has no language.
    #[must_use]
    pub fn of(route: Route, shell: Option<&ShellData>, page: &PageData) -> Self {
        let site = shell.map(|shell| shell.words.get(ShellText::SiteName));
        let title = match (site, route.page()) {
            (None, _) => page.title.clone(),
            (Some(site), Some(PageId::Home)) => [site, ": ", &page.title].concat(),
            (Some(site), _) => [&page.title, " | ", site].concat(),
        };
        Self {
            title,
            description: page.description.clone(),
            locale: route.locale().unwrap_or(Locale::En),
            canonical: match route {
                Route::NotFound(_) => None,
                Route::Languages | Route::Page(..) => Some(route.path()),
            },
            alternates: alternates(route),
        }
    }
}

fn alternates(route: Route) -> Vec<(&'static str, String)> {
    let page = match route {
        Route::NotFound(_) => return Vec::new(),
        Route::Languages => PageId::Home,
        Route::Page(_, page) => page,
    };
    let mut all: Vec<_> = Locale::ALL
        .into_iter()
        .map(|locale| (locale.tag(), Route::Page(locale, page).path()))
        .collect();
    // Whoever reads none of the three is asked at the choice of languages.
    let otherwise = if page == PageId::Home {
        Route::Languages
    } else {
        Route::Page(Locale::En, page)
    };
    all.push(("x-default", otherwise.path()));
    all
}
