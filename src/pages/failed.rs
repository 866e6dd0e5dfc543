//! What is shown while a page is on its way, and when it could not be had.

use hipec_core::{
    content::{Body, ShellData},
    route::{PageId, Route},
    words::ShellText,
};
use leptos::prelude::*;

use crate::{components::motif::star, context::Screen, loading::LoadError};

/// A page could not be had: what happened, and how to go on. `route` is where
/// the reader wanted to go.
pub fn failed(screen: &Screen, route: Route, error: LoadError) -> AnyView {
    let Some(shell) = screen.shell.as_deref() else {
        // Without words, the choice of languages is the way on.
        return match &screen.page.body {
            Body::Languages(cards) | Body::NotFound(cards) => {
                super::languages::not_found_everywhere(cards)
            }
            Body::Article(_) | Body::Checklist(_) => ().into_any(),
        };
    };
    let reason = match error {
        LoadError::Offline => ShellText::FailedOffline,
        LoadError::Missing => ShellText::FailedMissing,
        LoadError::Server => ShellText::FailedServer,
        LoadError::Broken | LoadError::Outdated => ShellText::FailedBroken,
    };
    view! {
        <div class="page notice">
            {star()}
            <h1 tabindex="-1">{text(shell, ShellText::FailedTitle)}</h1>
            <p class="lead">{text(shell, reason)}</p>
            <p class="actions">
                <a class="button button-main" href=route.path() rel="external">{text(shell, ShellText::Retry)}</a>
                <a class="button" href=Route::Page(shell.locale, PageId::Home).path() rel="external">
                    {text(shell, ShellText::Home)}
                </a>
            </p>
        </div>
    }
    .into_any()
}

/// A page is on its way. The styles show this only after a moment, and the way
/// round only after several seconds.
pub fn underway(screen: &Screen, route: Route) -> AnyView {
    let Some(shell) = screen.shell.as_deref() else {
        return ().into_any();
    };
    view! {
        <div class="underway" role="status">
            <span class="underway-bar"></span>
            <p>
                {text(shell, ShellText::Loading)}
                {" "}
                <a class="underway-retry" href=route.path() rel="external">{text(shell, ShellText::Retry)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn text(shell: &ShellData, key: ShellText) -> String {
    shell.words.get(key).to_owned()
}
