//! What all views of the checklist share: the document, its words, and the
//! only way to change it.

use hipec_core::{
    checklist::{
        Action, Answer, Ask, Centre, CentreId, Change, ChangeKind, Checklist, CriterionId, Place,
        Rejected, Rule, Session, ask_next, limits,
    },
    content::{ChecklistData, Criterion},
    date::Date,
    locale::Locale,
    words::{ChecklistText, isolate},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Whether what the person entered is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// The page has not been taken over yet.
    Starting,
    /// There is nothing to save.
    Nothing,
    /// A change is about to be written.
    Saving,
    /// What is on the screen is what is stored.
    Saved,
    /// It could not be written.
    Failed(SaveError),
}

/// Why something could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveError {
    /// The device has no space left.
    Full,
    /// The browser lets the page keep nothing.
    Blocked,
    /// What was written does not read back the same.
    Mismatch,
    /// Another window changed the list meanwhile.
    OtherTab,
    /// The stored list belongs to a newer version and must not be touched.
    Newer,
}

/// What was found when the stored list was opened, besides the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It could not be read and has been set aside; this is its text.
    Unreadable(String),
    /// It was written by a newer version.
    Newer,
    /// So many entries had to be mended; the original has been kept.
    Repaired(usize),
    /// What is shown comes from the second copy, because the first was gone or
    /// lacked the last changes.
    Recovered,
}

