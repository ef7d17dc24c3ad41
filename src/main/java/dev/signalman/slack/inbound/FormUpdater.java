package dev.signalman.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import dev.signalman.card.Form;
import dev.signalman.chat.MessengerException;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.port.LongLineStore;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redraws an open form after a choice on which its other fields depend. Slack keeps the other entries. */
final class FormUpdater {
    private static final Logger LOG = LoggerFactory.getLogger(FormUpdater.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FormRegistry formRegistry;
    private final FormOpener formOpener;
    private final LongLineStore longLines;
    private final TimeLimitedLookup timeLimitedLookup;
    private final InstantSource clock;

    private record Next(Form form, FormMetadata memo) {}

    FormUpdater(
            FormRegistry formRegistry,
            FormOpener formOpener,
            LongLineStore longLines,
            TimeLimitedLookup timeLimitedLookup,
            InstantSource clock) {
        this.formRegistry = formRegistry;
        this.formOpener = formOpener;
        this.longLines = longLines;
        this.timeLimitedLookup = timeLimitedLookup;
        this.clock = clock;
    }

    /** Whether the action happened in a form. */
    static boolean concerns(BlockActionPayload payload) {
        return payload.getView() != null && "modal".equals(payload.getView().getType());
    }

    /**
     * Redraws the form. If that fails, the form stays as it is and can still be submitted.
     *
     * @param acknowledge answers Slack; called before the form is redrawn
     */
    void after(BlockActionPayload payload, Runnable acknowledge) {
        var next = timeLimitedLookup.ask(PATIENCE, () -> next(payload));
        acknowledge.run();
        if (next == null) {
            return;
        }
        var view = payload.getView();
        try {
            formOpener.redraws(view.getId(), InboundText.text(view.getHash()), next.memo(), next.form());
        } catch (MessengerException refused) {
            LOG.info("A form could not be updated: {}", refused.getMessage());
        }
    }

    private @Nullable Next next(BlockActionPayload payload) {
        var memo = FormMetadata.read(payload.getView().getPrivateMetadata());
        var action = payload.getActions().get(0);
        var user = payload.getUser();
        if (memo == null || user == null || user.getId() == null || action.getSelectedOption() == null) {
            return null;
        }
        var line = longLines.line(memo.line());
        if (line == null) {
            return null;
        }
        try {
            var actor = InboundText.actor(user.getId(), user.getTeamId(), user.getName(), user.getUsername());
            var changed = formRegistry.redrawn(
                    memo.asked(actor, line, clock.instant()),
                    InboundText.text(action.getActionId()),
                    InboundText.text(action.getSelectedOption().getValue()));
            var form = formRegistry.asked(memo.asked(actor, changed, clock.instant()));
            return form == null ? null : new Next(form, memo.with(changed));
        } catch (Refusal unreadable) {
            return null;
        }
    }
}
