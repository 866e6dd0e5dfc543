//! The words of the interface: every one has a name the compiler knows.
//!
//! Content files give each name a text (or, with a count, a text for each
//! plural category). In the browser they are plain lists in the order of the
//! names, because a list costs a phone far less code than a large struct.

use std::marker::PhantomData;

use crate::{from_json::FromJson, json::Value, locale::Locale};

/// Stands between the plural forms of one text, in the order of
/// [`Locale::plural_categories`]. No text a person writes contains it.
pub const PLURAL_SEPARATOR: char = '\u{1f}';

/// A list of names of texts.
pub trait WordKey: Copy + 'static {
    /// Every name, in the order of the texts.
    const ALL: &'static [Self];
    /// The names as content files spell them, in the same order.
    const NAMES: &'static [&'static str];
    /// The position in those lists.
    fn index(self) -> usize;
    /// Whether the text depends on a count and so has plural forms.
    fn is_plural(self) -> bool {
        Self::NAMES
            .get(self.index())
            .is_some_and(|name| name.ends_with("-count"))
    }
}

/// A number that changes when a list of names does (FNV-1a).
#[must_use]
pub const fn format_of<K: WordKey>() -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut i = 0;
    while i < K::NAMES.len() {
        #[allow(clippy::indexing_slicing, reason = "a for loop, which const fn lacks")]
        let name = K::NAMES[i].as_bytes();
        let mut j = 0;
        while j < name.len() {
            #[allow(clippy::indexing_slicing, reason = "a for loop, which const fn lacks")]
            let byte = name[j] as u32;
            hash = (hash ^ byte).wrapping_mul(0x0100_0193);
            j += 1;
        }
        hash = (hash ^ 0xff).wrapping_mul(0x0100_0193);
        i += 1;
    }
    hash
}

/// Texts for every name in `K`, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Words<K> {
    texts: Vec<String>,
    #[cfg_attr(feature = "serde", serde(skip))]
    keys: PhantomData<K>,
}

impl<K: WordKey> Words<K> {
    /// Texts in the order of `K::ALL`; `None` unless there is one for each.
    #[must_use]
    pub fn new(texts: Vec<String>) -> Option<Self> {
        (texts.len() == K::ALL.len()).then_some(Self {
            texts,
            keys: PhantomData,
        })
    }

    /// The text of a name.
    #[must_use]
    pub fn get(&self, key: K) -> &str {
        self.texts.get(key.index()).map_or("", String::as_str)
    }

    /// The text for a count, with `{count}` filled in.
    #[must_use]
    pub fn count(&self, key: K, locale: Locale, count: usize) -> String {
        let category = locale.plural(count);
        let position = locale
            .plural_categories()
            .iter()
            .position(|offered| *offered == category)
            .unwrap_or_default();
        let form = self
            .get(key)
            .split(PLURAL_SEPARATOR)
            .nth(position)
            .unwrap_or_default();
        fill(form, &[("count", &count.to_string())])
    }

    /// The text of a name with its `{placeholders}` filled in.
    #[must_use]
    pub fn fill(&self, key: K, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }
}

impl<K: WordKey> FromJson for Words<K> {
    fn from_json(value: &Value) -> Option<Self> {
        Self::new(Vec::from_json(value)?)
    }
}

/// Replaces each `{name}` by its value. Values are never read again, so a
/// value that looks like a placeholder stays as it is.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, tail)) => {
                match values.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => out.push_str(value),
                    None => {
                        out.push('{');
                        out.push_str(name);
                        out.push('}');
                    }
                }
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Wraps what a person typed, so that its direction does not disturb the
/// sentence around it (Unicode FSI … PDI). For plain text; HTML has `<bdi>`.
#[must_use]
pub fn isolate(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}

