package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Breaks the glass: promotes what a request asks for without its approval. The button gives no reason, so a form asks
 * for it.
 *
 * @param request the request's number
 * @param because the reason; refused if null
 */
public record BreakGlass(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** The verb. */
    public static final Verb<BreakGlass> VERB = new Verb<>(
            "break-glass",
            Verb.Kind.ACTS,
            38,
            "<n> because …",
            "Promotes a pending request without approval; everyone is notified",
            "break-glass 12 because the shop is down",
            commandArguments -> new BreakGlass(RequestNumber.read(commandArguments), commandArguments.reason()),
            (glass, line) -> line.keyword(RequestNumber.print(glass.request())).because(glass.because()));
}
