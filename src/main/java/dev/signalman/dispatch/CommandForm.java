package dev.signalman.dispatch;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.card.FormOption;
import dev.signalman.command.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that asks for the missing parts of a command. The command's handler must still refuse an incomplete command,
 * because some places cannot open a form, and a form may not be ready in time.
 *
 * <p>Each method has a second or two while a person waits; a later result is ignored. Nothing is changed, except that
 * {@link #completed} may store a secret.
 */
public interface CommandForm<C extends Command> {
    /**
     * The form that {@code command} needs; null when it is complete. Fields are prefilled from the command. The form is
     * built again on submission, so it depends only on the command, the configuration and readable data.
     *
     * @param asked the invocation that opens the form
     */
    @Nullable
    Form form(C command, Invocation asked);

    /**
     * Completes {@code command} with the submission, which is validated already: required fields are present, and
     * choices were offered. The command is printed and recorded, so it may contain only a reference to a
     * {@link Field.Secret}.
     *
     * @throws InvalidFormException when a field is invalid
     * @throws dev.signalman.command.Refusal when the command as a whole is invalid
     */
    C completed(C command, FormSubmission filled);

    /**
     * The options of a {@link Field.LookedUp}, the likeliest first; at most 100 are shown.
     *
     * @param command with the current choices of the fields that redraw the form
     * @param typed what the person has typed so far; may be empty
     */
    default List<FormOption> choices(C command, String field, String typed) {
        return List.of();
    }

    /**
     * {@code command} with the choice in a field that redraws the form. Its form is shown next; the other entries stay.
     */
    default C redrawn(C command, String field, String value) {
        return command;
    }
}
