//! What the checklist holds.

use std::sync::Arc;

use super::by_criterion::ByCriterion;
use super::limits::MAX_CRITERION_ID_BYTES;
use crate::date::Date;
use crate::from_json::{FromJson, field};
use crate::json::Value;

/// Names a criterion of the content. Stable across visits and languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(transparent)
)]
pub struct CriterionId(Box<str>);

impl CriterionId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id can be stored: 1 to
    /// [`MAX_CRITERION_ID_BYTES`] visible ASCII characters.
    pub fn is_valid(&self) -> bool {
        (1..=MAX_CRITERION_ID_BYTES).contains(&self.0.len())
            && self.0.bytes().all(|b| b.is_ascii_graphic())
    }
}

impl From<&str> for CriterionId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

/// Names a centre, also across the phones that a list has travelled between.
/// Drawn at random where the centre is added, never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(transparent)
)]
pub struct CentreId(pub(super) u32);

impl CentreId {
    /// The number, for element ids and addresses.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The id with this number: what an address says. Whether there is such a
    /// centre is another matter.
    pub fn from_number(number: u32) -> Self {
        Self(number)
    }
}

/// Names a line of costs within its centre. Drawn at random, never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CostId(pub(super) u32);

impl CostId {
    /// The number, for element ids.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// How much a criterion matters to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Importance {
    /// A centre without it is no option. Warned about, never averaged.
    Essential,
    /// Weighs twice as much as helpful.
    Important,
    /// Weighs, but less.
    Helpful,
    /// Left out of everything that is computed.
    NotForMe,
}

impl Importance {
    /// Every importance, from the heaviest to the lightest.
    pub const ALL: [Self; 4] = [
        Self::Essential,
        Self::Important,
        Self::Helpful,
        Self::NotForMe,
    ];

    /// The word in files and form values; the same as in serde. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Important => "important",
            Self::Helpful => "helpful",
            Self::NotForMe => "not-for-me",
        }
    }

    /// The importance with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|importance| importance.code() == code)
    }
}

/// What the person knows about one criterion at one centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Answer {
    /// Nobody has asked yet.
    #[default]
    NotAsked,
    /// The centre meets it.
    Yes,
    /// The centre meets half of it.
    Partly,
    /// The centre does not meet it.
    No,
    /// Asked, and they would not say. As unknown as [`Answer::NotAsked`] to the
    /// range, and a warning besides.
    WouldNotSay,
}

impl Answer {
    /// Every answer, the default first.
    pub const ALL: [Self; 5] = [
        Self::NotAsked,
        Self::Yes,
        Self::Partly,
        Self::No,
        Self::WouldNotSay,
    ];

    /// The word in files and form values; the same as in serde. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::WouldNotSay => "would-not-say",
        }
    }

    /// The answer with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }

    /// Whether the truth is still unknown: not asked, or they would not say.
    pub fn is_open(self) -> bool {
        match self {
            Self::NotAsked | Self::WouldNotSay => true,
            Self::Yes | Self::Partly | Self::No => false,
        }
    }
}

/// Who gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhoSaid {
    /// A surgeon, another doctor or a nurse of the centre.
    Staff,
    /// Seen in writing: a letter, a report, a leaflet.
    Writing,
    /// The centre's website or page in a social network.
    Website,
    /// Another patient or a relative of one.
    Patient,
    /// Seen with one's own eyes.
    Ourselves,
}

impl WhoSaid {
    /// Every source, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Staff,
        Self::Writing,
        Self::Website,
        Self::Patient,
        Self::Ourselves,
    ];

    /// The word in files and form values. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Writing => "writing",
            Self::Website => "website",
            Self::Patient => "patient",
            Self::Ourselves => "ourselves",
        }
    }

    /// The source with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.code() == code)
    }
}

/// An answer with all that was written down about it. A stored one has no who
/// and no day unless there is an answer or a note that they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The answer.
    pub answer: Answer,
    /// The person's own words; may be empty, may have several lines.
    pub note: Box<str>,
    /// Who said it, if noted.
    pub who: Option<WhoSaid>,
    /// The day on which it was said, if noted.
    pub on: Option<Date>,
}

