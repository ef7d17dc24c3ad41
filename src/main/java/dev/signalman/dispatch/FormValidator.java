package dev.signalman.dispatch;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether what was filled in is what was asked for. Slack judges most of it too, but not everything that comes is Slack's doing. */
final class FormValidator {
    private final Form form;

    FormValidator(Form form) {
        this.form = form;
    }

    /** The same, of the fields of this form alone, choices by their values; whatever does not fit is refused by its field. */
    FormSubmission checked(FormSubmission filled) {
        var wrong = new LinkedHashMap<String, String>();
        var right = new LinkedHashMap<String, List<String>>();
        for (var field : form.fields()) {
            var given = filled.all(field.name()).stream()
                    .filter(each -> !each.isBlank())
                    .toList();
            if (given.isEmpty() && field.required()) {
                wrong.put(field.name(), "This is needed.");
            } else if (field instanceof Field.Chosen chosen) {
                right.put(field.name(), chosen(chosen, given, wrong));
            } else {
                right.put(field.name(), written(field, given, wrong));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidFormException(wrong);
        }
        return new FormSubmission(filled.form(), filled.actor(), right);
    }

    private static List<String> chosen(Field.Chosen field, List<String> given, Map<String, String> wrong) {
        var values = field.choices().stream()
                .filter(formOption -> given.contains(formOption.key()))
                .map(formOption -> formOption.value())
                .toList();
        if (values.size() < given.stream().distinct().count()) {
            wrong.put(field.name(), "What was chosen is not offered any more. Choose again.");
        } else if (values.size() > 1 && !field.several()) {
            wrong.put(field.name(), "Only one of them can be chosen.");
        }
        return values;
    }

    private static List<String> written(Field field, List<String> given, Map<String, String> wrong) {
        if (given.size() > 1) {
            wrong.put(field.name(), "Only one of them can be chosen.");
        }
        int longest = longest(field);
        if (given.stream().anyMatch(each -> each.length() > longest)) {
            wrong.put(field.name(), "At most " + longest + " characters fit here.");
        }
        return given;
    }

    private static int longest(Field field) {
        if (field instanceof Field.Written written) {
            return written.longest();
        }
        return field instanceof Field.Secret secret ? secret.longest() : Integer.MAX_VALUE;
    }
}
