package dev.signalman.playground.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageFilesTest {
    private WebServer server;

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void serve(String bundle) throws IOException {
        server = WebServer.start(0, new PageFiles(bundle, () -> FallbackPage.HTML).routes());
    }

    @Test
    void thePageAndItsFilesHaveTheirTypesAndAStrictPolicy() throws Exception {
        serve("/dev/signalman/playground/face/bundle/");
        var front = get("/");
        assertThat(front.body()).contains("a built page");
        assertThat(front.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(front.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(front.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        var script = get("/assets/index-1a2b.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get("/assets/index-1a2b.css").headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets/none.js",
                "/assets/..%2findex.html",
                "/assets/%2e%2e/%2e%2e/PageFiles.class",
                "/assets/../index.html",
                "/assets/a/b.js",
                "/assets/secret.txt",
                "/assets/PageFiles.class",
                "/index.html",
                "/favicon.svg"
            })
    void nothingElseIsServed(String path) throws Exception {
        serve("/dev/signalman/playground/face/bundle/");
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void withoutABundleAPlainPageSaysHowToGetIt() throws Exception {
        serve("/dev/signalman/playground/face/none/");
        var front = get("/");
        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(front.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(front.body()).contains("npm", "mvn -B -DskipTests package", "demo --tour", "/playground/says");
    }
}
