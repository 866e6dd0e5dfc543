//! A calendar date, without a clock or a time zone.

use std::fmt;

/// A day of the Gregorian calendar. It always exists: 30 February cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "String", into = "String")
)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; anything else, or a day that does not exist, is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        if !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        (day >= 1 && day <= days_in(year, month)).then_some(Self { year, month, day })
    }

    /// The day that is so many days after 1 January 1970; far beyond any page
    /// it stays at the end of the year 9999.
    #[must_use]
    pub fn of_days(mut days: u64) -> Self {
        let mut date = Self {
            year: 1970,
            month: 1,
            day: 1,
        };
        while date.year < 10_000 {
            let length = u64::from(days_in(date.year, date.month));
            if days < length {
                // Less than a month.
                date.day = u8::try_from(days + 1).unwrap_or(1);
                return date;
            }
            days -= length;
            date.month += 1;
            if date.month > 12 {
                date.month = 1;
                date.year += 1;
            }
        }
        Self {
            year: 9999,
            month: 12,
            day: 31,
        }
    }

    /// The year, 0 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a date is written as 2026-11-23 and must exist")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970() {
        let check = |days, expected: &str| {
            assert_eq!(Date::of_days(days).to_string(), expected, "{days}");
        };
        check(0, "1970-01-01");
        check(58, "1970-02-28");
        check(59, "1970-03-01");
        check(11_016, "2000-02-29");
        check(20_782, "2026-11-25");
        check(u64::MAX, "9999-12-31");
    }

    #[test]
    fn only_real_dates() {
        let check = |text: &str, real: bool| {
            assert_eq!(
                Date::parse(text).map(|d| d.to_string()),
                real.then(|| text.to_owned())
            );
        };
        check("2026-11-23", true);
        check("2024-02-29", true);
        check("2000-02-29", true);
        check("1900-02-29", false);
        check("2026-02-29", false);
        check("2026-13-01", false);
        check("2026-00-10", false);
        check("2026-04-31", false);
        check("2026-4-03", false);
        check("2026-04-03T00:00", false);
        check("+026-04-03", false);
        check("", false);
        check("٢٠٢٦-١١-٢٣", false);
    }
}
