//! How the program takes over a page in the browser, and goes on from there.

use std::{cell::RefCell, collections::HashMap, rc::Rc, sync::Arc};

use futures_util::future::join;
use hipec_core::{
    content::{FORMAT, Island, PageData, ShellData},
    head::Head,
    locale::Locale,
    route::Route,
    words::ShellText,
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;

use crate::{
    app::App,
    context::Screen,
    loading::{LoadError, Loading},
    pages::languages::Hint,
    platform::{document, fetch, focus, head, scroll::ScrollMemory, storage},
};

/// Takes the page over: the delivered markup where it fits the address, or a
/// new rendering where it does not.
pub fn start() {
    let here = Route::parse(&location().pathname().unwrap_or_default());
    match island(here) {
        Some(screen) if !document::asked_to_mount() => take_over(screen, Mode::Hydrate),
        Some(screen) => take_over(screen, Mode::Mount),
        // The delivered page stays readable until its data has come, and if it
        // does not come.
        None => spawn_local(async move {
            if let Ok(screen) = load(here, None).await {
                take_over(screen, Mode::Mount);
            }
        }),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Hydrate,
    Mount,
}

/// The data delivered with the page, if it is the data of this address.
fn island(here: Route) -> Option<Screen> {
    let root = document::app_root()?;
    let delivered = Route::parse(&root.get_attribute("data-path")?);
    let island: Island = serde_json::from_str(&document::island()?).ok()?;
    let fits = delivered == here && island.page.format == FORMAT;
    fits.then(|| Screen {
        route: here,
        shell: island.shell.map(Arc::new),
        page: Arc::new(island.page),
    })
}

fn take_over(screen: Screen, mode: Mode) {
    let Some(root) = document::app_root() else {
        return;
    };
    let first = screen.clone();
    let app = move || {
        let screen = RwSignal::new(first.clone());
        let loading = RwSignal::new(Loading::Idle);
        follow_address(screen, loading);
        remember_language();
        view! { <App screen=screen loading=loading/> }
    };
    // `csr` builds, for development, have no hydration.
    #[cfg(feature = "hydrate")]
    if mode == Mode::Hydrate {
        leptos::mount::hydrate_from(root, app).forget();
        return document::mark_started("hydrate");
    }
    document::empty(&root);
    leptos::mount::mount_to(root, app).forget();
    head::sync(&Head::of(
        screen.route,
        screen.shell.as_deref(),
        &screen.page,
    ));
    document::mark_started("mount");
}

/// Follows the address bar and the links, and shows the page they lead to.
///
/// The router's own location does the listening and the history; which page an
/// address means is known by [`Route`] alone.
fn follow_address(screen: RwSignal<Screen>, loading: RwSignal<Loading>) {
    let scroll = ScrollMemory::start();
    let Ok(browser) = BrowserUrl::new() else {
        return;
    };
    browser.init(None);
    let url = browser.as_url().clone();
    let target = Memo::new(move |_| Route::parse(&url.with(|url| url.path().to_owned())));
    let visited = Visited::default();
    visited.remember(&screen.get_untracked());

    Effect::new(move |before: Option<Route>| {
        let target = target.get();
        if before.is_none()
            || before == Some(target) && screen.with_untracked(|screen| screen.route == target)
        {
            return target;
        }
        let (browser, scroll, visited) = (browser.clone(), scroll.clone(), visited.clone());
        let shell = screen.with_untracked(|screen| screen.shell.clone());
        if let Some(known) = visited.get(target, shell.as_deref()) {
            show(known, screen, loading, &browser, &scroll);
            return target;
        }
        loading.set(Loading::Underway(target));
        spawn_local(async move {
            let result = load(target, shell).await;
            // The reader may have gone elsewhere meanwhile.
            if loading.get_untracked() != Loading::Underway(target) {
                return;
            }
            match result {
                Ok(loaded) => {
                    visited.remember(&loaded);
                    show(loaded, screen, loading, &browser, &scroll);
                }
                Err(LoadError::Outdated) => {
                    let _ = location().assign(&target.path());
                }
                Err(error) => {
                    scroll.settle();
                    loading.set(Loading::Failed(target, error));
                    browser.ready_to_complete();
                    after_rendering(focus::title);
                }
            }
        });
        target
    });
}

fn show(
    next: Screen,
    screen: RwSignal<Screen>,
    loading: RwSignal<Loading>,
    browser: &BrowserUrl,
    scroll: &ScrollMemory,
) {
    let head = Head::of(next.route, next.shell.as_deref(), &next.page);
    loading.set(Loading::Idle);
    screen.set(next);
    head::sync(&head);
    // Now the address bar may change; by Back it has already.
    browser.ready_to_complete();
    let scroll = scroll.clone();
    after_rendering(move || {
        focus::title();
        if scroll.is_returning() {
            scroll.restore();
        }
        announce(&head, screen);
    });
}

fn announce(head: &Head, screen: RwSignal<Screen>) {
    let text = screen.with_untracked(|screen| match screen.shell.as_deref() {
        Some(shell) => shell
            .words
            .fill(ShellText::PageOpened, &[("title", &head.title)]),
        None => head.title.clone(),
    });
    document::announce(&text);
}

fn after_rendering(then: impl FnOnce() + 'static) {
    request_animation_frame(then);
}

/// Pages that were shown during this visit: Back needs no network.
#[derive(Clone, Default)]
struct Visited {
    pages: Rc<RefCell<HashMap<Route, Arc<PageData>>>>,
    shells: Rc<RefCell<HashMap<Locale, Arc<ShellData>>>>,
}

impl Visited {
    fn remember(&self, screen: &Screen) {
        self.pages
            .borrow_mut()
            .insert(screen.route, Arc::clone(&screen.page));
        if let Some(shell) = &screen.shell {
            self.shells
                .borrow_mut()
                .insert(shell.locale, Arc::clone(shell));
        }
    }

    fn get(&self, route: Route, _current: Option<&ShellData>) -> Option<Screen> {
        let page = Arc::clone(self.pages.borrow().get(&route)?);
        let shell = match route.locale() {
            None => None,
            Some(locale) => Some(Arc::clone(self.shells.borrow().get(&locale)?)),
        };
        Some(Screen { route, shell, page })
    }
}

/// Fetches what a route needs; the shared part only if its language changes.
async fn load(route: Route, current: Option<Arc<ShellData>>) -> Result<Screen, LoadError> {
    let shell = async {
        match route.locale() {
            None => Ok(None),
            Some(locale) => match current {
                Some(current) if current.locale == locale => Ok(Some(current)),
                _ => {
                    let shell: ShellData = fetch::json(&Route::shell_path(locale)).await?;
                    if shell.format != FORMAT {
                        return Err(LoadError::Outdated);
                    }
                    Ok(Some(Arc::new(shell)))
                }
            },
        }
    };
    let path = route.data_path();
    let (shell, page) = join(shell, fetch::json::<PageData>(&path)).await;
    let (shell, page) = (shell?, page?);
    if page.format != FORMAT {
        return Err(LoadError::Outdated);
    }
    Ok(Screen {
        route,
        shell,
        page: Arc::new(page),
    })
}

/// Remembers the language when the reader picks one.
fn remember_language() {
    let handle = window_event_listener(ev::click, |event| {
        let picked = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[data-locale]").ok().flatten())
            .and_then(|link| link.get_attribute("data-locale"));
        if let Some(tag) = picked {
            // Only a convenience: nothing is lost where it cannot be kept.
            let _ = storage::write(storage::LANGUAGE, &tag);
        }
    });
    on_cleanup(move || handle.remove());
}

/// The language to point out at the choice of languages, and why.
#[must_use]
pub fn language_hint() -> Option<Hint> {
    let chosen = storage::read(storage::LANGUAGE).ok().flatten();
    if let Some(locale) = chosen.and_then(|tag| Locale::from_tag(&tag)) {
        return Some(Hint::LastTime(locale));
    }
    let preferred = document::preferred_languages();
    Locale::preferred(preferred.iter().map(String::as_str)).map(Hint::Suggested)
}
