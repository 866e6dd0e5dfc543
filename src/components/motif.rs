//! The site's sign: the eight-pointed star of Iraqi tiles and brickwork, two
//! squares turned against each other.

use leptos::prelude::*;

/// Two squares of the same size, one standing on its corner.
const STAR: &str = "M12 1.5l3.1 3.1h4.3v4.3l3.1 3.1-3.1 3.1v4.3h-4.3l-3.1 3.1-3.1-3.1H4.6v-4.3L1.5 12l3.1-3.1V4.6h4.3z";
/// A small square within, on its corner.
const HEART: &str = "M12 8.3l3.7 3.7-3.7 3.7L8.3 12z";

/// The star, as a sign beside the site's name.
pub fn star() -> impl IntoView {
    view! {
        <svg class="star" viewBox="0 0 24 24" width="36" height="36" aria-hidden="true" focusable="false">
            <path class="star-body" d=STAR/>
            <path class="star-heart" d=HEART/>
        </svg>
    }
}

/// A row of stars joined by lines, once below the header.
pub fn band() -> impl IntoView {
    view! {
        <svg class="band" width="100%" height="16" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="band-star" width="32" height="16" patternUnits="userSpaceOnUse">
                    <path d=BAND/>
                </pattern>
            </defs>
            <rect width="100%" height=BAND_HEIGHT fill="url(#band-star)"/>
        </svg>
    }
}

/// Not written into the markup: wholly literal markup is compiled into
/// `innerHTML`, which the security policy refuses.
const BAND_HEIGHT: &str = "16";

/// One star of the row with half a line on each side.
const BAND: &str = "M0 8h8.5M23.5 8H32M16 .8l2.1 2.1h3v3L23.2 8l-2.1 2.1v3h-3L16 15.2l-2.1-2.1h-3v-3L8.8 8l2.1-2.1v-3h3zM16 5.8L18.2 8 16 10.2 13.8 8z";
