//! Two phones, one list: putting together what two people wrote down.
//!
//! What both say stands once, what only one says is taken over, and where they
//! disagree nothing is decided for them: both answers stay, and the question
//! counts as open until the person has chosen. Where there is room for only one
//! of two things, ours stays, and [`LeftOut`] says that something was left out.
//! Merging the same list a second time changes nothing.

use std::sync::Arc;

use super::limits::{
    MAX_CENTRES, MAX_COSTS, MAX_CRITERIA, MAX_FILE_BYTES, MAX_LINE_CHARS, MAX_NOTE_CHARS, MAX_OWN,
    longer_than,
};
use super::model::{
    Answer, Centre, CentreId, Checklist, Choice, CostId, CostLine, Decision, Entry, Reply,
};
use super::update::free;
use super::wire;

/// What to do where two lists answer one question differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Keep both answers, for the person to choose.
    KeepBoth,
    /// Take the later one where both are dated, on different days, and neither
    /// list is in two minds; else keep both. Only if the person asked for it:
    /// later is not always better.
    Newer,
}

/// Two lists put together, and what that meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The document; its centres, costs and own questions are ours in our
    /// order, then what only they have.
    pub document: Checklist,
    /// What came in and what did not. Merging changes nothing that is stored,
    /// so this can be shown before anything is done.
    pub difference: Difference,
}

/// What merging takes over from the other list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The centres that only they have, and that are now in the document.
    pub centres_new: Vec<CentreId>,
    /// How many centres are in both lists.
    pub centres_both: u32,
    /// How many centres only we have.
    pub centres_ours: u32,
    /// Answers to questions that we had not asked.
    pub answers_new: u32,
    /// Answers that are the same in both lists.
    pub answers_same: u32,
    /// Answers that differ from ours.
    pub answers_differ: u32,
    /// Of those that differ, the ones where the date decided and one of the two
    /// answers is gone. None with [`Take::KeepBoth`].
    pub answers_settled: u32,
    /// Notes, reasons and next steps that brought in words which we lacked.
    pub notes_new: u32,
    /// Practical facts that brought in words which we lacked.
    pub facts_new: u32,
    /// Lines of costs that were added or filled in.
    pub costs_new: u32,
    /// Own criteria and questions that only they have.
    pub own_new: u32,
    /// What of theirs is not in the document.
    pub left_out: LeftOut,
}

/// How much of the other list did not find a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Centres of an example: they are no hospitals.
    pub examples: u32,
    /// Centres for which there was no room, or no room for what is new in them.
    pub centres: u32,
    /// Answers for which there was no room: beyond [`MAX_CRITERIA`] at one
    /// centre, or a third answer where two disagree already.
    pub answers: u32,
    /// Notes, reasons and next steps that would be too long together with ours.
    pub notes: u32,
    /// Practical facts that would be too long together with ours.
    pub facts: u32,
    /// Lines of costs for which there was no room.
    pub costs: u32,
    /// Own criteria and questions for which there was no room, or which we word
    /// differently.
    pub own: u32,
    /// Where only one can stand, and ours does: the name of a centre, the day
    /// of its appointment, the questions picked for it, who gave an answer that
    /// both have and when, an importance, the choice and its record. One for
    /// each.
    pub choices: u32,
}

/// What a document holds, to be told in a line before it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents<'a> {
    /// The names of its centres, in order.
    pub names: Vec<&'a str>,
    /// Questions at centres that have an answer, or two that disagree.
    pub answers: u32,
    /// Notes on answers.
    pub notes: u32,
    /// Own criteria and questions.
    pub own: u32,
    /// Whether there is a decision.
    pub decided: bool,
}

/// What a document holds.
#[must_use]
pub fn contents(checklist: &Checklist) -> Contents<'_> {
    let mut contents = Contents {
        decided: checklist.decision.choice != Choice::Open,
        ..Contents::default()
    };
    contents.own = checklist.own.iter().map(|_| 1).sum();
    for centre in &checklist.centres {
        contents.names.push(&centre.name);
        for (_, entry) in centre.entries() {
            let has_answer = replies(entry).any(|it| it.answer != Answer::NotAsked);
            contents.answers += u32::from(has_answer);
            contents.notes += notes_in(entry);
        }
    }
    contents
}

