//! The belly from the side of the reader: wall, lining, organs, seeds, vessel.

use hipec_core::markup::Element;

use super::sketch::{Mark, Shape, sketch};

const SHAPES: &[Shape] = &[
    // The wall of the belly.
    (
        "wall",
        "M160 18C108 18 56 68 44 150c-10 72 14 136 64 164 18 9 86 9 104 0 50-28 74-92 64-164C264 68 212 18 160 18z",
    ),
    // The lining, just inside it.
    (
        "lining",
        "M160 34C118 34 70 78 59 152c-9 64 13 120 57 145 15 7 73 7 88 0 44-25 66-81 57-145C250 78 202 34 160 34z",
    ),
    // The stomach.
    (
        "organ",
        "M138 60c-8 18-2 30-14 44-12 14-22 22-14 34 10 14 42 12 62-4 18-14 26-38 20-60-4-14-20-18-30-12-8 4-8 14-14 14-6 0-6-16-10-16z",
    ),
    // The large bowel, as a frame around the small one.
    (
        "organ",
        "M86 172c-8 30-6 64 4 86 6 12 22 8 22-4 0-16-6-30-4-50h104c2 22-4 40-4 58 0 14 18 18 24 4 10-26 10-68 0-98-4-12-20-14-30-14H112c-12 0-22 6-26 18z",
    ),
    // The small bowel.
    (
        "bowel",
        "M128 222c10-10 24-8 26 2s-12 14-8 24 22 8 24-2-6-20 4-26 22 0 22 12-14 16-12 28-14 18-24 12-22 6-30-2-10-18-6-28-4-14 4-20z",
    ),
    // A blood vessel that gives off few branches.
    (
        "vessel",
        "M160 320c-2-12-2-22-2-32M158 300c-8-4-13-9-17-16M159 304c9-4 15-11 17-19",
    ),
    // Seeds on the lining and on the organs.
    (
        "seed",
        "M55 148a5 5 0 1 0 10 0 5 5 0 1 0-10 0M59 214a6 6 0 1 0 12 0 6 6 0 1 0-12 0M253 138a5 5 0 1 0 10 0 5 5 0 1 0-10 0M243 230a7 7 0 1 0 14 0 7 7 0 1 0-14 0M208 166a4 4 0 1 0 8 0 4 4 0 1 0-8 0M106 292a5 5 0 1 0 10 0 5 5 0 1 0-10 0",
    ),
    // Lines to the numbers.
    (
        "pointer",
        "M246 100L302 72M190 84L302 130M258 228L302 202M166 308L302 288",
    ),
];

const MARKS: &[Mark] = &[(1, 314, 68), (2, 314, 132), (3, 314, 198), (4, 314, 286)];

/// The drawing.
pub(super) fn peritoneum() -> Element {
    sketch("30 8 304 318", SHAPES, MARKS)
}
