package dev.signalman.dispatch;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what a command lacks. A form is a convenience over the line: whoever handles the command also gets it as it was
 * typed, without the form, from where none can be opened or when none was ready in time, and refuses it in words then.
 *
 * <p>All of it is called while somebody looks at their screen, so there are but a second or two for each; what is not ready by
 * then counts as not there. It changes nothing, with one exception: {@link #completed} may put a secret away.
 */
public interface CommandForm<C extends Command> {
    /**
     * The form that {@code command} needs; null when it has all. A field begins with what the command says of it already. It
     * is made anew when it is submitted, so it must hang on nothing but the command, the configuration and what can be read.
     *
     * @param asked who asks for it, and where
     */
    @Nullable
    Form form(C command, Invocation asked);

    /**
     * {@code command} with what was filled in. What is required is there, and what had to be chosen was offered. The command is
     * printed and recorded, so nothing of a {@link Field.Secret} may be in it but a reference.
     *
     * @throws InvalidFormException when it can be told at once that something is wrong, by field
     * @throws dev.signalman.command.Refusal the same, of the whole
     */
    C completed(C command, FormSubmission filled);

    /**
     * What may be chosen in a {@link Field.LookedUp}, the likeliest first; at most a hundred are shown.
     *
     * @param command with what was chosen before in a field that redraws
     * @param typed by the person so far; may be empty
     */
    default List<FormOption> choices(C command, String field, String typed) {
        return List.of();
    }

    /** {@code command} with what was chosen in a field that redraws; the form of that is shown next, with whatever else was filled in. */
    default C redrawn(C command, String field, String value) {
        return command;
    }
}
