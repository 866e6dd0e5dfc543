//! Putting two lists together: nothing is lost without being counted, nothing
//! is decided for the person, and a second time changes nothing.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod sample;

use hipec_core::checklist::{
    Answer, Checklist, Choice, Contents, Difference, Entry, Fact, LeftOut, Reply, Take, contents,
    limits, merge, restore, save,
};
use sample::{Random, checklist};

const TAKES: [Take; 2] = [Take::KeepBoth, Take::Newer];

/// A document from the inside of a saved one.
#[track_caller]
fn document(json: &str) -> Checklist {
    let json = json.replace('\'', "\"");
    let saved = format!(r#"{{"format":"hipec-checklist","version":2,"document":{{{json}}}}}"#);
    let (checklist, repairs) = restore(saved.as_bytes()).unwrap();
    assert_eq!(repairs, Vec::new(), "{saved}");
    checklist
}

/// A document of one centre with one answer.
#[track_caller]
fn answer(json: &str) -> Checklist {
    document(&format!(
        "'centres':[{{'id':1,'name':'A','answers':[{{'criterion':'x',{json}}}]}}]"
    ))
}

/// Of one centre with these fields.
#[track_caller]
fn centre(json: &str) -> Checklist {
    document(&format!("'centres':[{{'id':1,'name':'A',{json}}}]"))
}

fn two(seed: u64) -> (Checklist, Checklist) {
    let mut random = Random::new(seed);
    (checklist(&mut random), checklist(&mut random))
}

#[track_caller]
fn is_sound(checklist: &Checklist) {
    let saved = save(checklist);
    assert!(saved.len() <= limits::MAX_FILE_BYTES);
    assert_eq!(
        restore(saved.as_bytes()),
        Ok((checklist.clone(), Vec::new()))
    );
}

#[test]
fn merging_is_sound_and_settles() {
    for seed in 0..4_000 {
        let (ours, theirs) = two(seed);
        for take in TAKES {
            assert_eq!(merge(&ours, &ours, take).document, ours, "{seed}");
            let empty = Checklist::default();
            assert_eq!(merge(&ours, &empty, take).document, ours, "{seed}");
            let merged = merge(&ours, &theirs, take).document;
            is_sound(&merged);
            let again = merge(&merged, &theirs, take).document;
            assert_eq!(again, merged, "{seed} {take:?}");
            let ours_again = merge(&merged, &ours, take).document;
            is_sound(&ours_again);
        }
    }
}

/// Counts what of one side is not in the merged document, in the manner of
/// [`LeftOut`], by a way of its own.
fn missing(of: &Checklist, merged: &Checklist, is_theirs: bool) -> LeftOut {
    let mut lost = LeftOut::default();
    for centre in of.centres() {
        let now = merged.centre(centre.id());
        if is_theirs && centre.is_example() {
            lost.examples += u32::from(now != Some(centre));
            continue;
        }
        let Some(now) = now else {
            lost.centres += 1;
            continue;
        };
        lost.choices += u32::from(centre.name() != now.name());
        lost.choices += u32::from(differs(centre.appointment(), now.appointment()));
        lost.choices += u32::from(differs(centre.card(), now.card()));
        for fact in Fact::ALL {
            lost.facts += u32::from(!now.fact(fact).contains(centre.fact(fact)));
        }
        for line in centre.costs() {
            let is_there = now.costs().iter().any(|it| {
                (it.what == line.what || line.what.is_empty())
                    && (line.amount.is_none()
                        || (it.amount, it.currency) == (line.amount, line.currency))
            });
            let says_nothing = line.what.is_empty() && line.amount.is_none();
            lost.costs += u32::from(!is_there && !says_nothing);
        }
        for (criterion, entry) in centre.entries() {
            missing_in_entry(entry, now.entry(criterion), &mut lost);
        }
    }
    for own in of.own() {
        lost.own += u32::from(!merged.own().contains(own));
    }
    for id in sample::CONTENT.into_iter().chain(["gone-from-content"]) {
        let id = id.into();
        let now = merged.chosen_importance(&id);
        lost.choices += u32::from(differs(of.chosen_importance(&id), now));
    }
    let (then, now) = (of.decision(), merged.decision());
    lost.choices += u32::from(then.choice != Choice::Open && then.choice != now.choice);
    lost.choices += u32::from(differs(then.record.as_ref(), now.record.as_ref()));
    for (then, now) in [(&then.why, &now.why), (&then.next, &now.next)] {
        lost.notes += u32::from(!now.contains(&**then));
    }
    lost
}

fn differs<T: PartialEq>(then: Option<T>, now: Option<T>) -> bool {
    then.is_some() && then != now
}

fn said(entry: &Entry) -> Vec<&Reply> {
    std::iter::once(&entry.reply)
        .chain(entry.other.as_deref())
        .collect()
}

fn missing_in_entry(then: &Entry, now: Option<&Entry>, lost: &mut LeftOut) {
    let now = now.map(said).unwrap_or_default();
    for then in said(then) {
        let same: Vec<_> = now.iter().filter(|it| it.answer == then.answer).collect();
        if then.answer != Answer::NotAsked {
            lost.answers += u32::from(same.is_empty());
            let kept = |it: &&&Reply| !differs(then.who, it.who) && !differs(then.on, it.on);
            lost.choices += u32::from(!same.is_empty() && !same.iter().any(kept));
        }
        let kept = now.iter().any(|it| it.note.contains(&*then.note));
        lost.notes += u32::from(!kept);
    }
}

#[track_caller]
fn is_counted(lost: LeftOut, counted: LeftOut, settled: u32, of: &str) {
    let pairs = [
        ("examples", lost.examples, counted.examples),
        ("centres", lost.centres, counted.centres),
        ("answers", lost.answers, counted.answers + settled),
        ("notes", lost.notes, counted.notes),
        ("facts", lost.facts, counted.facts),
        ("costs", lost.costs, counted.costs),
        ("own", lost.own, counted.own),
        ("choices", lost.choices, counted.choices),
    ];
    for (what, lost, counted) in pairs {
        assert!(lost <= counted, "{of}: {lost} {what} > {counted}");
    }
}

#[test]
fn nothing_is_lost_uncounted() {
    for seed in 0..4_000 {
        let (ours, theirs) = two(seed);
        for take in TAKES {
            let merged = merge(&ours, &theirs, take);
            let left_out = merged.difference.left_out;
            let settled = merged.difference.answers_settled;
            assert!(take == Take::Newer || settled == 0);
            let of = format!("theirs {seed} {take:?}");
            is_counted(
                missing(&theirs, &merged.document, true),
                left_out,
                settled,
                &of,
            );
            // Of ours only what a later answer of theirs replaces, and who said
            // a note that is a note on their answer now.
            let lost = missing(&ours, &merged.document, false);
            let counted = LeftOut {
                choices: left_out.choices,
                ..LeftOut::default()
            };
            is_counted(lost, counted, settled, &format!("ours {seed} {take:?}"));
        }
    }
}

/// One answer of ours, one of theirs, and what becomes of them.
#[track_caller]
fn check_answers(ours: &str, theirs: &str, take: Take, expected: &str, difference: &Difference) {
    let merged = merge(&answer(ours), &answer(theirs), take);
    assert_eq!(save(&merged.document), save(&answer(expected)));
    let difference = Difference {
        centres_both: 1,
        ..difference.clone()
    };
    assert_eq!(merged.difference, difference);
}

#[test]
fn answers() {
    let none = Difference::default();
    let same = Difference {
        answers_same: 1,
        ..none.clone()
    };
    let clash = LeftOut {
        choices: 1,
        ..LeftOut::default()
    };
    let differ = Difference {
        answers_differ: 1,
        ..none.clone()
    };
    let settled = Difference {
        answers_settled: 1,
        ..differ.clone()
    };
    for take in TAKES {
        // The same answer: gaps are filled, ours stands.
        check_answers(
            "'answer':'yes'",
            "'answer':'yes','who':'staff','on':'2026-11-24','note':'n'",
            take,
            "'answer':'yes','who':'staff','on':'2026-11-24','note':'n'",
            &Difference {
                notes_new: 1,
                ..same.clone()
            },
        );
        check_answers(
            "'answer':'no','who':'staff'",
            "'answer':'no','who':'website','on':'2026-11-24'",
            take,
            "'answer':'no','who':'staff'",
            &Difference {
                left_out: clash,
                ..same.clone()
            },
        );
        // We had not asked.
        check_answers(
            "'answer':'not-asked','note':'ask again'",
            "'answer':'partly','who':'patient'",
            take,
            "'answer':'partly','who':'patient','note':'ask again'",
            &Difference {
                answers_new: 1,
                ..none.clone()
            },
        );
        // They had not asked.
        check_answers(
            "'answer':'partly','who':'patient'",
            "'answer':'not-asked','note':'ask again'",
            take,
            "'answer':'partly','who':'patient','note':'ask again'",
            &Difference {
                notes_new: 1,
                ..none.clone()
            },
        );
        // Different, and no way to say which is later.
        for (ours, theirs) in [
            ("", ""),
            ("", ",'on':'2026-11-24'"),
            (",'on':'2026-11-24'", ""),
        ] {
            check_answers(
                &format!("'answer':'yes','note':'a'{ours}"),
                &format!("'answer':'would-not-say'{theirs}"),
                take,
                &format!(
                    "'answer':'yes','note':'a'{ours},'other':{{'answer':'would-not-say'{theirs}}}"
                ),
                &differ,
            );
        }
        let day = "'on':'2026-11-24'";
        check_answers(
            &format!("'answer':'yes',{day}"),
            &format!("'answer':'no',{day}"),
            take,
            &format!("'answer':'yes',{day},'other':{{'answer':'no',{day}}}"),
            &differ,
        );
        // A third.
        check_answers(
            "'answer':'yes','other':{'answer':'no'}",
            "'answer':'partly','note':'half'",
            take,
            "'answer':'yes','note':'half','other':{'answer':'no'}",
            &Difference {
                notes_new: 1,
                left_out: LeftOut {
                    answers: 1,
                    ..LeftOut::default()
                },
                ..differ.clone()
            },
        );
        // They agree with the other list.
        check_answers(
            "'answer':'yes','other':{'answer':'no'}",
            "'answer':'no','who':'writing'",
            take,
            "'answer':'yes','other':{'answer':'no','who':'writing'}",
            &same,
        );
    }
    // Different, and dated.
    let old = "'answer':'yes','on':'2026-11-24','who':'staff','note':'a'";
    let new = "'answer':'no','on':'2026-11-25','note':'b'";
    check_answers(
        old,
        new,
        Take::KeepBoth,
        "'answer':'yes','on':'2026-11-24','who':'staff','note':'a','other':{'answer':'no','on':'2026-11-25','note':'b'}",
        &Difference {
            notes_new: 1,
            ..differ
        },
    );
    let settled = Difference {
        notes_new: 1,
        ..settled
    };
    check_answers(
        old,
        new,
        Take::Newer,
        "'answer':'no','on':'2026-11-25','note':'a\\nb'",
        &settled,
    );
    check_answers(
        new,
        old,
        Take::Newer,
        "'answer':'no','on':'2026-11-25','note':'b\\na'",
        &settled,
    );
}

#[test]
fn an_answer_with_two_sides_counts_as_open() {
    let merged = merge(
        &answer("'answer':'yes'"),
        &answer("'answer':'no'"),
        Take::KeepBoth,
    );
    let centre = &merged.document.centres()[0];
    assert_eq!(centre.answer(&"x".into()), Answer::NotAsked);
}

#[test]
fn notes() {
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &str) {
        let note = |note: &str| answer(&format!("'answer':'yes','note':'{note}'"));
        let merged = merge(&note(ours), &note(theirs), Take::KeepBoth).document;
        assert_eq!(merged.centres()[0].note(&"x".into()), expected);
    }
    check("40 a year", "40 a year", "40 a year");
    check("40 a year", "40 a year, said Dr A", "40 a year, said Dr A");
    check("40 a year, said Dr A", "40 a year", "40 a year, said Dr A");
    check("40 a year", "50 a year", "40 a year\n50 a year");
    // Part of a word is not the word.
    check("I do not know", "no", "I do not know\nno");
    check("unknown", "known", "unknown\nknown");
    check("لا نعرف", "لا", "لا نعرف");
    check("الاول", "لا", "الاول\nلا");
    check("نازانم", "نا", "نازانم\nنا");
    check("ax", "x\\nx", "ax\nx\nx");
    let long = |c: &str| answer(&format!("'answer':'yes','note':'{}'", c.repeat(1_000)));
    let merged = merge(&long("a"), &long("b"), Take::KeepBoth);
    assert_eq!(merged.document, long("a"));
    assert_eq!(merged.difference.left_out.notes, 1);
}

