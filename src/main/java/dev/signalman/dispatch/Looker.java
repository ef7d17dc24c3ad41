package dev.signalman.dispatch;

/** Looks at what is watched, and compares it with what was seen before. It reads; it changes nothing. */
public interface Looker {
    /** What it knows how to look at. */
    Watched.Kind kind();

    /** Looks once. It may be called again for the same look after a crash. */
    Look at(Watched watched);
}
