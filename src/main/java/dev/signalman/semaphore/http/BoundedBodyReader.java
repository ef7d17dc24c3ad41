package dev.signalman.semaphore.http;

import feign.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads response bodies up to a limit above any answer of Semaphore. */
final class BoundedBodyReader {
    private static final int LARGEST = 16 << 20;

    private BoundedBodyReader() {}

    static String text(Response response) throws IOException {
        return new String(bytes(response), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Response response) throws IOException {
        if (response.body() == null) {
            return new byte[0];
        }
        try (var body = response.body().asInputStream()) {
            var bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw CallFailure.unreadable("Semaphore's answer is too long");
            }
            return bytes;
        }
    }
}
