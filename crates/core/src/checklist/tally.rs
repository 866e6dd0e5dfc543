//! What two centres can still come to: exact, and without trying every case.
//!
//! # The model
//!
//! An open answer (*not asked*, *would not say*, two lists that disagree) may
//! turn out *yes*, *partly* or *no*. Once all have turned out one way or
//! another, a centre **fails** if the answer to any essential is *no*; *partly*
//! on an essential is a notice and no failure. Two centres then compare so:
//!
//! ```text
//! one fails           the other meets more
//! both fail           neither will do
//! none fails          more points meet more; equal points are even
//! ```
//!
//! Points are those of the range: *important* 2, *helpful* 1, half of it for
//! *partly*, counted in half-points so that they are whole numbers.
//!
//! # Why a tally is enough
//!
//! Which of these outcomes are possible, over all ways the open answers can
//! turn out, follows from a few counts for each centre:
//!
//! - A centre can pass unless an essential is *no* already; it can fail if one
//!   is *no* or open. Essentials carry no points, and every answer is given at
//!   one centre only, so passing, failing and points of both centres combine
//!   freely.
//! - Each open *important* answer adds 0, 2 or 4 half-points at its centre, each
//!   open *helpful* one 0, 1 or 2. So the difference of points, first less
//!   second, goes from `low₁ - high₂` to `high₁ - low₂`, and both ends occur.
//! - Even needs a difference of exactly 0. With a helpful answer open at either
//!   centre every whole number between the ends occurs: its three values in a
//!   row, moved in steps of two by the important ones and in steps of one by
//!   the other helpful ones, leave no gap. With only important ones open the
//!   difference moves in steps of two, so every second number occurs, counted
//!   from either end: 0 does if the ends are even. With nothing open the ends
//!   are one number, and the same test decides.

use super::model::{Answer, Centre, Checklist, Importance, Rule};
use super::range::full_points;

/// One of the two centres that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one named first.
    First,
    /// The one named second.
    Second,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// What can be said about two centres as they stand now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This one meets more of what matters, whatever the open answers turn out
    /// to be.
    Surely(Side),
    /// Both meet equally much, and nothing that is open can change it.
    Even,
    /// Both answered *no* to an essential, the same one or not.
    BothFail,
    /// No clear difference yet: it depends on what is still open.
    Open,
}

/// The outcomes that are possible, over all ways the open answers can turn
/// out. At least one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Possible {
    /// The first meets more.
    pub first: bool,
    /// The second meets more.
    pub second: bool,
    /// Both pass, with equal points.
    pub even: bool,
    /// Both fail an essential.
    pub both_fail: bool,
}

impl Possible {
    /// What can be said: the outcome if only one is possible, else
    /// [`Verdict::Open`].
    pub fn verdict(self) -> Verdict {
        match (self.first, self.second, self.even, self.both_fail) {
            (true, false, false, false) => Verdict::Surely(Side::First),
            (false, true, false, false) => Verdict::Surely(Side::Second),
            (false, false, true, false) => Verdict::Even,
            (false, false, false, true) => Verdict::BothFail,
            _ => Verdict::Open,
        }
    }
}

/// The ways in which an open question can turn out.
pub(super) const TURNS_OUT: [Answer; 3] = [Answer::Yes, Answer::Partly, Answer::No];

/// What comparing needs to know about one centre. Make one for each centre and
/// compare as many pairs as you like.
///
/// The counts are signed only so that one can be taken off as it was put on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Essentials answered *no*.
    essential_no: i32,
    /// Essentials still open.
    essential_open: i32,
    /// Important criteria still open.
    important_open: i32,
    /// Helpful criteria still open.
    helpful_open: i32,
    /// Half-points if every open answer turns out *no*.
    low: i32,
}

impl Tally {
    /// Counts the answers of a centre.
    pub fn of(checklist: &Checklist, centre: &Centre, rules: &[Rule]) -> Self {
        let mut tally = Self::default();
        for rule in rules {
            tally.count(checklist.importance_of(rule), centre.answer(&rule.id), 1);
        }
        tally
    }

