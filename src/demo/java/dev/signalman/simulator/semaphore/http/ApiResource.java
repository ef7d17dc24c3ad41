package dev.signalman.simulator.semaphore.http;

import dev.signalman.web.Reply;

/** Answers the calls to one resource; called with the organization locked and up to date. */
@FunctionalInterface
interface ApiResource {
    /** Answers {@code call}, whose first segment is this resource. */
    Reply answer(AuthenticatedCall call);
}
