package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a promotion of a project from happening.
 *
 * @param lasting how long; null until somebody unlocks it
 * @param server whether the deployment target of that name is deactivated meanwhile, so that Semaphore's web is bound too
 * @param anyway though no promotion of that name is known
 * @param steal the id of somebody else's lock whose place it takes, as a button names it; null to take nobody's
 * @param because the reason given, if any
 */
public record Lock(
        String promotion,
        Subject subject,
        @Nullable TimeSpan lasting,
        boolean server,
        boolean anyway,
        @Nullable String steal,
        @Nullable String because)
        implements Command {
    /** How it is said. */
    public static final Verb<Lock> VERB = new Verb<>(
            "lock",
            Verb.Kind.ACTS,
            38,
            "<promotion> [subject] [server] [for 2h] [because …]",
            "Lets nothing be promoted until it is unlocked, or the time is over",
            "lock production web for 2h because the database is moved",
            Lock::read,
            Lock::print);

    private static Lock read(CommandArguments commandArguments) {
        var lasting = commandArguments.span("for", "promotion");
        boolean server = commandArguments.flag("server");
        boolean anyway = commandArguments.flag("anyway");
        var steal = commandArguments.option("steal");
        return new Lock(
                commandArguments.name("promotion"),
                commandArguments.subject(),
                lasting,
                server,
                anyway,
                steal,
                commandArguments.reason());
    }

    private static void print(Lock lock, LineBuilder line) {
        line.name(lock.promotion())
                .subject(lock.subject())
                .flag("server", lock.server())
                .span("for", lock.lasting())
                .flag("anyway", lock.anyway())
                .option("steal", lock.steal())
                .because(lock.because());
    }
}
