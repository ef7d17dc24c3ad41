package dev.signalman.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule's branches, as a deployment target understands them. */
class AdmittedRefTest {
    private static List<AdmittedRef> of(String... patterns) {
        return AdmittedRef.of(List.of(patterns).stream().map(RefPattern::new).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "main, BRANCH, EXACT, main",
        "refs/heads/main, BRANCH, EXACT, main",
        "refs/tags/v1, TAG, EXACT, v1",
        "pull-request-7, PR, EXACT, 7",
        "release/*, BRANCH, REGEX, ^release/.*$",
        "v1.?, BRANCH, REGEX, ^v1\\..$",
        "refs/tags/v*, TAG, REGEX, ^v.*$",
        "refs/tags/*, TAG, ALL, ''",
        "pull-request-*, PR, ALL, ''",
        "/^release-/, BRANCH, REGEX, ^release-",
        "/hotfix/, BRANCH, REGEX, hotfix",
        "/^refs/tags/v[0-9]/, TAG, REGEX, ^v[0-9]",
        "/^pull-request-1/, PR, REGEX, ^1",
    })
    void eachPatternBecomesItsKind(String written, String type, String mode, String pattern) {
        assertThat(of(written)).containsExactly(new AdmittedRef(type, mode, pattern));
    }

    @Test
    void noneAndAStarAreAnything() {
        assertThat(of()).extracting(AdmittedRef::spoken).containsExactly("any branch", "any tag", "any pull request");
        assertThat(of("*")).isEqualTo(of());
    }

    @Test
    void aGlobStandsForItsTextAlone() {
        var regex = Pattern.compile(of("a+b (c)[d]{1}|e^$.*").get(0).pattern());
        assertThat(regex.matcher("a+b (c)[d]{1}|e^$.x").find()).isTrue();
        assertThat(regex.matcher("aab c").find()).isFalse();
        assertThat(regex.matcher("e").find()).isFalse();
    }

    @Test
    void theOrderOfRulesDoesNotMatterAndAnAllHasNoPattern() {
        var bot = AdmittedSubject.parse("user:3F2B8C1D-52a7-4e0f-9b64-d1c7a90e6f28")
                .orElseThrow();
        var one = new TargetAccess(List.of(bot), of("main", "refs/tags/*"));
        var other = new TargetAccess(
                List.of(AdmittedSubject.user("3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28")),
                List.of(new AdmittedRef("TAG", "ALL", "whatever"), new AdmittedRef("BRANCH", "EXACT", "main")));
        assertThat(one.sameAs(other)).isTrue();
        assertThat(one.sameAs(new TargetAccess(List.of(bot), of("main")))).isFalse();
        assertThat(new TargetAccess(List.of(), List.of()).admitsOnly(bot)).isFalse();
        assertThat(new TargetAccess(List.of(bot, new AdmittedSubject("ANY", "")), of()).admitsOnly(bot))
                .isFalse();
    }
}