impl Reply {
    /// Whether there is nothing to store. Who and when say nothing without an
    /// answer or a note.
    pub(super) fn says_nothing(&self) -> bool {
        self.answer == Answer::NotAsked && self.note.is_empty()
    }

    /// Leaves out who and when where they are about nothing; whether it did.
    pub(super) fn tidy(&mut self) -> bool {
        let about_nothing = self.says_nothing() && *self != Self::default();
        if about_nothing {
            *self = Self::default();
        }
        about_nothing
    }
}

/// What is stored about one criterion at one centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What this list says.
    pub reply: Reply,
    /// What another list said when the two were put together, until the person
    /// has chosen: an answer or a note at least. As long as it is there, the answer counts as open: two
    /// people who heard different things do not know yet.
    pub other: Option<Box<Reply>>,
}

impl Entry {
    /// Whether there is nothing to store.
    pub(super) fn says_nothing(&self) -> bool {
        self.reply.says_nothing() && self.other.is_none()
    }
}

/// A practical fact about a centre: one line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// The city it is in.
    City,
    /// The country it is in.
    Country,
    /// How to reach it.
    Phone,
    /// Time and place of the appointment, whose day is a date of its own.
    AppointmentPlace,
    /// Who treats complications near home.
    LocalCare,
}

impl Fact {
    /// Every fact, in the order in which they are asked for.
    pub const ALL: [Self; 5] = [
        Self::City,
        Self::Country,
        Self::Phone,
        Self::AppointmentPlace,
        Self::LocalCare,
    ];

    /// The field in files. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Country => "country",
            Self::Phone => "phone",
            Self::AppointmentPlace => "appointment_place",
            Self::LocalCare => "local_care",
        }
    }
}

/// What an amount is counted in. Never converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// Iraqi dinar.
    #[default]
    Iqd,
    /// US dollar.
    Usd,
}

impl Currency {
    /// Every currency.
    pub const ALL: [Self; 2] = [Self::Iqd, Self::Usd];

    /// The ISO 4217 code, in files and on the screen. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Iqd => "IQD",
            Self::Usd => "USD",
        }
    }

    /// The currency with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }
}

/// One thing that has to be paid for at a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// Its id.
    pub id: CostId,
    /// What for; may be empty while it is being typed.
    pub what: Box<str>,
    /// How much, in whole units of the currency, at most
    /// [`MAX_AMOUNT`](super::limits::MAX_AMOUNT); `None`: not known yet.
    pub amount: Option<u64>,
    /// Counted in what.
    pub currency: Currency,
}

/// A hospital or clinic that the person is weighing up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    pub(super) id: CentreId,
    pub(super) name: Box<str>,
    /// In the order of [`Fact::ALL`].
    pub(super) facts: [Box<str>; 5],
    pub(super) appointment: Option<Date>,
    pub(super) costs: Vec<CostLine>,
    pub(super) entries: ByCriterion<Entry>,
    pub(super) card: Option<Box<[CriterionId]>>,
    pub(super) example: bool,
}

impl Centre {
    /// A centre of which nothing but the name is known.
    pub(super) fn new(id: CentreId, name: Box<str>) -> Self {
        Self {
            id,
            name,
            facts: Default::default(),
            appointment: None,
            costs: Vec::new(),
            entries: ByCriterion::default(),
            card: None,
            example: false,
        }
    }

    /// The id of the centre.
    pub fn id(&self) -> CentreId {
        self.id
    }

    /// The name the person gave it: never empty, one line.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it belongs to the example, and is no real hospital.
    pub fn is_example(&self) -> bool {
        self.example
    }

    /// A practical fact: one line, empty if not known yet.
    pub fn fact(&self, fact: Fact) -> &str {
        self.facts.get(fact as usize).map_or("", |text| text)
    }

    pub(super) fn fact_mut(&mut self, fact: Fact) -> Option<&mut Box<str>> {
        self.facts.get_mut(fact as usize)
    }

    /// The day of the appointment, if there is one.
    pub fn appointment(&self) -> Option<Date> {
        self.appointment
    }

    /// What has to be paid for, in the person's order.
    pub fn costs(&self) -> &[CostLine] {
        &self.costs
    }

    /// The answer to a criterion, as far as it is known: not asked, where
    /// nothing is stored or two lists disagree.
    pub fn answer(&self, criterion: &CriterionId) -> Answer {
        match self.entries.get(criterion) {
            Some(entry) if entry.other.is_none() => entry.reply.answer,
            Some(_) | None => Answer::NotAsked,
        }
    }