/// What is said in an entry: ours, and what another list said.
fn replies(entry: &Entry) -> impl Iterator<Item = &Reply> {
    [Some(&entry.reply), entry.other.as_deref()]
        .into_iter()
        .flatten()
}

fn notes_in(entry: &Entry) -> u32 {
    replies(entry)
        .map(|it| u32::from(!it.note.is_empty()))
        .sum()
}

/// Puts two lists together. The result is a document like any other, whatever
/// the two are; ours is the one that this device keeps.
#[must_use]
pub fn merge(ours: &Checklist, theirs: &Checklist, take: Take) -> Merged {
    let mut document = ours.clone();
    let mut difference = Difference::default();
    merge_own(&mut document, theirs, &mut difference);
    merge_importance(&mut document, theirs, &mut difference);
    for centre in &theirs.centres {
        merge_centre(&mut document, centre, take, &mut difference);
    }
    let before = difference.clone();
    let mut next = document.clone();
    merge_decision(&mut next, theirs, &mut difference);
    if !replace(&mut document, next) {
        difference = before;
        difference.left_out.choices += 1;
    }
    let all: u32 = ours.centres.iter().map(|_| 1).sum();
    difference.centres_ours = all - difference.centres_both;
    Merged {
        document,
        difference,
    }
}

/// Goes on with `next`, unless it could not be saved.
fn replace(document: &mut Checklist, next: Checklist) -> bool {
    let fits = wire::size_at_most(&next) <= MAX_FILE_BYTES;
    if fits {
        *document = next;
    }
    fits
}

fn merge_own(document: &mut Checklist, theirs: &Checklist, difference: &mut Difference) {
    for own in theirs.own.iter() {
        let known = document.own.iter().find(|it| it.id == own.id);
        if known.is_some_and(|known| known == own) {
            continue;
        }
        let mut next = document.clone();
        if known.is_none() && document.own.len() < MAX_OWN {
            Arc::make_mut(&mut next.own).push(own.clone());
            if replace(document, next) {
                difference.own_new += 1;
                continue;
            }
        }
        difference.left_out.own += 1;
    }
}

fn merge_importance(document: &mut Checklist, theirs: &Checklist, difference: &mut Difference) {
    for (criterion, importance) in theirs.importance.as_slice() {
        let ours = document.importance.get(criterion);
        if ours == Some(importance) {
            continue;
        }
        if ours.is_none() && document.importance.as_slice().len() < MAX_CRITERIA {
            let mut next = document.clone();
            Arc::make_mut(&mut next.importance).set(criterion.clone(), *importance);
            if replace(document, next) {
                continue;
            }
        }
        difference.left_out.choices += 1;
    }
}

fn merge_centre(
    document: &mut Checklist,
    theirs: &Arc<Centre>,
    take: Take,
    difference: &mut Difference,
) {
    let place = document.centres.iter().position(|it| it.id == theirs.id);
    let mut next = document.clone();
    let known = place.and_then(|place| next.centres.get_mut(place));
    if theirs.example {
        let same = known.is_some_and(|ours| ours == theirs);
        difference.left_out.examples += u32::from(!same);
        difference.centres_both += u32::from(place.is_some());
        return;
    }
    let before = difference.clone();
    match known {
        Some(ours) => {
            difference.centres_both += 1;
            if *ours == *theirs {
                // Most are, and need no copy.
                count_same(theirs, difference);
                return;
            }
            fill_centre(Arc::make_mut(ours), theirs, take, difference);
        }
        None => {
            if document.centres.len() >= MAX_CENTRES {
                difference.left_out.centres += 1;
                return;
            }
            difference.centres_new.push(theirs.id);
            for (_, entry) in theirs.entries() {
                count_new(entry, difference);
            }
            next.centres.push(Arc::clone(theirs));
        }
    }
    if !replace(document, next) {
        let centres_both = difference.centres_both;
        *difference = Difference {
            centres_both,
            ..before
        };
        difference.left_out.centres += 1;
    }
}

fn count_same(centre: &Centre, difference: &mut Difference) {
    for (_, entry) in centre.entries() {
        difference.answers_same += answers_in(entry);
    }
}

fn count_new(entry: &Entry, difference: &mut Difference) {
    difference.answers_new += answers_in(entry);
    difference.notes_new += notes_in(entry);
}

fn answers_in(entry: &Entry) -> u32 {
    replies(entry)
        .map(|it| u32::from(it.answer != Answer::NotAsked))
        .sum()
}

