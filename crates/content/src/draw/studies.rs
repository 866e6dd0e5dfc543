//! Studies: in full, in short, and as a table for doctors.

use hipec_core::{
    drawing::icon,
    markup::{Element, Node, el, link},
    route::Route,
    words::PageText,
};

use super::{
    Desk,
    blocks::verdict,
    rich::{cite, number, rich},
};
use crate::{
    document::{EvidenceRow, Rich, Share, Study, StudyGroup, StudyLine},
    study::{Cancer, Design, Outcome},
};

/// The studies of a cancer in full: the result at once, the story behind a
/// tap, and the survival figures behind one more.
pub(super) fn studies(desk: &Desk<'_>, studies: &[Study]) -> Element {
    el("div")
        .class("studies")
        .children(studies.iter().map(|it| study(desk, it)))
}

fn study(desk: &Desk<'_>, study: &Study) -> Element {
    let line = &study.line;
    let fact = |key, text: &Rich| {
        [
            el("dt").text(desk.text(key)),
            el("dd").children(rich(desk, text)),
        ]
    };
    let facts = el("dl")
        .children(fact(PageText::StudyWho, &study.who))
        .children(fact(PageText::StudyCompared, &study.compared))
        .children(fact(PageText::StudyLonger, &study.longer))
        .children(fact(PageText::StudyRelapse, &study.relapse))
        .children(fact(PageText::StudyHarm, &study.harm))
        .children(fact(PageText::StudyMeaning, &study.meaning))
        .children(fact(PageText::StudyCertainty, &study.certainty));
    let (survival, open): (Vec<_>, Vec<_>) = study.shares.iter().partition(|share| share.survival);
    let figures = study.survival.as_ref().map(|text| {
        el("details")
            .class("disclosure")
            .child(el("summary").text(desk.text(PageText::StudySurvival)))
            .child(el("p").children(rich(desk, text)))
            .children(of_hundred(desk, &survival))
            .child(el("p").text(desk.text(PageText::MedianExplained)))
    });
    let story = el("details")
        .class("study-full")
        .child(el("summary").text(desk.text(PageText::StudyFull)))
        .child(facts)
        .children(of_hundred(desk, &open))
        .children(figures);
    head(desk, line)
        .attr("id", line.id.clone())
        .child(el("p").children(rich(desk, &line.short)))
        .child(story)
}

/// What every form of a study begins with.
fn head(desk: &Desk<'_>, line: &StudyLine) -> Element {
    let (class, sign, word) = verdict(line.verdict);
    el("section")
        .class(["study ", class].concat())
        .child(
            el("p")
                .class("verdict")
                .child(icon(sign))
                .text(desk.text(word)),
        )
        .child(el("h3").text(line.title.clone()))
        .child(el("p").class("study-kind").text(kind(desk, line)))
}

fn kind(desk: &Desk<'_>, line: &StudyLine) -> String {
    let mut parts = vec![desk.text(design(line.design))];
    if line.prevention {
        parts.push(desk.text(PageText::StudyPrevention));
    }
    if let Some(people) = line.people {
        let people = people.to_string();
        parts.push(
            desk.language
                .page
                .fill(PageText::StudyPeople, &[("count", &people)]),
        );
    }
    parts.join(" · ")
}

const fn design(design: Design) -> PageText {
    match design {
        Design::Randomised => PageText::DesignRandomised,
        Design::Pooled => PageText::DesignPooled,
        Design::Registry => PageText::DesignRegistry,
        Design::Comparison => PageText::DesignComparison,
        Design::Series => PageText::DesignSeries,
        Design::Underway => PageText::DesignUnderway,
    }
}

/// Percentages as people out of a hundred, with what was printed behind.
fn of_hundred(desk: &Desk<'_>, shares: &[&Share]) -> Option<Element> {
    if shares.is_empty() {
        return None;
    }
    let two = shares.iter().any(|share| share.without.is_some())
        && shares.iter().any(|share| share.with.is_some());
    let columns: Vec<PageText> = match (two, shares.iter().any(|share| share.with.is_some())) {
        (true, _) => vec![PageText::WithHipec, PageText::WithoutHipec],
        (false, true) => vec![PageText::OfHundred],
        (false, false) => vec![PageText::WithoutHipec],
    };
    let cell = |text: &Option<String>| {
        let text = text.as_ref().map_or_else(
            || Node::from(desk.text(PageText::NotReported)),
            |text| number(desk, &of_hundred_text(text)),
        );
        el("td").child(text)
    };
    let rows = shares.iter().map(|share| {
        let row = el("tr").child(
            el("th")
                .attr("scope", "row")
                .text(share.label.clone())
                .child(cite(desk, share.source)),
        );
        if two {
            row.child(cell(&share.with)).child(cell(&share.without))
        } else {
            row.child(cell(
                share.with.as_ref().map_or(&share.without, |_| &share.with),
            ))
        }
    });
    let head = columns
        .iter()
        .map(|key| el("th").attr("scope", "col").text(desk.text(*key)));
    Some(
        el("table")
            .class("of-hundred")
            .child(el("caption").text(desk.text(PageText::OfHundred)))
            .child(
                el("thead").child(
                    el("tr")
                        .child(
                            el("th")
                                .attr("scope", "col")
                                .text(desk.text(PageText::WhatHappened)),
                        )
                        .children(head),
                ),
            )
            .child(el("tbody").children(rows)),
    )
}

