package dev.signalman.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy production",
                "Deploy Production",
                "DEPLOY PRODUCTION",
                " deploy production ",
                "deploy  production",
                "deploy\u00a0production",
                "deploy\tproduction",
                "ｄｅｐｌｏｙ production"
            })
    void noWayOfWritingANameLeadsPastIt(String name) {
        assertThat(policy("deploy production").matches(name, "web")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "prod*, production, true",
        "prod*, pre-production, false",
        "p?d, pod, true",
        "p?d, prod, false",
        "prod.*, production, false",
        "*, anything, true",
    })
    void aGlobMeansAllThatItMatchesAndNothingElse(String glob, String name, boolean matches) {
        assertThat(policy(glob).matches(name, "web")).isEqualTo(matches);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aGlobOfManyStarsIsDoneWithALongNameThatDoesNotFit() {
        assertThat(policy("*a*a*a*a*a*a*a*a*b").matches("a".repeat(20_000), "web"))
                .isFalse();
    }

    @Test
    void itHoldsForItsProjectsAloneAndForAllWhenNoneIsNamed() {
        var policy = Policy.of("production", List.of("web"), List.of(), null);

        assertThat(policy.matches("production", "web")).isTrue();
        assertThat(policy.matches("production", "api")).isFalse();
        assertThat(policy("production").matches("production", "api")).isTrue();
    }

    @Test
    void allThatMatchApplyInTheOrderOfTheFile() {
        var exact = policy("production");
        var glob = policy("*");
        var other = policy("staging");

        assertThat(new Policies(List.of(glob, other, exact)).of("production", "web"))
                .containsExactly(glob, exact);
    }

    private static Policy policy(String name) {
        return Policy.of(name, List.of(), List.of(), null);
    }
}
