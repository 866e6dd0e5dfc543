//! The belly from the side of the reader: wall, lining, organs, seeds, vessel.

use hipec_core::markup::Element;

use super::sketch::{Mark, Shape, sketch};

const SHAPES: &[Shape] = &[
    // The wall of the belly.
    (
        "wall",
        "M96 24C60 60 44 120 46 180c2 70 34 116 74 132h80c40-16 72-62 74-132 2-60-14-120-50-156z",
    ),
    // The lining, just inside it.
    (
        "lining",
        "M106 38C74 70 60 122 62 178c2 60 30 102 64 118h68c34-16 62-58 64-118 2-56-12-108-44-140z",
    ),
    // The stomach.
    (
        "organ",
        "M134 62c-8 18-2 30-14 44-12 14-22 22-14 34 10 14 42 12 62-4 18-14 26-38 20-60-4-14-20-18-30-12-8 4-8 14-14 14-6 0-6-16-10-16z",
    ),
    // The large bowel, as a frame around the small one.
    (
        "organ",
        "M88 170c-8 30-6 66 4 88 6 12 22 8 22-4 0-16-6-30-4-50h100c2 22-4 40-4 60 0 14 18 20 24 6 10-26 12-72 2-102-4-12-20-14-30-14H112c-12 0-20 4-24 16z",
    ),
    // The small bowel.
    (
        "bowel",
        "M126 222c10-10 24-8 26 2s-12 14-8 24 22 8 24-2-6-20 4-26 22 0 22 12-14 16-12 28-14 18-24 12-22 6-30-2-10-18-6-28-4-14 4-20z",
    ),
    // A blood vessel that gives off few branches.
    (
        "vessel",
        "M160 318c-2-14-2-24-2-34M159 296c-8-4-14-10-18-18M159 300c10-4 16-12 18-20",
    ),
    // Seeds on the lining and on the organs.
    (
        "seed",
        "M66 150a5 5 0 1 0 10 0 5 5 0 1 0-10 0M64 208a6 6 0 1 0 12 0 6 6 0 1 0-12 0M244 142a5 5 0 1 0 10 0 5 5 0 1 0-10 0M240 222a7 7 0 1 0 14 0 7 7 0 1 0-14 0M206 158a4 4 0 1 0 8 0 4 4 0 1 0-8 0M110 288a5 5 0 1 0 10 0 5 5 0 1 0-10 0",
    ),
    // Lines to the numbers.
    (
        "pointer",
        "M262 96L300 70M190 84L300 130M254 222L300 200M164 308L300 290",
    ),
];

const MARKS: &[Mark] = &[(1, 312, 66), (2, 312, 132), (3, 312, 198), (4, 312, 288)];

/// The drawing.
pub(super) fn peritoneum() -> Element {
    sketch("30 10 304 316", SHAPES, MARKS)
}
