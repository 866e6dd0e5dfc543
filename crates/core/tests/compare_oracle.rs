//! The comparison against an oracle that tries every way in which the open
//! answers can turn out, on thousands of small random checklists.
//!
//! The oracle follows the words of the model and nothing else: it knows neither
//! tallies nor ranges of points.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod documents;

use documents::{Cell, Row, document, id};
use hipec_core::checklist::{
    Action, Answer, CentreId, Importance, Overview, Possible, Power, Reason, Side, TurnKind,
    Verdict, ask_next, ask_next_for, compare, overview, range, update, verdict,
};

const ANSWERS: [Answer; 3] = [Answer::Yes, Answer::Partly, Answer::No];
/// How many checklists are tried.
const CASES: u64 = 4_000;

/// Random numbers that are the same on every machine (SplitMix64).
struct Dice(u64);

impl Dice {
    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap()
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A random table: up to four criteria, the last of them perhaps own.
fn random(dice: &mut Dice) -> (usize, Vec<Row>) {
    let centres = 2 + dice.below(2);
    let rows = 1 + dice.below(4);
    let own = dice.below(3).min(rows);
    // Few open answers make sure verdicts, many make open ones.
    let open_of_ten = dice.below(8);
    let rows = (0..rows).map(|n| Row {
        content: (n + own < rows).then(|| dice.one_of(&Importance::ALL)),
        chosen: (dice.below(3) == 0).then(|| dice.one_of(&Importance::ALL)),
        cells: (0..centres)
            .map(|_| {
                if dice.below(10) >= open_of_ten {
                    return Cell::One(dice.one_of(&ANSWERS));
                }
                match dice.below(4) {
                    0 => Cell::One(Answer::WouldNotSay),
                    1 => Cell::Two(Answer::Yes, Answer::No),
                    _ => Cell::One(Answer::NotAsked),
                }
            })
            .collect(),
    });
    let rows = rows.collect();
    (centres, rows)
}

/// What two centres come to once everything has been answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    First,
    Second,
    Even,
    BothFail,
}

/// The table as the oracle sees it: `None` is open.
struct Table {
    importance: Vec<Importance>,
    /// By centre, then by criterion.
    answers: Vec<Vec<Option<Answer>>>,
}

impl Table {
    fn of(centres: usize, rows: &[Row]) -> Self {
        let importance = rows
            .iter()
            .map(|row| row.chosen.or(row.content).unwrap_or(Importance::Important))
            .collect();
        let answer = |cell: Cell| match cell {
            Cell::One(answer) => ANSWERS.contains(&answer).then_some(answer),
            Cell::Two(..) => None,
        };
        let answers = (0..centres)
            .map(|centre| rows.iter().map(|row| answer(row.cells[centre])).collect())
            .collect();
        Self {
            importance,
            answers,
        }
    }

    /// The open questions at these centres, as centre and criterion.
    fn open(&self, centres: &[usize]) -> Vec<(usize, usize)> {
        let mut open = Vec::new();
        for criterion in 0..self.importance.len() {
            for &centre in centres {
                if self.answers[centre][criterion].is_none() {
                    open.push((centre, criterion));
                }
            }
        }
        open
    }

    fn fails(&self, answers: &[Answer]) -> bool {
        self.importance
            .iter()
            .zip(answers)
            .any(|it| it == (&Importance::Essential, &Answer::No))
    }

    /// In half-points.
    fn points(&self, answers: &[Answer]) -> u32 {
        let points = |(importance, answer): (&Importance, &Answer)| {
            let weight = match importance {
                Importance::Important => 2,
                Importance::Helpful => 1,
                Importance::Essential | Importance::NotForMe => 0,
            };
            let share = match answer {
                Answer::Yes => 2,
                Answer::Partly => 1,
                Answer::No => 0,
                Answer::NotAsked | Answer::WouldNotSay => unreachable!("answered"),
            };
            weight * share
        };
        self.importance.iter().zip(answers).map(points).sum()
    }

    fn outcome(&self, first: &[Answer], second: &[Answer]) -> Outcome {
        match (self.fails(first), self.fails(second)) {
            (true, true) => Outcome::BothFail,
            (false, true) => Outcome::First,
            (true, false) => Outcome::Second,
            (false, false) => match self.points(first).cmp(&self.points(second)) {
                std::cmp::Ordering::Greater => Outcome::First,
                std::cmp::Ordering::Less => Outcome::Second,
                std::cmp::Ordering::Equal => Outcome::Even,
            },
        }
    }

