package dev.signalman.playground.face;

import java.util.List;

/** Situations that the demo sets up by itself, so that a link can lead to one. */
public interface Scenes {
    /** No scenes. */
    Scenes NONE = new Scenes() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public Spot play(String name) {
            throw new BrokenOffException("There are no scenes here");
        }
    };

    /** From where a scene is looked at: as whom, and in which channel. */
    record Spot(String person, String channel) {}

    /** A scene could not be played to its end; the message says what was missing. */
    final class BrokenOffException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BrokenOffException(String sentence) {
            super(sentence);
        }
    }

    List<String> names();

    /**
     * Plays one of the {@link #names}, as people would, and returns when it can be seen.
     *
     * @throws BrokenOffException when it cannot be seen for a long time
     */
    Spot play(String name) throws InterruptedException;
}
