//! What holds for every checklist, tried on random ones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may stop at the first surprise"
)]

use hipec_core::checklist::{
    Action, Answer, CentreId, Checklist, CriterionId, Importance, Rejected, Rule, Session,
    answered, essentials, limits, range, restore, save, update, warnings,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Few, so that actions meet each other.
const CRITERIA: [&str; 5] = ["volume", "team", "icu", "cost", "\"odd\\one\""];

/// An action whose centre is still an index into the centres of its time.
#[derive(Clone, Debug)]
enum Wish {
    Add(String),
    Rename(Index, String),
    Remove(Index),
    Move(Index, usize),
    Answer(Index, CriterionId, Answer),
    Note(Index, CriterionId, String),
    Importance(CriterionId, Importance),
    Clear,
    Seal,
    Undo,
    Redo,
    Replace(Checklist),
}

impl Wish {
    /// The action on this document; `None` if it takes a centre and there is
    /// none, or is no action.
    fn action(&self, checklist: &Checklist) -> Option<Action> {
        let id = |index: &Index| -> Option<CentreId> {
            let centres = checklist.centres();
            (!centres.is_empty()).then(|| index.get(centres).id())
        };
        Some(match self {
            Self::Add(name) => Action::AddCentre { name: name.clone() },
            Self::Rename(index, name) => Action::RenameCentre {
                id: id(index)?,
                name: name.clone(),
            },
            Self::Remove(index) => Action::RemoveCentre { id: id(index)? },
            Self::Move(index, to) => Action::MoveCentre {
                id: id(index)?,
                to: *to,
            },
            Self::Answer(index, criterion, answer) => Action::SetAnswer {
                centre: id(index)?,
                criterion: criterion.clone(),
                answer: *answer,
            },
            Self::Note(index, criterion, note) => Action::SetNote {
                centre: id(index)?,
                criterion: criterion.clone(),
                note: note.clone(),
            },
            Self::Importance(criterion, importance) => Action::SetImportance {
                criterion: criterion.clone(),
                importance: *importance,
            },
            Self::Clear => Action::Clear,
            Self::Seal | Self::Undo | Self::Redo | Self::Replace(_) => return None,
        })
    }
}

/// Text as people and their enemies type it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Hospital ".to_owned()),
        Just("مستشفى ".to_owned()),
        Just("نەخۆشخانە\u{200c}کە".to_owned()),
        Just("👩\u{200d}⚕\u{fe0f}🇮🇶".to_owned()),
        Just("\r\n\t \\\"/<".to_owned()),
        Just("\u{202e}\u{2066}\u{0}\u{1b}\u{7f}\u{feff}".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        20 => proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat()),
        1 => (100_usize..130).prop_map(|n| "ڕ".repeat(n)),
        1 => (1_990_usize..2_010).prop_map(|n| "ێ".repeat(n)),
    ]
}

fn criterion() -> impl Strategy<Value = CriterionId> {
    select(&CRITERIA[..]).prop_map(CriterionId::from)
}

fn answer() -> impl Strategy<Value = Answer> {
    select(&Answer::ALL[..])
}

fn importance() -> impl Strategy<Value = Importance> {
    select(&Importance::ALL[..])
}

fn action_wish() -> impl Strategy<Value = Wish> {
    prop_oneof![
        4 => text().prop_map(Wish::Add),
        2 => (any::<Index>(), text()).prop_map(|(index, name)| Wish::Rename(index, name)),
        1 => any::<Index>().prop_map(Wish::Remove),
        1 => (any::<Index>(), 0_usize..6).prop_map(|(index, to)| Wish::Move(index, to)),
        8 => (any::<Index>(), criterion(), answer()).prop_map(|(i, c, a)| Wish::Answer(i, c, a)),
        4 => (any::<Index>(), criterion(), text()).prop_map(|(i, c, n)| Wish::Note(i, c, n)),
        2 => (criterion(), importance()).prop_map(|(c, i)| Wish::Importance(c, i)),
        1 => Just(Wish::Clear),
    ]
}

