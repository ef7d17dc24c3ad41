package dev.signalman.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Slack modal that asks one person for what a command line lacks. It is no {@link Card}: it is in no channel, and it
 * is gone once submitted.
 *
 * @param title at most 24 characters are shown
 * @param submit the submit button's label, of the same length
 * @param words text above the fields; may be empty
 * @param warning what to think of before submitting, in one sentence of at most 200 characters; may be empty
 * @param fields in order, with distinct names; at least one, unless there is a link
 * @param link to a page on which the same is submitted with a passkey; null for none
 */
public record Form(
        String title,
        String submit,
        String words,
        String warning,
        List<Field> fields,
        @Nullable Link link) {
    /** A form without a link. */
    public Form(String title, String submit, String words, String warning, List<Field> fields) {
        this(title, submit, words, warning, fields, null);
    }

    /** A form without a warning. */
    public Form(String title, String submit, String words, List<Field> fields) {
        this(title, submit, words, "", fields);
    }

    /**
     * A button that opens a page in the browser.
     *
     * @param url never logged: it is for one person
     */
    public record Link(String label, String url) {
        @Override
        public String toString() {
            return "Link[" + label + "]";
        }
    }

    /** Keeps its own copy. */
    public Form {
        fields = List.copyOf(fields);
        if (fields.isEmpty() && link == null) {
            throw new IllegalArgumentException("A form that asks for nothing");
        }
        if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("Two fields of one name");
        }
    }

    /** Whether it can be submitted on the linked page alone: there is no code that could be entered. */
    public boolean onPageOnly() {
        return link != null && !secret();
    }

    /** The fields that hold no secret. */
    public List<Field> openFields() {
        return fields.stream().filter(field -> !(field instanceof Field.Secret)).toList();
    }

    /** Whether the form has a secret field. */
    public boolean secret() {
        return fields.stream().anyMatch(Field.Secret.class::isInstance);
    }
}
