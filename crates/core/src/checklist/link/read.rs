//! The document of a link, read back from bytes that may be anything: every
//! read is checked, every count is held against what is left before anything is
//! made for it, and what is made is held against its limit as it grows.
//!
//! See [`write`](super::write) for how it is written.

use super::super::limits::{MAX_CENTRES, MAX_COSTS, MAX_LINK_DOCUMENT_BYTES, MAX_OWN};
use super::super::model::{
    Answer, CriterionId, Currency, Fact, Importance, OwnKind, Rule, WhoSaid,
};
use super::super::wire::FORMAT;
use super::super::wire::json::{Object, write_text};
use super::{Decoded, LinkError, ids, letters};

/// The number of the first day whose date takes two bytes: 2000-01-01.
pub(super) const FIRST_RECENT: u32 = 2_000 * 372;

/// The document as saved JSON.
pub(super) fn read(bytes: &[u8], rules: &[Rule]) -> Result<Decoded, LinkError> {
    let mut reader = Reader {
        bytes,
        ids: Vec::new(),
        names: Vec::new(),
        who: None,
        on: None,
    };
    let unknown = reader.ids(rules)?;
    let mut json = String::new();
    let mut envelope = Object::open(&mut json);
    envelope.text("format", FORMAT);
    envelope.number("version", 2);
    let mut document = Object::open(envelope.key("document"));
    let count = reader.count(MAX_OWN, 2)?;
    list(document.key("own"), count, |json| reader.own(json))?;
    let count = reader.count(MAX_CENTRES, 6)?;
    let mut numbers = Vec::new();
    list(document.key("centres"), count, |json| {
        numbers.push(reader.centre(json)?);
        Ok(())
    })?;
    let count = reader.count(usize::MAX, 1)?;
    list(document.key("importance"), count, |json| {
        reader.importance(json)
    })?;
    reader.decision(document.key("decision"), &numbers)?;
    document.close();
    envelope.close();
    // Nothing may follow: it would be lost without a word.
    if !reader.bytes.is_empty() {
        return Err(LinkError::Damaged);
    }
    check_size(&json)?;
    Ok(Decoded { json, unknown })
}

/// A list in JSON of so many elements, each written by `element`.
fn list(
    json: &mut String,
    count: usize,
    mut element: impl FnMut(&mut String) -> Result<(), LinkError>,
) -> Result<(), LinkError> {
    json.push('[');
    for place in 0..count {
        if place > 0 {
            json.push(',');
        }
        element(json)?;
        check_size(json)?;
    }
    json.push(']');
    Ok(())
}

fn check_size(json: &str) -> Result<(), LinkError> {
    if json.len() > MAX_LINK_DOCUMENT_BYTES {
        return Err(LinkError::TooLarge);
    }
    Ok(())
}

/// A day as JSON has it. Whether it exists, `restore` will see.
fn date_text(number: u32) -> Result<String, LinkError> {
    if number >= 10_000 * 372 {
        return Err(LinkError::Damaged);
    }
    let (year, month, day) = (number / 372, number / 31 % 12 + 1, number % 31 + 1);
    let mut text = String::with_capacity(10);
    for (number, places) in [(year, 1_000), (month, 10), (day, 10)] {
        if !text.is_empty() {
            text.push('-');
        }
        let mut place = places;
        while place > 0 {
            text.extend(char::from_digit(number / place % 10, 10));
            place /= 10;
        }
    }
    Ok(text)
}

