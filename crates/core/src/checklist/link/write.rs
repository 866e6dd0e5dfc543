//! The document of a link, written down in bytes.
//!
//! ```text
//! document   ids, own, centres, importance, decision
//! ids        n, hash (2 bytes) × n; n, own number (4) × n; n, text × n
//! own        n, (id × 2 + kind, text) × n
//! centres    n, centre × n
//! centre     id (4), name, parts, each fact that is there, appointment (3),
//!            costs, card, answers
//! parts      a bit each: the five facts, appointment, costs, card, example
//! costs      n, (id (4), 1: amount known + 2: dollars, what, amount) × n
//! card       n, id × n
//! answers    half a byte for each of the ids, then the details
//! importance n, (id × 4 + importance) × n
//! decision   1 byte: choice + a bit each: why, next, record; then these
//! record     date (3), n, standing × n
//! standing   0 and name, or the place of a centre with that name from 1;
//!            answered, of, 0 or lowest + 1 and highest, two lists as a card
//! ```
//!
//! Numbers without a width are written seven bits a byte, the lowest first,
//! with the highest bit set on all but the last. An id is the place in `ids`. A
//! text is the number of its bytes, then [`letters`].
//!
//! Half a byte of `answers` is the place of the answer in [`Answer::ALL`], and
//! five more where details follow; the even places stand in the lower halves.
//! Details are a byte (bits 0 to 2 who, 3 and 4 the form of the date, 5 whether
//! there is a note, 6 whether another list disagrees), the date, the note, and
//! for the other list its answer as a byte and its own details. Without
//! details, an answer was given by whom and when the last one with details was:
//! most answers of a visit need none.

use super::super::model::{
    Answer, Centre, Checklist, Choice, Currency, Decision, Fact, Importance, OwnKind, Reply, Rule,
    WhoSaid,
};
use super::ids::Ids;
use super::letters;
use crate::date::Date;

/// Appends the document.
pub(super) fn write(checklist: &Checklist, rules: &[Rule], bytes: &mut Vec<u8>) {
    let ids = Ids::of(checklist, rules);
    let mut out = Writer {
        bytes,
        who: None,
        on: None,
    };
    out.count(ids.hashes.len());
    for hash in &ids.hashes {
        out.bytes.extend(hash.to_le_bytes());
    }
    out.count(ids.own.len());
    for number in &ids.own {
        out.bytes.extend(number.to_le_bytes());
    }
    out.count(ids.texts.len());
    for text in &ids.texts {
        out.text(text);
    }
    out.count(checklist.own.len());
    for own in checklist.own.iter() {
        let kind = usize::from(own.kind == OwnKind::Question);
        out.count(ids.place(&own.id) * 2 + kind);
        out.text(&own.text);
    }
    out.count(checklist.centres.len());
    for centre in &checklist.centres {
        out.centre(centre, &ids);
    }
    let importance = checklist.importance.as_slice();
    out.count(importance.len());
    for (id, chosen) in importance {
        let chosen = place_in(&Importance::ALL, chosen);
        out.count(ids.place(id) * 4 + usize::from(chosen));
    }
    out.decision(&checklist.decision, checklist, &ids);
}

/// The place of one of at most seven values.
fn place_in<T: PartialEq>(all: &[T], value: &T) -> u8 {
    let place = all.iter().position(|it| it == value);
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(0)
}

/// A day as a number: not of days, but one that tells days apart.
fn number_of(date: Date) -> u32 {
    let (month, day) = (u32::from(date.month()), u32::from(date.day()));
    u32::from(date.year()) * 372 + month * 31 + day - 32
}

struct Writer<'a> {
    bytes: &'a mut Vec<u8>,
    /// Who gave the last answer with details, and when.
    who: Option<WhoSaid>,
    on: Option<Date>,
}

