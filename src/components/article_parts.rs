//! The parts around a page's text: where we are, review, sources, terms.

use hipec_core::{
    content::{Article, Block, Citation, Review, Reviewer, TermNote},
    locale::Locale,
    route::PageId,
    words::ShellText,
};
use leptos::prelude::*;

use super::{
    icon::{Icon, icon},
    rich::rich,
};
use crate::context::PageCx;

/// The head of a page: the way here, the title, the first sentences.
pub fn page_head(cx: &PageCx, page: Option<PageId>, article: &Article) -> AnyView {
    let home = page != Some(PageId::Home);
    let way = home.then(|| {
        view! {
            <p class="way"><a href=cx.path(PageId::Home)>{cx.text(ShellText::Home)}</a></p>
        }
    });
    view! {
        <header class="page-head">
            {way}
            <h1 tabindex="-1">{article.title.clone()}</h1>
            <p class="lead">{rich(cx, &article.lead)}</p>
        </header>
    }
    .into_any()
}

/// Links to the sections of a long page; nothing for a short one.
pub fn on_this_page(cx: &PageCx, article: &Article) -> AnyView {
    let headings: Vec<_> = article
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { id, text } => Some((["#", id].concat(), text.clone())),
            _ => None,
        })
        .collect();
    if headings.len() < 4 {
        return ().into_any();
    }
    let entries: Vec<_> = headings
        .into_iter()
        .map(|(href, text)| view! { <li><a href=href rel="external">{text}</a></li> })
        .collect();
    view! {
        <details class="on-this-page">
            <summary>{cx.text(ShellText::OnThisPage)}</summary>
            <ul>{entries}</ul>
        </details>
    }
    .into_any()
}

/// When a page was last looked at, and who has reviewed it or has not yet.
pub fn review_notes(cx: &PageCx, review: &Review) -> AnyView {
    let date = cx.locale.date(review.updated);
    let clinician = signed(
        cx,
        review.clinician.as_ref(),
        ShellText::ReviewedBy,
        ShellText::NotReviewedByClinician,
    );
    // The English text is the original.
    let translator = (cx.locale != Locale::En).then(|| {
        signed(
            cx,
            review.translator.as_ref(),
            ShellText::TranslationReviewedBy,
            ShellText::NotReviewedByTranslator,
        )
    });
    view! {
        <ul class="review">
            <li>{cx.text(ShellText::LastReviewed)}{": "}<time datetime=review.updated.to_string()>{date}</time></li>
            {clinician}
            {translator}
        </ul>
    }
    .into_any()
}

fn signed(cx: &PageCx, by: Option<&Reviewer>, done: ShellText, missing: ShellText) -> AnyView {
    match by {
        Some(reviewer) => {
            let date = cx.locale.date(reviewer.date);
            let text = cx
                .shell
                .words
                .fill(done, &[("name", &reviewer.name), ("date", &date)]);
            view! { <li>{text}</li> }.into_any()
        }
        None => view! { <li class="review-missing">{cx.text(missing)}</li> }.into_any(),
    }
}

/// The numbered list of what the page cites.
pub fn sources(cx: &PageCx, sources: &[Citation]) -> AnyView {
    if sources.is_empty() {
        return ().into_any();
    }
    let back = cx.text(ShellText::BackToText);
    let entries: Vec<_> = sources
        .iter()
        .map(|source| {
            view! {
                <li id=["source-", &source.id].concat()>
                    <span lang="en" dir="ltr">
                        <a href=source.url.clone() rel="external noreferrer">{source.title.clone()}</a>
                        {". "}
                        {source.details.clone()}
                    </span>
                    {" "}
                    <a class="back" href=["#cite-", &source.id].concat() rel="external" aria-label=back.clone()>{"↑"}</a>
                </li>
            }
        })
        .collect();
    view! {
        <section class="sources" aria-labelledby="sources">
            <h2 id="sources">{cx.text(ShellText::Sources)}</h2>
            <ol>{entries}</ol>
        </section>
    }
    .into_any()
}

