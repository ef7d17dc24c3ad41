package dev.signalman.dispatch;

import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.semaphore.SemaphoreException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes an invocation to its command's handler, and turns failures into cards. */
public final class Dispatcher {
    private final Grammar grammar;
    private final Map<Class<? extends Command>, Handler<?>> handlers;
    private final List<Interceptor> interceptors;
    private final FailureCards failureCards;
    private final LedgerEntryFactory books;

    @Inject
    Dispatcher(
            Grammar grammar,
            Map<Class<? extends Command>, Handler<?>> handlers,
            Set<Interceptor> interceptors,
            FailureCards failureCards,
            LedgerEntryFactory books) {
        this.grammar = grammar;
        this.handlers = handlers;
        this.interceptors = interceptors.stream()
                .sorted(Comparator.comparing(Interceptor::stage))
                .toList();
        this.failureCards = failureCards;
        this.books = books;
    }

    /**
     * Answers an invocation; failures become part of the answer. A broken database connection is thrown, so the
     * invocation is retried. So are unforeseen failures of the bot's own commands, since nobody waits who could ask
     * again.
     */
    Outcome answer(Invocation invocation) {
        try {
            var command = read(invocation);
            interceptors.forEach(interceptor -> interceptor.admit(command, invocation));
            return books.keep(handle(command, invocation), command, invocation);
        } catch (RuntimeException failure) {
            if (connectionBroke(failure) || (invocation.origin() instanceof Origin.Itself && !foreseen(failure))) {
                throw failure;
            }
            var card = failureCards.card(failure, invocation);
            return invocation.origin() instanceof Origin.Noticed
                    ? Outcome.nothing()
                    : books.refused(Outcome.answer(card), invocation);
        }
    }

    private static boolean foreseen(RuntimeException failure) {
        return failure instanceof Refusal || failure instanceof SemaphoreException;
    }

    private Command read(Invocation invocation) {
        var origin = invocation.origin();
        return origin instanceof Origin.Itself || origin instanceof Origin.Noticed
                ? grammar.readOwn(invocation.line())
                : grammar.read(invocation.line());
    }

    @SuppressWarnings("unchecked") // HandlerBinder binds each handler to its own command type
    private Outcome handle(Command command, Invocation invocation) {
        var handler = (Handler<Command>) handlers.get(command.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "No handler for " + command.getClass().getSimpleName());
        }
        return handler.handle(command, invocation);
    }

    /**
     * Whether the database connection broke or none was available; such a failure passes, and is no bug. SQLSTATE class
     * 08 is a connection failure; PostgreSQL sends 57P01 to 57P03 while it shuts down or starts.
     */
    private static boolean connectionBroke(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof SQLException sql
                            && String.valueOf(sql.getSQLState()).matches("08.*|57P0[123]"))) {
                return true;
            }
        }
        return false;
    }
}
