//! What holds for every checklist, tried on random ones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may stop at the first surprise"
)]

use std::collections::HashSet;

use hipec_core::checklist::{
    Action, Answer, Centre, CentreId, ChangeKind, Checklist, Choice, CostLine, CriterionId,
    Currency, Fact, Importance, OwnKind, Record, Rejected, Reply, Rule, Session, Standing, WhoSaid,
    answered, essentials, limits, range, restore, save, update, warnings,
};
use hipec_core::date::Date;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Few, so that actions meet each other. One is the id of an own criterion.
const CRITERIA: [&str; 6] = [
    "volume",
    "team",
    "icu",
    "cost",
    "\"odd\\one\"",
    "own-00000001",
];

/// A list that has been put together with another, as no action makes it.
const DISPUTED: &str = r#"{"format":"hipec-checklist","version":2,"document":{"centres":[{"id":4,"name":"D","answers":[{"criterion":"icu","answer":"not-asked","other":{"answer":"yes"}},{"criterion":"volume","answer":"yes","note":"1","who":"staff","other":{"answer":"no","note":"2","on":"2026-11-01"}}]}],"importance":[]}}"#;

/// What is to be done, save to what.
#[derive(Clone, Copy, Debug)]
enum Deed {
    AddCentre,
    AddAnswered,
    AddExample,
    RemoveExample,
    RenameCentre,
    RemoveCentre,
    MoveCentre,
    SetAnswer,
    SetAnswers,
    SetWho,
    SetDate,
    Settle,
    SetNote,
    SetImportance,
    SetFact,
    SetAppointment,
    AddCost,
    SetCost,
    RemoveCost,
    SetCard,
    AddOwn,
    SetOwn,
    RemoveOwn,
    SetChoice,
    SetWhy,
    SetNext,
    SetRecord,
    Clear,
}

/// How often each deed is done.
const DEEDS: [(u32, Deed); 28] = [
    (12, Deed::AddCentre),
    (2, Deed::AddAnswered),
    (2, Deed::AddExample),
    (2, Deed::RemoveExample),
    (6, Deed::RenameCentre),
    (2, Deed::RemoveCentre),
    (3, Deed::MoveCentre),
    (16, Deed::SetAnswer),
    (4, Deed::SetAnswers),
    (6, Deed::SetWho),
    (6, Deed::SetDate),
    (3, Deed::Settle),
    (12, Deed::SetNote),
    (6, Deed::SetImportance),
    (10, Deed::SetFact),
    (3, Deed::SetAppointment),
    (8, Deed::AddCost),
    (10, Deed::SetCost),
    (2, Deed::RemoveCost),
    (4, Deed::SetCard),
    (6, Deed::AddOwn),
    (6, Deed::SetOwn),
    (2, Deed::RemoveOwn),
    (4, Deed::SetChoice),
    (4, Deed::SetWhy),
    (4, Deed::SetNext),
    (4, Deed::SetRecord),
    (1, Deed::Clear),
];

/// A deed and all that it can be done with, the things it is done to still as
/// places among the things of its time.
#[derive(Clone, Debug)]
struct Wish {
    deed: Deed,
    place: Index,
    inner: Index,
    seed: u32,
    number: usize,
    flag: bool,
    text: String,
    texts: [String; 2],
    date: Option<Date>,
    who: Option<WhoSaid>,
    answers: Vec<(CriterionId, Answer)>,
    criterion: CriterionId,
    rules: Vec<Rule>,
}

