package dev.signalman.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.handler.builtin.BlockSuggestionHandler;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.card.Choice;
import dev.signalman.dispatch.Forms;
import dev.signalman.dispatch.LongLines;
import dev.signalman.domain.Actor;
import dev.signalman.slack.blocks.FormDrawer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what can be chosen in a menu of a form while somebody types. When that is not known in time, what was typed is offered as it
 * is, and says so: whether it means anything is judged when it is submitted.
 */
final class OptionsRoute implements BlockSuggestionHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String UNKNOWN = " (as you typed it: Semaphore did not answer)";

    private final Forms forms;
    private final LongLines longLines;
    private final Clerks clerks;
    private final InstantSource clock;

    OptionsRoute(Forms forms, LongLines longLines, Clerks clerks, InstantSource clock) {
        this.forms = forms;
        this.longLines = longLines;
        this.clerks = clerks;
        this.clock = clock;
    }

    @Override
    public Response apply(BlockSuggestionRequest request, BlockSuggestionContext context) {
        var payload = request.getPayload();
        var memo = payload.getView() == null
                ? null
                : FormMemo.read(payload.getView().getPrivateMetadata());
        if (memo == null || payload.getUser() == null || payload.getUser().getId() == null) {
            return FormAnswer.json(FormDrawer.options(List.of()));
        }
        var typed = Foreign.text(payload.getValue()).strip();
        var known = clerks.ask(PATIENCE, () -> choices(payload, memo, typed));
        return FormAnswer.json(FormDrawer.options(known == null ? asTyped(typed) : known));
    }

    private @Nullable List<Choice> choices(BlockSuggestionPayload payload, FormMemo memo, String typed) {
        var line = memo.line().startsWith(LongLines.MARK) ? longLines.recall(memo.line()) : memo.line();
        if (line == null) {
            return null;
        }
        var user = payload.getUser();
        var name = Foreign.first(user.getName(), user.getId());
        var actor = new Actor(user.getId(), Foreign.text(name), user.getTeamId());
        var asked = memo.asked(actor, line, clock.instant());
        return forms.choices(asked, Foreign.text(payload.getActionId()), typed);
    }

    private static List<Choice> asTyped(String typed) {
        return typed.isEmpty() ? List.of() : List.of(new Choice(typed + UNKNOWN, typed));
    }
}
