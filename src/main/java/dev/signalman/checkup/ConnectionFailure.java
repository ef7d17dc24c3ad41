package dev.signalman.checkup;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a connection failed. */
public enum ConnectionFailure {
    UNKNOWN_HOST("its host name is unknown", "Check the host's spelling, and this machine's DNS."),
    NOT_SECURE(
            "the TLS connection failed",
            "Check the host and port, and that Java trusts the certificate. A proxy may present its own."),
    TOO_LATE("it didn't answer in time", "Check that this machine can reach it. A firewall may drop the connection."),
    REFUSED("the connection was refused", "Check the host and port, and that the server is running."),
    BROKEN_OFF("the connection was closed before an answer", "Try again. A proxy may be closing it.");

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
