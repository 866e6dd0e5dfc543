//! The questions in a second language: the family's and the doctor's are often
//! not the same.

use std::sync::Arc;

use hipec_core::{
    checklist::CriterionId, content::ChecklistData, locale::Locale, words::ChecklistText,
};
use leptos::prelude::*;

use crate::{
    checklist::{
        desk::Desk,
        fields::{choice, labelled},
    },
    element::El,
};

/// The second language, and its words once they have come.
#[derive(Clone, Copy)]
pub(super) struct Second {
    /// The language's tag; empty for none.
    tag: RwSignal<String>,
    words: RwSignal<Option<Arc<ChecklistData>>>,
}

impl Second {
    /// Doctors of many countries read English; where the family does, Arabic.
    pub(super) fn new(desk: Desk) -> Self {
        let usual = match desk.locale {
            Locale::En => Locale::Ar,
            Locale::Ar | Locale::Ckb => Locale::En,
        };
        let second = Self {
            tag: RwSignal::new(String::new()),
            words: RwSignal::new(None),
        };
        second.choose(desk, usual.tag());
        second
    }

    fn choose(self, desk: Desk, tag: &str) {
        self.tag.set(tag.to_owned());
        self.words.set(None);
        #[cfg(feature = "ssr")]
        let _ = desk;
        #[cfg(not(feature = "ssr"))]
        if let Some(locale) = Locale::from_tag(tag) {
            self.fetch(desk, locale);
        }
    }

    #[cfg(not(feature = "ssr"))]
    fn fetch(self, desk: Desk, locale: Locale) {
        leptos::task::spawn_local(async move {
            let words = crate::start::checklist_of(locale).await;
            // The person may have chosen another meanwhile, or gone elsewhere.
            if self.tag.try_get_untracked().as_deref() != Some(locale.tag()) {
                return;
            }
            match words {
                Some(words) => self.words.set(Some(words)),
                None => {
                    self.tag.set(String::new());
                    desk.refuse(ChecklistText::SecondFailed);
                }
            }
        });
    }

    /// The field to choose it.
    pub(super) fn field(self, desk: Desk) -> El {
        let none = (String::new(), desk.text(ChecklistText::SecondNone));
        let others = Locale::ALL
            .into_iter()
            .filter(|locale| *locale != desk.locale)
            .map(|locale| (locale.tag().to_owned(), locale.native_name().to_owned()));
        let field = choice(
            std::iter::once(none).chain(others).collect(),
            move || self.tag.get(),
            move |tag| self.choose(desk, &tag),
        );
        labelled("second-language", desk.text(ChecklistText::Second), field)
    }

    /// Its words, once they have come.
    pub(super) fn words(self) -> Option<Arc<ChecklistData>> {
        self.words.get()
    }

    /// A question in the second language, and that language.
    pub(super) fn question(self, id: &CriterionId) -> Option<(Locale, String)> {
        let locale = Locale::from_tag(&self.tag.get())?;
        self.words.with(|words| {
            let words = words.as_ref()?;
            let mut all = words.groups.iter().flat_map(|group| &group.criteria);
            let criterion = all.find(|criterion| criterion.rule.id == *id)?;
            Some((locale, criterion.question.clone()))
        })
    }
}
