package dev.signalman.feature.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.GitRef;
import dev.signalman.feature.promotions.FileAndBranchRule.Origin;
import dev.signalman.ruling.Policy;
import dev.signalman.ruling.SampleWishes;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAndBranchRuleTest {
    private static final String MAIN = ".semaphore/semaphore.yml";

    private static boolean met(@Nullable String file, GitRef ref, Policy... policies) {
        var nobody = new FeignSemaphore(
                SemaphoreConnection.to(URI.create("http://127.0.0.1:1"), new Credential("never-asked")),
                (call, outcome, took) -> {});
        var rule = new FileAndBranchRule(nobody);
        return rule.judge(SampleWishes.production(policies), new Origin(file, ref)).stream()
                .allMatch(each -> each.met());
    }

    private static Policy from(String... files) {
        return Policy.of("production", List.of(), List.of(files), null);
    }

    @Test
    void whereNothingIsSaidAnythingGoes() {
        assertThat(met(null, GitRef.branch("any"), from())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ".semaphore/semaphore.yml, true",
        "./.semaphore//semaphore.yml, true",
        "/.semaphore/semaphore.yml, true",
        ".semaphore/x/../semaphore.yml, true",
        ".semaphore/Semaphore.yml, false",
        "semaphore.yml, false",
    })
    void aFileIsComparedAsItIsWrittenShortest(String file, boolean met) {
        assertThat(met(file, GitRef.branch("main"), from(MAIN))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "main, main, true",
        "main, Main, false",
        "release/*, release/7, true",
        "release/*, release, false",
        "/^v[0-9]+$/, v7, true",
        "/^v[0-9]+$/, v7-evil, false",
        "main, refs/tags/main, false",
        "refs/tags/v*, refs/tags/v1, true",
        "main, pull-request-7, false",
    })
    void aBranchIsMeantAsItIsInSubscriptions(String pattern, String ref, boolean met) {
        assertThat(met(MAIN, GitRef.parse(ref), from().on(pattern))).isEqualTo(met);
    }

    @Test
    void everyRuleThatMatchesMustBeMet() {
        assertThat(met(MAIN, GitRef.branch("main"), from(MAIN), from().on("main")))
                .isTrue();
        assertThat(met(MAIN, GitRef.branch("main"), from(MAIN), from(".semaphore/other.yml")))
                .isFalse();
        assertThat(met(MAIN, GitRef.branch("topic"), from(MAIN).on("topic"), from().on("main")))
                .isFalse();
    }

    @Test
    void whatIsNotPromotedStartsFromNoFile() {
        assertThat(met(null, GitRef.branch("main"), from(MAIN))).isFalse();
    }
}