macro_rules! word_keys {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $key:ident => $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names and the texts in the content files say it")]
        pub enum $name { $($(#[$doc])* $key,)* }

        impl WordKey for $name {
            const ALL: &'static [Self] = &[$(Self::$key,)*];
            const NAMES: &'static [&'static str] = &[$($text,)*];
            fn index(self) -> usize { self as usize }
        }
    };
}

word_keys! {
    /// The words of the frame around the pages, which the browser needs.
    ShellText {
        SiteName => "site-name",
        SiteTagline => "site-tagline",
        SkipToContent => "skip-to-content",
        Menu => "menu",
        MainNavigation => "main-navigation",
        Home => "home",
        Language => "language",
        OpeningHours => "opening-hours",
        Loading => "loading",
        PageOpened => "page-opened",
        FailedTitle => "failed-title",
        FailedOffline => "failed-offline",
        FailedMissing => "failed-missing",
        FailedBroken => "failed-broken",
        FailedServer => "failed-server",
        Retry => "retry",
        Search => "search",
    }
}

word_keys! {
    /// The words that are drawn into the pages when the site is built.
    PageText {
        HoursEveryDay => "hours-every-day",
        HoursOnDays => "hours-on-days",
        Contact => "contact",
        Email => "email",
        Phone => "phone",
        Address => "address",
        Owner => "owner",
        OwnerMissing => "owner-missing",
        Funding => "funding",
        FundingMissing => "funding-missing",
        ContactMissing => "contact-missing",
        Privacy => "privacy",
        NoHospital => "no-hospital",
        NotAdvice => "not-advice",
        OnThisPage => "on-this-page",
        KeyPoints => "key-points",
        RelatedPages => "related-pages",
        Sources => "sources",
        SourceNumber => "source-number",
        Do => "do",
        Dont => "dont",
        CalloutInfo => "callout-info",
        CalloutImportant => "callout-important",
        CalloutUrgent => "callout-urgent",
        VerdictGain => "verdict-gain",
        VerdictNoGain => "verdict-no-gain",
        VerdictMixed => "verdict-mixed",
        VerdictUnclear => "verdict-unclear",
        VerdictHarm => "verdict-harm",
        WordsExplained => "words-explained",
        InEnglish => "in-english",
        Close => "close",
        LastReviewed => "last-reviewed",
        ReviewedBy => "reviewed-by",
        NotReviewedByClinician => "not-reviewed-by-clinician",
        TranslationReviewedBy => "translation-reviewed-by",
        NotReviewedByTranslator => "not-reviewed-by-translator",
        NotFoundTitle => "not-found-title",
        NotFoundText => "not-found-text",
        NotFoundAction => "not-found-action",
        ChooserTitle => "chooser-title",
        ChooserText => "chooser-text",
        ChooserAction => "chooser-action",
        ChooserSuggested => "chooser-suggested",
        ChooserLastTime => "chooser-last-time",
        KeptLink => "kept-link",
        KeptNeedsScript => "kept-needs-script",
        KeptNothing => "kept-nothing",
        KeptBlocked => "kept-blocked",
        KeptMirrorBlocked => "kept-mirror-blocked",
        KeptChecklist => "kept-checklist",
        KeptSetAside => "kept-set-aside",
        KeptBeforeRepair => "kept-before-repair",
        KeptBeforeMerge => "kept-before-merge",
        KeptBackup => "kept-backup",
        KeptQuestions => "kept-questions",
        KeptLanguage => "kept-language",
        KeptMirror => "kept-mirror",
        KeptUnsaved => "kept-unsaved",
        KeptOther => "kept-other",
        KeptSize => "kept-size",
        KeptDownload => "kept-download",
        KeptDownloadAll => "kept-download-all",
        KeptErase => "kept-erase",
        KeptEraseText => "kept-erase-text",
        KeptErased => "kept-erased",
        KeptNotErased => "kept-not-erased",
        KeptUndo => "kept-undo",
        KeptRestored => "kept-restored",
        KeptNotRestored => "kept-not-restored",
        AllSources => "all-sources",
        InGlossary => "in-glossary",
        StudyFull => "study-full",
        StudyWho => "study-who",
        StudyCompared => "study-compared",
        StudyLonger => "study-longer",
        StudyRelapse => "study-relapse",
        StudyHarm => "study-harm",
        StudyMeaning => "study-meaning",
        StudyCertainty => "study-certainty",
        StudySurvival => "study-survival",
        MedianExplained => "median-explained",
        StudyPrevention => "study-prevention",
        StudyPeople => "study-people",
        DesignRandomised => "design-randomised",
        DesignPooled => "design-pooled",
        DesignRegistry => "design-registry",
        DesignComparison => "design-comparison",
        DesignSeries => "design-series",
        DesignUnderway => "design-underway",
        OfHundred => "of-hundred",
        WhatHappened => "what-happened",
        WithHipec => "with-hipec",
        WithoutHipec => "without-hipec",
        NotReported => "not-reported",
        CancerBowel => "cancer-bowel",
        CancerOvary => "cancer-ovary",
        CancerStomach => "cancer-stomach",
        CancerAppendix => "cancer-appendix",
        CancerMesothelioma => "cancer-mesothelioma",
        FilterByCancer => "filter-by-cancer",
        FilterAll => "filter-all",
        Study => "study",
        DesignHead => "design-head",
        HazardHead => "hazard-head",
        MedianHead => "median-head",
        VerdictHead => "verdict-head",
        EvidenceCaption => "evidence-caption",
        OutcomeOverallSurvival => "outcome-overall-survival",
        OutcomeProgressionFree => "outcome-progression-free",
        OutcomeRelapseFree => "outcome-relapse-free",
        OutcomeLocalControl => "outcome-local-control",
        OutcomeSpreadFree => "outcome-spread-free",
        GlossaryLetters => "glossary-letters",
        SayEnglish => "say-english",
        AlsoCalled => "also-called",
        WordsOnly => "words-only",
        CitedOn => "cited-on",
        WhyAsk => "why-ask",
        PickedNone => "picked-none",
        PickedNumber => "picked-number",
        PickedPrint => "picked-print",
        PickedCopy => "picked-copy",
        PickedCopied => "picked-copied",
        PickedShare => "picked-share",
        PickedClear => "picked-clear",
        PickedNotKept => "picked-not-kept",
        PickedTitle => "picked-title",
        SearchLabel => "search-label",
        SearchFetching => "search-fetching",
        SearchFailed => "search-failed",
        SearchRetry => "search-retry",
        SearchNone => "search-none",
        SearchFound => "search-found",
        SearchKindPage => "search-kind-page",
        SearchKindWord => "search-kind-word",
        SearchKindQuestion => "search-kind-question",
        SearchKindSource => "search-kind-source",
        SearchNeedsScript => "search-needs-script",
        AllPages => "all-pages",
        JourneyWho => "journey-who",
        JourneyMore => "journey-more",
        JourneyAsk => "journey-ask",
        JourneyBring => "journey-bring",
    }
}

word_keys! {
    /// The words of the checklist. Names that end in `-count` have plural forms.
    ChecklistText {
        PrivacyNote => "privacy-note",
        NeedsScript => "needs-script",
        Starting => "starting",
        CentresHeading => "centres-heading",
        CentresEmptyTitle => "centres-empty-title",
        CentresEmptyText => "centres-empty-text",
        AddCentre => "add-centre",
        CentreName => "centre-name",
        CentreNameHint => "centre-name-hint",
        Rename => "rename",
        RenameDone => "rename-done",
        Cancel => "cancel",
        Remove => "remove",
        MoveEarlier => "move-earlier",
        MoveLater => "move-later",
        OpenCentre => "open-centre",
        Answered => "answered",
        AskedNoAnswerCount => "asked-no-answer-count",
        Essentials => "essentials",
        EssentialsSummary => "essentials-summary",
        EssentialsNone => "essentials-none",
        WarningNo => "warning-no",
        WarningWouldNotSay => "warning-would-not-say",
        NoticePartly => "notice-partly",
        RangeTitle => "range-title",
        RangeText => "range-text",
        RangeNone => "range-none",
        RangeExplain => "range-explain",
        RangeExplainTitle => "range-explain-title",
        QuestionsHeading => "questions-heading",
        QuestionsFor => "questions-for",
        AnswerYes => "answer-yes",
        AnswerPartly => "answer-partly",
        AnswerNo => "answer-no",
        AnswerNotAsked => "answer-not-asked",
        AnswerWouldNotSay => "answer-would-not-say",
        Importance => "importance",
        ImportanceEssential => "importance-essential",
        ImportanceImportant => "importance-important",
        ImportanceHelpful => "importance-helpful",
        ImportanceNotForMe => "importance-not-for-me",
        ImportanceForAll => "importance-for-all",
        Note => "note",
        About => "about",
        Why => "why",
        GoodAnswer => "good-answer",
        WarningSign => "warning-sign",
        GroupProgress => "group-progress",
        Undo => "undo",
        Redo => "redo",
        UndoWhat => "undo-what",
        RedoWhat => "redo-what",
        ChangeAddCentre => "change-add-centre",
        ChangeRenameCentre => "change-rename-centre",
        ChangeRemoveCentre => "change-remove-centre",
        ChangeMoveCentre => "change-move-centre",
        ChangeAnswer => "change-answer",
        ChangeNote => "change-note",
        ChangeImportance => "change-importance",
        ChangeClear => "change-clear",
        ChangeReplace => "change-replace",
        EraseAll => "erase-all",
        EraseAllText => "erase-all-text",
        Erased => "erased",
        Saved => "saved",
        Saving => "saving",
        NotSaved => "not-saved",
        NotSavedFull => "not-saved-full",
        NotSavedBlocked => "not-saved-blocked",
        NotSavedMismatch => "not-saved-mismatch",
        NotSavedOtherTab => "not-saved-other-tab",
        TakeOtherTab => "take-other-tab",
        KeepThisTab => "keep-this-tab",
        NothingYet => "nothing-yet",
        UnreadableTitle => "unreadable-title",
        UnreadableText => "unreadable-text",
        UnreadableDownload => "unreadable-download",
        NewerTitle => "newer-title",
        NewerText => "newer-text",
        RepairedCount => "repaired-count",
        RecoveredTitle => "recovered-title",
        RecoveredText => "recovered-text",
        RejectedEmptyName => "rejected-empty-name",
        RejectedNameTooLong => "rejected-name-too-long",
        RejectedNoteTooLong => "rejected-note-too-long",
        RejectedTooManyCentres => "rejected-too-many-centres",
        RejectedOther => "rejected-other",
        FirstCentreName => "first-centre-name",
        PlacesLabel => "places-label",
        PlaceOverview => "place-overview",
        PlaceCompare => "place-compare",
        PlaceAsk => "place-ask",
        PlaceDecide => "place-decide",
        PlaceKeep => "place-keep",
        DecideIntro => "decide-intro",
        DecideEmpty => "decide-empty",
        DecideChoice => "decide-choice",
        DecideOpen => "decide-open",
        DecideNone => "decide-none",
        DecideWhy => "decide-why",
        DecideNext => "decide-next",
        DecideRecord => "decide-record",
        DecideRecordAgain => "decide-record-again",
        DecideRecordHint => "decide-record-hint",
        DecideRecordRemove => "decide-record-remove",
        DecideRecordTitle => "decide-record-title",
        DecideUnmet => "decide-unmet",
        DecideStillOpen => "decide-still-open",
        DecideNothingOpen => "decide-nothing-open",
        KeepWhere => "keep-where",
        KeepWhereText => "keep-where-text",
        KeepSharedPhone => "keep-shared-phone",
        KeepPromised => "keep-promised",
        KeepNotPromised => "keep-not-promised",
        KeepIphone => "keep-iphone",
        KeepRecover => "keep-recover",
        KeepCopy => "keep-copy",
        KeepCopyAbout => "keep-copy-about",
        KeepSaveFile => "keep-save-file",
        KeepShareFile => "keep-share-file",
        KeepOpenFile => "keep-open-file",
        KeepOpenHint => "keep-open-hint",
        Nudge => "nudge",
        NudgeCopy => "nudge-copy",
        NudgeLater => "nudge-later",
        KeepSend => "keep-send",
        KeepSendAbout => "keep-send-about",
        KeepWithNotes => "keep-with-notes",
        KeepAlways => "keep-always",
        KeepLinkLength => "keep-link-length",
        KeepLinkLong => "keep-link-long",
        KeepQr => "keep-qr",
        KeepQrAbout => "keep-qr-about",
        KeepText => "keep-text",
        KeepTextAbout => "keep-text-about",
        KeepCsv => "keep-csv",
        KeepCsvAbout => "keep-csv-about",
        KeepSaveCsv => "keep-save-csv",
        CsvGroup => "csv-group",
        CsvAnswer => "csv-answer",
        CostsTotal => "costs-total",
        CostsNotKnown => "costs-not-known",
        TextTitle => "text-title",
        TextChoice => "text-choice",
        TextWhy => "text-why",
        TextNext => "text-next",
        KeepPaper => "keep-paper",
        KeepPaperAbout => "keep-paper-about",
        KeepErase => "keep-erase",
        KeepEmpty => "keep-empty",
        EraseHere => "erase-here",
        IncomingLink => "incoming-link",
        IncomingFile => "incoming-file",
        IncomingUntouched => "incoming-untouched",
        IncomingAnswersCount => "incoming-answers-count",
        IncomingNotesCount => "incoming-notes-count",
        IncomingRepairsCount => "incoming-repairs-count",
        IncomingCompared => "incoming-compared",
        IncomingSame => "incoming-same",
        IncomingOtherOnly => "incoming-other-only",
        IncomingNewCount => "incoming-new-count",
        IncomingGainCount => "incoming-gain-count",
        IncomingDifferCount => "incoming-differ-count",
        IncomingNewer => "incoming-newer",
        IncomingLeftOut => "incoming-left-out",
        IncomingDecided => "incoming-decided",
        IncomingAside => "incoming-aside",
        IncomingLook => "incoming-look",
        IncomingMerge => "incoming-merge",
        IncomingReplace => "incoming-replace",
        IncomingTake => "incoming-take",
        IncomingMerged => "incoming-merged",
        IncomingReplaced => "incoming-replaced",
        IncomingNoSpace => "incoming-no-space",
        Looking => "looking",
        LookingBack => "looking-back",
        LookingRefused => "looking-refused",
        OpenFailed => "open-failed",
        OpenTooLarge => "open-too-large",
        OpenDamaged => "open-damaged",
        OpenNewer => "open-newer",
        OpenNotList => "open-not-list",
        OpenUnreadable => "open-unreadable",
        Close => "close",
        SheetTitle => "sheet-title",
        SheetLayout => "sheet-layout",
        SheetOne => "sheet-one",
        SheetThree => "sheet-three",
        SheetHospital => "sheet-hospital",
        SheetPerson => "sheet-person",
        SheetDate => "sheet-date",
        SheetSigns => "sheet-signs",
        SheetNoteLine => "sheet-note-line",
        EmptyStepAdd => "empty-step-add",
        EmptyStepAsk => "empty-step-ask",
        EmptyStepDecide => "empty-step-decide",
        ExampleShow => "example-show",
        ExampleNote => "example-note",
        ExampleRemove => "example-remove",
        ExampleBadge => "example-badge",
        ExampleFirst => "example-first",
        ExampleSecond => "example-second",
        CentreAdded => "centre-added",
        CentreGone => "centre-gone",
        BackToCentres => "back-to-centres",
        SwitchCentre => "switch-centre",
        ToQuestions => "to-questions",
        QuestionsFirst => "questions-first",
        PaceLabel => "pace-label",
        PaceAll => "pace-all",
        PaceOne => "pace-one",
        StepOf => "step-of",
        StepBack => "step-back",
        StepOn => "step-on",
        More => "more",
        Who => "who",
        WhoUnknown => "who-unknown",
        WhoStaff => "who-staff",
        WhoWriting => "who-writing",
        WhoWebsite => "who-website",
        WhoPatient => "who-patient",
        WhoOurselves => "who-ourselves",
        When => "when",
        Disputed => "disputed",
        DisputedOurs => "disputed-ours",
        DisputedTheirs => "disputed-theirs",
        OwnHeading => "own-heading",
        OwnAbout => "own-about",
        OwnField => "own-field",
        OwnAdd => "own-add",
        OwnComparable => "own-comparable",
        OwnRemove => "own-remove",
        FactsHeading => "facts-heading",
        FactsMissing => "facts-missing",
        FactsComplete => "facts-complete",
        FactCity => "fact-city",
        FactCountry => "fact-country",
        FactPhone => "fact-phone",
        FactAppointment => "fact-appointment",
        FactAppointmentPlace => "fact-appointment-place",
        FactLocalCare => "fact-local-care",
        ChangeReply => "change-reply",
        ChangeFact => "change-fact",
        ChangeCosts => "change-costs",
        ChangeCard => "change-card",
        ChangeOwn => "change-own",
        ChangeDecide => "change-decide",
        ChangeAddExample => "change-add-example",
        ChangeRemoveExample => "change-remove-example",
        ChangeMerge => "change-merge",
        ChangeFollow => "change-follow",
        RejectedLineTooLong => "rejected-line-too-long",
        RejectedEmptyQuestion => "rejected-empty-question",
        RejectedAmount => "rejected-amount",
        RejectedTooManyLines => "rejected-too-many-lines",
        EarlyCount => "early-count",
        EarlyNew => "early-new",
        EarlyDrop => "early-drop",
        CostsHeading => "costs-heading",
        CostsAbout => "costs-about",
        CostAdd => "cost-add",
        CostRemove => "cost-remove",
        CostWhat => "cost-what",
        CostAmount => "cost-amount",
        CostCurrency => "cost-currency",
        CostsUnknownCount => "costs-unknown-count",
        CostsAndUnknown => "costs-and-unknown",
        CompareTitle => "compare-title",
        CompareTooFew => "compare-too-few",
        CompareMore => "compare-more",
        RangesHeading => "ranges-heading",
        Print => "print",
        SaidAheadOfAll => "said-ahead-of-all",
        SaidAhead => "said-ahead",
        SaidOpenCount => "said-open-count",
        SaidEvenCount => "said-even-count",
        SaidBothFailCount => "said-both-fail-count",
        PairHeading => "pair-heading",
        PairFirst => "pair-first",
        PairSecond => "pair-second",
        PairSame => "pair-same",
        PairSurely => "pair-surely",
        PairEven => "pair-even",
        PairBothFail => "pair-both-fail",
        PairOpen => "pair-open",
        PairWhyEssential => "pair-why-essential",
        PairWhyPoints => "pair-why-points",
        PairDecideCount => "pair-decide-count",
        PairTogetherCount => "pair-together-count",
        PairAsk => "pair-ask",
        QuestionAt => "question-at",
        TurnsCount => "turns-count",
        TurnRound => "turn-round",
        TurnUnsettles => "turn-unsettles",
        TurnSettles => "turn-settles",
        TableHeading => "table-heading",
        TableQuestion => "table-question",
        TableEmpty => "table-empty",
        OnlyDiffering => "only-differing",
        OnlyEssential => "only-essential",
        OnlyOpen => "only-open",
        AskTitle => "ask-title",
        AskNoCentre => "ask-no-centre",
        AskChoose => "ask-choose",
        AskBest => "ask-best",
        AskBestWhy => "ask-best-why",
        NextQuestion => "next-question",
        NothingOpen => "nothing-open",
        OpenCount => "open-count",
        CardTitle => "card-title",
        CardAbout => "card-about",
        CardEmpty => "card-empty",
        CardAdd => "card-add",
        CardRemove => "card-remove",
        CardMoreCount => "card-more-count",
        Second => "second",
        SecondNone => "second-none",
        SecondFailed => "second-failed",
        Copy => "copy",
        Copied => "copied",
        CopyFailed => "copy-failed",
        Send => "send",
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail loudly"
    )]
    use super::*;

    #[test]
    fn filling() {
        let check = |template: &str, expected: &str| {
            assert_eq!(fill(template, &[("a", "1"), ("b", "{a}")]), expected);
        };
        check("", "");
        check("plain", "plain");
        check("{a} of {b}", "1 of {a}");
        check("{unknown} {a}", "{unknown} 1");
        check("open { brace", "open { brace");
        check("{a", "{a");
        check("ا{a}ب", "ا1ب");
    }

    #[test]
    fn plural_forms_are_chosen_by_position() {
        let mut texts = vec![String::new(); ChecklistText::ALL.len()];
        let key = ChecklistText::RepairedCount;
        texts[key.index()] = "zero\u{1f}one\u{1f}two\u{1f}{count} few\u{1f}many\u{1f}other".into();
        let words = Words::<ChecklistText>::new(texts).unwrap();
        assert_eq!(words.count(key, Locale::Ar, 2), "two");
        assert_eq!(words.count(key, Locale::Ar, 5), "5 few");
        assert_eq!(words.count(key, Locale::Ar, 100), "other");
        assert!(key.is_plural());
        assert!(!ChecklistText::Saved.is_plural());
    }

    #[test]
    fn names_are_distinct_and_in_step() {
        fn check<K: WordKey>() {
            let names: std::collections::BTreeSet<_> = K::NAMES.iter().collect();
            assert_eq!(names.len(), K::ALL.len());
            for (position, key) in K::ALL.iter().enumerate() {
                assert_eq!(key.index(), position);
            }
        }
        check::<ShellText>();
        check::<PageText>();
        check::<ChecklistText>();
        assert_ne!(format_of::<ShellText>(), format_of::<ChecklistText>());
    }

    #[test]
    fn a_list_of_the_wrong_length_is_refused() {
        assert!(Words::<ShellText>::new(vec![String::new()]).is_none());
    }
}
