//! How the program takes over a page in the browser, and goes on from there.
//!
//! Pages of text need no taking over: their links, folds and popovers work by
//! themselves. The program only listens until the reader goes elsewhere, and
//! then shows the next page itself. The checklist is hydrated at once.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use any_spawner::Executor;
use futures_util::future::join;
use hipec_core::{
    content::{ChecklistData, FORMAT, PageData, ShellData},
    from_json::FromJson,
    head::Head,
    json::Value,
    locale::Locale,
    route::{PageId, Route},
    words::ShellText,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;

use crate::{
    checklist::{early, keeper},
    context::Screen,
    extras,
    loading::{Failure, LoadError},
    platform::{
        document, fetch, focus, head, listen::listen, scroll::ScrollMemory, storage, timer,
    },
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
    extras::close_by_escape();
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
            extras::attach(here);
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
fn mount(program: &Rc<Program>, screen: Screen) {
    program.visited.remember(&screen);
    head::sync(&Head::of(
        screen.route,
        screen.shell.as_deref(),
        &screen.page,
    ));
    program.draw(&screen);
    program.follow_address(screen.route);
    extras::attach(screen.route);
    document::mark_started("mount");
}

/// What is shown, as the views follow it.
#[derive(Clone, Copy)]
struct Signals {
    screen: RwSignal<Screen>,
    failure: RwSignal<Option<Failure>>,
}

fn app(signals: Signals) -> impl IntoView {
    crate::app::app(signals.screen, signals.failure)
}

/// The running program.
struct Program {
    /// None while the delivered page of text still stands.
    signals: Cell<Option<Signals>>,
    visited: Visited,
    scroll: Rc<ScrollMemory>,
    /// The page that is on the screen; none after a failure.
    shown: Cell<Option<Route>>,
}

impl Program {
    fn new() -> Rc<Self> {
        Rc::new(Self {
            signals: Cell::default(),
            visited: Visited::default(),
            scroll: ScrollMemory::start(),
            shown: Cell::default(),
        })
    }

    fn signals(&self, screen: &Screen) -> Signals {
        let signals = self.signals.get().unwrap_or_else(|| Signals {
            screen: RwSignal::new(screen.clone()),
            failure: RwSignal::new(None),
        });
        self.signals.set(Some(signals));
        signals
    }

    /// Leaves the delivered page as it is and waits for the reader to go on.
    fn rest(self: &Rc<Self>, here: Route, shell: Arc<ShellData>) {
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
    fn follow_address(self: &Rc<Self>, here: Route) {
        let Ok(browser) = BrowserUrl::new() else {
            return;
        };
        browser.init(None);
        self.shown.set(Some(here));
        let url = browser.as_url().clone();
        let program = Rc::clone(self);
        Effect::new(move |_| {
            let target = Route::parse(&url.with(|url| url.path().to_owned()));
            if program.shown.get() == Some(target) {
                // A place within the page is the browser's affair.
                program.visited.expect(None);
                program.scroll.settle();
            } else if !program.visited.is_expected(target) {
                Rc::clone(&program).go(target, browser.clone());
            }
        });
        let scroll = Rc::clone(&self.scroll);
        listen("hashchange", Box::new(move |_| scroll.settle()));
    }

    /// Shows another page, from memory or from the network.
    fn go(self: Rc<Self>, target: Route, browser: BrowserUrl) {
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
        extras::detach();
        let drawn = self.signals.get();
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
        let scroll = Rc::clone(&self.scroll);
        request_animation_frame(move || {
            correct_address(screen.route);
            extras::attach(screen.route);
            focus::arrival();
            scroll.restore();
            announce(&screen);
        });
    }

    fn fail(&self, failure: Failure, browser: &BrowserUrl) {
        document::underway(None);
        keeper::leave();
        extras::detach();
        // Not shown: the same link may be tapped again.
        self.shown.set(None);
        self.visited.expect(None);
        let drawn = self.signals.get();
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
#[derive(Default)]
struct Visited {
    /// Each route is there once.
    screens: RefCell<Vec<Screen>>,
    /// Each language is there once.
    shells: RefCell<Vec<Arc<ShellData>>>,
    expected: Cell<Option<Route>>,
}

impl Visited {
    fn remember(&self, screen: &Screen) {
        self.expect(None);
        let mut screens = self.screens.borrow_mut();
        screens.retain(|known| known.route != screen.route);
        screens.push(screen.clone());
        if let Some(shell) = &screen.shell {
            self.remember_shell(Arc::clone(shell));
        }
    }

    fn remember_shell(&self, shell: Arc<ShellData>) {
        let mut shells = self.shells.borrow_mut();
        shells.retain(|known| known.locale != shell.locale);
        shells.push(shell);
    }

    fn shell(&self, locale: Locale) -> Option<Arc<ShellData>> {
        let shells = self.shells.borrow();
        shells.iter().find(|known| known.locale == locale).cloned()
    }

    fn get(&self, route: Route) -> Option<Screen> {
        let screens = self.screens.borrow();
        screens.iter().find(|known| known.route == route).cloned()
    }

    fn expect(&self, route: Option<Route>) {
        self.expected.set(route);
    }

    fn is_expected(&self, route: Route) -> bool {
        self.expected.get() == Some(route)
    }
}

async fn shell(locale: Locale) -> Result<Arc<ShellData>, LoadError> {
    let data = fetch::json(&Route::shell_path(locale)).await?;
    understood(&data)?;
    let shell = ShellData::from_json(&data).ok_or(LoadError::Broken)?;
    Ok(Arc::new(shell))
}

/// The checklist's words in a language; `None` if they cannot be had.
pub(crate) async fn checklist_of(locale: Locale) -> Option<Arc<ChecklistData>> {
    let page = page(Route::Page(locale, PageId::Checklist)).await.ok()?;
    page.checklist.clone()
}

async fn page(route: Route) -> Result<Arc<PageData>, LoadError> {
    let data = fetch::json(&route.data_path()).await?;
    understood(&data)?;
    let page = PageData::from_json(&data).ok_or(LoadError::Broken)?;
    Ok(Arc::new(page))
}

/// Whether data is of this release. Asked before it is read: that of another
/// may well have another shape.
pub(crate) fn understood(data: &Value) -> Result<(), LoadError> {
    match data.get("format").and_then(Value::as_u64) {
        Some(format) if format == u64::from(FORMAT) => Ok(()),
        Some(_) => Err(LoadError::Outdated),
        None => Err(LoadError::Broken),
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
    let pick = |event: web_sys::Event| {
        let picked = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[data-locale]").ok().flatten())
            .and_then(|link| link.get_attribute("data-locale"));
        if let Some(tag) = picked {
            // Only a convenience: nothing is lost where it cannot be kept.
            let _ = storage::write(storage::LANGUAGE, &tag);
        }
    };
    listen("click", Box::new(pick));
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
