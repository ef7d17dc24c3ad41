package dev.signalman.semaphore.http;

import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.http.FeignPromotions.PromotionsApi;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.http2client.Http2Client;
import feign.jackson.JacksonEncoder;
import java.net.http.HttpClient;
import java.time.Duration;

/** Creates Feign clients on one shared HTTP client. */
final class FeignFactory {
    private final SemaphoreConnection connection;
    private final SemaphoreCallObserver observer;
    private final Client client;
    private final ReadRetries retries;

    FeignFactory(SemaphoreConnection connection, SemaphoreCallObserver observer) {
        this.connection = connection;
        this.observer = observer;
        // Feign builds another client for options that differ from this one's, so the redirects and the connect
        // time-out must agree.
        this.client = new DeadlineClient(new Http2Client(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.connectTimeout())
                .build()));
        this.retries = new ReadRetries(connection.retryWait(), connection.readTimeout());
    }

    ApiCaller calls(Credential credential) {
        return new ApiCaller(observer, retries, credential);
    }

    <T> T api(Class<T> type, Credential credential) {
        return api(type, credential, connection.readTimeout());
    }

    PromotionsApi promotionsApi(Credential credential) {
        return api(PromotionsApi.class, credential, connection.promotionTimeout());
    }

    SelfHostedLogs selfHostedLogs() {
        return new SelfHostedLogs(client, options(connection.readTimeout()), connection.base());
    }

    <T> T api(Class<T> type, Credential credential, Duration readTimeout) {
        return Feign.builder()
                .client(client)
                .options(options(readTimeout))
                .retryer(Retryer.NEVER_RETRY)
                .encoder(new JacksonEncoder(WireJson.MAPPER))
                .decoder(new WireDecoder())
                .decodeVoid()
                .errorDecoder((method, response) -> SemaphoreErrors.failure(response))
                .requestInterceptor(request -> request.header("Authorization", "Token " + credential.token())
                        .header("User-Agent", SemaphoreConnection.USER_AGENT))
                .target(type, connection.root());
    }

    private Request.Options options(Duration readTimeout) {
        return new Request.Options(connection.connectTimeout(), readTimeout, false);
    }
}
