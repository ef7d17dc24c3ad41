package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import dev.signalman.harness.JobAtTheGate;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a job's own, genuine token opens the gate, and only while the job runs. */
@Execution(ExecutionMode.CONCURRENT)
final class TokensAtTheGateTest {
    private static final String SECRET = "a secret of the target";

    private final HttpClient client = HttpClient.newHttpClient();
    private Dialogue bot;
    private String deploy;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.configured(usual -> ConfigurationChanger.from(usual)
                .gateSecret(SECRET)
                .promotions(new Policies(List.of(
                        Policy.of("production", List.of("web"), List.of(), null).atTheGate())))
                .configuration());
        deploy = bot.promotedOnTheWeb("web", bot.passed("web", "Round invoices"), "production");
        bot.semaphore().begin(deploy);
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private HttpResponse<String> asks(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/gate?wait=0"));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private void isRefused(String token, String why) throws Exception {
        var answer = asks("Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains(why).doesNotContain(token);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "gate")).isEmpty();
    }

    private String token(Map<String, @Nullable String> changed) {
        return bot.semaphore().jobToken(deploy, "Deploy", "rollout", changed);
    }

    @Test
    void genuineTokenOpensIt() {
        try (var job = JobAtTheGate.asks(bot.port(), token(Map.of()))) {
            assertThat(job.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://other.example.com, another organization",
        "aud, https://sts.example.com, meant for another service",
        "exp, 1500000000, has expired",
        "exp, , has expired",
        "nbf, 4000000000, isn't valid yet",
        "job_type, debug_job, debug job",
        "job_type, project_debug_job, debug job",
        "job_type, , doesn't say job_type",
        "ppl_id, , doesn't say ppl_id",
        "job_id, , doesn't say job_id",
        "ppl_id, ../../x, doesn't say ppl_id",
        "iss, , another organization",
        "aud, , meant for another service"
    })
    void genuineTokenThatSaysTheWrongThingIsRefused(String claim, @Nullable String value, String why) throws Exception {
        var changed = new HashMap<String, @Nullable String>();
        changed.put(claim, value);
        isRefused(token(changed), why);
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        var forged = "it isn't a token that Semaphore signed";
        var parts = token(Map.of()).split("\\.", -1);
        var other = bot.semaphore()
                .jobToken(deploy, "Deploy", "rollout", Map.of("ppl_id", "00000000-0000-4000-8000-000000000000"))
                .split("\\.", -1);
        isRefused(parts[0] + "." + other[1] + "." + parts[2], forged);
        isRefused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".", forged);
        isRefused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2], forged);
        var hs256 = encoded("{\"alg\":\"HS256\",\"kid\":\"1660038999\"}") + "." + parts[1];
        isRefused(hs256 + "." + encoded(hmac("1660038999", hs256)), forged);
        isRefused(parts[0] + "." + parts[1] + ".", forged);
        isRefused("x", forged);
        isRefused("a.b.c.d.e", forged);
        var stranger = SimulatedSemaphore.start(InstantSource.system());
        try (stranger) {
            var foreign = stranger.push("web", "main", "Mine", "mallory").pipelineId();
            stranger.begin(foreign);
            isRefused(
                    stranger.jobToken(
                            foreign,
                            "Test",
                            "Test",
                            Map.of(
                                    "iss",
                                    bot.semaphore().url(),
                                    "aud",
                                    bot.semaphore().url(),
                                    "ppl_id",
                                    deploy)),
                    forged);
        }
    }

    @Test
    void withoutATokenNobodyIsAnswered() throws Exception {
        assertThat(asks().statusCode()).isEqualTo(401);
        assertThat(asks().body()).contains("SEMAPHORE_OIDC_TOKEN");
        assertThat(asks("Authorization", "Basic eDp5").statusCode()).isEqualTo(401);
        assertThat(asks("Authorization", "").statusCode()).isEqualTo(401);
        assertThat(asks("Authorization", "Bearer ").body()).contains("The token is empty");
    }

    @Test
    void tokenOfAJobThatIsOverIsNotAnswered() throws Exception {
        var kept = token(Map.of());
        bot.semaphore().finish(deploy);
        var answer = asks("Authorization", "Bearer " + kept);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("The job that this token was made for has ended");
    }

    @Test
    void unreadableKeysKeepItClosedUntilTheyAreBack() throws Exception {
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/.well-known/jwks.json")
                        .always()
                        .unavailable());
        var answer = asks("Authorization", "Bearer " + token(Map.of()));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("the gate stays closed");
    }

    @Test
    void silentSemaphoreKeepsItClosedUntilItIsBack() throws Exception {
        bot.semaphore().fault(SemaphoreFault.on("GET", "/jobs/*").always().unavailable());
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/gate"))
                        .header("Authorization", "Bearer " + token(Map.of()))
                        .timeout(Duration.ofSeconds(40)) // it is not held for nothing
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("Semaphore doesn't say whether this job is running");
        bot.semaphore().heal();
        try (var job = JobAtTheGate.asks(bot.port(), token(Map.of()))) {
            assertThat(job.status()).isEqualTo(200);
        }
    }

    @Test
    void signatureStandsInForAToken() throws Exception {
        bot.until("the gate answers", () -> signed(deploy, SECRET).statusCode() == 200);
        assertThat(signed(deploy, "another secret of the target").statusCode()).isEqualTo(401);
        assertThat(asks("X-Signalman-Pipeline", deploy).statusCode()).isEqualTo(401);
        assertThat(asks("X-Signalman-Pipeline", deploy, "X-Signalman-Signature", "00")
                        .statusCode())
                .isEqualTo(401);
        bot.semaphore().finish(deploy);
        assertThat(signed(deploy, SECRET).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> signed(String pipelineId, String secret) throws Exception {
        return asks(
                "X-Signalman-Pipeline",
                pipelineId,
                "X-Signalman-Signature",
                HexFormat.of().formatHex(hmac(secret, pipelineId)));
    }

    private static byte[] hmac(String key, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
