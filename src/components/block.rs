//! The blocks of a page.

use hipec_core::{
    content::{
        Advice, AdviceKind, Block, Callout, CalloutKind, Figure, Finding, PageCard, Questions,
        Rich, Step, Table, Verdict,
    },
    words::ShellText,
};
use leptos::prelude::*;

use super::{
    article_parts::{contact_details, owner_details},
    icon::{Icon, icon},
    rich::rich,
};
use crate::{context::PageCx, figures};

/// One block.
pub fn block(cx: &PageCx, block: &Block) -> AnyView {
    match block {
        Block::KeyPoints(items) => key_points(cx, items),
        Block::Heading { id, text } => view! { <h2 id=id.clone()>{text.clone()}</h2> }.into_any(),
        Block::Subheading { id, text } => view! { <h3 id=id.clone()>{text.clone()}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p>{rich(cx, text)}</p> }.into_any(),
        Block::List(items) => view! { <ul class="list">{list(cx, items)}</ul> }.into_any(),
        Block::Steps(steps) => view! { <ol class="steps">{steps.iter().map(|step| self::step(cx, step)).collect_view()}</ol> }.into_any(),
        Block::Advice(advice) => self::advice(cx, advice),
        Block::Callout(callout) => self::callout(cx, callout),
        Block::Finding(finding) => self::finding(cx, finding),
        Block::Disclosure { title, text } => view! {
            <details class="disclosure">
                <summary>{title.clone()}</summary>
                {paragraphs(cx, text)}
            </details>
        }
        .into_any(),
        Block::Figure(figure) => self::figure(cx, figure),
        Block::Table(table) => self::table(cx, table),
        Block::Questions(questions) => self::questions(cx, questions),
        Block::Cards(cards) => view! { <ul class="cards">{cards.iter().map(|card| page_card(cx, card)).collect_view()}</ul> }.into_any(),
        Block::Related(cards) => related(cx, cards),
        Block::ContactDetails => contact_details(cx),
        Block::OwnerDetails => owner_details(cx),
    }
}

fn list(cx: &PageCx, items: &[Rich]) -> AnyView {
    items
        .iter()
        .map(|item| view! { <li>{rich(cx, item)}</li> })
        .collect_view()
        .into_any()
}

fn paragraphs(cx: &PageCx, text: &[Rich]) -> AnyView {
    text.iter()
        .map(|text| view! { <p>{rich(cx, text)}</p> })
        .collect_view()
        .into_any()
}

fn key_points(cx: &PageCx, items: &[Rich]) -> AnyView {
    view! {
        <section class="key-points" aria-labelledby="key-points">
            <h2 id="key-points">{cx.text(ShellText::KeyPoints)}</h2>
            <ul>{list(cx, items)}</ul>
        </section>
    }
    .into_any()
}

fn step(cx: &PageCx, step: &Step) -> AnyView {
    view! {
        <li>
            <p class="step-title">{step.title.clone()}</p>
            <p>{rich(cx, &step.text)}</p>
        </li>
    }
    .into_any()
}

