//! What was known on the day of the decision.

use super::model::{Answer, Checklist, Importance, Record, Rule, Standing};
use super::range::{answered, range};
use crate::date::Date;

/// How every centre stands on this day, to be kept with the decision: answers
/// that come later do not change what the decision was made on. The rules are
/// all that count ([`Checklist::rules`]); criteria that are *not for me* are
/// left out.
pub fn record(checklist: &Checklist, rules: &[Rule], on: Date) -> Record {
    let mut standings = Vec::new();
    for centre in checklist.centres() {
        let counts = answered(checklist, centre, rules);
        let mut unmet = Vec::new();
        let mut open = Vec::new();
        let mut open_essentials = 0;
        for rule in rules {
            let importance = checklist.importance_of(rule);
            let id = rule.id.clone();
            match (centre.answer(&rule.id), importance) {
                (_, Importance::NotForMe) => {}
                (Answer::NotAsked | Answer::WouldNotSay, Importance::Essential) => {
                    open.insert(open_essentials, id);
                    open_essentials += 1;
                }
                (Answer::NotAsked | Answer::WouldNotSay, _) => open.push(id),
                (Answer::Partly | Answer::No, Importance::Essential) => unmet.push(id),
                (Answer::Yes | Answer::Partly | Answer::No, _) => {}
            }
        }
        standings.push(Standing {
            name: centre.name().into(),
            answered: counts.answered,
            of: counts.of,
            range: range(checklist, centre, rules)
                .map(|range| (range.low_percent(), range.high_percent())),
            unmet: unmet.into(),
            open: open.into(),
        });
    }
    Record {
        on,
        standings: standings.into(),
    }
}
