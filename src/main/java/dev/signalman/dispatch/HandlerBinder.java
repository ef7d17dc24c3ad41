package dev.signalman.dispatch;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.util.Types;
import dev.signalman.command.Command;

/** Binds handlers, executors and forms by the type of their command, so that a mismatch does not compile. */
public final class HandlerBinder {
    private final Binder binder;
    private final MapBinder<Class<? extends Command>, Handler<?>> handlers;
    private final MapBinder<Class<? extends Command>, ActExecutor<?>> executors;
    private final MapBinder<Class<? extends Command>, CommandForm<?>> forms;

    private HandlerBinder(Binder binder) {
        this.binder = binder;
        this.handlers = MapBinder.newMapBinder(binder, new TypeLiteral<>() {}, new TypeLiteral<>() {});
        this.executors = MapBinder.newMapBinder(binder, new TypeLiteral<>() {}, new TypeLiteral<>() {});
        this.forms = MapBinder.newMapBinder(binder, new TypeLiteral<>() {}, new TypeLiteral<>() {});
    }

    /** Starts the bindings of a feature. */
    public static HandlerBinder handlers(Binder binder) {
        return new HandlerBinder(binder);
    }

    /** Binds the handler of {@code command}. */
    public <C extends Command> HandlerBinder bind(Class<C> command, Class<? extends Handler<C>> handler) {
        binder.bind(handler).in(Scopes.SINGLETON);
        handlers.addBinding(command).to(handler);
        return this;
    }

    /** Binds the executor of {@code command}. */
    public <C extends Command> HandlerBinder carry(Class<C> command, Class<? extends ActExecutor<C>> carrier) {
        binder.bind(carrier).in(Scopes.SINGLETON);
        executors.addBinding(command).to(carrier);
        binder.bind(executorOf(command)).to(carrier);
        return this;
    }

    /** The key under which other classes inject the executor of a command. */
    @SuppressWarnings("unchecked") // the type is built here
    private static <C extends Command> Key<ActExecutor<C>> executorOf(Class<C> command) {
        return (Key<ActExecutor<C>>) Key.get(Types.newParameterizedType(ActExecutor.class, command));
    }

    /** Binds the form of {@code command}. */
    public <C extends Command> HandlerBinder ask(Class<C> command, Class<? extends CommandForm<C>> form) {
        binder.bind(form).in(Scopes.SINGLETON);
        forms.addBinding(command).to(form);
        return this;
    }
}
