//! What a page says about itself to the window, search engines and previews.

use crate::{
    content::{Article, Body, PageData, ShellData},
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
        let site = shell.map_or("HIPEC", |shell| shell.words.get(ShellText::SiteName));
        let (title, description) = match &page.body {
            Body::Article(article) => titled(route, article, site),
            Body::Checklist(checklist) => titled(route, &checklist.article, site),
            Body::Languages(cards) | Body::NotFound(cards) => {
                let titles: Vec<&str> = cards.iter().map(|card| card.title.as_str()).collect();
                let texts: Vec<&str> = cards.iter().map(|card| card.text.as_str()).collect();
                (titles.join(" · "), texts.join(" "))
            }
        };
        Self {
            title,
            description,
            locale: route.locale().unwrap_or(Locale::En),
            canonical: match route {
                Route::NotFound(_) => None,
                Route::Languages | Route::Page(..) => Some(route.path()),
            },
            alternates: alternates(route),
        }
    }
}

fn titled(route: Route, article: &Article, site: &str) -> (String, String) {
    let title = match route.page() {
        Some(PageId::Home) | None => [site, ": ", &article.title].concat(),
        Some(_) => [&article.title, " | ", site].concat(),
    };
    (title, article.description.clone())
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
    all.push(match page {
        PageId::Home => ("x-default", Route::Languages.path()),
        _ => ("x-default", Route::Page(Locale::En, page).path()),
    });
    all
}
