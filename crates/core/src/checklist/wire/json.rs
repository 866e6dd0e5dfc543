//! Writing JSON, no more of it than documents need.

use crate::date::Date;

/// An object being written.
pub(in super::super) struct Object<'a> {
    json: &'a mut String,
    started: bool,
}

impl<'a> Object<'a> {
    pub(in super::super) fn open(json: &'a mut String) -> Self {
        json.push('{');
        Self {
            json,
            started: false,
        }
    }

    /// Begins a field; its value has to follow.
    pub(in super::super) fn key(&mut self, name: &str) -> &mut String {
        if self.started {
            self.json.push(',');
        }
        self.started = true;
        self.json.push('"');
        self.json.push_str(name);
        self.json.push_str("\":");
        self.json
    }

    pub(in super::super) fn text(&mut self, name: &str, text: &str) {
        write_text(text, self.key(name));
    }

    pub(in super::super) fn text_unless_empty(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.text(name, text);
        }
    }

    pub(in super::super) fn number(&mut self, name: &str, number: u64) {
        let digits = number.to_string();
        self.key(name).push_str(&digits);
    }

    pub(super) fn date(&mut self, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.text(name, &date.to_string());
        }
    }

    pub(in super::super) fn close(self) {
        self.json.push('}');
    }
}

/// A list of what `write` makes of each element.
pub(super) fn list<T>(json: &mut String, all: &[T], mut write: impl FnMut(&mut String, &T)) {
    json.push('[');
    for (place, element) in all.iter().enumerate() {
        if place > 0 {
            json.push(',');
        }
        write(json, element);
    }
    json.push(']');
}

/// A text as a JSON string. Stored texts are clean: the newline is the only
/// control character in them, so only three characters need a backslash.
pub(in super::super) fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            _ => json.push(c),
        }
    }
    json.push('"');
}
