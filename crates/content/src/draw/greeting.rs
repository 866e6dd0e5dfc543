//! The pages that speak before a language is chosen, or instead of a page.

use hipec_core::{
    drawing::{Icon, icon, star},
    markup::{Element, Node, el},
    route::PageId,
    words::PageText,
};

use super::{Language, page::Drawn};

/// The choice of a language: a greeting in each, with one way on. The reader's
/// own is pointed out by the program; it works without.
pub(crate) fn languages(languages: &[Language]) -> Drawn {
    let keys = [
        PageText::ChooserTitle,
        PageText::ChooserText,
        PageText::ChooserAction,
    ];
    everywhere("HIPEC", languages, keys)
}

/// "This page does not exist", in every language at once.
pub(crate) fn not_found_everywhere(languages: &[Language]) -> Drawn {
    let keys = [
        PageText::NotFoundTitle,
        PageText::NotFoundText,
        PageText::NotFoundAction,
    ];
    everywhere("404", languages, keys)
}

fn everywhere(sign: &'static str, languages: &[Language], keys: [PageText; 3]) -> Drawn {
    let title = el("h1")
        .class("chooser-title")
        .attr("tabindex", "-1")
        .child(star())
        .child(el("span").text(sign));
    let cards = el("ul")
        .class("chooser-cards")
        .children(languages.iter().map(|language| greeting(language, keys)));
    let joined = |key: PageText, separator: &str| {
        languages
            .iter()
            .map(|language| language.page.get(key))
            .collect::<Vec<_>>()
            .join(separator)
    };
    let [name, text, _] = keys;
    Drawn {
        title: joined(name, " · "),
        description: joined(text, " "),
        class: "page chooser",
        top: vec![title.into(), cards.into()],
        bottom: Vec::new(),
        review: None,
    }
}

fn greeting(language: &Language, [title, text, action]: [PageText; 3]) -> Element {
    let tag = language.locale.tag();
    let hint = |name: &'static str, key: PageText| {
        el("span")
            .class("badge")
            .attr("data-hint", name)
            .attr("hidden", "")
            .text(language.text(key))
    };
    let heading = el("span")
        .class("card-title")
        .child(el("span").text(language.text(title)))
        .child(hint("last-time", PageText::ChooserLastTime))
        .child(hint("suggested", PageText::ChooserSuggested));
    let link = language
        .link(PageId::Home)
        .attr("hreflang", tag)
        .attr("data-locale", tag)
        .child(heading)
        .child(el("span").class("card-text").text(language.text(text)))
        .child(
            el("span")
                .class("card-action")
                .text(language.text(action))
                .child(icon(Icon::Forward)),
        );
    el("li")
        .class("card")
        .attr("lang", tag)
        .attr("dir", language.locale.direction().as_str())
        .child(link)
}

/// What is shown in place of a page that does not exist, within the frame of
/// its language.
pub(crate) fn not_found(language: &Language) -> Drawn {
    let way = language
        .link(PageId::Home)
        .class("button button-main")
        .text(language.text(PageText::NotFoundAction));
    let top: Vec<Node> = vec![
        star().into(),
        el("h1")
            .attr("tabindex", "-1")
            .text(language.text(PageText::NotFoundTitle))
            .into(),
        el("p")
            .class("lead")
            .text(language.text(PageText::NotFoundText))
            .into(),
        el("p").child(way).into(),
    ];
    Drawn {
        title: language.text(PageText::NotFoundTitle),
        description: language.text(PageText::NotFoundText),
        class: "page notice",
        top,
        bottom: Vec::new(),
        review: None,
    }
}
