//! Reading JSON (RFC 8259), strictly and with little code.
//!
//! Both what a page is drawn from and what a person has stored arrive as JSON,
//! so a phone needs a reader. A general one with generated code for each type
//! was a sixth of the program. This one makes a tree; types are then read from
//! the tree by [`FromJson`](crate::from_json::FromJson).
//!
//! The names are those of `serde_json`, and what is accepted is the same, with
//! three exceptions that keep it small:
//!
//! - only whole numbers from 0 to [`u64::MAX`] have a value;
//! - a number that is too large for any type is still a number;
//! - an object may have [`MAX_KEYS`] different keys.

/// How many lists and objects may stand within each other.
pub const MAX_DEPTH: usize = 127;

/// How many different keys an object may have. Each is compared with all
/// others, which must not take long, whoever wrote the file.
pub const MAX_KEYS: usize = 1024;

/// A piece of JSON.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// Values by key.
    Object(Map),
}

/// A number, as far as anyone here needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(Option<u64>);

impl Number {
    /// The number, if it was written as plain digits and fits. `1.0`, `1e0`
    /// and `-0` are not.
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        self.0
    }
}

/// The keys and values of an object, in the order in which they were written.
/// Each key occurs once: of a repeated one the last value counts.
#[derive(Clone, Debug, Default)]
pub struct Map(Vec<(String, Value)>);

impl Map {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.iter()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| value)
    }

    /// Whether there is a value of this key.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        let found = self.0.iter_mut().find(|(known, _)| known == key);
        found.map(|(_, value)| value)
    }

    /// Sets the value of a key, and returns the one it had before.
    pub fn insert(&mut self, key: String, value: Value) -> Option<Value> {
        if let Some(old) = self.get_mut(&key) {
            return Some(std::mem::replace(old, value));
        }
        self.0.push((key, value));
        None
    }

    /// Removes a key, and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let place = self.iter().position(|(known, _)| known == key)?;
        Some(self.0.remove(place).1)
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The keys with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no keys.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Value {
    /// The value of a key, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    /// The value of a key to be changed, if this is an object that has it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        self.as_object_mut()?.get_mut(key)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// The number, if it is one that [`Number::as_u64`] knows.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Number(number) = self {
            number.as_u64()
        } else {
            None
        }
    }

    /// `true` or `false`, if it is one of them.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(truth) = self {
            Some(*truth)
        } else {
            None
        }
    }

    /// The elements, if it is a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&Vec<Self>> {
        if let Self::Array(elements) = self {
            Some(elements)
        } else {
            None
        }
    }

    /// The keys and values, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Map> {
        if let Self::Object(fields) = self {
            Some(fields)
        } else {
            None
        }
    }

    /// The keys and values to be changed, if it is an object.
    pub fn as_object_mut(&mut self) -> Option<&mut Map> {
        if let Self::Object(fields) = self {
            Some(fields)
        } else {
            None
        }
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_array(&self) -> bool {
        self.as_array().is_some()
    }

    /// Whether it is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.as_object().is_some()
    }

    /// Takes the value and leaves `null`.
    #[must_use]
    pub fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Null)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(Number(Some(number.into())))
    }
}

/// Reads a text that is one piece of JSON and nothing else. `None` if it is
/// not: no caller could say more about it than that.
#[must_use]
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
    };
    let value = reader.value()?;
    reader.skip_space();
    (reader.at == text.len()).then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    /// The next byte to read.
    at: usize,
    /// How many lists and objects are open.
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        if is_next {
            self.at += 1;
        }
        is_next
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// The text between two places, both beside an ASCII character.
    fn between(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn value(&mut self) -> Option<Value> {
        self.skip_space();
        match self.next()? {
            b'n' => self.word("ull", Value::Null),
            b't' => self.word("rue", Value::Bool(true)),
            b'f' => self.word("alse", Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            b'[' => self.within(b']', Value::Array(Vec::new())),
            b'{' => self.within(b'}', Value::Object(Map::default())),
            first @ (b'-' | b'0'..=b'9') => self.number(first),
            _ => None,
        }
    }

    fn word(&mut self, rest: &str, value: Value) -> Option<Value> {
        for byte in rest.bytes() {
            if !self.eat(byte) {
                return None;
            }
        }
        Some(value)
    }

    /// The rest of a list or an object, whichever `all` is.
    fn within(&mut self, end: u8, mut all: Value) -> Option<Value> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.skip_space();
        if !self.eat(end) {
            loop {
                match &mut all {
                    Value::Array(elements) => elements.push(self.value()?),
                    Value::Object(fields) => {
                        self.field(fields)?;
                    }
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
                }
                self.skip_space();
                if self.eat(end) {
                    break;
                }
                if !self.eat(b',') {
                    return None;
                }
            }
        }
        self.depth -= 1;
        Some(all)
    }

    fn field(&mut self, fields: &mut Map) -> Option<()> {
        self.skip_space();
        if !self.eat(b'"') {
            return None;
        }
        let key = self.string()?;
        self.skip_space();
        if !self.eat(b':') {
            return None;
        }
        let value = self.value()?;
        fields.insert(key, value);
        (fields.len() <= MAX_KEYS).then_some(())
    }

    /// The rest of a number.
    fn number(&mut self, first: u8) -> Option<Value> {
        let start = self.at - 1;
        let negative = first == b'-';
        let first = if negative { self.next()? } else { first };
        match first {
            // No digits after a leading zero.
            b'0' => {}
            b'1'..=b'9' => {
                self.digits();
            }
            _ => return None,
        }
        let mut whole = !negative;
        if self.eat(b'.') {
            whole = false;
            if !self.digits() {
                return None;
            }
        }
        if self.eat(b'e') || self.eat(b'E') {
            whole = false;
            let _ = self.eat(b'+') || self.eat(b'-');
            if !self.digits() {
                return None;
            }
        }
        let digits = self.between(start, self.at);
        let number = if whole { digits.parse().ok() } else { None };
        Some(Value::Number(Number(number)))
    }

    /// Passes over digits; whether there were any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at > start
    }

    /// The rest of a text, after its opening quotation mark.
    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut from = self.at;
        loop {
            let byte = self.next()?;
            match byte {
                b'"' | b'\\' => text.push_str(self.between(from, self.at - 1)),
                0..=0x1f => return None,
                _ => continue,
            }
            if byte == b'"' {
                return Some(text);
            }
            text.push(self.escaped()?);
            from = self.at;
        }
    }

    /// The character that an escape stands for, after its backslash.
    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            same @ (b'"' | b'\\' | b'/') => char::from(same),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.unit()?;
                // Above U+FFFF, one half follows the other.
                if (0xd800..0xdc00).contains(&code) {
                    if !(self.eat(b'\\') && self.eat(b'u')) {
                        return None;
                    }
                    let low = self.unit()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return None;
                    }
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                }
                // `None` for a second half without the first.
                return char::from_u32(code);
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }
}