/// A checklist that a person can have made.
fn checklist() -> impl Strategy<Value = Checklist> {
    proptest::collection::vec(action_wish(), 0..40).prop_map(|wishes| {
        let mut checklist = Checklist::default();
        for wish in wishes {
            if let Some(action) = wish.action(&checklist) {
                let _ = update(&mut checklist, action);
            }
        }
        checklist
    })
}

fn session_wish() -> impl Strategy<Value = Wish> {
    prop_oneof![
        20 => action_wish(),
        2 => Just(Wish::Seal),
        3 => Just(Wish::Undo),
        2 => Just(Wish::Redo),
        1 => checklist().prop_map(Wish::Replace),
    ]
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    let importances = [(); CRITERIA.len()].map(|()| importance());
    (importances, 0..=CRITERIA.len()).prop_map(|(importances, len)| {
        let rule = |(id, importance)| Rule {
            id: CriterionId::from(id),
            importance,
        };
        CRITERIA
            .into_iter()
            .zip(importances)
            .map(rule)
            .take(len)
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Also with undo and redo in between, and each step of the way back is met
    /// again on the way forth.
    #[test]
    fn undoing_all_gives_the_identical_document(
        start in checklist(),
        wishes in proptest::collection::vec(session_wish(), 0..60),
    ) {
        let mut session = Session::new(start.clone());
        for wish in &wishes {
            let before = session.document().clone();
            let revision = session.revision();
            let changed = match wish {
                Wish::Seal => {
                    session.seal();
                    false
                }
                Wish::Undo => session.undo().is_some(),
                Wish::Redo => session.redo().is_some(),
                Wish::Replace(document) => session.replace(document.clone()).is_ok(),
                action => match action.action(&before) {
                    Some(action) => {
                        let could_redo = session.can_redo().cloned();
                        let result = session.apply(action.clone());
                        if result.is_err() {
                            prop_assert_eq!(session.can_redo(), could_redo.as_ref());
                        }
                        let mut alone = before.clone();
                        prop_assert_eq!(update(&mut alone, action), result);
                        result.is_ok()
                    }
                    None => false,
                },
            };
            prop_assert_eq!(session.revision(), revision + u64::from(changed));
            if !changed {
                prop_assert_eq!(session.document(), &before);
            }
        }

        while session.redo().is_some() {}
        let end = session.document().clone();
        let mut documents = vec![end.clone()];
        while let Some(expected) = session.can_undo().cloned() {
            prop_assert_eq!(session.undo(), Some(expected.clone()));
            prop_assert_eq!(session.can_redo(), Some(&expected));
            documents.push(session.document().clone());
        }
        prop_assert_eq!(session.document(), &start);
        while session.can_redo().is_some() {
            documents.pop();
            session.redo();
            prop_assert_eq!(Some(session.document()), documents.last());
        }
        prop_assert_eq!(session.document(), &end);
    }

    #[test]
    fn what_is_rejected_changes_nothing(start in checklist(), wish in action_wish()) {
        if let Some(action) = wish.action(&start) {
            let mut after = start.clone();
            match update(&mut after, action.clone()) {
                Ok(()) => {
                    prop_assert_ne!(&after, &start);
                    prop_assert_eq!(update(&mut after.clone(), action.clone()).err(), match action {
                        Action::AddCentre { .. } => None,
                        Action::RemoveCentre { .. } => Some(Rejected::UnknownCentre),
                        _ => Some(Rejected::NoChange),
                    });
                }
                Err(_) => prop_assert_eq!(&after, &start),
            }
        }
    }

    /// An id means the same centre for the whole life of a session.
    #[test]
    fn ids_are_never_given_out_twice(
        wishes in proptest::collection::vec(session_wish(), 0..60),
    ) {
        let mut session = Session::default();
        let mut highest = 0;
        for wish in &wishes {
            match wish {
                Wish::Undo => drop(session.undo()),
                Wish::Redo => drop(session.redo()),
                Wish::Add(name) => {
                    if session.apply(Action::AddCentre { name: name.clone() }).is_ok() {
                        let id = session.document().centres().last().unwrap().id().number();
                        prop_assert!(id > highest);
                        highest = id;
                    }
                }
                Wish::Seal | Wish::Replace(_) => {}
                other => {
                    if let Some(action) = other.action(session.document()) {
                        let _ = session.apply(action);
                    }
                }
            }
        }
    }

    #[test]
    fn texts_are_clean_and_within_limits(checklist in checklist()) {
        let bad = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        for centre in checklist.centres() {
            prop_assert!(!centre.name().contains(bad) && !centre.name().contains('\n'));
            prop_assert!((1..=limits::MAX_NAME_CHARS).contains(&centre.name().chars().count()));
            prop_assert_eq!(centre.name().trim(), centre.name());
            for (_, entry) in centre.entries() {
                prop_assert!(!entry.note.contains(bad));
                prop_assert!(entry.note.chars().count() <= limits::MAX_NOTE_CHARS);
                prop_assert!(entry.answer != Answer::NotAsked || !entry.note.is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_saved_comes_back(checklist in checklist()) {
        let saved = save(&checklist);
        prop_assert_eq!(save(&checklist.clone()), saved.as_str());
        prop_assert_eq!(restore(saved.as_bytes()), Ok((checklist, Vec::new())));
    }

    #[test]
    fn restore_never_panics_on_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = restore(&bytes);
    }

    /// JSON of the right outline with anything inside. What is restored from it
    /// needs no second repair.
    #[test]
    fn restore_repairs_once(document in hostile_document()) {
        let data =
            format!(r#"{{"format":"hipec-checklist","version":1,"document":{document}}}"#);
        if let Ok((checklist, repairs)) = restore(data.as_bytes()) {
            prop_assert!(repairs.len() <= limits::MAX_REPAIRS);
            let saved = save(&checklist);
            prop_assert_eq!(restore(saved.as_bytes()), Ok((checklist.clone(), Vec::new())));
            // The document is one to go on working with.
            let mut session = Session::new(checklist.clone());
            session.apply(Action::AddCentre { name: "A".into() }).unwrap();
            let new = session.document().centres().last().unwrap().id();
            prop_assert!(checklist.centre(new).is_none());
            session.undo();
            prop_assert_eq!(session.document(), &checklist);
        }
    }

    #[test]
    fn a_range_is_a_range(checklist in checklist(), rules in rules()) {
        for centre in checklist.centres() {
            if let Some(range) = range(&checklist, centre, &rules) {
                prop_assert!(range.low <= range.high && range.high <= range.out_of);
                prop_assert!(range.out_of > 0);
                let (low, high) = (range.low_percent(), range.high_percent());
                prop_assert!(low <= high && high <= 100);
                prop_assert!(low * range.out_of <= range.low * 100);
                prop_assert!(high * range.out_of >= range.high * 100);
            }
            let counts = answered(&checklist, centre, &rules);
            prop_assert!(counts.answered <= counts.asked && counts.asked <= counts.of);
            let essentials = essentials(&checklist, centre, &rules);
            let grave = warnings(&checklist, centre, &rules)
                .iter()
                .filter(|warning| warning.kind.is_grave())
                .count();
            prop_assert_eq!(
                u32::try_from(grave).unwrap(),
                essentials.not_met + essentials.would_not_say
            );
        }
    }

    #[test]
    fn answering_an_open_question_never_widens(
        checklist in checklist(),
        rules in rules(),
        answer in answer(),
    ) {
        for centre in checklist.centres() {
            for rule in &rules {
                if !centre.answer(&rule.id).is_open() {
                    continue;
                }
                let mut after = checklist.clone();
                let action = Action::SetAnswer {
                    centre: centre.id(),
                    criterion: rule.id.clone(),
                    answer,
                };
                let _ = update(&mut after, action);
                let before = range(&checklist, centre, &rules);
                let after = range(&after, after.centre(centre.id()).unwrap(), &rules);
                prop_assert_eq!(before.map(|r| r.out_of), after.map(|r| r.out_of));
                if let (Some(before), Some(after)) = (before, after) {
                    prop_assert!(before.low <= after.low && after.high <= before.high);
                }
            }
        }
    }

    /// Tries every way the open answers can turn out.
    #[test]
    fn low_and_high_are_the_true_extremes(checklist in checklist(), rules in rules()) {
        for centre in checklist.centres() {
            let weighing: Vec<(u32, Answer)> = rules
                .iter()
                .filter_map(|rule| {
                    let weight = match checklist.importance_of(rule) {
                        Importance::Important => 2,
                        Importance::Helpful => 1,
                        Importance::Essential | Importance::NotForMe => return None,
                    };
                    Some((weight, centre.answer(&rule.id)))
                })
                .collect();
            let scores = all_scores(&weighing);
            let found = range(&checklist, centre, &rules);
            prop_assert_eq!(found.is_some(), !weighing.is_empty());
            if let Some(found) = found {
                prop_assert_eq!(Some(&found.low), scores.iter().min());
                prop_assert_eq!(Some(&found.high), scores.iter().max());
                prop_assert_eq!(found.out_of, 2 * weighing.iter().map(|(weight, _)| weight).sum::<u32>());
            }
        }
    }
}

/// The score in half-points for every completion of the open answers.
fn all_scores(weighing: &[(u32, Answer)]) -> Vec<u32> {
    let Some((&(weight, answer), rest)) = weighing.split_first() else {
        return vec![0];
    };
    let outcomes = match answer {
        Answer::Yes => vec![2 * weight],
        Answer::Partly => vec![weight],
        Answer::No => vec![0],
        Answer::NotAsked | Answer::WouldNotSay => vec![0, weight, 2 * weight],
    };
    let rest = all_scores(rest);
    outcomes
        .iter()
        .flat_map(|outcome| rest.iter().map(move |score| outcome + score))
        .collect()
}

/// A document whose parts are often right and often anything.
fn hostile_document() -> impl Strategy<Value = String> {
    fn json_text() -> impl Strategy<Value = String> {
        text().prop_map(|text| serde_json::to_string(&text).unwrap())
    }
    fn anything() -> impl Strategy<Value = String> {
        prop_oneof![
            json_text(),
            any::<i64>().prop_map(|n| n.to_string()),
            select(
                &[
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[0]]",
                    "1e300",
                    "-0.5",
                    "4294967295"
                ][..]
            )
            .prop_map(str::to_owned),
        ]
    }
    fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
        select(words).prop_map(|word| format!("\"{word}\""))
    }
    fn object(fields: Vec<(&'static str, BoxedStrategy<String>)>) -> impl Strategy<Value = String> {
        let fields: Vec<_> = fields
            .into_iter()
            .map(|(name, right)| {
                prop_oneof![
                    8 => right.prop_map(move |value| format!("\"{name}\":{value}")),
                    1 => anything().prop_map(move |value| format!("\"{name}\":{value}")),
                    1 => anything().prop_map(|value| format!("\"other\":{value}")),
                ]
            })
            .collect();
        fields.prop_map(|fields| format!("{{{}}}", fields.join(",")))
    }
    fn list(element: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = String> {
        let element = prop_oneof![8 => element.boxed(), 1 => anything().boxed()];
        proptest::collection::vec(element, 0..5).prop_map(|all| format!("[{}]", all.join(",")))
    }
    let id = || (0_u32..6).prop_map(|n| n.to_string());
    let criterion = || word(&["volume", "team", "icu"]);
    let answer = object(vec![
        ("criterion", criterion().boxed()),
        (
            "answer",
            word(&["yes", "no", "not-asked", "would-not-say", "JA"]).boxed(),
        ),
        ("note", json_text().boxed()),
    ]);
    let centre = object(vec![
        ("id", id().boxed()),
        ("name", json_text().boxed()),
        ("answers", list(answer).boxed()),
    ]);
    let importance = object(vec![
        ("criterion", criterion().boxed()),
        (
            "importance",
            word(&["essential", "helpful", "not-for-me", "JA"]).boxed(),
        ),
    ]);
    object(vec![
        ("centres", list(centre).boxed()),
        ("importance", list(importance).boxed()),
        ("next_id", id().boxed()),
    ])
}
