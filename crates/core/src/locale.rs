//! The three languages: tags, direction, names, plural rules and dates.
//!
//! Browsers carry almost no data for Sorani, so months, days and plural rules
//! stand here for all three. That also keeps prerendered and live text equal.
//! Digits are Western (0-9) in every language: clinical ranges and doses flip
//! or change their bidi class otherwise.

use crate::{date::Date, from_json::FromJson, json::Value};

/// A language of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Locale {
    /// English.
    En,
    /// Modern Standard Arabic, as written in Iraq.
    Ar,
    /// Central Kurdish (Sorani) in its Arabic-based script.
    Ckb,
}

/// The direction a language is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The CLDR plural categories that the three languages use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum PluralCategory {
    /// Arabic for 0.
    Zero,
    /// Exactly 1.
    One,
    /// Arabic for 2.
    Two,
    /// Arabic for 3 to 10, 103 to 110, …
    Few,
    /// Arabic for 11 to 99, 111 to 199, …
    Many,
    /// Everything else.
    Other,
}

impl PluralCategory {
    /// All categories, in CLDR's order.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// The name that content files use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

impl Locale {
    /// Every language, in the order in which choices are shown.
    pub const ALL: [Self; 3] = [Self::Ar, Self::Ckb, Self::En];

    /// The BCP 47 tag, which is also the first segment of every URL.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
            Self::Ckb => "ckb",
        }
    }

    /// The language with exactly this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The language that best serves a browser's list of preferences, if one
    /// does. `ku` counts as Sorani: phones in Iraq that offer "Kurdish" send it.
    #[must_use]
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        tags.into_iter().find_map(|tag| {
            let primary = tag.split(['-', '_']).next().unwrap_or(tag);
            match primary.to_ascii_lowercase().as_str() {
                "ku" => Some(Self::Ckb),
                other => Self::from_tag(other),
            }
        })
    }

    /// The direction the language is written in.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::En => Direction::Ltr,
            Self::Ar | Self::Ckb => Direction::Rtl,
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ar => "العربية",
            Self::Ckb => "کوردی",
        }
    }

    /// The value of Open Graph's `og:locale`.
    #[must_use]
    pub const fn open_graph(self) -> &'static str {
        match self {
            Self::En => "en_GB",
            Self::Ar => "ar_IQ",
            Self::Ckb => "ckb_IQ",
        }
    }

    /// The plural categories a text with a count must offer.
    #[must_use]
    pub const fn plural_categories(self) -> &'static [PluralCategory] {
        match self {
            Self::Ar => &PluralCategory::ALL,
            Self::En | Self::Ckb => &[PluralCategory::One, PluralCategory::Other],
        }
    }

    /// The plural category of a count (CLDR cardinal rules for integers).
    #[must_use]
    pub const fn plural(self, count: usize) -> PluralCategory {
        match self {
            Self::En | Self::Ckb => match count {
                1 => PluralCategory::One,
                _ => PluralCategory::Other,
            },
            Self::Ar => match (count, count % 100) {
                (0, _) => PluralCategory::Zero,
                (1, _) => PluralCategory::One,
                (2, _) => PluralCategory::Two,
                (_, 3..=10) => PluralCategory::Few,
                (_, 11..=99) => PluralCategory::Many,
                _ => PluralCategory::Other,
            },
        }
    }

    /// The month's name as Iraq uses it. `month` is 1 to 12; anything else
    /// gives an empty text.
    #[must_use]
    pub const fn month(self, month: u8) -> &'static str {
        let names: [&str; 12] = match self {
            Self::En => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            Self::Ar => [
                "كانون الثاني",
                "شباط",
                "آذار",
                "نيسان",
                "أيار",
                "حزيران",
                "تموز",
                "آب",
                "أيلول",
                "تشرين الأول",
                "تشرين الثاني",
                "كانون الأول",
            ],
            Self::Ckb => [
                "کانوونی دووەم",
                "شوبات",
                "ئازار",
                "نیسان",
                "ئایار",
                "حوزەیران",
                "تەممووز",
                "ئاب",
                "ئەیلوول",
                "تشرینی یەکەم",
                "تشرینی دووەم",
                "کانوونی یەکەم",
            ],
        };
        match month {
            #[allow(clippy::indexing_slicing, reason = "1..=12 is inside the array")]
            1..=12 => names[month as usize - 1],
            _ => "",
        }
    }

    /// A date in words, with Western digits: `23 November 2026`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let (year, month, day) = (date.year(), self.month(date.month()), date.day());
        match self {
            Self::En | Self::Ar => format!("{day} {month} {year}"),
            Self::Ckb => format!("{day}ی {month}ی {year}"),
        }
    }

    /// The name of a day of the week.
    #[must_use]
    pub const fn weekday(self, day: Weekday) -> &'static str {
        match (self, day) {
            (Self::En, Weekday::Mon) => "Monday",
            (Self::En, Weekday::Tue) => "Tuesday",
            (Self::En, Weekday::Wed) => "Wednesday",
            (Self::En, Weekday::Thu) => "Thursday",
            (Self::En, Weekday::Fri) => "Friday",
            (Self::En, Weekday::Sat) => "Saturday",
            (Self::En, Weekday::Sun) => "Sunday",
            (Self::Ar, Weekday::Mon) => "الاثنين",
            (Self::Ar, Weekday::Tue) => "الثلاثاء",
            (Self::Ar, Weekday::Wed) => "الأربعاء",
            (Self::Ar, Weekday::Thu) => "الخميس",
            (Self::Ar, Weekday::Fri) => "الجمعة",
            (Self::Ar, Weekday::Sat) => "السبت",
            (Self::Ar, Weekday::Sun) => "الأحد",
            (Self::Ckb, Weekday::Mon) => "دووشەممە",
            (Self::Ckb, Weekday::Tue) => "سێشەممە",
            (Self::Ckb, Weekday::Wed) => "چوارشەممە",
            (Self::Ckb, Weekday::Thu) => "پێنجشەممە",
            (Self::Ckb, Weekday::Fri) => "ھەینی",
            (Self::Ckb, Weekday::Sat) => "شەممە",
            (Self::Ckb, Weekday::Sun) => "یەکشەممە",
        }
    }

    /// The separator of a list in running text.
    #[must_use]
    pub const fn list_separator(self) -> &'static str {
        match self {
            Self::En => ", ",
            Self::Ar | Self::Ckb => "، ",
        }
    }
}

