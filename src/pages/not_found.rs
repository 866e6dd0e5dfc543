//! What is shown in place of a page that does not exist.

use hipec_core::{
    content::LanguageCard,
    route::{PageId, Route},
};
use leptos::prelude::*;

use crate::components::motif::star;

/// The page of one language, within its frame.
pub fn not_found(cards: &[LanguageCard]) -> AnyView {
    let Some(card) = cards.first() else {
        return ().into_any();
    };
    view! {
        <div class="page notice">
            {star()}
            <h1 tabindex="-1">{card.title.clone()}</h1>
            <p class="lead">{card.text.clone()}</p>
            <p><a class="button button-main" href=Route::Page(card.locale, PageId::Home).path()>{card.action.clone()}</a></p>
        </div>
    }
    .into_any()
}
