package dev.signalman.card;

import java.util.List;

/**
 * A Slack modal that asks one person for what a command line lacks. It is no {@link Card}: it is in no channel, and it
 * is gone once submitted.
 *
 * @param title at most 24 characters are shown
 * @param submit the submit button's label, of the same length
 * @param words text above the fields; may be empty
 * @param warning what to think of before submitting, in one sentence of at most 200 characters; may be empty
 * @param fields in order, at least one, with distinct names
 */
public record Form(String title, String submit, String words, String warning, List<Field> fields) {
    /** A form without a warning. */
    public Form(String title, String submit, String words, List<Field> fields) {
        this(title, submit, words, "", fields);
    }

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

    /** Whether the form has a secret field. */
    public boolean secret() {
        return fields.stream().anyMatch(Field.Secret.class::isInstance);
    }
}
