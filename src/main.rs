//! The program in the browser.

fn main() {
    #[cfg(not(feature = "ssr"))]
    {
        #[cfg(debug_assertions)]
        console_error_panic_hook::set_once();
        hipec::start::start();
    }
}