#[test]
fn facts_and_the_rest_of_a_centre() {
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &str, left_out: LeftOut) {
        let merged = merge(&centre(ours), &centre(theirs), Take::KeepBoth);
        assert_eq!(save(&merged.document), save(&centre(expected)));
        assert_eq!(merged.difference.left_out, left_out);
    }
    let none = LeftOut::default();
    let choices = |choices| LeftOut { choices, ..none };
    check(
        "'city':'Erbil'",
        "'phone':'1'",
        "'city':'Erbil','phone':'1'",
        none,
    );
    check(
        "'city':'Erbil'",
        "'city':'أربيل'",
        "'city':'Erbil / أربيل'",
        none,
    );
    check(
        "'phone':'0770 1'",
        "'phone':'0770 12'",
        "'phone':'0770 1 / 0770 12'",
        none,
    );
    check("'phone':'1 / 2'", "'phone':'2'", "'phone':'1 / 2'", none);
    let (a, b) = ("a".repeat(99), "b".repeat(99));
    check(
        &format!("'city':'{a}'"),
        &format!("'city':'{b}'"),
        &format!("'city':'{a}'"),
        LeftOut { facts: 1, ..none },
    );
    check(
        "'costs':[]",
        "'appointment':'2026-12-01'",
        "'appointment':'2026-12-01'",
        none,
    );
    check(
        "'appointment':'2026-12-02'",
        "'appointment':'2026-12-01'",
        "'appointment':'2026-12-02'",
        choices(1),
    );
    check("'answers':[]", "'card':['x']", "'card':['x']", none);
    check("'card':[]", "'card':['x']", "'card':[]", choices(1));
}

