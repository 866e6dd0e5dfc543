//! The foot of every page: hours, contact and promises.

use hipec_core::{
    drawing::{Icon, icon},
    markup::{Node, el},
    route::PageId,
    words::{PageText, ShellText},
};

use super::{Language, facts::contact_list};

/// The footer's columns. The page's review state is added to them.
pub(crate) fn footer(language: &Language) -> Vec<Node> {
    let promise = |sign, key| {
        el("li")
            .child(icon(sign))
            .child(el("span").text(language.text(key)))
    };
    let contact = el("section")
        .child(el("h2").text(language.text(PageText::Contact)))
        .children(contact_list(language))
        .child(
            el("p").child(
                language
                    .link(PageId::Contact)
                    .text(language.text(PageText::Contact)),
            ),
        );
    let promises = el("section")
        .child(el("h2").text(language.shell(ShellText::SiteName)))
        .child(
            el("ul")
                .class("promises")
                .child(promise(Icon::Lock, PageText::Privacy))
                .child(promise(Icon::Balance, PageText::NoHospital))
                .child(promise(Icon::Info, PageText::NotAdvice)),
        )
        // On every page, so that erasing is never more than two taps away.
        .child(
            el("p").child(
                language
                    .link(PageId::Recover)
                    .text(language.text(PageText::KeptLink)),
            ),
        );
    vec![contact.into(), promises.into()]
}