    /// Calls `each` with the answers of all centres for each of the `3^open`
    /// ways these questions can turn out. In the `n`th, the digits of `n` to the
    /// base of three say how, those of the first question the lowest.
    fn complete(&self, open: &[(usize, usize)], mut each: impl FnMut(&[Vec<Answer>])) {
        let mut all: Vec<Vec<Answer>> = self
            .answers
            .iter()
            .map(|answers| answers.iter().map(|it| it.unwrap_or(Answer::No)).collect())
            .collect();
        for n in 0..3_usize.pow(u32::try_from(open.len()).unwrap()) {
            let mut rest = n;
            for &(centre, criterion) in open {
                all[centre][criterion] = ANSWERS[rest % 3];
                rest /= 3;
            }
            each(&all);
        }
    }

    fn every_outcome(&self, first: usize, second: usize) -> Every {
        let open = self.open(&[first, second]);
        let mut outcomes = Vec::new();
        self.complete(&open, |all| {
            outcomes.push(self.outcome(&all[first], &all[second]));
        });
        Every { open, outcomes }
    }
}

/// The outcome of every completion of a pair.
struct Every {
    open: Vec<(usize, usize)>,
    outcomes: Vec<Outcome>,
}

impl Every {
    fn possible(&self) -> Possible {
        collect(self.outcomes.iter().copied())
    }

    fn is_open(&self) -> bool {
        verdict_of(self.possible()) == Verdict::Open
    }

    /// What remains possible if this open question is answered so.
    fn possible_after(&self, question: usize, answer: usize) -> Possible {
        let step = 3_usize.pow(u32::try_from(question).unwrap());
        let given = (0..self.outcomes.len()).filter(|n| n / step % 3 == answer);
        collect(given.map(|n| self.outcomes[n]))
    }

    /// Whether there is a completion of the others with which the answer to
    /// this question makes a difference.
    fn matters(&self, question: usize) -> bool {
        let step = 3_usize.pow(u32::try_from(question).unwrap());
        (0..self.outcomes.len()).any(|n| {
            let with_yes = n - (n / step % 3) * step;
            self.outcomes[n] != self.outcomes[with_yes]
        })
    }

    fn power(&self, question: usize) -> Option<Power> {
        let after = [0, 1, 2].map(|answer| self.possible_after(question, answer));
        if !self.is_open() {
            None
        } else if after.iter().any(|it| verdict_of(*it) != Verdict::Open) {
            Some(Power::Decides)
        } else if after.iter().any(|it| *it != self.possible()) {
            Some(Power::Narrows)
        } else {
            self.matters(question).then_some(Power::Together)
        }
    }
}

fn collect(outcomes: impl Iterator<Item = Outcome>) -> Possible {
    let mut possible = Possible {
        first: false,
        second: false,
        even: false,
        both_fail: false,
    };
    for outcome in outcomes {
        match outcome {
            Outcome::First => possible.first = true,
            Outcome::Second => possible.second = true,
            Outcome::Even => possible.even = true,
            Outcome::BothFail => possible.both_fail = true,
        }
    }
    possible
}

fn verdict_of(possible: Possible) -> Verdict {
    let all = [
        (possible.first, Verdict::Surely(Side::First)),
        (possible.second, Verdict::Surely(Side::Second)),
        (possible.even, Verdict::Even),
        (possible.both_fail, Verdict::BothFail),
    ];
    let mut all = all.into_iter().filter(|(possible, _)| *possible);
    match (all.next(), all.next()) {
        (Some((_, only)), None) => only,
        _ => Verdict::Open,
    }
}

/// Calls `check` with thousands of checklists.
fn every_case(mut check: impl FnMut(usize, &[Row], &Table)) {
    for seed in 0..CASES {
        let (centres, rows) = random(&mut Dice(seed));
        check(centres, &rows, &Table::of(centres, &rows));
    }
}

fn pairs(centres: usize) -> Vec<(usize, usize)> {
    let all = (0..centres).flat_map(|a| (0..centres).map(move |b| (a, b)));
    all.filter(|(a, b)| a != b).collect()
}

fn centre_id(centre: usize) -> CentreId {
    CentreId::from_number(u32::try_from(centre + 1).unwrap())
}

#[test]
fn the_random_cases_meet_every_verdict_often() {
    let mut counts = [0; 5];
    every_case(|_, _, table| {
        let place = match verdict_of(table.every_outcome(0, 1).possible()) {
            Verdict::Surely(Side::First) => 0,
            Verdict::Surely(Side::Second) => 1,
            Verdict::Even => 2,
            Verdict::BothFail => 3,
            Verdict::Open => 4,
        };
        counts[place] += 1;
    });
    assert!(counts.iter().all(|count| *count > 100), "{counts:?}");
}

