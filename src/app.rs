//! The frame around every page.

use hipec_core::content::Body;
use leptos::prelude::*;

use crate::{
    components::{footer::footer, header::header},
    context::{PageCx, Screen},
    loading::Loading,
    pages,
};

/// The whole document body. `screen` is the page that is shown, `loading` what
/// is on its way; natively both stand still.
#[component]
pub fn App(
    /// The page that is shown.
    screen: RwSignal<Screen>,
    /// What is on its way.
    loading: RwSignal<Loading>,
) -> impl IntoView {
    view! {
        {move || screen.with(header)}
        <main id="content" aria-busy=move || matches!(loading.get(), Loading::Underway(_)).to_string()>
            {move || match loading.get() {
                Loading::Failed(route, error) => screen.with(|screen| pages::failed::failed(screen, route, error)),
                Loading::Idle | Loading::Underway(_) => screen.with(page),
            }}
        </main>
        {move || screen.with(footer)}
        {move || match loading.get() {
            Loading::Underway(route) => screen.with(|screen| pages::failed::underway(screen, route)),
            Loading::Idle | Loading::Failed(..) => ().into_any(),
        }}
    }
}

fn page(screen: &Screen) -> AnyView {
    let Some(shell) = screen.shell.clone() else {
        return match &screen.page.body {
            Body::Languages(cards) => pages::languages::languages(cards),
            Body::NotFound(cards) => pages::languages::not_found_everywhere(cards),
            // A page without a language has no other body.
            Body::Article(_) | Body::Checklist(_) => ().into_any(),
        };
    };
    match &screen.page.body {
        Body::Article(article) => {
            let cx = PageCx::new(
                shell,
                article.sources.iter().map(|source| source.id.clone()),
            );
            pages::article::article(&cx, screen.route, article)
        }
        Body::Checklist(checklist) => pages::checklist::checklist(shell, screen.route, checklist),
        Body::NotFound(cards) => pages::not_found::not_found(cards),
        Body::Languages(cards) => pages::languages::languages(cards),
    }
}
