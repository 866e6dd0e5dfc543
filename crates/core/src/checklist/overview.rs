//! What can be said about all centres together.

use super::model::{CentreId, Checklist, Rule};
use super::tally::{Side, Verdict, tallies};

/// How all centres compare with each other. Each pair counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Pairs of which one surely meets more.
    pub surely: u32,
    /// Pairs that are even whatever turns out.
    pub even: u32,
    /// Pairs of which both fail an essential.
    pub both_fail: u32,
    /// Pairs of which nothing can be said yet.
    pub open: u32,
    /// The centre that surely meets more than every other one, if there are
    /// others and one does.
    pub ahead_of_all: Option<CentreId>,
    /// For each centre, in the order of the list, those than which it surely
    /// meets more, in the same order.
    pub ahead: Vec<(CentreId, Vec<CentreId>)>,
}

/// Compares every centre with every other. The rules are all that count
/// ([`Checklist::rules`]).
pub fn overview(checklist: &Checklist, rules: &[Rule]) -> Overview {
    let centres = checklist.centres();
    let tallies = tallies(checklist, rules);
    let mut overview = Overview::default();
    for (place, (centre, tally)) in centres.iter().zip(&tallies).enumerate() {
        let mut behind = Vec::new();
        for (other_place, (other, other_tally)) in centres.iter().zip(&tallies).enumerate() {
            if place == other_place {
                continue;
            }
            match tally.verdict(*other_tally) {
                Verdict::Surely(Side::First) => behind.push(other.id()),
                // Counted from the other side.
                Verdict::Surely(Side::Second) => overview.surely += 1,
                Verdict::Even => overview.even += 1,
                Verdict::BothFail => overview.both_fail += 1,
                Verdict::Open => overview.open += 1,
            }
        }
        if behind.len() + 1 == centres.len() && !behind.is_empty() {
            overview.ahead_of_all = Some(centre.id());
        }
        overview.ahead.push((centre.id(), behind));
    }
    // These were met from both sides.
    overview.even /= 2;
    overview.both_fail /= 2;
    overview.open /= 2;
    overview
}
