//! How the program takes over a page in the browser, and goes on from there.
//!
//! Pages of text need no taking over: their links, folds and popovers work by
//! themselves. The program only listens until the reader goes elsewhere, and
//! then shows the next page itself. The checklist is hydrated at once.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use any_spawner::Executor;
use futures_util::future::join;
use hipec_core::{
    content::{ChecklistData, FORMAT, PageData, ShellData},
    head::Head,
    locale::Locale,
    route::{PageId, Route},
    words::ShellText,
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;

use crate::{
    app::App,
    checklist::{early, keeper},
    context::Screen,
    loading::{Failure, LoadError},
    platform::{document, fetch, focus, head, scroll::ScrollMemory, storage, timer},
};

/// How often the data of the checklist is asked for before giving up, and how
/// long to wait in between: the network may only be patchy.
const RETRIES: [Duration; 3] = [
    Duration::from_secs(1),
    Duration::from_secs(4),
    Duration::from_secs(15),
];

/// Starts the program on the page that was delivered.
pub fn start() {
    // Mounting would do this, but a resting page mounts nothing yet.
    let _ = Executor::init_wasm_bindgen();
    let here = Route::parse(&location().pathname().unwrap_or_default());
    let delivered = document::app_root().and_then(|root| root.get_attribute("data-path"));
    let as_delivered = delivered.is_some_and(|path| Route::parse(&path) == here);
    // Outlives everything: the program ends with the page.
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);
    remember_language();
    point_out_language();
    spawn_local(async move {
        let Some(locale) = here.locale() else {
            // Without a language there is nothing but links, which work.
            return document::mark_started("links");
        };
        if !as_delivered || document::asked_to_mount() {
            // Until its data has come, the delivered page stays readable.
            match load(here, None).await {
                Ok(screen) => mount(&Program::new(), screen),
                Err(_) => document::mark_started("failed"),
            }
        } else if document::is_alive() {
            match persistently(here).await {
                Ok(screen) => hydrate(screen),
                Err(_) => document::mark_started("failed"),
            }
        } else if let Ok(shell) = shell(locale).await {
            Program::new().rest(here, shell);
            document::mark_started("resting");
        } else {
            // Links still work, by loading whole pages.
            document::mark_started("links");
        }
    });
}

/// Takes over a page whose markup is that of `screen`.
fn hydrate(screen: Screen) {
    let program = Program::new();
    program.visited.remember(&screen);
    #[cfg(feature = "hydrate")]
    {
        let Some(root) = document::app_root() else {
            return;
        };
        let signals = program.signals(&screen);
        early::collect();
        leptos::mount::hydrate_from(root, move || app(signals)).forget();
        program.follow_address(screen.route);
        document::mark_started("hydrate");
    }
    // `csr` builds, for development, have no hydration.
    #[cfg(not(feature = "hydrate"))]
    mount(&program, screen);
}

/// Draws a page anew, in place of what was delivered.
fn mount(program: &Program, screen: Screen) {
    program.visited.remember(&screen);
    head::sync(&Head::of(
        screen.route,
        screen.shell.as_deref(),
        &screen.page,
    ));
    program.draw(&screen);
    program.follow_address(screen.route);
    document::mark_started("mount");
}

/// What is shown, as the views follow it.
#[derive(Clone, Copy)]
struct Signals {
    screen: RwSignal<Screen>,
    failure: RwSignal<Option<Failure>>,
}

fn app(signals: Signals) -> impl IntoView {
    view! { <App screen=signals.screen failure=signals.failure/> }
}

/// The running program. Cheap to clone.
#[derive(Clone)]
struct Program {
    /// None while the delivered page of text still stands.
    signals: Rc<RefCell<Option<Signals>>>,
    visited: Visited,
    scroll: ScrollMemory,
    /// The page that is on the screen; none after a failure.
    shown: Rc<Cell<Option<Route>>>,
}

impl Program {
    fn new() -> Self {
        Self {
            signals: Rc::default(),
            visited: Visited::default(),
            scroll: ScrollMemory::start(),
            shown: Rc::default(),
        }
    }

    fn signals(&self, screen: &Screen) -> Signals {
        *self.signals.borrow_mut().get_or_insert_with(|| Signals {
            screen: RwSignal::new(screen.clone()),
            failure: RwSignal::new(None),
        })
    }

    /// Leaves the delivered page as it is and waits for the reader to go on.
    fn rest(&self, here: Route, shell: Arc<ShellData>) {
        self.visited.remember_shell(shell);
        self.follow_address(here);
    }

