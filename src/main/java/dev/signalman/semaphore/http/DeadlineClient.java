package dev.signalman.semaphore.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

/** Limits the time for reading a body: Java's own time-out ends with the headers. */
final class DeadlineClient implements Client {
    private final Client client;

    DeadlineClient(Client client) {
        this.client = client;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        var response = client.execute(request, options);
        if (response.body() == null) {
            return response;
        }
        var body = new DeadlineStream(response.body().asInputStream(), options.readTimeoutMillis());
        return response.toBuilder().body(body, response.body().length()).build();
    }
}
