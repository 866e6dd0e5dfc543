//! The choice of a language: three greetings, each in its own.

use hipec_core::{
    content::LanguageCard,
    locale::Locale,
    route::{PageId, Route},
    words::ShellText,
};
use leptos::prelude::*;

use crate::components::{
    icon::{Icon, icon},
    motif::star,
};

/// Why a language is pointed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// It was chosen on this device before.
    LastTime(Locale),
    /// The browser says that its reader reads it.
    Suggested(Locale),
}

impl Hint {
    /// What is said of a language, if anything.
    #[must_use]
    pub fn about(self, locale: Locale) -> Option<ShellText> {
        match self {
            Self::LastTime(hinted) if hinted == locale => Some(ShellText::ChooserLastTime),
            Self::Suggested(hinted) if hinted == locale => Some(ShellText::ChooserSuggested),
            Self::LastTime(_) | Self::Suggested(_) => None,
        }
    }
}

/// The choice of a language. It works without script; with it, the reader's
/// own language is pointed out once the page has been taken over.
pub fn languages(cards: &[LanguageCard]) -> AnyView {
    let hint = RwSignal::new(None::<Hint>);
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || hint.set(crate::start::language_hint()));
    view! {
        <div class="page chooser">
            <h1 class="chooser-title" tabindex="-1">{star()}<span>{"HIPEC"}</span></h1>
            <ul class="chooser-cards">
                {cards.iter().map(|card| language(card, Some(hint))).collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

/// "This page does not exist", in every language at once.
pub fn not_found_everywhere(cards: &[LanguageCard]) -> AnyView {
    view! {
        <div class="page chooser">
            <h1 class="chooser-title" tabindex="-1">{star()}<span>{"404"}</span></h1>
            <ul class="chooser-cards">{cards.iter().map(|card| language(card, None)).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn language(card: &LanguageCard, hint: Option<RwSignal<Option<Hint>>>) -> AnyView {
    let locale = card.locale;
    let words = (card.last_time.clone(), card.suggested.clone());
    let badge = move || {
        let about = hint?.get()?.about(locale)?;
        let text = if about == ShellText::ChooserLastTime {
            &words.0
        } else {
            &words.1
        };
        Some(view! { <span class="badge">{text.clone()}</span> })
    };
    view! {
        <li class="card" lang=locale.tag() dir=locale.direction().as_str()>
            <a href=Route::Page(locale, PageId::Home).path() hreflang=locale.tag() data-locale=locale.tag()>
                <span class="card-title">{card.title.clone()}{badge}</span>
                <span class="card-text">{card.text.clone()}</span>
                <span class="card-action">{card.action.clone()}{icon(Icon::Forward)}</span>
            </a>
        </li>
    }
    .into_any()
}