    /// Draws the app into the document for the first time.
    fn draw(&self, screen: &Screen) {
        let Some(root) = document::app_root() else {
            return;
        };
        let signals = self.signals(screen);
        document::empty(&root);
        leptos::mount::mount_to(root, move || app(signals)).forget();
    }

    /// Follows the address bar and the links, and shows the pages they lead to.
    ///
    /// The router's own location does the listening and the history; which
    /// page an address means is known by [`Route`] alone.
    fn follow_address(&self, here: Route) {
        let Ok(browser) = BrowserUrl::new() else {
            return;
        };
        browser.init(None);
        self.shown.set(Some(here));
        let url = browser.as_url().clone();
        let program = self.clone();
        Effect::new(move |_| {
            let target = Route::parse(&url.with(|url| url.path().to_owned()));
            if program.shown.get() == Some(target) {
                // A place within the page is the browser's affair.
                program.visited.expect(None);
                program.scroll.settle();
            } else if !program.visited.is_expected(target) {
                program.clone().go(target, browser.clone());
            }
        });
        let scroll = self.scroll.clone();
        let handle = window_event_listener(ev::hashchange, move |_| scroll.settle());
        on_cleanup(move || handle.remove());
    }

    /// Shows another page, from memory or from the network.
    fn go(self, target: Route, browser: BrowserUrl) {
        document::close_menu();
        let (false, Some(locale)) = (target.loads_whole(), target.locale()) else {
            let _ = location().assign(&target.path());
            return;
        };
        if let Some(known) = self.visited.get(target) {
            return self.show(known, &browser);
        }
        self.visited.expect(Some(target));
        document::underway(Some(&target.path()));
        spawn_local(async move {
            let loaded = load(target, self.visited.shell(locale)).await;
            // The reader may have gone elsewhere meanwhile.
            if !self.visited.is_expected(target) {
                return;
            }
            match loaded {
                Ok(screen) => self.show(screen, &browser),
                Err(LoadError::Outdated) => {
                    let _ = location().assign(&target.path());
                }
                Err(error) => self.fail(
                    Failure {
                        route: target,
                        error,
                    },
                    &browser,
                ),
            }
        });
    }

    fn show(&self, screen: Screen, browser: &BrowserUrl) {
        let head = Head::of(screen.route, screen.shell.as_deref(), &screen.page);
        self.visited.remember(&screen);
        self.shown.set(Some(screen.route));
        document::underway(None);
        keeper::leave();
        let drawn = *self.signals.borrow();
        match drawn {
            Some(signals) => {
                signals.failure.set(None);
                signals.screen.set(screen.clone());
            }
            None => self.draw(&screen),
        }
        head::sync(&head);
        if let Some(shell) = screen.shell.as_deref() {
            document::translate_underway(
                shell.words.get(ShellText::Loading),
                shell.words.get(ShellText::Retry),
            );
        }
        // Now the address bar may change; by Back it has already.
        browser.ready_to_complete();
        let scroll = self.scroll.clone();
        request_animation_frame(move || {
            correct_address(screen.route);
            focus::title();
            scroll.restore();
            announce(&screen);
        });
    }

    fn fail(&self, failure: Failure, browser: &BrowserUrl) {
        document::underway(None);
        keeper::leave();
        // Not shown: the same link may be tapped again.
        self.shown.set(None);
        self.visited.expect(None);
        let drawn = *self.signals.borrow();
        let signals = match drawn {
            Some(signals) => Some(signals),
            // The delivered page has no views yet: only its words are needed
            // to say what happened.
            None => failure
                .route
                .locale()
                .and_then(|locale| self.visited.shell(locale))
                .map(|shell| {
                    let page = Arc::new(blank());
                    let screen = Screen {
                        route: failure.route,
                        shell: Some(shell),
                        page,
                    };
                    self.draw(&screen);
                    self.signals(&screen)
                }),
        };
        match signals {
            Some(signals) => {
                signals.failure.set(Some(failure));
                let title = signals.screen.with_untracked(|screen| {
                    let shell = screen.shell.as_deref()?;
                    Some(shell.words.get(ShellText::FailedTitle).to_owned())
                });
                if let Some(title) = title {
                    head::title(&title);
                }
                self.scroll.settle();
                browser.ready_to_complete();
                request_animation_frame(focus::title);
            }
            // Not even words: the browser's own page is better than nothing.
            None => {
                let _ = location().assign(&failure.route.path());
            }
        }
    }
}

