//! The only place that knows URLs.
//!
//! A URL has one form: lower case, a slash at the end. Navigation, `hreflang`,
//! the sitemap and the prerenderer all walk [`Route::all`].

use crate::{from_json::FromJson, json::Value, locale::Locale};

/// A page that exists in every language. Adding one is a variant here, a file
/// per language, and what the compiler then asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum PageId {
    /// The entrance of a language.
    Home,
    /// What the peritoneum is, how cancer spreads there, the idea of HIPEC.
    WhyHipec,
    /// The two steps of the operation and the time after.
    Procedure,
    /// Whom teams consider for the operation, and what else there is.
    WhoItCanHelp,
    /// What trials showed for and against, harms, and what else there is.
    BenefitsAndRisks,
    /// Every study in short, and how to read one.
    Research,
    /// The studies about cancer of the colon and rectum.
    ResearchBowel,
    /// The studies about ovarian cancer.
    ResearchOvary,
    /// The studies about stomach cancer.
    ResearchStomach,
    /// The studies about cancer of the appendix and pseudomyxoma.
    ResearchAppendix,
    /// The studies about mesothelioma of the peritoneum.
    ResearchMesothelioma,
    /// The time after the operation, in hospital and at home.
    Recovery,
    /// The way from the first suspicion to a year after.
    Journey,
    /// What is published about HIPEC in Iraq, and what is not known.
    Iraq,
    /// What to look for in a hospital.
    ChoosingACentre,
    /// What to ask, to pick from.
    Questions,
    /// The centre checklist.
    Checklist,
    /// Every medical term.
    Glossary,
    /// What a referring doctor needs.
    ForDoctors,
    /// Every source, and where it is cited.
    Sources,
    /// Searching all pages of a language.
    Search,
    /// Who is behind the site and how it is kept.
    About,
    /// How and when to reach the owner.
    Contact,
    /// What this device keeps, and erasing it.
    Recover,
}

impl PageId {
    /// Every page. The navigation's order comes from the site's content.
    pub const ALL: [Self; 24] = [
        Self::Home,
        Self::WhyHipec,
        Self::Procedure,
        Self::WhoItCanHelp,
        Self::BenefitsAndRisks,
        Self::Research,
        Self::ResearchBowel,
        Self::ResearchOvary,
        Self::ResearchStomach,
        Self::ResearchAppendix,
        Self::ResearchMesothelioma,
        Self::Recovery,
        Self::Journey,
        Self::Iraq,
        Self::ChoosingACentre,
        Self::Questions,
        Self::Checklist,
        Self::Glossary,
        Self::ForDoctors,
        Self::Sources,
        Self::Search,
        Self::About,
        Self::Contact,
        Self::Recover,
    ];

    /// The name in content files: the file is called `<id>.json`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::WhyHipec => "why-hipec",
            Self::Procedure => "procedure",
            Self::WhoItCanHelp => "who-it-can-help",
            Self::BenefitsAndRisks => "benefits-and-risks",
            Self::Research => "research",
            Self::ResearchBowel => "research-bowel",
            Self::ResearchOvary => "research-ovary",
            Self::ResearchStomach => "research-stomach",
            Self::ResearchAppendix => "research-appendix",
            Self::ResearchMesothelioma => "research-mesothelioma",
            Self::Recovery => "recovery",
            Self::Journey => "journey",
            Self::Iraq => "iraq",
            Self::ChoosingACentre => "choosing-a-centre",
            Self::Questions => "questions",
            Self::Checklist => "checklist",
            Self::Glossary => "glossary",
            Self::ForDoctors => "for-doctors",
            Self::Sources => "sources",
            Self::Search => "search",
            Self::About => "about",
            Self::Contact => "contact",
            Self::Recover => "recover",
        }
    }

    /// The page with exactly this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.id() == id)
    }
}

impl FromJson for PageId {
    fn from_json(value: &Value) -> Option<Self> {
        Self::from_id(value.as_str()?)
    }
}

/// A place on the site. Every path is one: what is unknown is [`Route::NotFound`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// `/`: choose a language.
    Languages,
    /// A page in a language.
    Page(Locale, PageId),
    /// No such page; in a language where the path begins with one.
    NotFound(Option<Locale>),
}

