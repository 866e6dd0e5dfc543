//! The whole list as a table for a spreadsheet.
//!
//! UTF-8 with a byte order mark, without which Excel takes Arabic for Latin
//! letters; lines end in CR LF; every field stands in quotes.
//!
//! A spreadsheet runs a cell that begins like a formula, and a name or note may
//! come from a stranger's link. So such a cell gets an apostrophe in front. The
//! same goes for the beginnings inside of a cell: where the computer's list
//! separator is a semicolon, as in much of Iraq, Excel splits this file at
//! semicolons and at the newlines of notes, whatever the quotes say.

use super::costs::totals;
use super::limits::is_blank;
use super::model::{
    Centre, Checklist, Choice, CostLine, CriterionId, Currency, Entry, Fact, Importance, Own,
    OwnKind, Reply,
};
use super::text::Question;

/// The words of [`csv`], in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct CsvWords<'a> {
    /// Heading of the groups.
    pub group: &'a str,
    /// Heading of the questions.
    pub question: &'a str,
    /// Heading of the importance.
    pub importance: &'a str,
    /// Heading of the answers at a centre, beside its name.
    pub answer: &'a str,
    /// Heading of who gave them.
    pub who: &'a str,
    /// Heading of the days.
    pub date: &'a str,
    /// Heading of the notes.
    pub note: &'a str,
    /// The answers, in the order of [`Answer::ALL`](super::Answer::ALL).
    pub answers: [&'a str; 5],
    /// Who gave them, in the order of [`WhoSaid::ALL`](super::WhoSaid::ALL).
    pub sources: [&'a str; 5],
    /// In the order of [`Importance::ALL`].
    pub importances: [&'a str; 4],
    /// The group of own questions.
    pub own_group: &'a str,
    /// The group of the practical facts.
    pub facts_group: &'a str,
    /// In the order of [`Fact::ALL`].
    pub facts: [&'a str; 5],
    /// The name of the day of the appointment.
    pub appointment: &'a str,
    /// The group of the costs.
    pub costs_group: &'a str,
    /// The name of the sum of costs.
    pub total: &'a str,
    /// In place of an amount that is not known.
    pub unknown: &'a str,
    /// The group of the decision.
    pub decision_group: &'a str,
    /// The name of the choice.
    pub choice: &'a str,
    /// The choice of no centre.
    pub choice_none: &'a str,
    /// The name of the reasons.
    pub why: &'a str,
    /// The name of the next step.
    pub next: &'a str,
}

/// The list as CSV: a line for each criterion, also those of one's own and
/// those that content no longer has, then practical facts, costs and the
/// decision; four columns for each centre. Where two lists disagree, both say
/// theirs, ours first. Days are written as 2026-11-24. Centres of the example
/// are left out.
#[must_use]
pub fn csv(checklist: &Checklist, questions: &[Question], words: &CsvWords) -> String {
    let all = checklist.centres().iter().filter(|it| !it.is_example());
    let mut table = Table {
        text: String::from("\u{feff}"),
        is_first: true,
        centres: all.map(AsRef::as_ref).collect(),
    };
    table.heading(words);
    for question in questions {
        let importance = Some(checklist.importance_of(question.rule));
        let names = [question.group, question.text];
        table.question(&question.rule.id, names, importance, words);
    }
    for own in checklist.own() {
        let usual = (own.kind == OwnKind::Criterion).then_some(Own::IMPORTANCE);
        let importance = checklist.chosen_importance(&own.id).or(usual);
        table.question(&own.id, [words.own_group, &own.text], importance, words);
    }
    for id in others(&table.centres, checklist, questions) {
        let importance = checklist.chosen_importance(id);
        table.question(id, ["", id.as_str()], importance, words);
    }
    for fact in Fact::ALL {
        let name = word(&words.facts, fact as usize);
        table.row([words.facts_group, name], |centre| {
            centre.fact(fact).to_owned()
        });
    }
    table.row([words.facts_group, words.appointment], |centre| {
        centre.appointment().map_or_else(String::new, String::from)
    });
    table.costs(words);
    table.decision(checklist, words);
    table.text
}

/// The criteria with entries that neither content nor the person has any more.
fn others<'a>(
    centres: &[&'a Centre],
    checklist: &Checklist,
    questions: &[Question],
) -> Vec<&'a CriterionId> {
    let mut others = Vec::new();
    for centre in centres {
        for (id, _) in centre.entries() {
            if !others.contains(&id)
                && !questions.iter().any(|it| it.rule.id == *id)
                && !checklist.own().iter().any(|own| own.id == *id)
            {
                others.push(id);
            }
        }
    }
    others
}

fn word<'a>(words: &[&'a str], place: usize) -> &'a str {
    words.get(place).copied().unwrap_or_default()
}

struct Table<'a> {
    text: String,
    /// Whether the next cell is the first of its line.
    is_first: bool,
    centres: Vec<&'a Centre>,
}

