package dev.signalman.slack.inbound;

import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.signalman.dispatch.Forms;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.LongLines;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.UnfitException;
import dev.signalman.slack.inbound.Reception.Receipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes forms that were submitted: the line that comes of one is taken in like any other, said by whoever submitted it. The form
 * closes when it was taken; else it stays, and says why.
 */
final class FormRoute implements ViewSubmissionHandler {
    private static final Duration URL_FRESH = Duration.ofMinutes(29);

    private final Reception reception;
    private final Early early;
    private final Forms forms;
    private final LongLines longLines;
    private final TrustedUrls urls;
    private final InstantSource clock;

    FormRoute(
            Reception reception, Early early, Forms forms, LongLines longLines, TrustedUrls urls, InstantSource clock) {
        this.reception = reception;
        this.early = early;
        this.forms = forms;
        this.longLines = longLines;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var filled = Filled.read(request.getPayload());
        if (filled == null) {
            return context.ack();
        }
        var memo = filled.memo();
        if (memo == null) {
            return FormAnswer.words(filled.fields(), Words.UNREADABLE);
        }
        var first = early.way();
        var unfit = new AtomicReference<Map<String, String>>();
        var receipt = reception.receive(
                () -> taken(filled, memo, unfit),
                () -> first.accept(FormAnswer.words(filled.fields(), Words.UNCERTAIN)));
        var wrong = unfit.get();
        if (wrong != null) {
            return FormAnswer.errors(filled.fields(), wrong);
        }
        var words = receipt == Receipt.TOO_OLD ? Words.FORM_TOO_OLD : Words.of(receipt);
        return words == null ? context.ack() : FormAnswer.words(filled.fields(), words);
    }

    private @Nullable Invocation taken(Filled filled, FormMemo memo, AtomicReference<Map<String, String>> unfit) {
        var line = recalled(memo.line());
        if (line == null) {
            return null;
        }
        try {
            var asked = memo.asked(filled.submission().actor(), line, clock.instant());
            return invocation(filled, memo, forms.completed(asked, filled.submission()));
        } catch (UnfitException notYet) {
            unfit.set(notYet.words());
            return null;
        }
    }

    private @Nullable String recalled(String line) {
        return line.startsWith(LongLines.MARK) ? longLines.recall(line) : line;
    }

    /** Submitted again as it was, it is the same; changed after an answer that was lost, it is another. */
    private Invocation invocation(Filled filled, FormMemo memo, String line) {
        var actor = filled.submission().actor();
        var now = clock.instant();
        return new Invocation(
                "form:" + Stable.name(filled.viewId(), actor.userId(), line),
                actor,
                memo.place(),
                line,
                new Origin.Submitted(memo.opened()),
                now,
                now.isBefore(memo.at().plus(URL_FRESH)) ? urls.trusted(memo.responseUrl()) : null);
    }
}