struct Reader<'a> {
    /// What is left.
    bytes: &'a [u8],
    ids: Vec<CriterionId>,
    /// Of the centres so far.
    names: Vec<String>,
    /// Who gave the last answer with details, and the number of the day.
    who: Option<WhoSaid>,
    on: Option<u32>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Result<&'a [u8], LinkError> {
        let (taken, rest) = self.bytes.split_at_checked(len).ok_or(LinkError::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }

    /// A number of a fixed width of at most four bytes.
    fn fixed(&mut self, width: usize) -> Result<u32, LinkError> {
        let bytes = self.take(width)?.iter().rev();
        Ok(bytes.fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    fn byte(&mut self) -> Result<u8, LinkError> {
        let (byte, rest) = self.bytes.split_first().ok_or(LinkError::Damaged)?;
        self.bytes = rest;
        Ok(*byte)
    }

    fn number(&mut self) -> Result<u64, LinkError> {
        let mut number = 0;
        // Nine bytes hold 63 bits: more than any number that is written.
        for place in 0..9 {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << (place * 7);
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(LinkError::Damaged)
    }

    fn place(&mut self) -> Result<usize, LinkError> {
        usize::try_from(self.number()?).map_err(|_| LinkError::Damaged)
    }

    /// How many follow, if they are at most `max`, and each takes at least
    /// `width` of the bytes that are left.
    fn count(&mut self, max: usize, width: usize) -> Result<usize, LinkError> {
        let count = self.place()?;
        if count > max || count > self.bytes.len() / width {
            return Err(LinkError::Damaged);
        }
        Ok(count)
    }

    fn text(&mut self) -> Result<String, LinkError> {
        let len = self.count(usize::MAX, 1)?;
        letters::decode(self.take(len)?).ok_or(LinkError::Damaged)
    }

    fn id(&self, place: usize) -> Result<&str, LinkError> {
        let id = self.ids.get(place).ok_or(LinkError::Damaged)?;
        Ok(id.as_str())
    }

    /// The criteria that the document speaks of. Those that content doesn't
    /// have are returned.
    fn ids(&mut self, rules: &[Rule]) -> Result<Vec<CriterionId>, LinkError> {
        let mut unknown = Vec::new();
        for _ in 0..self.count(usize::MAX, 2)? {
            let number = u16::try_from(self.fixed(2)?).map_err(|_| LinkError::Damaged)?;
            let (id, found) = ids::named(number, rules);
            if !found {
                unknown.push(id.clone());
            }
            self.ids.push(id);
        }
        for _ in 0..self.count(usize::MAX, 4)? {
            let id = ids::own(self.fixed(4)?);
            self.ids.push(id);
        }
        for _ in 0..self.count(usize::MAX, 1)? {
            let id = CriterionId::from(self.text()?.as_str());
            self.ids.push(id);
        }
        Ok(unknown)
    }

    fn own(&mut self, json: &mut String) -> Result<(), LinkError> {
        let place = self.place()?;
        let text = self.text()?;
        let kind = if place.is_multiple_of(2) {
            OwnKind::Criterion
        } else {
            OwnKind::Question
        };
        let mut object = Object::open(json);
        object.text("id", self.id(place / 2)?);
        object.text("kind", kind.code());
        object.text("text", &text);
        object.close();
        Ok(())
    }

    /// A centre; its number.
    fn centre(&mut self, json: &mut String) -> Result<u32, LinkError> {
        let number = self.fixed(4)?;
        let name = self.text()?;
        let parts = self.number()?;
        if parts >> 9 != 0 {
            return Err(LinkError::Damaged);
        }
        let has = |place: u32| parts >> place & 1 == 1;
        let mut object = Object::open(json);
        object.number("id", number.into());
        object.text("name", &name);
        self.names.push(name);
        for (fact, place) in Fact::ALL.into_iter().zip(0..) {
            if has(place) {
                object.text(fact.code(), &self.text()?);
            }
        }
        if has(5) {
            object.text("appointment", &date_text(self.fixed(3)?)?);
        }
        if has(6) {
            let count = self.count(MAX_COSTS, 6)?;
            list(object.key("costs"), count, |json| self.cost(json))?;
        }
        if has(7) {
            self.places(object.key("card"))?;
        }
        if has(8) {
            object.key("example").push_str("true");
        }
        self.answers(object.key("answers"))?;
        object.close();
        Ok(number)
    }

    fn cost(&mut self, json: &mut String) -> Result<(), LinkError> {
        let mut object = Object::open(json);
        object.number("id", self.fixed(4)?.into());
        let parts = self.byte()?;
        let currency = match parts {
            0 | 1 => Currency::Iqd,
            2 | 3 => Currency::Usd,
            _ => return Err(LinkError::Damaged),
        };
        object.text("currency", currency.code());
        object.text_unless_empty("what", &self.text()?);
        if parts & 1 == 1 {
            object.number("amount", self.number()?);
        }
        object.close();
        Ok(())
    }

    fn places(&mut self, json: &mut String) -> Result<(), LinkError> {
        let count = self.count(usize::MAX, 1)?;
        list(json, count, |json| {
            let place = self.place()?;
            write_text(self.id(place)?, json);
            Ok(())
        })
    }

    fn answers(&mut self, json: &mut String) -> Result<(), LinkError> {
        let count = self.ids.len();
        let halves = self.take(count.div_ceil(2))?;
        json.push('[');
        let mut first = true;
        for place in 0..count {
            let byte = halves.get(place / 2).copied().unwrap_or(0);
            let half = byte >> (place % 2 * 4) & 15;
            if half == 0 {
                continue;
            }
            if !first {
                json.push(',');
            }
            first = false;
            let mut object = Object::open(json);
            object.text("criterion", self.id(place)?);
            object.text("answer", answer(half % 5)?.code());
            match half {
                0..5 => self.who_and_when(&mut object)?,
                5..10 => {
                    if self.details(&mut object)? {
                        let mut other = Object::open(object.key("other"));
                        other.text("answer", answer(self.byte()?)?.code());
                        if self.details(&mut other)? {
                            return Err(LinkError::Damaged);
                        }
                        other.close();
                    }
                }
                _ => return Err(LinkError::Damaged),
            }
            object.close();
            check_size(json)?;
        }
        json.push(']');
        Ok(())
    }

    /// Reads details; whether another list disagrees.
    fn details(&mut self, object: &mut Object) -> Result<bool, LinkError> {
        let parts = self.byte()?;
        let who = usize::from(parts & 7);
        self.who = match who.checked_sub(1) {
            None => None,
            Some(place) => Some(*WhoSaid::ALL.get(place).ok_or(LinkError::Damaged)?),
        };
        self.on = match parts >> 3 & 3 {
            0 => None,
            1 => self.on,
            2 => Some(FIRST_RECENT + self.fixed(2)?),
            _ => Some(self.fixed(3)?),
        };
        self.who_and_when(object)?;
        if parts >> 5 & 1 == 1 {
            object.text("note", &self.text()?);
        }
        if parts >> 7 == 1 {
            return Err(LinkError::Damaged);
        }
        Ok(parts >> 6 == 1)
    }

    fn who_and_when(&self, object: &mut Object) -> Result<(), LinkError> {
        if let Some(who) = self.who {
            object.text("who", who.code());
        }
        if let Some(on) = self.on {
            object.text("on", &date_text(on)?);
        }
        Ok(())
    }

    fn importance(&mut self, json: &mut String) -> Result<(), LinkError> {
        let place = self.place()?;
        let importance = Importance::ALL.get(place % 4).ok_or(LinkError::Damaged)?;
        let mut object = Object::open(json);
        object.text("criterion", self.id(place / 4)?);
        object.text("importance", importance.code());
        object.close();
        Ok(())
    }

    /// The decision; `centres` are the numbers of the centres.
    fn decision(&mut self, json: &mut String, centres: &[u32]) -> Result<(), LinkError> {
        let parts = self.byte()?;
        let has = |place: u32| parts >> place & 1 == 1;
        let mut object = Object::open(json);
        match parts & 3 {
            0 => {}
            1 => {
                let number = centres.get(self.place()?).ok_or(LinkError::Damaged)?;
                object.number("choice", (*number).into());
            }
            2 => object.text("choice", "none"),
            _ => return Err(LinkError::Damaged),
        }
        if has(2) {
            object.text("why", &self.text()?);
        }
        if has(3) {
            object.text("next", &self.text()?);
        }
        if has(4) {
            let mut record = Object::open(object.key("record"));
            record.text("on", &date_text(self.fixed(3)?)?);
            let count = self.count(MAX_CENTRES, 6)?;
            list(record.key("standings"), count, |json| self.standing(json))?;
            record.close();
        }
        if parts >> 5 != 0 {
            return Err(LinkError::Damaged);
        }
        object.close();
        Ok(())
    }

    fn standing(&mut self, json: &mut String) -> Result<(), LinkError> {
        let mut object = Object::open(json);
        match self.place()?.checked_sub(1) {
            None => object.text("name", &self.text()?),
            Some(place) => {
                let name = self.names.get(place).ok_or(LinkError::Damaged)?;
                object.text("name", name);
            }
        }
        object.number("answered", self.number()?);
        object.number("of", self.number()?);
        if let Some(low) = self.number()?.checked_sub(1) {
            object.number("low", low);
            object.number("high", self.number()?);
        }
        self.places(object.key("unmet"))?;
        self.places(object.key("open"))?;
        object.close();
        Ok(())
    }
}

fn answer(place: u8) -> Result<Answer, LinkError> {
    let answer = Answer::ALL.get(usize::from(place));
    answer.copied().ok_or(LinkError::Damaged)
}
