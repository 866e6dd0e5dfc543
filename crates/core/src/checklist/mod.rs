//! The centre checklist: comparing hospitals against criteria.
//!
//! A pure state machine. What the person has typed is a [`Checklist`]; every
//! change is an [`Action`] that goes through [`update`]; every byte from
//! outside (storage, file, link) goes through [`restore`]. [`Session`] adds
//! undo and redo. The criteria themselves are content: selectors such as
//! [`range`] and [`warnings`] are handed the [`Rule`]s of the day.
//!
//! What holds for every `Checklist` that this module hands out, because nothing
//! else can build or change one:
//!
//! - texts are clean and within [`limits`], names are not empty;
//! - ids of centres, of a centre's costs and of own criteria are unique;
//! - a choice is of a centre that is there;
//! - what says nothing (not asked, no note) is not stored, be it an entry, what
//!   another list said, or who said it and when;
//! - what [`save`] writes fits into [`limits::MAX_FILE_BYTES`], and [`restore`]
//!   gives back the same document without repairs.
//!
//! Errors are data, never sentences: the view chooses the words.

mod action;
mod ask_next;
mod backup;
mod by_criterion;
mod compare;
mod costs;
mod csv;
mod example;
mod history;
pub mod limits;
pub mod link;
mod merge;
mod model;
mod overview;
mod place;
mod range;
mod record;
mod restore;
mod tally;
mod text;
mod turns;
mod update;
mod wire;

pub use action::{Action, Change, ChangeKind};
pub use ask_next::{Ask, Effect, ask_next, ask_next_for};
pub use backup::{Backup, NUDGE_AFTER};
pub use compare::{
    Comparison, OpenQuestion, Power, Reason, compare, depends_on, failed, reason, verdict,
};
pub use costs::{AmountError, Total, format_amount, parse_amount, totals};
pub use csv::{CsvWords, csv};
pub use history::Session;
pub use merge::{Contents, Difference, LeftOut, Merged, Take, contents, merge};
pub use model::{
    Answer, Centre, CentreId, Checklist, Choice, CostId, CostLine, CriterionId, Currency, Decision,
    Entry, Fact, Importance, Own, OwnKind, Record, Reply, Rule, Standing, WhoSaid,
};
pub use overview::{Overview, overview};
pub use place::Place;
pub use range::{
    Answered, Essentials, Range, Warning, WarningKind, answered, essentials, range, warnings,
};
pub use record::record;
pub use restore::{Repair, RepairKind, RestoreError, restore};
pub use tally::{Possible, Side, Tally, Verdict};
pub use text::{Question, TextWords, card_text, summary_text};
pub use turns::{Turn, TurnKind, turns};
pub use update::{Rejected, update};
pub use wire::save;
