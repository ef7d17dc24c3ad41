package dev.signalman.slack.inbound;

import dev.signalman.card.Form;
import dev.signalman.chat.MessengerException;
import dev.signalman.chat.MessengerException.Kind;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.Invocation;
import dev.signalman.port.LongLineStore;
import dev.signalman.slack.blocks.FormRenderer;
import dev.signalman.slack.outbound.Modals;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the form that a command or press needs. Nothing is recorded before the form is submitted. Slack allows 3 s from
 * the press, so the form must be known within 900 ms. Otherwise the command is recorded as usual, and its handler
 * reports what is missing.
 */
final class FormOpener {
    private static final Logger LOG = LoggerFactory.getLogger(FormOpener.class);

    /** Errors for a repeated press whose form is open already (docs/slack.md, "Views"). */
    private static final Pattern USED = Pattern.compile("^(exchanged_trigger_id|trigger_exchanged)");

    private static final Duration DECIDING = Duration.ofMillis(900);

    private final FormRegistry formRegistry;
    private final Modals modals;
    private final LongLineStore longLines;
    private final TimeLimitedLookup timeLimitedLookup;

    private record Wanted(Form form, FormMetadata memo) {}

    FormOpener(FormRegistry formRegistry, Modals modals, LongLineStore longLines, TimeLimitedLookup timeLimitedLookup) {
        this.formRegistry = formRegistry;
        this.modals = modals;
        this.longLines = longLines;
        this.timeLimitedLookup = timeLimitedLookup;
    }

    /** Whether a line may need a form; always true for a reference, whose line is not read yet. */
    boolean mayAsk(String line) {
        return line.startsWith(LongLineStore.MARK) || formRegistry.mayAsk(line);
    }

    /**
     * Opens the form that an invocation needs.
     *
     * @param asked returns the invocation; null when its stored line is gone
     * @param acknowledge answers Slack; called before the form is opened, which may take a while
     * @param say tells the person that the form did not open
     * @return false when no form is needed, or none is known in time; then record the invocation
     */
    boolean opens(
            Callable<@Nullable Invocation> asked,
            @Nullable String trigger,
            Runnable acknowledge,
            Consumer<String> say) {
        if (trigger == null || trigger.isEmpty()) {
            return false;
        }
        var wanted = timeLimitedLookup.ask(DECIDING, () -> wanted(asked.call()));
        if (wanted == null) {
            return false;
        }
        acknowledge.run();
        try {
            open(trigger, wanted.form(), wanted.memo().written());
        } catch (MessengerException refused) {
            if (!USED.matcher(String.valueOf(refused.getMessage())).find()) {
                say.accept(words(refused));
            }
        }
        return true;
    }

    /** Opens the form with plain blocks if Slack refuses the block of its warning, which not every workspace may know. */
    private void open(String trigger, Form form, String memo) {
        try {
            modals.open(trigger, FormRenderer.view(form, memo));
        } catch (MessengerException refused) {
            if (refused.kind() != Kind.MALFORMED || form.warning().isBlank()) {
                throw refused;
            }
            LOG.info("Slack refused an alert in a form ({}); opening it without", refused.getMessage());
            modals.open(trigger, FormRenderer.plainView(form, memo));
        }
    }

    private @Nullable Wanted wanted(@Nullable Invocation asked) {
        var form = asked == null ? null : formRegistry.asked(asked);
        return asked == null || form == null ? null : new Wanted(form, fitting(FormMetadata.of(asked)));
    }

    private FormMetadata fitting(FormMetadata memo) {
        return memo.written().length() <= FormMetadata.LONGEST ? memo : memo.with(longLines.keep(memo.line()));
    }

    /** Redraws an open form for another line. */
    void redraws(String viewId, String hash, FormMetadata memo, Form form) {
        modals.update(viewId, hash, FormRenderer.view(form, fitting(memo).written()));
    }

    private static String words(MessengerException refused) {
        return refused.kind() == Kind.USED_UP
                ? "The form didn't open in time. Nothing was changed. Try again."
                : "The form didn't open: Slack refused it (" + refused.getMessage()
                        + "). Nothing was changed. Try again in a moment.";
    }
}
