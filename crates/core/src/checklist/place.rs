//! The places within the checklist, and what they are called after `#`.

use super::model::CentreId;

/// A view of the checklist. The part of the address after `#` says which, so
/// that Back and Forward lead from one to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// All centres as cards.
    #[default]
    Overview,
    /// The questions about one centre.
    Centre(CentreId),
    /// Centres beside each other.
    Compare,
    /// What to ask next: at one centre, or over all.
    Ask(Option<CentreId>),
    /// What was chosen, and why.
    Decide,
    /// Keeping, taking along and erasing.
    Keep,
    /// The questions with boxes for a pen.
    Sheet,
}

impl Place {
    /// The place that an address means by what stands after `#`; `None` for
    /// anything else: a term's explanation, a shared list, nonsense.
    pub fn parse(fragment: &str) -> Option<Self> {
        let (name, number) = match fragment.split_once('-') {
            Some((name, number)) => (name, Some(centre(number)?)),
            None => (fragment, None),
        };
        Some(match (name, number) {
            ("" | "overview", None) => Self::Overview,
            ("centre", Some(id)) => Self::Centre(id),
            ("compare", None) => Self::Compare,
            ("ask", id) => Self::Ask(id),
            ("decide", None) => Self::Decide,
            ("keep", None) => Self::Keep,
            ("sheet", None) => Self::Sheet,
            _ => return None,
        })
    }

    /// What stands after `#`; never empty.
    pub fn fragment(self) -> String {
        let (name, centre) = match self {
            Self::Overview => ("overview", None),
            Self::Centre(id) => ("centre", Some(id)),
            Self::Compare => ("compare", None),
            Self::Ask(id) => ("ask", id),
            Self::Decide => ("decide", None),
            Self::Keep => ("keep", None),
            Self::Sheet => ("sheet", None),
        };
        match centre {
            Some(id) => [name, "-", &id.number().to_string()].concat(),
            None => name.to_owned(),
        }
    }

    /// The address of the place on its page.
    pub fn href(self) -> String {
        ["#", &self.fragment()].concat()
    }
}

fn centre(number: &str) -> Option<CentreId> {
    // `parse` would also take a plus sign.
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    let number = number.parse().ok().filter(|number| digits && *number > 0)?;
    Some(CentreId::from_number(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_places_are_one_to_one() {
        let id = CentreId::from_number(u32::MAX);
        for place in [
            Place::Overview,
            Place::Centre(id),
            Place::Compare,
            Place::Ask(None),
            Place::Ask(Some(id)),
            Place::Decide,
            Place::Keep,
            Place::Sheet,
        ] {
            assert_eq!(Place::parse(&place.fragment()), Some(place));
        }
        assert_eq!(Place::parse(""), Some(Place::Overview));
    }

    #[test]
    fn anything_else_is_no_place() {
        for fragment in [
            "term-pci",
            "criterion-x",
            "centre",
            "centre-",
            "centre-0",
            "centre-+1",
            "centre-4294967296",
            "centre-1-2",
            "compare-1",
            "Overview",
            "list-1.AAAA",
        ] {
            assert_eq!(Place::parse(fragment), None, "{fragment}");
        }
    }
}
