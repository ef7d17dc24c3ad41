package dev.signalman.feature.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    /** Concatenated, so no secret scanner takes it for a real one. */
    private static final String SECRET = "Zq7" + "T4mWx91LpRv08Hs3";

    static Stream<String> places() {
        return Stream.of(
                "slack said xoxb-" + "1111-%s",
                "started with xapp-" + "1-%s",
                "cloning with ghp_" + "%s",
                "cloning with github_pat_" + "%s",
                "using gho_" + "%s now",
                "Authorization: Bearer %s",
                "authorization: Token %s",
                "curl -H 'Authorization: Basic %s' https://example.com",
                "curl -s -u admin:%s https://example.com",
                "curl -s --user admin:%s https://example.com",
                "sent bearer %s",
                "sent basic %s",
                "password=%s",
                "DB_PASSWORD: %s",
                "export PGPASSWORD='%s'",
                "MYSQL_PASS=%s",
                "{\"client_secret\": \"%s\", \"x\": 1}",
                "{\"password\":\"a\\\"%s\"}",
                "token: %s",
                "secret=%s",
                "api_key => %s",
                "AWS_SECRET_ACCESS_KEY=%s",
                "AWS_ACCESS_KEY=%s",
                "pwd=%s",
                "private_key=%s",
                "encryption-key=%s",
                "SIGNING_KEY=%s",
                "credential: %s",
                "deploy --token %s --verbose",
                "Set-Cookie: session=%s; Path=/",
                "the signing key is: 0123456789abcdef0123%s",
                "postgres://web:%s@db.internal:5432/web",
                "https://x-access-token:%s@github.com/acme/web.git",
                "https://%s@github.com/acme/web.git",
                "redis://:p/a@%s@cache:6379",
                "https://hooks.slack.com/services/T0/B0/%s",
                "https://hooks.slack-gov.com/services/T0/B0/%s",
                "GET /?access_token=%s&page=2",
                "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nabc\n%s",
                "%s\nabc=\n-----END PRIVATE KEY-----\ndone");
    }

    @ParameterizedTest
    @MethodSource("places")
    void aSecretIsMaskedWhereverItStands(String line) {
        assertThat(SecretMask.mask("before\n" + line.formatted(SECRET) + "\nafter"))
                .doesNotContain(SECRET)
                .contains(SecretMask.MASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_",
                "gho_",
                "ghu_",
                "ghs_",
                "ghr_",
                "github_pat_",
                "glpat-",
                "signalman_agent_",
                "gldt-",
                "npm_",
                "hvs.",
                "dop_v1_",
                "pypi-",
                "sk_live_",
                "rk_live_",
                "sk-"
            })
    void whatIssuersPutBeforeTheirTokensTellsThem(String prefix) {
        assertThat(SecretMask.mask("got " + prefix + SECRET + " end")).isEqualTo("got [masked] end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIA", "ASIA", "ABIA", "ACCA"})
    void keysOfAmazonAreKnownByTheirShape(String prefix) {
        assertThat(SecretMask.mask("id " + prefix + "IOSFODNN7EXAMPLE ok")).isEqualTo("id [masked] ok");
    }

    @Test
    void longTokensAreKnownByTheirShape() {
        assertThat(SecretMask.mask("got eyJ" + "hbGciOi.eyJzdWIiOi.c2lnbmF0dXJl end"))
                .isEqualTo("got [masked] end");
        assertThat(SecretMask.mask("got AIza" + SECRET + SECRET + " end")).isEqualTo("got [masked] end");
        assertThat(SecretMask.mask("got SG." + SECRET + "." + SECRET + " end")).isEqualTo("got [masked] end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tests run: 41, Failures: 1, Errors: 0, Skipped: 0",
                "commit 9f1c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4",
                "npm ERR! code ELIFECYCLE",
                "if (token == null) throw new IllegalStateException();",
                "Author: Bob <bob@acme.test>",
                "at com.acme.TokenTest.parses(TokenTest.java:41)",
                "docker pull registry.acme.test/web@sha256:0123456789abcdef0123456789abcdef",
                "see https://acme.test/docs?page=2#top"
            })
    void whatIsNoSecretIsLeftAlone(String line) {
        assertThat(SecretMask.mask(line)).isEqualTo(line);
    }

    @Test
    void whatStandsAroundASecretIsKept() {
        assertThat(SecretMask.mask("push to https://bob:hunter2@git.acme.test/web failed"))
                .isEqualTo("push to https://[masked]@git.acme.test/web failed");
        assertThat(SecretMask.mask("a\n-----BEGIN PRIVATE KEY-----\nxyz\n-----END PRIVATE KEY-----\nb"))
                .isEqualTo("a\n[masked]\nb");
    }

    @Property
    void aValueAfterATellingNameNeverSurvives(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 9, max = 80) String value) {
        for (var name : new String[] {"password", "API_TOKEN", "client-secret", "apiKey"}) {
            for (var sign : new String[] {"=", ": ", " = ", "=>"}) {
                assertThat(SecretMask.mask("x " + name + sign + value + " y")).doesNotContain(value);
            }
        }
    }

    @Property
    void itNeverThrows(@ForAll String text) {
        assertThat(SecretMask.mask(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                "password",
                "://",
                "\"\\",
                "key:",
                "eyJa.",
                "-----END PRIVATE KEY-----",
                "curl ",
                "' ",
                "x@",
                "token='"
            })
    void hostileTextIsMaskedInAMoment(String piece) {
        var text = piece.repeat(64 * 1024 / piece.length());

        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(30), () -> SecretMask.mask(text)))
                .doesNotThrowAnyException();
    }
}
