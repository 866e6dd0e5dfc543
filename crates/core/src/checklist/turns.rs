//! Whether a comparison hangs on how much one criterion matters.

use super::model::{Centre, Checklist, CriterionId, Importance, Rule};
use super::tally::{Side, Tally, Verdict};

/// What a change of importance would do to what can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnKind {
    /// The other centre would surely meet more.
    TurnsRound,
    /// The one that surely meets more would no longer do so; this could be said
    /// instead. Never [`Verdict::Surely`].
    Unsettles(Verdict),
    /// Where none surely meets more, this one would.
    Settles(Side),
}

/// A change of the importance of one criterion, all else as it is, that would
/// change which centre surely meets more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The criterion.
    pub criterion: CriterionId,
    /// The importance that it would have instead.
    pub importance: Importance,
    /// What that would do.
    pub kind: TurnKind,
}

/// Every change of one importance that would change which of two centres surely
/// meets more, in the order of the rules, then from the heaviest importance to
/// the lightest.
pub fn turns(checklist: &Checklist, first: &Centre, second: &Centre, rules: &[Rule]) -> Vec<Turn> {
    let (a, b) = (
        Tally::of(checklist, first, rules),
        Tally::of(checklist, second, rules),
    );
    let now = a.verdict(b);
    let mut turns = Vec::new();
    for rule in rules {
        let from = checklist.importance_of(rule);
        let answers = (first.answer(&rule.id), second.answer(&rule.id));
        for &importance in &Importance::ALL {
            // The same importance again changes nothing, and so is no turn.
            let a = a.reweighed(answers.0, from, importance);
            let b = b.reweighed(answers.1, from, importance);
            if let Some(kind) = kind(now, a.verdict(b)) {
                turns.push(Turn {
                    criterion: rule.id.clone(),
                    importance,
                    kind,
                });
            }
        }
    }
    turns
}

fn kind(now: Verdict, then: Verdict) -> Option<TurnKind> {
    match (now, then) {
        (Verdict::Surely(before), Verdict::Surely(after)) => {
            (before != after).then_some(TurnKind::TurnsRound)
        }
        (Verdict::Surely(_), Verdict::Even | Verdict::BothFail | Verdict::Open) => {
            Some(TurnKind::Unsettles(then))
        }
        (Verdict::Even | Verdict::BothFail | Verdict::Open, Verdict::Surely(side)) => {
            Some(TurnKind::Settles(side))
        }
        (
            Verdict::Even | Verdict::BothFail | Verdict::Open,
            Verdict::Even | Verdict::BothFail | Verdict::Open,
        ) => None,
    }
}
