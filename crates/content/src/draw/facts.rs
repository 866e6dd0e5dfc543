//! What the owner has filled in, and openly what not.

use hipec_core::{
    drawing::{Icon, icon},
    markup::{Element, el},
    words::{PageText, ShellText},
};

use super::Language;

/// Hours, phone, e-mail and address, as far as they are filled in; nothing if
/// none is.
pub(super) fn contact_list(language: &Language) -> Option<Element> {
    let owner = &language.owner;
    let fact = |label: String, values: Vec<Element>| {
        el("div")
            .child(el("dt").text(label))
            .children(values.into_iter().map(|value| el("dd").child(value)))
    };
    let link = |href: String, text: &str| {
        el("a")
            .attr("href", href)
            .attr("dir", "ltr")
            .text(text.to_owned())
    };
    let mut facts = Vec::new();
    if !owner.hours.is_empty() {
        let lines = owner
            .hours
            .iter()
            .map(|line| el("dd").child(el("bdi").text(line.clone())));
        let label = el("dt")
            .child(icon(Icon::Clock))
            .text(language.shell(ShellText::OpeningHours));
        facts.push(el("div").child(label).children(lines));
    }
    if let Some(phone) = &owner.phone {
        let href = ["tel:", &phone.replace(' ', "")].concat();
        facts.push(fact(
            language.text(PageText::Phone),
            vec![link(href, phone)],
        ));
    }
    if let Some(email) = &owner.email {
        facts.push(fact(
            language.text(PageText::Email),
            vec![link(["mailto:", email].concat(), email)],
        ));
    }
    if let Some(address) = &owner.address {
        facts.push(fact(
            language.text(PageText::Address),
            vec![el("span").text(address.clone())],
        ));
    }
    (!facts.is_empty()).then(|| el("dl").class("facts").children(facts))
}

/// The same on the contact page, which says openly what is missing.
pub(super) fn contact_details(language: &Language) -> Element {
    let unreachable = language.owner.email.is_none() && language.owner.phone.is_none();
    let missing = unreachable.then(|| {
        el("p")
            .class("missing")
            .text(language.text(PageText::ContactMissing))
    });
    el("div")
        .class("contact-details")
        .children(contact_list(language))
        .children(missing)
}

/// Who owns and pays for the site, and openly what is not stated yet.
pub(super) fn owner_details(language: &Language) -> Element {
    let fact = |label: PageText, value: &Option<String>, missing: PageText| {
        let value = match value {
            Some(value) => el("dd").text(value.clone()),
            None => el("dd").class("missing").text(language.text(missing)),
        };
        el("div")
            .child(el("dt").text(language.text(label)))
            .child(value)
    };
    el("dl")
        .class("facts")
        .child(fact(
            PageText::Owner,
            &language.owner.name,
            PageText::OwnerMissing,
        ))
        .child(fact(
            PageText::Funding,
            &language.owner.funding,
            PageText::FundingMissing,
        ))
}
