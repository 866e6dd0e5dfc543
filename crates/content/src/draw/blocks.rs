//! The blocks of a page.

use hipec_core::{
    drawing::{Icon, icon},
    markup::{Element, Node, el},
    words::PageText,
};

use super::{
    Desk, circuit,
    facts::{contact_details, owner_details},
    journey,
    kept::kept_data,
    lists, peritoneum,
    rich::rich,
    studies,
};
use crate::document::{
    Advice, AdviceKind, Block, Callout, CalloutKind, Figure, FigureId, Finding, PageCard,
    Questions, Rich, Step, Table, Verdict,
};

/// One block.
pub(super) fn block(desk: &Desk<'_>, block: &Block) -> Element {
    match block {
        Block::KeyPoints(items) => key_points(desk, items),
        Block::Heading { id, text } => el("h2").attr("id", id.clone()).text(text.clone()),
        Block::Subheading { id, text } => el("h3").attr("id", id.clone()).text(text.clone()),
        Block::Paragraph(text) => el("p").children(rich(desk, text)),
        Block::List(items) => el("ul").class("list").children(list(desk, items)),
        Block::Steps(steps) => el("ol")
            .class("steps")
            .children(steps.iter().map(|it| step(desk, it))),
        Block::Advice(it) => advice(desk, it),
        Block::Callout(it) => callout(desk, it),
        Block::Finding(it) => finding(desk, it),
        Block::Disclosure { title, text } => el("details")
            .class("disclosure")
            .child(el("summary").text(title.clone()))
            .children(paragraphs(desk, text)),
        Block::Figure(it) => figure(desk, it),
        Block::Table(it) => table(desk, it),
        Block::Questions(it) => questions(desk, it),
        Block::Cards(cards) => el("ul")
            .class("cards")
            .children(cards.iter().map(|it| page_card(desk, it))),
        Block::Related(cards) => related(desk, cards),
        Block::ContactDetails => contact_details(desk.language),
        Block::OwnerDetails => owner_details(desk.language),
        Block::KeptData => kept_data(desk.language),
        Block::Journey(steps) => journey::journey(desk, steps),
        Block::Studies(it) => studies::studies(desk, it),
        Block::StudyIndex(groups) => studies::index(desk, groups),
        Block::EvidenceTable(rows) => studies::table(desk, rows),
        Block::Glossary(entries) => lists::glossary(desk, entries),
        Block::SourceList(entries) => lists::sources(desk, entries),
        Block::QuestionPicker(groups) => lists::picker(desk, groups),
        Block::Sheet { title, fields } => journey::sheet(title, fields),
        Block::Search(pages) => lists::search(desk, pages),
    }
}

fn list(desk: &Desk<'_>, items: &[Rich]) -> Vec<Element> {
    items
        .iter()
        .map(|item| el("li").children(rich(desk, item)))
        .collect()
}

fn paragraphs(desk: &Desk<'_>, text: &[Rich]) -> Vec<Element> {
    text.iter()
        .map(|text| el("p").children(rich(desk, text)))
        .collect()
}

fn key_points(desk: &Desk<'_>, items: &[Rich]) -> Element {
    el("section")
        .class("key-points")
        .attr("aria-labelledby", "key-points")
        .child(
            el("h2")
                .attr("id", "key-points")
                .text(desk.text(PageText::KeyPoints)),
        )
        .child(el("ul").children(list(desk, items)))
}

fn step(desk: &Desk<'_>, step: &Step) -> Element {
    el("li")
        .child(el("p").class("step-title").text(step.title.clone()))
        .child(el("p").children(rich(desk, &step.text)))
}

fn advice(desk: &Desk<'_>, advice: &Advice) -> Element {
    let (class, sign, word) = match advice.kind {
        AdviceKind::Do => ("advice advice-do", Icon::Check, PageText::Do),
        AdviceKind::Dont => ("advice advice-dont", Icon::Cross, PageText::Dont),
    };
    let title = el("p")
        .class("advice-title")
        .child(el("span").class("tag").text(desk.text(word)))
        .text(" ")
        .text(advice.title.clone());
    let items = advice.items.iter().map(|item| {
        el("li")
            .child(icon(sign))
            .child(el("span").children(rich(desk, item)))
    });
    el("div")
        .class(class)
        .child(title)
        .child(el("ul").children(items))
}

fn callout(desk: &Desk<'_>, callout: &Callout) -> Element {
    let (class, sign, word) = match callout.kind {
        CalloutKind::Info => ("callout callout-info", Icon::Info, PageText::CalloutInfo),
        CalloutKind::Important => (
            "callout callout-important",
            Icon::Attention,
            PageText::CalloutImportant,
        ),
        CalloutKind::Urgent => (
            "callout callout-urgent",
            Icon::Urgent,
            PageText::CalloutUrgent,
        ),
    };
    let head = el("div")
        .class(class)
        .attr("role", "note")
        .child(
            el("p")
                .class("callout-kind")
                .child(icon(sign))
                .text(desk.text(word)),
        )
        .child(el("p").class("callout-title").text(callout.title.clone()));
    // Several reasons to act are a list to run down, not a text to read.
    let reasons = match callout.kind {
        CalloutKind::Urgent => 2,
        CalloutKind::Important | CalloutKind::Info => 4,
    };
    if callout.text.len() >= reasons {
        head.child(el("ul").class("list").children(list(desk, &callout.text)))
    } else {
        head.children(paragraphs(desk, &callout.text))
    }
}

