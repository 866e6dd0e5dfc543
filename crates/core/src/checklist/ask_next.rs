//! Which open question to ask next.
//!
//! An answer matters by what it can do to the comparisons of its centre with
//! the others that are still open; the model stands in `tally.rs`. Whatever the
//! answer, it only ever rules outcomes out: no pair that is decided becomes
//! undecided by it.

use super::limits::MAX_CENTRES;
use super::model::{CentreId, Checklist, CriterionId, Importance, Rule};
use super::tally::{TURNS_OUT, Tally, Verdict, tallies};

/// What the answer to an open question can do, in numbers of pairs of centres
/// of which nothing can be said yet. More is better to ask, the first number
/// before the second and the second before the third.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Pairs that one answer decides: the most that any answer does.
    pub decides: u32,
    /// Pairs where some answer rules out an outcome that is possible now.
    pub narrows: u32,
    /// Pairs where the answer can make a difference, be it together with other
    /// open answers. Questions at a centre that fails already have none.
    pub bears_on: u32,
}

/// An open question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// At which centre.
    pub centre: CentreId,
    /// Which question.
    pub criterion: CriterionId,
    /// How much it matters to the person.
    pub importance: Importance,
    /// What its answer can do.
    pub effect: Effect,
}

/// All open questions, the best to ask first: by [`Effect`], then by
/// importance, then in the order of the rules, then in the order of the
/// centres. Criteria that are *not for me* are left out. The rules are all that
/// count ([`Checklist::rules`]).
pub fn ask_next(checklist: &Checklist, rules: &[Rule]) -> Vec<Ask> {
    ask(checklist, rules, None)
}

/// The open questions at one centre, in the order of [`ask_next`]; none if the
/// centre is not there. The effect counts its pairs with all the others.
pub fn ask_next_for(checklist: &Checklist, centre: CentreId, rules: &[Rule]) -> Vec<Ask> {
    ask(checklist, rules, Some(centre))
}

fn ask(checklist: &Checklist, rules: &[Rule], only: Option<CentreId>) -> Vec<Ask> {
    let centres = checklist.centres();
    let tallies = tallies(checklist, rules);
    // The effect depends on the centre and the importance alone.
    let mut effects = Vec::new();
    for (place, tally) in tallies.iter().enumerate() {
        for importance in &Importance::ALL {
            effects.push(effect(&tallies, place, *tally, *importance));
        }
    }

    // Piles of equal effect and importance, the best first. Walking through the
    // rules and centres in order keeps each pile in order: no sort is needed.
    let mut piles: Vec<(u32, Vec<Ask>)> = Vec::new();
    for rule in rules {
        let importance = checklist.importance_of(rule);
        if importance == Importance::NotForMe {
            continue;
        }
        let of_this_importance = effects.iter().skip(importance as usize);
        let effects = of_this_importance.step_by(Importance::ALL.len());
        for (centre, effect) in centres.iter().zip(effects) {
            if only.is_some_and(|only| only != centre.id()) || !centre.answer(&rule.id).is_open() {
                continue;
            }
            let ask = Ask {
                centre: centre.id(),
                criterion: rule.id.clone(),
                importance,
                effect: *effect,
            };
            let rank = rank(*effect, importance);
            let pile = piles.iter().position(|(other, _)| *other <= rank);
            let pile = pile.unwrap_or(piles.len());
            match piles.get_mut(pile) {
                Some((other, asks)) if *other == rank => asks.push(ask),
                Some(_) | None => piles.insert(pile, (rank, vec![ask])),
            }
        }
    }
    let mut asks = Vec::new();
    for (_, pile) in &mut piles {
        asks.append(pile);
    }
    asks
}

/// A number that is greater for what is better to ask.
fn rank(effect: Effect, importance: Importance) -> u32 {
    // Each count of pairs is below the number of centres.
    const { assert!(MAX_CENTRES <= 256) };
    let Effect {
        decides,
        narrows,
        bears_on,
    } = effect;
    (((decides << 8) | narrows) << 8 | bears_on) << 2 | (3 - importance as u32)
}

/// What the answer to an open question of this importance at the centre in this
/// place, with its tally, can do.
fn effect(tallies: &[Tally], place: usize, asked: Tally, importance: Importance) -> Effect {
    let mut effect = Effect::default();
    if asked.open(importance) == 0 {
        return effect;
    }
    let mut decided = [0_u32; 3];
    for (other_place, other) in tallies.iter().enumerate() {
        let now = asked.possible(*other);
        if other_place == place || now.verdict() != Verdict::Open {
            continue;
        }
        let mut narrows = false;
        for (answer, decided) in TURNS_OUT.iter().zip(&mut decided) {
            let then = asked.settled(importance, *answer).possible(*other);
            narrows |= then != now;
            *decided += u32::from(then.verdict() != Verdict::Open);
        }
        effect.narrows += u32::from(narrows);
        effect.bears_on += u32::from(asked.bears_on(*other, importance));
    }
    for decided in &decided {
        effect.decides = effect.decides.max(*decided);
    }
    effect
}