impl Route {
    /// Every route that can be linked to, in a stable order.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Languages).chain(Locale::ALL.into_iter().flat_map(|locale| {
            PageId::ALL
                .into_iter()
                .map(move |page| Self::Page(locale, page))
        }))
    }

    /// Every route that is rendered to a file: [`Route::all`] and the pages
    /// that are served in place of what does not exist.
    pub fn rendered() -> impl Iterator<Item = Self> {
        Self::all()
            .chain(std::iter::once(Self::NotFound(None)))
            .chain(
                Locale::ALL
                    .into_iter()
                    .map(|locale| Self::NotFound(Some(locale))),
            )
    }

    /// The route of a URL's path. A missing last slash and `index.html` are
    /// forgiven, because servers differ in what they redirect.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        let (first, rest) = match path.split_once('/') {
            Some((first, rest)) => (first, Some(rest)),
            None => (path, None),
        };
        match (Locale::from_tag(first), rest) {
            (None, _) if path.is_empty() => Self::Languages,
            (None, _) => Self::NotFound(None),
            (Some(locale), None) => Self::Page(locale, PageId::Home),
            (Some(locale), Some(id)) => match PageId::from_id(id) {
                None | Some(PageId::Home) => Self::NotFound(Some(locale)),
                Some(page) => Self::Page(locale, page),
            },
        }
    }

    /// The path, as it stands in links and in the address bar.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Languages => "/".to_owned(),
            Self::Page(locale, PageId::Home) => ["/", locale.tag(), "/"].concat(),
            Self::Page(locale, page) => ["/", locale.tag(), "/", page.id(), "/"].concat(),
            Self::NotFound(None) => "/404.html".to_owned(),
            Self::NotFound(Some(locale)) => ["/", locale.tag(), "/404.html"].concat(),
        }
    }

    /// The file that holds the page, below the site's root.
    #[must_use]
    pub fn file(self) -> String {
        let path = self.path();
        let path = path.trim_start_matches('/');
        match self {
            Self::NotFound(_) => path.to_owned(),
            Self::Languages | Self::Page(..) => [path, "index.html"].concat(),
        }
    }

    /// The path of the page's data, fetched when the reader comes from
    /// another page.
    #[must_use]
    pub fn data_path(self) -> String {
        match self {
            Self::Languages => "/content/languages.json".to_owned(),
            Self::Page(locale, page) => {
                ["/content/", locale.tag(), "/", page.id(), ".json"].concat()
            }
            Self::NotFound(None) => "/content/not-found.json".to_owned(),
            Self::NotFound(Some(locale)) => ["/content/", locale.tag(), "/not-found.json"].concat(),
        }
    }

    /// The path of what every page of a language shares.
    #[must_use]
    pub fn shell_path(locale: Locale) -> String {
        ["/content/", locale.tag(), "/shell.json"].concat()
    }

    /// The path of what the search of a language looks through.
    #[must_use]
    pub fn index_path(locale: Locale) -> String {
        ["/content/", locale.tag(), "/index.json"].concat()
    }

    /// The language, where the route has one.
    #[must_use]
    pub const fn locale(self) -> Option<Locale> {
        match self {
            Self::Languages => None,
            Self::Page(locale, _) => Some(locale),
            Self::NotFound(locale) => locale,
        }
    }

    /// The same page in another language. What has no page leads to that
    /// language's home.
    #[must_use]
    pub const fn in_locale(self, locale: Locale) -> Self {
        match self {
            Self::Page(_, page) => Self::Page(locale, page),
            Self::Languages | Self::NotFound(_) => Self::Page(locale, PageId::Home),
        }
    }

    /// Whether the browser has to load the page itself, because the program
    /// cannot show it in place of another one: the choice of languages stands
    /// outside the frame of a language, and the page about what the device
    /// keeps has a script of its own that must work without the program.
    #[must_use]
    pub const fn loads_whole(self) -> bool {
        matches!(self, Self::Languages | Self::Page(_, PageId::Recover))
    }

    /// The page, where the route is one.
    #[must_use]
    pub const fn page(self) -> Option<PageId> {
        match self {
            Self::Page(_, page) => Some(page),
            Self::Languages | Self::NotFound(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_round_trips() {
        for route in Route::rendered() {
            assert_eq!(Route::parse(&route.path()), route, "{}", route.path());
        }
        assert_eq!(Route::all().count(), 1 + 3 * PageId::ALL.len());
    }

    #[test]
    fn paths_and_files_are_distinct() {
        let distinct = |texts: Vec<String>| {
            let set: std::collections::BTreeSet<_> = texts.iter().collect();
            assert_eq!(set.len(), texts.len());
        };
        distinct(Route::rendered().map(Route::path).collect());
        distinct(Route::rendered().map(Route::file).collect());
        distinct(Route::rendered().map(Route::data_path).collect());
    }

    #[test]
    fn parsing() {
        let check = |path: &str, route| assert_eq!(Route::parse(path), route, "{path}");
        check("/", Route::Languages);
        check("", Route::Languages);
        check("/index.html", Route::Languages);
        check("/ar", Route::Page(Locale::Ar, PageId::Home));
        check("/ar/index.html", Route::Page(Locale::Ar, PageId::Home));
        check(
            "/ckb/procedure",
            Route::Page(Locale::Ckb, PageId::Procedure),
        );
        check("/en/why-hipec/", Route::Page(Locale::En, PageId::WhyHipec));
        // One form only: the home page is not reachable under its id.
        check("/en/home/", Route::NotFound(Some(Locale::En)));
        check("/EN/", Route::NotFound(None));
        check("/en/procedure/more/", Route::NotFound(Some(Locale::En)));
        check("/en//", Route::NotFound(Some(Locale::En)));
        check("//ar", Route::NotFound(None));
        check("/fr/", Route::NotFound(None));
        check("/ar/404.html", Route::NotFound(Some(Locale::Ar)));
        check("/ar/%D9%85/", Route::NotFound(Some(Locale::Ar)));
    }

    #[test]
    fn languages_keep_the_page() {
        for route in Route::all() {
            for locale in Locale::ALL {
                let there = route.in_locale(locale);
                assert_eq!(there.locale(), Some(locale));
                if route.page().is_some() {
                    assert_eq!(there.page(), route.page());
                }
            }
        }
    }
}
