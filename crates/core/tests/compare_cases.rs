//! The comparison in the cases that its words speak of, by name.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod documents;

use Answer::{No, NotAsked, Partly, WouldNotSay, Yes};
use Importance::{Essential, Helpful, Important, NotForMe};
use documents::{Cell, Row, document};
use hipec_core::checklist::{
    Answer, Checklist, Importance, Power, Reason, Rule, Side, TurnKind, Verdict, ask_next,
    ask_next_for, compare, overview, record, verdict,
};
use hipec_core::date::Date;

const FIRST: Verdict = Verdict::Surely(Side::First);
const SECOND: Verdict = Verdict::Surely(Side::Second);

/// A row of content whose importance nobody changed.
fn row(importance: Importance, answers: &[Answer]) -> Row {
    Row {
        content: Some(importance),
        chosen: None,
        cells: answers.iter().copied().map(Cell::One).collect(),
    }
}

/// A checklist of criteria `c0`, `c1` and so on, one for each line.
fn table<const N: usize>(lines: &[(Importance, [Answer; N])]) -> (Checklist, Vec<Rule>) {
    let rows: Vec<_> = lines
        .iter()
        .map(|(it, answers)| row(*it, answers))
        .collect();
    document(N, &rows)
}

#[track_caller]
fn check_verdict(lines: &[(Importance, [Answer; 2])], expected: Verdict) {
    let (checklist, rules) = table(lines);
    let centres = checklist.centres();
    assert_eq!(
        verdict(&checklist, &centres[0], &centres[1], &rules),
        expected
    );
}

#[test]
fn an_essential_gates_whatever_the_points() {
    let pleasant = (Important, [Yes, No]);
    check_verdict(&[(Essential, [No, Yes]), pleasant, pleasant], SECOND);
    check_verdict(&[(Essential, [Partly, Yes]), pleasant], FIRST);
    check_verdict(&[(Essential, [No, Partly]), pleasant], SECOND);
    check_verdict(&[(Essential, [No, No]), pleasant], Verdict::BothFail);
    check_verdict(
        &[(Essential, [No, Yes]), (Essential, [Yes, No])],
        Verdict::BothFail,
    );
    // The first may fail as well, or meet more.
    check_verdict(&[(Essential, [NotAsked, No])], Verdict::Open);
    check_verdict(&[(Essential, [WouldNotSay, Yes]), pleasant], Verdict::Open);
    // The second may fail, but then the first meets more all the same.
    check_verdict(&[(Essential, [Yes, WouldNotSay]), pleasant], FIRST);
}

#[test]
fn points_are_compared_at_their_ends() {
    check_verdict(&[(Important, [Yes, NotAsked])], Verdict::Open);
    check_verdict(&[(Important, [Yes, NotAsked]), (Helpful, [Yes, No])], FIRST);
    check_verdict(&[(Important, [Yes, Partly])], FIRST);
    check_verdict(&[(Important, [No, Yes]), (Helpful, [Yes, No])], SECOND);
    // Half of an important one is a whole helpful one.
    check_verdict(
        &[(Important, [Partly, No]), (Helpful, [No, Yes])],
        Verdict::Even,
    );
    check_verdict(&[(Helpful, [Partly, No])], FIRST);
}

#[test]
fn what_does_not_matter_decides_nothing() {
    check_verdict(&[], Verdict::Even);
    check_verdict(&[(NotForMe, [Yes, No])], Verdict::Even);
    check_verdict(&[(NotForMe, [NotAsked, NotAsked])], Verdict::Even);
    check_verdict(&[(Essential, [Yes, Partly])], Verdict::Even);
    check_verdict(&[(Important, [NotAsked, NotAsked])], Verdict::Open);
}

#[test]
fn two_lists_that_disagree_are_open() {
    let mut disputed = row(Important, &[Yes, No]);
    disputed.cells[0] = Cell::Two(Yes, No);
    let (checklist, rules) = document(2, &[disputed]);
    let centres = checklist.centres();
    let compared = compare(&checklist, &centres[0], &centres[1], &rules);
    assert_eq!(compared.verdict, Verdict::Open);
    assert!(compared.possible.first && compared.possible.even && !compared.possible.second);
    assert_eq!(ask_next(&checklist, &rules).len(), 1);
}

#[test]
fn important_answers_alone_do_not_make_even_what_is_half_a_helpful_one_apart() {
    // 1 half-point ahead, and an important one open at the other: 0, 2 or 4.
    let (checklist, rules) = table(&[(Helpful, [Partly, No]), (Important, [No, NotAsked])]);
    let centres = checklist.centres();
    let compared = compare(&checklist, &centres[0], &centres[1], &rules);
    assert!(compared.possible.first && compared.possible.second && !compared.possible.even);
}

