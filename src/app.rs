//! The frame around every page, and the page within.

use leptos::prelude::*;

use crate::{
    checklist,
    context::Screen,
    element::{El, View, el, live, nothing},
    frame,
    loading::Failure,
};

/// The whole app: the head of every page, the page, and its foot. `screen` is
/// the page that is shown; `failure` says that another one could not be had.
/// Natively both stand still.
#[must_use]
pub fn app(screen: RwSignal<Screen>, failure: RwSignal<Option<Failure>>) -> (View, View, View) {
    let content = live(move || match failure.get() {
        Some(failure) => screen
            .with(|screen| frame::failed(screen, failure))
            .into_view(),
        None => {
            let screen = screen.get();
            untrack(|| page(&screen)).into_view()
        }
    });
    (
        live(move || screen.with(frame::header).into_view()),
        el("main").attr("id", "content").view(content).into_view(),
        live(move || {
            screen
                .with(frame::footer)
                .map_or_else(nothing, El::into_view)
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
