package dev.signalman.feature.locks;

/** Tells whether locks and freezes hold in Semaphore's web, too. */
interface WebHoldStatusReader {
    WebHoldStatus webHoldOf(LockedPromotion what);
}
