//! What the answers about one centre add up to, without guessing.
//!
//! # The formula
//!
//! Each criterion weighs by its importance: *important* 2, *helpful* 1, *not
//! for me* 0. *Essential* criteria carry no weight here: they gate and are
//! never averaged, so that ten pleasant answers cannot make up for a missing
//! intensive care unit. They are counted in [`Essentials`] and spoken of in
//! [`warnings`].
//!
//! An answer earns a share of that weight: *yes* all, *partly* half, *no*
//! nothing. *Not asked* and *would not say* are open: they earn nothing at the
//! lowest and all at the highest. So, over the criteria that weigh:
//!
//! ```text
//! out_of = sum of weights
//! low    = weights of "yes" + half the weights of "partly"
//! high   = low + weights of the open answers
//! ```
//!
//! All three are whole numbers of half-points (twice the sums above), so the
//! arithmetic is exact. `low` and `high` are the true minimum and maximum over
//! every way the open answers can turn out.

use super::model::{Answer, Centre, Checklist, CriterionId, Importance, Rule};

/// The lowest and the highest that a centre can still reach, in half-points.
/// `0 <= low <= high <= out_of`, and `out_of > 0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// If every open answer turns out *no*.
    pub low: u32,
    /// If every open answer turns out *yes*.
    pub high: u32,
    /// If every answer were *yes*.
    pub out_of: u32,
}

impl Range {
    /// `low` in whole percent, 0 to 100, rounded down. Together with
    /// [`high_percent`](Self::high_percent) the rounding can only widen the
    /// range: it never looks surer than it is.
    pub fn low_percent(self) -> u32 {
        percent(self.low, self.out_of, 0)
    }

    /// `high` in whole percent, 0 to 100, rounded up.
    pub fn high_percent(self) -> u32 {
        percent(self.high, self.out_of, self.out_of.saturating_sub(1))
    }
}

fn percent(part: u32, whole: u32, round: u32) -> u32 {
    let hundredfold = u64::from(part) * 100 + u64::from(round);
    let percent = hundredfold.checked_div(u64::from(whole)).unwrap_or(0);
    u32::try_from(percent).map_or(100, |percent| percent.min(100))
}

/// Half-points that a *yes* earns; `None` where the criterion does not weigh.
pub(super) fn full_points(importance: Importance) -> Option<u32> {
    match importance {
        Importance::Important => Some(4),
        Importance::Helpful => Some(2),
        Importance::Essential | Importance::NotForMe => None,
    }
}

/// The range of a centre; `None` when no criterion weighs anything.
pub fn range(checklist: &Checklist, centre: &Centre, rules: &[Rule]) -> Option<Range> {
    let mut range = Range {
        low: 0,
        high: 0,
        out_of: 0,
    };
    for rule in rules {
        let Some(full) = full_points(checklist.importance_of(rule)) else {
            continue;
        };
        let (low, high) = match centre.answer(&rule.id) {
            Answer::Yes => (full, full),
            Answer::Partly => (full / 2, full / 2),
            Answer::No => (0, 0),
            Answer::NotAsked | Answer::WouldNotSay => (0, full),
        };
        range.low += low;
        range.high += high;
        range.out_of += full;
    }
    (range.out_of > 0).then_some(range)
}

/// How a centre stands on the criteria that are essential to the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Essentials {
    /// Answered *yes*.
    pub met: u32,
    /// Answered *partly*.
    pub partly: u32,
    /// Not asked yet.
    pub open: u32,
    /// Asked, and they would not say.
    pub would_not_say: u32,
    /// Answered *no*.
    pub not_met: u32,
}

/// Counts the answers to the essential criteria.
pub fn essentials(checklist: &Checklist, centre: &Centre, rules: &[Rule]) -> Essentials {
    let mut counts = Essentials::default();
    for rule in rules {
        if checklist.importance_of(rule) != Importance::Essential {
            continue;
        }
        let count = match centre.answer(&rule.id) {
            Answer::Yes => &mut counts.met,
            Answer::Partly => &mut counts.partly,
            Answer::NotAsked => &mut counts.open,
            Answer::WouldNotSay => &mut counts.would_not_say,
            Answer::No => &mut counts.not_met,
        };
        *count += 1;
    }
    counts
}

/// Why an answer deserves a word beside the centre, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// *No* on an essential. A plain warning.
    EssentialNo,
    /// *Would not say* on an essential. A plain warning.
    EssentialWouldNotSay,
    /// *Partly* on an essential. A lesser notice.
    EssentialPartly,
    /// *Would not say* on an important or helpful criterion. Remembered,
    /// because unwillingness to answer is itself something to know.
    WouldNotSay,
}

