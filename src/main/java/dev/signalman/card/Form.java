package dev.signalman.card;

import java.util.List;

/**
 * What one person is asked for in a window of its own, before a command line is whole. It is no {@link Card}: it stands in no
 * channel, and it is gone once it is submitted.
 *
 * @param title at most 24 characters are shown
 * @param submit the label of the button that submits it, as long
 * @param words what is to be said above the fields; may be empty
 * @param fields in order, at least one, each with a name of its own
 */
public record Form(String title, String submit, String words, List<Field> fields) {
    /** Keeps its own copy. */
    public Form {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("A form that asks for nothing");
        }
        if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("Two fields of one name");
        }
    }

    /** Whether it asks for something that must be written down nowhere. */
    public boolean secret() {
        return fields.stream().anyMatch(Field.Secret.class::isInstance);
    }
}
