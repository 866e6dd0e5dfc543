//! Amounts of money: as people type them, as they are shown, and their sums.

use super::limits::{MAX_AMOUNT, clean_name};
use super::model::{Centre, Currency};

/// What the lines of one currency add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The currency.
    pub currency: Currency,
    /// The sum of the known amounts, in whole units.
    pub sum: u64,
    /// How many lines have no amount yet.
    pub unknown: usize,
}

/// A total for each currency that occurs in the costs of a centre, in the order
/// of [`Currency::ALL`]. Nothing is ever converted: rates change from street to
/// street.
pub fn totals(centre: &Centre) -> Vec<Total> {
    let mut totals = Vec::new();
    for &currency in &Currency::ALL {
        let mut total = Total {
            currency,
            sum: 0,
            unknown: 0,
        };
        let mut occurs = false;
        for line in centre.costs() {
            if line.currency != currency {
                continue;
            }
            occurs = true;
            match line.amount {
                Some(amount) => total.sum = total.sum.saturating_add(amount),
                None => total.unknown += 1,
            }
        }
        if occurs {
            totals.push(total);
        }
    }
    totals
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// It has something other than digits and what groups them, or no digit.
    NotANumber,
    /// The digits are not in groups of three. It may be a fraction (`12.50` is
    /// not 1250) or a slip; guessing could be wrong a hundredfold.
    NotWhole,
    /// It is above [`MAX_AMOUNT`].
    TooLarge,
}

/// Reads an amount as people type it: Western, Arabic or Persian digits, in
/// groups of three or without groups. Groups may be set apart by spaces of any
/// kind, `,` `.` `'` `،` or `٬`, the same one throughout. An empty text is
/// `None`: not known yet.
///
/// # Errors
/// [`AmountError`]; nothing is guessed.
pub fn parse_amount(text: &str) -> Result<Option<u64>, AmountError> {
    // Makes all white space single plain spaces, with none at the ends, and takes
    // out the invisible direction marks that come with copied text.
    let text = clean_name(text);
    if text.is_empty() {
        return Ok(None);
    }
    let mut amount = 0_u64;
    let mut any_digit = false;
    let mut in_group = 0_u32;
    let mut separator = None;
    let mut well_grouped = true;
    for c in text.chars() {
        if let Some(digit) = digit(c) {
            // Once too large it stays so, and cannot overflow.
            if amount <= MAX_AMOUNT {
                amount = amount * 10 + digit;
            }
            any_digit = true;
            in_group += 1;
            continue;
        }
        let c = match c {
            ' ' | ',' | '.' | '\'' | '،' | '٬' => c,
            '’' => '\'',
            '٫' => {
                // The Arabic decimal sign never groups.
                well_grouped = false;
                c
            }
            _ => return Err(AmountError::NotANumber),
        };
        well_grouped &= match separator {
            None => (1..=3).contains(&in_group),
            Some(before) => before == c && in_group == 3,
        };
        separator = Some(c);
        in_group = 0;
    }
    if !any_digit {
        return Err(AmountError::NotANumber);
    }
    if !well_grouped || (separator.is_some() && in_group != 3) {
        return Err(AmountError::NotWhole);
    }
    if amount > MAX_AMOUNT {
        return Err(AmountError::TooLarge);
    }
    Ok(Some(amount))
}

fn digit(c: char) -> Option<u64> {
    for zero in &['0', '٠', '۰'] {
        let digit = u32::from(c).wrapping_sub(u32::from(*zero));
        if digit < 10 {
            return Some(digit.into());
        }
    }
    None
}

/// An amount in Western digits, in groups of three with commas: `1,500,000`.
pub fn format_amount(amount: u64) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
