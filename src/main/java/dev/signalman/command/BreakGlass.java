package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Goes ahead alone with what a request asks for. Without a reason, as its button says it, a form asks for one.
 *
 * @param request its number
 * @param because the reason, without which it is refused
 */
public record BreakGlass(int request, @Nullable String because) implements Command, KeepsCardButtons {
    /** How it is said. */
    public static final Verb<BreakGlass> VERB = new Verb<>(
            "break-glass",
            Verb.Kind.ACTS,
            38,
            "<n> because …",
            "Promotes alone what waits for approval; everybody is told",
            "break-glass 12 because the shop is down",
            commandArguments -> new BreakGlass(RequestNumber.read(commandArguments), commandArguments.reason()),
            (glass, line) -> line.keyword(RequestNumber.print(glass.request())).because(glass.because()));
}