/// The document, its words, and the only way to change it. Cheap to copy.
///
/// One word, because hundreds of closures carry it: as a struct of signals it
/// was a tenth of the program. What it points at is never freed; it is a few
/// dozen bytes each time the checklist is opened.
#[derive(Debug, Clone, Copy)]
pub struct Desk(&'static Parts);

impl std::ops::Deref for Desk {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What a [`Desk`] is made of.
#[derive(Debug)]
pub struct Parts {
    session: RwSignal<Session>,
    data: Arc<ChecklistData>,
    content_rules: Arc<Vec<Rule>>,
    /// All criteria that count, the person's own included.
    pub rules: Memo<Arc<Vec<Rule>>>,
    /// The open questions, the best to ask first.
    pub asks: Memo<Arc<Vec<Ask>>>,
    /// The reader's language.
    pub locale: Locale,
    /// Which view is shown.
    pub place: RwSignal<Place>,
    /// The centre whose questions are shown.
    pub open: Memo<Option<CentreId>>,
    /// Whether what was entered is safe.
    pub save: RwSignal<SaveState>,
    /// What was found when the stored list was opened.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Whether it is time to remind the person to take a copy of the list.
    pub nudge: RwSignal<bool>,
    /// Answers that were tapped before the program had come, and whose centre
    /// only the person knows.
    pub early: RwSignal<Vec<(CriterionId, Answer)>>,
    /// Why the last change was refused, in words; empty if it was not.
    pub refusal: RwSignal<String>,
    /// What a screen reader is to be told.
    pub said: RwSignal<String>,
    /// Whether what is shown is a list from elsewhere, only to look at.
    pub looking: RwSignal<bool>,
    /// Differs for every list that comes in by a link or a file; empty when none
    /// is waiting for what the person says.
    pub incoming: RwSignal<String>,
    /// The person's own list and its history, while another is shown.
    own: StoredValue<Option<Session>>,
}

impl Desk {
    /// An empty desk for the page's criteria.
    #[must_use]
    pub fn new(locale: Locale, page: &Arc<ChecklistData>) -> Self {
        let session = RwSignal::new(Session::new(Checklist::default()));
        let criteria = page.groups.iter().flat_map(|group| &group.criteria);
        let rules = criteria.map(|criterion| criterion.rule.clone()).collect();
        let content_rules: Arc<Vec<Rule>> = Arc::new(rules);
        let of_content = Arc::clone(&content_rules);
        let place = RwSignal::new(Place::default());
        let rules = Memo::new(move |_| {
            session.with(|session| Arc::new(session.document().rules(&of_content)))
        });
        Self(Box::leak(Box::new(Parts {
            session,
            data: Arc::clone(page),
            content_rules,
            rules,
            asks: Memo::new(move |_| {
                let rules = rules.get();
                session.with(|session| Arc::new(ask_next(session.document(), &rules)))
            }),
            locale,
            place,
            open: Memo::new(move |_| match place.get() {
                Place::Centre(id) => {
                    session.with(|session| session.document().centre(id).map(Centre::id))
                }
                Place::Overview
                | Place::Compare
                | Place::Ask(_)
                | Place::Decide
                | Place::Keep
                | Place::Sheet => None,
            }),
            save: RwSignal::new(SaveState::Starting),
            trouble: RwSignal::new(None),
            nudge: RwSignal::new(false),
            early: RwSignal::new(Vec::new()),
            refusal: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            looking: RwSignal::new(false),
            incoming: RwSignal::new(String::new()),
            own: StoredValue::new(None),
        })))
    }

    /// Does what the person asked for; whether it was done, or had been
    /// already. What is refused leaves everything as it was, and says why.
    pub fn dispatch(self, action: Action) -> bool {
        if self.looking.get_untracked() {
            // Controls that the person has touched go back to what the list says.
            self.session.update(|_| ());
            self.refuse(ChecklistText::LookingRefused);
            return false;
        }
        let result = self.session.try_update(|session| session.apply(action));
        match result {
            Some(Err(Rejected::NoChange)) | Some(Ok(())) | None => {
                self.refusal.set(String::new());
                true
            }
            Some(Err(rejected)) => {
                self.refusal.set(self.refused(rejected));
                false
            }
        }
    }

    /// Says why something could not be done.
    pub fn refuse(self, key: ChecklistText) {
        self.refusal.set(self.text(key));
    }

    /// Adds a centre and goes to it.
    pub fn add_centre(self, name: String, answers: Vec<(CriterionId, Answer)>) -> bool {
        let (seed, on) = (seed(), today());
        let added = self.dispatch(Action::AddAnswered {
            name,
            seed,
            answers,
            on,
        });
        let last =
            self.with_untracked(|document| document.centres().last().map(|centre| centre.id()));
        if added && let Some(id) = last {
            self.go(Place::Centre(id));
        }
        added
    }

    /// Records an answer. Before there is any centre, it is the first answer
    /// about a first one, which gets a name of its own.
    pub fn answer(self, centre: Option<CentreId>, criterion: &CriterionId, answer: Answer) {
        let criterion = criterion.clone();
        match centre {
            Some(centre) => {
                self.dispatch(Action::SetAnswer {
                    centre,
                    criterion,
                    answer,
                    on: today(),
                });
            }
            None => self.add_first(vec![(criterion, answer)]),
        }
    }

    /// Makes a first centre of these answers. What has been typed as a name is
    /// about to go with its field: it can only be meant for this one.
    pub fn add_first(self, answers: Vec<(CriterionId, Answer)>) {
        #[cfg(not(feature = "ssr"))]
        {
            let typed = crate::platform::field::text(super::overview::FIELD);
            if !typed.is_empty() && self.add_centre(typed, answers.clone()) {
                return;
            }
        }
        self.add_centre(self.text(ChecklistText::FirstCentreName), answers);
    }

    /// Shows another view, and notes it in the address bar.
    pub fn go(self, place: Place) {
        self.place.set(place);
        #[cfg(not(feature = "ssr"))]
        super::places::note(place);
    }

    /// The person has taken a copy of the list: a file, a link or a print. The
    /// reminder goes, and the changes are counted anew.
    pub fn backed_up(self) {
        #[cfg(not(feature = "ssr"))]
        super::keeper::backed_up(self);
    }

    /// The person does not want a copy now: the reminder goes for a while.
    pub fn back_up_later(self) {
        #[cfg(not(feature = "ssr"))]
        super::keeper::back_up_later(self);
    }

    /// Ends the current run of edits of one text, so that the next one can be
    /// undone by itself.
    pub fn seal(self) {
        // A field that is being removed with its page loses the focus last of all.
        let _ = self.session.try_update_untracked(Session::seal);
    }

    /// Takes the last change back.
    pub fn undo(self) {
        if let Some(Some(change)) = self.session.try_update(Session::undo) {
            let what = self.change(&change);
            self.say(ChecklistText::UndoWhat, &[("change", &what)]);
        }
    }

    /// Does again what was taken back.
    pub fn redo(self) {
        if let Some(Some(change)) = self.session.try_update(Session::redo) {
            let what = self.change(&change);
            self.say(ChecklistText::RedoWhat, &[("change", &what)]);
        }
    }

    /// Starts over from a stored document, without a step to undo.
    pub fn begin_with(self, document: Checklist) {
        self.session.set(Session::new(document));
    }

    /// Shows a list from elsewhere in all views; the person's own stays as it
    /// is, and nothing can be changed until [`look_away`](Self::look_away).
    pub fn look_at(self, document: Checklist) {
        self.look_away();
        let mut shown = Session::new(document);
        let _ = self
            .session
            .try_update(|session| std::mem::swap(session, &mut shown));
        self.own.set_value(Some(shown));
        self.looking.set(true);
    }

    /// Shows the person's own list again.
    pub fn look_away(self) {
        self.looking.set(false);
        self.refusal.set(String::new());
        if let Some(Some(own)) = self.own.try_update_value(Option::take) {
            self.session.set(own);
        }
    }

    /// Takes over a document from elsewhere, as one step to undo that is called
    /// `kind`; whether it was done, or had been already.
    pub fn replace(self, document: Checklist, kind: ChangeKind) -> bool {
        let result = self
            .session
            .try_update(|session| session.replace(document, kind));
        !matches!(result, Some(Err(rejected)) if rejected != Rejected::NoChange)
    }

    /// Tells a screen reader something, once.
    pub fn say(self, key: ChecklistText, values: &[(&str, &str)]) {
        self.said.set(self.fill(key, values));
    }

    /// The document, followed. Not generic: reading it where it lies would put
    /// the code around a lock into every view.
    #[must_use]
    #[inline(never)]
    pub fn document(self) -> Arc<Checklist> {
        self.session.with(Session::shared)
    }

    /// All criteria that count, the person's own included, followed.
    #[must_use]
    #[inline(never)]
    pub fn all_rules(self) -> Arc<Vec<Rule>> {
        self.rules.get()
    }

    /// Reads the document, and follows its changes.
    pub fn with<T>(self, read: impl FnOnce(&Checklist) -> T) -> T {
        read(&self.document())
    }

    /// Reads the document as it is now.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Checklist) -> T) -> T {
        read(&untrack(|| self.document()))
    }

    /// Reads a centre, and follows its changes.
    pub fn with_centre<T>(
        self,
        id: CentreId,
        read: impl FnOnce(&Checklist, &Centre, &[Rule]) -> T,
    ) -> Option<T> {
        let document = self.document();
        let centre = document.centre(id)?;
        Some(read(&document, centre, &self.all_rules()))
    }

    /// A centre's name; empty once it is gone.
    #[must_use]
    pub fn name(self, id: CentreId) -> String {
        self.with(|document| {
            document
                .centre(id)
                .map(|centre| centre.name().to_owned())
                .unwrap_or_default()
        })
    }

    /// A centre's place in the list, from 0, and how many there are.
    #[must_use]
    pub fn place(self, id: CentreId) -> (usize, usize) {
        self.with(|document| {
            let centres = document.centres();
            (
                centres
                    .iter()
                    .position(|centre| centre.id() == id)
                    .unwrap_or_default(),
                centres.len(),
            )
        })
    }

    /// A number that grows with every change.
    #[must_use]
    pub fn revision(self) -> u64 {
        self.session.with(Session::revision)
    }

    /// The same, without following it.
    #[must_use]
    pub fn revision_untracked(self) -> u64 {
        self.session.with_untracked(Session::revision)
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn undoable(self) -> Option<String> {
        self.session
            .with(|session| session.can_undo().map(|change| self.change(change)))
    }

    /// The name of what redo would do again.
    #[must_use]
    pub fn redoable(self) -> Option<String> {
        self.session
            .with(|session| session.can_redo().map(|change| self.change(change)))
    }

    /// A word of the checklist.
    #[must_use]
    pub fn text(self, key: ChecklistText) -> String {
        self.data.words.get(key).to_owned()
    }

    /// A sentence with its placeholders filled in.
    #[must_use]
    pub fn fill(self, key: ChecklistText, values: &[(&str, &str)]) -> String {
        self.data.words.fill(key, values)
    }

    /// A sentence with a count.
    #[must_use]
    pub fn count(self, key: ChecklistText, count: usize) -> String {
        self.data.words.count(key, self.locale, count)
    }

    /// The question of a criterion, also of one's own; its id if nobody has it
    /// any longer.
    #[must_use]
    pub fn question(self, id: &CriterionId) -> String {
        let own = self.with(|document| {
            let own = document.own().iter().find(|own| own.id() == id);
            own.map(|own| own.text().to_owned())
        });
        own.or_else(|| Some(criterion(&self.data, id)?.question.clone()))
            .unwrap_or_else(|| id.as_str().to_owned())
    }

    /// The page's criteria and words.
    #[must_use]
    pub fn data(self) -> Arc<ChecklistData> {
        Arc::clone(&self.data)
    }

    /// The criteria of the content, without the person's own.
    pub fn with_content_rules<T>(self, read: impl FnOnce(&[Rule]) -> T) -> T {
        read(&self.content_rules)
    }

    fn change(self, change: &Change) -> String {
        let key = match change.kind {
            ChangeKind::AddCentre => ChecklistText::ChangeAddCentre,
            ChangeKind::RenameCentre => ChecklistText::ChangeRenameCentre,
            ChangeKind::RemoveCentre => ChecklistText::ChangeRemoveCentre,
            ChangeKind::MoveCentre => ChecklistText::ChangeMoveCentre,
            ChangeKind::SetAnswer => ChecklistText::ChangeAnswer,
            ChangeKind::SetNote => ChecklistText::ChangeNote,
            ChangeKind::SetReply => ChecklistText::ChangeReply,
            ChangeKind::SetFact => ChecklistText::ChangeFact,
            ChangeKind::SetCosts => ChecklistText::ChangeCosts,
            ChangeKind::SetCard => ChecklistText::ChangeCard,
            ChangeKind::SetImportance => ChecklistText::ChangeImportance,
            ChangeKind::SetOwn => ChecklistText::ChangeOwn,
            ChangeKind::Decide => ChecklistText::ChangeDecide,
            ChangeKind::AddExample => ChecklistText::ChangeAddExample,
            ChangeKind::RemoveExample => ChecklistText::ChangeRemoveExample,
            ChangeKind::Clear => ChecklistText::ChangeClear,
            ChangeKind::Replace => ChecklistText::ChangeReplace,
            ChangeKind::Merge => ChecklistText::ChangeMerge,
            ChangeKind::Follow => ChecklistText::ChangeFollow,
        };
        self.fill(key, &[("centre", &isolate(&change.centre_name))])
    }

    fn refused(self, rejected: Rejected) -> String {
        let (key, limit) = match rejected {
            Rejected::EmptyName => (ChecklistText::RejectedEmptyName, 0),
            Rejected::NameTooLong => (ChecklistText::RejectedNameTooLong, limits::MAX_NAME_CHARS),
            Rejected::NoteTooLong => (ChecklistText::RejectedNoteTooLong, limits::MAX_NOTE_CHARS),
            Rejected::LineTooLong => (ChecklistText::RejectedLineTooLong, limits::MAX_LINE_CHARS),
            Rejected::EmptyQuestion => (ChecklistText::RejectedEmptyQuestion, 0),
            Rejected::AmountTooLarge => (ChecklistText::RejectedAmount, 0),
            Rejected::TooManyCentres => {
                (ChecklistText::RejectedTooManyCentres, limits::MAX_CENTRES)
            }
            Rejected::TooManyCosts => (ChecklistText::RejectedTooManyLines, limits::MAX_COSTS),
            Rejected::TooManyOwn => (ChecklistText::RejectedTooManyLines, limits::MAX_OWN),
            Rejected::NoChange
            | Rejected::TooManyCriteria
            | Rejected::UnknownCentre
            | Rejected::UnknownCost
            | Rejected::BadCriterion
            | Rejected::Full => (ChecklistText::RejectedOther, 0),
        };
        self.fill(key, &[("limit", &limit.to_string())])
    }

    /// Which centres there are, as one text: to draw anew what lists them.
    #[must_use]
    pub fn names(self) -> String {
        self.with(|document| {
            let mut names = String::new();
            for centre in document.centres() {
                names.push_str(&centre.id().number().to_string());
                names.push_str(centre.name());
                names.push('\n');
            }
            names
        })
    }

    /// Whether there is any centre.
    #[must_use]
    pub fn has_centres(self) -> bool {
        self.with(|document| !document.centres().is_empty())
    }

    /// The centres' ids in their order, as text: keys for lists.
    #[must_use]
    pub fn centre_keys(self) -> Vec<String> {
        self.with(|document| {
            let centres = document.centres().iter();
            centres
                .map(|centre| centre.id().number().to_string())
                .collect()
        })
    }
}

/// The centre of a key of [`Desk::centre_keys`].
#[must_use]
pub(super) fn centre_of(key: &str) -> CentreId {
    CentreId::from_number(key.parse().unwrap_or_default())
}

fn criterion<'a>(data: &'a ChecklistData, id: &CriterionId) -> Option<&'a Criterion> {
    let mut all = data.groups.iter().flat_map(|group| &group.criteria);
    all.find(|criterion| criterion.rule.id == *id)
}

/// The day, where there is a clock: only the browser has one.
#[must_use]
pub(super) fn today() -> Option<Date> {
    #[cfg(feature = "ssr")]
    return None;
    #[cfg(not(feature = "ssr"))]
    crate::platform::clock::today()
}

/// A random number, where there is chance: only the browser has it.
#[must_use]
pub(super) fn seed() -> u32 {
    #[cfg(feature = "ssr")]
    return 1;
    #[cfg(not(feature = "ssr"))]
    crate::platform::random::seed()
}
