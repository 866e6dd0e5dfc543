//! The search field and what it finds.

use std::cell::RefCell;

use hipec_core::{
    from_json::FromJson,
    locale::Locale,
    markup::link,
    route::{PageId, Route},
    search::{Found, Index, Search},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    element::{El, View, el, live, nothing},
    platform::{address, fetch, focus, place::Place},
    start::understood,
};

/// Nobody reads further.
const MOST: usize = 20;

thread_local! {
    /// What was made ready during this visit, a language at a time.
    static READY: RefCell<Option<(Locale, Search)>> = const { RefCell::new(None) };
}

/// What is shown, and the words that the delivered page carries for it. It
/// lives as long as the program: there is one for each visit of the page, and
/// it is small.
struct Desk {
    locale: Locale,
    query: RwSignal<String>,
    /// What is said below the field.
    said: RwSignal<String>,
    /// Whether the search could not be had.
    failed: RwSignal<bool>,
    words: [String; 9],
}

const WORDS: [&str; 9] = [
    "fetching", "failed", "retry", "none", "found", "page", "word", "question", "source",
];

impl Desk {
    fn word(&self, name: &str) -> String {
        let words = WORDS.iter().zip(&self.words);
        words
            .filter(|(known, _)| **known == name)
            .map(|(_, word)| word.clone())
            .collect()
    }
}

/// The field, with whatever the address asks for looked up at once.
pub(super) fn view(locale: Locale, place: &Place) -> View {
    let desk: &'static Desk = Box::leak(Box::new(Desk {
        locale,
        query: RwSignal::new(address::asked()),
        said: RwSignal::new(String::new()),
        failed: RwSignal::new(false),
        words: WORDS.map(|name| place.word(name)),
    }));
    // What is typed is never sent: only `#…` stays in the address.
    let asked = desk.query.get_untracked();
    remember(&asked);
    // A quarter of what the page weighs: only for whoever searches.
    if !asked.is_empty() {
        load(desk);
    }
    address::on_fragment(move || {
        let asked = address::asked();
        if asked != desk.query.get_untracked() {
            load(desk);
            desk.query.set(asked);
        }
    });
    let label = el("label")
        .attr("for", "search-field")
        .text(place.word("label"));
    let field = el("input")
        .attr("type", "search")
        .attr("id", "search-field")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("maxlength", "200")
        .attr("dir", "auto")
        .value(move || desk.query.get())
        .on("focus", move |_| load(desk))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            // After a failure the person decides when to try again.
            if !desk.failed.get_untracked() {
                load(desk);
            }
            remember(&typed);
            desk.query.set(typed);
        });
    let status = el("p")
        .class("search-status")
        .attr("role", "status")
        .live_text(move || desk.said.get());
    let search = el("div")
        .attr("role", "search")
        .child(label)
        .child(field)
        .child(status)
        .view(live(move || results(desk)));
    search.into_view()
}

fn remember(query: &str) {
    if query.trim().is_empty() {
        address::drop_fragment();
    } else {
        address::replace_question(query);
    }
}

/// Fetches the index, unless it is there already or on its way.
fn load(desk: &'static Desk) {
    let known = READY.with_borrow(|ready| ready.as_ref().is_some_and(|it| it.0 == desk.locale));
    let fetching = desk.word("fetching");
    if known || desk.said.get_untracked() == fetching {
        return;
    }
    desk.said.set(fetching);
    spawn_local(async move {
        let data = fetch::json(&Route::index_path(desk.locale)).await.ok();
        let data = data.filter(|data| understood(data).is_ok());
        let index = data.as_ref().and_then(Index::from_json);
        let failed = index.is_none();
        if let Some(index) = index {
            READY.replace(Some((desk.locale, Search::new(desk.locale, index))));
        }
        // Whoever searched may have gone elsewhere meanwhile; then there is
        // nothing left to tell.
        desk.said.try_set(if failed {
            desk.word("failed")
        } else {
            String::new()
        });
        desk.failed.try_set(failed);
    });
}

fn results(desk: &'static Desk) -> View {
    let query = desk.query.get();
    if desk.failed.get() {
        return el("button")
            .attr("type", "button")
            .class("button")
            .text(desk.word("retry"))
            .on("click", move |_| {
                load(desk);
                // The button goes; whoever came by keyboard stays here.
                focus::on("search-field");
            })
            .into_view();
    }
    READY.with_borrow(|ready| {
        let Some((_, search)) = ready.as_ref().filter(|it| it.0 == desk.locale) else {
            return nothing();
        };
        let results = search.find(&query, MOST);
        desk.said.set(match results.total {
            _ if query.trim().is_empty() => String::new(),
            0 => desk.word("none"),
            total => desk.word("found").replace("{count}", &total.to_string()),
        });
        let mut list = el("ol").class("search-results");
        for found in &results.found {
            list = list.child(result(desk, found));
        }
        list.into_view()
    })
}

fn result(desk: &Desk, found: &Found<'_>) -> El {
    let page = found.place.page;
    let kind = if page == PageId::Glossary {
        "word"
    } else if page == PageId::Questions {
        "question"
    } else if page == PageId::Sources {
        "source"
    } else {
        "page"
    };
    let anchor = found.place.anchor.as_str();
    let (anchor, within) = if anchor.is_empty() {
        (None, String::new())
    } else {
        (Some(anchor), [" · ", found.title].concat())
    };
    let title = link(Route::Page(desk.locale, page), anchor).text(found.place.heading.clone());
    let mut sentence = el("p");
    for (piece, marked) in &found.sentence {
        let piece = (*piece).to_owned();
        sentence = if *marked {
            sentence.child(el("mark").text(piece))
        } else {
            sentence.text(piece)
        };
    }
    let way = el("p").class("search-kind").text(desk.word(kind) + &within);
    el("li").child(way).child(title).child(sentence)
}
