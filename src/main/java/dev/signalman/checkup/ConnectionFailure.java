package dev.signalman.checkup;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a connection failed. */
public enum ConnectionFailure {
    UNKNOWN_HOST("its host name is not known", "Check how the host is spelt, and that this machine can look names up."),
    NOT_SECURE(
            "no secure connection could be made",
            "Check the host and port, and that Java trusts the certificate: a proxy may put its own in between."),
    TOO_LATE(
            "it did not answer in time",
            "Check that this machine may reach it: a firewall drops what it does not let through."),
    REFUSED("the connection was refused", "Check the host and port, and that something listens there."),
    BROKEN_OFF("the connection broke before there was an answer", "Look again; a proxy on the way may cut it.");

    private final String words;
    private final String advice;

    ConnectionFailure(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** Finds the failure in an exception and its causes. */
    public static ConnectionFailure of(Throwable thrown) {
        if (has(thrown, UnknownHostException.class) || has(thrown, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST;
        }
        if (has(thrown, SSLException.class)) {
            return NOT_SECURE;
        }
        if (has(thrown, HttpTimeoutException.class) || has(thrown, InterruptedIOException.class)) {
            return TOO_LATE;
        }
        return has(thrown, ConnectException.class) ? REFUSED : BROKEN_OFF;
    }

    /** The failure as a clause after "was not reached:". */
    public String words() {
        return words;
    }

    public String advice() {
        return advice;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
