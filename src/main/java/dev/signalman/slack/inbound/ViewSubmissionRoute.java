package dev.signalman.slack.inbound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.InvalidFormException;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.port.LongLineStore;
import dev.signalman.slack.inbound.TimedIntake.Receipt;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Handles submitted forms: records their line as an invocation of the submitter. The form closes if that succeeds, else
 * it stays open and shows the reason.
 */
final class ViewSubmissionRoute implements ViewSubmissionHandler {
    private static final Duration URL_FRESH = Duration.ofMinutes(29);

    private final TimedIntake timedIntake;
    private final EarlyResponse early;
    private final FormRegistry formRegistry;
    private final LongLineStore longLines;
    private final ResponseUrlAllowlist urls;
    private final InstantSource clock;

    ViewSubmissionRoute(
            TimedIntake timedIntake,
            EarlyResponse early,
            FormRegistry formRegistry,
            LongLineStore longLines,
            ResponseUrlAllowlist urls,
            InstantSource clock) {
        this.timedIntake = timedIntake;
        this.early = early;
        this.formRegistry = formRegistry;
        this.longLines = longLines;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var submittedForm = SubmittedForm.read(request.getPayload());
        if (submittedForm == null) {
            return context.ack();
        }
        var memo = submittedForm.memo();
        if (memo == null) {
            return refused(submittedForm.fields(), IntakeReplies.UNREADABLE);
        }
        var first = early.consumerFor(context);
        var unfit = new AtomicReference<Map<String, String>>();
        var receipt = timedIntake.receive(
                () -> taken(submittedForm, memo, unfit),
                () -> first.accept(refused(submittedForm.fields(), IntakeReplies.UNCERTAIN)));
        var wrong = unfit.get();
        if (wrong != null) {
            return errors(submittedForm.fields(), wrong);
        }
        var words = receipt == Receipt.TOO_OLD ? IntakeReplies.FORM_TOO_OLD : IntakeReplies.of(receipt);
        return words == null ? context.ack() : refused(submittedForm.fields(), words);
    }

    private @Nullable Invocation taken(
            SubmittedForm submittedForm, FormMetadata memo, AtomicReference<Map<String, String>> unfit) {
        var line = longLines.line(memo.line());
        if (line == null) {
            return null;
        }
        try {
            var asked = memo.asked(submittedForm.submission().actor(), line, clock.instant());
            return invocation(submittedForm, memo, formRegistry.completed(asked, submittedForm.submission()));
        } catch (InvalidFormException notYet) {
            unfit.set(notYet.words());
            return null;
        }
    }

    /**
     * The invocation of a form. Its id is equal if an unchanged form is submitted again, and differs after a change.
     */
    private Invocation invocation(SubmittedForm submittedForm, FormMetadata memo, String line) {
        var actor = submittedForm.submission().actor();
        var now = clock.instant();
        return new Invocation(
                "form:" + StableId.name(submittedForm.viewId(), actor.userId(), line),
                actor,
                memo.place(),
                line,
                new Origin.Submitted(memo.opened()),
                now,
                now.isBefore(memo.at().plus(URL_FRESH)) ? urls.trusted(memo.responseUrl()) : null);
    }

    /** Shows an error of the whole form under the first field. */
    private static Response refused(List<String> fields, String words) {
        return errors(fields, Map.of("", words));
    }

    /** Keeps the form open and shows errors under its fields; errors of no field appear under the first. */
    private static Response errors(List<String> fields, Map<String, String> words) {
        var answer = JsonNodeFactory.instance.objectNode().put("response_action", "errors");
        var errors = answer.putObject("errors");
        fields.stream().filter(words::containsKey).forEach(field -> errors.put(field, words.get(field)));
        var others = words.entrySet().stream()
                .filter(each -> !fields.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!others.isEmpty() && !fields.isEmpty()) {
            var first = fields.get(0);
            var before = errors.path(first).asText("");
            errors.put(first, (before + " " + String.join(" ", others)).strip());
        }
        return IntakeReplies.json(answer);
    }
}
