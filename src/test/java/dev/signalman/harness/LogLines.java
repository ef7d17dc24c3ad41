package dev.signalman.harness;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Captures log lines as printed, from the thread that made it and all threads started from there since. Other tests log
 * at the same time.
 */
public final class LogLines implements AutoCloseable {
    /** The capture of a thread's test, inherited by the threads it starts. */
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

    /** Starts the capture; start the threads to capture afterwards. */
    public LogLines() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        LISTENING.set(this);
        root.addAppender(appender);
    }

    /** All lines, including stack traces. */
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
