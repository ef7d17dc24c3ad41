package dev.signalman.dispatch;

/** What a look at Semaphore tells of an act that may or may not have happened. */
public sealed interface Sighting {
    /** It happened. */
    record Happened(Carried carried) implements Sighting {}

    /** It did not, or asking again is harmless: it may be carried out now; {@code words} say what is known if that fails too. */
    record MayBeRepeated(String words) implements Sighting {}

    /** Not seen yet; look again in a while, and in the end say that nobody can tell. */
    record NotSeen(String words) implements Sighting {}

    /** More looking cannot tell. */
    record Unclear(String words) implements Sighting {}
}
