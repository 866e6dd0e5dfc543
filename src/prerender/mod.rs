//! Draws every route into a file, natively.

mod assets;
mod headers;
mod html_head;
mod sitemap;
mod template;

use std::{fs, path::Path, sync::Arc};

use hipec_content::Site;
use hipec_core::{head::Head, locale::Locale, route::Route, words::ShellText};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

pub use assets::{Asset, Assets};

use crate::{app::app, context::Screen};

/// Why the site could not be written.
#[derive(Debug)]
pub enum Error {
    /// The content has no data for a route; the checks should have said so.
    NoData(Route),
    /// The template lacks one of its marks.
    NoMark(&'static str),
    /// A file could not be read or written.
    Io(String, std::io::Error),
    /// Data could not be written as JSON.
    Json(serde_json::Error),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoData(route) => write!(f, "there is no content for {}", route.path()),
            Self::NoMark(mark) => write!(f, "index.html lacks the mark “{mark}”"),
            Self::Io(path, error) => write!(f, "{path}: {error}"),
            Self::Json(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Error {}

/// The screen of a route.
///
/// # Errors
/// [`Error::NoData`] if the content has none.
pub fn screen(site: &Site, route: Route) -> Result<Screen, Error> {
    let page = site.page(route).ok_or(Error::NoData(route))?;
    let shell = match route.locale() {
        None => None,
        Some(locale) => Some(Arc::new(
            site.shell(locale).ok_or(Error::NoData(route))?.clone(),
        )),
    };
    Ok(Screen {
        route,
        shell,
        page: Arc::new(page.clone()),
    })
}

/// The markup of the app for a screen, as the browser will take it over.
#[must_use]
pub fn app_html(screen: Screen) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        let screen = RwSignal::new(screen);
        let failure = RwSignal::new(None);
        app(screen, failure).to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

/// Writes every page, its data, and the files that search engines and hosts
/// look for. Returns how many pages there are.
///
/// # Errors
/// See [`Error`].
pub fn write(site: &Site, assets: &Assets, template: &str, out: &Path) -> Result<usize, Error> {
    let mut pages = 0;
    for route in Route::rendered() {
        let screen = screen(site, route)?;
        let html = page_html(site, assets, template, &screen)?;
        put(out, &route.file(), &html)?;
        put(out, &route.data_path(), &json(screen.page.as_ref())?)?;
        pages += 1;
    }
    for locale in Locale::ALL {
        let shell = site.shell(locale).ok_or(Error::NoData(Route::Languages))?;
        put(out, &Route::shell_path(locale), &json(shell)?)?;
        let index = site.search_index(locale);
        put(out, &Route::index_path(locale), &json(&index)?)?;
    }
    put(out, "sitemap.xml", &sitemap::sitemap(&site.origin))?;
    put(out, "robots.txt", &sitemap::robots(&site.origin))?;
    put(out, "_headers", &headers::headers())?;
    Ok(pages)
}

/// The whole document of a screen.
///
/// # Errors
/// See [`Error`].
pub fn page_html(
    site: &Site,
    assets: &Assets,
    template: &str,
    screen: &Screen,
) -> Result<String, Error> {
    let head = Head::of(screen.route, screen.shell.as_deref(), &screen.page);
    let parts = template::Parts {
        locale: head.locale,
        path: screen.route.path(),
        alive: screen.page.checklist.is_some(),
        head: html_head::html_head(site, assets, screen, &head),
        app: app_html(screen.clone()),
        underway: underway(screen),
        script: html_head::scripts(assets, screen.route),
    };
    template::fill(template, &parts)
}

/// The sign that a page is on its way. It stands outside the app, because it
/// is needed while the app shows another page or none.
fn underway(screen: &Screen) -> String {
    let Some(shell) = screen.shell.as_deref() else {
        return String::new();
    };
    let text = |key| template::escape(shell.words.get(key));
    format!(
        "<p id=\"underway\" class=\"underway\" role=\"status\" hidden><span>{}</span> <a href=\"/\" rel=\"external\">{}</a></p>",
        text(ShellText::Loading),
        text(ShellText::Retry)
    )
}

/// JSON that cannot end the script element it stands in.
pub(crate) fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(Error::Json)
}

fn put(out: &Path, path: &str, text: &str) -> Result<(), Error> {
    let file = out.join(path.trim_start_matches('/'));
    let failed = |error| Error::Io(file.display().to_string(), error);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&file, text).map_err(failed)
}
