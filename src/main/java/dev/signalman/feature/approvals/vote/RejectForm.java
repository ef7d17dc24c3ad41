package dev.signalman.feature.approvals.vote;

import dev.signalman.card.Field;
import dev.signalman.card.Form;
import dev.signalman.command.Reject;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormSubmission;
import dev.signalman.dispatch.Invocation;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a reason when the button is pressed; a typed line contains it or omits it. */
public final class RejectForm implements CommandForm<Reject> {
    private static final String WHY = "because";
    private static final int LONGEST = 300;

    @Inject
    RejectForm() {}

    @Override
    public @Nullable Form form(Reject command, Invocation asked) {
        if (command.because() != null || asked.origin().press() == null) {
            return null;
        }
        return new Form(
                "Reject #" + command.request(),
                "Reject",
                "This ends the request. Nothing is promoted.",
                List.of(Field.Written.line(WHY, "Reason", "Everyone in this channel will see this.", LONGEST)));
    }

    @Override
    public Reject completed(Reject command, FormSubmission filled) {
        return new Reject(command.request(), filled.needed(WHY));
    }
}