#[test]
fn costs() {
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &str) {
        let costs = |lines: &str| centre(&format!("'costs':[{lines}]"));
        for (first, second) in [(ours, theirs), (expected, theirs)] {
            let merged = merge(&costs(first), &costs(second), Take::KeepBoth);
            assert_eq!(save(&merged.document), save(&costs(expected)));
            assert_eq!(merged.difference.left_out, LeftOut::default());
        }
    }
    let bed = "{'id':7,'what':'Bed','amount':100,'currency':'USD'}";
    check(bed, bed, bed);
    check(bed, "{'id':7,'what':'Bed','currency':'IQD'}", bed);
    check("{'id':7,'currency':'IQD'}", bed, bed);
    check("{'id':7,'what':'Bed','currency':'IQD'}", bed, bed);
    check("", bed, bed);
    check("", "{'id':7,'currency':'IQD'}", "");
    check(
        bed,
        "{'id':7,'what':'Bed','amount':100,'currency':'IQD'},{'id':8,'what':'Food','currency':'IQD'}",
        "{'id':7,'what':'Bed','amount':100,'currency':'USD'},{'id':9,'what':'Bed','amount':100,'currency':'IQD'},{'id':8,'what':'Food','currency':'IQD'}",
    );
}

#[test]
fn the_rest_of_a_document() {
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &str, left_out: LeftOut) {
        let whole = |json: &str| {
            document(&format!(
                "'centres':[{{'id':1,'name':'A'}},{{'id':2,'name':'B'}}],{json}"
            ))
        };
        let merged = merge(&whole(ours), &whole(theirs), Take::KeepBoth);
        assert_eq!(save(&merged.document), save(&whole(expected)));
        assert_eq!(merged.difference.left_out, left_out);
    }
    let none = LeftOut::default();
    let choices = |choices| LeftOut { choices, ..none };
    let own =
        |text: &str| format!("'own':[{{'id':'own-00000001','kind':'question','text':'{text}'}}]");
    check("'own':[]", &own("May I stay?"), &own("May I stay?"), none);
    check(
        &own("May I?"),
        &own("May I stay?"),
        &own("May I?"),
        LeftOut { own: 1, ..none },
    );
    let weigh = |word: &str| format!("'importance':[{{'criterion':'x','importance':'{word}'}}]");
    check("'own':[]", &weigh("helpful"), &weigh("helpful"), none);
    check(
        &weigh("helpful"),
        &weigh("essential"),
        &weigh("helpful"),
        choices(1),
    );
    let record = "'record':{'on':'2026-11-24','standings':[]}";
    let decide = |json: &str| format!("'decision':{{{json}}}");
    check(
        &decide("'why':'near'"),
        &decide(&format!("'choice':2,'why':'good','next':'call',{record}")),
        &decide(&format!(
            "'choice':2,'why':'near\\ngood','next':'call',{record}"
        )),
        none,
    );
    check(
        &decide("'choice':1"),
        &decide(&format!("'choice':'none',{record}")),
        &decide("'choice':1"),
        choices(2),
    );
}