    /// The note on a criterion; empty, where nothing is stored.
    pub fn note(&self, criterion: &CriterionId) -> &str {
        self.entries
            .get(criterion)
            .map_or("", |entry| &entry.reply.note)
    }

    /// What is stored about a criterion, if anything is.
    pub fn entry(&self, criterion: &CriterionId) -> Option<&Entry> {
        self.entries.get(criterion)
    }

    /// All that is stored, sorted by criterion, also for criteria that content
    /// no longer has.
    pub fn entries(&self) -> &[(CriterionId, Entry)] {
        self.entries.as_slice()
    }

    /// The questions that the person picked for the next conversation, in
    /// their order; `None`: not picked, the usual ones.
    pub fn card(&self) -> Option<&[CriterionId]> {
        self.card.as_deref()
    }
}

/// Whether an own entry can be compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnKind {
    /// Answered with yes, partly or no, weighed and compared.
    Criterion,
    /// Only asked: what they say goes into the note.
    Question,
}

impl OwnKind {
    /// The word in files. Never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Criterion => "criterion",
            Self::Question => "question",
        }
    }

    /// The kind with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Criterion, Self::Question]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A criterion or question that the person added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub(super) id: CriterionId,
    pub(super) kind: OwnKind,
    pub(super) text: Box<str>,
}

impl Own {
    /// What an own criterion weighs until the person says otherwise.
    pub const IMPORTANCE: Importance = Importance::Important;
    /// What the ids of own criteria begin with. Some of the content begin
    /// alike: see [`has_id`](Self::has_id).
    pub const PREFIX: &'static str = "own-";

    /// Whether an id has the shape of those of own criteria, which none of the
    /// content has: [`PREFIX`](Self::PREFIX) and eight hexadecimal digits in
    /// lower case.
    pub fn has_id(id: &CriterionId) -> bool {
        let digits = id.as_str().strip_prefix(Self::PREFIX);
        digits.is_some_and(|digits| {
            digits.len() == 8
                && digits
                    .bytes()
                    .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        })
    }

    /// Its id: [`PREFIX`](Self::PREFIX) and eight hexadecimal digits.
    pub fn id(&self) -> &CriterionId {
        &self.id
    }

    /// Whether it can be compared by.
    pub fn kind(&self) -> OwnKind {
        self.kind
    }

    /// The question: one line, never empty.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// What the person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Nothing yet.
    #[default]
    Open,
    /// A centre; it is in the list.
    Centre(CentreId),
    /// None of the centres, another way.
    None,
}

/// How a centre stood on the day of the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its name on that day.
    pub name: Box<str>,
    /// How many questions were answered.
    pub answered: u32,
    /// Out of how many that mattered.
    pub of: u32,
    /// The range in whole percent, lowest and highest, at most 100, if anything
    /// weighed.
    pub range: Option<(u32, u32)>,
    /// The essentials that it did not or only partly meet.
    pub unmet: Box<[CriterionId]>,
    /// What was open, essentials first.
    pub open: Box<[CriterionId]>,
}

impl Standing {
    /// The highest that a range can be, in percent.
    pub(super) const MOST: u32 = 100;
}

/// What was known and unknown on the day of the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The day.
    pub on: Date,
    /// Each centre, in the order of that day.
    pub standings: Box<[Standing]>,
}

/// What the person decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// For what.
    pub choice: Choice,
    /// Why, in their words.
    pub why: Box<str>,
    /// What they do next, in their words.
    pub next: Box<str>,
    /// What was known when they recorded it, if they have.
    pub record: Option<Record>,
}

/// Everything the person has entered.
///
/// A clone costs a few pointers: snapshots share what has not changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    pub(super) centres: Vec<Arc<Centre>>,
    pub(super) importance: Arc<ByCriterion<Importance>>,
    pub(super) own: Arc<Vec<Own>>,
    pub(super) decision: Arc<Decision>,
}

impl Checklist {
    /// The centres in the person's order. A centre that has just been added is
    /// the last.
    pub fn centres(&self) -> &[Arc<Centre>] {
        &self.centres
    }

