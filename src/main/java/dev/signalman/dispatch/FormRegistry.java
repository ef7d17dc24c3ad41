package dev.signalman.dispatch;

import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the forms that commands ask for, and makes lines of what was filled in. A line that comes back with a form is trusted no
 * more than one that is typed: it is read by the grammar, and whoever submits is judged when it is carried out.
 */
public final class FormRegistry {
    private static final String GONE = "This form asks for what is not asked for any more. Close it, and ask again.";

    private final Grammar grammar;
    private final Map<Class<? extends Command>, CommandForm<?>> forms;
    private final List<Interceptor> interceptors;

    /** Over what the features bind. */
    @Inject
    public FormRegistry(
            Grammar grammar, Map<Class<? extends Command>, CommandForm<?>> forms, Set<Interceptor> interceptors) {
        this.grammar = grammar;
        this.forms = Map.copyOf(forms);
        this.interceptors = interceptors.stream()
                .sorted(Comparator.comparing(Interceptor::stage))
                .toList();
    }

    /** Whether a line might ask for a form; nothing but the line is looked at. */
    public boolean mayAsk(String line) {
        try {
            return forms.containsKey(grammar.read(line).getClass());
        } catch (Refusal unreadable) {
            return false; // whoever works on it says why
        }
    }

    /**
     * The form that a line asks for; null when it asks for none, and when the person may not give that command: that is said
     * where it is said to everybody.
     */
    public @Nullable Form asked(Invocation invocation) {
        try {
            var command = grammar.read(invocation.line());
            if (!forms.containsKey(command.getClass())) {
                return null;
            }
            var form = of(command).form(command, invocation);
            if (form != null) {
                admit(command, invocation);
            }
            return form;
        } catch (Refusal refused) {
            return null;
        }
    }

    /**
     * The line that a form and what was filled into it make.
     *
     * @param asked the line that the form was opened for, said by whoever submits it
     * @throws InvalidFormException when that cannot be taken, with words for the fields
     */
    public String completed(Invocation asked, FormSubmission filled) {
        try {
            var command = grammar.read(asked.line());
            var form = forms.containsKey(command.getClass()) ? of(command).form(command, asked) : null;
            if (form == null) {
                throw InvalidFormException.of(InvalidFormException.WHOLE, GONE);
            }
            if (form.secret()) {
                admit(command, asked); // else it is judged when it is carried out
            }
            var line = grammar.print(of(command).completed(command, new FormValidator(form).checked(filled)));
            grammar.read(line);
            return line;
        } catch (Refusal refused) {
            throw InvalidFormException.of(InvalidFormException.WHOLE, refused.sentences());
        }
    }

    /** What may be chosen in a field of the form that {@code asked} opened. */
    public List<FormOption> choices(Invocation asked, String field, String typed) {
        try {
            var command = grammar.read(asked.line());
            if (!forms.containsKey(command.getClass())) {
                return List.of();
            }
            admit(command, asked);
            return of(command).choices(command, field, typed);
        } catch (Refusal refused) {
            return List.of();
        }
    }

    /** The line with what was chosen in a field that redraws; its form is {@link #asked} next. */
    public String redrawn(Invocation asked, String field, String value) {
        var command = grammar.read(asked.line());
        return grammar.print(of(command).redrawn(command, field, value));
    }

    private void admit(Command command, Invocation invocation) {
        interceptors.forEach(interceptor -> interceptor.admit(command, invocation));
    }

    @SuppressWarnings("unchecked") // HandlerBinder lets nobody bind a form to another type than its own
    private CommandForm<Command> of(Command command) {
        var form = (CommandForm<Command>) forms.get(command.getClass());
        if (form == null) {
            throw new IllegalStateException("No form for " + command.getClass().getSimpleName());
        }
        return form;
    }
}
