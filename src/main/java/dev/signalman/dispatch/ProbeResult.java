package dev.signalman.dispatch;

/** What a look at Semaphore tells of an act that may or may not have happened. */
public sealed interface ProbeResult {
    /** It happened. */
    record Happened(ActResult carried) implements ProbeResult {}

    /** It did not, or asking again is harmless: it may be carried out now; {@code words} say what is known if that fails too. */
    record MayBeRepeated(String words) implements ProbeResult {}

    /** Not seen yet; look again in a while, and in the end say that nobody can tell. */
    record NotSeen(String words) implements ProbeResult {}

    /** More looking cannot tell. */
    record Unclear(String words) implements ProbeResult {}
}
