package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresOverHttpTest {
    private ScriptedSemaphore semaphore;

    @BeforeEach
    void start() throws IOException {
        semaphore = new ScriptedSemaphore();
    }

    @AfterEach
    void stop() {
        semaphore.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "400 | \"Only pipelines which are done.\"           | REFUSED   | Only pipelines which are done.",
                "400 | {\"code\":\"RESOURCE_EXHAUSTED\",\"message\":\"Limit reached\"} | REFUSED | Limit reached",
                "400 | {\"error\":\"Too long\"}                     | REFUSED   | Too long",
                "400 | Malformed request: x                          | REFUSED   | Malformed request: x",
                "400 | \"half a string                               | REFUSED   | \"half a string",
                "400 | ''                                            | REFUSED   | Semaphore answered 400 and did not say why",
                "401 | Unauthorized                                  | BAD_TOKEN | Unauthorized",
                "401 | ''                                            | BAD_TOKEN | Semaphore answered 401 and did not say why",
                "401 | Permission denied                             | NOT_PERMITTED | Permission denied",
                "401 | {\"message\":\"Unauthorized\"}                | NOT_PERMITTED | Unauthorized",
                "403 | Permission denied                             | NOT_PERMITTED | Permission denied",
                "403 | ''                                            | BROKEN        | Semaphore couldn't "
                        + "authenticate the call (403 without a reason)",
                "403 | The deployment targets feature is not enabled for your organization. | FEATURE_OFF "
                        + "| The deployment targets feature is not enabled for your organization.",
                "404 | Not Found                                     | NOT_FOUND | Not Found",
                "404 | {\"code\":5,\"message\":\"Job x not found\",\"details\":[]} | NOT_FOUND | Job x not found",
                "404 | You cannot access this organization from your current IP address (1.2.3.4) due to x "
                        + "| ADDRESS_NOT_ALLOWED "
                        + "| You cannot access this organization from your current IP address (1.2.3.4) due to x",
                "404 | <html>gone</html>                             | UNREADABLE | A web page answered "
                        + "(404) instead of Semaphore's API; check SEMAPHORE_URL",
                "422 | {\"message\":\"name taken\"}                  | REFUSED   | name taken",
                "429 | slow down                                     | LIMITED   | slow down",
                "500 | \"Internal error\"                            | BROKEN    | Internal error",
                "502 | <html>Bad gateway</html>                      | BROKEN | A web page answered (502) "
                        + "instead of Semaphore's API; check SEMAPHORE_URL",
                "504 | upstream request timeout                      | BROKEN    | upstream request timeout",
                "302 | ''                                            | UNREADABLE | SEMAPHORE_URL answers "
                        + "with a redirect (302), like a web page; check it",
            })
    void aFailedReadTellsItsKindAndSemaphoresWords(int status, String body, Kind kind, String words) {
        semaphore.answers(Reply.bare(status, body));

        var failure = failure(() -> semaphore.client().pipelines().describe("p1"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.words()).isEqualTo(words);
        assertThat(failure.mayHaveActed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "400 | x                   | false",
                "401 | Permission denied   | false",
                "404 | Not Found           | false",
                "429 | x                   | false",
                "302 | ''                  | false",
                "500 | \"Internal error\"  | true",
                "502 | x                   | true",
                "503 | upstream connect error or disconnect/reset before headers | true",
                "503 | no healthy upstream | false",
                "504 | ''                  | true",
                "200 | <html>Log in</html> | true",
            })
    void aFailedActTellsWhetherItMayHaveHappenedAndIsNeverRepeated(int status, String body, boolean mayHaveActed) {
        semaphore.answers(Reply.bare(status, body));

        var failure = failure(() -> semaphore.client().promotions().trigger("p1", "prod", false, Map.of(), "t"));

        assertThat(failure.mayHaveActed()).isEqualTo(mayHaveActed);
        assertThat(semaphore.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>Log in",
                "",
                "null",
                "[]",
                "{\"pipeline\": 7}",
                "{}",
                "not json",
                "{\"pipeline\":"
            })
    void whatIsNotTheAnswerThatIsDueIsUnreadable(String body) {
        semaphore.answers(Reply.bare(200, body));

        var failure = failure(() -> semaphore.client().pipelines().describe("p1"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(failure.words()).isNotBlank().doesNotContain("<");
        assertThat(failure.mayHaveActed()).isFalse();
    }

    @Test
    void anActWhoseAnswerIsNotUnderstoodMayHaveHappened() {
        semaphore.answers(Reply.bare(200, "{\"workflow_id\": \"w1\"}"));

        var failure = failure(() -> semaphore.client().workflows().rerun("w1", "t"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(failure.words()).isEqualTo("Semaphore's answer lacks pipeline_id");
        assertThat(failure.mayHaveActed()).isTrue();
    }

    @Test
    void wordsAreOneLineCutAndWithoutControlCharacters() {
        semaphore.answers(Reply.bare(400, "\"a\\u0000b\\r\\n\\u001b[31mc " + "😀".repeat(400) + "\""));

        var words = failure(() -> semaphore.client().pipelines().stop("p1")).words();

        assertThat(words)
                .startsWith("a b [31mc 😀")
                .endsWith("😀…")
                .matches(text -> text.codePointCount(0, text.length()) == 301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a%2Fb", "a b", "<x>", "p?detailed=true", "\u0000", "😀"})
    void whatCannotBeAnIdIsNotFoundWithoutAsking(String id) {
        var failure = failure(() -> semaphore.client().pipelines().describe(id));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(semaphore.calls()).isEmpty();
    }

    private static SemaphoreException failure(ThrowingCallable call) {
        return catchThrowableOfType(SemaphoreException.class, call);
    }
}
