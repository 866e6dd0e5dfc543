//! The frame around every page, and the page within.

use leptos::prelude::*;

use crate::{
    checklist,
    context::Screen,
    element::{El, el, live, nothing},
    frame,
    loading::Failure,
};

/// The whole app. `screen` is the page that is shown; `failure` says that
/// another one could not be had. Natively both stand still.
#[component]
pub fn App(
    /// The page that is shown.
    screen: RwSignal<Screen>,
    /// The page that could not be had, if so.
    failure: RwSignal<Option<Failure>>,
) -> impl IntoView {
    let content = live(move || match failure.get() {
        Some(failure) => screen
            .with(|screen| frame::failed(screen, failure))
            .into_any(),
        None => {
            let screen = screen.get();
            untrack(|| page(&screen)).into_any()
        }
    });
    (
        live(move || screen.with(frame::header).into_any()),
        el("main").attr("id", "content").view(content),
        live(move || {
            screen
                .with(frame::footer)
                .map_or_else(nothing, IntoAny::into_any)
        }),
    )
}

fn page(screen: &Screen) -> El {
    let data = &screen.page;
    let page = el("article").class(data.class.clone());
    let page = match screen.route.page() {
        Some(id) => page.attr("data-page", id.id()),
        None => page,
    };
    let page = page.nodes(&data.top);
    let page = match (&data.checklist, screen.route.locale()) {
        (Some(data), Some(locale)) => page.child(checklist::view(locale, data)),
        _ => page,
    };
    page.nodes(&data.bottom)
}
