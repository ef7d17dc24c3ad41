package dev.signalman.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which references a pattern means. */
class RefPatternTest {
    @ParameterizedTest
    @CsvSource({
        "main, main, true",
        "main, maint, false",
        "refs/heads/main, main, true",
        "v1, refs/tags/v1, false",
        "refs/tags/v1, refs/tags/v1, true",
        "refs/tags/*, refs/tags/v1, true",
        "pull-request-7, pull-request-7, true",
        "pull-request-*, pull-request-7, true",
        "feature/*, feature/a/b, true",
        "feature/*, feature, false",
        "*, anything, true",
        "v?, v1, true",
        "v?, v12, false",
        "a.c*, abcd, false",
        "/lease/, release-1, true",
        "/^lease/, release-1, false",
        "/^pull-request-[0-9]+$/, pull-request-12, true",
        "/(?i)^MAIN$/, main, true"
    })
    void aReferenceIsMeantOrNot(String pattern, String branchName, boolean meant) {
        assertThat(new RefPattern(pattern).matches(GitRef.parse(branchName))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/(/", "/a(?=b)/", "/", "//", "/open", " ", "/(a{99}){99}/", "/a{1001}/", "/((a{50}){50}){50,}/"
            })
    void whatCannotBeAPatternIsRefused(String pattern) {
        assertThatThrownBy(() -> new RefPattern(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPatternHangs() {
        var name = GitRef.branch("a".repeat(250) + "!");
        for (var slow : new String[] {"/^(a+)+$/", "/^(a|aa)*$/", "/(.*)*(.*)*x$/", "*a".repeat(90) + "b"}) {
            var met = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> new RefPattern(slow).matches(name), slow);
            assertThat(met).isFalse();
        }
    }

    @Property(tries = 500)
    void aGlobMeansWhatALetterByLetterReadingOfItMeans(@ForAll("globs") String glob, @ForAll("names") String name) {
        assertThat(new RefPattern(glob).matches(GitRef.branch(name))).isEqualTo(means(glob, name));
    }

    private static boolean means(String glob, String name) {
        if (glob.isEmpty()) {
            return name.isEmpty();
        }
        char first = glob.charAt(0);
        if (first == '*') {
            return means(glob.substring(1), name) || (!name.isEmpty() && means(glob, name.substring(1)));
        }
        return !name.isEmpty()
                && (first == '?' || first == name.charAt(0))
                && means(glob.substring(1), name.substring(1));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings()
                .withChars("ab.*?[(\\+")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(glob -> glob.contains("*") || glob.contains("?"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab.[(\\+/").ofMaxLength(8);
    }
}
