package dev.signalman.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/**
 * Keeps the log out of a command's output: only our own errors are logged, to stderr, since our messages explain more
 * than the libraries'.
 */
final class StderrLogging {
    private StderrLogging() {}

    static void turn() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("stdout") instanceof ConsoleAppender<ILoggingEvent> console) {
            root.detachAppender(console);
            console.stop();
            console.setTarget("System.err");
            console.start();
            Logger ours = context.getLogger("dev.signalman");
            ours.setLevel(Level.ERROR);
            ours.addAppender(console);
        }
    }
}
