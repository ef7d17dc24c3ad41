package dev.signalman.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizedNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pro\u200bduction",
                "\ufeffproduction",
                "production\u2060",
                "prod\u00aduction",
                "prod\u3164uction",
                "production\ufe0f",
                "production\udb40\udc41"
            })
    void whatCannotBeSeenDoesNotCount(String name) {
        assertThat(NormalizedName.of(name)).isEqualTo("production");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pr\u043eduction",
                "PR\u041eDUCTI\u041eN",
                "\u0440\u0433\u043e\u0501\u03c5\u0441\u0442\u0456\u043e\u0578",
                "pr\u03bfducti\u03bfn",
                "\ud835\udc29\ud835\udc2b\ud835\udc28\ud835\udc1duction",
                "\u24dfroduction",
                "\ua4d1\ua4e3\ua4f3\ua4d3\ua4f4\ua4da\ua4d4\ua4f2\ua4f3\ua4e0",
                "\u13e2roduction"
            })
    void lettersThatLookLikePlainOnesCountAsThose(String name) {
        assertThat(NormalizedName.of(name)).isEqualTo("production");
    }

    @ParameterizedTest
    @CsvSource({"prod-eu,prod\u2010eu", "prod-eu,prod\u2212eu", "prod eu,prod\u2800eu", "prod eu,prod\u3000 eu"})
    void hyphensAndSpacesOfAllKindsCountAsThePlainOnes(String plain, String name) {
        assertThat(NormalizedName.of(name)).isEqualTo(plain);
    }

    @Test
    void plainLettersAndDigitsStayApart() {
        assertThat(NormalizedName.of("v1")).isNotEqualTo(NormalizedName.of("vl"));
        assertThat(NormalizedName.of("v0")).isNotEqualTo(NormalizedName.of("vo"));
    }
}
