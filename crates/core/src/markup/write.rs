//! Writing pieces of a page as JSON, when the site is built.

use serde::{Serialize, Serializer, ser::SerializeSeq};

use super::{Node, Str};

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let element = match self {
            Self::Text(text) => return serializer.serialize_str(text),
            Self::Element(element) => element,
        };
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&element.tag)?;
        if !element.attributes.is_empty() {
            list.serialize_element(&Attributes(&element.attributes))?;
        }
        for child in &element.children {
            list.serialize_element(child)?;
        }
        list.end()
    }
}

struct Attributes<'a>(&'a [(Str, Str)]);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