    /// Puts one answer on (`times` 1) or takes it off again (`times` -1).
    fn count(&mut self, importance: Importance, answer: Answer, times: i32) {
        if answer.is_open() {
            match importance {
                Importance::Essential => self.essential_open += times,
                Importance::Important => self.important_open += times,
                Importance::Helpful => self.helpful_open += times,
                Importance::NotForMe => {}
            }
            return;
        }
        if importance == Importance::Essential && answer == Answer::No {
            self.essential_no += times;
        }
        let full = full_points(importance).unwrap_or(0).cast_signed();
        self.low += times
            * match answer {
                Answer::Yes => full,
                Answer::Partly => full / 2,
                Answer::No | Answer::NotAsked | Answer::WouldNotSay => 0,
            };
    }

    /// As it would be if an open question of this importance turned out so.
    pub(super) fn settled(mut self, importance: Importance, answer: Answer) -> Self {
        self.count(importance, Answer::NotAsked, -1);
        self.count(importance, answer, 1);
        self
    }

    /// As it would be if a criterion with this answer had another importance.
    pub(super) fn reweighed(mut self, answer: Answer, from: Importance, to: Importance) -> Self {
        self.count(from, answer, -1);
        self.count(to, answer, 1);
        self
    }

    /// How many questions of this importance are open.
    pub(super) fn open(self, importance: Importance) -> i32 {
        match importance {
            Importance::Essential => self.essential_open,
            Importance::Important => self.important_open,
            Importance::Helpful => self.helpful_open,
            Importance::NotForMe => 0,
        }
    }

    fn can_pass(self) -> bool {
        self.essential_no == 0
    }

    fn can_fail(self) -> bool {
        self.essential_no + self.essential_open > 0
    }

    /// Half-points if every open answer turns out *yes*.
    fn high(self) -> i32 {
        self.low + 4 * self.important_open + 2 * self.helpful_open
    }

    /// What this centre, as the first, and another can still come to.
    pub fn possible(self, second: Self) -> Possible {
        let (least, most) = (self.low - second.high(), self.high() - second.low);
        let both_can_pass = self.can_pass() && second.can_pass();
        let every_number = self.helpful_open + second.helpful_open > 0;
        Possible {
            // A second that cannot fail passes, and then the points decide.
            first: self.can_pass() && (second.can_fail() || most > 0),
            second: second.can_pass() && (self.can_fail() || least < 0),
            even: both_can_pass && least <= 0 && most >= 0 && (every_number || least % 2 == 0),
            both_fail: self.can_fail() && second.can_fail(),
        }
    }

    /// What can be said about this centre, as the first, and another.
    pub fn verdict(self, second: Self) -> Verdict {
        self.possible(second).verdict()
    }

    /// Whether the answer to an open question of this importance at this centre
    /// can make a difference to what the two come to: whether there is a way
    /// the other open answers can turn out with which one answer to it leads to
    /// another outcome than another answer.
    ///
    /// An essential: *no* makes this centre fail. That is no news exactly if it
    /// could neither meet more nor be even anyhow.
    ///
    /// One with points: both must be able to pass. The other open answers must
    /// then be able to bring the difference to a number `r` with
    /// `r <= 0 <= r + full`, where `full` (2 or 4) is what *yes* earns: the
    /// outcome changes between the two. Over the rest, `r` goes from `least` to
    /// `most - full` in steps of at most two, and three numbers or more lie
    /// between `-full` and 0, so one is met exactly if `least <= 0 <= most`. At
    /// the second centre it is the same with the signs turned.
    pub(super) fn bears_on(self, other: Self, importance: Importance) -> bool {
        match importance {
            Importance::Essential => {
                let possible = self.possible(other);
                possible.first || possible.even
            }
            Importance::Important | Importance::Helpful => {
                self.can_pass()
                    && other.can_pass()
                    && self.low <= other.high()
                    && other.low <= self.high()
            }
            Importance::NotForMe => false,
        }
    }
}

/// The tally of every centre, in their order.
pub(super) fn tallies(checklist: &Checklist, rules: &[Rule]) -> Vec<Tally> {
    let mut tallies = Vec::new();
    for centre in checklist.centres() {
        tallies.push(Tally::of(checklist, centre, rules));
    }
    tallies
}