#[test]
fn the_range_is_the_least_and_the_most_of_all_completions() {
    every_case(|centres, rows, table| {
        let (checklist, rules) = document(centres, rows);
        for centre in 0..centres {
            let open = table.open(&[centre]);
            let mut all = Vec::new();
            table.complete(&open, |answers| all.push(table.points(&answers[centre])));
            let most = table.points(&vec![Answer::Yes; rows.len()]);
            let expected = (most > 0).then(|| {
                let (low, high) = (all.iter().min().unwrap(), all.iter().max().unwrap());
                (*low, *high, most)
            });
            let range = range(&checklist, &checklist.centres()[centre], &rules);
            assert_eq!(range.map(|it| (it.low, it.high, it.out_of)), expected);
        }
    });
}

#[test]
fn what_is_possible_and_on_what_it_depends() {
    every_case(|centres, rows, table| {
        let (checklist, rules) = document(centres, rows);
        for (a, b) in pairs(centres) {
            let every = table.every_outcome(a, b);
            let (first, second) = (&checklist.centres()[a], &checklist.centres()[b]);
            let compared = compare(&checklist, first, second, &rules);
            assert_eq!(compared.possible, every.possible(), "{rows:?} {a} {b}");
            assert_eq!(compared.verdict, verdict_of(every.possible()));
            assert_eq!(
                verdict(&checklist, first, second, &rules),
                verdict_of(every.possible())
            );

            let expected: Vec<_> = every
                .open
                .iter()
                .enumerate()
                .filter_map(|(n, &(centre, criterion))| {
                    Some((centre_id(centre), id(criterion, rows), every.power(n)?))
                })
                .collect();
            let found: Vec<_> = compared
                .depends_on
                .iter()
                .map(|it| (it.centre, it.criterion.clone(), it.power))
                .collect();
            assert_eq!(found, expected, "{rows:?} {a} {b}");
            assert_eq!(found.is_empty(), compared.verdict != Verdict::Open);
        }
    });
}

#[test]
fn the_reason_proves_the_verdict() {
    every_case(|centres, rows, table| {
        let (checklist, rules) = document(centres, rows);
        for (a, b) in pairs(centres) {
            let (first, second) = (&checklist.centres()[a], &checklist.centres()[b]);
            let compared = compare(&checklist, first, second, &rules);
            let Verdict::Surely(side) = compared.verdict else {
                assert_eq!(compared.reason, None);
                continue;
            };
            let (ahead, behind) = match side {
                Side::First => (a, b),
                Side::Second => (b, a),
            };
            // It can't fail itself.
            for (importance, answer) in table.importance.iter().zip(&table.answers[ahead]) {
                if *importance == Importance::Essential {
                    assert!(matches!(answer, Some(Answer::Yes | Answer::Partly)));
                }
            }
            let refused: Vec<_> = (0..rows.len())
                .filter(|&n| {
                    table.importance[n] == Importance::Essential
                        && table.answers[behind][n] == Some(Answer::No)
                })
                .map(|n| id(n, rows))
                .collect();
            match compared.reason.unwrap() {
                Reason::Essentials(which) => {
                    assert!(!which.is_empty());
                    assert_eq!(*which, *refused);
                }
                Reason::Points { ahead, behind } => {
                    assert_eq!(refused, []);
                    assert!(ahead.low > behind.high);
                    assert_eq!(ahead.out_of, behind.out_of);
                }
            }
        }
    });
}

#[test]
fn turns_are_those_that_recomputing_finds() {
    every_case(|centres, rows, table| {
        let (checklist, rules) = document(centres, rows);
        let (first, second) = (&checklist.centres()[0], &checklist.centres()[1]);
        let compared = compare(&checklist, first, second, &rules);
        let now = verdict_of(table.every_outcome(0, 1).possible());
        let mut expected = Vec::new();
        for criterion in 0..rows.len() {
            for importance in Importance::ALL {
                if importance == table.importance[criterion] {
                    continue;
                }
                let mut changed = rows.to_vec();
                changed[criterion].chosen = Some(importance);
                let then = verdict_of(Table::of(centres, &changed).every_outcome(0, 1).possible());
                let kind = match (now, then) {
                    (Verdict::Surely(now), Verdict::Surely(then)) if now == then => continue,
                    (Verdict::Surely(_), Verdict::Surely(_)) => TurnKind::TurnsRound,
                    (Verdict::Surely(_), _) => TurnKind::Unsettles(then),
                    (_, Verdict::Surely(side)) => TurnKind::Settles(side),
                    _ => continue,
                };
                expected.push((id(criterion, rows), importance, kind));
            }
        }
        let found: Vec<_> = compared
            .turns
            .into_iter()
            .map(|turn| (turn.criterion, turn.importance, turn.kind))
            .collect();
        assert_eq!(found, expected, "{rows:?}");
    });
}

