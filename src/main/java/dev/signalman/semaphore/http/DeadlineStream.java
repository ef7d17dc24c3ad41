package dev.signalman.semaphore.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Closes a body at its deadline, which wakes a reader that waits for more. */
final class DeadlineStream extends FilterInputStream {
    private final CompletableFuture<Boolean> late = new CompletableFuture<>();

    DeadlineStream(InputStream body, long millis) {
        super(body);
        var unused = late.completeOnTimeout(true, millis, TimeUnit.MILLISECONDS).thenAccept(isLate -> {
            if (isLate) {
                abandon(body);
            }
        });
    }

    @Override
    public int read() throws IOException {
        try {
            return inTime(in.read());
        } catch (IOException broken) {
            throw told(broken);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inTime(in.read(bytes, offset, length));
        } catch (IOException broken) {
            throw told(broken);
        }
    }

    @Override
    public void close() throws IOException {
        late.complete(false);
        in.close();
    }

    private int inTime(int read) throws IOException {
        if (late.getNow(false)) {
            throw new HttpTimeoutException("The answer took too long");
        }
        return read;
    }

    private IOException told(IOException broken) {
        return late.getNow(false) ? new HttpTimeoutException("The answer took too long") : broken;
    }

    private static void abandon(InputStream body) {
        try {
            body.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
