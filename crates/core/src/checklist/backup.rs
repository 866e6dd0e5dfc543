//! When to remind the person to take a copy of the list.

/// After so many changes without a copy it is time to take one.
pub const NUDGE_AFTER: u32 = 25;

/// How much has changed since the person last took a copy: a file, a link or a
/// print. Taking one starts over, with the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// Changes since then.
    changes: u32,
    /// How many of them there were when the person last said "later".
    put_off: u32,
}

impl Backup {
    /// Reads what [`write`](Self::write) wrote. Anything else counts as no
    /// changes: a reminder that comes late costs less than a list that does not
    /// open because of it.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (changes, put_off) = text.split_once(' ').unwrap_or((text, "0"));
        match (changes.parse(), put_off.parse()) {
            (Ok(changes), Ok(put_off)) if put_off <= changes => Self { changes, put_off },
            _ => Self::default(),
        }
    }

    /// The two numbers as text.
    #[must_use]
    pub fn write(self) -> String {
        [&self.changes.to_string(), " ", &self.put_off.to_string()].concat()
    }

    /// One change more.
    #[must_use]
    pub const fn changed(self) -> Self {
        Self {
            changes: self.changes.saturating_add(1),
            ..self
        }
    }

    /// The person does not want a copy now: the reminder goes, and comes back
    /// after as many changes again.
    #[must_use]
    pub const fn later(self) -> Self {
        Self {
            put_off: self.changes,
            ..self
        }
    }

    /// Whether it is time for a reminder.
    #[must_use]
    pub const fn is_due(self) -> bool {
        self.changes.saturating_sub(self.put_off) >= NUDGE_AFTER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The counter after these: `+` a change, `l` later, `c` a copy taken.
    fn after(deeds: &str) -> Backup {
        deeds
            .chars()
            .fold(Backup::default(), |backup, deed| match deed {
                '+' => backup.changed(),
                'l' => backup.later(),
                _ => Backup::default(),
            })
    }

    #[test]
    fn a_reminder_is_due_after_enough_changes() {
        #[track_caller]
        fn check(deeds: &str, due: bool) {
            let backup = after(deeds);
            assert_eq!(backup.is_due(), due);
            assert_eq!(Backup::read(&backup.write()), backup);
        }
        let enough = "+".repeat(25);
        let nearly = "+".repeat(24);
        check("", false);
        check(&nearly, false);
        check(&enough, true);
        check(&[&enough, "+++"].concat(), true);
        // Putting it off lasts as long again, and is no copy.
        check(&[&enough, "l"].concat(), false);
        check(&[&enough, "l", &nearly].concat(), false);
        check(&[&enough, "l", &enough].concat(), true);
        // A copy starts over, whatever was put off.
        check(&[&enough, "c"].concat(), false);
        check(&[&enough, "lc", &nearly].concat(), false);
        check(&[&enough, "lc", &enough].concat(), true);
    }

    #[test]
    fn what_is_no_counter_counts_as_no_changes() {
        #[track_caller]
        fn check(text: &str) {
            assert_eq!(Backup::read(text), Backup::default());
        }
        for text in [
            "",
            " ",
            "x",
            "-1",
            "1 2",
            "1 x",
            "99999999999",
            "1 0 0",
            "٣ ٠",
        ] {
            check(text);
        }
    }

    #[test]
    fn the_counter_stops_where_numbers_end() {
        let full = Backup::read("4294967295 0");
        assert_eq!(full.changed(), full);
        assert!(full.is_due());
    }
}
