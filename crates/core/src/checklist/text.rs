//! The list and the question card as plain text, for a messenger.
//!
//! Messengers guess the direction of each line by its first letter outside of
//! isolates, so every line begins with a word in the reader's language, and
//! whatever the person typed is isolated ([`isolate`]).

use super::costs::{format_amount, totals};
use super::model::{Centre, Checklist, Choice, CriterionId, Fact, Importance, Rule};
use super::range::{answered, essentials, range, warnings};
use crate::locale::Locale;
use crate::words::{fill, isolate};

/// A criterion of content in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The criterion.
    pub rule: &'a Rule,
    /// The name of its group.
    pub group: &'a str,
    /// The question.
    pub text: &'a str,
}

/// The words of [`summary_text`], in the reader's language. Those with
/// `{placeholders}` are filled in by [`fill`].
#[derive(Clone, Copy)]
pub struct TextWords<'a> {
    /// The language, for dates.
    pub locale: Locale,
    /// The first line; none if empty.
    pub title: &'a str,
    /// What a centre is called: "Centre".
    pub centre: &'a str,
    /// The names of the facts, in the order of [`Fact::ALL`].
    pub facts: [&'a str; 5],
    /// The name of the day of the appointment.
    pub appointment: &'a str,
    /// With `{met}`, `{open}`, `{unmet}` and `{total}`.
    pub essentials: &'a str,
    /// Where no question is essential.
    pub essentials_none: &'a str,
    /// With `{low}` and `{high}`, in percent.
    pub range: &'a str,
    /// Where nothing weighs.
    pub range_none: &'a str,
    /// With `{answered}` and `{total}`.
    pub answered: &'a str,
    /// With `{question}`, in the order of
    /// [`WarningKind`](super::WarningKind); none where a template is empty.
    pub warnings: [&'a str; 4],
    /// So many open questions.
    pub open: &'a dyn Fn(usize) -> String,
    /// The name of the costs.
    pub costs: &'a str,
    /// In place of an amount that is not known.
    pub amount_unknown: &'a str,
    /// With `{sum}` and `{unknown}`.
    pub sum_and_unknown: &'a str,
    /// So many amounts that are not known.
    pub unknown: &'a dyn Fn(usize) -> String,
    /// The name of the sum of costs.
    pub total: &'a str,
    /// The name of the choice.
    pub choice: &'a str,
    /// The choice of no centre.
    pub choice_none: &'a str,
    /// The name of the reasons.
    pub why: &'a str,
    /// The name of the next step.
    pub next: &'a str,
}

/// All that is known about all centres, without notes. Centres of the example
/// are left out: whoever gets the message could take them for hospitals.
#[must_use]
pub fn summary_text(checklist: &Checklist, questions: &[Question], words: &TextWords) -> String {
    let content: Vec<Rule> = questions.iter().map(|it| it.rule.clone()).collect();
    let rules = checklist.rules(&content);
    let mut text = String::new();
    line(&mut text, &[words.title]);
    let centres = checklist.centres().iter().filter(|it| !it.is_example());
    for (place, centre) in centres.enumerate() {
        text.push('\n');
        let number = (place + 1).to_string();
        let name = isolate(centre.name());
        line(&mut text, &[words.centre, " ", &number, ": ", &name]);
        facts(&mut text, centre, words);
        standing(&mut text, checklist, centre, &rules, questions, words);
        costs(&mut text, centre, words);
    }
    decision(&mut text, checklist, words);
    text
}

/// A line of these parts, unless they are empty.
fn line(text: &mut String, parts: &[&str]) {
    let start = text.len();
    for part in parts {
        text.push_str(part);
    }
    if text.len() > start {
        text.push('\n');
    }
}

/// A name and what the person typed, unless they typed nothing. An isolate ends
/// with its line, so each line has one of its own.
fn named(text: &mut String, name: &str, typed: &str) {
    if typed.is_empty() {
        return;
    }
    text.push_str(name);
    text.push_str(": ");
    for (place, typed) in typed.trim_end().split('\n').enumerate() {
        if place > 0 {
            text.push('\n');
        }
        if !typed.is_empty() {
            text.push_str(&isolate(typed));
        }
    }
    text.push('\n');
}

fn facts(text: &mut String, centre: &Centre, words: &TextWords) {
    for (fact, name) in Fact::ALL.into_iter().zip(words.facts) {
        // The day belongs with its time and place.
        if fact == Fact::AppointmentPlace
            && let Some(on) = centre.appointment()
        {
            let day = words.locale.date(on);
            line(text, &[words.appointment, ": ", &day]);
        }
        named(text, name, centre.fact(fact));
    }
}

fn standing(
    text: &mut String,
    checklist: &Checklist,
    centre: &Centre,
    rules: &[Rule],
    questions: &[Question],
    words: &TextWords,
) {
    let n = |number: u32| number.to_string();
    let counts = essentials(checklist, centre, rules);
    let open = counts.open + counts.would_not_say;
    let unmet = counts.partly + counts.not_met;
    let total = counts.met + open + unmet;
    let values = [
        ("met", n(counts.met)),
        ("open", n(open)),
        ("unmet", n(unmet)),
        ("total", n(total)),
    ];
    if total == 0 {
        line(text, &[words.essentials_none]);
    } else {
        line(text, &[&filled(words.essentials, &values)]);
    }
    match range(checklist, centre, rules) {
        Some(range) => {
            let values = [
                ("low", n(range.low_percent())),
                ("high", n(range.high_percent())),
            ];
            line(text, &[&filled(words.range, &values)]);
        }
        None => line(text, &[words.range_none]),
    }
    let counts = answered(checklist, centre, rules);
    let values = [("answered", n(counts.answered)), ("total", n(counts.of))];
    line(text, &[&filled(words.answered, &values)]);
    for warning in warnings(checklist, centre, rules) {
        let template = words.warnings.get(warning.kind as usize);
        let question = question(checklist, questions, &warning.criterion);
        let template = template.copied().unwrap_or_default();
        line(text, &[&fill(template, &[("question", &question)])]);
    }
    let is_open = |rule: &&Rule| {
        checklist.importance_of(rule) != Importance::NotForMe && centre.answer(&rule.id).is_open()
    };
    let open = rules.iter().filter(is_open).count();
    if open > 0 {
        line(text, &[&(words.open)(open)]);
    }
}

/// A template with owned values filled in.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    fill(template, &values)
}