impl FromJson for Locale {
    fn from_json(value: &Value) -> Option<Self> {
        Self::from_tag(value.as_str()?)
    }
}

/// A day of the week. The week starts on Saturday, as in Iraq.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Sat,
    Sun,
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
}

impl Weekday {
    /// The days in the order in which Iraq counts them.
    pub const ALL: [Self; 7] = [
        Self::Sat,
        Self::Sun,
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
    ];

    /// The name schema.org uses.
    #[must_use]
    pub const fn schema_org(self) -> &'static str {
        Locale::En.weekday(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
    use super::*;

    #[test]
    fn tags_round_trip() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
        }
        assert_eq!(Locale::from_tag("AR"), None);
    }

    #[test]
    fn preferences() {
        let check = |tags: &[&str], expected| {
            assert_eq!(
                Locale::preferred(tags.iter().copied()),
                expected,
                "{tags:?}"
            );
        };
        check(&["ar-IQ", "en"], Some(Locale::Ar));
        check(&["de-DE", "en-US"], Some(Locale::En));
        check(&["ku", "ar"], Some(Locale::Ckb));
        check(&["CKB_IQ"], Some(Locale::Ckb));
        check(&["de", "fr"], None);
        check(&[], None);
    }

    /// The table of <https://cldr.unicode.org> for integers, by hand.
    #[test]
    fn plural_table() {
        use PluralCategory::{Few, Many, One, Other, Two, Zero};
        let arabic = [
            (0, Zero),
            (1, One),
            (2, Two),
            (3, Few),
            (10, Few),
            (11, Many),
            (26, Many),
            (99, Many),
            (100, Other),
            (101, Other),
            (102, Other),
            (103, Few),
            (111, Many),
            (200, Other),
            (1003, Few),
        ];
        for (count, expected) in arabic {
            assert_eq!(Locale::Ar.plural(count), expected, "ar {count}");
        }
        for locale in [Locale::En, Locale::Ckb] {
            for (count, expected) in [(0, Other), (1, One), (2, Other), (11, Other), (101, Other)] {
                assert_eq!(locale.plural(count), expected, "{} {count}", locale.tag());
            }
        }
    }

    #[test]
    fn every_count_has_an_offered_category() {
        for locale in Locale::ALL {
            for count in 0..1_000 {
                assert!(locale.plural_categories().contains(&locale.plural(count)));
            }
        }
    }

    #[test]
    fn dates_in_words() {
        let date = Date::parse("2026-11-23").unwrap();
        assert_eq!(Locale::En.date(date), "23 November 2026");
        assert_eq!(Locale::Ar.date(date), "23 تشرين الثاني 2026");
        assert_eq!(Locale::Ckb.date(date), "23ی تشرینی دووەمی 2026");
    }

    #[test]
    fn months_and_days_are_distinct_and_in_the_right_letters() {
        for locale in Locale::ALL {
            let months: std::collections::BTreeSet<_> = (1..=12).map(|m| locale.month(m)).collect();
            let days: std::collections::BTreeSet<_> = Weekday::ALL
                .into_iter()
                .map(|d| locale.weekday(d))
                .collect();
            assert_eq!((months.len(), days.len()), (12, 7));
            for word in months.iter().chain(&days) {
                let foreign = match locale {
                    Locale::En => !word.is_ascii(),
                    Locale::Ar => word.contains(['ک', 'ی', 'ە', 'ھ']),
                    Locale::Ckb => word.contains(['ك', 'ي', 'ة', 'ه', 'ى']),
                };
                assert!(!foreign, "{word}");
            }
        }
        assert_eq!(Locale::En.month(0), "");
        assert_eq!(Locale::En.month(13), "");
    }
}
