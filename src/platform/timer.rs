//! Waiting.

use std::time::Duration;

use futures_util::future::poll_fn;
use leptos::prelude::set_timeout;
use std::{cell::Cell, rc::Rc, task::Poll};

/// Resolves after a time.
pub async fn sleep(duration: Duration) {
    let over = Rc::new(Cell::new(false));
    let mut started = false;
    poll_fn(move |context| {
        if over.get() {
            return Poll::Ready(());
        }
        if !started {
            started = true;
            let (over, waker) = (Rc::clone(&over), context.waker().clone());
            set_timeout(
                move || {
                    over.set(true);
                    waker.wake();
                },
                duration,
            );
        }
        Poll::Pending
    })
    .await;
}
