package dev.signalman.card;

import java.util.List;

/** A menu of buttons that are too many for a row, under one label; at most a hundred are shown. */
public record Menu(String label, List<Button> choices) {
    /** Keeps its own copy. */
    public Menu {
        choices = List.copyOf(choices);
    }
}
