package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Locks a promotion of a project.
 *
 * @param lasting how long it lasts; null until somebody unlocks it
 * @param server whether the deployment target of that name is deactivated meanwhile, so that the lock also holds in
 *     Semaphore's web
 * @param anyway whether to lock even if no promotion of that name is known
 * @param steal the id of another person's lock to take over, from a button; null for none
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
    /** The verb. */
    public static final Verb<Lock> VERB = new Verb<>(
            "lock",
            Verb.Kind.ACTS,
            38,
            "<promotion> [subject] [server] [for 2h] [because …]",
            "Blocks a promotion until you unlock it or the time is up",
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
