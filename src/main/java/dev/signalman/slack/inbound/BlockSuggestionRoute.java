package dev.signalman.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.handler.builtin.BlockSuggestionHandler;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.card.FormOption;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.port.LongLineStore;
import dev.signalman.slack.blocks.FormRenderer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Returns the options of a form's menu while a person types. If they are not known in time, the typed text is offered
 * with a note, and is validated on submission.
 */
final class BlockSuggestionRoute implements BlockSuggestionHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String UNKNOWN = " (as typed: Semaphore didn't answer)";

    private final FormRegistry formRegistry;
    private final LongLineStore longLines;
    private final TimeLimitedLookup timeLimitedLookup;
    private final InstantSource clock;

    BlockSuggestionRoute(
            FormRegistry formRegistry,
            LongLineStore longLines,
            TimeLimitedLookup timeLimitedLookup,
            InstantSource clock) {
        this.formRegistry = formRegistry;
        this.longLines = longLines;
        this.timeLimitedLookup = timeLimitedLookup;
        this.clock = clock;
    }

    @Override
    public Response apply(BlockSuggestionRequest request, BlockSuggestionContext context) {
        var payload = request.getPayload();
        var memo = payload.getView() == null
                ? null
                : FormMetadata.read(payload.getView().getPrivateMetadata());
        if (memo == null || payload.getUser() == null || payload.getUser().getId() == null) {
            return IntakeReplies.json(FormRenderer.options(List.of()));
        }
        var typed = InboundText.text(payload.getValue()).strip();
        var known = timeLimitedLookup.ask(PATIENCE, () -> choices(payload, memo, typed));
        return IntakeReplies.json(FormRenderer.options(known == null ? asTyped(typed) : known));
    }

    private @Nullable List<FormOption> choices(BlockSuggestionPayload payload, FormMetadata memo, String typed) {
        var line = longLines.line(memo.line());
        if (line == null) {
            return null;
        }
        var user = payload.getUser();
        var actor = InboundText.actor(user.getId(), user.getTeamId(), user.getName());
        var asked = memo.asked(actor, line, clock.instant());
        return formRegistry.choices(asked, InboundText.text(payload.getActionId()), typed);
    }

    private static List<FormOption> asTyped(String typed) {
        return typed.isEmpty() ? List.of() : List.of(new FormOption(typed + UNKNOWN, typed));
    }
}
