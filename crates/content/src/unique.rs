//! Names that stand twice in one object of a JSON file.
//!
//! Readers of JSON keep the last and drop the others without a word: a source
//! pasted under a name in use would silently replace the one before.

use std::{collections::BTreeSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// A name that stands twice in one object.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Repeated {
    pub(crate) path: String,
    pub(crate) name: String,
}

/// The first repeated name. None as well where the text is no JSON: whoever
/// reads it next says so better.
pub(crate) fn first_repeated(text: &str) -> Option<Repeated> {
    let mut json = serde_json::Deserializer::from_str(text);
    let error = serde_path_to_error::deserialize::<_, Unique>(&mut json).err()?;
    let message = error.inner().to_string();
    let (_, rest) = message.split_once(MARK)?;
    let (name, _) = rest.rsplit_once(MARK)?;
    let path = error.path().to_string();
    Some(Repeated {
        path: if path == "." { String::new() } else { path },
        name: name.to_owned(),
    })
}

/// Sets the name off in the message. JSON that is read cannot contain it unescaped.
const MARK: char = '\u{1f}';

/// Any JSON in which every name of an object is there once.
struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Unique;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unique, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if names.contains(&name) {
                map.next_value::<IgnoredAny>()?;
                return Err(A::Error::custom(format!("{MARK}{name}{MARK}")));
            }
            names.insert(name);
            map.next_value::<Unique>()?;
        }
        Ok(Unique)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Unique, A::Error> {
        while list.next_element::<Unique>()?.is_some() {}
        Ok(Unique)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_str<E>(self, _: &str) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_unit<E>(self) -> Result<Unique, E> {
        Ok(Unique)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_names_are_found() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let found = first_repeated(text);
            let found = found
                .as_ref()
                .map(|it| (it.path.as_str(), it.name.as_str()));
            assert_eq!(found, expected, "{text}");
        };
        check(r#"{"a":1,"b":[{"a":null},{"a":true}]}"#, None);
        check(r#"{"a":1,"a":2}"#, Some(("", "a")));
        check(
            r#"{"x":[{},{"b":{"c":1,"d":-1.5,"c":"z"}}]}"#,
            Some(("x[1].b", "c")),
        );
        check("{", None);
        check("", None);
        check("[1, 2", None);
    }
}