fn advice(cx: &PageCx, advice: &Advice) -> AnyView {
    let (class, sign, word) = match advice.kind {
        AdviceKind::Do => ("advice advice-do", Icon::Check, ShellText::Do),
        AdviceKind::Dont => ("advice advice-dont", Icon::Cross, ShellText::Dont),
    };
    let items: Vec<_> = advice
        .items
        .iter()
        .map(|item| view! { <li>{icon(sign)}<span>{rich(cx, item)}</span></li> })
        .collect();
    view! {
        <div class=class>
            <p class="advice-title"><span class="tag">{cx.text(word)}</span>{" "}{advice.title.clone()}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn callout(cx: &PageCx, callout: &Callout) -> AnyView {
    let (class, sign, word) = match callout.kind {
        CalloutKind::Info => ("callout callout-info", Icon::Info, ShellText::CalloutInfo),
        CalloutKind::Important => (
            "callout callout-important",
            Icon::Attention,
            ShellText::CalloutImportant,
        ),
        CalloutKind::Urgent => (
            "callout callout-urgent",
            Icon::Urgent,
            ShellText::CalloutUrgent,
        ),
    };
    // Several reasons to act are a list to run down, not a text to read.
    let text = if callout.kind == CalloutKind::Urgent && callout.text.len() > 1 {
        view! { <ul class="list">{list(cx, &callout.text)}</ul> }.into_any()
    } else {
        paragraphs(cx, &callout.text)
    };
    view! {
        <div class=class role="note">
            <p class="callout-kind">{icon(sign)}{cx.text(word)}</p>
            <p class="callout-title">{callout.title.clone()}</p>
            {text}
        </div>
    }
    .into_any()
}

fn finding(cx: &PageCx, finding: &Finding) -> AnyView {
    let (class, sign, word) = match finding.verdict {
        Verdict::Gain => ("finding finding-gain", Icon::Up, ShellText::VerdictGain),
        Verdict::NoGain => (
            "finding finding-no-gain",
            Icon::Cross,
            ShellText::VerdictNoGain,
        ),
        Verdict::Mixed => (
            "finding finding-mixed",
            Icon::Balance,
            ShellText::VerdictMixed,
        ),
        Verdict::Unclear => (
            "finding finding-unclear",
            Icon::Question,
            ShellText::VerdictUnclear,
        ),
        Verdict::Harm => (
            "finding finding-harm",
            Icon::Attention,
            ShellText::VerdictHarm,
        ),
    };
    view! {
        <section class=class>
            <p class="verdict">{icon(sign)}{cx.text(word)}</p>
            <h3>{finding.title.clone()}</h3>
            {paragraphs(cx, &finding.text)}
        </section>
    }
    .into_any()
}

fn figure(cx: &PageCx, figure: &Figure) -> AnyView {
    view! {
        <figure class="figure">
            {figures::drawing(figure.figure)}
            <figcaption>
                <p>{rich(cx, &figure.caption)}</p>
                <ol class="legend">{list(cx, &figure.legend)}</ol>
            </figcaption>
        </figure>
    }
    .into_any()
}

fn table(cx: &PageCx, table: &Table) -> AnyView {
    let head: Vec<_> = table
        .head
        .iter()
        .map(|cell| view! { <th scope="col">{cell.clone()}</th> })
        .collect();
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<_> = row
                .iter()
                .enumerate()
                .map(|(i, cell)| match i {
                    0 => view! { <th scope="row">{rich(cx, cell)}</th> }.into_any(),
                    _ => view! { <td>{rich(cx, cell)}</td> }.into_any(),
                })
                .collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <div class="table-box" role="region" tabindex="0" aria-label=table.caption.clone()>
            <table>
                <caption>{table.caption.clone()}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn questions(cx: &PageCx, questions: &Questions) -> AnyView {
    let items: Vec<_> = questions
        .items
        .iter()
        .map(|item| {
            view! {
                <li>
                    <p class="question">{item.question.clone()}</p>
                    <p class="question-why">{rich(cx, &item.why)}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="questions">
            <h3>{icon(Icon::Question)}{questions.title.clone()}</h3>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}

fn page_card(cx: &PageCx, card: &PageCard) -> AnyView {
    view! {
        <li class="card">
            <a href=cx.path(card.page)>
                <span class="card-title">{card.title.clone()}{icon(Icon::Forward)}</span>
                <span class="card-text">{card.text.clone()}</span>
            </a>
        </li>
    }
    .into_any()
}

fn related(cx: &PageCx, cards: &[PageCard]) -> AnyView {
    view! {
        <nav class="related" aria-labelledby="related">
            <h2 id="related">{cx.text(ShellText::RelatedPages)}</h2>
            <ul class="cards">{cards.iter().map(|card| page_card(cx, card)).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
