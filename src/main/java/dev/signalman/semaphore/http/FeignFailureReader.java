package dev.signalman.semaphore.http;

import com.fasterxml.jackson.core.JacksonException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.FeignException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Translates exceptions of Feign. They contain the request with its token, so they are not passed on. */
final class FeignFailureReader {
    private FeignFailureReader() {}

    /** Finds the failure; an exception that comes from neither Feign nor the network is a bug and is rethrown. */
    static CallFailure failure(RuntimeException thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof CallFailure failure) {
                return failure;
            }
            if (each instanceof IOException broken && !(each instanceof JacksonException)) {
                return broken(broken);
            }
        }
        if (thrown instanceof FeignException) {
            return CallFailure.unreadable("Semaphore's answer is invalid");
        }
        throw thrown;
    }

    static CallFailure broken(IOException broken) {
        if (has(broken, UnknownHostException.class) || has(broken, UnresolvedAddressException.class)) {
            return unreachable("Semaphore is unreachable: unknown host name", false, broken);
        }
        if (broken instanceof HttpConnectTimeoutException) {
            return unreachable("Semaphore was not reached in time", false, broken);
        }
        if (broken instanceof ConnectException) {
            return unreachable("Semaphore is unreachable: connection refused", false, broken);
        }
        if (has(broken, SSLHandshakeException.class)) {
            return unreachable("Semaphore is unreachable: the TLS connection failed", false, broken);
        }
        if (broken instanceof HttpTimeoutException) {
            return unreachable("Semaphore did not answer in time", true, broken);
        }
        return unreachable("The connection to Semaphore was lost before it answered", true, broken);
    }

    private static CallFailure unreachable(String words, boolean arrived, IOException cause) {
        return new CallFailure(Kind.UNREACHABLE, words, arrived, true, null, cause);
    }

    private static boolean has(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
