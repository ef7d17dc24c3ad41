package dev.signalman.dispatch;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Validates a submission against its form. Slack validates most of it too, but its checks are not relied on. */
final class FormValidator {
    private final Form form;

    FormValidator(Form form) {
        this.form = form;
    }

    /**
     * The submission with only this form's fields, and the values of options instead of their keys.
     *
     * @throws InvalidFormException when a value is invalid, by field
     */
    FormSubmission checked(FormSubmission filled) {
        return checked(filled, form.fields());
    }

    /** The same for a submission that proves its person otherwise; what it has in secret fields is ignored. */
    FormSubmission withoutSecrets(FormSubmission filled) {
        return checked(filled, form.openFields());
    }

    private static FormSubmission checked(FormSubmission filled, List<Field> fields) {
        var wrong = new LinkedHashMap<String, String>();
        var right = new LinkedHashMap<String, List<String>>();
        for (var field : fields) {
            var given = filled.all(field.name()).stream()
                    .filter(each -> !each.isBlank())
                    .toList();
            if (given.isEmpty() && field.required()) {
                wrong.put(field.name(), "This field is required.");
            } else {
                right.put(field.name(), field.accept(new Given(given, wrong)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidFormException(wrong);
        }
        return new FormSubmission(filled.form(), filled.actor(), right);
    }

    /** Validates the values of one field and maps option keys to values; adds errors to {@code wrong}. */
    private record Given(List<String> given, Map<String, String> wrong) implements Field.Visitor<List<String>> {
        @Override
        public List<String> chosen(Field.Chosen field) {
            var values = field.choices().stream()
                    .filter(formOption -> given.contains(formOption.key()))
                    .map(formOption -> formOption.value())
                    .toList();
            if (values.size() < given.stream().distinct().count()) {
                wrong.put(field.name(), "That choice is no longer available. Choose again.");
            } else if (values.size() > 1 && !field.several()) {
                wrong.put(field.name(), "Choose only one.");
            }
            return values;
        }

        @Override
        public List<String> written(Field.Written field) {
            return one(field);
        }

        @Override
        public List<String> secret(Field.Secret field) {
            return one(field);
        }

        @Override
        public List<String> lookedUp(Field.LookedUp field) {
            return one(field);
        }

        private List<String> one(Field field) {
            if (given.size() > 1) {
                wrong.put(field.name(), "Choose only one.");
            }
            if (given.stream().anyMatch(each -> each.length() > field.longest())) {
                wrong.put(field.name(), "Use at most " + field.longest() + " characters.");
            }
            return given;
        }
    }
}