#[test]
fn the_overview_counts_every_pair_once() {
    every_case(|centres, rows, table| {
        let (checklist, rules) = document(centres, rows);
        let mut expected = Overview::default();
        for a in 0..centres {
            let mut behind = Vec::new();
            for b in 0..centres {
                if a == b {
                    continue;
                }
                let verdict = verdict_of(table.every_outcome(a, b).possible());
                if verdict == Verdict::Surely(Side::First) {
                    behind.push(centre_id(b));
                }
                if a < b {
                    let count = match verdict {
                        Verdict::Surely(_) => &mut expected.surely,
                        Verdict::Even => &mut expected.even,
                        Verdict::BothFail => &mut expected.both_fail,
                        Verdict::Open => &mut expected.open,
                    };
                    *count += 1;
                }
            }
            if behind.len() == centres - 1 {
                expected.ahead_of_all = Some(centre_id(a));
            }
            expected.ahead.push((centre_id(a), behind));
        }
        assert_eq!(overview(&checklist, &rules), expected, "{rows:?}");
    });
}

#[test]
fn ask_next_is_ordered_by_what_the_answers_can_do() {
    every_case(|centres, rows, table| {
        let (checklist, rules) = document(centres, rows);
        let all: Vec<usize> = (0..centres).collect();
        let mut expected = Vec::new();
        for (centre, criterion) in table.open(&all) {
            let importance = table.importance[criterion];
            if importance == Importance::NotForMe {
                continue;
            }
            let (mut decides, mut narrows, mut bears_on) = ([0_u32; 3], 0_u32, 0_u32);
            for other in 0..centres {
                if other == centre {
                    continue;
                }
                let every = table.every_outcome(centre, other);
                if !every.is_open() {
                    continue;
                }
                let asked = |it: &(usize, usize)| *it == (centre, criterion);
                let question = every.open.iter().position(asked).unwrap();
                let after = [0, 1, 2].map(|answer| every.possible_after(question, answer));
                for (count, after) in decides.iter_mut().zip(after) {
                    *count += u32::from(verdict_of(after) != Verdict::Open);
                }
                narrows += u32::from(after.iter().any(|it| *it != every.possible()));
                bears_on += u32::from(every.matters(question));
            }
            let effect = (*decides.iter().max().unwrap(), narrows, bears_on);
            let place = (criterion, centre);
            expected.push((std::cmp::Reverse(effect), importance, place));
        }
        expected.sort();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(effect, importance, (criterion, centre))| {
                let effect = effect.0;
                (centre_id(centre), id(criterion, rows), importance, effect)
            })
            .collect();
        let plain = |asks: Vec<hipec_core::checklist::Ask>| -> Vec<_> {
            let plain = asks.into_iter().map(|ask| {
                let effect = (ask.effect.decides, ask.effect.narrows, ask.effect.bears_on);
                (ask.centre, ask.criterion, ask.importance, effect)
            });
            plain.collect()
        };
        assert_eq!(plain(ask_next(&checklist, &rules)), expected, "{rows:?}");
        for centre in all {
            let of_centre = expected.iter().filter(|it| it.0 == centre_id(centre));
            assert_eq!(
                plain(ask_next_for(&checklist, centre_id(centre), &rules)),
                of_centre.cloned().collect::<Vec<_>>(),
                "{rows:?}"
            );
        }
    });
}

#[test]
fn answering_never_leaves_more_undecided() {
    every_case(|centres, rows, _| {
        let (mut checklist, rules) = document(centres, rows);
        let undecided = |checklist: &hipec_core::checklist::Checklist| -> Vec<(usize, usize)> {
            let centres = checklist.centres();
            let open = pairs(centres.len()).into_iter().filter(|&(a, b)| {
                verdict(checklist, &centres[a], &centres[b], &rules) == Verdict::Open
            });
            open.collect()
        };
        // Down to the last question, so that ever fuller lists are met.
        while let Some(ask) = ask_next(&checklist, &rules).into_iter().next() {
            let before = undecided(&checklist);
            let mut decided = 0;
            let mut next = checklist.clone();
            for answer in ANSWERS {
                let mut answered = checklist.clone();
                let action = Action::SetAnswer {
                    centre: ask.centre,
                    criterion: ask.criterion.clone(),
                    answer,
                    on: None,
                };
                update(&mut answered, action).unwrap();
                let after = undecided(&answered);
                assert!(after.iter().all(|pair| before.contains(pair)), "{rows:?}");
                decided = decided.max((before.len() - after.len()) / 2);
                next = answered;
            }
            // The effect that was promised is the one that came true.
            assert_eq!(usize::try_from(ask.effect.decides), Ok(decided), "{rows:?}");
            checklist = next;
        }
        assert_eq!(undecided(&checklist), []);
    });
}