impl Writer<'_> {
    fn number(&mut self, mut number: u64) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                self.bytes.push(low);
                return;
            }
            self.bytes.push(low | 0x80);
        }
    }

    fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    fn text(&mut self, text: &str) {
        let text = letters::encode(text);
        self.count(text.len());
        self.bytes.extend(text);
    }

    fn date(&mut self, date: Date) {
        let [a, b, c, _] = number_of(date).to_le_bytes();
        self.bytes.extend([a, b, c]);
    }

    fn places(&mut self, list: &[super::super::CriterionId], ids: &Ids) {
        self.count(list.len());
        for id in list {
            self.count(ids.place(id));
        }
    }

    fn centre(&mut self, centre: &Centre, ids: &Ids) {
        self.bytes.extend(centre.id.0.to_le_bytes());
        self.text(&centre.name);
        let has = |place: u32, it: bool| u64::from(it) << place;
        let mut parts = has(5, centre.appointment.is_some())
            | has(6, !centre.costs.is_empty())
            | has(7, centre.card.is_some())
            | has(8, centre.example);
        for (fact, place) in Fact::ALL.into_iter().zip(0..) {
            parts |= has(place, !centre.fact(fact).is_empty());
        }
        self.number(parts);
        for fact in centre.facts.iter().filter(|fact| !fact.is_empty()) {
            self.text(fact);
        }
        if let Some(date) = centre.appointment {
            self.date(date);
        }
        if !centre.costs.is_empty() {
            self.count(centre.costs.len());
            for line in &centre.costs {
                self.bytes.extend(line.id.0.to_le_bytes());
                let dollars = u8::from(line.currency == Currency::Usd);
                self.bytes
                    .push(u8::from(line.amount.is_some()) | dollars << 1);
                self.text(&line.what);
                if let Some(amount) = line.amount {
                    self.number(amount);
                }
            }
        }
        if let Some(card) = centre.card() {
            self.places(card, ids);
        }
        self.answers(centre, ids);
    }

    fn answers(&mut self, centre: &Centre, ids: &Ids) {
        let start = self.bytes.len();
        self.bytes.resize(start + ids.all.len().div_ceil(2), 0);
        for (place, id) in ids.all.iter().enumerate() {
            let Some(entry) = centre.entry(id) else {
                continue;
            };
            let reply = &entry.reply;
            let plain = entry.other.is_none()
                && reply.note.is_empty()
                && reply.answer != Answer::NotAsked
                && (reply.who, reply.on) == (self.who, self.on);
            let half = place_in(&Answer::ALL, &reply.answer) + if plain { 0 } else { 5 };
            if let Some(byte) = self.bytes.get_mut(start + place / 2) {
                *byte |= half << (place % 2 * 4);
            }
            if plain {
                continue;
            }
            self.details(reply, entry.other.is_some());
            if let Some(other) = &entry.other {
                self.bytes.push(place_in(&Answer::ALL, &other.answer));
                self.details(other, false);
            }
        }
    }

    fn details(&mut self, reply: &Reply, other: bool) {
        let who = reply.who.map_or(0, |who| 1 + place_in(&WhoSaid::ALL, &who));
        let number = reply.on.map(number_of).unwrap_or_default();
        let recent = number
            .checked_sub(super::read::FIRST_RECENT)
            .and_then(|days| u16::try_from(days).ok());
        let form = match (reply.on, recent) {
            (None, _) => 0,
            (on, _) if on == self.on => 1,
            (Some(_), Some(_)) => 2,
            (Some(_), None) => 3,
        };
        let note = u8::from(!reply.note.is_empty());
        self.bytes
            .push(who | form << 3 | note << 5 | u8::from(other) << 6);
        match (form, recent, reply.on) {
            (2, Some(days), _) => self.bytes.extend(days.to_le_bytes()),
            (3, _, Some(on)) => self.date(on),
            _ => {}
        }
        if note > 0 {
            self.text(&reply.note);
        }
        (self.who, self.on) = (reply.who, reply.on);
    }

    fn decision(&mut self, decision: &Decision, checklist: &Checklist, ids: &Ids) {
        let choice = match decision.choice {
            Choice::Open => 0,
            Choice::Centre(_) => 1,
            Choice::None => 2,
        };
        let why = u8::from(!decision.why.is_empty());
        let next = u8::from(!decision.next.is_empty());
        let record = u8::from(decision.record.is_some());
        self.bytes.push(choice | why << 2 | next << 3 | record << 4);
        let centres = &checklist.centres;
        if let Choice::Centre(id) = decision.choice {
            let place = centres.iter().position(|centre| centre.id == id);
            self.count(place.unwrap_or_default());
        }
        for text in [&decision.why, &decision.next] {
            if !text.is_empty() {
                self.text(text);
            }
        }
        let Some(record) = &decision.record else {
            return;
        };
        self.date(record.on);
        self.count(record.standings.len());
        for standing in &record.standings {
            match centres.iter().position(|it| it.name == standing.name) {
                Some(place) => self.count(place + 1),
                None => {
                    self.count(0);
                    self.text(&standing.name);
                }
            }
            self.number(standing.answered.into());
            self.number(standing.of.into());
            match standing.range {
                Some((low, high)) => {
                    self.number(u64::from(low) + 1);
                    self.number(high.into());
                }
                None => self.count(0),
            }
            self.places(&standing.unmet, ids);
            self.places(&standing.open, ids);
        }
    }
}
