//! Lists that are made from files of their own: terms, sources, questions, pages.

use hipec_core::{
    locale::Locale,
    markup::{Element, el, link},
    route::Route,
    words::PageText,
};

use super::{Desk, blocks::page_card, rich::rich};
use crate::document::{GlossaryEntry, PageCard, Pick, PickGroup, SourceEntry};

/// Every term, under its letter. The anchors are those that term links have
/// on every page, so that here they lead to the entry itself.
pub(super) fn glossary(desk: &Desk<'_>, entries: &[GlossaryEntry]) -> Element {
    let mut letters: Vec<(&str, &str)> = Vec::new();
    for entry in entries {
        if letters
            .last()
            .is_none_or(|(letter, _)| *letter != entry.letter)
        {
            letters.push((&entry.letter, &entry.id));
        }
    }
    let letters = letters.into_iter().map(|(letter, id)| {
        let link = el("a")
            .attr("href", ["#term-", id].concat())
            .attr("rel", "external")
            .text(letter.to_owned());
        el("li").child(link)
    });
    let index = el("nav")
        .class("letters")
        .attr("aria-label", desk.text(PageText::GlossaryLetters))
        .child(el("ul").children(letters));
    let entries = entries.iter().map(|it| entry(desk, it));
    el("div")
        .class("glossary")
        .child(index)
        .child(el("dl").children(entries))
}

fn entry(desk: &Desk<'_>, entry: &GlossaryEntry) -> Element {
    let elsewhere = entry.elsewhere.iter().map(|(locale, term)| {
        el("dd")
            .class("elsewhere")
            .child(el("bdi").text(locale.native_name()))
            .text(": ")
            .child(foreign(*locale, term))
    });
    let say = entry.say.as_ref().map(|say| {
        el("dd")
            .class("elsewhere")
            .text(desk.text(PageText::SayEnglish))
            .text(": ")
            .child(el("bdi").text(say.clone()))
    });
    let alternatives = (!entry.alternatives.is_empty()).then(|| {
        el("dd")
            .class("elsewhere")
            .text(desk.text(PageText::AlsoCalled))
            .text(": ")
            .text(
                entry
                    .alternatives
                    .join(desk.language.locale.list_separator()),
            )
    });
    el("div")
        .class("entry")
        .attr("id", ["term-", &entry.id].concat())
        .child(el("dt").text(entry.term.clone()))
        .child(el("dd").text(entry.meaning.clone()))
        .children(elsewhere)
        .children(say)
        .children(alternatives)
}

fn foreign(locale: Locale, text: &str) -> Element {
    el("bdi")
        .attr("lang", locale.tag())
        .attr("dir", locale.direction().as_str())
        .text(text.to_owned())
}

/// Every source. The anchors are those that citations have on every page.
pub(super) fn sources(desk: &Desk<'_>, entries: &[SourceEntry]) -> Element {
    let entry = |entry: &SourceEntry| {
        let source = &entry.citation;
        let title = if source.url.is_empty() {
            el("span").text(source.title.clone())
        } else {
            el("a")
                .attr("href", source.url.clone())
                .attr("rel", "external noreferrer")
                .text(source.title.clone())
        };
        let words = el("p")
            .attr("lang", "en")
            .attr("dir", "ltr")
            .child(title)
            .text(". ")
            .text(source.details.clone());
        let note = (!entry.figures).then(|| {
            el("p")
                .class("source-note")
                .text(desk.text(PageText::WordsOnly))
        });
        let mut cited = el("p")
            .class("cited-on")
            .text(desk.text(PageText::CitedOn))
            .text(": ");
        for (at, (page, name)) in entry.cited_on.iter().enumerate() {
            let route = Route::Page(desk.language.locale, *page);
            let separator = if at > 0 {
                desk.language.locale.list_separator()
            } else {
                ""
            };
            cited = cited
                .text(separator)
                .child(link(route, None).text(name.clone()));
        }
        let cited = (!entry.cited_on.is_empty()).then_some(cited);
        el("li")
            .attr("id", ["source-", &source.id].concat())
            .child(words)
            .children(note)
            .children(cited)
    };
    el("ol")
        .class("source-list")
        .children(entries.iter().map(entry))
}

/// Every question with a box to tick. Ticked ones alone are printed, which
/// needs no script; that they are kept and copied does.
pub(super) fn picker(desk: &Desk<'_>, groups: &[PickGroup]) -> Element {
    let group = |group: &PickGroup| {
        el("section")
            .child(
                el("h2")
                    .attr("id", group.id.clone())
                    .text(group.title.clone()),
            )
            .child(el("p").text(group.about.clone()))
            .child(
                el("ul")
                    .class("picks")
                    .children(group.items.iter().map(|it| pick(desk, it))),
            )
    };
    let words = [
        ("data-none", PageText::PickedNone),
        ("data-count", PageText::PickedNumber),
        ("data-print", PageText::PickedPrint),
        ("data-copy", PageText::PickedCopy),
        ("data-copied", PageText::PickedCopied),
        ("data-share", PageText::PickedShare),
        ("data-clear", PageText::PickedClear),
        ("data-not-kept", PageText::PickedNotKept),
        ("data-title", PageText::PickedTitle),
    ];
    let bar = words
        .into_iter()
        .fold(el("div").attr("id", "picked"), |bar, (name, key)| {
            bar.attr(name, desk.text(key))
        });
    el("div")
        .class("picker")
        .children(groups.iter().map(group))
        .child(bar)
}

fn pick(desk: &Desk<'_>, pick: &Pick) -> Element {
    let label = el("label")
        .child(
            el("input")
                .attr("type", "checkbox")
                // Else the browser ticks, on the way back, what was put back
                // meanwhile on another page.
                .attr("autocomplete", "off")
                .attr("data-question", pick.id.clone()),
        )
        .child(el("span").text(pick.question.clone()));
    let why = el("details")
        .child(el("summary").text(desk.text(PageText::WhyAsk)))
        .child(el("p").children(rich(desk, &pick.why)));
    el("li")
        .attr("id", ["ask-", &pick.id].concat())
        .child(label)
        .child(why)
}

/// Where the program puts the field, above a list of all pages, which works
/// without it.
pub(super) fn search(desk: &Desk<'_>, pages: &[PageCard]) -> Element {
    let words = [
        ("data-label", PageText::SearchLabel),
        ("data-fetching", PageText::SearchFetching),
        ("data-failed", PageText::SearchFailed),
        ("data-retry", PageText::SearchRetry),
        ("data-none", PageText::SearchNone),
        ("data-found", PageText::SearchFound),
        ("data-page", PageText::SearchKindPage),
        ("data-word", PageText::SearchKindWord),
        ("data-question", PageText::SearchKindQuestion),
        ("data-source", PageText::SearchKindSource),
    ];
    let place = words
        .into_iter()
        .fold(el("div").attr("id", "search"), |place, (name, key)| {
            place.attr(name, desk.text(key))
        });
    let place = place.child(
        el("p")
            .class("needs-script")
            .text(desk.text(PageText::SearchNeedsScript)),
    );
    el("div")
        .class("search")
        .child(place)
        .child(
            el("h2")
                .attr("id", "all-pages")
                .text(desk.text(PageText::AllPages)),
        )
        .child(
            el("ul")
                .class("page-list")
                .children(pages.iter().map(|it| page_card(desk, it))),
        )
}
