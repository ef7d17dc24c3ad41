package dev.signalman.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import dev.signalman.card.Form;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Forms;
import dev.signalman.dispatch.LongLines;
import dev.signalman.dispatch.MessengerException;
import dev.signalman.domain.Actor;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws an open form anew when something was chosen that the rest of it depends on. What else was filled in, Slack keeps. */
final class Redrawing {
    private static final Logger LOG = LoggerFactory.getLogger(Redrawing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Forms forms;
    private final Opening opening;
    private final LongLines longLines;
    private final Clerks clerks;
    private final InstantSource clock;

    private record Next(Form form, FormMemo memo) {}

    Redrawing(Forms forms, Opening opening, LongLines longLines, Clerks clerks, InstantSource clock) {
        this.forms = forms;
        this.opening = opening;
        this.longLines = longLines;
        this.clerks = clerks;
        this.clock = clock;
    }

    /** Whether something was used in a form. */
    static boolean concerns(BlockActionPayload payload) {
        return payload.getView() != null && "modal".equals(payload.getView().getType());
    }

    /**
     * Draws it anew; a form that could not be is only less helpful, and can be submitted all the same.
     *
     * @param acknowledge answers Slack first
     */
    void after(BlockActionPayload payload, Runnable acknowledge) {
        var next = clerks.ask(PATIENCE, () -> next(payload));
        acknowledge.run();
        if (next == null) {
            return;
        }
        var view = payload.getView();
        try {
            opening.redraws(view.getId(), Foreign.text(view.getHash()), next.memo(), next.form());
        } catch (MessengerException refused) {
            LOG.info("A form was not drawn anew: {}", refused.getMessage());
        }
    }

    private @Nullable Next next(BlockActionPayload payload) {
        var memo = FormMemo.read(payload.getView().getPrivateMetadata());
        var action = payload.getActions().get(0);
        var user = payload.getUser();
        if (memo == null || user == null || user.getId() == null || action.getSelectedOption() == null) {
            return null;
        }
        var line = memo.line().startsWith(LongLines.MARK) ? longLines.recall(memo.line()) : memo.line();
        if (line == null) {
            return null;
        }
        try {
            var actor = new Actor(
                    user.getId(),
                    Foreign.text(Foreign.first(user.getName(), user.getUsername(), user.getId())),
                    user.getTeamId());
            var changed = forms.redrawn(
                    memo.asked(actor, line, clock.instant()),
                    Foreign.text(action.getActionId()),
                    Foreign.text(action.getSelectedOption().getValue()));
            var form = forms.asked(memo.asked(actor, changed, clock.instant()));
            return form == null ? null : new Next(form, memo.with(changed));
        } catch (Refusal unreadable) {
            return null;
        }
    }
}