/// The words of a criterion: those of content, or the person's own, isolated;
/// the id, if content has it no longer.
fn question(checklist: &Checklist, questions: &[Question], id: &CriterionId) -> String {
    if let Some(question) = questions.iter().find(|it| it.rule.id == *id) {
        return question.text.to_owned();
    }
    let own = checklist.own().iter().find(|own| own.id == *id);
    isolate(own.map_or(id.as_str(), |own| own.text()))
}

fn costs(text: &mut String, centre: &Centre, words: &TextWords) {
    for cost in centre.costs() {
        let amount = match cost.amount {
            Some(amount) => isolate(&[&format_amount(amount), " ", cost.currency.code()].concat()),
            None => words.amount_unknown.to_owned(),
        };
        let what = if cost.what.is_empty() {
            String::new()
        } else {
            [&isolate(&cost.what), ": "].concat()
        };
        line(text, &[words.costs, ": ", &what, &amount]);
    }
    for total in totals(centre) {
        let sum = [&format_amount(total.sum), " ", total.currency.code()].concat();
        let sum = isolate(&sum);
        let unknown = (words.unknown)(total.unknown);
        let sum = match total.unknown {
            0 => sum,
            _ => fill(
                words.sum_and_unknown,
                &[("sum", &sum), ("unknown", &unknown)],
            ),
        };
        line(text, &[words.total, ": ", &sum]);
    }
}

fn decision(text: &mut String, checklist: &Checklist, words: &TextWords) {
    let decision = checklist.decision();
    let start = text.len();
    match decision.choice {
        Choice::Open => {}
        Choice::Centre(id) => {
            let name = checklist.centre(id).map_or("", Centre::name);
            named(text, words.choice, name);
        }
        Choice::None => line(text, &[words.choice, ": ", words.choice_none]),
    }
    named(text, words.why, &decision.why);
    named(text, words.next, &decision.next);
    if text.len() > start {
        text.insert(start, '\n');
    }
}

/// The questions for one appointment, numbered, each in two languages: the
/// family's (`first`) and, below it, the doctor's (`second`). An own question
/// stands once, as it was typed. `title` says what this is, and at which centre.
#[must_use]
pub fn card_text(
    checklist: &Checklist,
    title: &str,
    picked: &[CriterionId],
    first: &[Question],
    second: &[Question],
) -> String {
    let mut text = String::new();
    line(&mut text, &[title]);
    for (place, id) in picked.iter().enumerate() {
        let number = (place + 1).to_string();
        text.push('\n');
        line(&mut text, &[&number, ". ", &question(checklist, first, id)]);
        if let Some(question) = second.iter().find(|it| it.rule.id == *id) {
            line(&mut text, &[question.text]);
        }
    }
    text
}
