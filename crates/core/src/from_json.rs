//! Types from the tree that [`json`](crate::json) reads.

use crate::json::Value;

/// A type that can be read from JSON.
///
/// Fields that are not known are passed over; everything else must have the
/// right shape, or nothing is read at all.
pub trait FromJson: Sized {
    /// Reads the type; `None` if the value has another shape.
    fn from_json(value: &Value) -> Option<Self>;
}

impl FromJson for String {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_str().map(Self::from)
    }
}

impl FromJson for u32 {
    fn from_json(value: &Value) -> Option<Self> {
        Self::try_from(value.as_u64()?).ok()
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value) -> Option<Self> {
        let values = value.as_array()?;
        let mut all = Self::with_capacity(values.len());
        for value in values {
            all.push(T::from_json(value)?);
        }
        Some(all)
    }
}

/// Reads a field that must be there.
pub(crate) fn field<T: FromJson>(object: &Value, name: &str) -> Option<T> {
    T::from_json(object.get(name)?)
}

/// Reads a field that may be missing or `null`. `None` if it has another shape.
pub(crate) fn optional<T: FromJson>(object: &Value, name: &str) -> Option<Option<T>> {
    match object.get(name) {
        None | Some(Value::Null) => Some(None),
        Some(value) => T::from_json(value).map(Some),
    }
}