/// The router's location loses count after Back and Forward and then leaves
/// the address of the page before (leptos_router 0.8.17 compares with a stack
/// of its own). The page that is shown decides.
fn correct_address(route: Route) {
    let address = location().pathname().unwrap_or_default();
    if Route::parse(&address) != route {
        document::push_address(&route.path());
    }
}

/// A page that shows nothing, below a message.
fn blank() -> PageData {
    PageData {
        format: FORMAT,
        title: String::new(),
        description: String::new(),
        class: "page".to_owned(),
        top: Vec::new(),
        checklist: None,
        bottom: Vec::new(),
        review: None,
    }
}

fn announce(screen: &Screen) {
    let title = &screen.page.title;
    let text = match screen.shell.as_deref() {
        Some(shell) => shell.words.fill(ShellText::PageOpened, &[("title", title)]),
        None => title.clone(),
    };
    document::announce(&text);
}

/// What was fetched during this visit: Back needs no network.
#[derive(Clone, Default)]
struct Visited {
    pages: Rc<RefCell<BTreeMap<Route, Arc<PageData>>>>,
    shells: Rc<RefCell<BTreeMap<Locale, Arc<ShellData>>>>,
    expected: Rc<RefCell<Option<Route>>>,
}

impl Visited {
    fn remember(&self, screen: &Screen) {
        self.expected.borrow_mut().take();
        self.pages
            .borrow_mut()
            .insert(screen.route, Arc::clone(&screen.page));
        if let Some(shell) = &screen.shell {
            self.remember_shell(Arc::clone(shell));
        }
    }

    fn remember_shell(&self, shell: Arc<ShellData>) {
        self.shells.borrow_mut().insert(shell.locale, shell);
    }

    fn shell(&self, locale: Locale) -> Option<Arc<ShellData>> {
        self.shells.borrow().get(&locale).cloned()
    }

    fn get(&self, route: Route) -> Option<Screen> {
        let page = Arc::clone(self.pages.borrow().get(&route)?);
        let shell = self.shell(route.locale()?)?;
        Some(Screen {
            route,
            shell: Some(shell),
            page,
        })
    }

    fn expect(&self, route: Option<Route>) {
        *self.expected.borrow_mut() = route;
    }

    fn is_expected(&self, route: Route) -> bool {
        *self.expected.borrow() == Some(route)
    }
}

async fn shell(locale: Locale) -> Result<Arc<ShellData>, LoadError> {
    let shell: ShellData = fetch::json(&Route::shell_path(locale)).await?;
    if shell.format == FORMAT {
        Ok(Arc::new(shell))
    } else {
        Err(LoadError::Outdated)
    }
}

/// The checklist's words in a language; `None` if they cannot be had.
pub(crate) async fn checklist_of(locale: Locale) -> Option<Arc<ChecklistData>> {
    let page = page(Route::Page(locale, PageId::Checklist)).await.ok()?;
    page.checklist.as_deref().map(|data| Arc::new(data.clone()))
}

async fn page(route: Route) -> Result<Arc<PageData>, LoadError> {
    let page: PageData = fetch::json(&route.data_path()).await?;
    if page.format == FORMAT {
        Ok(Arc::new(page))
    } else {
        Err(LoadError::Outdated)
    }
}

/// Fetches what a route needs; the shared part only if it is not known yet.
async fn load(route: Route, known: Option<Arc<ShellData>>) -> Result<Screen, LoadError> {
    let shared = async {
        match (known, route.locale()) {
            (Some(known), _) => Ok(Some(known)),
            (None, Some(locale)) => shell(locale).await.map(Some),
            (None, None) => Ok(None),
        }
    };
    let (shell, page) = join(shared, page(route)).await;
    Ok(Screen {
        route,
        shell: shell?,
        page: page?,
    })
}

async fn persistently(route: Route) -> Result<Screen, LoadError> {
    for pause in RETRIES {
        match load(route, None).await {
            Err(LoadError::Offline | LoadError::Server) => timer::sleep(pause).await,
            result => return result,
        }
    }
    load(route, None).await
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

/// Points out the language that was chosen before or that the browser's
/// settings ask for. On all pages but the choice of languages this finds
/// nothing to do.
fn point_out_language() {
    let chosen = storage::read(storage::LANGUAGE).ok().flatten();
    if let Some(locale) = chosen.and_then(|tag| Locale::from_tag(&tag)) {
        return document::show_hint(locale.tag(), "last-time");
    }
    let preferred = document::preferred_languages();
    if let Some(locale) = Locale::preferred(preferred.iter().map(String::as_str)) {
        document::show_hint(locale.tag(), "suggested");
    }
}