impl WarningKind {
    /// Whether it is a plain warning rather than a notice.
    pub fn is_grave(self) -> bool {
        match self {
            Self::EssentialNo | Self::EssentialWouldNotSay => true,
            Self::EssentialPartly | Self::WouldNotSay => false,
        }
    }
}

/// A word of warning about one centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Why.
    pub kind: WarningKind,
    /// About which criterion.
    pub criterion: CriterionId,
}

/// The warnings about a centre, the gravest first, then in the order of `rules`.
/// Criteria that are *not for me* never warn.
pub fn warnings(checklist: &Checklist, centre: &Centre, rules: &[Rule]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for rule in rules {
        let kind = match (checklist.importance_of(rule), centre.answer(&rule.id)) {
            (Importance::Essential, Answer::No) => WarningKind::EssentialNo,
            (Importance::Essential, Answer::WouldNotSay) => WarningKind::EssentialWouldNotSay,
            (Importance::Essential, Answer::Partly) => WarningKind::EssentialPartly,
            (Importance::Important | Importance::Helpful, Answer::WouldNotSay) => {
                WarningKind::WouldNotSay
            }
            (Importance::NotForMe, _)
            | (_, Answer::Yes | Answer::NotAsked)
            | (Importance::Important | Importance::Helpful, Answer::Partly | Answer::No) => {
                continue;
            }
        };
        let criterion = rule.id.clone();
        // A few dozen at most: less code in the browser than a sort afterwards.
        let place = warnings.partition_point(|before: &Warning| before.kind <= kind);
        warnings.insert(place, Warning { kind, criterion });
    }
    warnings
}

/// How far the questions about a centre have got: `answered <= asked <= of`.
/// Essentials count like the others; criteria that are *not for me* do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Answered *yes*, *partly* or *no*. *Would not say* is not among them:
    /// unknown stays unknown, however often one has asked.
    pub answered: u32,
    /// Those, and the ones where they would not say.
    pub asked: u32,
    /// All that matter to the person.
    pub of: u32,
}