#[test]
fn centres() {
    let ours = document("'centres':[{'id':1,'name':'A'},{'id':2,'name':'B'}]");
    let theirs = document(
        "'centres':[{'id':3,'name':'C','answers':[{'criterion':'x','answer':'yes','note':'n'}]},{'id':2,'name':'Bee'},{'id':4,'name':'Example','example':true}],'decision':{'choice':4}",
    );
    let merged = merge(&ours, &theirs, Take::KeepBoth);
    let names: Vec<_> = merged
        .document
        .centres()
        .iter()
        .map(|it| it.name())
        .collect();
    assert_eq!(names, ["A", "B", "C"]);
    assert_eq!(merged.document.decision().choice, Choice::Open);
    let expected = Difference {
        centres_new: vec![merged.document.centres()[2].id()],
        centres_both: 1,
        centres_ours: 1,
        answers_new: 1,
        notes_new: 1,
        left_out: LeftOut {
            examples: 1,
            choices: 2,
            ..LeftOut::default()
        },
        ..Difference::default()
    };
    assert_eq!(merged.difference, expected);
}

#[test]
fn what_does_not_fit_is_counted() {
    let of = |ids: std::ops::Range<usize>, one: &dyn Fn(usize) -> String| -> String {
        ids.map(one).collect::<Vec<_>>().join(",")
    };
    #[track_caller]
    fn check(ours: &Checklist, theirs: &Checklist, expected: LeftOut) -> Checklist {
        let merged = merge(ours, theirs, Take::KeepBoth);
        is_sound(&merged.document);
        assert_eq!(merged.difference.left_out, expected);
        let again = merge(&merged.document, theirs, Take::KeepBoth);
        assert_eq!(again.document, merged.document);
        merged.document
    }
    let none = LeftOut::default();

    let all = |ids| {
        document(&format!(
            "'centres':[{}]",
            of(ids, &|n| format!("{{'id':{n},'name':'A'}}"))
        ))
    };
    let merged = check(
        &all(1..61),
        &all(31..111),
        LeftOut {
            centres: 10,
            ..none
        },
    );
    assert_eq!(merged.centres().len(), limits::MAX_CENTRES);

    let all = |ids| {
        let line = |n| format!("{{'id':{n},'what':'{n}','currency':'IQD'}}");
        centre(&format!("'costs':[{}]", of(ids, &line)))
    };
    check(&all(1..31), &all(21..51), LeftOut { costs: 10, ..none });

    let all = |ids| {
        let line = |n| format!("{{'criterion':'{n}','answer':'yes'}}");
        centre(&format!("'answers':[{}]", of(ids, &line)))
    };
    check(
        &all(0..400),
        &all(200..600),
        LeftOut {
            answers: 100,
            ..none
        },
    );

    let all = |ids| {
        let line = |n| format!("{{'id':'own-{n:08x}','kind':'question','text':'Q'}}");
        document(&format!("'centres':[],'own':[{}]", of(ids, &line)))
    };
    check(&all(0..30), &all(10..60), LeftOut { own: 10, ..none });

    let all = |ids| {
        let line = |n| format!("{{'criterion':'{n}','importance':'helpful'}}");
        document(&format!("'centres':[],'importance':[{}]", of(ids, &line)))
    };
    check(
        &all(0..400),
        &all(200..600),
        LeftOut {
            choices: 100,
            ..none
        },
    );
}

