//! A page of text, from its title to its sources.

use hipec_core::{
    locale::Locale,
    markup::{Element, Node, el, link},
    route::{PageId, Route},
    words::{PageText, ShellText},
};

use super::{
    Desk,
    blocks::{block, nodes},
    rich::rich,
};
use crate::document::{Article, Block, Citation, Review, Reviewer, TermNote};

/// A page that has been drawn. What the person operates stands between the
/// two parts.
pub(crate) struct Drawn {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) class: &'static str,
    pub(crate) top: Vec<Node>,
    pub(crate) bottom: Vec<Node>,
    pub(crate) review: Option<Node>,
}

/// Draws an article. Whatever else cites the same sources must be drawn from
/// the same desk afterwards.
pub(crate) fn article(desk: &Desk<'_>, page: PageId, article: &Article) -> Drawn {
    let drawn = |wanted: fn(&Block) -> bool| {
        article
            .blocks
            .iter()
            .filter(move |it| wanted(it))
            .map(|it| block(desk, it))
            .collect::<Vec<_>>()
    };
    let mut top = vec![head(desk, page, article)];
    top.push(
        el("div")
            .class("review-box")
            .child(review(desk, &article.review)),
    );
    top.extend(drawn(|block| matches!(block, Block::KeyPoints(_))));
    top.extend(on_this_page(desk, article));
    top.extend(drawn(|block| {
        !matches!(block, Block::KeyPoints(_) | Block::Related(_))
    }));
    let mut bottom = drawn(|block| matches!(block, Block::Related(_)));
    // Where all of them stand in the text, a second list would be in the way.
    if page != PageId::Sources {
        bottom.extend(sources(desk, &article.sources));
    }
    if page != PageId::Glossary {
        bottom.extend(terms(desk, &article.terms));
    }
    Drawn {
        title: article.title.clone(),
        description: article.description.clone(),
        class: "page",
        top: nodes(top),
        bottom: nodes(bottom),
        review: Some(review(desk, &article.review).into()),
    }
}

/// The way here, the title, the first sentences.
fn head(desk: &Desk<'_>, page: PageId, article: &Article) -> Element {
    let way = (page != PageId::Home).then(|| {
        let home = desk
            .language
            .link(PageId::Home)
            .text(desk.language.shell(ShellText::Home));
        el("p").class("way").child(home)
    });
    el("header")
        .class("page-head")
        .children(way)
        .child(el("h1").attr("tabindex", "-1").text(article.title.clone()))
        .child(el("p").class("lead").children(rich(desk, &article.lead)))
}

/// Links to the sections of a long page; nothing for a short one.
fn on_this_page(desk: &Desk<'_>, article: &Article) -> Option<Element> {
    let mut entries = Vec::new();
    for block in &article.blocks {
        if let Block::Heading { id, text } = block {
            let link = el("a")
                .attr("href", ["#", id].concat())
                .attr("rel", "external")
                .text(text.clone());
            entries.push(el("li").child(link));
        }
    }
    (entries.len() >= 4).then(|| {
        el("details")
            .class("on-this-page")
            .child(el("summary").text(desk.text(PageText::OnThisPage)))
            .child(el("ul").children(entries))
    })
}

/// When a page was last looked at, and who has reviewed it or has not yet.
fn review(desk: &Desk<'_>, review: &Review) -> Element {
    let locale = desk.language.locale;
    let time = el("time")
        .attr("datetime", review.updated.to_string())
        .text(locale.date(review.updated));
    let updated = el("li")
        .text(desk.text(PageText::LastReviewed))
        .text(": ")
        .child(time);
    let clinician = signed(
        desk,
        review.clinician.as_ref(),
        PageText::ReviewedBy,
        PageText::NotReviewedByClinician,
    );
    // The English text is the original.
    let translator = (locale != Locale::En).then(|| {
        signed(
            desk,
            review.translator.as_ref(),
            PageText::TranslationReviewedBy,
            PageText::NotReviewedByTranslator,
        )
    });
    el("ul")
        .class("review")
        .child(updated)
        .child(clinician)
        .children(translator)
}

fn signed(desk: &Desk<'_>, by: Option<&Reviewer>, done: PageText, missing: PageText) -> Element {
    match by {
        Some(reviewer) => {
            let date = desk.language.locale.date(reviewer.date);
            el("li").text(
                desk.language
                    .page
                    .fill(done, &[("name", &reviewer.name), ("date", &date)]),
            )
        }
        None => el("li").class("review-missing").text(desk.text(missing)),
    }
}

/// The numbered list of what the page cites: enough to find each. The titles
/// stand on the page of all sources, because forty of them would be a third of
/// what a page weighs.
fn sources(desk: &Desk<'_>, sources: &[Citation]) -> Option<Element> {
    let entry = |source: &Citation| {
        let link = if source.url.is_empty() {
            let anchor = ["source-", &source.id].concat();
            link(
                Route::Page(desk.language.locale, PageId::Sources),
                Some(&anchor),
            )
        } else {
            el("a")
                .attr("href", source.url.clone())
                .attr("rel", "external noreferrer")
        };
        let words = link
            .attr("lang", "en")
            .attr("dir", "ltr")
            .text(source.short.clone());
        el("li")
            .attr("id", ["source-", &source.id].concat())
            .child(words)
    };
    (!sources.is_empty()).then(|| {
        el("section")
            .class("sources")
            .attr("aria-labelledby", "sources")
            .child(
                el("h2")
                    .attr("id", "sources")
                    .text(desk.text(PageText::Sources)),
            )
            .child(el("ol").children(sources.iter().map(entry)))
            .child(
                el("p").child(
                    desk.language
                        .link(PageId::Sources)
                        .text(desk.text(PageText::AllSources)),
                ),
            )
    })
}

/// The explanations that the terms in the text open. Each shows itself when
/// the address leads to it.
fn terms(desk: &Desk<'_>, terms: &[TermNote]) -> Option<Element> {
    (!terms.is_empty()).then(|| {
        el("aside")
            .class("terms")
            .attr("aria-label", desk.text(PageText::WordsExplained))
            .children(terms.iter().map(|term| note(desk, term)))
    })
}

fn note(desk: &Desk<'_>, term: &TermNote) -> Element {
    let id = ["term-", &term.id].concat();
    let english = term.english.clone().map(|english| {
        let word = el("bdi")
            .attr("lang", "en")
            .attr("dir", "ltr")
            .text(english);
        el("p")
            .class("term-english")
            .text(desk.text(PageText::InEnglish))
            .text(": ")
            .child(word)
    });
    let glossary = el("p").child(
        link(
            Route::Page(desk.language.locale, PageId::Glossary),
            Some(&id),
        )
        .text(desk.text(PageText::InGlossary)),
    );
    let close = el("a")
        .class("button")
        .attr("href", ["#use-", &term.id].concat())
        .attr("rel", "external")
        .text(desk.text(PageText::Close));
    el("div")
        .class("term-note")
        .attr("tabindex", "-1")
        .attr("id", id)
        .child(el("p").class("term-name").text(term.term.clone()))
        .child(el("p").text(term.meaning.clone()))
        .children(english)
        .child(glossary)
        .child(close)
}
