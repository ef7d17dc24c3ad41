package dev.signalman.benchmark;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.slack.inbound.SlackEndpoint;
import dev.signalman.web.HttpCall;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Small operations without a network: acknowledging our way and the stock way, each newly signed, and reading a line.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class MicroBenchmark {
    private final SignedRequestGenerator requests = new SignedRequestGenerator(InstantSource.system());
    private final SlackEndpoint edge =
            EdgeServer.edge().endpoint(SignedRequestGenerator.SECRET, (kind, status, took) -> {});
    private final App app = stock();
    private final SlackRequestParser parser = new SlackRequestParser(app.config());
    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
    private long count;

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(MicroBenchmark.class.getName())
                        .jvmArgsAppend("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8")
                        .build())
                .run();
    }

    private static App stock() {
        var config = AppConfig.builder()
                .signingSecret(SignedRequestGenerator.SECRET)
                .singleTeamBotToken("xoxb-the-token")
                .build();
        var verification = new RequestVerification(
                new SlackSignature.Verifier(new SlackSignature.Generator(SignedRequestGenerator.SECRET)));
        return new App(config, Slack.getInstance(), List.of(verification))
                .command("/semaphore", (request, context) -> context.ack())
                .blockAction(Pattern.compile("command:.*"), (request, context) -> context.ack());
    }

    /** The common cost: making the request. */
    @Benchmark
    public HttpCall making() {
        return call(SignedRequestGenerator.command("projects", id(), "https://hooks.slack.com/commands/T0001/5678/a"));
    }

    /** A command, our way. */
    @Benchmark
    public int command() throws Exception {
        return edge.answer(making()).status();
    }

    /** A command, the stock way. */
    @Benchmark
    public int commandStock() throws Exception {
        return stock(making());
    }

    /** A press on a message with twelve blocks, our way. */
    @Benchmark
    public int press() throws Exception {
        return edge.answer(call(SignedRequestGenerator.press(id()))).status();
    }

    /** A press on a message with twelve blocks, the stock way. */
    @Benchmark
    public int pressStock() throws Exception {
        return stock(call(SignedRequestGenerator.press(id())));
    }

    /** A line of the command language. */
    @Benchmark
    public Command line() {
        return grammar.read("promote production web@main VERSION=v2 because \"the fix is urgent\"");
    }

    private int stock(HttpCall call) throws Exception {
        var request = parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(call.path())
                .queryString(Map.of())
                .requestBody(call.text())
                .headers(new RequestHeaders(call.headers()))
                .remoteAddress(call.remoteAddress())
                .build());
        return app.run(request).getStatusCode();
    }

    private HttpCall call(byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("content-type", List.of("application/x-www-form-urlencoded"));
        requests.signature(body).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return new HttpCall("POST", "/slack/events", "", headers, body, "127.0.0.1");
    }

    private String id() {
        return Long.toHexString(++count);
    }
}
