//! What day it is, by the device's own calendar.

use hipec_core::date::Date;
use js_sys::Date as Now;

/// Today where the device is; `None` if its clock is set to a year that has
/// not four digits.
#[must_use]
pub fn today() -> Option<Date> {
    let now = Now::new_0();
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::parse(&[&year.to_string(), "-", &two(month), "-", &two(day)].concat())
}