    /// The centre with this id, if it is there.
    pub fn centre(&self, id: CentreId) -> Option<&Centre> {
        self.centres
            .iter()
            .find(|centre| centre.id == id)
            .map(AsRef::as_ref)
    }

    /// The answer to a criterion; not asked, where nothing is stored.
    pub fn answer(&self, centre: CentreId, criterion: &CriterionId) -> Answer {
        self.centre(centre)
            .map_or(Answer::NotAsked, |centre| centre.answer(criterion))
    }

    /// The note on a criterion; empty, where nothing is stored.
    pub fn note(&self, centre: CentreId, criterion: &CriterionId) -> &str {
        self.centre(centre)
            .map_or("", |centre| centre.note(criterion))
    }

    /// The person's importance for a criterion, else the one that content gives.
    pub fn importance_of(&self, rule: &Rule) -> Importance {
        self.chosen_importance(&rule.id).unwrap_or(rule.importance)
    }

    /// The importance the person chose, if they did. It may equal the default
    /// of the content, and then still outlives a change of that default.
    pub fn chosen_importance(&self, criterion: &CriterionId) -> Option<Importance> {
        self.importance.get(criterion).copied()
    }

    /// The criteria and questions that the person added, in their order.
    pub fn own(&self) -> &[Own] {
        &self.own
    }

    /// All criteria that count: those of the content, then the person's own.
    pub fn rules(&self, content: &[Rule]) -> Vec<Rule> {
        let own = self.own.iter().filter(|own| own.kind == OwnKind::Criterion);
        let own = own.map(|own| Rule {
            id: own.id.clone(),
            importance: Own::IMPORTANCE,
        });
        content.iter().cloned().chain(own).collect()
    }

    /// What the person decided.
    pub fn decision(&self) -> &Decision {
        &self.decision
    }

    /// Whether the person has entered nothing at all.
    pub fn is_empty(&self) -> bool {
        self.centres.is_empty()
            && self.importance.as_slice().is_empty()
            && self.own.is_empty()
            && *self.decision == Decision::default()
    }
}

/// A criterion as far as computing with it goes.
///
/// Selectors take the rules that content has today. Entries about any other
/// criterion are kept in the document and ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rule {
    /// The criterion; each occurs once in a list of rules.
    pub id: CriterionId,
    /// How much it matters unless the person says otherwise.
    pub importance: Importance,
}

impl FromJson for Rule {
    fn from_json(value: &Value) -> Option<Self> {
        Some(Self {
            id: field::<String>(value, "id")?.as_str().into(),
            importance: Importance::from_code(value.get("importance")?.as_str()?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn codes_are_the_words_of_serde() {
        for answer in Answer::ALL {
            assert_eq!(Answer::from_code(answer.code()), Some(answer));
            assert_eq!(serde_json::to_value(answer).unwrap(), answer.code());
        }
        for importance in Importance::ALL {
            assert_eq!(Importance::from_code(importance.code()), Some(importance));
            assert_eq!(serde_json::to_value(importance).unwrap(), importance.code());
        }
        for who in WhoSaid::ALL {
            assert_eq!(WhoSaid::from_code(who.code()), Some(who));
        }
        for currency in Currency::ALL {
            assert_eq!(Currency::from_code(currency.code()), Some(currency));
        }
        assert_eq!(Answer::from_code("Yes"), None);
        assert_eq!(Importance::from_code(""), None);
    }

    #[test]
    fn rules_are_read_from_content() {
        let rule: Rule =
            serde_json::from_str(r#"{"id":"surgeon-volume","importance":"not-for-me"}"#).unwrap();
        assert_eq!(rule.id.as_str(), "surgeon-volume");
        assert_eq!(rule.importance, Importance::NotForMe);
    }

    #[test]
    fn ids_that_can_be_stored() {
        #[track_caller]
        fn check(id: &str, expected: bool) {
            assert_eq!(CriterionId::from(id).is_valid(), expected, "{id:?}");
        }
        check("surgeon-volume", true);
        check(&"x".repeat(MAX_CRITERION_ID_BYTES), true);
        check(&"x".repeat(MAX_CRITERION_ID_BYTES + 1), false);
        check("", false);
        check("two words", false);
        check("سؤال", false);
        check("a\n", false);
    }
}
