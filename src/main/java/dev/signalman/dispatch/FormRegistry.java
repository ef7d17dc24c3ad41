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
 * Finds the forms of commands, and turns submissions into command lines. A line from a form is trusted no more than a
 * typed one: the grammar parses it, and the submitter's permissions are checked when it is carried out.
 */
public final class FormRegistry {
    private static final String GONE = "This form is out of date. Close it and start again.";

    private final Grammar grammar;
    private final Map<Class<? extends Command>, CommandForm<?>> forms;
    private final List<Interceptor> interceptors;

    /** Uses the forms and interceptors that the features bind. */
    @Inject
    public FormRegistry(
            Grammar grammar, Map<Class<? extends Command>, CommandForm<?>> forms, Set<Interceptor> interceptors) {
        this.grammar = grammar;
        this.forms = Map.copyOf(forms);
        this.interceptors = interceptors.stream()
                .sorted(Comparator.comparing(Interceptor::stage))
                .toList();
    }

    /** Whether a line may need a form, judged by the line alone. */
    public boolean mayAsk(String line) {
        try {
            return forms.containsKey(grammar.read(line).getClass());
        } catch (Refusal unreadable) {
            return false; // the dispatcher reports why
        }
    }

    /**
     * The form that an invocation needs; null when it needs none, or when the command is refused. The dispatcher
     * reports the refusal.
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
     * The command line of a submitted form.
     *
     * @param asked the line for which the form was opened, with the submitter as its actor
     * @throws InvalidFormException when the submission is invalid, with a message for each field
     */
    public String completed(Invocation asked, FormSubmission filled) {
        return completed(asked, filled, false);
    }

    /**
     * The command line of a form that was submitted on the page that it links to, without a code: the page proves its
     * person otherwise.
     *
     * @throws InvalidFormException when the submission is invalid, with a message for each field
     */
    public String completedOnPage(Invocation asked, FormSubmission filled) {
        return completed(asked, filled, true);
    }

    private String completed(Invocation asked, FormSubmission filled, boolean onPage) {
        try {
            var command = grammar.read(asked.line());
            var form = form(command, asked);
            if (form == null || (onPage && form.link() == null)) {
                throw InvalidFormException.of(InvalidFormException.WHOLE, GONE);
            }
            if (form.secret() || onPage) {
                admit(command, asked); // other forms are checked when the command is carried out
            }
            var validator = new FormValidator(form);
            var checked = onPage ? validator.withoutSecrets(filled) : validator.checked(filled);
            var line = grammar.print(of(command).completed(command, checked));
            grammar.read(line);
            return line;
        } catch (Refusal refused) {
            throw InvalidFormException.of(InvalidFormException.WHOLE, refused.sentences());
        }
    }

    private @Nullable Form form(Command command, Invocation asked) {
        return forms.containsKey(command.getClass()) ? of(command).form(command, asked) : null;
    }

    /** The options of a field in the form that {@code asked} opened. */
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

    /** The line with the choice in a field that redraws the form; get its form from {@link #asked}. */
    public String redrawn(Invocation asked, String field, String value) {
        var command = grammar.read(asked.line());
        return grammar.print(of(command).redrawn(command, field, value));
    }

    private void admit(Command command, Invocation invocation) {
        interceptors.forEach(interceptor -> interceptor.admit(command, invocation));
    }

    @SuppressWarnings("unchecked") // HandlerBinder binds each form to its own command type
    private CommandForm<Command> of(Command command) {
        var form = (CommandForm<Command>) forms.get(command.getClass());
        if (form == null) {
            throw new IllegalStateException("No form for " + command.getClass().getSimpleName());
        }
        return form;
    }
}
