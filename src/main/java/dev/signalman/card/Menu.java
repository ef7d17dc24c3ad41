package dev.signalman.card;

import java.util.List;

/** Buttons that are too many to stand side by side, under one label; at most a hundred are shown. */
public record Menu(String label, List<Button> choices) {
    /** Keeps its own copy. */
    public Menu {
        choices = List.copyOf(choices);
    }
}
