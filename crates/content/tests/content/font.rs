//! The list of the font's characters tells the truth.

use std::fs;

use hipec_content::Coverage;

use crate::support::repository;

#[test]
fn the_list_of_characters_is_that_of_the_font() {
    let packed = fs::read(repository("public/fonts/noto-sans-arabic.woff2")).unwrap();
    let font = wuff::decompress_woff2(&packed).unwrap();
    let face = ttf_parser::Face::parse(&font, 0).unwrap();
    let mut in_font = Vec::new();
    for table in face.tables().cmap.unwrap().subtables {
        if table.is_unicode() {
            table.codepoints(|code| {
                let character = char::from_u32(code);
                in_font.extend(character.filter(|c| face.glyph_index(*c).is_some()));
            });
        }
    }
    let in_font: Coverage = in_font.into_iter().collect();
    let listed = Coverage::of_site_font().unwrap();
    assert_eq!(
        in_font.to_ranges(),
        listed.to_ranges(),
        "left the font, right the list: run tools/fonts/subset.mjs, which writes both"
    );
}