fn fill_centre(ours: &mut Centre, theirs: &Centre, take: Take, difference: &mut Difference) {
    let left_out = &mut difference.left_out;
    left_out.choices += u32::from(ours.name != theirs.name);
    fill(&mut ours.appointment, theirs.appointment, left_out);
    fill(&mut ours.card, theirs.card.clone(), left_out);
    ours.example = false;
    for (ours, theirs) in ours.facts.iter_mut().zip(&theirs.facts) {
        let (new, lost) = join(ours, theirs, " / ", MAX_LINE_CHARS);
        difference.facts_new += new;
        difference.left_out.facts += lost;
    }
    merge_costs(ours, theirs, difference);
    for (criterion, said) in theirs.entries() {
        let Some(entry) = ours.entry(criterion) else {
            if ours.entries().len() < MAX_CRITERIA {
                count_new(said, difference);
                ours.entries.set(criterion.clone(), said.clone());
            } else {
                difference.left_out.answers += 1;
            }
            continue;
        };
        let mut entry = entry.clone();
        // What they have not settled themselves, a date does not settle either.
        let take = if said.other.is_some() {
            Take::KeepBoth
        } else {
            take
        };
        for reply in replies(said) {
            hear(&mut entry, reply, take, difference);
        }
        ours.entries.set(criterion.clone(), entry);
    }
}

/// Takes over what we lack.
fn fill<T: PartialEq>(ours: &mut Option<T>, theirs: Option<T>, left_out: &mut LeftOut) {
    if ours.is_none() {
        *ours = theirs;
    } else if theirs.is_some() && *ours != theirs {
        left_out.choices += 1;
    }
}

/// Takes in one thing that the other list says about a question.
fn hear(entry: &mut Entry, said: &Reply, take: Take, difference: &mut Difference) {
    let is_answer = said.answer != Answer::NotAsked;
    if replies(entry).any(|known| known == said) {
        difference.answers_same += u32::from(is_answer);
        return;
    }
    let ours = &mut entry.reply;
    let other_fits =
        |other: &Reply| other.answer == said.answer || other.answer == Answer::NotAsked;
    if ours.answer == said.answer {
        difference.answers_same += u32::from(is_answer);
        return add_to(ours, said, difference);
    }
    if !is_answer {
        return add_to(ours, said, difference);
    }
    if let Some(other) = &mut entry.other
        && other_fits(other)
    {
        difference.answers_same += u32::from(other.answer == said.answer);
        difference.answers_differ += u32::from(other.answer != said.answer);
        return add_to(other, said, difference);
    }
    if ours.answer == Answer::NotAsked {
        difference.answers_new += 1;
        return add_to(ours, said, difference);
    }
    difference.answers_differ += 1;
    if entry.other.is_some() {
        difference.left_out.answers += 1;
        return add_note(ours, said, difference);
    }
    if let (Take::Newer, Some(on), Some(said_on)) = (take, ours.on, said.on)
        && on != said_on
    {
        difference.answers_settled += 1;
        if said_on > on {
            ours.answer = said.answer;
            ours.who = said.who;
            ours.on = said.on;
        }
        return add_note(ours, said, difference);
    }
    difference.notes_new += u32::from(!said.note.is_empty());
    entry.other = Some(Box::new(said.clone()));
}

/// Adds what is said to what is known, where the two do not disagree.
fn add_to(known: &mut Reply, said: &Reply, difference: &mut Difference) {
    let (before, note) = (known.clone(), std::mem::take(&mut known.note));
    let clash = before.who.is_some() && said.who.is_some() && before.who != said.who
        || before.on.is_some() && said.on.is_some() && before.on != said.on;
    if before.answer == Answer::NotAsked && said.answer != Answer::NotAsked {
        *known = said.clone();
    } else if before.answer == said.answer && !clash {
        // "The nurse" of the one and "the website, on Monday" of the other must
        // not become "the nurse, on Monday": either all fits or nothing.
        known.who = before.who.or(said.who);
        known.on = before.on.or(said.on);
    }
    known.note = note;
    let lost = |from: &Reply| {
        from.who.is_some() && from.who != known.who || from.on.is_some() && from.on != known.on
    };
    let lost = u32::from(lost(&before)) + u32::from(lost(said));
    difference.left_out.choices += lost;
    add_note(known, said, difference);
}