impl Wish {
    /// The action on this document; `None` if it takes a thing of which there
    /// is none.
    fn action(&self, checklist: &Checklist) -> Option<Action> {
        fn at<'a, T>(place: &Index, all: &'a [T]) -> Option<&'a T> {
            (!all.is_empty()).then(|| place.get(all))
        }
        let centre = at(&self.place, checklist.centres());
        let id = centre.map(|centre| centre.id());
        let criterion = self.criterion.clone();
        let text = self.text.clone();
        let (answer, importance) = (
            *self.inner.get(&Answer::ALL),
            *self.inner.get(&Importance::ALL),
        );
        let kind = if self.flag {
            OwnKind::Criterion
        } else {
            OwnKind::Question
        };
        let ids = || self.answers.iter().map(|(id, _)| id.clone());
        let (seed, on, answers) = (self.seed, self.date, self.answers.clone());
        Some(match self.deed {
            Deed::AddCentre => Action::AddCentre { name: text, seed },
            Deed::AddAnswered => Action::AddAnswered {
                name: text,
                seed,
                answers,
                on,
            },
            Deed::AddExample => Action::AddExample {
                names: self.texts.clone(),
                seed,
                rules: self.rules.clone(),
            },
            Deed::RemoveExample => Action::RemoveExample,
            Deed::RenameCentre => Action::RenameCentre {
                id: id?,
                name: text,
            },
            Deed::RemoveCentre => Action::RemoveCentre { id: id? },
            Deed::MoveCentre => Action::MoveCentre {
                id: id?,
                to: self.number,
            },
            Deed::SetAnswer => Action::SetAnswer {
                centre: id?,
                criterion,
                answer,
                on,
            },
            Deed::SetAnswers => Action::SetAnswers {
                centre: id?,
                answers,
                on,
            },
            Deed::SetWho => Action::SetWho {
                centre: id?,
                criterion,
                who: self.who,
            },
            Deed::SetDate => Action::SetDate {
                centre: id?,
                criterion,
                on,
            },
            Deed::Settle => Action::Settle {
                centre: id?,
                criterion,
                other: self.flag,
            },
            Deed::SetNote => Action::SetNote {
                centre: id?,
                criterion,
                note: text,
            },
            Deed::SetImportance => Action::SetImportance {
                criterion,
                importance,
            },
            Deed::SetFact => Action::SetFact {
                centre: id?,
                fact: *self.inner.get(&Fact::ALL),
                text,
            },
            Deed::SetAppointment => Action::SetAppointment { centre: id?, on },
            Deed::AddCost => Action::AddCost { centre: id?, seed },
            Deed::SetCost => Action::SetCost {
                centre: id?,
                line: CostLine {
                    id: at(&self.inner, centre?.costs())?.id,
                    what: text.into(),
                    amount: (self.number != 0).then_some(limits::MAX_AMOUNT / u64::from(seed + 1)),
                    currency: Currency::ALL[usize::from(self.flag)],
                },
            },
            Deed::RemoveCost => Action::RemoveCost {
                centre: id?,
                cost: at(&self.inner, centre?.costs())?.id,
            },
            Deed::SetCard => Action::SetCard {
                centre: id?,
                card: self.flag.then(|| ids().collect()),
            },
            Deed::AddOwn => Action::AddOwn { kind, text, seed },
            Deed::SetOwn => Action::SetOwn {
                id: at(&self.inner, checklist.own())?.id().clone(),
                text,
            },
            Deed::RemoveOwn => Action::RemoveOwn {
                id: at(&self.inner, checklist.own())?.id().clone(),
            },
            Deed::SetChoice => Action::SetChoice(match self.number {
                0 => Choice::Open,
                1 => Choice::None,
                _ => Choice::Centre(id?),
            }),
            Deed::SetWhy => Action::SetWhy(text),
            Deed::SetNext => Action::SetNext(text),
            Deed::SetRecord => Action::SetRecord(on.map(|on| {
                let standing = |name: &String| Standing {
                    name: name.as_str().into(),
                    answered: seed,
                    of: u32::MAX - seed,
                    range: self.flag.then_some((seed, 98 + seed)),
                    unmet: ids().take(1).collect(),
                    open: ids().collect(),
                };
                Record {
                    on,
                    standings: self.texts.iter().map(standing).collect(),
                }
            })),
            Deed::Clear => Action::Clear,
        })
    }
}

