//! The questions that a person has picked, as they are kept.

/// More questions than any site has.
const MOST: usize = 500;
/// Longer than any id.
const LONGEST: usize = 80;

/// The ids of picked questions, in the order in which they were picked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picks(Vec<String>);

impl Picks {
    /// Reads what [`Picks::write`] wrote. What is no id is left out, so that
    /// nothing else can come out of storage than what may go in. Ids that the
    /// site does not know stay: another release may.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut picks = Self::default();
        for id in text.split(' ') {
            picks.set(id, true);
        }
        picks
    }

    /// The ids with a space in between.
    #[must_use]
    pub fn write(&self) -> String {
        self.0.join(" ")
    }

    /// Picks a question or puts it back.
    pub fn set(&mut self, id: &str, picked: bool) {
        self.0.retain(|known| known != id);
        let is_id = !id.is_empty()
            && id.len() <= LONGEST
            && id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if picked && is_id && self.0.len() < MOST {
            self.0.push(id.to_owned());
        }
    }

    /// Whether a question is picked.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|known| known == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn picking_and_putting_back() {
        let mut picks = Picks::default();
        picks.set("who-decides", true);
        picks.set("costs", true);
        picks.set("who-decides", true);
        assert_eq!(picks.write(), "costs who-decides");
        picks.set("costs", false);
        assert!(picks.has("who-decides") && !picks.has("costs"));
        picks.set("who-decides", false);
        assert_eq!(picks, Picks::default());
        assert_eq!(picks.write(), "");
    }

    #[test]
    fn what_is_no_id_is_left_out() {
        assert_eq!(Picks::read("a <b> c-1  É a").write(), "c-1 a");
        assert_eq!(Picks::read(&"x".repeat(LONGEST + 1)).write(), "");
        let many: Vec<String> = (0..MOST + 9).map(|number| number.to_string()).collect();
        assert_eq!(Picks::read(&many.join(" ")).0.len(), MOST);
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_written_and_read_the_same(text in "\\PC{0,200}") {
            let picks = Picks::read(&text);
            prop_assert_eq!(&Picks::read(&picks.write()), &picks);
        }
    }
}