fn add_note(known: &mut Reply, said: &Reply, difference: &mut Difference) {
    add_text(&mut known.note, &said.note, difference);
}

fn add_text(ours: &mut Box<str>, theirs: &str, difference: &mut Difference) {
    let (new, lost) = join(ours, theirs, "\n", MAX_NOTE_CHARS);
    difference.notes_new += new;
    difference.left_out.notes += lost;
}

/// Adds a text to ours, unless one holds the other already. Returns 1 and 0 if
/// that brought something in, 0 and 1 if it would be too long, else zeros.
fn join(ours: &mut Box<str>, theirs: &str, between: &str, max: usize) -> (u32, u32) {
    if holds(ours, theirs) {
        return (0, 0);
    }
    let joined: Box<str> = if holds(theirs, ours) {
        theirs.into()
    } else {
        [ours.as_ref(), between, theirs].concat().into()
    };
    if longer_than(&joined, max) {
        return (0, 1);
    }
    *ours = joined;
    (1, 0)
}

/// Whether a text holds another in whole words: "no" is not in "unknown".
fn holds(text: &str, part: &str) -> bool {
    let is_inside_of_word =
        |c: char| !(c.is_whitespace() || c.is_ascii_punctuation() || "،؛؟«»“”‘’–—…".contains(c));
    let mut from = 0;
    // Finds may overlap, and any of them may be the one.
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(part)) {
        let (start, end) = (from + at, from + at + part.len());
        let before = text.get(..start).and_then(|it| it.chars().next_back());
        let after = text.get(end..).and_then(|it| it.chars().next());
        if part.is_empty() || ![before, after].into_iter().flatten().any(is_inside_of_word) {
            return true;
        }
        from = start + part.chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// Lines of costs belong together by their id. A line that says something else
/// than ours is kept beside it.
fn merge_costs(ours: &mut Centre, theirs: &Centre, difference: &mut Difference) {
    for line in &theirs.costs {
        let mut id = line.id;
        if let Some(known) = ours.costs.iter_mut().find(|it| it.id == id) {
            if agree(known, line) {
                if known.what.is_empty() {
                    known.what.clone_from(&line.what);
                }
                if known.amount.is_none() && line.amount.is_some() {
                    known.amount = line.amount;
                    known.currency = line.currency;
                    difference.costs_new += 1;
                }
                continue;
            }
            let is_there = |it: &CostLine| CostLine { id, ..it.clone() } == *line;
            if ours.costs.iter().any(is_there) {
                continue;
            }
            let taken = |number| {
                let mut all = ours.costs.iter().chain(&theirs.costs);
                all.any(|it| it.id.0 == number)
            };
            id = CostId(free(id.0, taken));
        } else if line.what.is_empty() && line.amount.is_none() {
            continue;
        }
        if ours.costs.len() < MAX_COSTS {
            ours.costs.push(CostLine { id, ..line.clone() });
            difference.costs_new += 1;
        } else {
            difference.left_out.costs += 1;
        }
    }
}

/// Whether two lines can be one, perhaps with more filled in.
fn agree(a: &CostLine, b: &CostLine) -> bool {
    let names = a.what == b.what || a.what.is_empty() || b.what.is_empty();
    let amounts = (a.amount, a.currency) == (b.amount, b.currency);
    names && (amounts || a.amount.is_none() || b.amount.is_none())
}

fn merge_decision(document: &mut Checklist, theirs: &Checklist, difference: &mut Difference) {
    let theirs = theirs.decision.as_ref();
    if *theirs == Decision::default() || *theirs == *document.decision {
        return;
    }
    let is_there = match theirs.choice {
        Choice::Open | Choice::None => true,
        Choice::Centre(id) => document.centre(id).is_some(),
    };
    let ours = Arc::make_mut(&mut document.decision);
    let left_out = &mut difference.left_out;
    if ours.choice == Choice::Open && is_there {
        ours.choice = theirs.choice;
    }
    let same_choice = ours.choice == theirs.choice;
    left_out.choices += u32::from(!same_choice && theirs.choice != Choice::Open);
    // What was known on the day of another choice is no record of ours.
    if same_choice {
        fill(&mut ours.record, theirs.record.clone(), left_out);
    } else if theirs.record.is_some() && theirs.record != ours.record {
        left_out.choices += 1;
    }
    add_text(&mut ours.why, &theirs.why, difference);
    add_text(&mut ours.next, &theirs.next, difference);
}