#[test]
fn the_reason_names_the_essentials_before_the_points() {
    let (checklist, rules) = table(&[
        (Important, [Yes, No]),
        (Essential, [Yes, No]),
        (Essential, [Partly, Yes]),
        (Essential, [Yes, No]),
    ]);
    let centres = checklist.centres();
    let compared = compare(&checklist, &centres[1], &centres[0], &rules);
    assert_eq!(compared.verdict, SECOND);
    assert_eq!(
        compared.reason,
        Some(Reason::Essentials(["c1".into(), "c3".into()].into()))
    );

    let (checklist, rules) = table(&[(Important, [Yes, No]), (Helpful, [No, NotAsked])]);
    let centres = checklist.centres();
    let compared = compare(&checklist, &centres[0], &centres[1], &rules);
    let Some(Reason::Points { ahead, behind }) = compared.reason else {
        panic!("{:?}", compared.reason);
    };
    assert_eq!((ahead.low, ahead.high, ahead.out_of), (4, 4, 6));
    assert_eq!((behind.low, behind.high, behind.out_of), (0, 2, 6));
}

#[track_caller]
fn check_depends(lines: &[(Importance, [Answer; 2])], expected: &[(u32, &str, Power)]) {
    let (checklist, rules) = table(lines);
    let centres = checklist.centres();
    let compared = compare(&checklist, &centres[0], &centres[1], &rules);
    let found: Vec<_> = compared
        .depends_on
        .iter()
        .map(|it| (it.centre.number(), it.criterion.as_str(), it.power))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn on_what_it_depends() {
    use Power::{Decides, Narrows, Together};
    // One question left: its answer decides.
    check_depends(&[(Important, [Yes, NotAsked])], &[(2, "c0", Decides)]);
    // A *no* to the essential decides for the other. The helpful one can only
    // rule out a lead (*no*) or a draw (*yes*) as long as the essential is open.
    check_depends(
        &[(Helpful, [NotAsked, No]), (Essential, [NotAsked, Yes])],
        &[(1, "c0", Narrows), (1, "c1", Decides)],
    );
    // Nothing is known: each answer moves the scales, none tips them alone.
    let unknown = (Important, [NotAsked, NotAsked]);
    check_depends(
        &[unknown, unknown],
        &[
            (1, "c0", Together),
            (2, "c0", Together),
            (1, "c1", Together),
            (2, "c1", Together),
        ],
    );
    // What is not for them, or cannot matter because the centre fails already.
    check_depends(
        &[
            (Essential, [No, NotAsked]),
            (NotForMe, [NotAsked, NotAsked]),
            (Important, [NotAsked, NotAsked]),
            (Essential, [NotAsked, Yes]),
        ],
        &[(2, "c0", Decides)],
    );
}

#[track_caller]
fn check_turns(lines: &[(Importance, [Answer; 2])], expected: &[(&str, Importance, TurnKind)]) {
    let (checklist, rules) = table(lines);
    let centres = checklist.centres();
    let compared = compare(&checklist, &centres[0], &centres[1], &rules);
    let found: Vec<_> = compared
        .turns
        .iter()
        .map(|it| (it.criterion.as_str(), it.importance, it.kind))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_would_turn_it_round() {
    use TurnKind::{Settles, TurnsRound, Unsettles};
    check_turns(
        &[(Important, [Yes, No]), (Helpful, [No, Yes])],
        &[
            ("c0", Helpful, Unsettles(Verdict::Even)),
            ("c0", NotForMe, TurnsRound),
            ("c1", Essential, TurnsRound),
            ("c1", Important, Unsettles(Verdict::Even)),
        ],
    );
    check_turns(
        &[(Important, [Yes, No]), (Important, [No, Yes])],
        &[
            ("c0", Essential, Settles(Side::First)),
            ("c0", Helpful, Settles(Side::Second)),
            ("c0", NotForMe, Settles(Side::Second)),
            ("c1", Essential, Settles(Side::Second)),
            ("c1", Helpful, Settles(Side::First)),
            ("c1", NotForMe, Settles(Side::First)),
        ],
    );
    // An essential that neither meets tells nothing apart; without it they
    // differ.
    check_turns(
        &[(Essential, [No, No]), (Helpful, [Yes, No])],
        &[
            ("c0", Important, Settles(Side::First)),
            ("c0", Helpful, Settles(Side::First)),
            ("c0", NotForMe, Settles(Side::First)),
        ],
    );
    // Sure by 2 half-points, which are those of the helpful one.
    check_turns(
        &[(Important, [Yes, NotAsked]), (Helpful, [Yes, No])],
        &[("c1", NotForMe, Unsettles(Verdict::Open))],
    );
}

#[test]
fn an_overview_of_three() {
    let (checklist, rules) = table(&[
        (Important, [Yes, Partly, NotAsked]),
        (Helpful, [Yes, No, No]),
    ]);
    let [a, b, c] = [0, 1, 2].map(|n| checklist.centres()[n].id());
    let seen = overview(&checklist, &rules);
    assert_eq!(
        (seen.surely, seen.even, seen.both_fail, seen.open),
        (2, 0, 0, 1)
    );
    assert_eq!(seen.ahead_of_all, Some(a));
    assert_eq!(seen.ahead, [(a, vec![b, c]), (b, vec![]), (c, vec![])]);
}

#[test]
fn one_centre_is_ahead_of_none() {
    let (checklist, rules) = table(&[(Important, [Yes])]);
    let seen = overview(&checklist, &rules);
    assert_eq!((seen.surely, seen.open, seen.ahead_of_all), (0, 0, None));
    assert_eq!(overview(&Checklist::default(), &rules).ahead, []);
}

/// The questions in their order, as centre and criterion.
fn asked(asks: Vec<hipec_core::checklist::Ask>) -> Vec<String> {
    asks.iter()
        .map(|ask| {
            [
                &ask.centre.number().to_string(),
                " ",
                ask.criterion.as_str(),
            ]
            .concat()
        })
        .collect()
}

#[test]
fn with_one_centre_importance_orders() {
    let (checklist, rules) = table(&[
        (Helpful, [NotAsked]),
        (Important, [WouldNotSay]),
        (NotForMe, [NotAsked]),
        (Essential, [NotAsked]),
        (Essential, [Yes]),
        (Important, [NotAsked]),
    ]);
    let asks = ask_next(&checklist, &rules);
    assert!(asks.iter().all(|ask| ask.effect == Default::default()));
    assert_eq!(asked(asks), ["1 c3", "1 c1", "1 c5", "1 c0"]);
}

#[test]
fn what_decides_comes_first_and_what_cannot_matter_last() {
    // The third fails already: its questions can change nothing, however
    // important. The helpful one at the second decides the first pair, and so
    // does the important one at the first.
    let (checklist, rules) = table(&[
        (Essential, [Yes, Yes, No]),
        (Important, [NotAsked, Partly, NotAsked]),
        (Helpful, [Partly, NotAsked, NotAsked]),
    ]);
    let asks = ask_next(&checklist, &rules);
    assert_eq!(asked(asks), ["1 c1", "2 c2", "3 c1", "3 c2"]);
    let third = checklist.centres()[2].id();
    assert_eq!(
        asked(ask_next_for(&checklist, third, &rules)),
        ["3 c1", "3 c2"]
    );
}

#[test]
fn a_record_keeps_what_was_known_and_unknown() {
    let mut own = row(Important, &[Yes, NotAsked]);
    own.content = None;
    own.chosen = Some(Essential);
    let rows = [
        row(Important, &[Yes, NotAsked]),
        row(Essential, &[Partly, NotAsked]),
        row(Helpful, &[WouldNotSay, NotAsked]),
        row(Essential, &[No, WouldNotSay]),
        row(NotForMe, &[NotAsked, No]),
        row(Essential, &[NotAsked, Yes]),
        own,
    ];
    let (checklist, rules) = document(2, &rows);
    let on = Date::parse("2026-12-05").unwrap();
    let record = record(&checklist, &rules, on);
    assert_eq!(record.on, on);
    let [first, second] = &*record.standings else {
        panic!("{record:?}");
    };
    assert_eq!(&*first.name, "Hospital 1");
    assert_eq!((first.answered, first.of), (4, 6));
    // 4 to 6 of 6 half-points; 66.7 percent is rounded down.
    assert_eq!(first.range, Some((66, 100)));
    assert_eq!(*first.unmet, ["c1".into(), "c3".into()]);
    assert_eq!(*first.open, ["c5".into(), "c2".into()]);
    assert_eq!(&*second.name, "Hospital 2");
    assert_eq!((second.answered, second.of), (1, 6));
    assert_eq!(second.range, Some((0, 100)));
    assert_eq!(*second.unmet, []);
    assert_eq!(
        *second.open,
        ["c1", "c3", "own-00000006", "c0", "c2"].map(Into::into)
    );
}

#[test]
fn a_record_without_weights_has_no_range() {
    let (checklist, rules) = table(&[(Essential, [Yes])]);
    let record = record(&checklist, &rules, Date::parse("2026-12-05").unwrap());
    assert_eq!(record.standings[0].range, None);
    assert_eq!(*record.standings[0].open, []);
}