impl Table<'_> {
    fn cell(&mut self, content: &str) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        self.text.push('"');
        write_safely(content, &mut self.text);
        self.text.push('"');
    }

    fn cells(&mut self, contents: &[&str]) {
        for content in contents {
            self.cell(content);
        }
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.is_first = true;
    }

    fn heading(&mut self, words: &CsvWords) {
        self.cells(&[words.group, words.question, words.importance]);
        for centre in self.centres.clone() {
            for name in [words.answer, words.who, words.date, words.note] {
                self.cell(&[centre.name(), ": ", name].concat());
            }
        }
        self.end();
    }

    fn question(
        &mut self,
        id: &CriterionId,
        names: [&str; 2],
        importance: Option<Importance>,
        words: &CsvWords,
    ) {
        self.cells(&names);
        self.cell(importance.map_or("", |it| word(&words.importances, it as usize)));
        let nothing = Entry::default();
        for centre in self.centres.clone() {
            let entry = centre.entry(id).unwrap_or(&nothing);
            self.cell(&both(entry, " / ", |it| {
                word(&words.answers, it.answer as usize).to_owned()
            }));
            self.cell(&both(entry, " / ", |it| {
                let who = it.who.map(|who| word(&words.sources, who as usize));
                who.unwrap_or_default().to_owned()
            }));
            self.cell(&both(entry, " / ", |it| {
                it.on.map_or_else(String::new, String::from)
            }));
            self.cell(&both(entry, "\n", |it| it.note.to_string()));
        }
        self.end();
    }

    /// A line with one thing for each centre, in the column of its answers.
    fn row(&mut self, names: [&str; 2], of: impl Fn(&Centre) -> String) {
        self.cells(&names);
        self.cell("");
        for centre in self.centres.clone() {
            self.cell(&of(centre));
            self.cells(&["", "", ""]);
        }
        self.end();
    }

    /// A line for each name of a cost: what has one name at several centres
    /// stands side by side.
    fn costs(&mut self, words: &CsvWords) {
        let mut names: Vec<(&str, usize)> = Vec::new();
        for centre in &self.centres {
            for place in 0..centre.costs().len() {
                names.extend(nth_of_its_name(centre, place).filter(|it| !names.contains(it)));
            }
        }
        for key in names {
            self.row([words.costs_group, key.0], |centre| {
                let mut all = centre.costs().iter().enumerate();
                match all.find(|(place, _)| nth_of_its_name(centre, *place) == Some(key)) {
                    Some((_, line)) => amount(line, words),
                    None => String::new(),
                }
            });
        }
        for currency in Currency::ALL {
            let of = |centre: &Centre| {
                totals(centre)
                    .into_iter()
                    .find(|it| it.currency == currency)
            };
            if !self.centres.iter().any(|centre| of(centre).is_some()) {
                continue;
            }
            self.row([words.costs_group, words.total], |centre| {
                let Some(total) = of(centre) else {
                    return String::new();
                };
                let sum = [&total.sum.to_string(), " ", currency.code()].concat();
                match total.unknown {
                    0 => sum,
                    n => [&sum, " + ", &n.to_string(), " × ", words.unknown].concat(),
                }
            });
        }
    }

    /// What belongs to no centre stands beside its name, in one cell.
    fn decision(&mut self, checklist: &Checklist, words: &CsvWords) {
        let decision = checklist.decision();
        let choice = match decision.choice {
            Choice::Open => "",
            Choice::Centre(id) => checklist.centre(id).map_or("", Centre::name),
            Choice::None => words.choice_none,
        };
        for (name, text) in [
            (words.choice, choice),
            (words.why, &decision.why),
            (words.next, &decision.next),
        ] {
            if text.is_empty() {
                continue;
            }
            self.cell(words.decision_group);
            self.cell(&[name, ": ", text].concat());
            self.cell("");
            for _ in self.centres.clone() {
                self.cells(&["", "", "", ""]);
            }
            self.end();
        }
    }
}

/// What a line of costs is for, and how many before it are for the same.
fn nth_of_its_name(centre: &Centre, place: usize) -> Option<(&str, usize)> {
    let line = centre.costs().get(place)?;
    let before = centre.costs().iter().take(place);
    let same = before.filter(|it| it.what == line.what).count();
    Some((&line.what, same))
}

fn amount(line: &CostLine, words: &CsvWords) -> String {
    match line.amount {
        Some(amount) => [&amount.to_string(), " ", line.currency.code()].concat(),
        None => words.unknown.to_owned(),
    }
}

/// The same of ours and, where another list disagrees, of theirs.
fn both(entry: &Entry, between: &str, of: impl Fn(&Reply) -> String) -> String {
    let mut text = of(&entry.reply);
    if let Some(other) = &entry.other {
        let other = of(other);
        if !text.is_empty() && !other.is_empty() {
            text.push_str(between);
        }
        text.push_str(&other);
    }
    text
}

/// The inside of a quoted cell, with an apostrophe wherever a spreadsheet might
/// take what follows for the beginning of a formula.
fn write_safely(content: &str, text: &mut String) {
    // Where the cell, or what might become one, begins; `None` once something
    // harmless has been met there.
    let mut start = Some(text.len());
    if content.starts_with(['\t', '\r', '\n', '\0']) {
        text.push('\'');
        start = None;
    }
    for c in content.chars() {
        if matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
            && let Some(start) = start
        {
            text.insert(start, '\'');
        }
        match c {
            '"' => text.push_str("\"\""),
            '\n' | ';' => {
                text.push(c);
                start = Some(text.len());
            }
            _ if c.is_control() => {}
            _ => {
                text.push(c);
                if !is_blank(c) {
                    start = None;
                }
            }
        }
    }
}