/// In which text field an action types, if it does.
fn field(action: &Action) -> Option<(&'static str, u32, String)> {
    let field = |name, centre: &CentreId, inner: &str| {
        let centre = centre.number();
        Some((name, centre, inner.to_owned()))
    };
    match action {
        Action::RenameCentre { id, .. } => field("name", id, ""),
        Action::SetNote {
            centre, criterion, ..
        } => field("note", centre, criterion.as_str()),
        Action::SetFact { centre, fact, .. } => field("fact", centre, fact.code()),
        Action::SetCost { centre, line } => field("cost", centre, &line.id.number().to_string()),
        Action::SetOwn { id, .. } => Some(("own", 0, id.as_str().to_owned())),
        Action::SetWhy(_) => Some(("why", 0, String::new())),
        Action::SetNext(_) => Some(("next", 0, String::new())),
        _ => None,
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
        1 => (190_usize..210).prop_map(|n| "ۆ".repeat(n)),
        1 => (1_990_usize..2_010).prop_map(|n| "ێ".repeat(n)),
        1 => (110_usize..2_010).prop_map(|n| "\u{200c}".repeat(n) + "x"),
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

fn date() -> impl Strategy<Value = Option<Date>> {
    select(&["", "0000-01-01", "2026-11-24", "2026-11-25", "9999-12-31"][..]).prop_map(Date::parse)
}

fn wish() -> impl Strategy<Value = Wish> {
    let deeds: Vec<Deed> = DEEDS
        .iter()
        .flat_map(|(times, deed)| (0..*times).map(|_| *deed))
        .collect();
    let who: Vec<_> = [None].into_iter().chain(WhoSaid::ALL.map(Some)).collect();
    (
        (select(deeds), any::<Index>(), any::<Index>()),
        (0_u32..4, 0_usize..6, any::<bool>()),
        (text(), [text(), text()]),
        (date(), select(who)),
        proptest::collection::vec((criterion(), answer()), 0..5),
        criterion(),
        rules(),
    )
        .prop_map(
            |(
                (deed, place, inner),
                (seed, number, flag),
                (text, texts),
                (date, who),
                answers,
                criterion,
                rules,
            )| Wish {
                deed,
                place,
                inner,
                seed,
                number,
                flag,
                text,
                texts,
                date,
                who,
                answers,
                criterion,
                rules,
            },
        )
}

/// A checklist that a person can have made.
fn checklist() -> impl Strategy<Value = Checklist> {
    let wishes = proptest::collection::vec(wish(), 0..40);
    (prop::bool::weighted(0.2), wishes).prop_map(|(disputed, wishes)| {
        let mut checklist = Checklist::default();
        if disputed {
            checklist = restore(DISPUTED.as_bytes()).unwrap().0;
        }
        for wish in wishes {
            if let Some(action) = wish.action(&checklist) {
                let _ = update(&mut checklist, action);
            }
        }
        checklist
    })
}

/// What happens to a session.
#[derive(Clone, Debug)]
enum Event {
    Act(Wish),
    /// The same once more, as typing is: with another text.
    Type(String),
    Seal,
    Undo,
    Redo,
    Replace(Checklist),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        20 => wish().prop_map(Event::Act),
        10 => select(&["a", "ab", "abc", ""][..]).prop_map(|text| Event::Type(text.to_owned())),
        2 => Just(Event::Seal),
        3 => Just(Event::Undo),
        2 => Just(Event::Redo),
        1 => checklist().prop_map(Event::Replace),
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

/// What the history has to do, said as plainly as possible.
#[derive(Default)]
struct Model {
    now: Checklist,
    past: Vec<Checklist>,
    future: Vec<Checklist>,
    /// The field in which typing on joins the last step.
    typing: Option<(&'static str, u32, String)>,
}

impl Model {
    fn step(&mut self, next: Checklist, field: Option<(&'static str, u32, String)>) {
        let before = std::mem::replace(&mut self.now, next);
        self.future.clear();
        if field.is_none() || field != self.typing {
            self.past.push(before);
            self.typing = field;
        } else if self.past.last() == Some(&self.now) {
            self.past.pop();
            self.typing = None;
        }
    }

    fn undo(&mut self) -> bool {
        self.typing = None;
        let before = self.past.pop();
        let found = before.is_some();
        if let Some(before) = before {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
        found
    }

    fn redo(&mut self) -> bool {
        let after = self.future.pop();
        let found = after.is_some();
        if let Some(after) = after {
            self.typing = None;
            self.past.push(std::mem::replace(&mut self.now, after));
        }
        found
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Also with undo and redo in between. Each step of the way back is one of
    /// the model's, so typing joins where it should and nowhere else, and is
    /// met again on the way forth.
    #[test]
    fn undoing_all_gives_the_identical_document(
        start in checklist(),
        events in proptest::collection::vec(event(), 0..60),
    ) {
        let mut session = Session::new(start.clone());
        let mut model = Model { now: start.clone(), ..Model::default() };
        let mut last: Option<Wish> = None;
        for event in &events {
            let revision = session.revision();
            let wish = match event {
                Event::Act(wish) => Some(wish.clone()),
                Event::Type(text) => last.clone().map(|wish| Wish { text: text.clone(), ..wish }),
                _ => None,
            };
            let changed = match event {
                Event::Seal => {
                    session.seal();
                    model.typing = None;
                    false
                }
                Event::Undo => {
                    let found = model.undo();
                    prop_assert_eq!(session.undo().is_some(), found);
                    found
                }
                Event::Redo => {
                    let found = model.redo();
                    prop_assert_eq!(session.redo().is_some(), found);
                    found
                }
                Event::Replace(document) => {
                    let kind = ChangeKind::Merge;
                    let replaced = session.replace(document.clone(), kind).is_ok();
                    prop_assert_eq!(replaced, *document != model.now);
                    if replaced {
                        model.step(document.clone(), None);
                        prop_assert_eq!(session.can_undo().map(|it| it.kind), Some(kind));
                    }
                    replaced
                }
                Event::Act(_) | Event::Type(_) => {
                    match wish.as_ref().and_then(|wish| wish.action(&model.now)) {
                        Some(action) => {
                            let could_redo = session.can_redo().cloned();
                            let result = session.apply(action.clone());
                            let mut alone = model.now.clone();
                            prop_assert_eq!(update(&mut alone, action.clone()), result);
                            match result {
                                Ok(()) => model.step(alone, field(&action)),
                                Err(_) => {
                                    prop_assert_eq!(session.can_redo(), could_redo.as_ref());
                                }
                            }
                            result.is_ok()
                        }
                        None => false,
                    }
                }
            };
            if wish.is_some() {
                last = wish;
            }
            prop_assert_eq!(session.revision(), revision + u64::from(changed));
            prop_assert_eq!(session.document(), &model.now);
        }

        while session.redo().is_some() {
            model.redo();
        }
        let end = session.document().clone();
        let mut documents = vec![end.clone()];
        while let Some(expected) = session.can_undo().cloned() {
            prop_assert_eq!(session.undo(), Some(expected.clone()));
            prop_assert_eq!(session.can_redo(), Some(&expected));
            prop_assert!(model.undo());
            prop_assert_eq!(session.document(), &model.now);
            documents.push(session.document().clone());
        }
        prop_assert!(!model.undo());
        prop_assert_eq!(session.document(), &start);
        while session.can_redo().is_some() {
            documents.pop();
            session.redo();
            prop_assert_eq!(Some(session.document()), documents.last());
        }
        prop_assert_eq!(session.document(), &end);
    }

    #[test]
    fn what_is_rejected_changes_nothing(start in checklist(), wish in wish()) {
        if let Some(action) = wish.action(&start) {
            let mut after = start.clone();
            match update(&mut after, action.clone()) {
                Ok(()) => {
                    prop_assert_ne!(&after, &start);
                    prop_assert_eq!(update(&mut after.clone(), action.clone()).err(), match action {
                        Action::AddCentre { .. }
                        | Action::AddAnswered { .. }
                        | Action::AddCost { .. }
                        | Action::AddOwn { .. } => None,
                        Action::RemoveCentre { .. } => Some(Rejected::UnknownCentre),
                        Action::RemoveCost { .. } => Some(Rejected::UnknownCost),
                        Action::RemoveOwn { .. } => Some(Rejected::BadCriterion),
                        _ => Some(Rejected::NoChange),
                    });
                }
                Err(_) => prop_assert_eq!(&after, &start),
            }
        }
    }

    #[test]
    fn the_example_is_gone_without_a_trace(start in checklist(), rules in rules(), seed: u32) {
        let mut plain = start;
        let _ = update(&mut plain, Action::RemoveExample);
        let mut checklist = plain.clone();
        let names = ["Example 1".to_owned(), "Example 2".to_owned()];
        update(&mut checklist, Action::AddExample { names, seed, rules }).unwrap();
        prop_assert_eq!(checklist.centres().len(), plain.centres().len() + 2);
        update(&mut checklist, Action::RemoveExample).unwrap();
        prop_assert_eq!(checklist, plain);
    }

    #[test]
    fn every_document_keeps_what_is_promised(checklist in checklist()) {
        check_promises(&checklist)?;
    }
}

/// What the module promises of every checklist it hands out.
fn check_promises(checklist: &Checklist) -> Result<(), TestCaseError> {
    let bad = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let blank = |c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    };
    let lines = |text: &str, most: usize| -> Result<(), TestCaseError> {
        prop_assert!(!text.contains(bad));
        prop_assert!(text.chars().count() <= most);
        prop_assert!(text.is_empty() || !text.chars().all(blank));
        Ok(())
    };
    let line = |text: &str| -> Result<(), TestCaseError> {
        prop_assert!(!text.contains('\n'));
        lines(text, limits::MAX_LINE_CHARS)
    };
    let name = |text: &str, most: usize| -> Result<(), TestCaseError> {
        prop_assert!(!text.is_empty() && !text.contains('\n'));
        prop_assert_eq!(text.trim(), text);
        lines(text, most)
    };
    let says_nothing = |it: &Reply| it.answer == Answer::NotAsked && it.note.is_empty();
    let reply = |reply: &Reply| -> Result<(), TestCaseError> {
        prop_assert!(!says_nothing(reply) || *reply == Reply::default());
        lines(&reply.note, limits::MAX_NOTE_CHARS)
    };
    let ids = |ids: &[CriterionId]| -> Result<(), TestCaseError> {
        prop_assert!(ids.len() <= limits::MAX_CRITERIA);
        prop_assert!(ids.iter().all(CriterionId::is_valid));
        prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
        Ok(())
    };
    let unique = |ids: &mut dyn Iterator<Item = u32>, count: usize| {
        ids.filter(|id| *id > 0).collect::<HashSet<_>>().len() == count
    };
    let centres = checklist.centres();
    prop_assert!(centres.len() <= limits::MAX_CENTRES);
    prop_assert!(unique(
        &mut centres.iter().map(|it| it.id().number()),
        centres.len()
    ));
    for centre in centres {
        let centre: &Centre = centre;
        name(centre.name(), limits::MAX_NAME_CHARS)?;
        for fact in Fact::ALL {
            line(centre.fact(fact))?;
        }
        let costs = centre.costs();
        prop_assert!(costs.len() <= limits::MAX_COSTS);
        prop_assert!(unique(
            &mut costs.iter().map(|it| it.id.number()),
            costs.len()
        ));
        for cost in costs {
            line(&cost.what)?;
            prop_assert!(cost.amount.is_none_or(|it| it <= limits::MAX_AMOUNT));
        }
        let of: Vec<_> = centre.entries().iter().map(|(id, _)| id.clone()).collect();
        ids(&of)?;
        prop_assert!(of.is_sorted());
        for (_, entry) in centre.entries() {
            reply(&entry.reply)?;
            if let Some(other) = &entry.other {
                reply(other)?;
                prop_assert!(!says_nothing(other));
            }
            prop_assert!(!says_nothing(&entry.reply) || entry.other.is_some());
        }
        ids(centre.card().unwrap_or_default())?;
    }
    prop_assert!(checklist.own().len() <= limits::MAX_OWN);
    let own: Vec<_> = checklist.own().iter().map(|own| own.id().clone()).collect();
    ids(&own)?;
    for own in checklist.own() {
        name(own.text(), limits::MAX_LINE_CHARS)?;
        let digits = own.id().as_str().strip_prefix("own-").unwrap_or("");
        prop_assert_eq!(digits.len(), 8);
        prop_assert!(u32::from_str_radix(digits, 16).is_ok());
    }
    let decision = checklist.decision();
    if let Choice::Centre(id) = decision.choice {
        prop_assert!(checklist.centre(id).is_some());
    }
    lines(&decision.why, limits::MAX_NOTE_CHARS)?;
    lines(&decision.next, limits::MAX_NOTE_CHARS)?;
    for standing in decision.record.iter().flat_map(|record| &record.standings) {
        name(&standing.name, limits::MAX_NAME_CHARS)?;
        if let Some((low, high)) = standing.range {
            prop_assert!(low <= high && high <= 100);
        }
        ids(&standing.unmet)?;
        ids(&standing.open)?;
    }
    let saved = save(checklist);
    prop_assert!(saved.len() <= limits::MAX_FILE_BYTES);
    prop_assert_eq!(
        restore(saved.as_bytes()),
        Ok((checklist.clone(), Vec::new()))
    );
    Ok(())
}

/// The random documents are no poor ones: every part of one is met.
#[test]
fn random_documents_have_every_part() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let strategy = checklist();
    let mut saved = String::new();
    for _ in 0..500 {
        saved += &save(&strategy.new_tree(&mut runner).unwrap().current());
    }
    for field in [
        "answer",
        "note",
        "who",
        "on",
        "other",
        "city",
        "country",
        "phone",
        "appointment_place",
        "local_care",
        "appointment",
        "costs",
        "what",
        "amount",
        "currency",
        "card",
        "example",
        "importance",
        "own",
        "kind",
        "decision",
        "choice",
        "why",
        "next",
        "record",
        "standings",
        "answered",
        "of",
        "low",
        "high",
        "unmet",
        "open",
    ] {
        assert!(saved.contains(&format!("\"{field}\":")), "{field}");
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
    fn restore_repairs_once(version in 1..=2, document in hostile_document()) {
        let data = format!(
            r#"{{"format":"hipec-checklist","version":{version},"document":{document}}}"#
        );
        if let Ok((checklist, repairs)) = restore(data.as_bytes()) {
            prop_assert!(repairs.len() <= limits::MAX_REPAIRS);
            check_promises(&checklist)?;
            // The same file says the same tomorrow.
            prop_assert_eq!(restore(data.as_bytes()), Ok((checklist.clone(), repairs)));
            // The document is one to go on working with.
            let mut session = Session::new(checklist.clone());
            for seed in [0, 1, u32::MAX] {
                let name = "A".to_owned();
                session.apply(Action::AddCentre { name, seed }).unwrap();
                let new = session.document().centres().last().unwrap().id();
                prop_assert!(checklist.centre(new).is_none());
            }
            while session.undo().is_some() {}
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
                    on: None,
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
    type Json = BoxedStrategy<String>;
    fn json_text() -> Json {
        text()
            .prop_map(|text| serde_json::to_string(&text).unwrap())
            .boxed()
    }
    fn of(all: &'static [&'static str]) -> Json {
        select(all).prop_map(str::to_owned).boxed()
    }
    fn anything() -> impl Strategy<Value = String> {
        prop_oneof![
            json_text(),
            any::<i64>().prop_map(|n| n.to_string()),
            of(&[
                "null",
                "true",
                "[]",
                "{}",
                "[[0]]",
                "1e300",
                "-0.5",
                "4294967295"
            ]),
        ]
    }
    fn word(words: &'static [&'static str]) -> Json {
        select(words).prop_map(|word| format!("\"{word}\"")).boxed()
    }
    fn object(fields: Vec<(&'static str, Json)>) -> Json {
        let fields: Vec<_> = fields
            .into_iter()
            .map(|(name, right)| {
                prop_oneof![
                    16 => right.prop_map(move |value| format!("\"{name}\":{value}")),
                    1 => anything().prop_map(move |value| format!("\"{name}\":{value}")),
                    1 => anything().prop_map(move |value| format!("\"not-{name}\":{value}")),
                ]
            })
            .collect();
        fields
            .prop_map(|fields| format!("{{{}}}", fields.join(",")))
            .boxed()
    }
    fn list(element: Json) -> Json {
        let element = prop_oneof![8 => element, 1 => anything().boxed()];
        proptest::collection::vec(element, 0..5)
            .prop_map(|all| format!("[{}]", all.join(",")))
            .boxed()
    }
    fn id() -> Json {
        (0_u32..6).prop_map(|n| n.to_string()).boxed()
    }
    fn criterion() -> Json {
        word(&["volume", "team", "icu", "own-0000002a"])
    }
    fn date() -> Json {
        word(&["2026-11-24", "2024-02-29", "2026-02-29", "soon"])
    }
    fn reply() -> Vec<(&'static str, Json)> {
        let answers = &["yes", "no", "not-asked", "would-not-say", "JA"];
        vec![
            ("answer", word(answers)),
            ("note", json_text()),
            ("who", word(&["staff", "patient", "uncle"])),
            ("on", date()),
        ]
    }
    let mut answer = reply();
    answer.insert(0, ("criterion", criterion()));
    answer.push(("other", object(reply())));
    let cost = object(vec![
        ("id", id()),
        ("what", json_text()),
        ("amount", of(&["0", "1000000000000", "1000000000001", "-1"])),
        ("currency", word(&["IQD", "USD", "EUR"])),
    ]);
    let centre = object(vec![
        ("id", id()),
        ("name", json_text()),
        ("answers", list(object(answer))),
        ("city", json_text()),
        ("local_care", json_text()),
        ("appointment", date()),
        ("costs", list(cost)),
        ("card", list(criterion())),
        ("example", of(&["true", "false"])),
    ]);
    let importance = object(vec![
        ("criterion", criterion()),
        (
            "importance",
            word(&["essential", "helpful", "not-for-me", "JA"]),
        ),
    ]);
    let own = object(vec![
        (
            "id",
            word(&["own-0000002a", "own-00000001", "own-language"]),
        ),
        ("kind", word(&["criterion", "question", "wish"])),
        ("text", json_text()),
    ]);
    let standing = object(vec![
        ("name", json_text()),
        ("answered", id()),
        ("of", id()),
        ("low", id()),
        ("high", of(&["5", "100", "101"])),
        ("unmet", list(criterion())),
        ("open", list(criterion())),
    ]);
    let record = object(vec![("on", date()), ("standings", list(standing))]);
    let decision = object(vec![
        ("choice", prop_oneof![id(), of(&["\"none\""])].boxed()),
        ("why", json_text()),
        ("next", json_text()),
        ("record", record),
    ]);
    object(vec![
        ("centres", list(centre)),
        ("importance", list(importance)),
        ("own", list(own)),
        ("decision", decision),
        ("next_id", id()),
    ])
}
