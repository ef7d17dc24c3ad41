package dev.signalman.harness;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Hears what is logged, as it would be printed: by the thread that made it, and by each thread that was started since by that one or
 * by one of those. Other tests log beside it.
 */
public final class LogLines implements AutoCloseable {
    /** Of the test that a thread works for; handed on to the threads that it starts. */
    private static final InheritableThreadLocal<LogLines> LISTENING = new InheritableThreadLocal<>();

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (LISTENING.get() == LogLines.this) {
                super.append(event);
            }
        }
    };

    /** Begins to listen; what is to be heard must be started after it. */
    public LogLines() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        LISTENING.set(this);
        root.addAppender(appender);
    }

    /** A line each, stack traces included. */
    public List<String> all() {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        LISTENING.remove();
    }
}