#[test]
fn two_lists_that_are_too_much_for_one() {
    let note = "ن".repeat(limits::MAX_NOTE_CHARS);
    let centre_of = |id: usize| -> String {
        let answers: Vec<_> = (0..45)
            .map(|n| format!("{{'criterion':'{n}','answer':'yes','note':'{note}'}}"))
            .collect();
        format!("{{'id':{id},'name':'A','answers':[{}]}}", answers.join(","))
    };
    let all = |ids: std::ops::Range<usize>| {
        let centres: Vec<_> = ids.map(centre_of).collect();
        document(&format!("'centres':[{}]", centres.join(",")))
    };
    let (ours, theirs) = (all(1..5), all(4..9));
    let merged = merge(&ours, &theirs, Take::KeepBoth);
    is_sound(&merged.document);
    assert_eq!(merged.document.centres().len(), 5);
    assert_eq!(merged.difference.left_out.centres, 3);
    assert_eq!(merged.difference.answers_new, 45);
    assert_eq!(merged.difference.answers_same, 45);
    let again = merge(&merged.document, &theirs, Take::KeepBoth);
    assert_eq!(again.document, merged.document);
}

#[test]
fn what_a_document_holds() {
    let full = document(
        "'centres':[{'id':1,'name':'A','answers':[{'criterion':'x','answer':'yes','note':'n'},{'criterion':'y','answer':'not-asked','note':'n'},{'criterion':'z','answer':'no','other':{'answer':'yes','note':'n'}}]},{'id':2,'name':'B'}],'own':[{'id':'own-00000001','kind':'question','text':'Q'}],'decision':{'choice':'none'}",
    );
    let expected = Contents {
        names: vec!["A", "B"],
        answers: 2,
        notes: 3,
        own: 1,
        decided: true,
    };
    assert_eq!(contents(&full), expected);
    assert_eq!(contents(&Checklist::default()), Contents::default());
}