/// The explanations that the terms in the text open. Where a browser knows no
/// popovers they stand as a list at the end of the page.
pub fn terms(cx: &PageCx, terms: &[TermNote]) -> AnyView {
    if terms.is_empty() {
        return ().into_any();
    }
    let notes: Vec<_> = terms.iter().map(|term| note(cx, term)).collect();
    view! {
        <aside class="terms" aria-label=cx.text(ShellText::WordsExplained)>{notes}</aside>
    }
    .into_any()
}

fn note(cx: &PageCx, term: &TermNote) -> AnyView {
    let id = ["term-", &term.id].concat();
    let target = id.clone();
    let english = term.english.clone().map(|english| {
        view! {
            <p class="term-english">
                {cx.text(ShellText::InEnglish)}
                {": "}
                <bdi lang="en" dir="ltr">{english}</bdi>
            </p>
        }
    });
    view! {
        <div class="term-note" popover="auto" id=id>
            <p class="term-name">{term.term.clone()}</p>
            <p>{term.meaning.clone()}</p>
            {english}
            <button type="button" class="button" popovertarget=target popovertargetaction="hide">
                {cx.text(ShellText::Close)}
            </button>
        </div>
    }
    .into_any()
}

/// The owner's hours, e-mail and phone, as far as they are filled in.
pub fn contact_list(cx: &PageCx) -> AnyView {
    let owner = &cx.shell.owner;
    let hours: Vec<_> = owner
        .hours
        .iter()
        .map(|line| view! { <dd><bdi>{line.clone()}</bdi></dd> })
        .collect();
    let hours = (!hours.is_empty()).then(|| {
        view! { <div><dt>{icon(Icon::Clock)}{cx.text(ShellText::OpeningHours)}</dt>{hours}</div> }
    });
    let email = owner.email.clone().map(|email| {
        let href = ["mailto:", &email].concat();
        view! { <div><dt>{cx.text(ShellText::Email)}</dt><dd><a href=href dir="ltr">{email}</a></dd></div> }
    });
    let phone = owner.phone.clone().map(|phone| {
        let href = ["tel:", &phone.replace(' ', "")].concat();
        view! { <div><dt>{cx.text(ShellText::Phone)}</dt><dd><a href=href dir="ltr">{phone}</a></dd></div> }
    });
    let address = owner.address.clone().map(|address| {
        view! { <div><dt>{cx.text(ShellText::Address)}</dt><dd>{address}</dd></div> }
    });
    view! { <dl class="facts">{hours}{phone}{email}{address}</dl> }.into_any()
}

/// The same on the contact page, which says openly what is missing.
pub fn contact_details(cx: &PageCx) -> AnyView {
    let owner = &cx.shell.owner;
    let missing = (owner.email.is_none() && owner.phone.is_none())
        .then(|| view! { <p class="missing">{cx.text(ShellText::ContactMissing)}</p> });
    view! { <div class="contact-details">{contact_list(cx)}{missing}</div> }.into_any()
}

/// Who owns and pays for the site, and openly what is not stated yet.
pub fn owner_details(cx: &PageCx) -> AnyView {
    let fact = |label: ShellText, value: &Option<String>, missing: ShellText| {
        let value = match value {
            Some(value) => view! { <dd>{value.clone()}</dd> }.into_any(),
            None => view! { <dd class="missing">{cx.text(missing)}</dd> }.into_any(),
        };
        view! { <div><dt>{cx.text(label)}</dt>{value}</div> }
    };
    view! {
        <dl class="facts">
            {fact(ShellText::Owner, &cx.shell.owner.name, ShellText::OwnerMissing)}
            {fact(ShellText::Funding, &cx.shell.owner.funding, ShellText::FundingMissing)}
        </dl>
    }
    .into_any()
}