/// `39.4` as `39 (39.4%)`, `0.4` as `<1 (0.4%)`.
fn of_hundred_text(percent: &str) -> String {
    let value: f64 = percent.parse().unwrap_or_default();
    let whole = if value > 0.0 && value < 0.5 {
        "<1".to_owned()
    } else {
        format!("{value:.0}")
    };
    if whole == percent {
        whole
    } else {
        format!("{whole} ({percent}%)")
    }
}

/// All studies in short. The choice of a cancer needs no script where the
/// browser knows `:has`; elsewhere it does not show.
pub(super) fn index(desk: &Desk<'_>, groups: &[StudyGroup]) -> Element {
    let choice = |id: &'static str, label: String, all: bool| {
        el("label")
            .class("chip")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "c")
                    .attr("value", id)
                    .attr_if("checked", all.then_some("")),
            )
            .child(el("span").text(label))
    };
    let filter = el("fieldset")
        .class("filter")
        .child(el("legend").text(desk.text(PageText::FilterByCancer)))
        .child(choice("all", desk.text(PageText::FilterAll), true))
        .children(
            groups
                .iter()
                .map(|group| choice(group.cancer.id(), desk.text(name(group.cancer)), false)),
        );
    let sections = groups.iter().map(|group| {
        let id = group.cancer.id();
        el("section")
            .attr("data-cancer", id)
            .child(el("h2").attr("id", id).text(desk.text(name(group.cancer))))
            .children(group.studies.iter().map(|line| {
                let route = Route::Page(desk.language.locale, group.cancer.page());
                let more = link(route, Some(&line.id))
                    .attr(
                        "aria-label",
                        [&desk.text(PageText::StudyFull), ": ", &line.title].concat(),
                    )
                    .text(desk.text(PageText::StudyFull));
                head(desk, line)
                    .child(el("p").children(rich(desk, &line.short)))
                    .child(el("p").child(more))
            }))
    });
    el("div")
        .class("study-index")
        .child(filter)
        .children(sections)
}

const fn name(cancer: Cancer) -> PageText {
    match cancer {
        Cancer::Bowel => PageText::CancerBowel,
        Cancer::Ovary => PageText::CancerOvary,
        Cancer::Stomach => PageText::CancerStomach,
        Cancer::Appendix => PageText::CancerAppendix,
        Cancer::Mesothelioma => PageText::CancerMesothelioma,
    }
}

/// The figures of all studies, for doctors.
pub(super) fn table(desk: &Desk<'_>, rows: &[EvidenceRow]) -> Element {
    let head = [
        PageText::Study,
        PageText::DesignHead,
        PageText::HazardHead,
        PageText::MedianHead,
        PageText::VerdictHead,
    ]
    .map(|key| el("th").attr("scope", "col").text(desk.text(key)));
    let bodies = Cancer::ALL.map(|cancer| {
        el("tbody").children(
            rows.iter()
                .filter(|row| row.cancer == cancer)
                .map(|it| row(desk, it)),
        )
    });
    let caption = desk.text(PageText::EvidenceCaption);
    let table = el("table")
        .class("evidence")
        .child(el("thead").child(el("tr").children(head)))
        .children(bodies);
    let scrolling = el("div")
        .class("table-box")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", caption.clone())
        .child(table);
    // It holds survival figures, and not only doctors come to this page.
    el("details")
        .class("disclosure")
        .child(el("summary").text(caption))
        .child(scrolling)
}

fn row(desk: &Desk<'_>, row: &EvidenceRow) -> Element {
    let page = Route::Page(desk.language.locale, row.cancer.page());
    let title = link(page, Some(&row.line.id)).text(row.line.title.clone());
    let hazards = row.hazard_ratios.iter().map(|(hazard, source)| {
        let interval = match (&hazard.low, &hazard.high) {
            (Some(low), Some(high)) => {
                // The level only where the paper prints it with the interval.
                let level = hazard.level.as_ref().map(|level| format!("{level}% "));
                let level = level.unwrap_or_default();
                format!("{} ({level}CI {low}–{high})", hazard.value)
            }
            _ => hazard.value.clone(),
        };
        el("p")
            .text(desk.text(outcome(hazard.outcome)))
            .text(": ")
            .child(number(desk, &interval))
            .child(cite(desk, *source))
    });
    let medians = row.medians.iter().map(|(median, source)| {
        let with = median.with.as_deref().unwrap_or("–");
        let text = match &median.without {
            Some(without) => format!("{with} / {without}"),
            None => with.to_owned(),
        };
        el("p")
            .text(desk.text(outcome(median.outcome)))
            .text(": ")
            .child(number(desk, &text))
            .child(cite(desk, *source))
    });
    let (_, _, verdict) = verdict(row.line.verdict);
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child(title)
                .children(row.sources.iter().map(|source| cite(desk, *source))),
        )
        .child(el("td").text(kind(desk, &row.line)))
        .child(el("td").children(hazards))
        .child(el("td").children(medians))
        .child(el("td").text(desk.text(verdict)))
}

const fn outcome(outcome: Outcome) -> PageText {
    match outcome {
        Outcome::OverallSurvival => PageText::OutcomeOverallSurvival,
        Outcome::ProgressionFree => PageText::OutcomeProgressionFree,
        Outcome::RelapseFree => PageText::OutcomeRelapseFree,
        Outcome::LocalControl => PageText::OutcomeLocalControl,
        Outcome::SpreadFree => PageText::OutcomeSpreadFree,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_become_people() {
        let check = |percent, expected| assert_eq!(of_hundred_text(percent), expected);
        check("39.4", "39 (39.4%)");
        check("49", "49");
        check("0", "0");
        check("0.4", "<1 (0.4%)");
        check("99.6", "100 (99.6%)");
        check("1.5", "2 (1.5%)");
    }
}
