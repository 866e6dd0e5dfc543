//! Chance.

/// A random number. It only has to differ from those of other phones, so the
/// browser's ordinary generator will do.
#[must_use]
pub fn seed() -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 2^32 by construction"
    )]
    let seed = (js_sys::Math::random() * 4_294_967_296.0) as u32;
    seed
}