/// The class, icon and word of a result.
pub(super) const fn verdict(verdict: Verdict) -> (&'static str, Icon, PageText) {
    match verdict {
        Verdict::Gain => ("finding finding-gain", Icon::Up, PageText::VerdictGain),
        Verdict::NoGain => (
            "finding finding-no-gain",
            Icon::Cross,
            PageText::VerdictNoGain,
        ),
        Verdict::Mixed => (
            "finding finding-mixed",
            Icon::Balance,
            PageText::VerdictMixed,
        ),
        Verdict::Unclear => (
            "finding finding-unclear",
            Icon::Question,
            PageText::VerdictUnclear,
        ),
        Verdict::Harm => (
            "finding finding-harm",
            Icon::Attention,
            PageText::VerdictHarm,
        ),
    }
}

fn finding(desk: &Desk<'_>, finding: &Finding) -> Element {
    let (class, sign, word) = verdict(finding.verdict);
    el("section")
        .class(class)
        .child(
            el("p")
                .class("verdict")
                .child(icon(sign))
                .text(desk.text(word)),
        )
        .child(el("h3").text(finding.title.clone()))
        .children(paragraphs(desk, &finding.text))
}

fn figure(desk: &Desk<'_>, figure: &Figure) -> Element {
    let drawing = match figure.figure {
        FigureId::Peritoneum => peritoneum::peritoneum(),
        FigureId::Circuit => circuit::circuit(),
    };
    let caption = el("figcaption")
        .child(el("p").children(rich(desk, &figure.caption)))
        .child(
            el("ol")
                .class("legend")
                .children(figure.legend.iter().map(|entry| {
                    // One child, so that the number and the text are the two columns.
                    el("li").child(el("span").children(rich(desk, entry)))
                })),
        );
    el("figure").class("figure").child(drawing).child(caption)
}

fn table(desk: &Desk<'_>, table: &Table) -> Element {
    let head = table
        .head
        .iter()
        .map(|cell| el("th").attr("scope", "col").text(cell.clone()));
    // Four columns of sentences do not fit a phone: there they stand below each
    // other, each under the name of its column.
    let stacked = table.head.len() > 3;
    let rows = table.rows.iter().map(|row| {
        el("tr").children(row.iter().enumerate().map(|(at, cell)| {
            let tag = if at == 0 {
                el("th").attr("scope", "row")
            } else {
                el("td")
            };
            let name = table.head.get(at).filter(|_| stacked && at > 0);
            tag.attr_if("data-column", name.cloned())
                .children(rich(desk, cell))
        }))
    });
    let table_element = el("table")
        .attr_if("class", stacked.then_some("stacked"))
        .child(el("caption").text(table.caption.clone()))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    // Only the table scrolls sideways, in a box that the keyboard reaches.
    el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", table.caption.clone())
        .child(table_element)
}

fn questions(desk: &Desk<'_>, questions: &Questions) -> Element {
    let items = questions.items.iter().map(|item| {
        el("li")
            .child(el("p").class("question").text(item.question.clone()))
            .child(
                el("p")
                    .class("question-why")
                    .children(rich(desk, &item.why)),
            )
    });
    el("section")
        .class("questions")
        .child(
            el("h3")
                .child(icon(Icon::Question))
                .child(el("span").text(questions.title.clone())),
        )
        .child(el("ul").children(items))
}

pub(super) fn page_card(desk: &Desk<'_>, card: &PageCard) -> Element {
    let title = el("span")
        .class("card-title")
        .text(card.title.clone())
        .child(icon(Icon::Forward));
    let link = desk
        .language
        .link(card.page)
        .child(title)
        .child(el("span").class("card-text").text(card.text.clone()));
    el("li").class("card").child(link)
}

fn related(desk: &Desk<'_>, cards: &[PageCard]) -> Element {
    el("nav")
        .class("related")
        .attr("aria-labelledby", "related")
        .child(
            el("h2")
                .attr("id", "related")
                .text(desk.text(PageText::RelatedPages)),
        )
        .child(
            el("ul")
                .class("cards")
                .children(cards.iter().map(|card| page_card(desk, card))),
        )
}

/// Nodes from elements, where both kinds meet.
pub(super) fn nodes(elements: impl IntoIterator<Item = Element>) -> Vec<Node> {
    elements.into_iter().map(Node::from).collect()
}
