//! What can be said about two centres, why, and on what it depends.
//!
//! Nothing is said that an open answer could still refute; the model and the
//! reasoning stand in `tally.rs`. Every function here takes all rules that
//! count ([`Checklist::rules`]) and two different centres. Those of the example
//! are compared like any other.

use super::model::{Answer, Centre, CentreId, Checklist, CriterionId, Importance, Rule};
use super::range::{Range, range};
use super::tally::{Possible, Side, TURNS_OUT, Tally, Verdict};
use super::turns::{Turn, turns};

/// All that can be said about two centres.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What can be said now.
    pub verdict: Verdict,
    /// What could still come out.
    pub possible: Possible,
    /// Why one surely meets more; `None` where none does.
    pub reason: Option<Reason>,
    /// On which open questions it depends, where nothing can be said yet.
    pub depends_on: Vec<OpenQuestion>,
    /// Which changes of one importance would change what can be said.
    pub turns: Vec<Turn>,
}

/// Compares two centres in full.
pub fn compare(
    checklist: &Checklist,
    first: &Centre,
    second: &Centre,
    rules: &[Rule],
) -> Comparison {
    let possible = Tally::of(checklist, first, rules).possible(Tally::of(checklist, second, rules));
    Comparison {
        verdict: possible.verdict(),
        possible,
        reason: reason(checklist, first, second, rules),
        depends_on: depends_on(checklist, first, second, rules),
        turns: turns(checklist, first, second, rules),
    }
}

/// What can be said about two centres. For many pairs make the tallies first:
/// [`Tally::verdict`].
pub fn verdict(checklist: &Checklist, first: &Centre, second: &Centre, rules: &[Rule]) -> Verdict {
    Tally::of(checklist, first, rules).verdict(Tally::of(checklist, second, rules))
}

/// Why one centre surely meets more than the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The other answered *no* to these essentials, in the order of the rules,
    /// and this one meets all of them at least partly.
    Essentials(Box<[CriterionId]>),
    /// The lowest that this one can come to is above the highest of the other,
    /// and it meets all essentials at least partly.
    ///
    /// Percent are rounded outwards: where `ahead.low` is barely above
    /// `behind.high`, the two percentages may be the same or cross. The points
    /// do not.
    Points {
        /// The range of the one that meets more.
        ahead: Range,
        /// The range of the other.
        behind: Range,
    },
}

/// Why one of two centres surely meets more; `None` unless the verdict is
/// [`Verdict::Surely`]. Essentials come before points, as they do in comparing.
pub fn reason(
    checklist: &Checklist,
    first: &Centre,
    second: &Centre,
    rules: &[Rule],
) -> Option<Reason> {
    let (ahead, behind) = match verdict(checklist, first, second, rules) {
        Verdict::Surely(Side::First) => (first, second),
        Verdict::Surely(Side::Second) => (second, first),
        Verdict::Even | Verdict::BothFail | Verdict::Open => return None,
    };
    let failed = failed(checklist, behind, rules);
    if !failed.is_empty() {
        return Some(Reason::Essentials(failed));
    }
    Some(Reason::Points {
        ahead: range(checklist, ahead, rules)?,
        behind: range(checklist, behind, rules)?,
    })
}

/// The essentials to which a centre answered *no*, in the order of the rules:
/// the reasons of [`Verdict::BothFail`].
pub fn failed(checklist: &Checklist, centre: &Centre, rules: &[Rule]) -> Box<[CriterionId]> {
    let mut failed = Vec::new();
    for rule in rules {
        if checklist.importance_of(rule) == Importance::Essential
            && centre.answer(&rule.id) == Answer::No
        {
            failed.push(rule.id.clone());
        }
    }
    failed.into()
}

/// How much the answer to an open question can do to a comparison that it
/// matters to, the least first. Each says more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Power {
    /// It can tip the scales, but only together with other open answers.
    Together,
    /// Some answer rules out an outcome that is possible now.
    Narrows,
    /// Some answer decides, whatever the other open answers turn out to be.
    Decides,
}

/// An open question on which a comparison depends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// At which centre.
    pub centre: CentreId,
    /// Which question.
    pub criterion: CriterionId,
    /// How much the answer can do.
    pub power: Power,
}

/// The open questions on which it depends what two centres come to: those of
/// which the answer can make a difference, in the order of the rules, the first
/// centre's before the second's. Empty unless the verdict is
/// [`Verdict::Open`], and never empty then.
pub fn depends_on(
    checklist: &Checklist,
    first: &Centre,
    second: &Centre,
    rules: &[Rule],
) -> Vec<OpenQuestion> {
    let (a, b) = (
        Tally::of(checklist, first, rules),
        Tally::of(checklist, second, rules),
    );
    let mut open = Vec::new();
    for rule in rules {
        let importance = checklist.importance_of(rule);
        for (centre, asked, other) in &[(first, a, b), (second, b, a)] {
            if centre.answer(&rule.id).is_open()
                && let Some(power) = power(*asked, *other, importance)
            {
                open.push(OpenQuestion {
                    centre: centre.id(),
                    criterion: rule.id.clone(),
                    power,
                });
            }
        }
    }
    open
}

/// What the answer to an open question of this importance at one centre can do
/// to its comparison with the other; `None` where it makes no difference.
/// Questions of the same importance at the same centre can all do the same.
fn power(asked: Tally, other: Tally, importance: Importance) -> Option<Power> {
    // Where it makes a difference, more than one outcome is possible: the verdict
    // is open.
    if !asked.bears_on(other, importance) {
        return None;
    }
    let now = asked.possible(other);
    let mut power = Power::Together;
    for answer in &TURNS_OUT {
        let then = asked.settled(importance, *answer).possible(other);
        if then.verdict() != Verdict::Open {
            return Some(Power::Decides);
        }
        if then != now {
            power = Power::Narrows;
        }
    }
    Some(power)
}