/// Counts the answered questions about a centre.
pub fn answered(checklist: &Checklist, centre: &Centre, rules: &[Rule]) -> Answered {
    let mut counts = Answered::default();
    for rule in rules {
        if checklist.importance_of(rule) == Importance::NotForMe {
            continue;
        }
        let answer = centre.answer(&rule.id);
        counts.of += 1;
        counts.asked += u32::from(answer != Answer::NotAsked);
        counts.answered += u32::from(!answer.is_open());
    }
    counts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::checklist::{Action, update};

    /// A centre with these answers, one rule for each.
    fn case(answers: &[(Importance, Answer)]) -> (Checklist, Vec<Rule>) {
        let mut checklist = Checklist::default();
        let add = Action::AddCentre {
            name: "A".into(),
            seed: 1,
        };
        update(&mut checklist, add).unwrap();
        let centre = checklist.centres().first().unwrap().id();
        let mut rules = Vec::new();
        for (n, &(importance, answer)) in answers.iter().enumerate() {
            let id = CriterionId::from(n.to_string().as_str());
            if answer != Answer::NotAsked {
                let action = Action::SetAnswer {
                    centre,
                    criterion: id.clone(),
                    answer,
                    on: None,
                };
                update(&mut checklist, action).unwrap();
            }
            rules.push(Rule { id, importance });
        }
        (checklist, rules)
    }

    #[track_caller]
    fn check_range(answers: &[(Importance, Answer)], expected: Option<(u32, u32, u32)>) {
        let (checklist, rules) = case(answers);
        let range = range(&checklist, checklist.centres().first().unwrap(), &rules);
        assert_eq!(range.map(|r| (r.low, r.high, r.out_of)), expected);
    }

    use Answer::{No, NotAsked, Partly, WouldNotSay, Yes};
    use Importance::{Essential, Helpful, Important, NotForMe};

    #[test]
    fn ranges() {
        check_range(&[], None);
        check_range(&[(Essential, Yes), (NotForMe, Yes)], None);
        check_range(&[(Important, Yes)], Some((4, 4, 4)));
        check_range(&[(Important, Partly)], Some((2, 2, 4)));
        check_range(&[(Important, No)], Some((0, 0, 4)));
        check_range(&[(Important, NotAsked)], Some((0, 4, 4)));
        check_range(&[(Helpful, WouldNotSay)], Some((0, 2, 2)));
        check_range(&[(Helpful, Partly)], Some((1, 1, 2)));
        check_range(
            &[
                (Important, Yes),
                (Helpful, NotAsked),
                (Essential, No),
                (NotForMe, No),
                (Helpful, No),
            ],
            Some((4, 6, 8)),
        );
    }

    #[test]
    fn the_importance_of_the_person_comes_before_that_of_content() {
        let (mut checklist, rules) = case(&[(Essential, Partly)]);
        let criterion = rules.first().unwrap().id.clone();
        update(
            &mut checklist,
            Action::SetImportance {
                criterion,
                importance: Helpful,
            },
        )
        .unwrap();
        let centre = checklist.centres().first().unwrap();
        assert_eq!(
            range(&checklist, centre, &rules),
            Some(Range {
                low: 1,
                high: 1,
                out_of: 2
            })
        );
        assert_eq!(
            essentials(&checklist, centre, &rules),
            Essentials::default()
        );
        assert_eq!(warnings(&checklist, centre, &rules), Vec::new());
    }

    #[test]
    fn answers_to_criteria_that_content_dropped_are_ignored() {
        let (checklist, rules) = case(&[(Important, Yes), (Important, No), (Essential, No)]);
        let rules = rules.get(..1).unwrap();
        let centre = checklist.centres().first().unwrap();
        assert_eq!(
            range(&checklist, centre, rules),
            Some(Range {
                low: 4,
                high: 4,
                out_of: 4
            })
        );
        assert_eq!(warnings(&checklist, centre, rules), Vec::new());
        assert_eq!(
            answered(&checklist, centre, rules),
            Answered {
                answered: 1,
                asked: 1,
                of: 1
            }
        );
        assert_eq!(centre.entries().len(), 3);
    }

    #[test]
    fn percent_rounds_outwards() {
        #[track_caller]
        fn check(low: u32, high: u32, out_of: u32, expected: (u32, u32)) {
            let range = Range { low, high, out_of };
            assert_eq!((range.low_percent(), range.high_percent()), expected);
        }
        check(0, 0, 6, (0, 0));
        check(2, 4, 6, (33, 67));
        check(2, 2, 6, (33, 34));
        check(3, 3, 6, (50, 50));
        check(6, 6, 6, (100, 100));
        check(1, 999, 1000, (0, 100));
        check(u32::MAX, u32::MAX, u32::MAX, (100, 100));
        check(0, 0, 0, (0, 0));
    }

    #[test]
    fn essentials_are_counted_apart() {
        let (checklist, rules) = case(&[
            (Essential, Yes),
            (Essential, Yes),
            (Essential, Partly),
            (Essential, NotAsked),
            (Essential, NotAsked),
            (Essential, NotAsked),
            (Essential, WouldNotSay),
            (Essential, No),
            (Important, No),
        ]);
        assert_eq!(
            essentials(&checklist, checklist.centres().first().unwrap(), &rules),
            Essentials {
                met: 2,
                partly: 1,
                open: 3,
                would_not_say: 1,
                not_met: 1
            }
        );
    }

    #[test]
    fn warnings_by_gravity() {
        let mut answers = Vec::new();
        for importance in [Helpful, NotForMe, Important, Essential] {
            answers.extend(Answer::ALL.map(|answer| (importance, answer)));
        }
        let (checklist, rules) = case(&answers);
        let warnings = warnings(&checklist, checklist.centres().first().unwrap(), &rules);
        let found: Vec<_> = warnings
            .iter()
            .map(|w| (w.kind, w.criterion.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                (WarningKind::EssentialNo, "18"),
                (WarningKind::EssentialWouldNotSay, "19"),
                (WarningKind::EssentialPartly, "17"),
                (WarningKind::WouldNotSay, "4"),
                (WarningKind::WouldNotSay, "14"),
            ]
        );
        assert_eq!(
            warnings
                .iter()
                .filter(|warning| warning.kind.is_grave())
                .count(),
            2
        );
    }

    #[test]
    fn answered_counts_what_matters() {
        let (checklist, rules) = case(&[
            (Essential, Yes),
            (Important, Partly),
            (Helpful, No),
            (Important, WouldNotSay),
            (Helpful, NotAsked),
            (NotForMe, Yes),
            (NotForMe, WouldNotSay),
        ]);
        assert_eq!(
            answered(&checklist, checklist.centres().first().unwrap(), &rules),
            Answered {
                answered: 3,
                asked: 4,
                of: 5
            }
        );
    }
}
